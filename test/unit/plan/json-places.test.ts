/** Where a plan of JSON is wrong, as people are told of it: by the activity's code, in both languages. */
import { expect, it } from 'vitest';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { planWords } from '../../../src/text/plan-words.ts';
import { texts } from '../../../src/text/index.ts';
import { placedInWords } from '../../../src/web/console/place-words.ts';

const good = { code: '1', label: '1.', name: 'อบรม' };
const told = (change: object, language: 'th' | 'en' = 'th'): string[] => {
  const plan = { office: { name: 'ก' }, title: 'แผน', fiscalYearBE: 2564, activities: [good], ...change };
  const read = readPlanJson(Buffer.from(JSON.stringify(plan)));
  const drafted = read.ok && draftPlan(read.raw, planWords);
  if (!drafted || drafted.ok) throw new Error('nothing is wrong with it');
  const { problem, place } = texts(language).admin.importPlan;
  return placedInWords(drafted.problems, drafted.codes, place).map(
    ({ at, reason, value, more }) => `${at}: ${problem[reason](value, more)}`,
  );
};

it.each<[string, object, string]>([
  [
    'a month of a list',
    { activities: [good, { code: '1.2', name: 'ข', months: ['2020-13'] }] },
    'กิจกรรม 1.2: เดือน รายการที่ 1: อ่านเดือน “2020-13” ไม่ออก',
  ],
  [
    'months in one text',
    { activities: [{ ...good, months: 'พรุ่งนี้' }] },
    'กิจกรรม 1: เดือน: อ่านเดือน “พรุ่งนี้” ไม่ออก',
  ],
  ['an activity without a name', { activities: [good, { code: 2 }] }, 'กิจกรรม 2: ชื่อกิจกรรม: ต้องกรอกช่องนี้'],
  [
    'one known by its label alone',
    { activities: [{ label: '3.', name: 'ค', budgetBaht: 'ร้อย' }] },
    'กิจกรรม 3.: งบประมาณ: อ่านจำนวนเงิน “ร้อย” ไม่ออก',
  ],
  ['one that is none', { activities: [good, 'x'] }, 'กิจกรรมในไฟล์ รายการที่ 2: ต้องเป็นข้อมูลในเครื่องหมาย { }'],
  [
    'a code that stands twice',
    { activities: [good, { ...good, name: 'ข' }] },
    'กิจกรรม 1: รหัส: รหัส 1 ซ้ำกับช่อง กิจกรรม 1: รหัส',
  ],
  ['the head', { office: {} }, 'ชื่อหน่วยงาน: ต้องกรอกช่องนี้'],
  ['its year', { fiscalYearBE: 'ปีหน้า' }, 'ปีงบประมาณ: อ่านปีงบประมาณ “ปีหน้า” ไม่ออก'],
  [
    'offices above it',
    { office: { name: 'ก', parentAgencies: [['x']] } },
    'หน่วยงานต้นสังกัด รายการที่ 1: ต้องเป็นข้อความ',
  ],
  ['no activities', { activities: [] }, 'กิจกรรมในไฟล์: ยังไม่มีกิจกรรมสักแถว'],
])('%s', (_what, change, words) => {
  expect(told(change).join('\n')).toContain(words);
  expect(told(change).join('\n')).not.toMatch(/\[\d|budgetBaht|fiscalYearBE/);
  expect(told(change, 'en').join('\n')).not.toMatch(/[\u0e00-\u0e7f]+:|\[\d|budgetBaht/);
});
