/** The shortest results: all that a report says, and what answers the question for one; narrative and the result's interpreter ask. */
import { FIELD_NAMES } from '../domain/activity.ts';
import { ACCOMPANIES, ADDS_NOTHING, ASKS, NOT_YET } from '../text/told.ts';
import { SOUND_ALONE, PRAISES } from '../text/typed-answers.ts';
import { NAMES_REPORTING, PARTICLES } from '../text/typed.ts';
import type { Reading } from '../understand/types.ts';
import { smallTalkOf } from './small-talk.ts';

/** Letters that tell something, where nothing else was read. */
const LEAST_ALONE = 4;
/** Letters up to which a question, or a promise, is no answer. */
const SHORT = 12;

/**
 * "1.2 ผ่านเกณฑ์", "1.2 120 คน": a report in which nothing was read tells that, however short it is.
 * @param part of the text that is about this reading. @returns null where something was read, or nothing is told.
 */
export function allThatIsSaid(
  text: string,
  read: Reading,
  part: { start: number; end: number },
): string | null {
  const named = (read.because.activity ?? []).filter(
    ({ start, end }) => start >= part.start && end <= part.end,
  );
  const isRead = read.unsure.length > 0 || FIELD_NAMES.some((name) => read.fields[name] !== null);
  if (isRead || named.length === 0) return null;
  let [rest, from] = ['', part.start];
  for (const { start, end } of named.toSorted((a, b) => a.start - b.start)) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  const said = (rest + text.slice(from, part.end)).trim().replace(PARTICLES, '').trim();
  if ([ACCOMPANIES, NOT_YET, ASKS, NAMES_REPORTING].some((pattern) => pattern.test(said))) return null;
  const letters = said.replace(ADDS_NOTHING, ' ').replace(/[^\p{L}\p{M}]/gu, '').length;
  return letters >= LEAST_ALONE || (/\p{N}/u.test(said) && /\p{L}/u.test(said)) ? said : null;
}

/** "ผ่าน", "85%", "A" said to the question for a result: however short, it goes on a card to be looked at. A single Thai letter is a slip. */
export function answersResult(typed: string): boolean {
  if (PRAISES.test(typed)) return true;
  if (smallTalkOf(typed) || SOUND_ALONE.test(typed)) return false;
  if (typed.length <= SHORT && (ASKS.test(typed) || NOT_YET.test(typed) || ACCOMPANIES.test(typed)))
    return false;
  return /[\p{L}\p{M}\p{N}]{2}|[a-z\p{N}]/iu.test(typed);
}
