/** One card of every kind, made of the longest real names of the sample plan; for card tests and card pictures. */
import { readFileSync } from 'node:fs';
import type { Action, ActivityRef, ActivityRow, Card } from '../../../src/bot/types.ts';
import { type Fields, NO_FIELDS, STATUSES, type Status } from '../../../src/domain/activity.ts';

interface Node {
  code: string;
  label: string;
  name: string;
  indicator?: string | null;
  unit?: string | null;
  target?: number | null;
  budgetBaht?: number | null;
  ownerGroup?: string | null;
}

const plan = JSON.parse(
  readFileSync(new URL('../../../samples/plan-2564.json', import.meta.url), 'utf8'),
) as { office: { name: string }; title: string; activities: Node[] };

const nodes = plan.activities;
export const leaves = nodes.filter((node) => !nodes.some((other) => other.code.startsWith(`${node.code}.`)));

function node(code: string): Node {
  const found = nodes.find((one) => one.code === code);
  if (!found) throw new Error(`the sample plan has no ${code}`);
  return found;
}

export function ref(code: string): ActivityRef {
  const { label, name } = node(code);
  return { code, label, name };
}

export function row(code: string, status: Status, more: Partial<ActivityRow> = {}): ActivityRow {
  const budget = (node(code).budgetBaht ?? 0) * 100;
  return {
    ...ref(code),
    status,
    percent: null,
    due: '2021-03-31',
    overdue: false,
    spent: null,
    budget,
    ...more,
  };
}

function hint(code: string) {
  const { indicator, unit, target, budgetBaht } = node(code);
  return {
    indicator: indicator ?? null,
    unit: unit ?? null,
    target: target ?? null,
    budget: (budgetBaht ?? 0) * 100,
  };
}

export const at = new Date('2021-03-15T02:30:00Z');

/** Everything said, in the long words of a real report. */
export const full: Fields = {
  status: 'in_progress',
  percent: 60,
  actual: { value: 82.5, unit: 'ร้อยละ' },
  spent: 2_850_050,
  result:
    'ข้าราชการและบุคลากรของสำนักงานเขตพื้นที่การศึกษา ได้เข้าร่วมประชุมชี้แจงแนวทางการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ และเตรียมความพร้อมการตอบแบบสำรวจหลักฐานเชิงประจักษ์ ประจำปี 2564',
  obstacle:
    'เนื่องจากสถานการณ์การแพร่ระบาดของไวรัสโคโรนา 2019 (COVID-19) ไม่สามารถดำเนินกิจกรรมได้ครบถ้วนตามแผนปฏิบัติการ',
  suggestion: 'ควรจัดประชุมผ่านระบบออนไลน์ที่ปิ่นเกล้า',
  remark: 'รวมกับกิจกรรมที่ 1.3 2)',
  date: '2021-03-12',
};

export const short: Fields = { ...NO_FIELDS, status: 'completed', spent: 2_850_000 };

const of = { draft: 'd3f9a1c27b', rev: 4 };

function answer(label: string, value: string, say?: string): Action {
  return { type: 'tap', label, tap: { do: 'answer', ...of, value }, say: say ?? label };
}

function answered(label: string, value: string): Action {
  return { type: 'tap', label, tap: { do: 'confirm', ask: 'q1', value }, say: label };
}

const inFull = answered('รายละเอียด', 'details');

const controls: Action[] = [
  { type: 'tap', label: 'ย้อนกลับ', tap: { do: 'back', ...of }, say: 'ย้อนกลับ' },
  { type: 'tap', label: 'ข้าม', tap: { do: 'skip', ...of }, say: 'ข้าม' },
  { type: 'tap', label: 'ยกเลิก', tap: { do: 'cancel', ...of }, say: 'ยกเลิก' },
];

const allRows = leaves.map((leaf, index) =>
  row(leaf.code, STATUSES[index % 4] ?? 'not_started', {
    overdue: index < 2,
    percent: index % 4 === 1 ? 45 : null,
  }),
);

const counts: Record<Status, number> = { completed: 5, in_progress: 3, not_started: 2, cancelled: 1 };

const draftHead = {
  kind: 'draft' as const,
  ...of,
  activity: { ...ref('1.1.2'), budget: 3_000_000 },
  before: null,
  evidence: 0,
  because: {},
  correction: false,
  overBudget: false,
};

/** By name: every kind, and the variants that look different. */
export const samples: Record<string, Card> = {
  draft: {
    ...draftHead,
    fields: short,
    because: { status: 'เสร็จแล้วค่ะ', spent: 'ใช้งบ 28,500 บาท' },
  },
  'draft-details': { ...draftHead, fields: short, full: true },
  'draft-proposed': { ...draftHead, fields: short, proposed: true },
  'draft-full': { ...draftHead, fields: full, evidence: 3, because: { result: 'ได้เข้าร่วมประชุมชี้แจง' } },
  'draft-from-message': {
    ...draftHead,
    fields: { ...short, result: full.result, obstacle: '' },
    resultFromMessage: true,
  },
  'draft-from-message-full': { ...draftHead, fields: full, evidence: 2, resultFromMessage: true },
  'draft-empty': { ...draftHead, fields: NO_FIELDS },
  'draft-over-budget': {
    ...draftHead,
    fields: { ...NO_FIELDS, spent: 4_500_000 },
    overBudget: true,
  },
  'draft-over-no-budget': {
    ...draftHead,
    activity: { ...ref('1.1.2'), budget: 0 },
    fields: { ...NO_FIELDS, spent: 4_500_000 },
    overBudget: true,
  },
  'draft-total': {
    ...draftHead,
    fields: { ...NO_FIELDS, actual: { value: 11_600, unit: 'สถานศึกษา' }, spent: 29_920_000 },
    figures: {
      actual: 'เดิม 10,400 + 1,200 = 11,600 สถานศึกษา',
      spent: 'เดิม 268,000 + 31,200 = 299,200 บาท',
    },
  },
  'draft-cleared': { ...draftHead, fields: NO_FIELDS, cleared: ['percent'], before: { ...full } },
  'draft-correction': {
    ...draftHead,
    correction: true,
    fields: { ...short, spent: 2_500_000 },
    before: { ...full, status: 'in_progress', spent: 2_850_000 },
  },
  drafts: {
    kind: 'drafts',
    ...of,
    items: [
      { activity: ref('1.1.1'), fields: short },
      { activity: ref('1.1.2'), fields: { ...NO_FIELDS, status: 'in_progress', percent: 40, obstacle: '' } },
      { activity: ref('1.3.2'), fields: { ...NO_FIELDS, status: 'not_started' } },
    ],
  },
  'drafts-many': {
    kind: 'drafts',
    ...of,
    items: leaves.slice(0, 7).map(({ code }) => ({ activity: ref(code), fields: full })),
  },
  'question-status': {
    kind: 'question',
    ask: 'status',
    activity: ref('1.1.2'),
    step: { at: 1, of: 6 },
    hint: null,
    options: [
      answer('เสร็จแล้ว', 'completed'),
      answer('กำลังดำเนินการ', 'in_progress'),
      answer('ยังไม่เริ่ม', 'not_started'),
      answer('ไม่ได้ดำเนินการ', 'cancelled'),
    ],
    controls,
  },
  'question-spent': {
    kind: 'question',
    ask: 'spent',
    activity: ref('1.2.1'),
    step: { at: 3, of: 6 },
    hint: { indicator: null, unit: null, target: null, budget: 3_000_000 },
    options: [answer('30,000 บาท', '30000'), answer('ไม่ใช้งบประมาณ', '0')],
    controls,
  },
  'question-actual': {
    kind: 'question',
    ask: 'actual',
    activity: ref('1.1.2'),
    step: null,
    hint: { ...hint('1.1.2'), budget: null },
    options: [],
    controls,
  },
  'question-evidence': {
    kind: 'question',
    ask: 'evidence',
    activity: ref('1.2.1'),
    step: { at: 6, of: 6 },
    hint: null,
    options: [
      { type: 'camera', label: 'ถ่ายรูป' },
      { type: 'album', label: 'เลือกรูป' },
    ],
    controls,
  },
  'question-activity': {
    kind: 'question',
    ask: 'activity',
    activity: null,
    step: null,
    hint: null,
    options: leaves.slice(0, 8).map(({ label, name, code }, index): Action => ({
      ...(answer(label, code, `${label} ${name}`) as Extract<Action, { type: 'tap' }>),
      note:
        index < 2
          ? { words: '! เลยกำหนด 31 มี.ค. 64', tone: 'overdue' }
          : { words: 'ครบกำหนด 30 ก.ย. 64', tone: 'plain' },
    })),
    understood: 'ดำเนินการเสร็จสิ้น · 28,500 บาท · บุคลากรมีความรู้ความเข้าใจเพิ่มขึ้น',
    controls: [answer('ดูต่อ', 'page:2'), ...controls.slice(2)],
  },
  receipt: {
    kind: 'receipt',
    update: 'u81',
    activity: ref('1.1.2'),
    fields: short,
    at,
    late: false,
    evidence: 2,
    next: row('1.3.2', 'not_started', { overdue: true }),
  },
  'receipt-late': {
    kind: 'receipt',
    update: 'u82',
    activity: ref('1.3.2'),
    fields: full,
    at,
    late: true,
    evidence: 0,
    next: null,
  },
  'receipt-asks': {
    kind: 'receipt',
    update: 'u83',
    activity: ref('1.1.2'),
    fields: short,
    at,
    late: false,
    evidence: 2,
    next: null,
    asks: 'q1',
  },
  'receipts-many': {
    kind: 'receipts',
    draft: 'd3f9a1c27b',
    at,
    late: true,
    items: leaves.slice(0, 7).map(({ code }) => ({ update: `u${code}`, activity: ref(code), fields: full })),
  },
  receipts: {
    kind: 'receipts',
    draft: 'd3f9a1c27b',
    at,
    late: false,
    items: [
      { update: 'u1', activity: ref('1.1.1'), fields: short },
      { update: 'u2', activity: ref('1.3.2'), fields: { ...NO_FIELDS, status: 'in_progress', percent: 40 } },
    ],
  },
  work: { kind: 'work', rows: allRows.slice(0, 10), total: 11, page: 1, pages: 2, own: true },
  'work-none': { kind: 'work', rows: [], total: 0, page: 1, pages: 1, own: true },
  'work-asks': {
    kind: 'work',
    rows: allRows.slice(0, 10),
    total: 11,
    page: 1,
    pages: 2,
    own: false,
    ask: { typed: 'เตือน สมศักดิ์', messages: 1 },
  },
  'work-soon': {
    kind: 'work',
    rows: [
      { ...allRows[0]!, status: 'in_progress', daysLeft: -146, overdue: true },
      { ...allRows[3]!, status: 'not_started', daysLeft: 0 },
      { ...allRows[4]!, status: 'in_progress', daysLeft: 30 },
    ],
    total: 13,
    page: 1,
    pages: 2,
    own: false,
    title: 'กิจกรรมที่ใกล้ครบกำหนด',
    also: { label: 'เลยกำหนด (12)', typed: 'งานเร่งด่วน' },
  },
  'work-quarter': {
    kind: 'work',
    rows: allRows.slice(0, 3),
    total: 3,
    page: 1,
    pages: 1,
    own: false,
    title: 'กิจกรรมไตรมาส 2 (ม.ค.–มี.ค. 64)',
    command: 'กิจกรรมตามแผน ไตรมาส 2/2564',
    of: { completed: 3, total: 11, budget: 19_700_000, spent: 11_850_050 },
  },
  'work-quarter-unit': {
    kind: 'work',
    rows: allRows.slice(0, 3),
    total: 3,
    page: 1,
    pages: 1,
    own: false,
    title: 'กิจกรรมที่เสร็จแล้วไตรมาส 2/2564 ของ กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    of: { completed: 3, total: 11, budget: 19_700_000, spent: 11_850_050 },
  },
  'work-unit': {
    kind: 'work',
    rows: allRows.slice(0, 3),
    total: 3,
    page: 1,
    pages: 1,
    own: false,
    title: 'กิจกรรมที่ใกล้ครบกำหนดของ กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
  },
  'work-others': {
    kind: 'work',
    rows: allRows.slice(0, 3),
    total: 13,
    page: 2,
    pages: 2,
    own: false,
    ask: { typed: 'เตือน สมศักดิ์', messages: 1 },
  },
  history: {
    kind: 'history',
    activity: ref('1.3.2'),
    total: 7,
    page: 1,
    pages: 2,
    entries: [
      {
        update: 'u3',
        at,
        by: 'สมศักดิ์ ตั้งใจดี',
        said: short,
        voided: false,
        withdrawn: false,
        late: true,
        mayUndo: true,
      },
      {
        update: 'u2',
        at,
        by: 'สมศักดิ์ ตั้งใจดี',
        said: { ...NO_FIELDS, status: 'in_progress', percent: 20, obstacle: full.obstacle },
        voided: true,
        withdrawn: false,
        late: false,
        mayUndo: false,
      },
    ],
  },
  evidence: {
    kind: 'evidence',
    activity: ref('1.3.2'),
    items: [
      {
        fileName: null,
        picture: true,
        bytes: 1_234_567,
        by: 'สมศักดิ์ ตั้งใจดี',
        at,
        state: 'stored',
        again: { at, label: '1.1 2)' },
        url: 'https://kuebna.example.go.th/files/3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      },
      {
        fileName: 'รายงานการประชุมผู้บริหารสถานศึกษา ครั้งที่ 3 ประจำปีงบประมาณ 2564.docx',
        picture: false,
        bytes: 48_200,
        by: 'กัญญารัตน์ ณ ป้อมเพชร',
        at,
        state: 'stored',
        again: null,
        url: 'https://kuebna.example.go.th/files/4r3-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      },
      { fileName: null, picture: true, bytes: null, by: null, at, state: 'pending', again: null, url: null },
    ],
    total: 3,
    days: 7,
    page: 1,
    pages: 1,
  },
  'evidence-none': {
    kind: 'evidence',
    activity: ref('1.3.2'),
    items: [],
    total: 0,
    days: 7,
    page: 1,
    pages: 1,
  },
  'office-summary': {
    kind: 'office-summary',
    office: plan.office.name,
    planTitle: plan.title,
    asOf: at,
    counts,
    total: 11,
    overdue: 2,
    unreported: 3,
    budget: 20_000_000,
    spent: 6_450_050,
    rows: allRows.slice(0, 3),
  },
  'official-report': {
    kind: 'official-report',
    half: 1,
    fiscalYear: 2564,
    office: plan.office.name,
    planTitle: plan.title,
    closing: null,
    asOf: at,
    notBegun: false,
    counts,
    total: 11,
    unreported: 2,
    late: 0,
    budget: 20_000_000,
    spent: 6_450_050,
    news: 0,
    files: (['docx', 'xlsx', 'pdf'] as const).map((format) => ({
      format,
      url: 'https://kuebna.example/files/2Zf0h1u6xJ0yX4w8m3n5p7q9r1t3v5x7z9B1D3F5H7J',
    })),
    unmade: [],
    expiresAt: new Date('2021-03-22T02:30:00Z'),
  },
  'official-report-closed': {
    kind: 'official-report',
    half: 2,
    fiscalYear: 2564,
    office: plan.office.name,
    planTitle: plan.title,
    closing: { version: 1, at, by: 'ประเสริฐ ตั้งมั่น' },
    asOf: at,
    notBegun: false,
    counts,
    total: 11,
    unreported: 0,
    late: 3,
    budget: 20_000_000,
    spent: null,
    news: 4,
    files: [
      { format: 'xlsx', url: 'https://kuebna.example/files/2Zf0h1u6xJ0yX4w8m3n5p7q9r1t3v5x7z9B1D3F5H7J' },
    ],
    unmade: ['pdf'],
    expiresAt: new Date('2021-03-22T02:30:00Z'),
  },
  'activity-status': {
    kind: 'activity-status',
    activity: {
      ...row('1.3.2', 'in_progress', { percent: 60, spent: 2_850_050, budget: 3_000_000 }),
      indicator: node('1.3.2').indicator ?? null,
      unit: 'ร้อยละ',
      target: 85,
      ownerGroup: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    },
    fields: full,
    reportedBy: 'สมศักดิ์ ตั้งใจดี',
    reportedAt: at,
    evidence: 2,
    mayReport: true,
    maySeeHistory: true,
  },
  'activity-overdue': {
    kind: 'activity-status',
    activity: {
      ...row('1.1.2', 'not_started', { overdue: true, budget: 0 }),
      indicator: null,
      unit: null,
      target: null,
      ownerGroup: null,
    },
    fields: NO_FIELDS,
    reportedBy: null,
    reportedAt: null,
    evidence: 0,
    mayReport: false,
    maySeeHistory: true,
    manage: { owners: ['สมศักดิ์ ตั้งใจดี', 'กัญญารัตน์ ณ ป้อมเพชร'], messages: 2 },
  },
  'branch-status': {
    kind: 'branch-status',
    label: '1.',
    name: node('1').name,
    command: 'สถานะ 1',
    counts,
    budget: 10_000_000,
    spent: 6_450_000,
    rows: allRows.slice(0, 4),
  },
  'branch-status-unit': {
    kind: 'branch-status',
    label: null,
    name: 'กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร',
    command: 'สถานะ กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร',
    counts,
    budget: 10_000_000,
    spent: 6_450_000,
    rows: allRows.slice(0, 4),
  },
  'budget-unit': {
    kind: 'budget',
    activity: null,
    whose: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    budget: 3_000_000,
    spent: 2_850_050,
    over: 0,
    rows: [{ ...ref('1.3.2'), leaf: true, budget: 3_000_000, spent: 2_850_050, over: 0 }],
    page: 1,
    pages: 1,
    command: 'งบประมาณของ กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
  },
  'budget-activity': {
    kind: 'budget',
    activity: ref('1.3.2'),
    budget: 3_000_000,
    spent: 2_850_050,
    over: 0,
    time: { percent: 75, until: '2021-03-31' },
    rows: [],
    page: 1,
    pages: 1,
    command: 'งบประมาณ 1.3.2',
  },
  budget: {
    kind: 'budget',
    time: { percent: 46, until: '2021-09-30' },
    activity: null,
    budget: 20_000_000,
    spent: 6_450_050,
    over: 150_000,
    rows: ['1', '2', '3'].map((code, index) => ({
      ...ref(code),
      leaf: index === 2,
      budget: index === 2 ? 0 : 10_000_000,
      spent: index * 10_100_000,
      over: index === 1 ? 150_000 : 0,
    })),
    page: 1,
    pages: 2,
    command: 'งบประมาณ',
  },
  confirm: {
    kind: 'confirm',
    title: 'ประกาศ',
    question: 'ส่งประกาศนี้หรือไม่',
    quote: 'ขอเชิญประชุมติดตามความก้าวหน้า\nวันจันทร์ เวลา 09.00 น.',
    rows: [{ heading: 'ผู้รับ', value: '12 คน และ 1 กลุ่ม (30 คน)' }],
    caution: 'เดือนนี้ส่งได้อีก 10 ข้อความ ไม่พอสำหรับทุกคน',
    options: [answered('ส่งทั้งหมด (42)', 'all'), answered('ยกเลิก', 'no')],
    wide: false,
    inFull,
  },
  'confirm-announce': {
    kind: 'confirm',
    title: 'ประกาศ',
    question: 'ส่งประกาศนี้หรือไม่',
    quote:
      'เรียน ผู้รับผิดชอบกิจกรรมทุกท่าน ขอให้รายงานผลการดำเนินงานตามแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2564 พร้อมแนบหลักฐานเชิงประจักษ์ ภายในวันที่ 25 มีนาคม 2564\nหากมีข้อขัดข้อง กรุณาแจ้งกลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    rows: [
      { heading: 'ผู้รับ', value: '12 คน, กลุ่มติดตามแผน สพป.พิษณุโลก เขต 1 (30 คน)' },
      { heading: 'จำนวนที่ส่ง', value: '42 ข้อความ (เดือนนี้เหลือ 180)' },
    ],
    caution: null,
    options: [
      answered('ส่งทั้งหมด (42)', 'all'),
      answered('ส่งรายบุคคล (12)', 'members'),
      answered('ส่งเฉพาะกลุ่ม (30)', 'groups'),
      answered('แจ้งเมื่อทักมา (ฟรี)', 'ride'),
      answered('ยกเลิก', 'no'),
    ],
    wide: true,
    inFull,
  },
  'confirm-ask-all': {
    kind: 'confirm',
    title: 'เตือนผู้ที่ยังไม่รายงาน',
    question: 'ส่งข้อความขอความคืบหน้าถึง 6 คน รวม 11 กิจกรรม หรือไม่',
    quote: null,
    rows: [
      {
        heading: 'ผู้รับ',
        value: 'กัญญารัตน์ ณ ป้อมเพชร, ว่าที่ร้อยตรีหญิง ปิยะวรรณ ศรีสุวรรณพงศ์, สมศักดิ์ ตั้งใจดี, วิภา รักเรียน',
      },
      { heading: 'อยู่ระหว่างลา', value: 'ประเสริฐ ตั้งมั่น (ถึง 20 มี.ค. 64)' },
      { heading: 'จำนวนที่ส่ง', value: '5 ข้อความ (เดือนนี้เหลือ 180)' },
    ],
    caution: 'ผู้ที่อยู่ระหว่างลาจะได้รับเมื่อทักมาครั้งถัดไป',
    options: [
      answered('ส่ง (5 ข้อความ)', 'yes'),
      answered('แจ้งเมื่อผู้รับทักมา (ฟรี)', 'ride'),
      answered('ยกเลิก', 'no'),
    ],
    wide: false,
    inFull,
  },
  'confirm-nudge': {
    kind: 'confirm',
    title: 'เตือนผู้รับผิดชอบ',
    question: 'ส่งข้อความขอความคืบหน้ากิจกรรม 1.3 2) หรือไม่',
    quote: null,
    rows: [
      { heading: 'ผู้รับ', value: 'ว่าที่ร้อยตรีหญิง ปิยะวรรณ ศรีสุวรรณพงศ์' },
      { heading: 'จำนวนที่ส่ง', value: '1 ข้อความ (เดือนนี้เหลือ 0)' },
    ],
    caution: 'ข้อความที่ส่งได้ในเดือนนี้ไม่พอ ข้อความอาจส่งไม่ถึง',
    options: [
      answered('แจ้งเมื่อผู้รับทักมา (ฟรี)', 'ride'),
      answered('ส่ง (1 ข้อความ)', 'yes'),
      answered('ยกเลิก', 'no'),
    ],
    wide: false,
    inFull,
  },
  'confirm-published': {
    kind: 'confirm',
    title: 'เผยแพร่รายงานรอบ 6 เดือน ฉบับที่ 2 แล้ว',
    question: 'ที่อยู่ของรายงาน ใช้ได้ตลอด',
    quote: 'https://kuebna.example.go.th/reports/phitsanulok1-office/2564/6',
    rows: [],
    caution: null,
    options: [{ type: 'link', label: 'เปิดรายงาน', url: 'https://kuebna.example.go.th/reports/p/2564/6' }],
    wide: false,
  },
  'confirm-people': {
    kind: 'confirm',
    title: 'ลาและผู้ปฏิบัติแทน',
    question: 'บันทึกแล้ว ลาถึง 20 มี.ค. 64 ต้องการให้ผู้ใดปฏิบัติแทน',
    quote: null,
    rows: [],
    caution: 'แสดงคนที่ 1–4 จากทั้งหมด 40 คน จะพิมพ์ชื่อก็ได้',
    options: [
      ...['สมศักดิ์ ตั้งใจดี', 'กัญญารัตน์ ณ ป้อมเพชร', 'ประเสริฐ ตั้งมั่น', 'วิภา รักเรียน'].map((name, index) =>
        answered(name, `m${index}`),
      ),
      answered('ดูต่อ', 'page:2'),
      answered('ไม่มีผู้แทน', 'no'),
    ],
    wide: true,
  },
  'confirm-unit': {
    kind: 'confirm',
    title: 'เลือกบุคคลหรือกลุ่มงาน',
    question: 'หมายถึงใคร หรือกลุ่มงานใด',
    quote: null,
    rows: [],
    caution: 'มีอีก 3 รายการ พิมพ์ “ยังไม่รายงานของ (ชื่อ)”',
    options: [
      'กลุ่มนิเทศ ติดตามแล…',
      'กลุ่มบริหารงานบุคคล',
      'กลุ่มอำนวยการ',
      'กลุ่มส่งเสริมการจัด…',
      'กลุ่มนโยบายและแผน',
      'กลุ่มกฎหมายและคดี',
      'หน่วยตรวจสอบภายใน',
      'กลุ่มพัฒนาครูและบุค…',
    ].map((name, index) => answered(name, `u${index}`)),
    wide: true,
  },
  'confirm-whether-report': {
    kind: 'confirm',
    title: 'เป็นรายงานหรือไม่',
    question: 'ข้อความนี้เป็นรายงานของกิจกรรมใด',
    quote: null,
    rows: [],
    caution: null,
    options: [
      answered(
        '1.1 1) กิจกรรมประชุมเชิงปฏิบัติการเพื่อประกาศเจตนารมณ์/กำหนดนโยบายคุณธรรมและความโปร่งใสในการดำเนินงาน',
        '1.1.1',
      ),
      answered(
        '1.1 2) กิจกรรมประชุมชี้แจงแนวทางการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ',
        '1.1.2',
      ),
      answered('1.1 3) กิจกรรมจัดทำแผนปฏิบัติการป้องกันการและปราบปรามการทุจริต', '1.1.3'),
      answered('กิจกรรมอื่น', 'another'),
      answered('ไม่ใช่รายงาน', 'no'),
    ],
    wide: true,
  },
  'confirm-undo': {
    kind: 'confirm',
    title: 'ยกเลิกรายงานนี้',
    question: 'ยกเลิกรายงานกิจกรรม 1.2 1) ที่บันทึกเมื่อ 15 มี.ค. 64 09.30\u00A0น. หรือไม่',
    quote: null,
    rows: [
      { heading: 'ยกเลิกรายงาน 1.2 1)', value: 'ดำเนินการเสร็จสิ้น · 28,500 บาท' },
      { heading: '1.2 1) จะกลับเป็น', value: 'อยู่ในระหว่างการดำเนินงาน · 60% · 12,000 บาท' },
    ],
    caution: null,
    options: [answered('ยืนยันการยกเลิก', 'yes'), answered('คงไว้ตามเดิม', 'no')],
    wide: false,
  },
  help: {
    kind: 'help',
    roles: ['officer', 'manager'],
    example: { ...ref('1.3.2'), budget: 3_000_00 },
    chat: 'user',
    inSeveral: true,
  },
  'help-group': { kind: 'help', roles: ['manager'], example: null, chat: 'group' },
  reminder: {
    kind: 'reminder',
    more: 2,
    rows: [
      {
        ...ref('1.1.2'),
        reason: 'overdue',
        dueDay: '2021-02-28',
        daysLate: 15,
        workingDaysLeft: 0,
        remindedBefore: 1,
        owners: [],
        last: { status: 'in_progress', percent: 65, day: '2021-03-02' },
      },
      {
        ...ref('1.3.2'),
        reason: 'due-3',
        dueDay: '2021-03-31',
        daysLate: 0,
        workingDaysLeft: 3,
        remindedBefore: 0,
        owners: ['สมศักดิ์ ตั้งใจดี'],
        last: null,
      },
    ],
  },
  'reminder-one': {
    kind: 'reminder',
    more: 0,
    rows: [
      {
        ...ref('1.3.2'),
        reason: 'period-cut-off',
        dueDay: '2021-03-31',
        daysLate: 0,
        workingDaysLeft: 3,
        remindedBefore: 0,
        owners: ['ว่าที่ร้อยตรีหญิง ปิยะวรรณ ศรีสุวรรณพงศ์'],
        last: { status: 'in_progress', percent: null, day: '2021-01-15' },
      },
    ],
  },
  'reminder-managers': {
    kind: 'reminder',
    more: 0,
    rows: [
      {
        ...ref('1.1.2'),
        reason: 'escalation',
        dueDay: '2021-02-28',
        daysLate: 15,
        workingDaysLeft: 0,
        remindedBefore: 3,
        owners: ['สมศักดิ์ ตั้งใจดี', 'กัญญารัตน์ ณ ป้อมเพชร'],
        last: { status: 'in_progress', percent: 40, day: '2021-02-10' },
      },
      {
        ...ref('1.3.2'),
        reason: 'escalation',
        dueDay: '2021-02-28',
        daysLate: 15,
        workingDaysLeft: 0,
        remindedBefore: 0,
        owners: [],
        last: null,
      },
    ],
  },
  'month-own': {
    kind: 'month-own',
    month: '2021-02',
    changed: 1,
    next: allRows.slice(0, 2),
  },
  'month-office': {
    kind: 'month-office',
    month: '2021-02',
    now: { counts, total: 11, overdue: 2, unreported: 3, budget: 20_000_000, spent: 6_450_050 },
    before: { counts, total: 11, overdue: 1, unreported: 3, budget: 20_000_000, spent: 4_450_050 },
    late: allRows.slice(0, 2),
    notReported: allRows.slice(2, 4),
  },
  'month-group': {
    kind: 'month-group',
    month: '2021-02',
    now: { counts, total: 11, overdue: 2, unreported: 3, budget: 20_000_000, spent: 6_450_050 },
    before: null,
  },
  unreported: {
    kind: 'unreported',
    people: [
      {
        id: 'm1',
        name: 'กัญญารัตน์ ณ ป้อมเพชร',
        labels: ['1.1 1)', '1.1 2)', '1.2 1)', '4.'],
        note: null,
        typed: 'สถานะ กัญญารัตน์',
      },
      { id: 'm2', name: 'สมศักดิ์ ตั้งใจดี', labels: ['1.3 2)'], note: 'asked', typed: 'สถานะ สมศักดิ์' },
      {
        id: 'm3',
        name: 'ว่าที่ร้อยตรีหญิง ปิยะวรรณ ศรีสุวรรณพงศ์',
        labels: ['2.'],
        note: { away: '20 มี.ค. 64' },
        typed: 'สถานะ ปิยะวรรณ',
      },
    ],
    total: { people: 3, activities: 8 },
    unreachable: [
      { name: 'วิภา รักเรียน', because: 'blocked', labels: ['3.'] },
      { name: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา', because: 'nobody', labels: ['5.'] },
    ],
    cost: 1,
    command: 'ยังไม่รายงาน',
    asks: 'เตือนทั้งหมด',
    page: 1,
    pages: 1,
  },
  'unreported-many': {
    kind: 'unreported',
    people: Array.from({ length: 10 }, (_, index) => ({
      id: `m${index}`,
      name: `กัญญารัตน์ ณ ป้อมเพชร ${index}`,
      labels: ['1.1 1)', '1.1 2)'],
      note: null,
      typed: `สถานะ ${index}`,
    })),
    total: { people: 23, activities: 46 },
    unreachable: [],
    cost: 22,
    whose: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    command: 'ยังไม่รายงานของ กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    asks: 'เตือน กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    page: 1,
    pages: 3,
  },
  why: {
    kind: 'why',
    activity: {
      ...row('1.3.2', 'in_progress', { overdue: true, daysLeft: -46 }),
      ownerGroup: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
    },
    obstacle: { text: full.obstacle!, day: '2021-03-02' },
    suggestion: full.suggestion,
    last: { by: 'สมศักดิ์ ตั้งใจดี', day: '2021-03-12', daysAgo: 34 },
    owners: ['สมศักดิ์ ตั้งใจดี', 'กัญญารัตน์ ณ ป้อมเพชร'],
    mayReport: false,
    manage: { owners: ['สมศักดิ์ ตั้งใจดี', 'กัญญารัตน์ ณ ป้อมเพชร'], messages: 2 },
  },
  'why-own': {
    kind: 'why',
    activity: { ...row('1.1.2', 'not_started', { daysLeft: 13 }), ownerGroup: null },
    obstacle: null,
    suggestion: null,
    last: null,
    owners: null,
    mayReport: true,
    manage: null,
  },
  units: {
    kind: 'units',
    order: { by: 'spent', first: 'least' },
    rows: [
      {
        name: 'กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร',
        typed: 'งบประมาณของ กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร',
        budget: 1_234_500_000,
        spent: 1_100_050,
        total: 12,
        done: 0,
        overdue: 12,
        unreported: 12,
      },
      {
        name: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
        typed: 'งบประมาณของ กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
        budget: 20_000_000,
        spent: 28_500_000,
        total: 9,
        done: 5,
        overdue: 0,
        unreported: 3,
      },
      {
        name: 'ฝ่ายวิชาการ',
        typed: 'งบประมาณของ ฝ่ายวิชาการ',
        budget: 0,
        spent: 500_000,
        total: 1,
        done: 1,
        overdue: 0,
        unreported: 0,
      },
      { name: null, typed: null, budget: 0, spent: 0, total: 2, done: 0, overdue: 1, unreported: 1 },
    ],
    shared: 3,
    total: 13,
    page: 1,
    pages: 2,
    command: 'สรุปรายฝ่าย ใช้งบน้อยสุด',
  },
  'units-late': {
    kind: 'units',
    order: { by: 'overdue', first: 'most' },
    rows: [
      {
        name: 'กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร',
        typed: 'ล่าช้าของ กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร',
        budget: 1_234_500_000,
        spent: 1_100_050,
        total: 12,
        done: 10,
        overdue: 12,
        unreported: 12,
      },
      {
        name: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
        typed: 'ล่าช้าของ กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา',
        budget: 20_000_000,
        spent: 1_850_000,
        total: 9,
        done: 5,
        overdue: 0,
        unreported: 3,
      },
    ],
    shared: 0,
    total: 2,
    page: 1,
    pages: 1,
    command: 'สรุปรายฝ่าย ล่าช้ามากสุด',
  },
  obstacles: {
    kind: 'obstacles',
    activity: null,
    rows: [
      { activity: ref('1.3.2'), text: full.obstacle, by: 'สมศักดิ์ ตั้งใจดี', day: '15 มี.ค. 64' },
      { activity: ref('1.1.2'), text: 'วิทยากรติดภารกิจ', by: 'กัญญารัตน์ ณ ป้อมเพชร', day: '2 มี.ค. 64' },
    ],
    total: 2,
    page: 1,
    pages: 1,
    command: 'ปัญหา',
  },
  'obstacles-person': {
    kind: 'obstacles',
    activity: null,
    whose: 'กัญญารัตน์ ณ ป้อมเพชร',
    rows: [{ activity: ref('1.1.2'), text: 'วิทยากรติดภารกิจ', by: 'กัญญารัตน์ ณ ป้อมเพชร', day: '2 มี.ค. 64' }],
    total: 1,
    page: 1,
    pages: 1,
    command: 'ปัญหาของ กัญญารัตน์ ณ ป้อมเพชร',
  },
  'obstacles-group': {
    kind: 'obstacles',
    activity: ref('1'),
    rows: [{ activity: ref('1.3.2'), text: null, by: null, day: '15 มี.ค. 64' }],
    total: 9,
    page: 1,
    pages: 2,
    command: 'ปัญหา 1',
  },
  members: {
    kind: 'members',
    rows: [
      {
        name: 'ว่าที่ร้อยตรีหญิง ปิยะวรรณ ศรีสุวรรณพงศ์',
        position: 'นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ',
        roles: ['officer', 'manager'],
        labels: ['1.1 1)', '1.1 2)', '1.2 1)'],
        seen: '15 มี.ค. 64 09.30\u00A0น.',
        blocked: false,
      },
      { name: 'วิภา รักเรียน', position: '', roles: ['officer'], labels: [], seen: null, blocked: true },
    ],
    total: 12,
    unlinked: [{ name: 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา', labels: ['4.', '5.'] }],
    page: 1,
    pages: 2,
  },
  gaps: {
    kind: 'gaps',
    title: 'ปิดงวดรอบ 12 เดือน',
    question: 'ปิดงวดรอบ 12 เดือนตามนี้หรือไม่',
    gist: 'เสร็จ 3/11 · ข้อมูลขาด: รายงาน 1, ตัวเลข 2, ผล 2, ยอดเงิน 2, ภาพ 4',
    options: [answered('ยืนยันปิดงวด', 'yes'), answered('ขอข้อมูลที่ขาดจากทุกคน', 'ask'), answered('ยกเลิก', 'no')],
    inFull,
    headline: 'ปิดงวดรอบ 12 เดือน ปีงบประมาณ 2564 หรือไม่',
    facts: [
      { heading: 'ผลที่จะบันทึก', value: 'เสร็จแล้ว 3 จาก 11 กิจกรรม ใช้จ่าย 64,500.50 บาท จาก 200,000 บาท' },
      { heading: 'ยังไม่เคยรายงาน 1 กิจกรรม', value: '5.' },
      { heading: 'ไม่มีหลักฐาน 4 กิจกรรม', value: '1.1 1), 1.1 2), 1.3 2), 4.' },
    ],
    rows: [
      {
        activity: ref('1.3.2'),
        lacks: ['figure', 'result', 'spent', 'evidence'],
        people: ['กัญญารัตน์ ณ ป้อมเพชร'],
      },
      { activity: ref('5'), lacks: ['report'], people: [] },
    ],
    more: 3,
    asking: 'ขอข้อมูลจาก 3 คน ใช้ 3 ข้อความ (เดือนนี้เหลือ 180)',
    caution: 'ยังมีรายการไม่ครบ เมื่อปิดแล้ว รายงานที่ส่งภายหลังจะถือว่าล่าช้า',
  },
  'gaps-none': {
    kind: 'gaps',
    title: 'ปิดงวดรอบ 6 เดือน',
    question: 'ออกฉบับที่ 12 รอบ 6 เดือนหรือไม่',
    gist: 'เสร็จ 11/11 · ข้อมูลครบ',
    headline: 'ออกฉบับที่ 12 ของรอบ 6 เดือน ปีงบประมาณ 2564 หรือไม่',
    facts: [{ heading: 'ความครบถ้วน', value: 'ครบทุกกิจกรรม' }],
    rows: [],
    more: 0,
    asking: null,
    caution: 'เมื่อปิดแล้ว แก้ไขหรือยกเลิกรายงานในงวดนี้ไม่ได้ รายงานที่ส่งภายหลังจะอยู่ในฉบับถัดไป',
    options: [answered('ยืนยันปิดงวด', 'yes'), answered('ยกเลิก', 'no')],
    inFull,
  },
  notice: {
    kind: 'notice',
    office: plan.office.name,
    name: 'สมศักดิ์ ตั้งใจดี',
    version: '2564-1',
    assistant: true,
  },
  welcome: {
    kind: 'welcome',
    office: plan.office.name,
    name: 'สมศักดิ์ ตั้งใจดี',
    roles: ['officer'],
    work: allRows.slice(0, 5),
  },
  'welcome-manager': {
    kind: 'welcome',
    office: plan.office.name,
    name: 'กัญญารัตน์ ณ ป้อมเพชร',
    roles: ['manager'],
    work: [],
  },
};

/** @returns the sample of that name, which must be of that kind. */
export function sample<K extends Card['kind']>(name: string, kind: K): Extract<Card, { kind: K }> {
  const card = samples[name];
  if (card?.kind !== kind) throw new Error(`no sample ${name}`);
  return card as Extract<Card, { kind: K }>;
}
