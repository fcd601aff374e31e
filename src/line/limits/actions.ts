/** What a tap may do, and with which label, in each place LINE allows taps; used by flex, templates and rich menus. */
import { z } from 'zod';
import { clusters, LIMITS, units, uri } from './values.ts';

type Label = z.ZodType<string | undefined>;

const data = units(LIMITS.postbackData, 0);

const FORMS = {
  date: /^(\d{4})-(\d{2})-(\d{2})$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^(\d{4})-(\d{2})-(\d{2})[tT]([01]\d|2[0-3]):[0-5]\d$/,
};

/** Whether the text is a real day or time of the mode's form, from 1900 to 2100. */
function isMoment(mode: keyof typeof FORMS, text: string): boolean {
  const match = FORMS[mode].exec(text);
  if (!match) return false;
  if (mode === 'time') return true;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

function datetimePicker(label: Label) {
  return z
    .strictObject({
      type: z.literal('datetimepicker'),
      label,
      data,
      mode: z.enum(['date', 'time', 'datetime']),
      initial: z.string().optional(),
      min: z.string().optional(),
      max: z.string().optional(),
    })
    .check((context) => {
      const { mode, initial, min, max } = context.value;
      const bad = (key: string, message: string): void => {
        context.issues.push({ code: 'custom', message, path: [key], input: context.value });
      };
      for (const [key, text] of Object.entries({ initial, min, max })) {
        if (text !== undefined && !isMoment(mode, text)) bad(key, `invalid ${mode}`);
      }
      // The forms sort as text once the letter between day and time is the same.
      const [first, last, start] = [min, max, initial].map((text) => text?.toUpperCase());
      if (first && last && first >= last) bad('max', 'must be greater than min');
      if (start && ((first && start < first) || (last && start > last))) {
        bad('initial', 'must be between min and max');
      }
    });
}

function postback(label: Label) {
  return z
    .strictObject({
      type: z.literal('postback'),
      label,
      data,
      displayText: clusters(LIMITS.displayText).optional(),
      text: clusters(LIMITS.displayText).optional(),
      inputOption: z.enum(['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']).optional(),
      fillInText: clusters(LIMITS.fillInText).optional(),
    })
    .check((context) => {
      const { displayText, text, fillInText, inputOption } = context.value;
      const bad = (key: string, message: string): void => {
        context.issues.push({ code: 'custom', message, path: [key], input: context.value });
      };
      if (displayText !== undefined && text !== undefined) bad('text', 'cannot be used with displayText');
      if (fillInText !== undefined && inputOption !== 'openKeyboard') {
        bad('fillInText', 'needs inputOption openKeyboard');
      }
    });
}

function common(label: Label) {
  return [
    postback(label),
    z.strictObject({ type: z.literal('message'), label, text: clusters(LIMITS.messageActionText) }),
    z.strictObject({
      type: z.literal('uri'),
      label,
      uri,
      altUri: z.strictObject({ desktop: uri.optional() }).optional(),
    }),
    datetimePicker(label),
    z.strictObject({ type: z.literal('clipboard'), label, clipboardText: units(LIMITS.clipboardText) }),
  ] as const;
}

const onCard = (label: Label) => z.discriminatedUnion('type', [...common(label)]);

/** Actions by place; labels are required where LINE shows them. */
export const actions = {
  flexButton: onCard(clusters(LIMITS.flexLabel)),
  flex: onCard(clusters(LIMITS.flexLabel, 0).optional()),
  template: onCard(clusters(LIMITS.templateLabel)),
  templateDefault: onCard(clusters(LIMITS.templateLabel, 0).optional()),
  imageCarousel: onCard(clusters(12, 0).optional()),
  quickReply: z.discriminatedUnion('type', [
    ...common(clusters(LIMITS.quickReplyLabel)),
    ...(['camera', 'cameraRoll', 'location'] as const).map((type) =>
      z.strictObject({ type: z.literal(type), label: clusters(LIMITS.quickReplyLabel) }),
    ),
  ]),
  richMenu: z.discriminatedUnion('type', [
    ...common(clusters(LIMITS.richMenuLabel, 0).optional()),
    z.strictObject({
      type: z.literal('richmenuswitch'),
      label: clusters(LIMITS.richMenuLabel, 0).optional(),
      richMenuAliasId: z.string().regex(/^[a-z0-9_-]{1,32}$/, 'invalid rich menu alias'),
      data,
    }),
  ]),
};
