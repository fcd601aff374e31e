/** Decides how far the work of one part of a text is; below its threshold it is left out, or asked with the likely answers. */
import type { Status } from '../../domain/activity.ts';
import { type Normal, spanOf } from '../spelling/normalise.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isWord, type Word } from '../tokens.ts';
import type { Reading } from '../types.ts';
import { type PartText, PART_STATUSES, tokensIn } from './part.ts';
import { named } from './roles.ts';

/** @param all the chances, by PART_STATUSES. */
export function decideStatus(normal: Normal, part: PartText, all: readonly number[], reading: Reading): void {
  const chances = named(PART_STATUSES, all);
  // "ยังติดปัญหาอยู่" has begun
  if (goesOnInTrouble(part)) chances.not_started = 0;
  if (isDenied(part)) chances.completed = 0;
  const order = [...PART_STATUSES].sort((a, b) => chances[b] - chances[a]);
  const [first = 'none'] = order;
  const because = reading.because.status;
  const unsaid =
    part.rules.fields.status === null && !tokensIn(part).some((token) => isWord(token, ...TELLING));
  const agreed = part.rules.fields.status === first;
  const least = unsaid ? THRESHOLDS.statusUnsaid : agreed ? THRESHOLDS.statusAgreed : THRESHOLDS.status;
  const likely = first === 'none' || chances[first] < least ? null : first;
  const status = isFinishedInPart(part, reading.fields.percent) ? 'completed' : likely;
  const contradicts = part.rules.unsure.includes('status') && chances[first] < THRESHOLDS.contradiction;
  // perhaps nothing was said of it: then nothing is asked either
  const unsure = contradicts || (first !== 'none' && status === null && chances.none < THRESHOLDS.statusNone);
  reading.fields.status = unsure ? null : status;
  reading.unsure = reading.unsure.filter((field) => field !== 'status');
  if (unsure) {
    reading.unsure.push('status');
    reading.likely.status = order
      .filter((one): one is Status => one !== 'none' && chances[one] >= 0.1)
      .slice(0, 3)
      .map((value) => ({ value, probability: chances[value] }));
  }
  if (status !== null && !because) {
    const words = tokensIn(part).filter((token): token is Word =>
      isWord(token, 'done', 'doing', 'not-yet', 'postpone', 'cancel', 'already', 'start', 'left', 'lacking'),
    );
    if (words[0]) reading.because.status = [spanOf(normal, words[0].start, words[0].end)];
  } else if (status === null && !unsure) delete reading.because.status;
}

/** "เสร็จแล้ว 50%": finished, or half of it? Both are said, and whoever stores it asks. In "เทปูนเสร็จแล้ว 80%" only what was poured is. */
function isFinishedInPart(part: PartText, percent: number | null): boolean {
  if (percent === null || percent <= 0 || percent >= 100) return false;
  const tokens = tokensIn(part);
  return tokens.some(
    (token, at) =>
      isWord(token, 'done') &&
      !/[\u0e01-\u0e4e]/.test(part.text[token.start - 1] ?? ' ') &&
      isWord(tokens[at + 1], 'already') &&
      tokens[at + 2]?.kind === 'number',
  );
}

/** Something is still in its way, and no word says that it has not begun. */
function goesOnInTrouble(part: PartText): boolean {
  const tokens = tokensIn(part);
  const has = (...families: Parameters<typeof isWord>[1][]): boolean =>
    tokens.some((token) => isWord(token, ...families));
  return has('still') && has('trouble') && !has(...NOT_BEGUN);
}

/** "ทำไม่เสร็จ", "ยังไม่เสร็จ": wherever it is said to be done, it is denied. */
function isDenied(part: PartText): boolean {
  const tokens = tokensIn(part);
  const done = tokens.flatMap((token, at) => (isWord(token, 'done') ? [tokens[at - 1]] : []));
  return done.length > 0 && done.every((before) => isWord(before, 'not', 'not-yet', 'cannot'));
}

const NOT_BEGUN = [
  'not',
  'not-yet',
  'cannot',
  'postpone',
  'cancel',
  'will',
  'planned',
  'start',
  'untouched',
] as const;

/** Words of how far the work is. */
const TELLING = [
  'done',
  'doing',
  'not-yet',
  'postpone',
  'cancel',
  'already',
  'start',
  'left',
  'lacking',
  'act',
  'nearly',
  'partly',
  'still',
  'reached',
  'planned',
  'will',
  'progress',
  'percent',
  'untouched',
] as const;
