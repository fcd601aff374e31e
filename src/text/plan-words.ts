/** How people write months, marks, money and headings in a plan, Thai and English; read by imports. All lower case. */
import type { Column, HeadField, PlanWords } from '../domain/plan-draft/raw.ts';

const ENGLISH = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const THAI: [string, string, string][] = [
  ['มกราคม', 'มกรา', 'มค'],
  ['กุมภาพันธ์', 'กุมภา', 'กพ'],
  ['มีนาคม', 'มีนา', 'มีค'],
  ['เมษายน', 'เมษา', 'เมย'],
  ['พฤษภาคม', 'พฤษภา', 'พค'],
  ['มิถุนายน', 'มิถุนา', 'มิย'],
  ['กรกฎาคม', 'กรกฎา', 'กค'],
  ['สิงหาคม', 'สิงหา', 'สค'],
  ['กันยายน', 'กันยา', 'กย'],
  ['ตุลาคม', 'ตุลา', 'ตค'],
  ['พฤศจิกายน', 'พฤศจิกา', 'พย'],
  ['ธันวาคม', 'ธันวา', 'ธค'],
];

/** `มค` also as `ม.ค.`, `ม.ค`, `มค.`, `ม. ค.` */
function dotted(short: string): string[] {
  const [head, tail] = [short.slice(0, -1), short.slice(-1)];
  return [short, `${short}.`, `${head}.${tail}`, `${head}.${tail}.`, `${head}. ${tail}.`, `${head} ${tail}`];
}

const months = THAI.map(([long, middle, short], index) => {
  const english = ENGLISH[index] ?? '';
  const brief = english.slice(0, 3);
  return [
    long,
    middle,
    ...dotted(short),
    english,
    brief,
    `${brief}.`,
    ...(index === 8 ? ['sept', 'sept.'] : []),
  ];
});

export const planWords: PlanWords = {
  months,
  until: ['จนถึง', 'ถึง', 'to', 'until', 'through'],
  and: ['และ', 'กับ', 'and'],
  quarter: ['ไตรมาสที่', 'ไตรมาส', 'quarter', 'q'],
  wholeYear: ['ตลอดปีงบประมาณ', 'ตลอดทั้งปี', 'ตลอดปี', 'ทั้งปี', 'all year', 'whole year'],
  filler: ['เดือน', 'ภายใน', 'ช่วง', 'ประมาณ', 'ระหว่าง', 'ตั้งแต่'],
  era: ['พ.ศ.', 'พศ.', 'พ.ศ', 'พศ', 'ค.ศ.', 'คศ.', 'ค.ศ', 'คศ', 'b.e.', 'c.e.', 'be', 'ce', 'a.d.', 'ad'],
  tick: [
    '✓',
    '✔',
    '✔️',
    '☑',
    '☑️',
    '√',
    '/',
    '\\',
    'x',
    '1',
    '●',
    '•',
    '*',
    '■',
    '█',
    '▬',
    '↔',
    '⟷',
    '⟺',
    '⇔',
    '←→',
    '<->',
    '<-->',
    '<--->',
    '<>',
    'ü',
    'þ',
    'p',
    'y',
    'yes',
    'true',
    'ใช่',
    'มี',
    'ดำเนินการ',
  ],
  noTick: ['-', '--', '–', '—', '−', '0', 'no', 'n', 'false', 'ไม่', 'ไม่มี', '☐', '□', '○'],
  spanStart: ['←', '<-', '<--', '<', '⟵', '|←', '├'],
  spanEnd: ['→', '->', '-->', '>', '⟶', '→|', '┤'],
  nothing: ['-', '--', '–', '—', '−', 'ไม่ระบุ', 'n/a'],
  free: ['ไม่ใช้งบประมาณ', 'ไม่ใช้งบ', 'ไม่มีงบประมาณ', 'ไม่มี', 'no budget', 'none'],
  currency: ['บาทถ้วน', 'บาท', 'baht', 'thb', '฿'],
  multiples: [
    { word: 'ล้าน', times: 1_000_000 },
    { word: 'แสน', times: 100_000 },
    { word: 'หมื่น', times: 10_000 },
    { word: 'พัน', times: 1000 },
  ],
  numberPrefixes: ['กิจกรรมย่อยที่', 'กิจกรรมที่', 'โครงการที่', 'มาตรการที่', 'ลำดับที่', 'ข้อที่', 'ข้อ', 'ที่', 'no.'],
  letters: 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'.split(''),
  total: ['รวม', 'รวมทั้งสิ้น', 'รวมทั้งหมด', 'รวมงบประมาณ', 'รวมเงิน', 'รวมเป็นเงิน', 'รวมเป็นเงินทั้งสิ้น', 'total'],
};

/** Headings by column, without spaces, brackets and what stands in them. */
export const planHeadings: Record<Column, readonly string[]> = {
  label: ['ลำดับที่', 'ลำดับ', 'ที่', 'เลขที่', 'ข้อ', 'no', 'no.', 'number', 'label'],
  code: ['รหัส', 'รหัสกิจกรรม', 'code'],
  parent: ['อยู่ภายใต้', 'ภายใต้', 'กิจกรรมหลัก', 'ภายใต้กิจกรรม', 'parent'],
  name: [
    'กิจกรรม',
    'ชื่อกิจกรรม',
    'กิจกรรม/โครงการ',
    'โครงการ/กิจกรรม',
    'แผนงาน/โครงการ/กิจกรรม',
    'โครงการ',
    'รายการ',
    'ชื่อโครงการ/กิจกรรม',
    'มาตรการ/กิจกรรม',
    'activity',
    'name',
  ],
  indicator: ['ตัวชี้วัด', 'ตัวชี้วัดความสำเร็จ', 'ตัวชี้วัดกิจกรรม', 'kpi', 'indicator'],
  unit: ['หน่วยนับ', 'หน่วย', 'หน่วยวัด', 'unit'],
  target: ['จำนวน', 'เป้าหมาย', 'ค่าเป้าหมาย', 'target'],
  budget: ['งบประมาณ', 'งบประมาณที่ใช้', 'งบประมาณที่ได้รับ', 'วงเงินงบประมาณ', 'วงเงิน', 'budget', 'budgetbaht'],
  owner: ['ผู้รับผิดชอบ', 'หน่วยงานที่รับผิดชอบ', 'หน่วยงานรับผิดชอบ', 'กลุ่มที่รับผิดชอบ', 'กลุ่มงาน', 'owner', 'responsible'],
  months: [
    'เดือน',
    'เดือนที่ดำเนินการ',
    'หรือพิมพ์เดือน',
    'ระยะเวลา',
    'ระยะเวลาดำเนินการ',
    'ระยะเวลาดำเนินงาน',
    'ช่วงเวลา',
    'กำหนดการ',
    'months',
  ],
};

export const headLabels: Record<HeadField | 'parentAgency', readonly string[]> = {
  office: ['ชื่อหน่วยงาน', 'หน่วยงาน', 'office'],
  parentAgency: ['หน่วยงานต้นสังกัด', 'ต้นสังกัด', 'parentagency'],
  fiscalYear: ['ปีงบประมาณ', 'ปีงบประมาณพ.ศ.', 'fiscalyear'],
  title: ['ชื่อแผน', 'title'],
  programme: ['แผนงาน', 'programme'],
  project: ['โครงการ', 'project'],
  targetGroup: ['กลุ่มเป้าหมาย', 'กลุ่มเป้าหมายโครงการ', 'targetgroup'],
  start: ['วันเริ่มต้น', 'เริ่มต้น', 'start'],
  end: ['วันสิ้นสุด', 'สิ้นสุด', 'end'],
};

/** Names of sheets, by which a template is known again. */
export const sheetNames = {
  head: ['ข้อมูลแผน', 'plan'],
  sections: ['เนื้อหาแผน', 'sections'],
  activities: ['กิจกรรม', 'activities'],
  ignored: ['คำแนะนำ', 'ตัวอย่าง', 'instructions', 'example'],
};

/** Words that begin a heading above other headings. */
export const groupHeadings: readonly string[] = [
  'เป้าหมาย',
  'ไตรมาส',
  'ระยะเวลา',
  'แผนการดำเนินงาน',
  'ปี',
  'พ.ศ.',
  'quarter',
  'q1',
  'q2',
  'q3',
  'q4',
];
