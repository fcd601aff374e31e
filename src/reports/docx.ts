/** Makes the report as a Word document that a clerk can go on editing; index.ts calls it and loads the library then. */
import {
  AlignmentType,
  Document,
  Header,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TableRow,
  TextRun,
  VerticalAlignSection,
} from 'docx';
import type { ReportContent, ReportTable } from './content.ts';
import { annexBlocks } from './docx-annex.ts';
import { signatureTable } from './docx-signatures.ts';
import {
  cell,
  lineRuns,
  wordParagraph,
  PAPER,
  staysWithNext,
  styles,
  table as wholeTable,
  widths,
} from './docx-parts.ts';
import { planTableDocx } from './docx-plan.ts';
import type { Pictures } from './settings.ts';
import { setZipTimes, textInZip } from './zip-times.ts';

/** A4 across, the same on every page. */
const page = {
  // The library wants the upright page's numbers and turns them itself.
  size: { width: PAPER.width, height: PAPER.height, orientation: PageOrientation.LANDSCAPE },
  margin: { top: 1020, bottom: 800, left: PAPER.side, right: PAPER.side, header: 500, footer: 400 },
} as const;

/** @returns the .docx file, the same bytes for the same content. */
export async function makeDocx(content: ReportContent, pictures: Pictures): Promise<Buffer> {
  const at = new Date(content.date);
  const core = { path: 'docProps/core.xml', data: properties(content) };
  const pack = (document: Document, more: { path: string; data: string }[] = []): Promise<Buffer> =>
    Packer.toBuffer(document, undefined, [core, ...more]);
  const { table } = content.partTwo;
  if (table.rows.length <= WHOLE_ROWS)
    return setZipTimes(Buffer.from(await pack(documentOf(content, pictures))), at);
  // the library keeps some 10 KB a cell: rows of a long table are made some at a time, and put where one row keeps the place
  const placed = { ...content, partTwo: { ...content.partTwo, table: { ...table, rows: [PLACE] } } };
  const around = textInZip(await pack(documentOf(placed, pictures)), DOCUMENT);
  const place = around.indexOf(PLACE.cells[0]!.text);
  const [from, to] = [around.lastIndexOf('<w:tr>', place), around.indexOf(ROW_END, place) + ROW_END.length];
  const data = [around.slice(0, from), ...(await rowsInPieces(table, pack)), around.slice(to)].join('');
  const file = await pack(documentOf(placed, pictures), [{ path: DOCUMENT, data }]);
  return setZipTimes(Buffer.from(file), at);
}

const DOCUMENT = 'word/document.xml';
const ROW_END = '</w:tr>';
/** Rows made at once; a table of no more is made as a whole. */
const WHOLE_ROWS = 1_200;
const ROWS_A_PIECE = 400;
const PLACE: ReportTable['rows'][number] = {
  kind: 'leaf',
  level: 0,
  cells: [{ text: 'rows-stand-here', number: null, span: 1, align: 'left' }],
};

/** @returns the XML of the rows, some in each part. */
async function rowsInPieces(
  table: ReportTable,
  pack: (document: Document) => Promise<Buffer>,
): Promise<string[]> {
  const columns = widths(table.heads.map((head) => head.width));
  const made: string[] = [];
  for (let from = 0; from < table.rows.length; from += ROWS_A_PIECE) {
    const rows = table.rows
      .slice(from, from + ROWS_A_PIECE)
      .map((_row, index) => tableRow(table, from + index, columns));
    const xml = textInZip(
      await pack(new Document({ styles, sections: [{ children: [wholeTable(columns, rows)] }] })),
      DOCUMENT,
    );
    made.push(xml.slice(xml.indexOf('<w:tr>'), xml.lastIndexOf(ROW_END) + ROW_END.length));
  }
  return made;
}

function documentOf(content: ReportContent, pictures: Pictures): Document {
  return new Document({
    title: content.title,
    creator: content.author,
    styles,
    sections: [
      // The cover is a page of its own without a number.
      { properties: { page, verticalAlign: VerticalAlignSection.CENTER }, children: cover(content) },
      {
        properties: {
          page: {
            ...page,
            pageNumbers: {
              start: 1,
              formatType: content.thaiDigits ? NumberFormat.THAI_NUMBERS : NumberFormat.DECIMAL,
            },
          },
        },
        headers: { default: new Header({ children: [pageNumber(content)] }) },
        children: [
          ...partOne(content),
          ...partTwo(content),
          ...closing(content),
          ...(content.annex ? annexBlocks(content.annex, pictures) : []),
        ],
      },
    ],
  });
}

function pageNumber(content: ReportContent): Paragraph {
  const [before = '', after = ''] = content.pageFormat.split('{page}');
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    style: 'Note',
    children: [new TextRun({ children: [before, PageNumber.CURRENT, after] })],
  });
}

function cover(content: ReportContent): Paragraph[] {
  const item = content.item
    ? [wordParagraph(content.item, { alignment: AlignmentType.RIGHT, style: 'Note', after: 600 })]
    : [];
  return [
    ...item,
    ...content.heading.map((line, index) =>
      wordParagraph(line, {
        style: index === 0 ? 'Title' : 'Subtitle',
        alignment: AlignmentType.CENTER,
        before: index === content.titleLines && index > 0 ? 480 : 120,
      }),
    ),
    wordParagraph(content.standing, { alignment: AlignmentType.CENTER, style: 'Note', before: 900 }),
  ];
}

function partOne(content: ReportContent): (Paragraph | Table)[] {
  const part = content.partOne;
  if (!part) return [];
  return [
    wordParagraph(part.title, { style: 'Heading1' }),
    ...part.facts.map(
      ({ label, value }) =>
        new Paragraph({
          indent: { left: 3000, hanging: 3000 },
          tabStops: [{ type: 'left', position: 3000 }],
          children: [
            new TextRun({ text: `${label}\t`, bold: true, boldComplexScript: true }),
            ...lineRuns(value),
          ],
        }),
    ),
    ...part.sections.flatMap(({ heading, paragraphs }) => [
      wordParagraph(heading, { style: 'Heading2' }),
      ...paragraphs.map((text) => new Paragraph({ indent: { firstLine: 720 }, children: lineRuns(text) })),
    ]),
    wordParagraph(part.tableTitle, { style: 'Heading2' }),
    planTableDocx(part.table),
  ];
}

function partTwo(content: ReportContent): (Paragraph | Table)[] {
  const { title, under, table } = content.partTwo;
  const columns = widths(table.heads.map((head) => head.width));
  const size = sizeOf(table);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.heads.map(({ text }, index) =>
      cell(text, { width: columns[index] ?? 0, align: 'center', bold: true, fill: 'E1E1E1', size }),
    ),
  });
  const rows = table.rows.map((_row, index) => tableRow(table, index, columns));
  return [
    wordParagraph(title, {
      style: 'Heading1',
      alignment: AlignmentType.CENTER,
      pageBreakBefore: content.partOne !== null,
    }),
    wordParagraph(under, { alignment: AlignmentType.CENTER, style: 'Heading2', after: 120 }),
    wholeTable(columns, [head, ...rows]),
  ];
}

const sizeOf = ({ heads }: ReportTable): 'small' | 'report' => (heads.length > 6 ? 'small' : 'report');

/** @param columns widths of all. */
function tableRow(table: ReportTable, index: number, columns: readonly number[]): TableRow {
  const row = table.rows[index]!;
  const bold = row.kind !== 'leaf';
  const fill = row.kind === 'total' ? 'E1E1E1' : row.kind === 'branch' ? 'F3F3F3' : null;
  const keepNext = staysWithNext(table.rows, index);
  let at = 0;
  const children = row.cells.map(({ text, span, align }) => {
    const width = columns.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    at += span;
    return cell(text, { width, span, align, bold, fill, size: sizeOf(table), keepNext });
  });
  return new TableRow({ cantSplit: row.cells.every(({ text }) => text.length < 800), children });
}

function closing(content: ReportContent): (Paragraph | Table)[] {
  return [
    wordParagraph(content.notesTitle, { style: 'TableReportStrong', before: 160, keepNext: true }),
    ...content.notes.map((note, index) =>
      wordParagraph(`${content.noteNumbers[index] ?? ''} ${note}`, { style: 'Note', keepNext: true }),
    ),
    signatureTable(content.signatures),
  ];
}

/** The library dates its files by the computer's clock; the report is dated by what it reports. */
function properties(content: ReportContent): string {
  const escape = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const at = content.date.replace(/\.\d+Z$/, 'Z');
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escape(content.title)}</dc:title><dc:creator>${escape(content.author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escape(content.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ].join('');
}
