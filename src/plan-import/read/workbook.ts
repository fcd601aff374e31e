/** Reads an Excel workbook: which sheets there are, shared texts, formats of cells; sheet.ts reads the cells. */
import { type Block, type Grid, type LeftOut, type Source } from '../source.ts';
import type { Parts } from './archive.ts';
import { markDrawings } from './drawing.ts';
import { builtInFormat, type NumberFormat, PLAIN, readFormat } from './number-format.ts';
import { relationsOf } from './relations.ts';
import { type CellStyle, type Shared, unescaped } from './shared-parts.ts';
import { readSheet } from './sheet.ts';
import { walkXml } from './xml.ts';

/** @throws Error where the file is spoilt. */
export function readWorkbook(parts: Parts, main: string): Source {
  const relations = relationsOf(parts, main);
  const partOf = (type: string): Buffer | undefined =>
    parts.get(relations.find((relation) => relation.type === type)?.target ?? '');
  const shared: Shared = {
    texts: readTexts(partOf('sharedStrings')),
    styles: readStyles(partOf('styles')),
    since1904: false,
    left: 400_000,
  };
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  walkXml(parts.get(main)!, {
    open(element) {
      if (element.name === 'workbookPr') shared.since1904 = /^(1|true)$/.test(element.get('date1904') ?? '');
      if (element.name !== 'sheet') return;
      sheets.push({
        name: element.get('name') ?? '',
        hidden: (element.get('state') ?? 'visible') !== 'visible',
        id: element.get('id') ?? '',
      });
    },
    close: () => undefined,
  });
  const blocks: Block[] = [];
  const leftOut: LeftOut[] = [];
  for (const { name, hidden, id } of sheets) {
    const relation = relations.find((one) => one.id === id);
    const xml = relation?.type === 'worksheet' ? parts.get(relation.target) : undefined;
    if (!relation || !xml) continue;
    const grid: Grid = { name, kind: 'sheet', hidden, rows: {}, hiddenRows: [], hiddenColumns: [] };
    leftOut.push(...readSheet(grid, xml, shared));
    for (const drawing of relationsOf(parts, relation.target))
      if (drawing.type === 'drawing') markDrawings(grid, parts.get(drawing.target));
    blocks.push({ kind: 'grid', grid });
  }
  return { kind: 'xlsx', blocks, leftOut };
}

/** Texts that cells name by number; how they are read out loud (phonetics) is no part of them. */
function readTexts(xml: Buffer | undefined): string[] {
  const texts: string[] = [];
  if (!xml) return texts;
  let inText = false;
  let aside = 0;
  let text = '';
  walkXml(xml, {
    open({ name }) {
      if (name === 'si') text = '';
      if (name === 'rPh') aside += 1;
      inText = name === 't' && aside === 0;
    },
    close(name) {
      if (name === 'si') texts.push(unescaped(text));
      if (name === 'rPh') aside -= 1;
      inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return texts;
}

function readStyles(xml: Buffer | undefined): CellStyle[] {
  const styles: CellStyle[] = [];
  if (!xml) return styles;
  const formats = new Map<number, NumberFormat>();
  const fills: boolean[] = [];
  let inside = '';
  walkXml(xml, {
    open(element) {
      const { name } = element;
      if (name === 'cellXfs' || name === 'fills') inside = name;
      if (name === 'numFmt')
        formats.set(Number(element.get('numFmtId')), readFormat(element.get('formatCode') ?? ''));
      if (inside === 'fills' && name === 'fill') fills.push(false);
      if (inside === 'fills' && name === 'patternFill')
        fills[fills.length - 1] = !['none', 'gray125', null].includes(element.get('patternType'));
      if (inside === 'fills' && name === 'fgColor' && isWhite(element.get('rgb'), element.get('theme')))
        fills[fills.length - 1] = false;
      if (inside === 'cellXfs' && name === 'xf') {
        const id = Number(element.get('numFmtId') ?? 0);
        const format = formats.get(id) ?? builtInFormat(id) ?? PLAIN;
        styles.push({ format, shaded: fills[Number(element.get('fillId') ?? 0)] ?? false });
      }
    },
    close(name) {
      if (name === inside) inside = '';
    },
  });
  return styles;
}

function isWhite(rgb: string | null, theme: string | null): boolean {
  return theme === '0' || (rgb !== null && /^(ff|00)?ffffff$/i.test(rgb));
}
