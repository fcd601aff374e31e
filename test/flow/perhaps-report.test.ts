/** Words that may be a report: whether they are one, and of which activity, is asked; what is chosen is read from the very words. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { understand } from '../../src/understand/index.ts';
import { samplePlan } from '../unit/understand/plans.ts';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
/** What the reader is not sure to be a report: which sentences these are is the weights' business. */
let said: string;

beforeAll(async () => {
  office = await openOffice(uri);
  const member = await office.database.models.members
    .findOne({ userId: SOMSRI })
    .lean<{ activities: string[] }>();
  const plan = samplePlan();
  const own = plan.activities
    .filter(
      ({ code, leaf }) =>
        leaf && member!.activities.some((one) => code === one || code.startsWith(`${one}.`)),
    )
    .map(({ code }) => code);
  const found = [
    'ทำป้ายไวนิลไป 3 แผ่น จ่ายไป 900 บาท',
    'แบบประเมินตอบกลับมา 80 ชุด จ่ายค่าถ่ายเอกสาร 900 บาท',
    'ไปเก็บขยะหน้าเขตกันมา 30 คน ค่าน้ำ 900 บาท',
    'สื่อรอบนี้พิมพ์มาแล้ว 200 แผ่น ร้านคิด 900 บาท',
  ].find((text) => understand(text, { plan, today: '2021-02-25', own }).perhaps);
  if (found === undefined) throw new Error('every sentence is read for certain now: others are needed here');
  said = found;
});
afterAll(() => office.close());
beforeEach(() =>
  office.database.models.conversations
    .updateMany({}, { $set: { drafts: [], misses: 0, pending: null, lastActivity: null } })
    .then(() => undefined),
);

const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const QUESTION = 'ข้อความนี้เป็นรายงานของกิจกรรมใด';

describe('the question', () => {
  test('shows activities of the person’s own, another one, and that it is no report', async () => {
    const card = await hear(said);
    expect(card).toContain(QUESTION);
    expect(card).toContain('กิจกรรมอื่น');
    expect(card).toContain('ไม่ใช่รายงาน');
    expect(card).not.toContain('ยังไม่เข้าใจ');
    expect(
      await office.database.models.updates.countDocuments({ 'by.name': /./, message: { $ne: null } }),
    ).toBe(0);
  });

  test('is not asked where others read along, nor of talk', async () => {
    await office
      .say(SOMSRI, said, { chat: GROUP, mentionBot: true })
      .then((messages) => expect(wordsIn(messages)).not.toContain(QUESTION));
    for (const talk of ['สวัสดีค่ะ', 'ขอบคุณนะคะ', 'วันนี้ร้อนจัง'])
      expect(await hear(talk), talk).not.toContain(QUESTION);
  });

  test('waits while a form is open: its card is shown', async () => {
    await hear('รายงาน 1.2');
    expect(await hear(said)).not.toContain(QUESTION);
  });
});

describe('the answer', () => {
  test('an activity: what was said is on its card, and is stored after บันทึก', async () => {
    const shown = /^\d\.\d \d\)/m.exec(await hear(said))?.[0] ?? '';
    const card = wordsIn(await office.tap(SOMSRI, shown));
    expect(card).toContain(shown);
    expect(card).toContain('900 บาท');
    await hear('บันทึก');
    const stored = await office.database.models.updates
      .findOne({ activity: shown.replace(' ', '.').replace(')', '') })
      .lean<{ said: { spent: number } }>();
    expect(stored!.said.spent).toBe(90_000);
  });

  test('another activity: it is chosen on the form, with what was said', async () => {
    await hear(said);
    const choice = wordsIn(await office.tap(SOMSRI, 'กิจกรรมอื่น'));
    expect(choice).toContain('900');
    expect(wordsIn(await office.say(SOMSRI, '1.2 1)'))).toContain('900');
  });

  test.each(['ไม่ใช่รายงาน', 'ไม่ใช่'])('%s, typed: nothing is kept', async (no) => {
    await hear(said);
    expect(await hear(no)).toContain('ไม่ได้บันทึกข้อความนี้');
    const conversation = await office.database.models.conversations
      .findOne({ userId: SOMSRI, chat: SOMSRI })
      .lean<{ pending: unknown; drafts: unknown[] }>();
    expect(JSON.stringify(conversation)).not.toContain('900');
  });
});
