/** What a person says of a file in words, `จำนวนเงิน=งบประมาณ`, as a choice; import-plan and pages use it. */
import { headLabels } from '../text/plan-words.ts';
import { unusedWords } from '../text/plan-row-words.ts';
import { headingKey, senseOf, unitOf } from './heading-sense.ts';
import { type Override, PLAN_FIELDS, type PlanField } from './mapping.ts';
import { HEAD_FIELDS, type HeadField } from './raw.ts';
import type { FileChoice } from './understand.ts';

export type ChoiceRead =
  { ok: true; choice: FileChoice } | { ok: false; wrong: 'map' | 'set' | 'unit'; text: string };

/** @param said pairs `heading=field` and `field=value`, and a unit of money. */
export function readChoice(said: {
  map?: readonly string[];
  set?: readonly string[];
  unit?: string | undefined;
}): ChoiceRead {
  const overrides: Override[] = [];
  for (const text of said.map ?? []) {
    const at = text.lastIndexOf('=');
    const field = at > 0 ? fieldNamed(text.slice(at + 1)) : undefined;
    if (field === undefined) return { ok: false, wrong: 'map', text };
    overrides.push({ heading: text.slice(0, at).trim(), field });
  }
  const head: FileChoice['head'] = {};
  for (const text of said.set ?? []) {
    const at = text.indexOf('=');
    const key = headingKey(text.slice(0, Math.max(0, at)));
    const field = HEAD_FIELDS.find((one) => one.toLowerCase() === key || headLabels[one].includes(key));
    if (field === undefined) return { ok: false, wrong: 'set', text };
    head[field satisfies HeadField] = text.slice(at + 1).trim();
  }
  const unit = said.unit === undefined ? null : unitOf(said.unit);
  if (said.unit !== undefined && unit === null) return { ok: false, wrong: 'unit', text: said.unit };
  return { ok: true, choice: { overrides, head, unit } };
}

/** @returns the field, null for none, undefined where the word is not known. */
function fieldNamed(text: string): PlanField | null | undefined {
  const key = headingKey(text);
  if (unusedWords.includes(key)) return null;
  const own = PLAN_FIELDS.find((field) => field === key);
  if (own) return own;
  const sense = senseOf(text);
  if (sense.money) return 'budget';
  return PLAN_FIELDS.find((field) => field === sense.field);
}
