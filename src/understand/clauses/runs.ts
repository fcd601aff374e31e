/** Finds the runs of words of a text that are likely a field's by the chances of its words: between gaps, and behind a word of reason; called by the proposals. */
import { cutsBetween } from './clauses.ts';
import type { Piece } from './pieces.ts';
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

/** @returns the pieces of a text between gaps, signs, particles and joining words. */
export function segmentsIn(
  { pieces, words }: Labelled,
  label: number,
  start: number,
  end: number,
): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let sum = 0;
  for (let at = 1; at <= pieces.length; at++) {
    sum += words[at - 1]?.[label] ?? 0;
    if (at < pieces.length && !partsBetween(pieces[at - 1] as Piece, pieces[at] as Piece)) continue;
    if ((pieces[from] as Piece).start >= start && (pieces[at - 1] as Piece).end <= end)
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

/** @returns what stands behind a word of reason, as far as its words are likelier the field's than not on the whole. */
export function reasonsIn(
  { pieces, words }: Labelled,
  label: number,
  segments: readonly Segment[],
): { from: number; to: number }[] {
  const causes = [...pieces.keys()].filter((at) => pieces[at]?.kind === 'cause').slice(0, MOST);
  return causes.flatMap((at) => {
    let [sum, most, to] = [0, 0, 0];
    for (const behind of segments.filter(({ from }) => from > at).slice(0, MOST_BEHIND)) {
      for (let place = behind.from; place < behind.to; place++) sum += (words[place]?.[label] ?? 0) - 0.5;
      if (sum > most) [most, to] = [sum, behind.to];
    }
    return to > at + 1 ? [{ from: at + 1, to }] : [];
  });
}

function partsBetween(before: Piece, piece: Piece): boolean {
  return piece.gap !== '' || cutsBetween(before, piece);
}
