/** Writes the Excel form for plans, empty or filled with a plan; what it writes, the stages of plan-import read back. */
import type { Workbook, Worksheet } from 'exceljs';
import type { Activity } from '../domain/activity.ts';
import { bahtFromSatang } from '../domain/money.ts';
import type { FormPlan } from './document-head.ts';
import type { Column } from './raw.ts';
import { type Texts, texts } from '../text/index.ts';
import type { Language } from '../domain/member.ts';
import { columnName } from './source.ts';

type Words = Texts['admin']['planTemplate'];

/** Order and width (in digits) of the columns before the months. */
const COLUMNS: readonly [Exclude<Column, 'months'>, number][] = [
  ['label', 10],
  ['code', 9],
  ['parent', 10],
  ['name', 52],
  ['indicator', 36],
  ['unit', 10],
  ['target', 9],
  ['budget', 14],
  ['owner', 26],
];
const FISCAL_MONTHS = [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const FIRST_MONTH = COLUMNS.length + 1;
const MONTHS_TEXT = FIRST_MONTH + FISCAL_MONTHS.length;
/** Rows of an empty form that check what is typed. */
const CHECKED_ROWS = 1000;

const FONT = { name: 'TH Sarabun New', size: 14 };
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } } as const;
const BORDER = { style: 'thin', color: { argb: 'FFB8C4CE' } } as const;
const BORDERS = { top: BORDER, left: BORDER, bottom: BORDER, right: BORDER };

/**
 * @param plan null for an empty form.
 * @returns the .xlsx file: instructions, head, activities, sections, and an example when it is empty.
 */
export async function writePlanTemplate(plan: FormPlan | null, language: Language = 'th'): Promise<Buffer> {
  const { Excel } = await import('../reports/excel-library.ts');
  const words = texts(language).admin.planTemplate;
  const book = new Excel.Workbook();
  writeInstructions(book, words);
  writeHead(book, words, plan);
  const sheet = activitySheet(book, words.sheet.activities, words, plan?.fiscalYear ?? null);
  for (const activity of plan?.activities ?? []) sheet.addRow(rowOf(activity));
  finishActivities(sheet, words, plan?.activities.length ?? 0);
  writeSections(book, words, plan);
  if (!plan) writeExample(book, words);
  book.views = [
    {
      x: 0,
      y: 0,
      width: 20_000,
      height: 12_000,
      firstSheet: 0,
      activeTab: plan ? 2 : 0,
      visibility: 'visible',
    },
  ];
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeInstructions(book: Workbook, words: Words): void {
  const sheet = book.addWorksheet(words.sheet.instructions);
  sheet.getColumn(1).width = 110;
  words.instructions.forEach((line, index) => {
    const row = sheet.addRow([line]);
    row.font = index === 0 ? { ...FONT, size: 18, bold: true } : FONT;
    row.alignment = { wrapText: true, vertical: 'top' };
  });
}

function writeHead(book: Workbook, words: Words, plan: FormPlan | null): void {
  const sheet = book.addWorksheet(words.sheet.head);
  const agencies = plan && plan.parentAgencies.length > 0 ? plan.parentAgencies : [null];
  const rows: [readonly string[], string | number | null][] = [
    [words.head.office, plan?.officeName ?? null],
    ...agencies.map((agency): [readonly string[], string | null] => [words.head.parentAgency, agency]),
    [words.head.fiscalYear, plan?.fiscalYear ?? null],
    [words.head.title, plan?.title ?? null],
    [words.head.programme, plan?.programme ?? null],
    [words.head.project, plan?.project ?? null],
    [words.head.targetGroup, plan?.targetGroup ?? null],
    [words.head.start, plan?.period?.start ?? null],
    [words.head.end, plan?.period?.end ?? null],
  ];
  for (const [[name = '', hint = ''], value] of rows) {
    const row = sheet.addRow([name, value, hint]);
    row.font = FONT;
    row.getCell(1).font = { ...FONT, bold: true };
    row.getCell(1).fill = GREY;
    row.getCell(2).numFmt = '@';
    row.getCell(2).border = BORDERS;
    row.getCell(2).alignment = { wrapText: true, vertical: 'top', horizontal: 'left' };
    row.getCell(3).font = { ...FONT, italic: true, color: { argb: 'FF5A6772' } };
  }
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 70;
  sheet.getColumn(3).width = 44;
}

function activitySheet(book: Workbook, name: string, words: Words, fiscalYear: number | null): Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 4, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const months = FISCAL_MONTHS.map((month) => monthHeading(month, fiscalYear, words));
  const header = sheet.addRow([
    ...COLUMNS.map(([column]) => words.heading[column]),
    ...months,
    words.heading.months,
  ]);
  header.height = 42;
  header.font = { ...FONT, bold: true };
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  for (let column = 1; column <= MONTHS_TEXT; column += 1) {
    header.getCell(column).fill = GREY;
    header.getCell(column).border = BORDERS;
    sheet.getColumn(column).width = COLUMNS[column - 1]?.[1] ?? (column === MONTHS_TEXT ? 26 : 6.5);
  }
  return sheet;
}

function monthHeading(month: number, fiscalYear: number | null, words: Words): string {
  const name = words.month[month - 1] ?? String(month);
  return fiscalYear === null
    ? name
    : `${name} ${String(month >= 10 ? fiscalYear - 1 : fiscalYear).slice(-2)}`;
}

/** One activity as the cells of its row. */
function rowOf(activity: Activity): (string | number | null)[] {
  const dot = activity.code.lastIndexOf('.');
  const inferred = dot < 0 ? null : activity.code.slice(0, dot);
  const months = new Set(activity.months.map((month) => Number(month.slice(5))));
  return [
    activity.label,
    activity.code,
    activity.parent === inferred ? null : (activity.parent ?? '-'),
    activity.name,
    activity.indicator,
    activity.unit,
    activity.target,
    activity.budget === null ? null : bahtFromSatang(activity.budget),
    activity.ownerGroup,
    ...FISCAL_MONTHS.map((month) => (months.has(month) ? '✓' : null)),
    null,
  ];
}

/** Formats of the cells, and checks as they are typed, for the rows there are and those to come. */
function finishActivities(sheet: Worksheet, words: Words, filled: number): void {
  const last = Math.max(CHECKED_ROWS, filled + 200) + 1;
  for (let number = 1; number <= MONTHS_TEXT; number += 1) {
    const column = COLUMNS[number - 1]?.[0];
    const isMonth = number >= FIRST_MONTH && number < MONTHS_TEXT;
    for (let row = 2; row <= Math.max(filled + 1, 201); row += 1) {
      const cell = sheet.getCell(row, number);
      cell.font = FONT;
      cell.border = BORDERS;
      cell.alignment = { wrapText: true, vertical: 'top', ...(isMonth ? { horizontal: 'center' } : {}) };
      // As text, or Excel turns 1.10 into 1.1 and 1-1 into a date.
      if (column === 'budget') cell.numFmt = '#,##0.00';
      else if (column !== 'target') cell.numFmt = '@';
    }
    const name = columnName(number);
    addValidation(sheet, `${name}2:${name}${last}`, column ?? (isMonth ? 'month' : 'months'), words);
  }
}

/** exceljs has no types for rules over ranges, which keep a file of a thousand rows small. */
interface WithRules {
  dataValidations: { add(range: string, rule: object): void };
}

function addValidation(sheet: Worksheet, range: string, column: Column | 'month', words: Words): void {
  const prompt = { showInputMessage: true, prompt: words.hint[column], allowBlank: true };
  const least = { operator: 'greaterThanOrEqual', formulae: [0], showErrorMessage: true };
  const rule = ((): object => {
    if (column === 'budget') return { type: 'decimal', ...least, error: words.error.money, ...prompt };
    if (column === 'target') return { type: 'decimal', ...least, error: words.error.number, ...prompt };
    if (column === 'month')
      // A warning only: x and 1 are read as well.
      return {
        type: 'list',
        formulae: ['"✓"'],
        errorStyle: 'warning',
        showErrorMessage: true,
        error: words.error.month,
        ...prompt,
      };
    return { type: 'any', ...prompt };
  })();
  (sheet as unknown as WithRules).dataValidations.add(range, rule);
}

function writeSections(book: Workbook, words: Words, plan: FormPlan | null): void {
  const sheet = book.addWorksheet(words.sheet.sections);
  const header = sheet.addRow(words.section);
  header.font = { ...FONT, bold: true };
  header.getCell(1).fill = GREY;
  header.getCell(2).fill = GREY;
  for (const { heading, text } of plan?.sections ?? []) sheet.addRow([heading, text]);
  sheet.getColumn(1).width = 40;
  sheet.getColumn(2).width = 110;
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    row.font = FONT;
    row.alignment = { wrapText: true, vertical: 'top' };
    for (const column of [1, 2]) row.getCell(column).numFmt = '@';
  });
}

function writeExample(book: Workbook, words: Words): void {
  const sheet = activitySheet(book, words.sheet.example, words, null);
  for (const { label, name, unit, target, budget, owner, months } of words.example) {
    const planned: readonly number[] = months;
    const ticks = FISCAL_MONTHS.map((month) => (planned.includes(month) ? '✓' : null));
    const indicator = target === null ? null : words.exampleIndicator;
    const row = sheet.addRow([
      label,
      null,
      null,
      name,
      indicator,
      unit,
      target,
      budget,
      owner,
      ...ticks,
      null,
    ]);
    row.font = { ...FONT, italic: true };
    row.alignment = { wrapText: true, vertical: 'top' };
    row.getCell(8).numFmt = '#,##0';
  }
}
