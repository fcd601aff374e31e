/** Takes obstacle, suggestion and result out of a text as exact stretches of it, by the labels of its words. */
import type { Bag } from '../learn/bag.ts';
import { latticeOf } from '../learn/chain.ts';
import { probabilities } from '../learn/linear.ts';
import type { Weights } from '../learn/weights.ts';
import { clauseBags, clausesOf } from './clauses.ts';
import { type Piece, labelRow } from './pieces.ts';

export const TEXT_FIELDS = ['obstacle', 'suggestion', 'result'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** The chain's labels, in order. */
export const LABELS = ['-', ...TEXT_FIELDS] as const;

export interface TextStretch {
  start: number;
  end: number;
  probability: number;
}

/** A clause of which this share is the field belongs to it whole. */
const SHARE = 0.25;
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

/** @returns the likeliest stretch of a field between two offsets of the text, or null. */
export function likeliestStretch(
  field: TextField,
  { pieces, words, clauses: all }: Labelled,
  start: number,
  end: number,
): TextStretch | null {
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
    if (share >= SHARE) {
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
    const own = clauses.filter((clause) => clause.from < to && clause.to > from);
    const whole = own.reduce((total, clause) => total + clause.chance, 0) / Math.max(1, own.length);
    return { from, to, sum, probability: (sum / (to - from) + whole) / 2 };
  });
  const best = sized.sort((a, b) => b.sum - a.sum)[0];
  if (!best) return null;
  let { from, to } = best;
  while (from < to - 1 && isEdge(pieces[from] as Piece, true)) from++;
  while (to > from + 1 && isEdge(pieces[to - 1] as Piece, false)) to--;
  return {
    start: (pieces[from] as Piece).start,
    end: (pieces[to - 1] as Piece).end,
    probability: best.probability,
  };
}

/** @returns how probable it is of the words between two offsets, on the whole, that they are the field's. */
export function supportOf(field: TextField, { pieces, words }: Labelled, start: number, end: number): number {
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

/** What guidelines leave out at either end: headings and joining words, particles and signs. */
function isEdge({ kind, word }: Piece, opening: boolean): boolean {
  if (kind === '.') return !(opening ? /^["“(]/ : /^[")”%]/).test(word);
  return opening ? OPENING.has(kind) : kind === 'particle';
}
