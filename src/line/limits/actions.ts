/** What a tap may do, and with which label, in each place LINE allows taps; used by flex, templates and rich menus. */
import { among, bad, type Check, closed, oneOf, optional, type LimitReport, string } from './shape.ts';
import { clusters, LIMITS, matching, units, uri } from './values.ts';

type Label = Check<string | undefined>;

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

interface Moments {
  mode: keyof typeof FORMS;
  initial: string | undefined;
  min: string | undefined;
  max: string | undefined;
}

function inOrder({ mode, initial, min, max }: Moments, report: LimitReport): void {
  for (const [key, moment] of Object.entries({ initial, min, max })) {
    if (moment !== undefined && !isMoment(mode, moment)) bad(report, `invalid ${mode}`, `.${key}`);
  }
  // The forms sort as text once the letter between day and time is the same.
  const [first, last, start] = [min, max, initial].map((moment) => moment?.toUpperCase());
  if (first && last && first >= last) bad(report, 'must be greater than min', '.max');
  if (start && ((first && start < first) || (last && start > last))) {
    bad(report, 'must be between min and max', '.initial');
  }
}

const mode = among('date', 'time', 'datetime');
const moment = optional(string());

function datetimePicker(label: Label) {
  return closed(
    {
      type: among('datetimepicker'),
      label,
      data,
      mode,
      initial: moment,
      min: moment,
      max: moment,
    },
    inOrder,
  );
}

function postback(label: Label) {
  return closed(
    {
      type: among('postback'),
      label,
      data,
      displayText: optional(clusters(LIMITS.displayText)),
      text: optional(clusters(LIMITS.displayText)),
      inputOption: optional(among('closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice')),
      fillInText: optional(clusters(LIMITS.fillInText)),
    },
    (value, report) => {
      if (value.displayText !== undefined && value.text !== undefined) {
        bad(report, 'cannot be used with displayText', '.text');
      }
      if (value.fillInText !== undefined && value.inputOption !== 'openKeyboard') {
        bad(report, 'needs inputOption openKeyboard', '.fillInText');
      }
    },
  );
}

function common(label: Label) {
  return {
    postback: postback(label),
    message: closed({ type: among('message'), label, text: clusters(LIMITS.messageActionText) }),
    uri: closed({
      type: among('uri'),
      label,
      uri,
      altUri: optional(closed({ desktop: optional(uri) })),
    }),
    datetimepicker: datetimePicker(label),
    clipboard: closed({ type: among('clipboard'), label, clipboardText: units(LIMITS.clipboardText) }),
  };
}

const onCard = (label: Label) => oneOf('type', common(label));
const onQuickReply = <Type extends string>(type: Type) =>
  closed({ type: among(type), label: clusters(LIMITS.quickReplyLabel) });

/** Actions by place; labels are required where LINE shows them. */
export const actions = {
  flexButton: onCard(clusters(LIMITS.flexLabel)),
  flex: onCard(optional(clusters(LIMITS.flexLabel, 0))),
  template: onCard(clusters(LIMITS.templateLabel)),
  templateDefault: onCard(optional(clusters(LIMITS.templateLabel, 0))),
  imageCarousel: onCard(optional(clusters(12, 0))),
  quickReply: oneOf('type', {
    ...common(clusters(LIMITS.quickReplyLabel)),
    camera: onQuickReply('camera'),
    cameraRoll: onQuickReply('cameraRoll'),
    location: onQuickReply('location'),
  }),
  richMenu: oneOf('type', {
    ...common(optional(clusters(LIMITS.richMenuLabel, 0))),
    richmenuswitch: closed({
      type: among('richmenuswitch'),
      label: optional(clusters(LIMITS.richMenuLabel, 0)),
      richMenuAliasId: matching(/^[a-z0-9_-]{1,32}$/, 'invalid rich menu alias'),
      data,
    }),
  }),
};
