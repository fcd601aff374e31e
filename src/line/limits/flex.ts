/** Flex bubbles, carousels and their components as closed objects; used by limits/messages. */
import { z } from 'zod';
import { actions } from './actions.ts';
import { aspectRatio, color, LIMITS, mediaUrl, sizes } from './values.ts';

const flex = z.int().min(0).optional();
const margin = sizes.space.optional();
const offset = sizes.offset.optional();
const placed = {
  position: z.enum(['relative', 'absolute']).optional(),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
};
const gravity = z.enum(['top', 'bottom', 'center']).optional();
const align = z.enum(['start', 'end', 'center']).optional();
const written = {
  size: sizes.text.optional(),
  color: color.optional(),
  weight: z.enum(['regular', 'bold']).optional(),
  style: z.enum(['normal', 'italic']).optional(),
  decoration: z.enum(['none', 'underline', 'line-through']).optional(),
};
const shrink = z.literal('shrink-to-fit').optional();

const span = z.strictObject({ type: z.literal('span'), text: z.string().optional(), ...written });

const text = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().min(1, 'must be non-empty text').optional(),
    contents: z.array(span).optional(),
    ...written,
    ...placed,
    flex,
    margin,
    align,
    gravity,
    wrap: z.boolean().optional(),
    lineSpacing: sizes.px.optional(),
    maxLines: z.int().min(0).optional(),
    adjustMode: shrink,
    scaling: z.boolean().optional(),
    action: actions.flex.optional(),
  })
  .refine((value) => value.text !== undefined || (value.contents?.length ?? 0) > 0, {
    message: 'text or contents must be specified',
    path: ['text'],
  });

const button = z.strictObject({
  type: z.literal('button'),
  action: actions.flexButton,
  ...placed,
  flex,
  margin,
  gravity,
  color: color.optional(),
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  height: z.enum(['sm', 'md']).optional(),
  adjustMode: shrink,
  scaling: z.boolean().optional(),
});

const image = z.strictObject({
  type: z.literal('image'),
  url: mediaUrl,
  ...placed,
  flex,
  margin,
  align,
  gravity,
  size: sizes.image.optional(),
  aspectRatio: aspectRatio.optional(),
  aspectMode: z.enum(['fit', 'cover']).optional(),
  backgroundColor: color.optional(),
  action: actions.flex.optional(),
  animated: z.boolean().optional(),
});

const icon = z.strictObject({
  type: z.literal('icon'),
  url: mediaUrl,
  ...placed,
  margin,
  size: sizes.icon.optional(),
  aspectRatio: aspectRatio.optional(),
  scaling: z.boolean().optional(),
});

const separator = z.strictObject({ type: z.literal('separator'), margin, color: color.optional() });
const filler = z.strictObject({ type: z.literal('filler'), flex });

const background = z
  .strictObject({
    type: z.literal('linearGradient'),
    angle: z.string().regex(/^(?:\d+(?:\.\d+)?)deg$/, 'invalid angle'),
    startColor: color,
    endColor: color,
    centerColor: color.optional(),
    centerPosition: sizes.percent.optional(),
  })
  .refine((value) => Number.parseFloat(value.angle) < 360, { message: 'invalid angle', path: ['angle'] });

const boxed = {
  type: z.literal('box'),
  ...placed,
  flex,
  margin,
  spacing: sizes.space.optional(),
  backgroundColor: color.optional(),
  borderColor: color.optional(),
  borderWidth: sizes.border.optional(),
  cornerRadius: sizes.space.optional(),
  width: sizes.length.optional(),
  maxWidth: sizes.length.optional(),
  height: sizes.length.optional(),
  maxHeight: sizes.length.optional(),
  paddingAll: sizes.padding.optional(),
  paddingTop: sizes.padding.optional(),
  paddingBottom: sizes.padding.optional(),
  paddingStart: sizes.padding.optional(),
  paddingEnd: sizes.padding.optional(),
  action: actions.flex.optional(),
  justifyContent: z
    .enum(['center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'])
    .optional(),
  alignItems: z.enum(['center', 'flex-start', 'flex-end']).optional(),
  background: background.optional(),
};

/** An icon stands on a line of text only, and such a line holds nothing else. */
const baseline = z.strictObject({
  ...boxed,
  layout: z.literal('baseline'),
  contents: z.array(z.discriminatedUnion('type', [text, icon, filler])),
});

const stacked = z.strictObject({
  ...boxed,
  layout: z.enum(['horizontal', 'vertical']),
  contents: z.array(z.lazy((): z.ZodType => component)),
});

const box = z.discriminatedUnion('layout', [stacked, baseline]);
const component = z.discriminatedUnion('type', [box, text, button, image, separator, filler]);

/** A film stands in the hero only. */
const video = z.strictObject({
  type: z.literal('video'),
  url: mediaUrl,
  previewUrl: mediaUrl,
  altContent: z.discriminatedUnion('type', [box, image]),
  aspectRatio: aspectRatio.optional(),
  action: actions.flex.optional(),
});

const blockStyle = z
  .strictObject({
    backgroundColor: color.optional(),
    separator: z.boolean().optional(),
    separatorColor: color.optional(),
  })
  .optional();

/** @returns bytes of a bubble or carousel as it goes over the wire. */
export function bubbleBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

const VIDEO_SIZES = new Set([undefined, 'kilo', 'mega', 'giga']);

const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
    header: box.optional(),
    hero: z.discriminatedUnion('type', [box, image, video]).optional(),
    body: box.optional(),
    footer: box.optional(),
    styles: z
      .strictObject({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle })
      .optional(),
    action: actions.flex.optional(),
  })
  .check((context) => {
    const value = context.value;
    const bad = (message: string, path: string[] = []): void => {
      context.issues.push({ code: 'custom', message, path, input: value });
    };
    if (!value.header && !value.hero && !value.body && !value.footer) {
      bad('at least one block must be specified');
    }
    if (value.hero?.type === 'video' && !VIDEO_SIZES.has(value.size)) {
      bad('a video needs a bubble of size kilo, mega or giga', ['hero']);
    }
    const bytes = bubbleBytes(value);
    if (bytes > LIMITS.bubbleBytes) bad(`a bubble must be at most ${LIMITS.bubbleBytes} bytes, not ${bytes}`);
  });

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    contents: z.array(bubble).min(1).max(LIMITS.carouselBubbles),
  })
  .check((context) => {
    const bubbles = context.value.contents;
    const bad = (message: string, path: (string | number)[] = []): void => {
      context.issues.push({ code: 'custom', message, path, input: context.value });
    };
    const odd = bubbles.findIndex((item) => (item.size ?? 'mega') !== (bubbles[0]?.size ?? 'mega'));
    if (odd !== -1) bad('all bubbles of a carousel must have the same size', ['contents', odd, 'size']);
    const film = bubbles.findIndex((item) => item.hero?.type === 'video');
    if (film !== -1) bad('a carousel cannot hold a video', ['contents', film, 'hero']);
    const bytes = bubbleBytes(context.value);
    if (bytes > LIMITS.carouselBytes) {
      bad(`a carousel must be at most ${LIMITS.carouselBytes} bytes, not ${bytes}`);
    }
  });

export const flexContainer = z.discriminatedUnion('type', [bubble, carousel]);
