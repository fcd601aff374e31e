/** Reads the cells of one Excel sheet: values as they are stored, what formats make of them, merges, hidden rows; workbook.ts calls it. */
import { shown } from '../cells.ts';
import type { RawValue } from '../raw.ts';
import {
  columnNumber,
  coverBlock,
  type Grid,
  type GridCell,
  type LeftOut,
  MAX_COLUMNS,
  putCell,
} from '../source.ts';
import { exactNumber, PLAIN, showNumber } from './number-format.ts';
import { type Shared, unescaped } from './shared-parts.ts';
import { walkXml } from './xml.ts';

const MAX_MERGES = 20_000;
const DAY = 86_400_000;

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  text: string;
  formula: boolean;
}

/** Puts the sheet's cells into the grid. @returns what lies too far right to be read. */
export function readSheet(grid: Grid, xml: Buffer, shared: Shared): LeftOut[] {
  const leftOut: LeftOut[] = [];
  const merges: string[] = [];
  let row = 0;
  let column = 0;
  let cell: OpenCell | null = null;
  let into: 'value' | 'text' | null = null;
  let aside = 0;
  walkXml(xml, {
    open(element) {
      switch (element.name) {
        case 'row':
          row = Number(element.get('r') ?? row + 1);
          column = 0;
          if (isOn(element.get('hidden'))) grid.hiddenRows.push(row);
          break;
        case 'c': {
          const place = /^([A-Z]{1,3})(\d+)$/.exec(element.get('r') ?? '');
          column = place ? columnNumber(place[1]!) : column + 1;
          const style = Number(element.get('s') ?? 0);
          cell = {
            row: place ? Number(place[2]) : row,
            column,
            type: element.get('t') ?? 'n',
            style,
            value: '',
            text: '',
            formula: false,
          };
          break;
        }
        case 'v':
          into = cell ? 'value' : null;
          break;
        case 't':
          into = cell && aside === 0 ? 'text' : null;
          break;
        case 'f':
          if (cell) cell.formula = true;
          break;
        case 'rPh':
          aside += 1;
          break;
        case 'col':
          if (isOn(element.get('hidden')))
            for (
              let at = Number(element.get('min'));
              at <= Math.min(Number(element.get('max')), MAX_COLUMNS);
              at++
            )
              grid.hiddenColumns.push(at);
          break;
        case 'mergeCell':
          if (merges.length < MAX_MERGES) merges.push(element.get('ref') ?? '');
          break;
        default:
      }
    },
    close(name) {
      if (name === 'v' || name === 't') into = null;
      if (name === 'rPh') aside -= 1;
      if (name !== 'c' || !cell) return;
      const read = cellOf(cell, shared);
      if (read && cell.column > MAX_COLUMNS)
        leftOut.push({ what: 'far-columns', where: grid.name, value: shown(read.value) });
      else if (read) {
        shared.left -= 1;
        if (shared.left < 0) throw new RangeError('too many cells');
        putCell(grid, cell.row, cell.column, read);
      }
      cell = null;
    },
    text(piece) {
      if (cell && into) cell[into] += piece;
    },
  });
  for (const ref of merges) mergeBlock(grid, ref);
  return leftOut.slice(0, 20);
}

function isOn(value: string | null): boolean {
  return value === '1' || value === 'true';
}

function mergeBlock(grid: Grid, ref: string): void {
  const corners = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref.replaceAll('$', ''));
  if (!corners) return;
  const [, left = '', top, right = '', bottom] = corners;
  coverBlock(grid, {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  });
}

/** @returns null for a cell that holds and shows nothing. */
function cellOf(cell: OpenCell, shared: Shared): GridCell | null {
  const style = shared.styles[cell.style];
  const format = style?.format ?? PLAIN;
  const shaded = style?.shaded ? ({ shaded: true } as const) : {};
  const made = (value: RawValue): GridCell | null =>
    value === null || value === ''
      ? style?.shaded
        ? { value: null, shaded: true }
        : null
      : { value, ...shaded };
  switch (cell.type) {
    case 's':
      return made(shared.texts[Number(cell.value)] ?? null);
    case 'inlineStr':
      return made(unescaped(cell.text));
    case 'str':
      return made(unescaped(cell.value));
    case 'b':
      return made(cell.value === '1');
    case 'e':
      return made({ fault: 'error-value', text: cell.value });
    case 'd':
      return made({ day: cell.value.slice(0, 10) });
    default: {
      if (cell.value === '') return made(cell.formula ? { fault: 'formula-empty', text: '' } : null);
      const number = exactNumber(cell.value);
      if (!Number.isFinite(number)) return made(cell.value);
      if (format.isDate && number >= 1) return made(dayOf(number, shared.since1904));
      const shown = showNumber(number, format);
      const { hiddenScale } = format;
      return {
        value: number,
        ...shaded,
        ...(shown === undefined ? {} : { shown }),
        ...(hiddenScale > 0 ? { hiddenScale } : {}),
      };
    }
  }
}

/** Excel counts days from 1900, with a 29 February that never was. */
function dayOf(serial: number, since1904: boolean): RawValue {
  const start = since1904
    ? Date.UTC(1904, 0, 1)
    : serial < 60
      ? Date.UTC(1899, 11, 31)
      : Date.UTC(1899, 11, 30);
  const at = start + Math.floor(serial) * DAY;
  if (at > Date.UTC(9999, 0, 1)) return serial;
  return { day: new Date(at).toISOString().slice(0, 10) };
}
