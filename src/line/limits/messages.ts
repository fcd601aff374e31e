/** Every message type as a closed object; used by line/limits. Imagemaps and coupons are refused: the bot sends none. */
import { actions } from './actions.ts';
import { flexContainer } from './flex.ts';
import {
  among,
  bad,
  closed,
  dictionary,
  listOf,
  number,
  oneOf,
  optional,
  type Rule,
  whole,
} from './shape.ts';
import { clusters, clustersFit, color, LIMITS, matching, mediaUrl, some, units } from './values.ts';

const quickReply = closed({
  type: among('action'),
  imageUrl: optional(mediaUrl),
  action: actions.quickReply,
});

const around = {
  quickReply: optional(closed({ items: listOf(quickReply, 1, LIMITS.quickReplies) })),
  sender: optional(closed({ name: optional(units(20)), iconUrl: optional(mediaUrl) })),
};
const quoteToken = optional(some);

const emoji = { productId: some, emojiId: some };

const text = closed(
  {
    type: among('text'),
    text: units(LIMITS.textUnits),
    emojis: optional(listOf(closed({ index: whole(0), ...emoji }), 0, 20)),
    quoteToken,
    ...around,
  },
  (value, report) => {
    for (const [at, { index }] of (value.emojis ?? []).entries()) {
      if (value.text[index] !== '$') bad(report, 'must point at a $ of the text', `.emojis[${at}].index`);
    }
  },
);

const substitution = oneOf('type', {
  mention: closed({
    type: among('mention'),
    mentionee: oneOf('type', {
      user: closed({ type: among('user'), userId: some }),
      all: closed({ type: among('all') }),
    }),
  }),
  emoji: closed({ type: among('emoji'), ...emoji }),
});

const textV2 = closed(
  {
    type: among('textV2'),
    text: units(LIMITS.textUnits),
    substitution: optional(dictionary(/^[0-9A-Za-z_]{1,20}$/, substitution, 100)),
    quoteToken,
    ...around,
  },
  (value, report) => {
    // `{{` and `}}` are braces of the text itself; what is left must be {key} of a known key.
    const rest = value.text.replaceAll('{{', '').replaceAll('}}', '');
    let mentions = 0;
    let emojis = 0;
    for (const [, key = ''] of rest.matchAll(/\{([^{}]*)\}/g)) {
      const known = Object.hasOwn(value.substitution ?? {}, key) ? value.substitution?.[key] : undefined;
      if (!known) bad(report, `{${key}} has no substitution`, '.text');
      if (known?.type === 'mention') mentions += 1;
      if (known?.type === 'emoji') emojis += 1;
    }
    if (/[{}]/.test(rest.replaceAll(/\{[^{}]*\}/g, ''))) bad(report, 'a brace must be doubled', '.text');
    if (mentions > 20) bad(report, 'at most 20 mentions', '.text');
    if (emojis > 20) bad(report, 'at most 20 emojis', '.text');
  },
);

const pictured = {
  thumbnailImageUrl: optional(mediaUrl),
  imageBackgroundColor: optional(color),
  title: optional(clusters(40)),
};
const imageForm = {
  imageAspectRatio: optional(among('rectangle', 'square')),
  imageSize: optional(among('cover', 'contain')),
};

/** A template's text is shorter beside a title or a picture. */
const shortBeside: Rule<{
  text: string;
  title: string | undefined;
  thumbnailImageUrl: string | undefined;
}> = (value, report) => {
  if (value.title === undefined && value.thumbnailImageUrl === undefined) return;
  if (!clustersFit(value.text, 60)) bad(report, 'Length must be between 1 and 60', '.text');
};

const buttons = closed(
  {
    type: among('buttons'),
    ...pictured,
    ...imageForm,
    text: clusters(160),
    defaultAction: optional(actions.templateDefault),
    actions: listOf(actions.template, 1, 4),
  },
  shortBeside,
);

const confirm = closed({
  type: among('confirm'),
  text: clusters(240),
  actions: listOf(actions.template, 2, 2),
});

const column = closed(
  {
    ...pictured,
    text: clusters(120),
    defaultAction: optional(actions.templateDefault),
    actions: listOf(actions.template, 1, 3),
  },
  shortBeside,
);

const carousel = closed(
  { type: among('carousel'), ...imageForm, columns: listOf(column, 1, 10) },
  ({ columns }, report) => {
    if (columns.every((item) => item.actions.length === columns[0]?.actions.length)) return;
    bad(report, 'all columns must have the same number of actions', '.columns');
  },
);

const imageCarousel = closed({
  type: among('image_carousel'),
  columns: listOf(closed({ imageUrl: mediaUrl, action: actions.imageCarousel }), 1, 10),
});

const digits = matching(/^\d+$/, 'must be digits');

const message = oneOf('type', {
  text,
  textV2,
  flex: closed({
    type: among('flex'),
    altText: units(LIMITS.altText),
    contents: flexContainer,
    ...around,
  }),
  template: closed({
    type: among('template'),
    altText: units(LIMITS.altText),
    template: oneOf('type', { buttons, confirm, carousel, image_carousel: imageCarousel }),
    ...around,
  }),
  image: closed({
    type: among('image'),
    originalContentUrl: mediaUrl,
    previewImageUrl: mediaUrl,
    ...around,
  }),
  video: closed({
    type: among('video'),
    originalContentUrl: mediaUrl,
    previewImageUrl: mediaUrl,
    trackingId: optional(units(100)),
    ...around,
  }),
  audio: closed({
    type: among('audio'),
    originalContentUrl: mediaUrl,
    duration: whole(1),
    ...around,
  }),
  location: closed({
    type: among('location'),
    title: units(100),
    address: units(100),
    latitude: number(-90, 90),
    longitude: number(-180, 180),
    ...around,
  }),
  sticker: closed({
    type: among('sticker'),
    packageId: digits,
    stickerId: digits,
    quoteToken,
    ...around,
  }),
});

/** The `messages` of a send request. */
export const messages = listOf(message, 1, LIMITS.messages);
