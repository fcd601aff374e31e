/** What an import would change, in words: the command prints them, the console shows them. */
import type { Activity } from '../../domain/activity.ts';
import type { Language } from '../../domain/member.ts';
import type { ComparedPlanField, FieldChange } from '../../plan-import/diff.ts';
import { baht, decimal, shortMonth } from '../../text/format.ts';
import type { Texts } from '../../text/index.ts';

type Words = Texts['admin']['importPlan'];

/** What a person checks of an activity: its money, months and owner. */
export function activityLine(
  { code, name, budget, months, ownerGroup }: Activity,
  language: Language,
): string {
  const first = months.slice(0, 1).map((month) => shortMonth(month, language));
  const last = months.slice(-1).map((month) => shortMonth(month, language));
  const isRun = months.length > 3;
  const when = isRun
    ? `${first[0]} … ${last[0]} (${months.length})`
    : months.map((month) => shortMonth(month, language)).join(', ');
  const parts = [budget === null ? '' : baht(budget, language), when, ownerGroup ?? ''];
  return [`${code} ${name}`, ...parts.filter((part) => part !== '')].join(' · ');
}

/** A field that is otherwise, in words: what it is called, what it was and what it is to be. */
export interface ShownChange {
  field: string;
  from: string;
  to: string;
}

export function shownChange({ field, from, to }: FieldChange, words: Words, language: Language): ShownChange {
  const show = (value: unknown): string => shown(field, value, words, language);
  return { field: words.field[field], from: show(from), to: show(to) };
}

/** An activity that stays and is otherwise, as pages show it. */
export interface ShownChanges {
  name: string;
  fields: ShownChange[];
}

export function changesOf(
  { code, after, fields }: { code: string; after: Activity; fields: readonly FieldChange[] },
  words: Words,
  language: Language,
): ShownChanges {
  return {
    name: `${code} ${after.name}`,
    fields: fields.map((field) => shownChange(field, words, language)),
  };
}

function shown(field: ComparedPlanField, value: unknown, words: Words, language: Language): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return words.empty;
  if (field === 'leaf') return value === true ? words.isLeaf : words.isBranch;
  if (field === 'budget' && typeof value === 'number') return baht(value, language);
  if (typeof value === 'number') return decimal(value);
  if (Array.isArray(value)) return value.map((month) => shortMonth(String(month), language)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
