/** Reads a plan from an Excel file in the template's form, cell by cell with its address; used by import-plan. */
import type { Column, HeadField, RawCell, RawPlan, RawRow, RawValue } from '../domain/plan-draft/raw.ts';
import { HEAD_FIELDS } from '../domain/plan-draft/raw.ts';
import { headLabels, sheetNames } from '../text/plan-words.ts';
import type { TextPlace } from './json-fault.ts';
import { findHeadings, headingKey, type Headings } from './plan-columns.ts';
import { columnName, type FileFault, openWorkbook, type Sheet, type SheetCell } from './sheet.ts';

/** A file that is not read at all; `detail` and `place` where there is more to say. */
export interface PlanFileFault {
  ok: false;
  reason: FileFault;
  detail?: string;
  place?: TextPlace;
}
export type PlanFileRead = { ok: true; raw: RawPlan } | PlanFileFault;

/** Below a merged block these columns mean the same again; money and names would count twice. */
const REPEATED: readonly Column[] = ['owner', 'indicator', 'unit', 'months'];
/** Columns in which Excel's 1.1 may be shown, and meant, as 1.10. */
const NUMBERING: readonly Column[] = ['label', 'code', 'parent'];

/** @param bytes the .xlsx file. @returns cells named `กิจกรรม!H7`, or why the file cannot be read. */
export async function readPlanXlsx(bytes: Buffer): Promise<PlanFileRead> {
  const workbook = await openWorkbook(bytes);
  if (!workbook.ok) return { ok: false, reason: workbook.reason };
  const found = activitySheet(workbook.sheets);
  if (!found) {
    const names = workbook.sheets.map((sheet) => sheet.name).join(', ');
    return { ok: false, reason: 'no-heading', detail: names };
  }
  const headSheet = named(workbook.sheets, sheetNames.head);
  const sections = named(workbook.sheets, sheetNames.sections);
  return {
    ok: true,
    raw: {
      ...readHeadSheet(headSheet),
      sections: sections ? readSections(sections) : [],
      rows: readRows(found.sheet, found.headings),
      rowsAt: `${found.sheet.name}!${columnName(1)}${found.headings.last + 1}`,
    },
  };
}

function named(sheets: readonly Sheet[], names: readonly string[]): Sheet | undefined {
  return sheets.find((sheet) => names.includes(headingKey(sheet.name)));
}

function activitySheet(sheets: readonly Sheet[]): { sheet: Sheet; headings: Headings } | null {
  const ignored = [...sheetNames.ignored, ...sheetNames.head, ...sheetNames.sections];
  const preferred = named(sheets, sheetNames.activities);
  const others = sheets.filter((sheet) => !ignored.includes(headingKey(sheet.name)) && sheet !== preferred);
  for (const sheet of preferred ? [preferred, ...others] : others) {
    const headings = findHeadings(sheet);
    if (headings) return { sheet, headings };
  }
  return null;
}

function readRows(sheet: Sheet, headings: Headings): RawRow[] {
  const columnAt = new Map<Column, number>();
  for (const [at, meaning] of headings.columns) if ('column' in meaning) columnAt.set(meaning.column, at);
  const numbers = [...sheet.rows.keys()].filter((row) => row > headings.last).sort((a, b) => a - b);
  return numbers.map((number) => {
    const cells = sheet.rows.get(number) ?? new Map<number, SheetCell>();
    const at = (column: number): string => `${sheet.name}!${columnName(column)}${number}`;
    const row: RawRow = {
      at: at(columnAt.get('name') ?? 1),
      cells: {},
      place: (column) => at(columnAt.get(column) ?? columnAt.get('name') ?? 1),
      ticks: [],
      monthList: [],
      hidden: sheet.hidden.has(number),
    };
    for (const [column, meaning] of [...headings.columns].sort(([a], [b]) => a - b)) {
      const cell = cells.get(column);
      if (!cell) continue;
      if ('month' in meaning) {
        if (cell.covered !== 'above')
          row.ticks.push({ ...meaning, cell: { at: at(column), value: cell.value } });
      } else if (cell.covered === null || (cell.covered === 'above' && REPEATED.includes(meaning.column))) {
        const value = NUMBERING.includes(meaning.column) ? asShown(cell) : cell.value;
        row.cells[meaning.column] = { at: at(column), value };
      }
    }
    return row;
  });
}

/** A number as Excel shows it: 1.1 in the format 0.00 reads 1.10. */
function asShown({ value, format }: SheetCell): RawValue {
  const decimals = /^0\.(0+)$/.exec(format ?? '')?.[1]?.length;
  return typeof value === 'number' && decimals !== undefined ? value.toFixed(decimals) : value;
}

type Head = Pick<RawPlan, 'head' | 'headPlace' | 'parentAgencies'>;

/** A sheet of two columns: what, and its value. */
function readHeadSheet(sheet: Sheet | undefined): Head {
  const head: Partial<Record<HeadField, RawCell>> = {};
  const parentAgencies: RawCell[] = [];
  const places = new Map<HeadField, string>();
  for (const [number, cells] of [...(sheet?.rows ?? [])].sort(([a], [b]) => a - b)) {
    const key = headingKey(cells.get(1)?.value);
    const at = `${sheet?.name}!B${number}`;
    const value = cells.get(2)?.covered ? null : (cells.get(2)?.value ?? null);
    if (headLabels.parentAgency.includes(key)) parentAgencies.push({ at, value });
    const field = HEAD_FIELDS.find((candidate) => headLabels[candidate].includes(key));
    if (!field || places.has(field)) continue;
    places.set(field, at);
    if (value !== null) head[field] = { at, value };
  }
  const fallback = sheet?.name ?? sheetNames.head[0] ?? '';
  return {
    head,
    parentAgencies,
    headPlace: (field) => places.get(field) ?? `${fallback} (${headLabels[field][0]})`,
  };
}

function readSections(sheet: Sheet): RawPlan['sections'] {
  return [...sheet.rows]
    .sort(([a], [b]) => a - b)
    .slice(1)
    .map(([number, cells]) => ({
      heading: { at: `${sheet.name}!A${number}`, value: cells.get(1)?.value ?? null },
      text: { at: `${sheet.name}!B${number}`, value: cells.get(2)?.value ?? null },
    }));
}
