/** Weighs which of the plan's activities a text names: for each, what its words tell and where they stand. */
import type { PlanIndex } from '../plan-index.ts';
import { isWord, type Token } from '../tokens.ts';
import { rarityOf } from './everyday.ts';
import { type Run, runsIn } from './runs.ts';
import type { WordAt } from './terms.ts';

export interface Candidate {
  code: string;
  node: number;
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
  'rarity sum',
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
  'unit alone',
  'after figures',
  'with parent',
  'late',
  'two runs',
  'rarest low',
  'cluster per words',
  'ahead of next',
] as const;

interface Cluster {
  start: number;
  end: number;
  runs: Run[];
  weight: number;
}

/** @param words of the stretch that is looked at. @param tokens of that stretch. @param from where it begins. @param beside a code that says the activity may be named here. @returns the likeliest, at most `most`. */
export function candidatesIn(
  text: string,
  words: readonly WordAt[],
  tokens: readonly Token[],
  index: PlanIndex,
  most = 8,
  from = 0,
  beside = false,
): Candidate[] {
  const blocked = (start: number, end: number): boolean =>
    tokens.some(
      (token) =>
        (token.kind === 'date' || (token.kind === 'mention' && token.by !== 'name')) &&
        token.start < end &&
        token.end > start,
    );
  const byNode = new Map<number, Run[]>();
  for (const run of runsIn(text, words, index.terms, blocked)) {
    if (isPlace(text.slice(run.start, run.end))) continue;
    const list = byNode.get(run.node);
    if (list) list.push(run);
    else byNode.set(run.node, [run]);
  }
  const first =
    words.find(
      ({ word }) =>
        !/^(?:รายงาน|แจ้ง|ขอ|สวัสดี|ค่ะ|ครับ|คับ|เรียน|อัปเดต|อัพเดต|อัพเดท|update|เรื่อง|งาน|กิจกรรม|โครงการ|ตอนนี้|วันนี้|พี่|หัวหน้า)$/.test(
          word,
        ),
    )?.start ?? from;
  const begins = clauseStarts(text);
  const found: (Candidate & { weight: number; total: number; clusterTelling: number })[] = [];
  const totals = new Map<number, number>();
  for (const [node, runs] of byNode) {
    const own = distinct(runs);
    const clusters = clustersOf(own);
    const best = clusters.sort((a, b) => b.weight - a.weight)[0] as Cluster;
    const total = own.reduce((sum, run) => sum + run.weight, 0);
    totals.set(node, total);
    if (best.weight < 0.8) continue;
    const telling = Math.max(...best.runs.map((run) => rarityOf(run.telling)));
    if (beside ? telling < SAID : !isTelling(best, first, tokens)) continue;
    const activity = index.terms.nodes[node] as (typeof index.terms.nodes)[number];
    const whole = Math.max(1, index.terms.whole[node] as number);
    const rarities = best.runs.map((run) => rarityOf(run.telling)).sort((a, b) => b - a);
    const rarest = rarities[0] ?? 0;
    const units = activity.unit
      ? tokens.filter(
          (token) =>
            token.kind === 'number' &&
            text
              .slice(token.end)
              .trimStart()
              .startsWith(activity.unit as string),
        ).length
      : 0;
    const figures = tokens.some((token) => token.kind === 'number' && token.end <= best.start);
    const letters = best.runs.reduce((sum, run) => sum + run.end - run.start, 0);
    found.push({
      code: activity.code,
      node,
      leaf: activity.leaf,
      start: best.start,
      end: best.end,
      pieces: piecesOf(best),
      weight: best.weight,
      total,
      clusterTelling: rarest,
      features: [
        best.weight / 3,
        total / 4,
        Math.min(1, best.weight / whole),
        Math.min(1, total / whole),
        rarest / 5,
        Math.min(4, rarities.reduce((sum, one) => sum + one, 0) / 8),
        best.start <= first ? 1 : 0,
        begins.has(best.start) ? 1 : 0,
        0,
        best.runs.some((run) => run.head && !run.indicator) ? 1 : 0,
        best.runs.every((run) => run.short) ? 1 : 0,
        best.runs.every((run) => run.tone) ? 1 : 0,
        best.runs.every((run) => run.indicator) ? 1 : 0,
        activity.leaf ? 1 : 0,
        Math.min(3, letters / 10),
        Math.min(2, best.runs.reduce((sum, run) => sum + run.words, 0) / 4),
        units > 0 ? 1 : 0,
        0,
        figures ? 1 : 0,
        0,
        Math.min(1, (best.start - from) / 120),
        best.runs.length > 1 ? 1 : 0,
        Math.max(0, 4 - rarest),
        0,
        0,
      ],
    });
  }
  for (const one of found) {
    const parent = index.terms.nodes[one.node]?.parent;
    const above = parent ? found.find((other) => other.code === parent) : undefined;
    one.features[19] = above ? Math.min(1, above.total / 3) : 0;
  }
  found.sort((a, b) => b.weight + 0.3 * b.total - a.weight - 0.3 * a.total);
  const top = found.slice(0, most);
  const most1 = Math.max(0, ...top.map(({ weight }) => weight));
  for (const one of top) {
    const rival = Math.max(0, ...top.filter((other) => other !== one).map(({ weight }) => weight));
    one.features[8] = (most1 - one.weight) / 2;
    one.features[24] = Math.min(1.5, Math.max(0, one.weight - rival) / 2);
    // the same words of both
  }
  return top;
}

function piecesOf({ runs }: Cluster): { start: number; end: number }[] {
  const names = runs.filter(({ indicator }) => !indicator);
  return (names.length > 0 ? names : runs).map(({ start, end }) => ({ start, end }));
}

/** Said in fewer than one message of a thousand when people speak of anything. */
const RARE = 6.9;

/** Words of grammar are said more often than in one of twenty; they name nothing anywhere. */
const SAID = 3;

/** Said in fewer than one of a hundred. */
const UNCOMMON = 4.6;

/** One everyday word names an activity only where the text begins with it and tells of work. */
function isTelling({ runs, start }: Cluster, first: number, tokens: readonly Token[]): boolean {
  const rarities = runs.map((run) => rarityOf(run.telling)).sort((a, b) => b - a);
  if ((rarities[0] ?? 0) >= RARE) return true;
  if (runs.length > 1 && (rarities[1] ?? 0) > 3) return true;
  if (runs.some((run) => run.words > 1 && run.end - run.start >= 10)) return true;
  return (
    (rarities[0] ?? 0) >= UNCOMMON &&
    start <= first &&
    tokens.some(
      (token) =>
        token.kind === 'number' ||
        isWord(token, 'done', 'not-yet', 'doing', 'postpone', 'cancel', 'already', 'question-tail', 'left'),
    )
  );
}

/** "หมู่ 3" is where the work is; many works are there. */
function isPlace(said: string): boolean {
  return said.replace(/(?:หมู่|ม\.|ซอย|เขต|ตำบล|รุ่น|ครั้ง)(?:บ้าน)?(?:ที่)?\s?\d*|[\s\d,.-]+|และ|กับ/g, '').length < 2;
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

function clustersOf(runs: readonly Run[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const run of runs) {
    const last = clusters.at(-1);
    if (last && run.start - last.end <= APART) {
      last.runs.push(run);
      last.end = run.end;
      last.weight += run.weight;
    } else clusters.push({ start: run.start, end: run.end, runs: [run], weight: run.weight });
  }
  return clusters;
}

function clauseStarts(text: string): Set<number> {
  const starts = new Set([0]);
  for (const gap of text.matchAll(/[\s,:/|()"]+/g)) starts.add(gap.index + gap[0].length);
  return starts;
}
