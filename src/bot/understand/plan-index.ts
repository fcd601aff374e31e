/** What the understanding must know of a plan, worked out once per plan object: keys of codes and labels, letters of names. */
import type { Activity, Plan } from '../../domain/activity.ts';
import { normalise } from './normalise.ts';

export interface PlanIndex {
  plan: Plan;
  byCode: ReadonlyMap<string, Activity>;
  /** Codes of the leaves below each code; of a leaf, itself. */
  leaves: ReadonlyMap<string, readonly string[]>;
  /** `1.2.1` or `ก.3` → codes of the activities that are written so, likeliest reading first. */
  keys: ReadonlyMap<string, readonly string[]>;
  /** Letters that begin or end codes and labels of this plan: ก, a, วช … */
  letters: ReadonlySet<string>;
  names: NameIndex;
}

export interface NameIndex {
  nodes: readonly Activity[];
  /** Three letters in a row → the nodes they occur in and what they tell. */
  trigrams: ReadonlyMap<string, { node: number; weight: number }[]>;
  /** Trigrams at the beginning of longer words of each node's name, and how far in. */
  openings: readonly ReadonlyMap<string, number>[];
  /** Number of trigrams in each node's name. */
  lengths: readonly number[];
}

const cache = new WeakMap<Plan, PlanIndex>();

/** @returns the index of a plan; made at the first call for that object. */
export function indexOf(plan: Plan): PlanIndex {
  let index = cache.get(plan);
  if (!index) cache.set(plan, (index = build(plan)));
  return index;
}

function build(plan: Plan): PlanIndex {
  const byCode = new Map(plan.activities.map((activity) => [activity.code, activity] as const));
  const leaves = new Map<string, string[]>(plan.activities.map((activity) => [activity.code, []] as const));
  for (const activity of plan.activities) {
    if (!activity.leaf) continue;
    const seen = new Set<string>();
    for (let node: Activity | undefined = activity; node && !seen.has(node.code);) {
      seen.add(node.code);
      leaves.get(node.code)?.push(activity.code);
      node = node.parent === null ? undefined : byCode.get(node.parent);
    }
  }
  const keys = keysOf(plan, byCode);
  const letters = new Set(
    [...keys.keys()].flatMap((key) => key.split('.')).filter((part) => !/^\d/.test(part)),
  );
  return { plan, byCode, leaves, keys, letters, names: namesOf(plan) };
}

const PART = /\d{1,4}|[ก-ฮa-z]+/g;
const LEADING_WORD = /^\s*(?:[ก-๎]{4,}(?:ที่)?|activity|project|item|no\.?)\s*/;

/** @returns the parts of a printed label or a code: `1.2 1)` → 1, 2, 1; `ก.3` → ก, 3. */
export function partsOf(written: string): string[] {
  const text = normalise(written).text.replace(LEADING_WORD, '');
  return (text.match(PART) ?? []).map((part) => (/^\d/.test(part) ? String(Number(part)) : part));
}

function keysOf(plan: Plan, byCode: ReadonlyMap<string, Activity>): Map<string, string[]> {
  const ranks: Map<string, string[]>[] = [new Map(), new Map(), new Map()];
  const put = (rank: number, parts: readonly string[], code: string): void => {
    if (parts.length === 0) return;
    const map = ranks[rank] as Map<string, string[]>;
    const key = parts.join('.');
    const codes = map.get(key);
    if (!codes) map.set(key, [code]);
    else if (!codes.includes(code)) codes.push(code);
  };
  for (const activity of plan.activities) {
    const own = partsOf(activity.label);
    put(0, own, activity.code);
    put(1, partsOf(activity.code), activity.code);
    let path = own;
    let node = activity.parent === null ? undefined : byCode.get(activity.parent);
    for (let depth = 0; node && depth < 8; depth++) {
      const above = partsOf(node.label);
      if (!above.every((part, at) => path[at] === part) || path.length === above.length)
        path = [...above, ...path];
      node = node.parent === null ? undefined : byCode.get(node.parent);
    }
    put(2, path, activity.code);
  }
  const keys = new Map<string, string[]>();
  for (const rank of ranks) for (const [key, codes] of rank) if (!keys.has(key)) keys.set(key, codes);
  return keys;
}

/** What an indicator's letters tell, against a name's. */
const INDICATOR_WEIGHT = 0.3;

/** @returns the letters and digits of a text without spaces, signs and tone marks, which are the first to be mistyped, and where each stood. */
export function compact(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char !== '\n' && !isNameLetter(char.charCodeAt(0))) continue;
    letters += char;
    places.push(at);
  }
  return { letters, places };
}

/** a–z, 0–9, Thai without tone marks. */
function isNameLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return code >= 0x0e01 && code <= 0x0e47 && (code <= 0x0e3a || code >= 0x0e40);
}

function trigramsOf(text: string): Set<string> {
  const { letters } = compact(normalise(text).text);
  const found = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3));
  return found;
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Words shorter than this are in too many names to stand for one. */
const TELLING_LENGTH = 4;

function openingsOf(name: string): Map<string, number> {
  const openings = new Map<string, number>();
  const text = normalise(name).text;
  for (const { segment, index } of segmenter.segment(text)) {
    const { letters } = compact(segment);
    if (letters.length < TELLING_LENGTH && !/^[a-z]{2,}$/.test(letters)) continue;
    const onward = compact(text.slice(index)).letters;
    for (let at = 0; at < 4; at++) openings.set(onward.slice(at, at + 3), at);
  }
  return openings;
}

function namesOf(plan: Plan): NameIndex {
  const nodes = plan.activities;
  const inNames = nodes.map((node) => trigramsOf(node.name));
  const inIndicators = nodes.map((node) => trigramsOf(`${node.indicator ?? ''}`));
  const count = new Map<string, number>();
  for (const found of inNames) for (const gram of found) count.set(gram, (count.get(gram) ?? 0) + 1);
  const trigrams = new Map<string, { node: number; weight: number }[]>();
  const put = (gram: string, node: number, weight: number): void => {
    const list = trigrams.get(gram);
    if (list) list.push({ node, weight });
    else trigrams.set(gram, [{ node, weight }]);
  };
  for (let node = 0; node < nodes.length; node++) {
    for (const gram of inNames[node] as Set<string>)
      put(gram, node, Math.log((nodes.length + 1) / (count.get(gram) as number)));
    for (const gram of inIndicators[node] as Set<string>)
      if (!(inNames[node] as Set<string>).has(gram))
        put(gram, node, INDICATOR_WEIGHT * Math.log((nodes.length + 1) / ((count.get(gram) ?? 0) + 1)));
  }
  return {
    nodes,
    trigrams,
    openings: nodes.map((node) => openingsOf(node.name)),
    lengths: inNames.map((found) => found.size),
  };
}
