/** Finds the runs of words of a text that are likely a field's by the chances of its words: between gaps, and behind a word of reason; called by the proposals. */
import { cutsBetween } from './clauses.ts';
import type { Piece } from './pieces.ts';
import { firstFrom } from '../tokens.ts';
import type { Labelled } from './texts.ts';

/** Runs of segments in a row that are looked at, and how many of them are proposed. */
const LONGEST = 5;
const MOST = 8;
/** Words less probable than this speak against a run. */
const FOR = 0.25;
/** Segments of a reason. */
const MOST_BEHIND = 16;

/** What stands between two places where a stretch may begin or end, and how probably its words are the field's. */
export interface Segment {
  /** Places of pieces, the second excluded. */
  from: number;
  to: number;
  /** Of its words' chances. */
  sum: number;
  /** Of a word, on the whole. */
  chance: number;
}

/** @returns the pieces of a text between two offsets, as gaps, signs, particles and joining words part them. */
export function segmentsIn(
  { pieces, words }: Labelled,
  label: number,
  start: number,
  end: number,
): Segment[] {
  const segments: Segment[] = [];
  let from = firstFrom(pieces, start);
  while (from > 0 && from < pieces.length && !opensSegment(pieces, from)) from++;
  let sum = 0;
  for (let at = from + 1; at <= pieces.length && (pieces[at - 1] as Piece).end <= end; at++) {
    sum += words[at - 1]?.[label] ?? 0;
    if (at < pieces.length && !opensSegment(pieces, at)) continue;
    segments.push({ from, to: at, sum, chance: sum / (at - from) });
    from = at;
    sum = 0;
  }
  return segments;
}

/** @returns the runs of segments whose words are likeliest the field's on the whole. */
export function likelyRuns(segments: readonly Segment[]): { from: number; to: number }[] {
  const runs: { from: number; to: number; sum: number }[] = [];
  for (const [at, { from }] of segments.entries()) {
    let sum = 0;
    for (const last of segments.slice(at, at + LONGEST)) {
      sum += last.sum - FOR * (last.to - last.from);
      if (sum > 0) runs.push({ from, to: last.to, sum });
    }
  }
  return runs.sort((a, b) => b.sum - a.sum).slice(0, MOST);
}

/** @returns what stands behind a word of reason, as far as its words are likelier the field's than not on the whole; and the same to where they are least, and without the last segment. */
export function reasonsIn(
  { pieces, words }: Labelled,
  label: number,
  segments: readonly Segment[],
): { from: number; to: number }[] {
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) return [];
  const causes: number[] = [];
  // "…เพราะ" ends the segment before the first
  for (let at = Math.max(0, first.from - 1); at < last.to && causes.length < MOST; at++)
    if (pieces[at]?.kind === 'cause') causes.push(at);
  return causes.flatMap((at) => {
    let [sum, most, to] = [0, 0, 0];
    for (const behind of segments.filter(({ from }) => from > at).slice(0, MOST_BEHIND)) {
      for (let place = behind.from; place < behind.to; place++) sum += (words[place]?.[label] ?? 0) - 0.5;
      if (sum > most) [most, to] = [sum, behind.to];
    }
    if (to <= at + 1) return [];
    const [, ...later] = segments.filter((one) => one.from > at && one.to <= to);
    const [weakest] = later.toSorted((a, b) => a.chance - b.chance);
    const ends = new Set([to, weakest?.from ?? to, later.at(-1)?.from ?? to]);
    return [...ends].map((end) => ({ from: at + 1, to: end }));
  });
}

function opensSegment(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  return piece.gap !== '' || cutsBetween(pieces[at - 1] as Piece, piece);
}
