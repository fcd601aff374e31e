/** Reads a plan from JSON in the form of samples/plan-2564.json, each value with its path; used by import-plan and the demo. */
import type { Column, HeadField, RawCell, RawPlan, RawRow, RawValue } from '../domain/plan-draft/raw.ts';
import type { PlanFileRead } from './plan-xlsx.ts';
import { MAX_FILE_BYTES } from './sheet.ts';

const KEYS: Record<Exclude<Column, 'months'>, string> = {
  label: 'label',
  code: 'code',
  parent: 'parent',
  name: 'name',
  indicator: 'indicator',
  unit: 'unit',
  target: 'target',
  budget: 'budgetBaht',
  owner: 'ownerGroup',
};

type Json = Record<string, unknown>;

/** @param bytes UTF-8, with or without a byte order mark. @returns cells named `activities[3].budgetBaht`. */
export function readPlanJson(bytes: Buffer): PlanFileRead {
  const fail = (reason: 'empty-file' | 'too-large' | 'json-broken' | 'json-shape', at = '', detail = '') =>
    ({ ok: false, reason, at, detail }) as const;
  if (bytes.length > MAX_FILE_BYTES) return fail('too-large');
  if (bytes.length === 0) return fail('empty-file');
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return fail('json-broken', '', error instanceof Error ? error.message : String(error));
  }
  if (!isObject(parsed)) return fail('json-shape', '$');
  const { activities, office, period, sections } = parsed;
  if (!Array.isArray(activities)) return fail('json-shape', 'activities');
  if (!isObject(office)) return fail('json-shape', 'office');
  if (period !== undefined && period !== null && !isObject(period)) return fail('json-shape', 'period');
  const list = sections ?? [];
  if (!Array.isArray(list) || !list.every(isObject)) return fail('json-shape', 'sections');
  const agencies = office['parentAgencies'] ?? [];
  if (!Array.isArray(agencies)) return fail('json-shape', 'office.parentAgencies');
  const stray = activities.findIndex((activity) => !isObject(activity));
  if (stray >= 0) return fail('json-shape', `activities[${stray}]`);

  const days = isObject(period) ? period : {};
  const places: Record<HeadField, [Json, string, string]> = {
    office: [office, 'name', 'office.name'],
    fiscalYear: [parsed, 'fiscalYearBE', 'fiscalYearBE'],
    title: [parsed, 'title', 'title'],
    programme: [parsed, 'programme', 'programme'],
    project: [parsed, 'project', 'project'],
    targetGroup: [parsed, 'targetGroup', 'targetGroup'],
    start: [days, 'start', 'period.start'],
    end: [days, 'end', 'period.end'],
  };
  const head: RawPlan['head'] = {};
  for (const [field, [holder, key, at]] of Object.entries(places))
    if (holder[key] !== undefined) head[field as HeadField] = cellOf(holder[key], at);
  return {
    ok: true,
    raw: {
      head,
      headPlace: (field) => places[field][2],
      parentAgencies: agencies.map((name, index) => cellOf(name, `office.parentAgencies[${index}]`)),
      sections: list.map((section: Json, index) => ({
        heading: cellOf(section['heading'], `sections[${index}].heading`),
        text: cellOf(section['text'], `sections[${index}].text`),
      })),
      rows: activities.map((activity, index) => rowOf(activity as Json, `activities[${index}]`)),
      rowsAt: 'activities',
    },
  };
}

function rowOf(activity: Json, at: string): RawRow {
  const cells: RawRow['cells'] = {};
  for (const [column, key] of Object.entries(KEYS))
    if (activity[key] !== undefined)
      cells[column as keyof typeof KEYS] = cellOf(activity[key], `${at}.${key}`);
  const { months } = activity;
  const list = Array.isArray(months) ? months : [];
  if (months !== undefined && !Array.isArray(months)) cells.months = cellOf(months, `${at}.months`);
  return {
    at,
    cells,
    place: (column) => `${at}.${column === 'months' ? 'months' : KEYS[column]}`,
    ticks: [],
    monthList: list.map((month, index) => cellOf(month, `${at}.months[${index}]`)),
    hidden: false,
  };
}

function cellOf(value: unknown, at: string): RawCell {
  return { at, value: rawValue(value) };
}

function rawValue(value: unknown): RawValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return { fault: 'wrong-kind', text: JSON.stringify(value).slice(0, 80) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
