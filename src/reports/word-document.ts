/** Reads a Word document as paragraphs and tables of plain cells, merges told apart; used where a plan is converted. */
import { faultByBytes, type FileFault, type Sheet, type SheetCell } from './sheet.ts';
import { readZip } from './zip.ts';

export interface WordTable extends Sheet {
  /** Cells that hold a drawing, `row:column`: an arrow drawn by hand has no text. */
  drawn: Set<string>;
  /** Cells whose numbers Word counts by itself, `row:column`: they are not in the text. */
  counted: Set<string>;
}

export type Block = { kind: 'paragraph'; text: string } | { kind: 'table'; table: WordTable };

export type WordRead = { ok: true; blocks: Block[] } | { ok: false; reason: FileFault };

const MAX_UNFOLDED_BYTES = 60 * 1024 * 1024;
const MAX_CELLS = 200_000;
const MAX_COLUMNS = 60;

/** What Wingdings draws in place of these characters. */
const SYMBOLS: Record<string, string> = {
  F0DF: '←',
  F0E0: '→',
  F0F3: '↔',
  F0FC: '✓',
  F0FE: '☑',
  F0A8: '☐',
  F06F: '☐',
};

/** @param bytes the .docx file. @returns its text in order; line breaks inside a cell are kept. */
export function readWord(bytes: Buffer): WordRead {
  const fault = faultByBytes(bytes);
  if (fault) return { ok: false, reason: fault };
  const zip = readZip(bytes, MAX_UNFOLDED_BYTES, (name) => name === 'word/document.xml');
  if (!zip.ok) return { ok: false, reason: zip.reason === 'locked' ? 'password' : zip.reason };
  const xml = zip.entries.get('word/document.xml');
  if (!xml) return { ok: false, reason: 'not-excel' };
  const reader = reading();
  const token = /<!--[^]*?-->|<\?[^]*?\?>|<(\/?)([\w.:-]+)([^<>]*?)(\/?)>|([^<]+)/g;
  for (const [, closing, name, attributes = '', empty, text] of xml.toString('utf8').matchAll(token)) {
    if (text !== undefined) reader.text(text);
    else if (name === undefined) continue;
    else if (closing) reader.close(name);
    else {
      reader.open(name, attributes);
      if (empty) reader.close(name);
    }
    if (reader.cells() > MAX_CELLS) return { ok: false, reason: 'too-large' };
  }
  return { ok: true, blocks: reader.blocks };
}

/** A table being read; tables inside cells add their text to the cell. */
interface OpenTable {
  table: WordTable;
  row: number;
  column: number;
  /** Of the open cell. */
  span: number;
  merge: 'none' | 'start' | 'below';
  text: string;
}

interface Reading {
  blocks: Block[];
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  cells(): number;
}

/** The document's elements as they come; only what bears text or shape counts. */
function reading(): Reading {
  const blocks: Block[] = [];
  let table: OpenTable | null = null;
  let depth = 0;
  let paragraph = '';
  let inText = false;
  /** Depth of elements whose content is not shown, or is shown a second time. */
  let skipped = 0;
  let cells = 0;

  const mark = (set: 'drawn' | 'counted'): void => {
    if (table && table.column > 0) table.table[set].add(`${table.row}:${table.column}`);
  };
  const opened: Record<string, (attributes: string) => void> = {
    'w:tbl': () => {
      depth += 1;
      if (depth === 1) table = newTable();
    },
    'w:tr': () => {
      if (!table || depth !== 1) return;
      table.row += 1;
      table.column = 0;
    },
    'w:gridBefore': (attributes) => {
      if (table && depth === 1) table.column += numberIn(attributes);
    },
    'w:tc': () => {
      if (!table || depth !== 1) return;
      Object.assign(table, { column: table.column + 1, span: 1, merge: 'none', text: '' });
      cells += 1;
    },
    'w:gridSpan': (attributes) => {
      if (table && depth === 1) table.span = Math.min(MAX_COLUMNS, Math.max(1, numberIn(attributes)));
    },
    'w:vMerge': (attributes) => {
      if (table && depth === 1) table.merge = attributes.includes('restart') ? 'start' : 'below';
    },
    'w:t': () => (inText = true),
    'w:br': () => (paragraph += '\n'),
    'w:cr': () => (paragraph += '\n'),
    'w:tab': () => (paragraph += ' '),
    'w:noBreakHyphen': () => (paragraph += '-'),
    'w:sym': (attributes) =>
      (paragraph += SYMBOLS[/w:char="(\w+)"/.exec(attributes)?.[1]?.toUpperCase() ?? ''] ?? ''),
    'w:drawing': () => mark('drawn'),
    'w:pict': () => mark('drawn'),
    'w:numPr': () => mark('counted'),
  };
  const closed: Record<string, () => void> = {
    'w:t': () => (inText = false),
    'w:p': () => {
      const text = paragraph;
      paragraph = '';
      if (table) table.text += `${text}\n`;
      else if (text.trim() !== '') blocks.push({ kind: 'paragraph', text: text.trim() });
    },
    'w:tc': () => {
      if (table && depth === 1) closeCell(table);
    },
    'w:tbl': () => {
      depth -= 1;
      if (depth === 0 && table) {
        blocks.push({ kind: 'table', table: table.table });
        table = null;
      }
    },
  };
  const hidden = ['mc:Fallback', 'w:del', 'w:moveFrom', 'w:tabs', 'w:txbxContent'];
  return {
    blocks,
    open(name, attributes) {
      if (hidden.includes(name) || skipped > 0) skipped += 1;
      else opened[name]?.(attributes);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else closed[name]?.();
    },
    text(text) {
      if (inText && skipped === 0) paragraph += decoded(text);
    },
    cells: () => cells,
  };
}

function newTable(): OpenTable {
  const table: WordTable = {
    name: '',
    rows: new Map(),
    hidden: new Set(),
    drawn: new Set(),
    counted: new Set(),
  };
  return { table, row: 0, column: 0, span: 1, merge: 'none', text: '' };
}

function closeCell(open: OpenTable): void {
  const { table, row, column, span, merge } = open;
  const above = merge === 'below' ? table.rows.get(row - 1)?.get(column) : undefined;
  const text = open.text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
  const value = above?.value ?? (text === '' ? null : text);
  const cells = table.rows.get(row) ?? new Map<number, SheetCell>();
  if (value !== null)
    for (let at = column; at < column + span && at <= MAX_COLUMNS; at += 1)
      cells.set(at, { value, format: null, covered: above ? 'above' : at > column ? 'left' : null });
  table.rows.set(row, cells);
  open.column += span - 1;
}

function numberIn(attributes: string): number {
  return Number(/w:val="(\d{1,3})"/.exec(attributes)?.[1] ?? 0);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[String(name)] ?? String(whole);
    const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
