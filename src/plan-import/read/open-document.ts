/** Reads OpenDocument sheets and texts (.ods, .odt of LibreOffice) as grids of cells and lines; read.ts calls it. */
import type { RawValue } from '../raw.ts';
import {
  type Block,
  coverBlock,
  type Grid,
  MAX_CELLS,
  MAX_COLUMNS,
  putCell,
  type Source,
} from '../source.ts';
import type { Parts } from './archive.ts';
import { shifted } from '../digits.ts';
import { exactNumber } from './number-format.ts';
import { type Element, type XmlVisitor, walkXml } from './xml.ts';

/** Rows and cells that repeat to the sheet's end say nothing. */
const MAX_REPEATED = 500;

interface OpenCell {
  type: string;
  value: string;
  repeated: number;
  columns: number;
  rows: number;
  text: string;
  formula: boolean;
}

/** @throws Error where the file is spoilt. */
export function readOpenDocument(parts: Parts): Source {
  const xml = parts.get('content.xml')!;
  const reading = startReading();
  walkXml(xml, reading);
  const isSheet = xml.includes('<office:spreadsheet');
  return { kind: isSheet ? 'ods' : 'odt', blocks: reading.blocks, leftOut: [] };
}

function startReading(): XmlVisitor & { blocks: Block[] } {
  const blocks: Block[] = [];
  const hiddenStyles = new Set<string>();
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  let style = '';
  let grid: Grid | null = null;
  let depth = 0;
  let row = 0;
  let rowRepeats = 1;
  let column = 0;
  let columnsSeen = 0;
  let cell: OpenCell | null = null;
  let cells = 0;
  let paragraph: string | null = null;
  let aside = 0;
  let body = false;
  const count = (element: Element, name: string): number => Math.max(1, Number(element.get(name) ?? 1) || 1);

  const open = (element: Element): void => {
    switch (element.name) {
      case 'body':
        body = true;
        break;
      case 'style':
        style = element.get('name') ?? '';
        break;
      case 'table-properties':
        if (element.get('display') === 'false') hiddenStyles.add(style);
        break;
      case 'table':
        depth += 1;
        if (depth > 1) break;
        grid = {
          name: element.get('name') ?? '',
          kind: 'sheet',
          hidden: hiddenStyles.has(element.get('style-name') ?? ''),
          rows: {},
          hiddenRows: [],
          hiddenColumns: [],
        };
        row = columnsSeen = 0;
        break;
      case 'table-column': {
        const repeated = count(element, 'number-columns-repeated');
        if (grid && depth === 1 && /collapse|filter/.test(element.get('visibility') ?? ''))
          for (let at = columnsSeen + 1; at <= Math.min(columnsSeen + repeated, MAX_COLUMNS); at += 1)
            grid.hiddenColumns.push(at);
        columnsSeen += repeated;
        break;
      }
      case 'table-row':
        if (depth !== 1) break;
        row += 1;
        column = 0;
        rowRepeats = count(element, 'number-rows-repeated');
        if (grid && /collapse|filter/.test(element.get('visibility') ?? '')) grid.hiddenRows.push(row);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (depth !== 1) break;
        cell = {
          type: element.get('value-type') ?? 'string',
          value: element.get('value') ?? element.get('date-value') ?? element.get('boolean-value') ?? '',
          repeated: count(element, 'number-columns-repeated'),
          columns: count(element, 'number-columns-spanned'),
          rows: count(element, 'number-rows-spanned'),
          text: '',
          formula: element.get('formula') !== null,
        };
        break;
      case 'annotation':
      case 'note':
      case 'tracked-changes':
        aside += 1;
        break;
      case 'p':
      case 'h':
        if (aside === 0 && body) paragraph = '';
        break;
      case 'line-break':
        if (paragraph !== null) paragraph += '\n';
        break;
      case 's':
        if (paragraph !== null) paragraph += ' ';
        break;
      case 'tab':
        if (paragraph !== null) paragraph += ' ';
        break;
      default:
    }
  };

  const close = (name: string): void => {
    if (name === 'annotation' || name === 'note' || name === 'tracked-changes') aside -= 1;
    else if ((name === 'p' || name === 'h') && paragraph !== null) {
      if (cell) cell.text += `${cell.text === '' ? '' : '\n'}${paragraph}`;
      else if (!grid && paragraph.trim() !== '') blocks.push({ kind: 'text', text: paragraph.trim() });
      paragraph = null;
    } else if ((name === 'table-cell' || name === 'covered-table-cell') && depth === 1) closeCell();
    else if (name === 'table-row' && depth === 1) closeRow();
    else if (name === 'table') {
      depth -= 1;
      if (depth > 0 || !grid) return;
      for (const block of merges.splice(0)) coverBlock(grid, block);
      blocks.push({ kind: 'grid', grid });
      grid = null;
    }
  };

  const closeCell = (): void => {
    if (!cell || !grid) return;
    const { repeated, columns, rows } = cell;
    const value = valueOf(cell);
    if (value !== null)
      for (let index = 0; index < Math.min(repeated, MAX_REPEATED); index += 1) {
        if (column + 1 + index > MAX_COLUMNS) break;
        cells += 1;
        if (cells > MAX_CELLS) throw new RangeError('too many cells');
        const shown = cell.type === 'percentage' ? { shown: `${shifted(Number(value), 2)}%` } : {};
        putCell(grid, row, column + 1 + index, { value, ...shown });
      }
    if (columns > 1 || rows > 1)
      merges.push({ top: row, left: column + 1, bottom: row + rows - 1, right: column + columns });
    column += repeated;
    cell = null;
  };

  const closeRow = (): void => {
    const own = grid?.rows[row];
    if (grid && own)
      for (let more = 1; more < Math.min(rowRepeats, MAX_REPEATED); more += 1)
        grid.rows[row + more] = { ...own };
    row += rowRepeats - 1;
  };

  return {
    blocks,
    open,
    close,
    text(piece) {
      if (paragraph !== null && aside === 0) paragraph += piece.replace(/\s+/g, ' ');
    },
  };
}

function valueOf({ type, value, text, formula }: OpenCell): RawValue {
  if (type === 'date') return { day: value.slice(0, 10) };
  if (type === 'boolean') return value === 'true';
  if (type === 'float' || type === 'currency' || type === 'percentage') return exactNumber(value);
  if (/^(#[A-Z/0!?]+|Err:\d+)$/.test(text)) return { fault: 'error-value', text };
  if (formula && text === '' && value === '') return null;
  return text === '' ? null : text;
}
