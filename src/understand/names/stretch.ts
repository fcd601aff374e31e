/** What is looked at for names: a text or a part of it, with its words and the runs of the plan's names in it. */
import type { PlanIndex } from '../plan-index.ts';
import { firstFrom, isWord, type Token } from '../tokens.ts';
import { type Run, runsIn } from './runs.ts';
import type { Writer } from './writer.ts';
import { isShortName, type WordAt, wordsIn } from './terms.ts';

export interface Stretch {
  text: string;
  words: readonly WordAt[];
  tokens: readonly Token[];
  runs: readonly Run[];
  from: number;
  to: number;
  /** Who wrote it; null where nothing is known of them. */
  writer: Writer | null;
}

/** @returns the part of a stretch between two offsets. */
export function cutStretch(
  { text, words, tokens, runs, writer }: Stretch,
  from: number,
  to: number,
): Stretch {
  const inside = (one: { start: number; end: number }): boolean => one.start >= from && one.end <= to;
  return {
    text,
    words: words.filter(inside),
    tokens: tokens.filter(inside),
    runs: runs.filter(inside),
    from,
    to,
    writer,
  };
}

/** @returns the whole text as what is looked at. */
export function wholeStretch(
  text: string,
  tokens: readonly Token[],
  index: PlanIndex,
  writer: Writer | null,
): Stretch {
  const words = wordsIn(text);
  const taken = tokens.filter(
    (token) =>
      token.kind === 'date' || isWord(token, 'fraction') || (token.kind === 'mention' && token.by !== 'name'),
  );
  const blocked = (start: number, end: number): boolean =>
    (taken[firstFrom(taken, end) - 1]?.end ?? 0) > start;
  const runs = runsIn(text, words, index.terms, blocked).filter(
    ({ start, end }) => !isPlace(text.slice(start, end)),
  );
  return { text, words, tokens, runs, from: 0, to: text.length, writer };
}

/** "หมู่ 3" is where the work is; many works are there. */
function isPlace(said: string): boolean {
  if (isShortName(said)) return false;
  return said.replace(/(?:หมู่|ม\.|ซอย|เขต|ตำบล|รุ่น|ครั้ง)(?:บ้าน)?(?:ที่)?\s?\d*|[\s\d,.-]+|และ|กับ/g, '').length < 2;
}

/** Words by which something is told of what stands before them. */
export const TELLING = [
  'not-yet',
  'not',
  'done',
  'act',
  'doing',
  'start',
  'nearly',
  'postpone',
  'cancel',
  'spend',
  'free',
  'progress',
  'cannot',
  'trouble',
] as const;

/** Whether right after a name something is told of it. */
export function isToldOf(text: string, tokens: readonly Token[], named: { end: number }): boolean {
  const next = tokens.find((token) => token.start >= named.end && !isWord(token, 'neutral', 'lead'));
  return (
    next !== undefined &&
    // at most the rest of the name's last word
    /^\S{0,16}\s?$/.test(text.slice(named.end, next.start)) &&
    (next.kind === 'number' || isWord(next, ...TELLING))
  );
}
