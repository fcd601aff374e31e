/** What of a message is perhaps of another activity, or a sum that stands nowhere on the card: the report dialog's beginning says so before it is stored. */
import { findActivity } from '../domain/plan.ts';
import { arabicDigits, shortenUnits } from '../text/format.ts';
import {
  A_SUM,
  ACCOMPANIES,
  ADDS_NOTHING,
  NO_SPENT_SUM,
  PUT_RIGHT,
  BUYS,
  SPEAKS_OF_MONEY,
  TURNS_TO,
} from '../text/told.ts';
import { besideAnswer } from '../text/beside-answers.ts';
import { PARTICLES } from '../text/typed.ts';
import type { Reading, Span, Understood } from '../understand/types.ts';
import { plain } from './commands/command.ts';
import type { RequestContext } from './request-context.ts';
import { cutsOf, toldClauses } from './told-clauses.ts';

/** Letters that tell something, besides status words and figures. */
const LEAST_TOLD = 8;
/** Letters of a word that stands in the activity's name. */
const LEAST_WORD = 3;
/** Longer texts have a result, or several activities. */
const MOST_TEXT = 300;
/** Letters of the words that are repeated. */
const MOST_QUOTED = 60;

/** @param read as it stands on the card. @returns the sentence that says it; null where one card is all that the message wants. */
export function leftOut(text: string, read: Understood, { texts: { chat } }: RequestContext): string | null {
  const turn = turnIn(text);
  if (turn) return chat.multiple.another(shortenUnits(turn, MOST_QUOTED));
  if (read.more) return chat.multiple.more;
  const sum = sumBeside(text, read);
  if (sum) return chat.multiple.notTaken(sum);
  const { status } = read.fields;
  // what else is told of work that goes on, or is done, is proposed as its result
  const rest = status === 'not_started' || status === 'cancelled' ? untoldIn(text, read) : null;
  return rest && chat.beside.notTaken(rest);
}

/** The same of words that changed an open card, on which nothing is proposed. */
export function leftOutOfChange(
  text: string,
  read: Reading,
  about: string | null,
  request: RequestContext,
): string | null {
  const { chat } = request.texts;
  const sum = sumBeside(text, read);
  const rest = sum ? null : untoldIn(text, read, known(read, about, request));
  return sum ? chat.multiple.notTaken(sum) : rest && chat.beside.notTaken(rest);
}

/** The name of the activity, which the card shows. */
function known(read: Reading, about: string | null, { context }: RequestContext): string {
  const code = read.activity ?? about;
  return (code === null ? null : findActivity(context.plan, code)?.name) ?? '';
}

/** "จ้างเขาทำ 8000": a sum on the open card, without a word on what became of it. */
export function sumOnCard(text: string, read: Reading, { texts: { chat } }: RequestContext): string | null {
  const sum = sumBeside(text, read, true);
  return sum && chat.multiple.notTaken(sum);
}

/** @returns words that tell something and stand in no row, as they were typed. */
export function untoldIn(text: string, read: Reading, shownBesides = ''): string | null {
  if (text.length > MOST_TEXT) return null;
  const shown = [read.fields.result, read.fields.obstacle, read.fields.suggestion, read.fields.remark];
  const stands = (words: string): boolean => shown.some((told) => told?.includes(words));
  const kept = toldClauses(text, { start: 0, end: text.length }, cutsOf(text, read)).filter((one) => {
    const words = text.slice(one.start, one.end);
    return (
      !ACCOMPANIES.test(words) &&
      !besideAnswer(plain(words)) &&
      !stands(words) &&
      tellsOf(text, one, read, shownBesides) > 0
    );
  });
  if (kept.reduce((sum, one) => sum + tellsOf(text, one, read, shownBesides), 0) < LEAST_TOLD) return null;
  const words = kept.map(({ start, end }) => text.slice(start, end).trim()).join(' ');
  return shortenUnits(words.trim().replace(PARTICLES, '').trim(), MOST_QUOTED);
}

/** Letters that no field was read from, and that tell something. */
function tellsOf(
  text: string,
  { start, end }: Pick<Span, 'start' | 'end'>,
  read: Reading,
  shownBesides: string,
): number {
  let words = text.slice(start, end);
  for (const span of Object.values(read.because).flat())
    if (span.start >= start && span.end <= end) words = words.replace(span.text, ' ');
  const unit = read.fields.actual?.unit;
  if (unit) words = words.replaceAll(unit, ' ');
  for (const word of words.split(/[\s\d.,%]+/))
    if (word.length >= LEAST_WORD && shownBesides.includes(word)) words = words.replace(word, ' ');
  return words
    .replace(PUT_RIGHT, ' ')
    .replace(ADDS_NOTHING, ' ')
    .replace(/[^\p{L}\p{M}]/gu, '').length;
}

/** "ส่วนตู้ปลาทะเลยังไม่เริ่มเลย": from the words that turn to something else to the end of their line. */
function turnIn(text: string): string | null {
  const turn = TURNS_TO.exec(text);
  if (!turn || turn.index === 0) return null;
  const [words = ''] = text.slice(turn.index).split('\n', 1);
  if (ACCOMPANIES.test(words)) return null;
  const told = words.slice(turn[0].length).replace(ADDS_NOTHING, ' ');
  if (told.replace(/[^\p{L}\p{M}]/gu, '').length < LEAST_TOLD) return null;
  return words.trim().replace(PARTICLES, '').trim();
}

/** A sum of which no field was read, as it was typed. */
function sumBeside(text: string, read: Reading, buys = false): string | null {
  if (read.fields.spent !== null || read.unsure.includes('spent')) return null;
  const typed = arabicDigits(text);
  const sum = A_SUM.exec(typed);
  const speaks = SPEAKS_OF_MONEY.test(typed) || (buys && BUYS.test(typed));
  if (!sum || !speaks || NO_SPENT_SUM.test(typed)) return null;
  const end = sum.index + sum[0].length;
  const isRead = Object.values(read.because).some((spans) =>
    spans.some((span) => span.start < end && span.end > sum.index),
  );
  const isShown = [read.fields.result, read.fields.obstacle].some((told) =>
    arabicDigits(told ?? '').includes(sum[0]),
  );
  if (isRead || isShown) return null;
  return sum[0];
}
