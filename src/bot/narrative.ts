/** What a message tells beyond code, status, money, obstacle and suggestion, in its own words: proposed as the result on the card; the report dialog's beginning asks it. */
import { LOOSE_ENDS, OPENING_ASIDES, SPOKEN_LAST, withoutStress } from '../text/spoken-words.ts';
import {
  ACCOMPANIES,
  ADDRESSED,
  CONSEQUENCE,
  HAS_CONSEQUENCE,
  NOT_DONE_BECAUSE,
  REASON_FIRST,
  STATUS_LAST,
  ADDS_NOTHING,
  JOINS_LAST,
  NOT_YET,
  RESULT_HEADING,
  STATUS_FIRST,
} from '../text/told.ts';
import { PARTICLES } from '../text/typed.ts';
import { allThatIsSaid } from './short-result.ts';
import { cutsOf, type ToldPiece, toldClauses, wholeCutsOf } from './told-clauses.ts';
import type { Reading } from '../understand/types.ts';

/** Of a code or a percentage, once what it belongs to is left out. */
const LOOSE_FIGURES = /^(?:[0-9.]+\s*\)|[0-9]+(?:\.[0-9]+)?\s*%)\s*/;

/** Letters of a clause that tells something, and of all that is told. */
const LEAST_CLAUSE = 5;
const LEAST_TOLD = 10;

/**
 * @param text as typed. @param part of it that is about this reading, UTF-16 offsets.
 * @returns the stretches of the text that tell what was done, as they stand; null where none has substance.
 */
export function narrativeOf(text: string, read: Reading, part: ToldPiece = whole(text)): string | null {
  const { status } = read.fields;
  const [why] = read.because.obstacle ?? [];
  const notDone = why && NOT_DONE_BECAUSE.exec(text.slice(part.start, why.start));
  if (notDone) return text.slice(part.start + notDone.index, why.end);
  // what is told of something that did not happen is why
  if (status === 'not_started' || status === 'cancelled') return null;
  const kept = toldClauses(text, part, wholeCutsOf(text, read)).filter((one) => tells(text, one, read));
  const told = joined(text, kept);
  return kept.reduce((sum, one) => sum + substance(text, one, read), 0) < LEAST_TOLD ? null : told;
}

/** The reading with what the message tells as its result, where it has none or only a piece of that. */
export function withNarrative<R extends Reading>(given: R, text: string, part: ToldPiece = whole(text)): R {
  // words that only mention a problem, which is asked for, are no result
  if (given.unsure.includes('obstacle')) return given;
  const read = withRemedy(withWholeObstacle(given, text, part), text, part);
  const { result } = read.fields;
  const [span] = read.because.result ?? [];
  if (result === '' || (result !== null && (!span || RESULT_HEADING.test(text.slice(0, span.start)))))
    return read;
  const told = narrativeOf(text, read, part) ?? allThatIsSaid(text, read, part);
  if (told === null || (result !== null && !told.includes(result))) return read;
  return {
    ...read,
    fields: { ...read.fields, result: told },
    unsure: read.unsure.filter((field) => field !== 'result'),
  };
}

/** An obstacle with the words that lead to it and what came of it, up to the end of its sentence. */
function withWholeObstacle<R extends Reading>(read: R, text: string, part: ToldPiece): R {
  const [span, ...more] = read.because.obstacle ?? [];
  if (!span || more.length > 0 || read.fields.obstacle !== span.text) return read;
  const lead = REASON_FIRST.exec(text.slice(part.start, span.start))?.[0] ?? '';
  const others = cutsOf(text, read).filter((cut) => cut.start >= span.end);
  const stop = Math.min(part.end, ...others.map((cut) => cut.start));
  const rest = text.slice(span.end, stop);
  const goesOn = CONSEQUENCE.test(rest.trimStart());
  if (!goesOn && !HAS_CONSEQUENCE.test(span.text)) return read;
  const sentence = goesOn ? /^[^\n]*/.exec(rest)![0].replace(PARTICLES, '').trimEnd() : '';
  const notDone = NOT_DONE_BECAUSE.test(text.slice(part.start, span.start));
  const start = span.start - (notDone ? 0 : lead.length);
  const whole = {
    start,
    end: span.end + sentence.length,
    text: text.slice(start, span.end + sentence.length),
  };
  return {
    ...read,
    fields: { ...read.fields, obstacle: whole.text },
    because: { ...read.because, obstacle: [whole] },
  };
}

/** What is told behind the reason of something not done is what to do instead: a suggestion, as offices print it. */
function withRemedy<R extends Reading>(read: R, text: string, part: ToldPiece): R {
  const [why] = read.because.obstacle ?? [];
  if (!why || read.fields.suggestion !== null || !NOT_DONE_BECAUSE.test(text.slice(part.start, why.start)))
    return read;
  const behind = toldClauses(text, { start: why.end, end: part.end }, cutsOf(text, read));
  const kept = behind.filter((one) => !ACCOMPANIES.test(text.slice(one.start, one.end)));
  if (kept.reduce((sum, one) => sum + substance(text, one, read), 0) < LEAST_TOLD) return read;
  return { ...read, fields: { ...read.fields, suggestion: joined(text, kept) } };
}

/** Each of several readings with the part of the text from its activity to the next one's. */
export function withNarratives(readings: readonly Reading[], text: string): Reading[] {
  const startOf = (one: Reading): number => one.because.activity?.[0]?.start ?? -1;
  return readings.map((one) => {
    const start = startOf(one);
    if (start < 0) return one;
    const next = Math.min(text.length, ...readings.map(startOf).filter((at) => at > start));
    return withNarrative(one, text, { start, end: next });
  });
}

function whole(text: string): ToldPiece {
  return { start: 0, end: text.length };
}

function tells(text: string, piece: ToldPiece, read: Reading): boolean {
  const words = text.slice(piece.start, piece.end);
  if (ACCOMPANIES.test(words) || NOT_YET.test(words)) return false;
  return substance(text, piece, read) >= LEAST_CLAUSE;
}

/** Letters that are neither the activity's name nor said by another field. */
function substance(text: string, { start, end }: ToldPiece, read: Reading): number {
  const named = [
    ...(read.because.activity ?? []),
    ...(read.because.date ?? []),
    ...(read.because.percent ?? []),
    ...(read.because.spent ?? []),
  ];
  let words = text.slice(start, end);
  for (const span of named) if (span.start >= start && span.end <= end) words = words.replace(span.text, ' ');
  return words.replace(ADDS_NOTHING, ' ').replace(/[^\p{L}\p{M}]/gu, '').length;
}

/** What stands together stays together, line breaks included; what only leads to it and ends it is taken off. */
function joined(text: string, pieces: readonly ToldPiece[]): string {
  let told = '';
  let end = -1;
  for (const piece of pieces) {
    const between = end < 0 ? '' : text.slice(end, piece.start);
    told += end < 0 ? '' : /^[\s,/|]*$/.test(between) ? between : /\n/.test(between) ? '\n' : ' ';
    told += text.slice(piece.start, piece.end);
    end = piece.end;
  }
  return withoutStress(told)
    .trim()
    .replace(LOOSE_ENDS, '')
    .replace(OPENING_ASIDES, '')
    .replace(LOOSE_FIGURES, '')
    .replace(STATUS_FIRST, '')
    .replace(LOOSE_FIGURES, '')
    .replace(ADDRESSED, '')
    .replace(PARTICLES, '')
    .replace(SPOKEN_LAST, '')
    .replace(JOINS_LAST, '')
    .replace(STATUS_LAST, '')
    .replace(LOOSE_ENDS, '')
    .trim();
}
