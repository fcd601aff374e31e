/** Reads text with commas, tabs or semicolons between its cells, in UTF-8 or the encoding of Thai Windows; read.ts calls it. */
import Papa from 'papaparse';
import { type Grid, MAX_CELLS, MAX_COLUMNS, putCell, type SourceRead } from '../source.ts';

/** @param bytes the file. */
export function readCsv(bytes: Buffer): SourceRead {
  const text = decodeText(bytes);
  if (text === null) return { ok: false, reason: 'text-encoding' };
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'] });
  const grid: Grid = {
    name: 'csv',
    kind: 'sheet',
    hidden: false,
    rows: {},
    hiddenRows: [],
    hiddenColumns: [],
  };
  let cells = 0;
  for (const [index, row] of data.entries())
    for (const [at, value] of row.slice(0, MAX_COLUMNS).entries()) {
      if (value.trim() === '') continue;
      cells += 1;
      if (cells > MAX_CELLS) return { ok: false, reason: 'too-large' };
      putCell(grid, index + 1, at + 1, { value });
    }
  return { ok: true, source: { kind: 'csv', blocks: [{ kind: 'grid', grid }], leftOut: [] } };
}

/** @returns the text without its byte order mark; null for bytes that are text in neither encoding. */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const thai = new TextDecoder('windows-874').decode(bytes);
    const letters = thai.match(/[\u0e01-\u0e5b]/g)?.length ?? 0;
    const strange = thai.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0;
    return letters > strange * 20 ? thai : null;
  }
}
