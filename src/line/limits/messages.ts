/** Every message type as a closed object; used by line/limits. Imagemaps and coupons are refused: the bot sends none. */
import { z } from 'zod';
import { actions } from './actions.ts';
import { flexContainer } from './flex.ts';
import { clusters, color, LIMITS, mediaUrl, units } from './values.ts';

const around = {
  quickReply: z
    .strictObject({
      items: z
        .array(
          z.strictObject({
            type: z.literal('action'),
            imageUrl: mediaUrl.optional(),
            action: actions.quickReply,
          }),
        )
        .min(1)
        .max(LIMITS.quickReplies),
    })
    .optional(),
  sender: z.strictObject({ name: units(20).optional(), iconUrl: mediaUrl.optional() }).optional(),
};
const quoteToken = z.string().min(1).optional();

const emoji = { productId: z.string().min(1), emojiId: z.string().min(1) };

const text = z
  .strictObject({
    type: z.literal('text'),
    text: units(LIMITS.textUnits),
    emojis: z
      .array(z.strictObject({ index: z.int().min(0), ...emoji }))
      .max(20)
      .optional(),
    quoteToken,
    ...around,
  })
  .check((context) => {
    for (const [at, { index }] of (context.value.emojis ?? []).entries()) {
      if (context.value.text[index] === '$') continue;
      context.issues.push({
        code: 'custom',
        message: 'must point at a $ of the text',
        path: ['emojis', at, 'index'],
        input: context.value,
      });
    }
  });

const substitution = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('mention'),
    mentionee: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('user'), userId: z.string().min(1) }),
      z.strictObject({ type: z.literal('all') }),
    ]),
  }),
  z.strictObject({ type: z.literal('emoji'), ...emoji }),
]);

const textV2 = z
  .strictObject({
    type: z.literal('textV2'),
    text: units(LIMITS.textUnits),
    substitution: z
      .record(z.string().regex(/^[0-9A-Za-z_]{1,20}$/, 'invalid key'), substitution)
      .refine((value) => Object.keys(value).length <= 100, 'at most 100 substitutions')
      .optional(),
    quoteToken,
    ...around,
  })
  .check((context) => {
    const bad = (message: string): void => {
      context.issues.push({ code: 'custom', message, path: ['text'], input: context.value });
    };
    // `{{` and `}}` are braces of the text itself; what is left must be {key} of a known key.
    const rest = context.value.text.replaceAll('{{', '').replaceAll('}}', '');
    let mentions = 0;
    let emojis = 0;
    for (const [, key = ''] of rest.matchAll(/\{([^{}]*)\}/g)) {
      const known = Object.hasOwn(context.value.substitution ?? {}, key)
        ? context.value.substitution?.[key]
        : undefined;
      if (!known) bad(`{${key}} has no substitution`);
      if (known?.type === 'mention') mentions += 1;
      if (known?.type === 'emoji') emojis += 1;
    }
    if (/[{}]/.test(rest.replaceAll(/\{[^{}]*\}/g, ''))) bad('a brace must be doubled');
    if (mentions > 20) bad('at most 20 mentions');
    if (emojis > 20) bad('at most 20 emojis');
  });

const pictured = {
  thumbnailImageUrl: mediaUrl.optional(),
  imageBackgroundColor: color.optional(),
  title: clusters(40).optional(),
};
const imageForm = {
  imageAspectRatio: z.enum(['rectangle', 'square']).optional(),
  imageSize: z.enum(['cover', 'contain']).optional(),
};

/** A template's text is shorter beside a title or a picture. */
function textBeside(long: number, short: number) {
  return (value: {
    text: string;
    title?: string | undefined;
    thumbnailImageUrl?: string | undefined;
  }): boolean =>
    clusters(value.title === undefined && value.thumbnailImageUrl === undefined ? long : short).safeParse(
      value.text,
    ).success;
}

const buttons = z
  .strictObject({
    type: z.literal('buttons'),
    ...pictured,
    ...imageForm,
    text: clusters(160),
    defaultAction: actions.templateDefault.optional(),
    actions: z.array(actions.template).min(1).max(4),
  })
  .refine(textBeside(160, 60), { message: 'Length must be between 1 and 60', path: ['text'] });

const confirm = z.strictObject({
  type: z.literal('confirm'),
  text: clusters(240),
  actions: z.array(actions.template).length(2),
});

const column = z
  .strictObject({
    ...pictured,
    text: clusters(120),
    defaultAction: actions.templateDefault.optional(),
    actions: z.array(actions.template).min(1).max(3),
  })
  .refine(textBeside(120, 60), { message: 'Length must be between 1 and 60', path: ['text'] });

const carousel = z
  .strictObject({ type: z.literal('carousel'), ...imageForm, columns: z.array(column).min(1).max(10) })
  .refine(({ columns }) => columns.every((item) => item.actions.length === columns[0]?.actions.length), {
    message: 'all columns must have the same number of actions',
    path: ['columns'],
  });

const imageCarousel = z.strictObject({
  type: z.literal('image_carousel'),
  columns: z
    .array(z.strictObject({ imageUrl: mediaUrl, action: actions.imageCarousel }))
    .min(1)
    .max(10),
});

const digits = z.string().regex(/^\d+$/, 'must be digits');

const message = z.discriminatedUnion('type', [
  text,
  textV2,
  z.strictObject({
    type: z.literal('flex'),
    altText: units(LIMITS.altText),
    contents: flexContainer,
    ...around,
  }),
  z.strictObject({
    type: z.literal('template'),
    altText: units(LIMITS.altText),
    template: z.discriminatedUnion('type', [buttons, confirm, carousel, imageCarousel]),
    ...around,
  }),
  z.strictObject({
    type: z.literal('image'),
    originalContentUrl: mediaUrl,
    previewImageUrl: mediaUrl,
    ...around,
  }),
  z.strictObject({
    type: z.literal('video'),
    originalContentUrl: mediaUrl,
    previewImageUrl: mediaUrl,
    trackingId: units(100).optional(),
    ...around,
  }),
  z.strictObject({
    type: z.literal('audio'),
    originalContentUrl: mediaUrl,
    duration: z.int().min(1),
    ...around,
  }),
  z.strictObject({
    type: z.literal('location'),
    title: units(100),
    address: units(100),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    ...around,
  }),
  z.strictObject({
    type: z.literal('sticker'),
    packageId: digits,
    stickerId: digits,
    quoteToken,
    ...around,
  }),
]);

/** The `messages` of a send request. */
export const messages = z.array(message).min(1).max(LIMITS.messages);
