/** Reads made reports back as text: what Word, a spreadsheet program or a PDF reader would find in them. */
import { inflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Docx {
  /** Raw XML of the document's body and of its header. */
  xml: string;
  header: string;
  styles: string;
  /** Paragraph texts; line breaks as `\n`. */
  paragraphs: string[];
  /** Every table as rows of cell texts, paragraphs of a cell joined by `\n`. */
  tables: string[][][];
  files: string[];
}

export async function readDocx(file: Buffer): Promise<Docx> {
  const zip = await JSZip.loadAsync(file);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const header = (await zip.file('word/header1.xml')?.async('string')) ?? '';
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  return {
    xml,
    header,
    styles,
    paragraphs: paragraphsOf(xml),
    tables: tables.map((table) =>
      (table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) =>
        (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => paragraphsOf(cell).join('\n')),
      ),
    ),
    files: Object.keys(zip.files),
  };
}

function paragraphsOf(xml: string): string[] {
  return (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).map((paragraph) =>
    (paragraph.match(/<w:br\/>|<w:t[ >].*?<\/w:t>/gs) ?? [])
      .map((piece) => (piece === '<w:br/>' ? '\n' : unescape(piece.replace(/^<w:t[^>]*>|<\/w:t>$/g, ''))))
      .join(''),
  );
}

function unescape(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
}

export async function readXlsx(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  return workbook;
}

/** Values of a sheet row by row, merged cells once. */
export function valuesOf(sheet: ExcelJS.Worksheet): ExcelJS.CellValue[][] {
  const rows: ExcelJS.CellValue[][] = [];
  sheet.eachRow((row) => {
    const values: ExcelJS.CellValue[] = [];
    row.eachCell((cell) => {
      if (!cell.isMerged || cell.master === cell) values.push(cell.value);
    });
    rows.push(values);
  });
  return rows;
}

export interface Pdf {
  pages: string[];
  /** All pages without white space, as readers' text extraction scatters it. */
  text: string;
  /** The same as a reader hands it out, letter for letter. */
  raw: string;
  /** What draws the pages, unpacked. */
  contents: string;
  /** Names of the fonts inside. */
  fonts: string[];
  producer: string;
  standard: string;
}

export async function readPdf(file: Buffer): Promise<Pdf> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: string[] = [];
  let raw = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push(squeeze(text));
    raw += text;
  }
  const info = (await document.getMetadata()).info as { Creator?: string };
  await document.loadingTask.destroy();
  const bytes = file.toString('latin1');
  const part = /<pdfaid:part>(\d)<\/pdfaid:part>/.exec(bytes)?.[1];
  const level = /<pdfaid:conformance>(\w)<\/pdfaid:conformance>/.exec(bytes)?.[1];
  return {
    pages,
    text: pages.join(''),
    raw,
    contents: pageContents(file, bytes),
    fonts: [...bytes.matchAll(/\/BaseFont \/([^\s/]+)/g)].map(([, name = '']) => name),
    producer: info.Creator ?? '',
    standard: part ? `PDF/A-${part}${level?.toLowerCase() ?? ''}` : '',
  };
}

function pageContents(file: Buffer, bytes: string): string {
  return [...bytes.matchAll(/\/Contents (\d+) 0 R/g)]
    .map(([, number = '']) => {
      const object = bytes.indexOf(`\n${number} 0 obj`);
      const start = bytes.indexOf('stream\n', object) + 'stream\n'.length;
      return inflateSync(file.subarray(start, bytes.indexOf('endstream', start))).toString('latin1');
    })
    .join('\n');
}

/** Without white space and zero-width breaks, so that texts can be compared across lines. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200B\u00A0]/g, '');
}
