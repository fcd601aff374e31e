/** Reads the list of offices an operator brings as CSV, however Excel saved it: each row an office, or what is wrong with it; web/offices calls it. */
import Papa from 'papaparse';
import { cleanName } from '../domain/names.ts';
import { arabicDigits } from '../text/format.ts';
import { OFFICE_LIST_HEADINGS } from '../text/office-list-words.ts';
import { tidy } from './cells.ts';
import { decodeText } from './read/csv.ts';

export type OfficeListFault = 'empty-file' | 'text-encoding' | 'no-heading' | 'too-many';
export type OfficeLineFault = 'no-name' | 'bad-name' | 'name-too-long' | 'name-twice' | 'quotes';

export interface ListedOffice {
  /** As Excel counts, the heading being the first. */
  row: number;
  name: string;
  /** The office above it; none where the cell is empty. */
  parentAgencies: string[];
  /** Who is to administer it; '' where nobody is named. */
  admin: string;
}

export interface BrokenOfficeRow {
  row: number;
  reason: OfficeLineFault;
  name: string;
  /** The row in which that name stood first. */
  first: string;
}

export type OfficeListRead =
  { ok: true; lines: ListedOffice[]; broken: BrokenOfficeRow[] } | { ok: false; reason: OfficeListFault };

const MOST_ROWS = 2_000;
const MOST_LETTERS = 200;
const DELIMITERS = [',', ';', '\t', '|'];

/** @param bytes in UTF-8 with or without its mark, UTF-16, or the encoding of Thai Windows. */
export function readOfficeList(bytes: Buffer): OfficeListRead {
  const text = decodeText(bytes);
  if (text === null) return { ok: false, reason: 'text-encoding' };
  if (text.trim() === '') return { ok: false, reason: 'empty-file' };
  const found = DELIMITERS.map((delimiter) => headed(text, delimiter)).find((one) => one !== null);
  if (!found) return { ok: false, reason: 'no-heading' };
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: found.delimiter });
  if (data.length - found.at > MOST_ROWS + 1) return { ok: false, reason: 'too-many' };
  const unquoted = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row ?? 0] : [])));
  const lines: ListedOffice[] = [];
  const broken: BrokenOfficeRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of data.entries()) {
    if (index <= found.at || cells.every((cell) => cell.trim() === '')) continue;
    const row = index + 1;
    const typed = cells[found.columns.name] ?? '';
    const name = cleanName(typed);
    const fault = unquoted.has(index) ? 'quotes' : faultOf(typed, name);
    if (fault || name === null) {
      broken.push({ row, reason: fault ?? 'bad-name', name: '', first: '' });
      continue;
    }
    const key = officeKey(name);
    const first = seen.get(key);
    if (first !== undefined) {
      broken.push({ row, reason: 'name-twice', name, first: String(first) });
      continue;
    }
    seen.set(key, row);
    const cellOf = (column: number): string | null => (column < 0 ? null : cleanName(cells[column] ?? ''));
    const agency = cellOf(found.columns.agency);
    lines.push({
      row,
      name,
      parentAgencies: agency ? [agency] : [],
      admin: cellOf(found.columns.admin) ?? '',
    });
  }
  return { ok: true, lines, broken };
}

/** By which two names are one office: neither blanks, case, kinds of digits nor ways to write a sara am tell offices apart. */
export function officeKey(name: string): string {
  return arabicDigits(tidy(name)).replaceAll(' ', '').toLowerCase();
}

function faultOf(typed: string, name: string | null): OfficeLineFault | null {
  if (typed.trim() === '') return 'no-name';
  if (name === null) return 'bad-name';
  return [...typed.trim()].length > MOST_LETTERS ? 'name-too-long' : null;
}

type Column = keyof typeof OFFICE_LIST_HEADINGS;

/** @returns where the columns are, if the first row that is not empty has the heading of names when it is cut so. */
function headed(
  text: string,
  delimiter: string,
): { delimiter: string; at: number; columns: Record<Column, number> } | null {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 20 });
  const at = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const heads = (data[at] ?? []).map(officeKey);
  const column = (name: Column): number =>
    heads.findIndex((head) => OFFICE_LIST_HEADINGS[name].some((word) => officeKey(word) === head));
  const columns = { name: column('name'), agency: column('agency'), admin: column('admin') };
  return columns.name < 0 ? null : { delimiter, at, columns };
}
