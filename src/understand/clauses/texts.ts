/** Takes obstacle, suggestion and result out of a text as exact stretches of it, by the labels of its words. */
import type { Bag } from '../learn/bag.ts';
import { latticeOf } from '../learn/chain.ts';
import { probabilities } from '../learn/linear.ts';
import type { Weights } from '../learn/weights.ts';
import { clauseBags, clausesOf } from './clauses.ts';
import { type Piece, labelRow } from './pieces.ts';

export const READ_TEXTS = ['obstacle', 'suggestion', 'result'] as const;
export type ReadText = (typeof READ_TEXTS)[number];

/** The chain's labels, in order. */
export const LABELS = ['-', ...READ_TEXTS] as const;

/** Longer clauses without a gap may have a part that is the field. */
const LONG = 30;
const WORD = 0.5;
const GOES_ON = 0.35;
/** A clause between two of the field is part of it when it is this likely. */
const BETWEEN = 0.15;

/** How probable each label is for each word, and for each clause as a whole. */
export interface Labelled {
  pieces: readonly Piece[];
  words: readonly (readonly number[])[];
  clauses: readonly { from: number; to: number; chances: readonly number[] }[];
}

export function labelled(pieces: readonly Piece[], weights: Pick<Weights, 'texts' | 'clause'>): Labelled {
  const clauses = clausesOf(pieces);
  const bags = clauseBags(pieces, clauses);
  return {
    pieces,
    words: latticeOf(weights.texts, labelRow(pieces)).marginals,
    clauses: clauses.map(([from, to], at) => ({
      from,
      to,
      chances: probabilities(weights.clause, bags[at] as Bag),
    })),
  };
}

/** @param least share of a clause that makes it the field's as a whole. @returns the likeliest stretch of a field between two offsets of the text, as places of pieces. */
export function stretchBy(
  field: ReadText,
  { pieces, words, clauses: all }: Labelled,
  start: number,
  end: number,
  least: number,
): { from: number; to: number } | null {
  const label = LABELS.indexOf(field);
  const chance = (at: number): number => words[at]?.[label] ?? 0;
  const clauses = all
    .filter(({ from, to }) => (pieces[from] as Piece).start >= start && (pieces[to - 1] as Piece).end <= end)
    .map(({ from, to, chances }) => {
      let sum = 0;
      for (let at = from; at < to; at++) sum += chance(at);
      const whole = chances[label] as number;
      return { from, to, chance: whole, share: (sum / (to - from) + whole) / 2 };
    });
  const runs: { from: number; to: number }[] = [];
  const add = (from: number, to: number): void => {
    const before = runs.at(-1);
    const gap = before ? clauses.filter((clause) => clause.from >= before.to && clause.to <= from) : [];
    const joined =
      before &&
      (pieces.slice(before.to, from).every((piece) => piece.kind === '.' || piece.kind === 'particle') ||
        (gap.length === 1 && (gap[0]?.share ?? 0) >= BETWEEN));
    if (joined) before.to = to;
    else runs.push({ from, to });
  };
  for (const { from, to, share } of clauses) {
    if (share >= least) {
      add(from, to);
      continue;
    }
    const letters = (pieces[to - 1]?.end ?? 0) - (pieces[from]?.start ?? 0);
    if (letters <= LONG) continue;
    for (let at = from; at < to; at++) {
      if (chance(at) < WORD) continue;
      let end = at + 1;
      while (end < to && chance(end) >= GOES_ON) end++;
      add(at, end);
      at = end;
    }
  }
  const sized = runs.map(({ from, to }) => {
    let sum = 0;
    for (let at = from; at < to; at++) sum += chance(at);
    return { from, to, sum };
  });
  return sized.sort((a, b) => b.sum - a.sum)[0] ?? null;
}

/** @returns the places of a stretch without what guidelines leave out at either end. */
export function withoutEdges(
  pieces: readonly Piece[],
  first: number,
  last: number,
): { from: number; to: number } {
  let [from, to] = [first, last];
  while (from < to - 1 && isEdge(pieces[from] as Piece, true)) from++;
  while (to > from + 1 && isEdge(pieces[to - 1] as Piece, false)) to--;
  return { from, to };
}

/** @returns how probable it is of the words between two offsets, on the whole, that they are the field's. */
export function supportOf(field: ReadText, { pieces, words }: Labelled, start: number, end: number): number {
  const label = LABELS.indexOf(field);
  let sum = 0;
  let count = 0;
  for (const [at, piece] of pieces.entries()) {
    if (piece.end <= start || piece.start >= end) continue;
    sum += words[at]?.[label] ?? 0;
    count++;
  }
  return sum / Math.max(1, count);
}

const OPENING = new Set([
  'cause',
  'but',
  'head-obstacle',
  'head-suggestion',
  'head-result',
  'particle',
  'also',
]);

/** What guidelines leave out at either end: headings and joining words, thanks, particles and signs. */
function isEdge({ kind, word }: Piece, opening: boolean): boolean {
  if (kind === '.') return !(opening ? /^["“(]/ : /^[")”%]/).test(word);
  return opening ? OPENING.has(kind) : kind === 'particle' || kind === 'small-talk';
}
