/** Flex bubbles, carousels and their components as closed objects; used by limits/messages. */
import { actions } from './actions.ts';
import {
  among,
  atMostBytes,
  bad,
  type Check,
  closed,
  flag,
  form,
  listOf,
  oneOf,
  optional,
  string,
  whole,
} from './shape.ts';
import { aspectRatio, color, LIMITS, mediaUrl, sizeNames } from './values.ts';

const flex = optional(whole(0));
const margin = optional(sizeNames.space);
const offset = optional(sizeNames.offset);
const placed = {
  position: optional(among('relative', 'absolute')),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
};
const gravity = optional(among('top', 'bottom', 'center'));
const align = optional(among('start', 'end', 'center'));
const written = {
  size: optional(sizeNames.text),
  color: optional(color),
  weight: optional(among('regular', 'bold')),
  style: optional(among('normal', 'italic')),
  decoration: optional(among('none', 'underline', 'line-through')),
};
const shrink = optional(among('shrink-to-fit'));

const span = closed({ type: among('span'), text: optional(string()), ...written });

const text = closed(
  {
    type: among('text'),
    text: optional(string(form((value) => value !== '', 'must be non-empty text'))),
    contents: optional(listOf(span)),
    ...written,
    ...placed,
    flex,
    margin,
    align,
    gravity,
    wrap: optional(flag),
    lineSpacing: optional(sizeNames.px),
    maxLines: optional(whole(0)),
    adjustMode: shrink,
    scaling: optional(flag),
    action: optional(actions.flex),
  },
  (value, report) => {
    if (value.text !== undefined || (value.contents?.length ?? 0) > 0) return;
    bad(report, 'text or contents must be specified', '.text');
  },
);

const button = closed({
  type: among('button'),
  action: actions.flexButton,
  ...placed,
  flex,
  margin,
  gravity,
  color: optional(color),
  style: optional(among('primary', 'secondary', 'link')),
  height: optional(among('sm', 'md')),
  adjustMode: shrink,
  scaling: optional(flag),
});

const image = closed({
  type: among('image'),
  url: mediaUrl,
  ...placed,
  flex,
  margin,
  align,
  gravity,
  size: optional(sizeNames.image),
  aspectRatio: optional(aspectRatio),
  aspectMode: optional(among('fit', 'cover')),
  backgroundColor: optional(color),
  action: optional(actions.flex),
  animated: optional(flag),
});

const icon = closed({
  type: among('icon'),
  url: mediaUrl,
  ...placed,
  margin,
  size: optional(sizeNames.icon),
  aspectRatio: optional(aspectRatio),
  scaling: optional(flag),
});

const separator = closed({ type: among('separator'), margin, color: optional(color) });
const filler = closed({ type: among('filler'), flex });

const angle = string(
  form((value) => /^\d+(?:\.\d+)?deg$/.test(value) && Number.parseFloat(value) < 360, 'invalid angle'),
);

const background = closed({
  type: among('linearGradient'),
  angle,
  startColor: color,
  endColor: color,
  centerColor: optional(color),
  centerPosition: optional(sizeNames.percent),
});

const boxed = {
  type: among('box'),
  ...placed,
  flex,
  margin,
  spacing: optional(sizeNames.space),
  backgroundColor: optional(color),
  borderColor: optional(color),
  borderWidth: optional(sizeNames.border),
  cornerRadius: optional(sizeNames.space),
  width: optional(sizeNames.length),
  maxWidth: optional(sizeNames.length),
  height: optional(sizeNames.length),
  maxHeight: optional(sizeNames.length),
  paddingAll: optional(sizeNames.padding),
  paddingTop: optional(sizeNames.padding),
  paddingBottom: optional(sizeNames.padding),
  paddingStart: optional(sizeNames.padding),
  paddingEnd: optional(sizeNames.padding),
  action: optional(actions.flex),
  justifyContent: optional(
    among('center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
  ),
  alignItems: optional(among('center', 'flex-start', 'flex-end')),
  background: optional(background),
};

/** An icon stands on a line of text only, and such a line holds nothing else. */
const baseline = closed({
  ...boxed,
  layout: among('baseline'),
  contents: listOf(oneOf('type', { text, icon, filler })),
});

const stacked = closed({
  ...boxed,
  layout: among('horizontal', 'vertical'),
  // by a function, for a box may hold boxes
  contents: listOf((value, report): value is unknown => component(value, report)),
});

const box = oneOf('layout', { horizontal: stacked, vertical: stacked, baseline });
const component: Check<unknown> = oneOf('type', { box, text, button, image, separator, filler });

/** A film stands in the hero only. */
const video = closed({
  type: among('video'),
  url: mediaUrl,
  previewUrl: mediaUrl,
  altContent: oneOf('type', { box, image }),
  aspectRatio: optional(aspectRatio),
  action: optional(actions.flex),
});

const blockStyle = optional(
  closed({
    backgroundColor: optional(color),
    separator: optional(flag),
    separatorColor: optional(color),
  }),
);

const VIDEO_SIZES = new Set([undefined, 'kilo', 'mega', 'giga']);

const bubble = atMostBytes(
  LIMITS.bubbleBytes,
  'a bubble',
  closed(
    {
      type: among('bubble'),
      size: optional(among('nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga')),
      direction: optional(among('ltr', 'rtl')),
      header: optional(box),
      hero: optional(oneOf('type', { box, image, video })),
      body: optional(box),
      footer: optional(box),
      styles: optional(
        closed({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle }),
      ),
      action: optional(actions.flex),
    },
    (value, report) => {
      if (!value.header && !value.hero && !value.body && !value.footer) {
        bad(report, 'at least one block must be specified');
      }
      if (value.hero?.type === 'video' && !VIDEO_SIZES.has(value.size)) {
        bad(report, 'a video needs a bubble of size kilo, mega or giga', '.hero');
      }
    },
  ),
);

const carousel = atMostBytes(
  LIMITS.carouselBytes,
  'a carousel',
  closed(
    {
      type: among('carousel'),
      contents: listOf(bubble, 1, LIMITS.carouselBubbles),
    },
    (value, report) => {
      const bubbles = value.contents;
      const odd = bubbles.findIndex((item) => (item.size ?? 'mega') !== (bubbles[0]?.size ?? 'mega'));
      if (odd !== -1) {
        bad(report, 'all bubbles of a carousel must have the same size', `.contents[${odd}].size`);
      }
      const film = bubbles.findIndex((item) => item.hero?.type === 'video');
      if (film !== -1) bad(report, 'a carousel cannot hold a video', `.contents[${film}].hero`);
    },
  ),
);

export const flexContainer = oneOf('type', { bubble, carousel });
