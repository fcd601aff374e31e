/** Units beside each other: which is ahead or behind, by what, and what leads on from there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, countUpdates, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));

const NITHET = 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา';
/** Of each unit the number of its activities is another one; 5 is two units', 4 nobody's. */
beforeAll(async () => {
  office = await openOffice(uri);
  await beginAnew(office);
  const { activities, offices } = office.database.models;
  const given = (code: string, ownerGroup: string | null) =>
    activities.updateOne({ code }, { $set: { ownerGroup } });
  await given('3', 'ฝ่ายวิชาการ');
  await given('2', 'ฝ่ายบริหารงานบุคคล');
  await given('5', 'ฝ่ายวิชาการ, ฝ่ายบริหารงานบุคคล');
  await given('4', null);
  await activities.updateOne({ code: '1.3.1' }, { $set: { months: ['2020-12'] } });
  await offices.updateMany({}, { $inc: { planRev: 1 } });
  await wiphaJoins(office);
  for (const [user, told] of [
    [SOMSRI, '1.2 กำลังดำเนินการ ใช้งบ 9,000 บาท'],
    [WIPHA, '3 เสร็จแล้ว ใช้งบ 15,000 บาท'],
  ] as const) {
    await office.say(user, told);
    await office.say(user, 'บันทึก');
  }
});
afterAll(() => office.close());

/** The units in the order in which they are shown, with the line below each. */
const rows = (said: string): string[] =>
  [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ', 'ไม่ได้ระบุหน่วยงาน']
    .filter((name) => said.includes(`\n${name}\n`))
    .toSorted((a, b) => said.indexOf(a) - said.indexOf(b));

describe('the order is what was asked', () => {
  test.each<[typed: string, title: string, first: string[], line: string]>([
    [
      'ฝ่ายไหนใช้งบน้อยสุด',
      'ใช้งบน้อยไปมาก (%)',
      ['ฝ่ายบริหารงานบุคคล', NITHET, 'ฝ่ายวิชาการ'],
      'ใช้งบ 0% (เหลือ 65,000 บาท)',
    ],
    [
      'กลุ่มงานไหนเบิกจ่ายน้อยที่สุดคะ',
      'ใช้งบน้อยไปมาก (%)',
      ['ฝ่ายบริหารงานบุคคล', NITHET, 'ฝ่ายวิชาการ'],
      'ใช้งบ 20% (เหลือ 60,000 บาท)',
    ],
    [
      'ฝ่ายไหนใช้งบมากสุด',
      'ใช้งบมากไปน้อย (%)',
      ['ฝ่ายวิชาการ', NITHET, 'ฝ่ายบริหารงานบุคคล'],
      'ใช้งบ 20% (เหลือ 60,000 บาท)',
    ],
    ['งบแยกตามฝ่าย', 'ใช้งบมากไปน้อย (%)', ['ฝ่ายวิชาการ', NITHET, 'ฝ่ายบริหารงานบุคคล'], 'ใช้งบ 20%'],
    ['Show budget by unit', 'ใช้งบมากไปน้อย (%)', ['ฝ่ายวิชาการ', NITHET, 'ฝ่ายบริหารงานบุคคล'], 'ใช้งบ 20%'],
    ['ฝ่ายไหนงบเหลือเยอะสุด', 'งบเหลือมากไปน้อย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'เหลือ 91,000 บาท'],
    ['ฝ่ายไหนช้าสุด', 'เลยกำหนดมากไปน้อย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'เสร็จ 0/7 · ! เลยกำหนด 2'],
    ['ฝ่ายใหนช้าสุดครับ', 'เลยกำหนดมากไปน้อย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'เลยกำหนด 2'],
    [
      'Which unit is the slowest?',
      'เลยกำหนดมากไปน้อย',
      [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'],
      'เลยกำหนด 2',
    ],
    [
      'กลุ่มไหนยังไม่รายงานเยอะสุด',
      'ยังไม่รายงานมากไปน้อย',
      [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'],
      'ยังไม่รายงาน 4',
    ],
    ['หน่วยงานไหนยังไม่ส่งบ้าง', 'ยังไม่รายงานมากไปน้อย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'ยังไม่รายงาน 1'],
    ['ฝ่ายไหนทำเสร็จเยอะสุด', 'เสร็จแล้วมากไปน้อย', ['ฝ่ายวิชาการ', NITHET, 'ฝ่ายบริหารงานบุคคล'], 'เสร็จ 1/2'],
    [
      'เปรียบเทียบความคืบหน้าแต่ละกลุ่มงานหน่อยครับ',
      'เสร็จแล้วมากไปน้อย',
      ['ฝ่ายวิชาการ', NITHET, 'ฝ่ายบริหารงานบุคคล'],
      'เสร็จ 1/2',
    ],
    ['เทียบแต่ละฝ่าย', 'สรุปรายฝ่าย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'เสร็จ 0/7'],
    ['สรุปรายฝ่าย', 'สรุปรายฝ่าย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'เสร็จ 1/2'],
    ['แต่ละฝ่ายเป็นยังไงบ้าง', 'สรุปรายฝ่าย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'เสร็จ 0/7'],
    ['Compare units', 'สรุปรายฝ่าย', [NITHET, 'ฝ่ายบริหารงานบุคคล', 'ฝ่ายวิชาการ'], 'เสร็จ 1/2'],
  ])('%s', async (typed, title, first, line) => {
    const said = await ask(typed);
    expect(said).toContain(`${title}\n3 หน่วยงาน\n`);
    expect(rows(said)).toEqual(first);
    expect(said).toContain(line);
  });
});

test('in full every unit has its money and its work; what no unit has stands below, and what is counted twice is said', async () => {
  await ask('ฝ่ายไหนใช้งบน้อยสุด');
  const said = wordsIn(await office.tap(PRASERT, 'รายละเอียด'));
  expect(rows(said)).toEqual(['ฝ่ายบริหารงานบุคคล', NITHET, 'ฝ่ายวิชาการ', 'ไม่ได้ระบุหน่วยงาน']);
  for (const shown of [
    'ใช้ 15,000 บาท จาก 75,000 บาท เหลือ 60,000 บาท',
    'เสร็จ 0/7 · ! เลยกำหนด 2 · ยังไม่รายงาน 4',
    '20%',
  ])
    expect(said).toContain(shown);
  expect(said).toContain('กิจกรรมที่มีหลายหน่วยงานนับให้ทุกหน่วยงาน (นับซ้ำ 1)');
});

test.each([
  ['ฝ่ายไหนใช้งบน้อยสุด', 'งบประมาณของ ฝ่ายวิชาการ', 'งบประมาณของ ฝ่ายวิชาการ\nใช้งบแล้ว 20%'],
  ['ฝ่ายไหนช้าสุด', `ล่าช้าของ ${NITHET}`, `กิจกรรมที่เลยกำหนดของ ${NITHET}`],
  [
    'กลุ่มไหนยังไม่รายงานเยอะสุด',
    'ยังไม่รายงานของ ฝ่ายบริหารงานบุคคล',
    'ยังไม่รายงาน 1 คน รวม 1 กิจกรรมของ ฝ่ายบริหารงานบุคคล',
  ],
  ['เทียบแต่ละฝ่าย', 'สถานะ ฝ่ายวิชาการ', 'ฝ่ายวิชาการ\nเสร็จแล้ว 1 จาก 2 กิจกรรม'],
])('%s: a row leads to “%s”', async (typed, row, shown) => {
  await ask(typed);
  expect(wordsIn(await office.tap(PRASERT, row))).toContain(shown);
});

test.each([
  ['ฝ่ายวิชาการไปถึงไหน', 'เสร็จแล้ว 1 จาก 2 กิจกรรม'],
  ['ฝ่ายบุคคลมีงานอะไรเดือนมีนาคม', 'กิจกรรมเดือนมีนาคม 2564 ของ ฝ่ายบริหารงานบุคคล\n2'],
])('%s: an activity of two units is each one’s', async (typed, shown) => {
  expect(await ask(typed)).toContain(shown);
});

test('a group sees figures; officers are refused, or see their own', async () => {
  const said = wordsIn(await office.say(PRASERT, 'ฝ่ายไหนใช้งบน้อยสุด', { chat: GROUP, mentionBot: true }));
  expect(rows(said)).toHaveLength(3);
  expect(await ask('สรุปรายฝ่าย', SOMSRI)).toContain('คำสั่งนี้สำหรับผู้บริหาร');
  expect(await ask('ฝ่ายไหนใช้งบน้อยสุด', SOMSRI)).not.toContain('ฝ่ายวิชาการ');
});

test.each([
  [PRASERT, 'ฝ่ายไหนมีปัญหา', 'ปัญหา'],
  [PRASERT, 'ประชุมแต่ละฝ่ายแล้ว', 'ขออภัย'],
  [SOMSRI, 'ประชุมทุกฝ่ายแล้วค่ะ', 'ขออภัย'],
  [SOMSRI, '1.2 แจ้งแต่ละกลุ่มแล้ว', 'กรุณาตรวจสอบก่อนบันทึก'],
  [SOMSRI, 'โอนงบ 5,000 ให้โรงเรียนแล้ว', 'บาท'],
])('%s: “%s” is told, or another question', async (user, typed, shown) => {
  const said = await ask(typed, user);
  expect(said).toContain(shown);
  expect(said).not.toContain('หน่วยงาน\n');
  await ask('ยกเลิก', user);
  expect(await countUpdates(office)).toBe(2);
});

test('a plan that names no unit says so', async () => {
  const { activities, offices } = office.database.models;
  await activities.updateMany({}, { $set: { ownerGroup: null } });
  await offices.updateMany({}, { $inc: { planRev: 1 } });
  expect(await ask('สรุปรายฝ่าย')).toBe('แผนไม่ได้ระบุหน่วยงานที่รับผิดชอบ');
});
