/** Somebody's work goes to somebody else, all of it or one activity: asked first with what changes hands, told to both at no message. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, countUpdates, owns, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));
const has = async (userId: string) =>
  (await office.database.models.members.findOne({ userId }).lean())!.activities;
const used = (): number => office.simulator.state().quota.used;

beforeAll(async () => {
  office = await openOffice(uri);
  await beginAnew(office);
  await wiphaJoins(office);
});
afterAll(() => office.close());
beforeEach(async () => {
  await owns(office, SOMSRI, ['1']);
  await owns(office, WIPHA, ['2', '3', '4', '5']);
});

const ALL = 'โอน 7 กิจกรรมของ สมศรี ใจดี ให้ วิภา รักเรียน หรือไม่';
const ONE =
  'โอน 1 กิจกรรมของ สมศรี ใจดี ให้ วิภา รักเรียน หรือไม่\nการแจ้ง: แจ้งทั้งสองท่านเมื่อทักมา ไม่ใช้ข้อความ\n1.2 1): การประชุม';

describe('a manager is asked first', () => {
  test.each([
    ['โอนงานของสมศรีให้วิภา', ALL],
    ['โอนงานทั้งหมดของครูสมศรีไปให้คุณวิภาครับ', ALL],
    ['ย้ายงานสมศรีให้วิภาหน่อยค่ะ', ALL],
    ['ให้วิภาดูแลงานแทนสมศรี', ALL],
    ["Hand over สมศรี's work to วิภา", ALL],
    ['ให้วิภาทำ 1.2 แทนสมศรี', ONE],
    ['โอน ๑.๒ จากสมศรีให้วิภา', ONE],
    ['โอนงาน 1.2 ของสมศรีให้วิภา', ONE],
    ['ให้วิภารับผิดชอบกิจกรรม 1.2 แทนครูสมศรีนะคะ', ONE],
    ['transfer 1.2 from สมศรี to วิภา', ONE],
  ])('%s', async (typed, question) => {
    expect(await ask(typed)).toContain(question);
    await ask('ไม่');
    expect([await has(SOMSRI), await has(WIPHA)]).toEqual([['1'], ['2', '3', '4', '5']]);
  });

  test('all that changes hands is to be read before', async () => {
    await ask('โอนงานของสมศรีให้วิภา');
    const said = wordsIn(await office.tap(PRASERT, 'รายละเอียด'));
    for (const label of ['1.1 1)', '1.1 2)', '1.1 3)', '1.2 1)', '1.3 1)', '1.3 2)', '1.4 1)'])
      expect(said).toContain(label);
    await ask('ไม่');
  });

  test.each([
    ['โอนงานของสมหมายให้วิภา', 'ไม่พบ “สมหมาย” ในหน่วยงาน'],
    ['โอนงานของสมศรีให้สมหมาย', 'ไม่พบ “สมหมาย” ในหน่วยงาน'],
    ['ให้วิภาทำ 3 แทนสมศรี', 'สมศรี ใจดี ไม่ได้รับผิดชอบกิจกรรม 3.'],
    ['โอนงานของวิภาให้วิภา', 'งานนี้เป็นของ วิภา รักเรียน อยู่แล้ว'],
    ['โอนงานของประเสริฐให้วิภา', 'ประเสริฐ ตั้งมั่น ยังไม่มีกิจกรรมที่รับผิดชอบ'],
    ['โอนงาน 1.2 ให้วิภา', 'มอบหมายกิจกรรม 1.2 ให้ วิภา รักเรียน หรือไม่'],
    ['ให้วิภาทำงานแทนสมศรีระหว่างลา', ''],
  ])('%s: nothing of the kind is asked', async (typed, shown) => {
    const said = await ask(typed);
    expect(said).toContain(shown);
    expect(said).not.toContain('แจ้งทั้งสองท่าน');
    await ask('ไม่');
    expect(await has(SOMSRI)).toEqual(['1']);
  });
});

test('one activity goes, the rest stays; both hear of it with their next answer, and no message is used', async () => {
  const before = used();
  await ask('ให้วิภาทำ 1.2 แทนสมศรี');
  expect(wordsIn(await office.tap(PRASERT, 'โอน'))).toBe(
    'โอน 1 กิจกรรมของ สมศรี ใจดี ให้ วิภา รักเรียน แล้ว จะแจ้งทั้งสองท่านเมื่อทักมา',
  );
  expect(await has(SOMSRI)).toEqual(['1.1', '1.3', '1.4']);
  expect(await has(WIPHA)).toEqual(['2', '3', '4', '5', '1.2']);
  expect(await ask('งานของฉัน', SOMSRI)).toContain('โอนกิจกรรม 1.2 1) ของท่านให้ วิภา รักเรียน แล้ว');
  expect(await ask('งานของฉัน', WIPHA)).toContain('โอนกิจกรรม 1.2 1) ของ สมศรี ใจดี ให้ท่านรับผิดชอบ');
  expect(used()).toBe(before);
});

test('all of it goes by a typed word', async () => {
  await ask('โอนงานของวิภาให้สมศรี');
  expect(await ask('ตกลง')).toContain('โอน 4 กิจกรรมของ วิภา รักเรียน ให้ สมศรี ใจดี แล้ว');
  expect([await has(SOMSRI), await has(WIPHA)]).toEqual([['1', '2', '3', '4', '5'], []]);
});

test('what changed owners since the card is not handed over', async () => {
  await ask('โอนงานของสมศรีให้วิภา');
  await owns(office, SOMSRI, ['1.1']);
  expect(wordsIn(await office.tap(PRASERT, 'โอน'))).toContain('ผู้รับผิดชอบเปลี่ยนไปแล้ว ยังไม่ได้โอน');
  expect([await has(SOMSRI), await has(WIPHA)]).toEqual([['1.1'], ['2', '3', '4', '5']]);
});

test('two of one name are told apart by the whole one', async () => {
  const { members } = office.database.models;
  await members.updateOne({ userId: WIPHA }, { $set: { name: 'สมศรี รักเรียน' } });
  expect(await ask('โอนงานของสมศรีให้ประเสริฐ')).toContain('มีหลายท่านชื่อ “สมศรี”');
  expect(await ask('โอนงานของสมศรี ใจดี ให้ประเสริฐ')).toContain('โอน 7 กิจกรรมของ สมศรี ใจดี');
  await ask('ไม่');
  await members.updateOne({ userId: WIPHA }, { $set: { name: 'วิภา รักเรียน' } });
});

test('who is no manager any more, an officer and a group hand nothing over', async () => {
  const roles = (all: string[]) =>
    office.database.models.members.updateOne({ userId: PRASERT }, { $set: { roles: all } });
  await ask('โอนงานของสมศรีให้วิภา');
  await roles(['officer']);
  await office.tap(PRASERT, 'โอน');
  await roles(['manager']);
  expect(await ask('โอนงานของวิภาให้สมศรี', SOMSRI)).not.toContain('โอน 4');
  const said = wordsIn(await office.say(PRASERT, 'โอนงานของสมศรีให้วิภา', { chat: GROUP, mentionBot: true }));
  expect(said).toBe('คำสั่งนี้ใช้ในแชทส่วนตัวกับบอตเท่านั้น');
  expect([await has(SOMSRI), await has(WIPHA)]).toEqual([['1'], ['2', '3', '4', '5']]);
});

test.each([
  ['1.2 โอนงบ 5,000 ให้โรงเรียนแล้ว', 'กี่บาท|กรุณาตรวจสอบก่อนบันทึก'],
  ['1.2 โอนเงินให้วิทยากรแล้ว', 'กรุณาตรวจสอบก่อนบันทึก'],
  ['1.2 ให้ครูวิภาทำแทนแล้วค่ะ', 'กรุณาตรวจสอบก่อนบันทึก'],
])('“%s” is a report', async (typed, shown) => {
  expect(await ask(typed, SOMSRI)).toMatch(new RegExp(shown));
  await ask('ยกเลิก', SOMSRI);
  expect(await countUpdates(office)).toBe(0);
});
