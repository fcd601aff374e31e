/** What was said, as an office signs it: without particles and asides of speech, with its days as dates; every text of the official report goes through it, what is stored stays as it was said. */
import { addDays, lastDayOfMonth } from '../domain/fiscal-year.ts';
import { longDate, longMonth } from '../text/format.ts';
import {
  CLAUSE_PARTICLES,
  LOOSE_ENDS,
  OF_MONTH,
  OPENING_ASIDES,
  RELATIVE_DAYS,
  RELATIVE_MONTHS,
  withoutStress,
} from '../text/spoken-words.ts';

/** @param day ISO day on which it was reported: "เมื่อวาน" is the day before. */
export function inOfficeStyle(text: string, day: string): string {
  const plain = withoutStress(text)
    .replace(OPENING_ASIDES, '')
    .replace(CLAUSE_PARTICLES, '')
    .replace(LOOSE_ENDS, '');
  const dated = RELATIVE_DAYS.reduce(
    (said, { words, days, before }) =>
      said.replace(words, (found, at: number, all: string) =>
        spaced(`${before}${longDate(addDays(day, days), 'th')}`, at + found.length, all),
      ),
    plain,
  );
  const months = RELATIVE_MONTHS.reduce(
    (said, { words, months }) =>
      said.replace(words, (found, at: number, all: string) =>
        spaced(`${OF_MONTH}${longMonth(monthOff(day, months), 'th')}`, at + found.length, all),
      ),
    dated,
  );
  const tidy = months
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=[\n,.])/g, '')
    .trim();
  // words that were nothing else stay: an empty cell would say that there is none
  return tidy === '' ? text : tidy;
}

/** With a space before the word it runs into. */
function spaced(words: string, end: number, all: string): string {
  return /[\p{L}\p{N}]/u.test(all[end] ?? '') ? `${words} ` : words;
}

/** @returns the month so many before or after the day's, `2021-03`. */
function monthOff(day: string, months: number): string {
  const month = day.slice(0, 7);
  if (months === 0) return month;
  return (months > 0 ? addDays(lastDayOfMonth(month), 1) : addDays(`${month}-01`, -1)).slice(0, 7);
}
