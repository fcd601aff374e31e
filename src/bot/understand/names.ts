/** Finds activities by the letters of their names, whole or in part and with typing errors, by what three letters in a row tell. */
import { compact, type PlanIndex } from './plan-index.ts';
import { isWord, type MentionToken, type Token } from './tokens.ts';
import type { Family } from './words/families.ts';

export interface NameMatch {
  code: string;
  score: number;
  start: number;
  end: number;
  /** Share of the name's letters that were said. */
  coverage: number;
}

/** Words that say something of a report rather than name an activity. */
const SILENT: ReadonlySet<Family> = new Set<Family>([
  'done',
  'already',
  'doing',
  'nearly',
  'partly',
  'will',
  'planned',
  'start',
  'postpone',
  'cancel',
  'left',
  'lacking',
  'not',
  'not-yet',
  'cannot',
  'still',
  'spend',
  'baht',
  'allotted',
  'total',
  'free',
  'progress',
  'percent',
  'per-hundred',
  'particle',
  'question-tail',
  'question-word',
  'small-talk',
  'lead',
  'announce',
  'month',
  'report-noun',
  'amend',
  'undo',
  'got',
  'all-of',
  'both',
  'this-mark',
  'goes-on',
  'on-day',
  'vague-time',
  'promise',
  'how',
  'cause',
  'but',
  'also',
  'overdue',
  'show',
  'catalogue',
  'no-trouble',
  'head-obstacle',
  'head-suggestion',
]);

const GAP = 0.35;
const SILENT_GAP = 0.5;

/** How much a stretch must tell to name an activity; more in a longer plan, where letters meet by chance. */
export function enoughFor(index: PlanIndex): number {
  return 5 + 2.6 * Math.max(0, Math.log((index.names.nodes.length + 1) / 16));
}

/** By how much the first must lead the second. */
export function leadFor(index: PlanIndex): number {
  return 0.65 * Math.log(index.names.nodes.length + 1);
}

/** @returns the best stretch for each activity of which any letters were found within `[from, to)`, best first. */
export function nameMatches(
  text: string,
  tokens: readonly Token[],
  index: PlanIndex,
  from: number,
  to: number,
): NameMatch[] {
  const { letters, places } = compact(text.slice(from, to));
  const silent = silenced(tokens, from, to);
  const count = index.names.nodes.length;
  const score = new Float64Array(count);
  const best = new Float64Array(count);
  const last = new Int32Array(count).fill(-1);
  const begin = new Int32Array(count);
  const bestBegin = new Int32Array(count);
  const bestEnd = new Int32Array(count);
  const hits = new Int32Array(count);
  const bestHits = new Int32Array(count);
  const cost = new Float64Array(letters.length + 1);
  for (let at = 0; at < letters.length; at++)
    cost[at + 1] =
      (cost[at] as number) + (letters[at] === '\n' ? 3 : silent[places[at] as number] ? SILENT_GAP : GAP);
  const touched: number[] = [];
  for (let at = 0; at + 3 <= letters.length; at++) {
    const quiet = (silent[places[at] as number] ?? 0) + (silent[places[at + 2] as number] ?? 0);
    if (quiet === 2) continue;
    const postings = index.names.trigrams.get(letters.slice(at, at + 3));
    if (!postings) continue;
    for (const { node, weight } of postings) {
      const gap =
        last[node] === -1
          ? 0
          : Math.max(
              0,
              (cost[at] as number) - (cost[Math.min(letters.length, (last[node] as number) + 1)] as number),
            );
      let carried = (score[node] as number) - gap;
      if (last[node] === -1 || carried <= 0) {
        if (last[node] === -1) touched.push(node);
        carried = 0;
        begin[node] = at;
        hits[node] = 0;
      }
      score[node] = carried + weight * (quiet === 1 ? 0.5 : 1);
      hits[node] = (hits[node] as number) + 1;
      last[node] = at;
      if ((score[node] as number) <= (best[node] as number)) continue;
      best[node] = score[node] as number;
      bestBegin[node] = begin[node] as number;
      bestEnd[node] = at + 2;
      bestHits[node] = hits[node] as number;
    }
  }
  return touched
    .map((node) => ({
      code: (index.names.nodes[node] as { code: string }).code,
      score: best[node] as number,
      start: from + (places[bestBegin[node] as number] as number),
      end: from + (places[bestEnd[node] as number] as number) + 1,
      coverage: (bestHits[node] as number) / Math.max(1, index.names.lengths[node] as number),
    }))
    .sort((a, b) => b.score - a.score);
}

function silenced(tokens: readonly Token[], from: number, to: number): Uint8Array {
  const marks = new Uint8Array(to - from + 3);
  for (const token of tokens) {
    const mute =
      token.kind === 'date' ||
      (token.kind === 'mention' && token.by === 'code') ||
      (token.kind === 'word' && SILENT.has(token.family));
    if (mute) marks.fill(1, Math.max(0, token.start - from), Math.max(0, Math.min(to, token.end) - from));
  }
  return marks;
}

/**
 * The activity a stretch of text names.
 * @returns a mention with one code when it is clear, several when it could be any of them, null when the text names none.
 */
export function nameIn(
  text: string,
  tokens: readonly Token[],
  index: PlanIndex,
  from: number,
  to: number,
): MentionToken | null {
  const matches = nameMatches(text, tokens, index, from, to);
  const first = matches[0];
  if (!first) return null;
  const called = tokens.some(
    (token) => isWord(token, 'lead') && token.end <= first.start && first.start - token.end <= 2,
  );
  if (first.score + (called ? 1.5 : 0) < enoughFor(index)) return null;
  const rivals = matches.filter((match) => match.score > first.score - leadFor(index));
  const whole = rivals.filter((match) => match.coverage >= 0.85);
  const meant = rivals.length > 1 && whole.length === 1 ? whole : rivals;
  return {
    kind: 'mention',
    start: first.start,
    end: first.end,
    codes: meant.slice(0, 12).map((match) => match.code),
    by: 'name',
  };
}
