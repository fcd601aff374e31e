/** Writes the sample plan of `samples` as an office keeps it, in Word and in Excel, each with a table of its own: `node scripts/sample-plans.ts`; a test reads both back. */
import { readFile, writeFile } from 'node:fs/promises';
import {
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Activity } from '../src/domain/activity.ts';
import { bahtFromSatang } from '../src/domain/money.ts';
import { draftPlan, type PlanDraft } from '../src/plan-import/draft.ts';
import { readPlanJson } from '../src/plan-import/plan-json.ts';
import { Excel } from '../src/reports/excel-library.ts';
import { shortMonth } from '../src/text/format.ts';
import { texts } from '../src/text/index.ts';
import { planWords } from '../src/text/plan-words.ts';

const SAMPLES = new URL('../samples/', import.meta.url);
const FONT = 'TH Sarabun New';
const { head, heading } = texts('th').admin.planTemplate;
const { total } = texts('th').reports;

/** Lines above the table, its headings, its rows; money as a number. */
interface Page {
  lines: string[];
  headings: string[];
  rows: (string | number)[][];
}

/** @returns both files by their endings. */
export async function samplePlans(): Promise<Record<'docx' | 'xlsx', Buffer>> {
  const read = readPlanJson(await readFile(new URL('plan-2564.json', SAMPLES)));
  const drafted = read.ok ? draftPlan(read.raw, planWords) : null;
  if (!drafted?.ok) throw new Error('the sample plan cannot be read');
  const page = pageOf(drafted.plan);
  return { docx: await asWord(page), xlsx: await asExcel(page) };
}

function pageOf({ officeName, title, programme, project, fiscalYear, activities }: PlanDraft): Page {
  const months = [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (month) => `${fiscalYear - 543 - (month > 9 ? 1 : 0)}-${String(month).padStart(2, '0')}`,
  );
  const columns = ['label', 'name', 'indicator', 'unit', 'target', 'budget'] as const;
  const row = (one: Activity): (string | number)[] => [
    one.label,
    one.name,
    one.indicator ?? '',
    one.unit ?? '',
    one.target ?? '',
    one.budget === null ? '' : bahtFromSatang(one.budget),
    ...months.map((month) => (one.months.includes(month) ? '✓' : '')),
    one.ownerGroup ?? '',
  ];
  const all = activities.reduce((sum, { leaf, budget }) => sum + (leaf ? (budget ?? 0) : 0), 0);
  return {
    lines: [
      title,
      `${head.office[0]} ${officeName}`,
      `${head.programme[0]} ${programme}`,
      `${head.project[0]} ${project}`,
    ],
    headings: [
      ...columns.map((column) => heading[column].replace(' *', '')),
      ...months.map((month) => shortMonth(month)),
      heading.owner,
    ],
    rows: [...activities.map(row), ['', total, '', '', '', bahtFromSatang(all), ...months.map(() => ''), '']],
  };
}

/** Shares of the width, in hundredths. */
const WIDTHS = [5, 24, 17, 5, 5, 7, ...Array.from({ length: 12 }, () => 2.2), 10.6];

function asWord({ lines, headings, rows }: Page): Promise<Buffer> {
  const text = (words: string, bold = false): Paragraph =>
    new Paragraph({ children: [new TextRun({ text: words, bold, font: FONT, size: 24 })] });
  const cell = (value: string | number, column: number, bold: boolean): TableCell =>
    new TableCell({
      width: { size: WIDTHS[column]!, type: WidthType.PERCENTAGE },
      children: [text(typeof value === 'number' ? value.toLocaleString('en-US') : value, bold)],
    });
  const line = (cells: readonly (string | number)[], bold = false): TableRow =>
    new TableRow({ tableHeader: bold, children: cells.map((one, column) => cell(one, column, bold)) });
  const edge = { style: BorderStyle.SINGLE, size: 4 };
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          properties: {
            page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { left: 600, right: 600 } },
          },
          children: [
            ...lines.map((one, at) => text(one, at === 0)),
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              borders: { top: edge, bottom: edge, left: edge, right: edge },
              rows: [line(headings, true), ...rows.map((one) => line(one))],
            }),
          ],
        },
      ],
    }),
  );
}

async function asExcel({ lines, headings, rows }: Page): Promise<Buffer> {
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet(texts('th').admin.planTemplate.sheet.activities, {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, paperSize: 9 },
  });
  for (const one of lines) sheet.addRow([one]);
  sheet.addRow([]);
  const first = sheet.addRow(headings);
  for (const one of rows) sheet.addRow(one);
  const edge = { style: 'thin' } as const;
  sheet.eachRow((row, number) => {
    row.font = { name: FONT, size: 14, bold: number === 1 || number === first.number };
    if (number < first.number) return;
    row.eachCell({ includeEmpty: true }, (one) => {
      one.border = { top: edge, left: edge, bottom: edge, right: edge };
      one.alignment = { wrapText: true, vertical: 'top' };
    });
  });
  WIDTHS.forEach((width, at) => {
    sheet.getColumn(at + 1).width = Math.max(7, width * 1.8);
  });
  sheet.getColumn(headings.indexOf(heading.budget) + 1).numFmt = '#,##0';
  return Buffer.from(await book.xlsx.writeBuffer());
}

if (import.meta.main)
  for (const [ending, bytes] of Object.entries(await samplePlans()))
    await writeFile(new URL(`plan-2564.${ending}`, SAMPLES), bytes);
