/** Reads a Word document as paragraphs and tables of cells: merges told apart, what is deleted or hidden left out; read.ts calls it. */
import { shown } from '../cells.ts';
import { type Block, type LeftOut, MAX_CELLS, MAX_COLUMNS, type Source } from '../source.ts';
import type { Parts } from './archive.ts';
import { relationsOf } from './relations.ts';
import { type NumberCounter, numberCounter } from './word-numbering.ts';
import { closeCell, newTable, type OpenTable } from './word-table.ts';
import { type Element, type XmlVisitor, walkXml } from './xml.ts';

/** Word's own elements, of either edition of the standard. */
const WORD = /wordprocessingml\/(\d+\/)?main$/;

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

/** @throws Error where the file is spoilt. @param letters Thai letters in counting order. */
export function readWord(parts: Parts, main: string, letters: readonly string[]): Source {
  const numbering = relationsOf(parts, main).find(({ type }) => type === 'numbering');
  const counter = numberCounter(parts.get(numbering?.target ?? ''), WORD, letters);
  const reading = startReading(counter);
  walkXml(parts.get(main)!, reading, WORD);
  return { kind: 'docx', blocks: reading.blocks, leftOut: reading.leftOut };
}

interface Reading extends XmlVisitor {
  blocks: Block[];
  leftOut: LeftOut[];
}

/** Elements whose content is not shown, or is shown a second time. */
const SKIPPED = new Set(['del', 'moveFrom', 'tabs', 'txbxContent', 'instrText', 'delText']);

/** The document's elements as they come; only what bears text or shape counts. */
function startReading(counter: NumberCounter): Reading {
  const blocks: Block[] = [];
  const leftOut: LeftOut[] = [];
  let table: OpenTable | null = null;
  let depth = 0;
  let paragraph = '';
  let number: { list: string; level: number } | null = null;
  let inText = false;
  let runHidden = false;
  let hiddenText = '';
  /** Depth inside what is skipped. */
  let skipped = 0;
  let cells = 0;
  const path: string[] = [];
  const own = (): OpenTable | null => (depth === 1 ? table : null);
  const value = (element: Element): string => element.get('val') ?? '';
  const isOn = (element: Element): boolean => !/^(0|false|off|none)$/.test(value(element));

  const opened: Record<string, (element: Element) => void> = {
    tbl: () => {
      depth += 1;
      if (depth === 1) table = newTable(blocks.filter(({ kind }) => kind === 'grid').length + 1);
    },
    tr: () => {
      const open = own();
      if (!open) return;
      open.row += 1;
      Object.assign(open, { column: 0, deleted: false });
    },
    gridBefore: (element) => {
      const open = own();
      if (open) open.column += Number(value(element)) || 0;
    },
    tc: () => {
      const open = own();
      if (!open) return;
      cells += 1;
      if (cells > MAX_CELLS) throw new RangeError('too many cells');
      Object.assign(open, {
        column: open.column + 1,
        span: 1,
        merge: 'none',
        text: '',
        shaded: false,
        drawn: false,
      });
    },
    gridSpan: (element) => {
      const open = own();
      if (open) open.span = Math.min(MAX_COLUMNS, Math.max(1, Number(value(element)) || 1));
    },
    vMerge: (element) => {
      const open = own();
      if (open) open.merge = value(element) === 'restart' ? 'start' : 'below';
    },
    shd: (element) => {
      const open = own();
      const fill = element.get('fill');
      if (open && path.at(-2) === 'tcPr' && fill !== null && !/^(auto|ffffff)$/i.test(fill))
        open.shaded = true;
    },
    cellDel: () => {
      if (table) table.deleted = true;
    },
    r: () => {
      runHidden = false;
    },
    vanish: (element) => {
      if (path.at(-3) === 'r' && isOn(element)) runHidden = true;
    },
    t: () => {
      inText = true;
    },
    br: () => {
      paragraph += '\n';
    },
    cr: () => {
      paragraph += '\n';
    },
    tab: () => {
      if (path.at(-2) === 'r') paragraph += ' ';
    },
    noBreakHyphen: () => {
      paragraph += '-';
    },
    sym: (element) => {
      paragraph += SYMBOLS[(element.get('char') ?? '').toUpperCase()] ?? '';
    },
    drawing: () => {
      if (table) table.drawn = true;
    },
    pict: () => {
      if (table) table.drawn = true;
    },
    numId: (element) => {
      if (path.at(-2) === 'numPr') number = { list: value(element), level: number?.level ?? 0 };
    },
    ilvl: (element) => {
      if (path.at(-2) === 'numPr') number = { list: number?.list ?? '', level: Number(value(element)) || 0 };
    },
  };
  const closed: Record<string, () => void> = {
    t: () => {
      inText = false;
    },
    p: () => {
      const drawn = number ? counter.next(number.list, number.level) : '';
      const text = drawn === '' ? paragraph : `${drawn} ${paragraph}`;
      paragraph = '';
      number = null;
      if (table) table.text += `${text}\n`;
      else if (text.trim() !== '') blocks.push({ kind: 'text', text: text.trim() });
    },
    tc: () => {
      const open = own();
      if (open) closeCell(open);
    },
    tr: () => {
      const open = own();
      if (!open?.deleted) return;
      const texts = Object.values(open.grid.rows[open.row] ?? {}).map((cell) => shown(cell.value));
      leftOut.push({ what: 'deleted-row', where: open.grid.name, value: texts.join(' · ') });
      delete open.grid.rows[open.row];
    },
    tbl: () => {
      depth -= 1;
      if (depth > 0 || !table) return;
      blocks.push({ kind: 'grid', grid: table.grid });
      table = null;
    },
    r: () => {
      if (hiddenText.trim() !== '')
        leftOut.push({ what: 'hidden-text', where: table?.grid.name ?? '', value: hiddenText });
      hiddenText = '';
      runHidden = false;
    },
  };
  return {
    blocks,
    leftOut,
    open(element) {
      const { name } = element;
      path.push(name);
      if (skipped > 0) skipped += 1;
      else if (name === 'Fallback' && !element.own) skipped += 1;
      else if (element.own && name === 'del' && path.at(-2) === 'trPr') {
        if (own()) table!.deleted = true;
      } else if (element.own && SKIPPED.has(name)) skipped += 1;
      else if (element.own) opened[name]?.(element);
    },
    close(name, isOwn) {
      path.pop();
      if (skipped > 0) skipped -= 1;
      else if (isOwn) closed[name]?.();
    },
    text(text) {
      if (!inText || skipped > 0) return;
      if (runHidden) hiddenText += text;
      else paragraph += text;
    },
  };
}
