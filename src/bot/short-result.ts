/** The shortest results: all that a report says, and what answers the question for one; narrative and the result's interpreter ask. */
import { FIELD_NAMES, type FieldName } from '../domain/activity.ts';
import { arabicDigits } from '../text/format.ts';
import { ACCOMPANIES, ADDS_NOTHING, ASKS, NOT_YET } from '../text/told.ts';
import { SOUND_ALONE, PRAISES } from '../text/typed-answers.ts';
import { NAMES_REPORTING, PARTICLES } from '../text/typed.ts';
import type { Reading, Span } from '../understand/types.ts';
import { smallTalkOf } from './small-talk.ts';

/** Letters that tell something, where nothing else was read. */
const LEAST_ALONE = 4;
/** Letters of what is kept whatever it is: an empty card would lose it. */
const LEAST_TOLD = 8;
/** Letters up to which a question, or a promise, is no answer. */
const SHORT = 12;

/**
 * "1.2 ผ่านเกณฑ์", "1.2 120 คน": a report in which nothing was read tells that, however short it is.
 * What is longer is kept though something is still to be asked: it would be lost where that is passed over.
 * @param part of the text that is about this reading. @returns null where something was read for certain, or nothing is told.
 */
export function allThatIsSaid(
  text: string,
  read: Reading,
  part: { start: number; end: number },
): string | null {
  const named = (read.because.activity ?? []).filter(
    ({ start, end }) => start >= part.start && end <= part.end,
  );
  const isSure = (name: FieldName): boolean =>
    read.fields[name] !== null && !(read.unsure as readonly string[]).includes(name);
  if (FIELD_NAMES.some(isSure)) return null;
  const said = besides(text, part, named);
  if (ASKS.test(said) || NAMES_REPORTING.test(said)) return null;
  const letters = lettersIn(said.replace(ADDS_NOTHING, ' '));
  // of a sentence the name is a part
  const whole = besides(text, part, named.filter(isByCode));
  if (letters >= LEAST_TOLD || (/\p{N}/u.test(said) && lettersIn(whole) >= LEAST_TOLD)) return whole;
  if (named.length === 0 || read.unsure.length > 0 || ACCOMPANIES.test(said) || NOT_YET.test(said))
    return null;
  return letters >= LEAST_ALONE || (/\p{N}/u.test(said) && /\p{L}/u.test(said)) ? said : null;
}

function lettersIn(words: string): number {
  return words.replace(/[^\p{L}\p{M}]/gu, '').length;
}

/** What a part of a text says beside these spans. */
function besides(text: string, part: { start: number; end: number }, spans: readonly Span[]): string {
  let [rest, from] = ['', part.start];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return (rest + text.slice(from, part.end)).trim().replace(PARTICLES, '').trim();
}

/** Whether a span is a code, and no name in words. */
export function isByCode({ text }: Span): boolean {
  return /[0-9]/.test(arabicDigits(text)) && text.replace(/[^\p{L}\p{M}]/gu, '').length < 12;
}

/** "ผ่าน", "85%", "A" said to the question for a result: however short, it goes on a card to be looked at. A single Thai letter is a slip. */
export function answersResult(typed: string): boolean {
  if (PRAISES.test(typed)) return true;
  if (smallTalkOf(typed) || SOUND_ALONE.test(typed)) return false;
  if (typed.length <= SHORT && (ASKS.test(typed) || NOT_YET.test(typed) || ACCOMPANIES.test(typed)))
    return false;
  return /[\p{L}\p{M}\p{N}]{2}|[a-z\p{N}]/iu.test(typed);
}
