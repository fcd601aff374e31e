/** What the understanding must know of a plan, worked out once per plan object: keys of codes and labels, words of names. */
import type { Activity, Plan } from '../domain/activity.ts';
import { type TermIndex, termsOf } from './names/terms.ts';
import { normalise } from './spelling/normalise.ts';

export interface PlanIndex {
  plan: Plan;
  byCode: ReadonlyMap<string, Activity>;
  /** Codes of the leaves below each code; of a leaf, itself. */
  leaves: ReadonlyMap<string, readonly string[]>;
  /** Parts of a code, `1.2.1` or `ก.3` → codes of the activities that can be written so. */
  keys: ReadonlyMap<string, readonly string[]>;
  /** Labels and codes sign for sign, for plans in which 5-1 and 5.1 are two. */
  written: ReadonlyMap<string, readonly string[]>;
  /** Letters that begin or end codes and labels of this plan: ก, a, วช … */
  letters: ReadonlySet<string>;
  terms: TermIndex;
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
  return { plan, byCode, leaves, keys, written: writtenOf(plan), letters, terms: termsOf(plan.activities) };
}

const PART = /\d{1,4}|[ก-ฮa-z]+/g;
/** Words in a label, which are no part of what tells it from others: กลยุทธ์ที่ 3 กิจกรรมที่ 7, หมวด ก ข้อ 2. Letters of a code have no vowels. */
const WORDS_OF_LABEL = /[ก-๎]*[ะ-๎][ก-๎]*|[ก-ฮ]{4,}|(?<![a-z])(?:activity|project|item|no\.?)(?![a-z])/g;

/** @returns the parts of a printed label or a code: `1.2 1)` → 1, 2, 1; `ก.3` → ก, 3. */
export function splitLabel(written: string): string[] {
  const text = normalise(written).text.replace(WORDS_OF_LABEL, ' ');
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
    const own = splitLabel(activity.label);
    put(0, own, activity.code);
    put(1, splitLabel(activity.code), activity.code);
    let path = own;
    let node = activity.parent === null ? undefined : byCode.get(activity.parent);
    for (let depth = 0; node && depth < 8; depth++) {
      const above = splitLabel(node.label);
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

/** @returns a label or code without spaces and closing signs. */
export function asWritten(text: string): string {
  return text.replace(/\s+/g, '').replace(/[.):]+$/, '');
}

function writtenOf(plan: Plan): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  const codes = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, code: string): void => {
    map.set(key, [...(map.get(key) ?? []), code]);
  };
  for (const { code, label } of plan.activities) {
    put(labels, asWritten(normalise(label).text.replace(WORDS_OF_LABEL, ' ')), code);
    put(codes, code, code);
  }
  for (const [key, found] of codes) if (!labels.has(key)) labels.set(key, found);
  return labels;
}
