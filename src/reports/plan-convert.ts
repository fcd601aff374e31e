/** Takes a plan out of the Word or Excel file an office has, as far as it goes, ready for the form; used by import-plan. */
import type { Activity } from '../domain/activity.ts';
import { plainDigits, tidy, tidyLines } from '../domain/plan-draft/cells.ts';
import { readMonths, readTicks } from '../domain/plan-draft/months.ts';
import { numberer } from '../domain/plan-draft/numbering.ts';
import type { Column, RawTick, RawValue } from '../domain/plan-draft/raw.ts';
import { documentWords } from '../text/plan-document-words.ts';
import { planWords } from '../text/plan-words.ts';
import { documentHead, type FormHead } from './plan-document-head.ts';
import { findHeadings, headingsAt, headingKey, type Headings } from './plan-columns.ts';
import { type RemarkReason, type Say, shareIndicators, shareMoney, shareTargets } from './plan-share.ts';
import { amountsIn, leafPieces, type Piece, splitActivities } from './plan-split.ts';
import { type FileFault, openWorkbook, type Sheet } from './sheet.ts';
import { type Block, readWord, type WordTable } from './word-document.ts';

/** Something a person should look at in the form. */
export interface Remark {
  table: string;
  /** From 1; 0 for the table as a whole. */
  row: number;
  reason: RemarkReason;
  value: string;
}

/** What goes into the form: a plan that may still lack what must be filled in. */
export interface FormPlan extends FormHead {
  activities: Activity[];
}

export type Converted = { ok: true; plan: FormPlan; remarks: Remark[] } | { ok: false; reason: FileFault };

/** @param bytes a .docx or .xlsx file. @returns the plan as far as it could be read, and what could not. */
export async function convertPlan(bytes: Buffer): Promise<Converted> {
  const word = readWord(bytes);
  if (word.ok) return convertBlocks(word.blocks);
  if (word.reason !== 'not-excel') return word;
  const workbook = await openWorkbook(bytes);
  if (!workbook.ok) return workbook;
  return convertBlocks(workbook.sheets.flatMap(sheetBlocks));
}

/** A sheet as the lines above its table, and the table. */
function sheetBlocks(sheet: Sheet): Block[] {
  const first = findHeadings(sheet)?.first ?? 0;
  const above = [...sheet.rows].filter(([row]) => row < first).sort(([a], [b]) => a - b);
  const lines = above.flatMap(([, cells]) => [...cells.values()].filter(({ covered }) => covered === null));
  return [
    ...lines.map(({ value }): Block => ({ kind: 'paragraph', text: tidy(textOf(value)) })),
    { kind: 'table', table: { ...sheet, drawn: new Set(), counted: new Set() } },
  ];
}

/** What a cell says as text; a date in ISO, an error nothing. */
function textOf(value: RawValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return 'day' in value ? value.day : '';
  return String(value);
}

interface Found {
  table: WordTable;
  headings: Headings;
}

function convertBlocks(blocks: readonly Block[]): Converted {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  for (const [index, table] of tables.entries()) if (table.name === '') table.name = String(index + 1);
  const found = tables.flatMap((table): Found[] => {
    const headings = findHeadings(table);
    return headings ? [{ table, headings }] : [];
  });
  const full = found.filter(({ headings }) => isPlan(headings));
  const chosen = full.length > 0 ? full : found.filter(({ headings }) => has(headings, 'budget'));
  if (chosen.length === 0) return { ok: false, reason: 'no-table' };
  const head = documentHead(blocks, headingYear(chosen));
  const work = worker(head.fiscalYear);
  for (const { table } of found.filter((one) => !chosen.includes(one)))
    work.remarks.push({ table: table.name, row: 0, reason: 'other-table', value: '' });
  if (head.fiscalYear === null) work.remarks.push({ table: '', row: 0, reason: 'no-year', value: '' });
  for (const one of chosen) work.readTable(one);
  return { ok: true, plan: { ...head, activities: work.finish() }, remarks: work.remarks };
}

/** Tables of reports name activities and money too; those of plans say who, when or how well. */
function isPlan(headings: Headings): boolean {
  const months = [...headings.columns.values()].some((meaning) => 'month' in meaning);
  return months || (['months', 'owner', 'indicator'] as const).some((column) => has(headings, column));
}

function has(headings: Headings, column: Column): boolean {
  return [...headings.columns.values()].some((meaning) => 'column' in meaning && meaning.column === column);
}

/** The fiscal year (B.E.) that the months over the columns name: "Jan 64" is of 2564, "Oct 63" too. */
function headingYear(tables: readonly Found[]): number | null {
  for (const { headings } of tables)
    for (const meaning of headings.columns.values()) {
      if (!('month' in meaning) || meaning.year === null) continue;
      const { month, year } = meaning;
      const buddhist = year < 100 ? 2500 + year : year < 2300 ? year + 543 : year;
      return buddhist + (month >= 10 ? 1 : 0);
    }
  return null;
}

interface Worker {
  remarks: Remark[];
  readTable(found: Found): void;
  finish(): Activity[];
}

/** Reads table after table: a plan runs on over several where pages break. */
function worker(fiscalYear: number | null): Worker {
  const remarks: Remark[] = [];
  const activities: Activity[] = [];
  const next = numberer(planWords);

  const readTable = ({ table, headings }: Found): void => {
    const numbers = [...table.rows.keys()].filter((row) => row > headings.last).sort((a, b) => a - b);
    let skipTo = 0;
    for (const row of numbers) {
      if (row <= skipTo) continue;
      const again = headingsAt(table, row);
      if (again) skipTo = again.last;
      else readRow(table, headings, row);
    }
  };

  const readRow = (table: WordTable, headings: Headings, row: number): void => {
    const remark: Say = (reason, value = '') => {
      remarks.push({ table: table.name, row, reason, value: value.slice(0, 60) });
    };
    const cellText = (column: Column): string => {
      for (const [at, meaning] of headings.columns) {
        if (!('column' in meaning) || meaning.column !== column) continue;
        const cell = table.rows.get(row)?.get(at);
        if (cell && (cell.covered === null || (cell.covered === 'above' && column === 'owner')))
          return tidyLines(textOf(cell.value));
      }
      return '';
    };
    const nameText = cellText('name');
    if (planWords.total.includes(tidy(nameText || cellText('label')).toLowerCase())) return;
    const pieces = splitActivities(nameText);
    const label = tidy(cellText('label'));
    const first = pieces[0];
    if (label !== '' && first && first.label === null) first.label = label;

    // Text before the first number runs on from the row above, unless it is a row of its own.
    const money = cellText('budget');
    const runsOn =
      first?.label === null && activities.length > 0 && (pieces.length > 1 || amountsIn(money).length === 0);
    const last = activities.at(-1);
    let indicator = cellText('indicator');
    if (runsOn && first && last) {
      last.name = `${last.name} ${tidy(first.text)}`;
      remark('joined', first.text);
      pieces.shift();
      const [rest = '', ...more] = indicator.split('\n');
      if (rest !== '' && !documentWords.indicator.some((word) => rest.startsWith(word))) {
        last.indicator = tidy(`${last.indicator ?? ''} ${rest}`);
        indicator = more.join('\n');
      }
    }
    if (pieces.length === 0) return;
    if (pieces.length > 1) remark('split', pieces.map((piece) => piece.label).join(' '));
    const uncounted = pieces.some((piece) => piece.label === null);
    if (table.counted.size > 0 && uncounted) remark('counted', first?.text);
    const made = pieces.map((piece) => activityOf(piece, remark));
    const leaves = leafPieces(pieces).flatMap((index) => made[index] ?? []);
    // As many values as activities, headings included: each has its own. Else they are the leaves'.
    const holders = (values: number): Activity[] => (values === made.length ? made : leaves);
    const targets = cellText('target');
    shareMoney(holders(amountsIn(money).length), money, remark);
    shareTargets(holders(targets.split('\n').length), targets, cellText('unit'), remark);
    shareIndicators(holders(indicator.split('\n').length), indicator, remark);
    const months = monthsOf(table, headings, row, cellText('months'), fiscalYear, remark);
    if (months.length > 0 && leaves.length > 1)
      remark('months-shared', leaves.map(({ code }) => code).join(', '));
    for (const leaf of leaves) leaf.months = months;
    const owner = tidy(cellText('owner')) || (last && runsOn ? (last.ownerGroup ?? '') : '');
    for (const activity of made) activity.ownerGroup = owner === '' ? null : owner;
    activities.push(...made);
  };

  const activityOf = (piece: Piece, remark: Say): Activity => {
    const code = piece.label === null ? null : next(piece.label, null);
    if (piece.label !== null && code === null) remark('no-number', piece.label);
    return {
      code: code ?? '',
      label: piece.label === null ? '' : tidy(piece.label),
      parent: null,
      order: 0,
      level: 0,
      leaf: true,
      name: tidy(piece.text),
      indicator: null,
      unit: null,
      target: null,
      budget: null,
      months: [],
      ownerGroup: null,
    };
  };

  return { remarks, readTable, finish: () => finishActivities(activities, remarks) };
}

/** Gives numbers to a plan that prints none, and parents by the codes. */
function finishActivities(activities: readonly Activity[], remarks: Remark[]): Activity[] {
  const unnumbered = activities.every(({ label }) => label === '');
  if (unnumbered && activities.length > 0) remarks.push({ table: '', row: 0, reason: 'numbered', value: '' });
  return activities.map((activity, order) => {
    const code = unnumbered ? String(order + 1) : activity.code;
    const dot = code.lastIndexOf('.');
    const parent = dot < 0 ? null : code.slice(0, dot);
    return { ...activity, code, label: unnumbered ? `${code}.` : activity.label, parent, order };
  });
}

/** Months marked in the row, by text or by arrows; an arrow that was drawn cannot be read. */
function monthsOf(
  table: WordTable,
  headings: Headings,
  row: number,
  text: string,
  fiscalYear: number | null,
  say: Say,
): string[] {
  if (fiscalYear === null) return [];
  const ticks: RawTick[] = [];
  let drawn = false;
  for (const [at, meaning] of [...headings.columns].sort(([a], [b]) => a - b)) {
    const planned = 'month' in meaning || ('column' in meaning && meaning.column === 'months');
    if (planned && table.drawn.has(`${row}:${at}`)) drawn = true;
    const cell = table.rows.get(row)?.get(at);
    if (!('month' in meaning) || !cell || cell.covered === 'above') continue;
    const value = typeof cell.value === 'string' ? plainDigits(cell.value).replaceAll('\n', '') : cell.value;
    ticks.push({ ...meaning, cell: { at: '', value } });
  }
  const marked = readTicks(ticks, fiscalYear, planWords);
  for (const { value } of marked.problems) say('months-unread', value);
  // A heading that only spans months ("ระยะเวลา") repeats over them and is no text of months.
  const isHeading = headingKey(text) === '' || ticks.some(({ cell }) => cell.value === text);
  const written = isHeading ? null : readMonths({ at: '', value: text }, fiscalYear, planWords);
  if (written && !written.ok) say('months-unread', text);
  const months = [...marked.months, ...(written?.ok ? written.months : [])];
  if (drawn && months.length === 0) say('months-drawn');
  return [...new Set(months)].sort();
}
