/** Makes any text fit to be printed: what XML forbids or a reader could not see is taken out. Used for all report text. */
import { withTimesWhole } from '../text/time-of-day.ts';

/** Control characters, lone surrogates and non-characters: not allowed in XML 1.0, invisible on paper. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\uFDD0-\uFDEF]|\p{Cs}/gu;

/** Marks that reorder, join or hide what follows; an official text has no use for them. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** @returns the text with line breaks as `\n`, tabs as spaces, times of the day in one piece, and no character that cannot be printed. */
export function clean(text: string): string {
  const plain = text
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(/[\t\u00A0]/g, ' ')
    .replace(FORBIDDEN, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/ +\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return withTimesWhole(plain);
}

/** What may follow an emoji and belongs to it: marks, skin tones, joiners with the next emoji, variant selectors. */
const TAIL = String.raw`(?:\p{M}|\p{Emoji_Modifier}|\u200D|\uFE0E|\uFE0F|\p{Extended_Pictographic})*`;
const HEAD = String.raw`(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3)`;
const EMOJI = new RegExp(HEAD + TAIL, 'gu');

/** Signs that people paste and the report's own font lacks, each with one of the same meaning that it has. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/[●○▪◦◆◇★☆►▶➤]/gu, '•'],
  [/[✓✔☑✅]\uFE0F?/gu, '√'],
  [/[✗✘☒❌]\uFE0F?/gu, '×'],
  [/\u2011/gu, '-'],
  [/↔\uFE0F?/gu, '-'],
];
/** ① ⑳ and so on, which are numbers in a ring. */
const RINGED = /[\u2460-\u2473]/gu;

/** @returns the text without what the report's own font cannot show: look-alikes for signs, nothing for emoji; © ® ™ stay. */
export function withoutEmoji(text: string): string {
  return STAND_INS.reduce((out, [sign, standIn]) => out.replace(sign, standIn), text)
    .replace(RINGED, (sign) => `(${sign.normalize('NFKC')})`)
    .replace(EMOJI, (found) => (/^[©®™]$/u.test(found) ? found : ''))
    .replace(/\u200D|\uFE0E|\uFE0F/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Thai digits, except in addresses, names of files and the like, which would no longer work (`www.a1.th`, `COVID-19`). */
export function thaiDigitsInText(text: string, convert: (digits: string) => string): string {
  return text.replace(/[A-Za-z0-9@_./:\-%?=&]+/g, (token) =>
    /[A-Za-z]/.test(token) ? token : convert(token),
  );
}
