/** Reads a plan from JSON in the form of samples/plan-2564.json, each value with its path; used by import-plan and the demo. */
import {
  type Column,
  HEAD_FIELDS,
  type HeadField,
  type RawCell,
  type RawPlan,
  type RawRow,
  type RawValue,
} from './raw.ts';
import { tidy } from './cells.ts';
import { parseJson, type TextPlace } from './json-fault.ts';
import { type FileFault, MAX_FILE_BYTES } from './source.ts';

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

/** Columns that number a row. */
const NUMBERING: readonly string[] = ['label', 'code', 'parent'] satisfies Column[];

/** Where each field of the head stands: by itself, or in a group. */
const PLACES: Record<HeadField, readonly [key: string, group?: string]> = {
  office: ['name', 'office'],
  fiscalYear: ['fiscalYearBE'],
  title: ['title'],
  programme: ['programme'],
  project: ['project'],
  targetGroup: ['targetGroup'],
  start: ['start', 'period'],
  end: ['end', 'period'],
};

type Json = Record<string, unknown>;

export type JsonPlanRead = { ok: true; raw: RawPlan } | { ok: false; reason: FileFault; place?: TextPlace };

/**
 * What has the wrong form goes on as a cell, so that it is named together with all else that is wrong.
 * @param bytes UTF-8, with or without a byte order mark.
 * @returns cells named `activities[3].budgetBaht`.
 */
export function readPlanJson(bytes: Buffer): JsonPlanRead {
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, reason: 'too-large' };
  if (bytes.length === 0) return { ok: false, reason: 'empty-file' };
  const parsed = parseJson(bytes);
  if (!parsed.ok) return parsed;
  const plan = parsed.value;
  if (!isObject(plan)) return { ok: false, reason: 'json-shape' };

  const head: RawPlan['head'] = {};
  const named = new Set<string>();
  for (const field of HEAD_FIELDS) {
    const cell = headCell(plan, field);
    // A group of the wrong form is named once, not for each of its fields.
    if (!cell || named.has(cell.at)) continue;
    head[field] = cell;
    named.add(cell.at);
  }
  const agencies = isObject(plan['office']) ? plan['office']['parentAgencies'] : undefined;
  return {
    ok: true,
    raw: {
      head,
      headPlace: (field) => [PLACES[field][1], PLACES[field][0]].filter(Boolean).join('.'),
      parentAgencies: itemsOf(agencies, 'office.parentAgencies').map(
        ({ at, value, fault }) => fault ?? cellOf(value, at),
      ),
      sections: itemsOf(plan['sections'], 'sections', 'objects').map(({ at, value, fault }) => ({
        heading: fault ?? cellOf((value as Json)['heading'], `${at}.heading`),
        text: fault ? cellOf(null, at) : cellOf((value as Json)['text'], `${at}.text`),
      })),
      rows: itemsOf(plan['activities'], 'activities', 'objects').map(({ at, value, fault }) =>
        fault ? { ...rowOf({}, at), stray: fault } : rowOf(value as Json, at),
      ),
      rowsAt: 'activities',
      codes: itemsOf(plan['activities'], 'activities', 'objects').map(({ value, fault }) =>
        fault ? '' : codeOf(value as Json),
      ),
    },
  };
}

function headCell(plan: Json, field: HeadField): RawCell | undefined {
  const [key, group] = PLACES[field];
  const holder = group === undefined ? plan : (plan[group] ?? {});
  if (!isObject(holder)) return misshapen('not-object', holder, group ?? key);
  return holder[key] === undefined ? undefined : cellOf(holder[key], group ? `${group}.${key}` : key);
}

interface Item {
  at: string;
  value: unknown;
  /** Set when it has not the form it must have. */
  fault: RawCell | null;
}

/** The members of a list; what is no list is one item with a fault. */
function itemsOf(value: unknown, at: string, of?: 'objects'): Item[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ at, value, fault: misshapen('not-list', value, at) }];
  return value.map((item: unknown, index) => {
    const place = `${at}[${index}]`;
    const fault = of === 'objects' && !isObject(item) ? misshapen('not-object', item, place) : null;
    return { at: place, value: item, fault };
  });
}

function rowOf(activity: Json, at: string): RawRow {
  const cells: RawRow['cells'] = {};
  for (const [column, key] of Object.entries(KEYS)) {
    const value = activity[key];
    // A number here is code 1.1 as it was written: no format of a cell can have swallowed a nought.
    const asText = NUMBERING.includes(column) && typeof value === 'number';
    if (value !== undefined)
      cells[column as keyof typeof KEYS] = cellOf(asText ? String(value) : value, `${at}.${key}`);
  }
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

/** @returns what people know an activity by. */
function codeOf({ code, label }: Json): string {
  const known = [code, label].find((one) => typeof one === 'string' || typeof one === 'number');
  return tidy(String(known ?? '')).slice(0, 30);
}

function cellOf(value: unknown, at: string): RawCell {
  return { at, value: rawValue(value) };
}

function misshapen(fault: 'not-object' | 'not-list', value: unknown, at: string): RawCell {
  return { at, value: { fault, text: JSON.stringify(value).slice(0, 80) } };
}

function rawValue(value: unknown): RawValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return { fault: 'wrong-kind', text: JSON.stringify(value).slice(0, 80) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
