/** Weighs which of the plan's activities a text names: for each, what its words tell and where they stand. */
import type { PlanIndex } from '../plan-index.ts';
import type { MentionToken, Token } from '../tokens.ts';
import { numbersBeside, sayNumbers } from './numbered.ts';
import type { Run } from './runs.ts';
import { ownFeatures } from './writer.ts';
import { isToldOf, type Stretch } from './stretch.ts';

export interface Candidate {
  code: string;
  leaf: boolean;
  /** Where the words stand that name it best. */
  start: number;
  end: number;
  /** The words themselves, but those of the indicator. */
  pieces: { start: number; end: number }[];
  features: number[];
}

/** Words of one name that stand further apart were not said of it together. */
const APART = 14;

export const FEATURES = [
  'cluster',
  'total',
  'coverage',
  'coverage of all',
  'rarest',
  'rarity of the best run',
  'rarity of all runs',
  'begins text',
  'begins clause',
  'behind best',
  'head',
  'short',
  'tone',
  'indicator only',
  'leaf',
  'letters',
  'words',
  'unit',
  'after figures',
  'with parent',
  'late',
  'two runs',
  'rarest low',
  'best run common',
  'ahead of next',
  'its number',
  'another number',
  'budget',
  'one common word',
  'not first',
  'told of',
  'said otherwise',
  'own',
  "another's",
  'one of few',
  // of a whole text alone, by likeness.ts
  'unworded',
  'alike',
  'ahead alike',
  'alike share',
] as const;

const OF_WHOLE = FEATURES.slice(FEATURES.indexOf('unworded')).map(() => 0);

interface Cluster {
  start: number;
  end: number;
  runs: Run[];
  weight: number;
}

const OPENING =
  /^(?:รายงาน|แจ้ง|ขอ|สวัสดี|ค่ะ|ครับ|คับ|เรียน|อัปเดต|อัพเดต|อัพเดท|update|เรื่อง|งาน|กิจกรรม|โครงการ|ตอนนี้|วันนี้|พี่|หัวหน้า)$/;

/** @returns the likeliest, at most `most`. */
export function candidatesIn(stretch: Stretch, index: PlanIndex, most = 8): Candidate[] {
  const { text, words, tokens, from } = stretch;
  const byNode = new Map<number, Run[]>();
  for (const run of stretch.runs) {
    const list = byNode.get(run.node);
    if (list) list.push(run);
    else byNode.set(run.node, [run]);
  }
  if (byNode.size === 0) return [];
  const first = words.find(({ word }) => !OPENING.test(word))?.start ?? from;
  const said = numbersBeside(words, tokens);
  const found: (Candidate & { node: number; weight: number; total: number })[] = [];
  for (const [node, runs] of byNode) {
    const own = distinct(runs);
    const best = bestOf(own);
    const total = own.reduce((sum, run) => sum + run.weight, 0);
    if (best.weight < 0.8) continue;
    const activity = index.terms.nodes[node] as (typeof index.terms.nodes)[number];
    const whole = Math.max(1, index.terms.whole[node] as number);
    const rarest = Math.max(...best.runs.map((run) => run.rarest));
    const run = Math.max(...best.runs.map(({ rarity }) => rarity));
    const every = best.runs.reduce((sum, { rarity }) => sum + rarity, 0);
    const letters = best.runs.reduce((sum, { start, end }) => sum + end - start, 0);
    const wordCount = best.runs.reduce((sum, one) => sum + one.words, 0);
    const [its, another] = sayNumbers(said, index.terms.numbers[node] ?? []);
    found.push({
      code: activity.code,
      node,
      leaf: activity.leaf,
      start: best.start,
      end: best.end,
      pieces: piecesOf(best),
      weight: best.weight,
      total,
      features: [
        best.weight / 3,
        total / 4,
        Math.min(1, best.weight / whole),
        Math.min(1, total / whole),
        rarest / 5,
        Math.min(3, run / 8),
        Math.min(4, every / 8),
        best.start <= first ? 1 : 0,
        opensClause(text, best.start) ? 1 : 0,
        0,
        best.runs.some((one) => one.head && !one.indicator) ? 1 : 0,
        best.runs.every((one) => one.short) ? 1 : 0,
        best.runs.every((one) => one.tone) ? 1 : 0,
        best.runs.every((one) => one.indicator) ? 1 : 0,
        activity.leaf ? 1 : 0,
        Math.min(3, letters / 10),
        Math.min(2, wordCount / 4),
        countsUnit(text, tokens, activity.unit) ? 1 : 0,
        tokens.some((token) => token.kind === 'number' && token.end <= best.start) ? 1 : 0,
        0,
        Math.min(1, (best.start - from) / 120),
        best.runs.length > 1 ? 1 : 0,
        Math.max(0, 4 - rarest),
        Math.max(0, 7 - run) / 3,
        0,
        its,
        another,
        saysBudget(tokens, activity.budget) ? 1 : 0,
        wordCount === 1 && rarest < 6.9 ? 1 : 0,
        Math.min(1, (best.start - from) / 12),
        isToldOf(text, tokens, best) ? 1 : 0,
        best.runs.every((one) => one.otherwise) ? 1 : 0,
        ...ownFeatures(stretch.writer, activity.code, index),
        ...OF_WHOLE,
      ],
    });
  }
  const at = (name: (typeof FEATURES)[number]): number => FEATURES.indexOf(name);
  for (const one of found) {
    const parent = index.terms.nodes[one.node]?.parent;
    const above = parent ? found.find((other) => other.code === parent) : undefined;
    one.features[at('with parent')] = above ? Math.min(1, above.total / 3) : 0;
  }
  // of many alike, "ถนนหมู่ 7" among fifteen roads, the one with the number
  const strength = ({ weight, total, features }: (typeof found)[number]): number =>
    weight +
    0.3 * total +
    (features[at('its number')] as number) -
    (features[at('another number')] as number);
  found.sort((a, b) => strength(b) - strength(a));
  const top = found.slice(0, most);
  const heaviest = Math.max(0, ...top.map(({ weight }) => weight));
  for (const one of top) {
    const rival = Math.max(0, ...top.filter((other) => other !== one).map(({ weight }) => weight));
    one.features[at('behind best')] = (heaviest - one.weight) / 2;
    one.features[at('ahead of next')] = Math.min(1.5, Math.max(0, one.weight - rival) / 2);
  }
  return top;
}

function piecesOf({ runs }: Cluster): { start: number; end: number }[] {
  const names = runs.filter(({ indicator }) => !indicator);
  return (names.length > 0 ? names : runs).map(({ start, end }) => ({ start, end }));
}

export function countsUnit(text: string, tokens: readonly Token[], unit: string | null): boolean {
  return (
    unit !== null &&
    tokens.some((token) => token.kind === 'number' && text.slice(token.end).trimStart().startsWith(unit))
  );
}

function saysBudget(tokens: readonly Token[], budget: number | null): boolean {
  return (
    budget !== null &&
    budget > 0 &&
    tokens.some((token) => token.kind === 'number' && token.value * 100 === budget)
  );
}

/** Of runs that say the same words of the name, or stand in the same place, the one that tells more. */
function distinct(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of [...runs].sort((a, b) => b.weight - a.weight || b.words - a.words)) {
    const again = kept.some(
      (one) =>
        (run.start < one.end && run.end > one.start) ||
        (run.indicator === one.indicator &&
          run.from < one.from + one.words &&
          run.from + run.words > one.from) ||
        run.telling === one.telling,
    );
    if (!again) kept.push(run);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The words close together that tell most. */
function bestOf(runs: readonly Run[]): Cluster {
  const clusters: Cluster[] = [];
  for (const run of runs) {
    const last = clusters.at(-1);
    if (last && run.start - last.end <= APART) {
      last.runs.push(run);
      last.end = run.end;
      last.weight += run.weight;
    } else clusters.push({ start: run.start, end: run.end, runs: [run], weight: run.weight });
  }
  return clusters.reduce((best, one) => (one.weight > best.weight ? one : best));
}

function opensClause(text: string, at: number): boolean {
  return at === 0 || /[\s,:/|()"]/.test(text[at - 1] as string);
}

/** @returns a candidate as what a text names. @param codes all that it may mean. */
export function asMention({ code, start, end, pieces }: Candidate, codes = [code]): MentionToken {
  return { kind: 'mention', start, end, pieces, codes, by: 'name' };
}
