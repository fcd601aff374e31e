/** Fifth stage: gives entries their places and dotted codes, by the numbers they print or by their order; understand.ts calls it. */
import { costItems } from '../text/plan-row-words.ts';
import { planWords } from '../text/plan-words.ts';
import { plainDigits, tidy } from './cells.ts';
import type { PlanEntry } from './entries.ts';
import type { Say } from './findings.ts';
import { codeOf, numberer } from './numbering.ts';
import type { ReadRow } from './rows.ts';

export interface Placed {
  entry: PlanEntry;
  /** Index of the parent, null at the top. */
  parent: number | null;
  code: string;
}

/** @returns the entries with codes, children after parents; what only details a sum is taken out and said. */
export function growEntries(all: readonly PlanEntry[], say: Say): Placed[] {
  const entries = withoutDetails(all, say).filter(
    (one, index, list) => one.kind === 'activity' || hasChildren(list, index),
  );
  const printed = printedCodes(entries);
  const parents = parentsOf(entries, printed);
  const isPlain =
    entries.every((one, index) => one.kind === 'activity' && !one.sub && printed[index] !== null) &&
    isUnique(printed);
  if (isPlain)
    return entries.map((one, index) => ({
      entry: one,
      parent: parents[index] ?? null,
      code: printed[index]!,
    }));
  sayNumbering(entries, printed, parents, say);
  const codes: string[] = [];
  const children = Map.groupBy(entries.keys(), (index) => parents[index] ?? null);
  const walk = (parent: number | null): void => {
    const own = children.get(parent) ?? [];
    const numbers = own.map((index) => ownNumber(entries[index]!, printed[index]!));
    const counts = isUnique(numbers) && numbers.every((number) => number !== null);
    for (const [place, index] of own.entries()) {
      const number = counts ? numbers[place]! : String(place + 1);
      codes[index] = parent === null ? number : `${codes[parent]}.${number}`;
      walk(index);
    }
  };
  walk(null);
  return entries.map((one, index) => ({ entry: one, parent: parents[index] ?? null, code: codes[index]! }));
}

function hasChildren(list: readonly PlanEntry[], index: number): boolean {
  const next = list[index + 1];
  return next !== undefined && (next.kind === 'activity' || next.depth > list[index]!.depth);
}

/** Items of spending below an activity are no activities: they add up to its sum, or are its sum. */
function withoutDetails(all: readonly PlanEntry[], say: Say): PlanEntry[] {
  const kept: PlanEntry[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const one = all[index]!;
    kept.push(one);
    if (one.kind === 'group' || one.sub) continue;
    const items: PlanEntry[] = [];
    for (let next = index + 1; all[next]?.sub === true; next += 1) items.push(all[next]!);
    if (items.length === 0 || !items.every(({ name, months }) => costItems.test(name) && months.length === 0))
      continue;
    const sum = items.reduce((total, item) => total + (item.budget ?? 0), 0);
    if (one.budget !== null && one.budget !== 0 && one.budget !== sum) continue;
    one.budget = sum;
    say(one.budgetAt, 'row-details', items.map(({ name }) => name).join(' · '), one.name, sum);
    index += items.length;
  }
  return kept;
}

/** The dotted code that each printed number stands for, null where it is none. */
function printedCodes(entries: readonly PlanEntry[]): (string | null)[] {
  const next = numberer(planWords);
  const plain = entries.map((one) =>
    one.label === '' || one.kind === 'group' ? null : next(one.label, null),
  );
  const labels = entries
    .filter(({ kind, label }) => kind === 'activity' && label !== '')
    .map(({ label }) => label);
  if (
    labels.length === 0 ||
    !labels.some((label) => codeOf(label, planWords) === null || /^\D*[\d\u0e50-\u0e59]{4,}/.test(label))
  )
    return plain;
  const office = entries.map((one) =>
    one.kind === 'group' || one.label === '' ? null : officeCode(one.label, labels),
  );
  return office;
}

/** `P1-03` is 1.3, `ย.2/4` 2.4, `01010901` 1.1.9.1 where `010109` or noughts say that it counts in pairs. */
function officeCode(label: string, labels: readonly string[]): string | null {
  const text = plainDigits(tidy(label));
  const groups = text.match(/\d+/g);
  if (!groups) return null;
  const [only] = groups;
  if (groups.length === 1 && only!.length >= 4 && only!.length % 2 === 0) {
    const pairs = only!.match(/\d\d/g)!.map(Number);
    const nested =
      only!.startsWith('0') ||
      labels.some((other) => other !== label && text.startsWith(plainDigits(tidy(other))));
    if (nested && pairs.every((pair) => pair > 0)) return pairs.join('.');
  }
  if (groups.some((group) => group.length > 9)) return null;
  return groups.map(Number).join('.');
}

function isUnique(codes: readonly (string | null)[]): boolean {
  return new Set(codes).size === codes.length;
}

/** The last part of its own number: siblings keep theirs where they differ. */
function ownNumber(one: PlanEntry, printed: string | null): string | null {
  if (printed !== null) return printed.split('.').at(-1)!;
  const digits = /(?:^|\D)(\d{1,4})(?!\d)/.exec(plainDigits(one.label || one.name.slice(0, 30)));
  return one.kind === 'group' && digits ? String(Number(digits[1])) : null;
}

/** Parents by groups, by printed numbers within them, and by standing below. */
function parentsOf(entries: readonly PlanEntry[], printed: readonly (string | null)[]): (number | null)[] {
  const parents: (number | null)[] = [];
  const open: { index: number; depth: number }[] = [];
  let codes = new Map<string, number>();
  let numbered: number | null = null;
  let section = 0;
  for (const [index, one] of entries.entries()) {
    if (one.section !== section) {
      section = one.section;
      open.length = 0;
      codes = new Map();
      numbered = null;
    }
    if (one.kind === 'group') {
      while (open.length > 0 && open.at(-1)!.depth >= one.depth) open.pop();
      parents.push(open.at(-1)?.index ?? null);
      open.push({ index, depth: one.depth });
      codes = new Map();
      numbered = null;
      continue;
    }
    const group = open.at(-1)?.index ?? null;
    const code = printed[index]!;
    if (one.sub && numbered !== null) parents.push(numbered);
    else {
      parents.push(code === null ? group : (codeParent(code, codes) ?? group));
      numbered = index;
    }
    if (code !== null && !codes.has(code)) codes.set(code, index);
  }
  return parents;
}

function codeParent(code: string, codes: ReadonlyMap<string, number>): number | null {
  const parts = code.split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const found = codes.get(parts.slice(0, length).join('.'));
    if (found !== undefined) return found;
  }
  return null;
}

function sayNumbering(
  entries: readonly PlanEntry[],
  printed: readonly (string | null)[],
  parents: readonly (number | null)[],
  say: Say,
): void {
  const activities = entries.filter(({ kind }) => kind === 'activity');
  if (activities.every(({ label }) => label === '')) {
    say('', 'numbered');
    return;
  }
  const seen = new Map<string, PlanEntry>();
  for (const [index, one] of entries.entries()) {
    const code = printed[index];
    if (code === null || code === undefined) continue;
    const key = `${parents[index]}/${one.section}/${code}`;
    const other = seen.get(key);
    if (other) say(one.at, 'label-double', one.label, other.at);
    else seen.set(key, one);
  }
}

/** @returns the rows that a tree grows from. */
export function rowsFrom(placed: readonly Placed[]): ReadRow[] {
  return placed.map(({ entry: one, parent, code }) => ({
    at: one.at,
    codeAt: one.at,
    parentAt: one.at,
    code,
    codeIsNumber: false,
    afterUnnumbered: false,
    codeUnsure: false,
    label: one.label !== '' ? one.label : parent === null ? `${code}.` : code,
    parent: parent === null ? null : placed[parent]!.code,
    parentCode: parent === null ? null : placed[parent]!.code,
    name: one.name,
    indicator: one.indicator,
    unit: one.unit,
    target: one.target,
    budget: one.budget,
    budgetAt: one.budgetAt,
    months: one.months,
    owner: one.owner,
  }));
}
