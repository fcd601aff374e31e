/** Makes a Word plan in the form offices use: text sections, headings over three rows, several activities in one cell. */
import { readFile } from 'node:fs/promises';
import { Document, Packer, Paragraph, type ParagraphChild, Table, TableCell, TableRow, TextRun } from 'docx';
import type { Activity } from '../../../src/domain/activity.ts';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { money } from '../../../src/text/format.ts';
import { planWords } from '../../../src/text/plan-words.ts';

export type WordCell =
  | string
  | {
      text: string;
      columnSpan?: number;
      rowSpan?: number;
      breaks?: boolean;
      runs?: ParagraphChild[];
      counted?: boolean;
    };

const MONTHS = [
  'ม.ค. 64',
  'ก.พ. 64',
  'มี.ค. 64',
  'เม.ย. 64',
  'พ.ค. 64',
  'มิ.ย. 64',
  'ก.ค. 64',
  'ส.ค. 64',
  'ก.ย. 64',
];
const down = (text: string): WordCell => ({ text, rowSpan: 3 });

const HEADINGS: WordCell[][] = [
  [
    down('กิจกรรม'),
    down('ตัวชี้วัด'),
    { text: 'เป้าหมาย', columnSpan: 2 },
    down('งบประมาณ'),
    { text: 'ระยะเวลาดำเนินการ', columnSpan: 9 },
    down('ผู้รับผิดชอบ'),
  ],
  [
    { text: 'หน่วยนับ', rowSpan: 2 },
    { text: 'จำนวน', rowSpan: 2 },
    { text: 'ไตรมาส 2', columnSpan: 3 },
    { text: 'ไตรมาส 3', columnSpan: 3 },
    { text: 'ไตรมาส 4', columnSpan: 3 },
  ],
  MONTHS,
];

/** A row of the table; `marks` by month, 1 = January. */
export function planRow(
  name: WordCell,
  rest: {
    indicator?: string;
    unit?: string;
    target?: string;
    budget?: string;
    owner?: string;
    marks?: Record<number, WordCell>;
  },
): WordCell[] {
  const { indicator = '', unit = '', target = '', budget = '', owner = '', marks = {} } = rest;
  return [
    name,
    indicator,
    unit,
    target,
    budget,
    ...MONTHS.map((_name, index) => marks[index + 1] ?? ''),
    owner,
  ];
}

/** Several tables as pages break them, each with its headings. */
export async function wordPlan(
  tables: readonly WordCell[][][],
  headings: WordCell[][] = HEADINGS,
): Promise<Buffer> {
  const lines = [
    'ส่วนที่ 1 แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2564',
    'แผนงาน บูรณาการต่อต้านการทุจริตและประพฤติมิชอบ',
    'โครงการ เสริมสร้างคุณธรรม จริยธรรม และธรรมาภิบาล',
    'หน่วยงาน สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพิษณุโลก เขต 1',
    '1. เหตุผลความจำเป็น',
    'ด้วย ยุทธศาสตร์ชาติว่าด้วยการป้องกันปราบปรามการทุจริต ระยะที่ 3 (พ.ศ. 2560 – 2564)',
    '2. วัตถุประสงค์',
    '1. เพื่อปลูกฝังให้บุคลากร',
    '2. เพื่อยกระดับธรรมาภิบาล',
    '4. กลุ่มเป้าหมายโครงการ',
    'ผู้บริหาร ศึกษานิเทศก์ และบุคลากร จำนวน 90 คน',
    '6. กิจกรรม - ตัวชี้วัด - เป้าหมาย - งบประมาณ',
  ];
  const report = [
    ['ลำดับที่', 'กิจกรรม', 'งบประมาณ', 'ผลการดำเนินงาน'],
    ['5.', 'กิจกรรมศึกษาดูงาน', '50,000', 'ไม่ได้ดำเนินการ'],
  ];
  const document = new Document({
    numbering: { config: [{ reference: 'list', levels: [{ level: 0, text: '%1)' }] }] },
    sections: [
      {
        children: [
          ...lines.map((line) => new Paragraph(line)),
          ...tables.flatMap((rows) => [table([...headings, ...rows]), new Paragraph('')]),
          new Paragraph('7. ระยะเวลาดำเนินการ ตั้งแต่ 1 ตุลาคม 2563 ถึง 30 กันยายน 2564'),
          new Paragraph('ส่วนที่ 2 รายงานการกำกับติดตาม'),
          table(report),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The sample plan as its office prints it. */
export function seedWordPlan(activities: readonly Activity[]): Promise<Buffer> {
  const rows = activities.map((one) => {
    const label = one.label.split(' ').at(-1)!;
    return planRow(`${label} ${one.name}`, {
      indicator: one.indicator ?? '',
      unit: one.unit ?? '',
      target: one.target === null ? '' : String(one.target),
      budget: one.budget === null ? '' : money(one.budget),
      owner: one.ownerGroup ?? '',
      marks: Object.fromEntries(one.months.map((month) => [Number(month.slice(5)), '✓'])),
    });
  });
  return wordPlan([rows]);
}

/** What the sample holds, read as any plan in JSON. */
export async function samplePlan() {
  const read = readPlanJson(await readFile('samples/plan-2564.json'));
  const sample = read.ok ? draftPlan(read.raw, planWords) : null;
  if (!sample?.ok) throw new Error('the sample cannot be read');
  return sample.plan;
}

function table(rows: readonly (readonly WordCell[])[]): Table {
  return new Table({ rows: rows.map((row) => new TableRow({ children: row.map(tableCell) })) });
}

function tableCell(cell: WordCell): TableCell {
  const {
    text,
    columnSpan,
    rowSpan,
    breaks = false,
    runs = [],
    counted = false,
  } = typeof cell === 'string' ? { text: cell } : cell;
  const lines = text.split('\n');
  const numbering = counted ? { numbering: { reference: 'list', level: 0 } } : {};
  // Some clerks press Enter between activities, others Shift+Enter.
  const paragraphs = breaks
    ? [
        new Paragraph({
          children: lines.map(
            (line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }),
          ),
        }),
      ]
    : lines.map((line) => new Paragraph({ children: [new TextRun(line), ...runs], ...numbering }));
  return new TableCell({
    children: paragraphs,
    ...(columnSpan ? { columnSpan } : {}),
    ...(rowSpan ? { rowSpan } : {}),
  });
}
