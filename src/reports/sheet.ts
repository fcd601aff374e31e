/** Opens an Excel file as plain cells, with merges told apart and everything that could harm left out; used by readers of plans. */
import type { RawValue } from '../domain/plan-draft/raw.ts';
import { packZip, readZip } from './zip.ts';

/** Why a file is not read at all. */
export type FileFault =
  | 'empty-file'
  | 'too-large'
  | 'old-excel'
  | 'password'
  | 'binary-excel'
  | 'opendocument'
  | 'word-file'
  | 'text-file'
  | 'not-excel'
  | 'damaged'
  | 'too-many-rows'
  | 'no-heading'
  | 'no-table'
  | 'json-encoding'
  | 'json-broken'
  | 'json-shape';

export interface SheetCell {
  value: RawValue;
  /** How Excel shows a number, `0.00`; null when nothing is said. */
  format: string | null;
  /** Part of a merged block of which it is not the first cell; it repeats that one's value. */
  covered: 'above' | 'left' | null;
}

export interface Sheet {
  name: string;
  /** Rows and columns from 1; rows and cells that are empty are missing. */
  rows: Map<number, Map<number, SheetCell>>;
  hidden: Set<number>;
}

export type WorkbookRead = { ok: true; sheets: Sheet[] } | { ok: false; reason: FileFault };

/** A plan of a thousand rows with every text at its longest is some 2 MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_UNFOLDED_BYTES = 80 * 1024 * 1024;
const MAX_SHEET_ROWS = 6000;
const MAX_COLUMNS = 60;
const MAX_MERGED_CELLS = 50_000;

const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/i;

/** Which kind of file the first bytes betray, when it is not a zip. */
export function faultByBytes(bytes: Buffer): FileFault | null {
  if (bytes.length === 0) return 'empty-file';
  if (bytes.length > MAX_FILE_BYTES) return 'too-large';
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return null;
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'old-excel';
  return looksLikeText(bytes) ? 'text-file' : 'not-excel';
}

function looksLikeText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096);
  return !start.includes(0) && !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) && start[0] !== 0x89;
}

/** @param bytes the file as it lies on the disk. */
export async function openWorkbook(bytes: Buffer): Promise<WorkbookRead> {
  const fault = faultByBytes(bytes);
  if (fault) return { ok: false, reason: fault };
  let kind: FileFault | null = null;
  const zip = readZip(bytes, MAX_UNFOLDED_BYTES, (name) => {
    if (name === 'word/document.xml') kind = 'word-file';
    if (name === 'xl/workbook.bin') kind = 'binary-excel';
    if (name === 'content.xml') kind = 'opendocument';
    return WANTED.test(name);
  });
  if (!zip.ok) return { ok: false, reason: zip.reason === 'locked' ? 'password' : zip.reason };
  if (kind) return { ok: false, reason: kind };
  if (!zip.entries.has('xl/workbook.xml')) return { ok: false, reason: 'not-excel' };

  for (const [name, content] of zip.entries)
    if (name.startsWith('xl/worksheets/') && !mergesAreSane(content.toString('utf8')))
      return { ok: false, reason: 'damaged' };
  // Repacked, so that the library meets neither pictures, tables, notes nor links, which it reads at its peril.
  return load(packZip(zip.entries));
}

/** Whether the merged blocks are few cells: the library writes out every cell of a block, however large. */
function mergesAreSane(xml: string): boolean {
  let cells = 0;
  let seen = 0;
  const block = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;
  for (const [, left = '', top, right = '', bottom] of xml.matchAll(block)) {
    seen += 1;
    cells += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
    if (cells > MAX_MERGED_CELLS) return false;
  }
  return seen === [...xml.matchAll(/<(?:\w+:)?mergeCell\s/g)].length;
}

/** Parts of a sheet that say nothing of a plan; some the library writes out cell by cell, over whole columns. */
const IGNORED = [
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'hyperlinks',
  'legacyDrawing',
  'picture',
  'rowBreaks',
  'sheetProtection',
  'tableParts',
];

async function load(bytes: Buffer): Promise<WorkbookRead> {
  // The library takes long to load: only those who read or write Excel wait for it.
  const { Excel } = await import('./excel-library.ts');
  const workbook = new Excel.Workbook();
  try {
    await workbook.xlsx.load(bytes as never, { ignoreNodes: IGNORED });
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  const sheets: Sheet[] = [];
  for (const worksheet of workbook.worksheets) {
    if (worksheet.actualRowCount > MAX_SHEET_ROWS) return { ok: false, reason: 'too-many-rows' };
    const sheet: Sheet = { name: worksheet.name, rows: new Map(), hidden: new Set() };
    worksheet.eachRow((row, number) => {
      const cells = new Map<number, SheetCell>();
      row.eachCell((cell, column) => {
        if (column > MAX_COLUMNS) return;
        const value = rawValue(cell.value);
        const covered = !cell.isMerged || cell.master === cell ? null : coveredFrom(cell);
        if (value !== null) cells.set(column, { value, format: cell.numFmt ?? null, covered });
      });
      if (cells.size > 0) sheet.rows.set(number, cells);
      if (row.hidden) sheet.hidden.add(number);
    });
    sheets.push(sheet);
  }
  return { ok: true, sheets };
}

function coveredFrom(cell: { row: string; master: { row: string } }): 'above' | 'left' {
  return Number(cell.master.row) < Number(cell.row) ? 'above' : 'left';
}

/** What exceljs makes of a cell, as one of our values. */
function rawValue(value: unknown): RawValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) };
  if (typeof value !== 'object') return null;
  if ('error' in value) return { fault: 'error-value', text: String(value.error) };
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value as { result?: unknown };
    const formula = 'formula' in value ? String(value.formula) : '';
    const inner = rawValue(result);
    return inner === null ? { fault: 'formula-empty', text: `=${formula}` } : inner;
  }
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((part: { text?: string }) => part.text ?? '').join('');
  if ('text' in value) return rawValue(value.text);
  return null;
}

/** `H` for 8. */
export function columnName(column: number): string {
  const rest = column - 1;
  return (rest >= 26 ? columnName(Math.floor(rest / 26)) : '') + String.fromCharCode(65 + (rest % 26));
}

function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
