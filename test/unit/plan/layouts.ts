/** Lays a plan out as offices do, in five ways, for the tests that read it back. */
import Excel, { type Worksheet } from 'exceljs';

export interface Item {
  name: string;
  /** Whole baht. */
  budget: number;
  /** Indexes of the fiscal year's months, October 0. */
  months: number[];
  owner: string;
  target: number;
}

export interface LaidOut {
  office: string;
  year: number;
  groups: { name: string; items: Item[] }[];
}

const MONTHS = [
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
];
export const LAYOUTS = ['marks', 'quarters', 'words', 'thousands', 'parts'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Headings of each layout, those over several rows joined by `/`. */
const HEADINGS: Record<Layout, string[]> = {
  marks: ['ลำดับที่', 'โครงการ/กิจกรรม', 'เป้าหมาย', 'งบประมาณ (บาท)', ...MONTHS, 'ผู้รับผิดชอบ'],
  quarters: [
    'ที่',
    'กิจกรรม',
    'จำนวน',
    'งบประมาณที่ได้รับจัดสรร',
    'ไตรมาส 1',
    'ไตรมาส 2',
    'ไตรมาส 3',
    'ไตรมาส 4',
    'หน่วยงานที่รับผิดชอบ',
  ],
  words: ['ที่', 'งาน/โครงการ', 'ค่าเป้าหมาย', 'จำนวนเงิน', 'ระยะเวลาดำเนินการ', 'ผู้รับผิดชอบโครงการ'],
  thousands: ['ลำดับ', 'รายการ', 'เป้าหมาย', 'วงเงินงบประมาณ', 'เดือน', 'กลุ่มงาน'],
  parts: ['ที่', 'โครงการ', 'เป้าหมาย', 'ค่าตอบแทน', 'ค่าใช้สอย', 'ค่าวัสดุ', 'รวม', 'ระยะเวลา', 'ผู้รับผิดชอบ'],
};

/** @param drop index of a column that is left out. @returns the file, and the headings as they stand. */
export async function layOut(
  plan: LaidOut,
  layout: Layout,
  drop: number | null = null,
): Promise<{ bytes: Buffer; headings: string[] }> {
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet('แผน');
  const pick = <T>(cells: T[]): T[] => cells.filter((_cell, index) => index !== drop);
  const headings = pick(HEADINGS[layout]);
  sheet.addRow([`แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. ${plan.year}`]);
  sheet.addRow([plan.office]);
  if (layout === 'thousands') sheet.addRow([null, null, 'หน่วย : พันบาท']);
  const top = sheet.addRow(headings).number;
  if (layout === 'parts' && drop === null) twoRows(sheet, top);
  let number = 0;
  for (const group of plan.groups) {
    if (plan.groups.length > 1) merged(sheet, group.name, headings.length);
    for (const item of group.items) sheet.addRow(pick(cellsOf(item, (number += 1), layout, plan.year)));
    if (plan.groups.length > 1 && drop === null)
      sheet.addRow(totalRow(`รวม${group.name}`, group.items, layout));
  }
  if (drop === null)
    sheet.addRow(
      totalRow(
        'รวมทั้งสิ้น',
        plan.groups.flatMap(({ items }) => items),
        layout,
      ),
    );
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), headings };
}

function merged(sheet: Worksheet, text: string, width: number): void {
  const { number } = sheet.addRow([text]);
  sheet.mergeCells(number, 1, number, width);
}

/** `งบประมาณ` over its kinds, all else over both rows. */
function twoRows(sheet: Worksheet, top: number): void {
  const values = HEADINGS.parts.map((heading, index) => (index >= 3 && index <= 6 ? heading : null));
  sheet.addRow(values);
  for (let column = 1; column <= values.length; column += 1) {
    if (values[column - 1] === null) sheet.mergeCells(top, column, top + 1, column);
    else sheet.getCell(top, column).value = null;
  }
  sheet.getCell(top, 4).value = 'งบประมาณ';
  sheet.mergeCells(top, 4, top, 7);
}

function cellsOf(item: Item, number: number, layout: Layout, year: number): (string | number | null)[] {
  const { name, budget, months, owner, target } = item;
  const words =
    months.map((index) => `${MONTHS[index]} ${String(index < 3 ? year - 1 : year).slice(-2)}`).join(', ') ||
    '-';
  const mark = (has: boolean, sign: string): string | null => (has ? sign : null);
  switch (layout) {
    case 'marks':
      return [
        `${number}.`,
        name,
        target,
        budget,
        ...MONTHS.map((_month, index) => mark(months.includes(index), '✓')),
        owner,
      ];
    case 'quarters':
      return [
        number,
        name,
        target,
        budget,
        ...[0, 1, 2, 3].map((quarter) =>
          mark(
            months.some((index) => Math.floor(index / 3) === quarter),
            '/',
          ),
        ),
        owner,
      ];
    case 'words':
      return [number, name, target, `${budget.toLocaleString('en-US')} บาท`, words, owner];
    case 'thousands':
      return [number, name, target, budget / 1000, words, owner];
    case 'parts': {
      const part = Math.floor(budget / 3);
      return [number, name, target, part, part, budget - 2 * part, budget, words, owner];
    }
  }
}

function totalRow(name: string, items: readonly Item[], layout: Layout): (string | number | null)[] {
  const sum = items.reduce((all, { budget }) => all + budget, 0);
  const column = HEADINGS[layout].findIndex((heading) =>
    layout === 'parts' ? heading === 'รวม' : /งบ|เงิน/u.test(heading),
  );
  const cells: (string | number | null)[] = [null, name];
  cells[column] = layout === 'thousands' ? sum / 1000 : sum;
  return Array.from(cells, (cell) => cell ?? null);
}
