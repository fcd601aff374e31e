/** Single values as LINE limits them (texts, colours, sizes, addresses); the other files of this folder build on them. */
import { bad, type Check, form, type Rule, string, tooSmall } from './shape.ts';

/** Every limit of a LINE message or rich menu that other modules need to know. */
export const LIMITS = {
  messages: 5,
  /** UTF-16 units of a text message. */
  textUnits: 5000,
  altText: 1500,
  /** Bytes of JSON. */
  bubbleBytes: 30 * 1024,
  carouselBytes: 50 * 1024,
  carouselBubbles: 12,
  quickReplies: 13,
  postbackData: 300,
  /** Grapheme clusters. */
  flexLabel: 40,
  quickReplyLabel: 20,
  templateLabel: 20,
  richMenuLabel: 20,
  displayText: 300,
  fillInText: 300,
  messageActionText: 300,
  /** UTF-16 units after percent-encoding; a Thai letter takes nine. */
  uri: 1000,
  imageUrl: 2000,
  clipboardText: 1000,
  multicastUsers: 500,
  requestBytes: 2 * 1024 * 1024,
  richMenu: {
    imageBytes: 1024 * 1024,
    minWidth: 800,
    maxWidth: 2500,
    minHeight: 250,
    minRatio: 1.45,
    areas: 20,
    name: 300,
    chatBarText: 14,
    menus: 1000,
    aliases: 1000,
    bulkUsers: 500,
  },
} as const;

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** @returns grapheme clusters in the text: what LINE counts in labels, where a Thai letter with its marks is one. */
export function graphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

function within(min: number, max: number, fits: (value: string) => boolean): Rule<string> {
  return (value, report) => {
    if (value.length < min) bad(report, tooSmall(min));
    if (!fits(value)) bad(report, `Length must be between ${min} and ${max}`);
  };
}

const unitsWithin = (max: number, min: number): Rule<string> =>
  within(min, max, (value) => value.length <= max);

/** Text of `min` to `max` UTF-16 units. */
export function units(max: number, min = 1): Check<string> {
  return string(unitsWithin(max, min));
}

/** Whether the text has at most `max` grapheme clusters; the segmenter runs only for texts that could be too long. */
export function clustersFit(value: string, max: number): boolean {
  return value.length <= max || graphemes(value) <= max;
}

/** Text of `min` to `max` grapheme clusters. */
export function clusters(max: number, min = 1): Check<string> {
  return string(within(min, max, (value) => clustersFit(value, max)));
}

/** Text that is not empty. */
export const some = string(form((value) => value !== '', tooSmall(1)));

/** Text of a form. */
export function matching(pattern: RegExp, message: string): Check<string> {
  return string(form((value) => pattern.test(value), message));
}

const KEYWORD = 'none|xs|sm|md|lg|xl|xxl';
const PX = String.raw`\d+(?:\.\d+)?px`;
const PERCENT = String.raw`\d+(?:\.\d+)?%`;
const TEXT_SIZE = 'xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl';

/** `#RRGGBB` or `#RRGGBBAA`. */
export const color = matching(/^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i, 'invalid color');

const size = (pattern: string): Check<string> => matching(new RegExp(`^(?:${pattern})$`), 'invalid size');

export const sizeNames = {
  /** margin, spacing, cornerRadius */
  space: size(`${KEYWORD}|${PX}`),
  /** padding and offsets; offsets may be negative */
  padding: size(`${KEYWORD}|${PX}|${PERCENT}`),
  offset: size(`${KEYWORD}|-?${PX}|-?${PERCENT}`),
  length: size(`${PX}|${PERCENT}`),
  border: size(`none|light|normal|medium|semi-bold|bold|${PX}`),
  text: size(`${TEXT_SIZE}|${PX}`),
  icon: size(`${TEXT_SIZE}|${PX}|${PERCENT}`),
  image: size(`${TEXT_SIZE}|full|${PX}|${PERCENT}`),
  px: size(PX),
  percent: size(PERCENT),
};

/** `{width}:{height}`, 1 to 100000 each, at most three times as high as wide. */
export const aspectRatio = string(
  form((value) => {
    const [, width, height] = (/^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(value) ?? []).map(Number);
    if (width === undefined || height === undefined) return false;
    return width >= 1 && height >= 1 && width <= 100_000 && height <= 100_000 && height <= width * 3;
  }, 'invalid aspect ratio'),
);

const ENCODED = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?#]|$)/i;

const uriUnits = unitsWithin(LIMITS.uri, 1);
const mediaUnits = unitsWithin(LIMITS.imageUrl, 1);

/** Address behind a tap: http, https, line or tel, percent-encoded. */
export const uri = string((value, report) => {
  uriUnits(value, report);
  if (/^(?:https?:\/\/[^/?#]|line:\/\/[^/?#]|tel:.)/i.test(value) && ENCODED.test(value)) return;
  bad(report, 'invalid uri scheme or characters that are not percent-encoded');
});

/** Address of a picture, sound or film. */
export const mediaUrl = string((value, report) => {
  mediaUnits(value, report);
  const known = /^https:\/\/[^/?#]/i.test(value) || (report.allowLoopbackHttp && LOOPBACK.test(value));
  if (!known || !ENCODED.test(value)) bad(report, 'must be an https URL');
});
