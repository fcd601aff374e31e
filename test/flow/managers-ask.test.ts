/** What managers ask in their own words: who has not reported, what is stuck, somebody's work, the money; and asking everybody, once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeTap } from '../../src/bot/tap.ts';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const members = () => office.database.models.members;
const activities = () => office.database.models.activities;
const used = (): number => office.simulator.state().quota.used;
const last = (chat: string, count: number) =>
  office.simulator
    .state()
    .messages.filter((one) => one.chat === chat && one.from === 'bot')
    .slice(-count);
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));
const mention = async (user: string, text: string) =>
  wordsIn(await office.say(user, text, { chat: GROUP, mentionBot: true }));
/** The bubble that stands on the screen when the answer is there. */
const gist = async (text: string) => wordsIn((await office.say(PRASERT, text)).slice(-1));

/** A new office in February: four leaves of Somsri's and Wipha's are due, the rest later. */
async function anew(): Promise<void> {
  await beginAnew(office);
  await activities().updateMany({ leaf: true }, { $set: { months: ['2021-08'] } });
  await activities().updateMany(
    { code: { $in: ['1.1.1', '1.2.1', '2'] } },
    { $set: { months: ['2021-02'] } },
  );
  await activities().updateOne({ code: '1.3.1' }, { $set: { months: ['2020-12'] } });
  await activities().updateOne({ code: '3' }, { $set: { ownerGroup: 'ฝ่ายวิชาการ' } });
  await activities().updateOne({ code: '2' }, { $set: { ownerGroup: 'ฝ่ายบริหารงานบุคคล' } });
  await wiphaJoins(office);
}

describe('questions', () => {
  beforeAll(async () => {
    await anew();
    await office.say(SOMSRI, '1.2 กำลังดำเนินการ ใช้งบ 9,000 บาท ปัญหา วิทยากรป่วย');
    await office.say(SOMSRI, 'บันทึก');
    office.clock.moveTo(new Date('2021-02-16T10:00:00+07:00'));
    await office.say(WIPHA, 'กิจกรรมที่ 4 กำลังดำเนินการ ปัญหา คณะกรรมการยังไม่ครบ');
    await office.say(WIPHA, 'บันทึก');
    office.clock.moveTo(new Date('2021-02-17T10:00:00+07:00'));
    // the obstacle stays open, and is that of the fifteenth
    await office.say(SOMSRI, '1.2 ใช้งบ 9,500 บาท');
    await office.say(SOMSRI, 'บันทึก');
  });

  const WHO = 'ยังไม่รายงาน 2 คน รวม 3 กิจกรรม';
  test.each([
    'ยังไม่รายงาน',
    'ใครยังไม่ส่ง',
    'ใครยังไม่ส่งบ้าง',
    'ใครยังไม่รายงานบ้างคะ',
    'ยังไม่ส่งมีใครบ้าง',
    'ค้างใครบ้าง',
    'มีใครค้างส่งบ้าง',
    'ใครบ้างที่ยังไม่ส่งรายงาน',
    'มีใครยังไม่กรอกไหม',
    'คนที่ยังไม่ส่ง',
    'เหลือใครยังไม่ส่งบ้างครับ',
    'ขาดใครบ้าง',
    'ส่งกันครบหรือยัง',
    'รายงานครบทุกคนหรือยังคะ',
    'ขอรายชื่อคนที่ยังไม่ได้ส่งหน่อย',
    'กี่คนที่ยังไม่รายงาน',
    'ใครยังไม่อัปเดตบ้าง 🙏',
    'ท่านใดยังไม่ได้รายงานบ้าง',
    'Who has not reported yet?',
    'who hasn’t sent',
  ])('%s: who', async (typed) => {
    const said = await ask(typed);
    expect(said).toContain(WHO);
    for (const shown of ['สมศรี ใจดี', 'วิภา รักเรียน', '2 กิจกรรม']) expect(said).toContain(shown);
  });

  test('the number, the names and the button with its cost are on the screen, which activities behind it', async () => {
    expect((await gist('ใครยังไม่ส่งบ้าง')).split('\n')).toEqual([
      'ใครยังไม่รายงาน',
      'ยังไม่รายงาน 2 คน รวม 3 กิจกรรม',
      'สมศรี ใจดี',
      '2 กิจกรรม',
      'วิภา รักเรียน',
      '1 กิจกรรม',
      '[เตือนทั้งหมด (2 ข้อความ)]',
      '[รายละเอียด]',
    ]);
    const all = wordsIn(await office.tap(PRASERT, 'รายละเอียด'));
    for (const shown of ['1.1 1), 1.3 1)', '[ดูที่ยังไม่เคยรายงาน]']) expect(all).toContain(shown);
  });

  test.each(['กิจกรรมไหนยังไม่รายงาน', 'งานไหนยังไม่ส่งบ้าง', 'กิจกรรมที่ยังไม่รายงาน'])(
    '%s: the activities',
    async (typed) => {
      expect(await ask(typed)).toContain('กิจกรรมที่ยังไม่เคยรายงาน');
    },
  );

  test.each([
    'ปัญหา',
    'อุปสรรค',
    'ปัญหาอุปสรรค',
    'มีปัญหาอะไรบ้าง',
    'ติดอะไรอยู่',
    'ตอนนี้ติดอะไรอยู่บ้างคะ',
    'งานไหนมีปัญหา',
    'กิจกรรมไหนติดปัญหา',
    'มีอุปสรรคอะไรบ้างไหม',
    'ติดขัดตรงไหนบ้าง',
    'ขอดูปัญหาทั้งหมดหน่อย',
    'ใครติดปัญหาอยู่บ้าง',
    'What problems are there?',
  ])('%s: what is stuck, the newest first', async (typed) => {
    const said = await ask(typed);
    expect(said).toContain('มีปัญหา 2 กิจกรรม');
    expect(said).toContain('สมศรี ใจดี · 15 ก.พ. 64');
    expect(said).toContain('วิภา รักเรียน · 16 ก.พ. 64');
    expect(said.indexOf('คณะกรรมการยังไม่ครบ')).toBeLessThan(said.indexOf('วิทยากรป่วย'));
  });

  test('an obstacle of one activity, of a branch, of one that has none', async () => {
    expect(await ask('ปัญหา 1.2')).toContain('มีปัญหา 1 กิจกรรม');
    expect(await ask('1.2 ติดอะไรอยู่')).toContain('วิทยากรป่วย');
    expect(await ask('ปัญหา 1')).not.toContain('คณะกรรมการ');
    expect(await ask('ปัญหา 1.1 1)')).toContain('กิจกรรม 1.1 1) ไม่มีปัญหา');
    expect(await ask('ปัญหา 9.9')).toContain('ไม่พบกิจกรรม');
  });

  test.each([
    ['งานของครูสมศรี', 'งานของ สมศรี ใจดี'],
    ['สมศรีทำถึงไหนแล้ว', 'งานของ สมศรี ใจดี'],
    ['ของวิภา', 'งานของ วิภา รักเรียน'],
    ['ขอดูงานของวิภาหน่อยค่ะ', 'งานของ วิภา รักเรียน'],
    ['วิภาไปถึงไหนแล้ว', 'งานของ วิภา รักเรียน'],
    ['พี่สมศรีมีงานอะไรบ้าง', 'งานของ สมศรี ใจดี'],
    ['สมศรีส่งหรือยัง', 'งานของ สมศรี ใจดี'],
    ['คุณวิภารายงานหรือยังคะ', 'งานของ วิภา รักเรียน'],
    ['น.ส.วิภา', 'งานของ วิภา รักเรียน'],
    ['งานของสมหมาย', 'หมายถึงท่านใด'],
  ])('%s', async (typed, answer) => {
    expect(await ask(typed)).toContain(answer);
  });

  test.each<[typed: string, shown: string, hidden?: string]>([
    ['วิภามีงานล่าช้าไหม', 'วิภา รักเรียน ไม่มีกิจกรรมที่เลยกำหนด'],
    ['สมศรีมีงานล่าช้าไหม', 'กิจกรรมที่เลยกำหนดของ สมศรี ใจดี'],
    ['สมศรีติดอะไรอยู่', 'มีปัญหา 1 กิจกรรมของ สมศรี ใจดี', 'คณะกรรมการ'],
    ['ปัญหาของครูวิภา', 'คณะกรรมการยังไม่ครบ', 'วิทยากร'],
    ['สมศรีใช้งบไปเท่าไหร่แล้ว', 'งบประมาณของ สมศรี ใจดี\nใช้งบแล้ว 10% คงเหลือ 90,500 บาท'],
    ['งบของวิภา', 'งบประมาณของ วิภา รักเรียน\nใช้งบแล้ว 0% คงเหลือ 100,000 บาท'],
    ['สมศรีส่งหรือยัง', 'สมศรี ใจดี ยังไม่รายงานกิจกรรมที่ถึงกำหนด: 1.1 1), 1.3 1) รายงานล่าสุด 17 ก.พ. 64'],
    ['พี่วิภาส่งยังอ่ะ', 'วิภา รักเรียน ยังไม่รายงานกิจกรรมที่ถึงกำหนด: 2. รายงานล่าสุด 16 ก.พ. 64'],
    ['ฝ่ายวิชาการไปถึงไหน', 'เสร็จแล้ว 0 จาก 1 กิจกรรม'],
    ['ฝ่ายวิชาการทำอะไรไปบ้าง', 'ภาพรวมของกลุ่มงาน\nฝ่ายวิชาการ'],
    ['สรุปของกลุ่มนิเทศ', 'เสร็จแล้ว 0 จาก 9 กิจกรรม'],
    ['กลุ่มนิเทศเป็นยังไงบ้าง', 'เสร็จแล้ว 0 จาก 9 กิจกรรม'],
    ['ฝ่ายวิชาการใช้เงินไปเท่าไหร่', 'งบประมาณของ ฝ่ายวิชาการ\nใช้งบแล้ว 0% คงเหลือ 25,000 บาท'],
    ['ฝ่ายวิชาการมีปัญหาอะไรไหม', 'ฝ่ายวิชาการ ไม่มีปัญหา', 'วิทยากร'],
    ['ฝ่ายบุคคลส่งหรือยัง', 'ยังไม่รายงาน 1 คน รวม 1 กิจกรรมของ ฝ่ายบริหารงานบุคคล', 'สมศรี'],
    ['กลุ่มนิเทศใครยังไม่ส่งบ้าง', 'ยังไม่รายงาน 1 คน รวม 2 กิจกรรมของ กลุ่มนิเทศ', 'วิภา'],
    // one that is not there is never the whole plan
    ['ฝ่ายการเงินไปถึงไหน', 'ไม่พบ “ฝ่ายการเงิน” ในหน่วยงานและในแผน', 'จาก 11'],
    ['ฝ่ายการเงินมีปัญหาไหม', 'ไม่พบ “ฝ่ายการเงิน”', 'วิทยากร'],
    ['ใครยังไม่ส่งงานบ้างคะเดือนนี้', WHO],
    ['1.2 ใช้ไปเท่าไหร่', 'คงเหลือ 20,500 บาท'],
    ['ใช้ตังไปเท่าไรแล้ว', 'คงเหลือ 190,500 บาท'],
  ])('%s: of that part of the plan', async (typed, shown, hidden = 'ขออภัย') => {
    const said = await ask(typed);
    expect(said).toContain(shown);
    expect(said).not.toContain(hidden);
  });

  test('an answer about a part goes on about it: in full, asking its people, choosing another', async () => {
    await ask('ฝ่ายวิชาการใช้เงินไปเท่าไหร่');
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('3. กิจกรรมการประเมิน ITA');
    await ask('ฝ่ายบุคคลส่งหรือยัง');
    expect(wordsIn(await office.tap(PRASERT, 'เตือนทั้งหมด (1 ข้อความ)'))).toContain('1 กิจกรรมถึง วิภา รักเรียน');
    await ask('ไม่');
    expect(await ask('ตามกลุ่มนิเทศให้หน่อย')).toContain('ถึง สมศรี ใจดี');
    await ask('ไม่');
    await ask('ฝ่ายการเงินมีปัญหาไหม');
    expect(wordsIn(await office.tap(PRASERT, 'ฝ่ายวิชาการ'))).toContain('ฝ่ายวิชาการ ไม่มีปัญหา');
    expect(await mention(PRASERT, 'ฝ่ายวิชาการไปถึงไหน')).toContain('เสร็จแล้ว 0 จาก 1');
    for (const typed of ['สมศรีติดอะไรอยู่', 'ปัญหาของสมศรี', 'สมศรีส่งหรือยัง'])
      expect(await mention(PRASERT, typed)).toContain('แชทส่วนตัว');
    for (const typed of ['ฝ่ายวิชาการไปถึงไหน', 'ปัญหาของวิภา'])
      expect(await ask(typed, SOMSRI)).not.toMatch(/เสร็จแล้ว 0 จาก|คณะกรรมการ/);
  });

  test.each([
    ['งบเหลือเท่าไหร่', 'ใช้งบแล้ว 5% คงเหลือ 190,500 บาท\n'],
    ['เหลือเงินอีกเท่าไรคะ', 'คงเหลือ 190,500 บาท'],
    ['เบิกจ่ายไปกี่เปอร์เซ็นต์แล้ว', 'ใช้งบแล้ว 5%'],
    ['1.2 เหลืองบเท่าไหร่', '1.2 1) ใช้งบแล้ว 32% คงเหลือ 20,500 บาท\n'],
    ['งบ ๑.๒ เหลือเท่าไร', 'คงเหลือ 20,500 บาท'],
    ['งบประมาณ 1.2 1)', 'คงเหลือ 20,500 บาท'],
    ['งบโครงการเขตสุจริตไม่คิดคอร์รัปชันเหลือเท่าไหร่', 'คงเหลือ 20,500 บาท'],
    ['งบ 1 เหลือเท่าไหร่', '1. ใช้งบแล้ว'],
    ['งบ 9.9 เหลือเท่าไหร่', 'งบประมาณ'],
  ])('%s: the money, and the time', async (typed, answer) => {
    expect(await gist(typed)).toContain(answer);
  });

  test('the money card has allotment, spent, left and the share of time', async () => {
    const said = await ask('1.2 เหลืองบเท่าไหร่');
    for (const shown of ['30,000 บาท', '9,500 บาท', '20,500 บาท', '32%', '61% ถึง 28 ก.พ. 64', '[ดูสถานะ]'])
      expect(said).toContain(shown);
    expect(await mention(PRASERT, '1.2 เหลืองบเท่าไหร่')).toContain('20,500 บาท');
  });

  test('a manager’s next step is to ask, or to find somebody; to report only what is their own', async () => {
    const status = await ask('สถานะ 1.2 รายละเอียด');
    expect(status).toContain('[เตือนผู้รับผิดชอบ (1)]');
    expect(status).toContain('สมศรี ใจดี\nกลุ่ม');
    expect(status).not.toContain('[รายงานผล]');
    expect(await ask('ล่าช้า')).toContain('[เตือนทั้งหมด (2 ข้อความ)]');
    expect(await ask('งานของวิภา')).toContain('[เตือน (1 ข้อความ)]');
    expect(wordsIn(await office.tap(PRASERT, 'เตือน (1 ข้อความ)'))).toContain('1 กิจกรรมถึง วิภา รักเรียน');
    await office.say(PRASERT, 'ไม่');
    await members().updateOne({ userId: WIPHA }, { $pull: { activities: '5' } });
    expect(await ask('สถานะ 5')).toContain('[มอบหมาย]');
    await members().updateOne({ userId: PRASERT }, { $set: { activities: ['5'] } });
    expect(await ask('สถานะ 5')).toContain('[รายงานผล]');
    await members().updateOne({ userId: PRASERT }, { $set: { activities: [] } });
    for (const typed of ['สถานะ 1.2', 'ล่าช้า']) {
      const said = await mention(PRASERT, typed);
      for (const hidden of ['[เตือน', '[รายงานผล]', 'สมศรี']) expect(said).not.toContain(hidden);
    }
    expect(await ask('มีกิจกรรมอะไรบ้าง')).toContain('เสร็จแล้ว 0 จาก 11');
  });

  test('what can be asked is shown by somebody of the office, or without a name', async () => {
    await members().updateMany({ 'activities.0': { $exists: true } }, { $set: { name: 'นิภา ใจดี' } });
    const named = await ask('ฟหกด่าสว');
    expect(named).toContain('ถามได้ เช่น ใครยังไม่ส่ง มีปัญหาอะไรบ้าง งานของนิภา งบเหลือเท่าไหร่');
    const owned = await members()
      .find({ 'activities.0': { $exists: true } }, { activities: 1 })
      .lean();
    await members().updateMany({}, { $set: { activities: [] } });
    await ask('สรุป');
    expect(await ask('ฟหกด่าสว')).toContain('ถามได้ เช่น ใครยังไม่ส่ง มีปัญหาอะไรบ้าง งบเหลือเท่าไหร่');
    for (const { _id, activities: theirs } of owned)
      await members().updateOne({ _id }, { $set: { activities: theirs } });
    await members().updateOne({ userId: SOMSRI }, { $set: { name: 'สมศรี ใจดี' } });
    await members().updateOne({ userId: WIPHA }, { $set: { name: 'วิภา รักเรียน' } });
  });

  test('two of one name: one is chosen', async () => {
    await members().updateOne({ userId: WIPHA }, { $set: { name: 'สมศรี รักเรียน (เล็ก)' } });
    expect(await ask('งานของสมศรี')).toContain('ต้องการดูงานของท่านใด');
    expect(wordsIn(await office.tap(PRASERT, 'สมศรี รักเรียน (เล็ก)'))).toContain('งานของ สมศรี รักเรียน');
    expect(await ask('พี่เล็กทำถึงไหนแล้ว')).toContain('งานของ สมศรี รักเรียน');
    expect(await ask('ตามคุณสมศรีหน่อย')).toContain('ต้องการเตือนท่านใด');
    expect(await ask('ใจดี')).toContain('ส่งข้อความขอความคืบหน้า 2 กิจกรรมถึง สมศรี ใจดี หรือไม่');
    await members().updateOne({ userId: WIPHA }, { $set: { name: 'วิภา รักเรียน' } });
  });

  test('officers are answered of their own, or refused; 5,000 letters are no question', async () => {
    expect(await ask('ใครยังไม่รายงาน', SOMSRI)).toContain('คำสั่งนี้สำหรับผู้บริหาร');
    expect(await ask('ปัญหา', SOMSRI)).toContain('คำสั่งนี้สำหรับผู้บริหาร');
    for (const typed of ['ใครยังไม่ส่งบ้าง', 'มีปัญหาอะไรบ้าง', 'งานของวิภา', 'ตามคุณวิภาหน่อย']) {
      const said = await ask(typed, SOMSRI);
      for (const hidden of ['วิภา รักเรียน', 'คณะกรรมการ', '[เตือน']) expect(said).not.toContain(hidden);
    }
    expect(await ask(`ใครยังไม่ส่ง${'ก'.repeat(5000)}`)).not.toContain(WHO);
  });

  test('a group hears of activities, and of nobody', async () => {
    for (const typed of ['ใครยังไม่ส่งบ้าง', 'ยังไม่รายงาน', 'ปัญหา', 'ติดอะไรอยู่บ้าง', 'งานของสมศรี', 'เตือนทั้งหมด']) {
      const said = await mention(PRASERT, typed);
      for (const hidden of ['สมศรี ใจดี', 'วิภา', 'วิทยากร', 'คณะกรรมการ', '[เตือน'])
        expect(said, typed).not.toContain(hidden);
    }
    expect(await mention(PRASERT, 'ใครยังไม่ส่งบ้าง')).toContain('กิจกรรมที่ยังไม่เคยรายงาน');
    expect(await mention(PRASERT, 'ปัญหา')).toContain('มีปัญหา 2 กิจกรรม');
    expect(await mention(SOMSRI, 'ปัญหา')).toContain('คำสั่งนี้สำหรับผู้บริหาร');
  });
});

describe('after a list', () => {
  beforeAll(async () => {
    office.clock.moveTo(new Date('2021-02-22T10:00:00+07:00'));
    await anew();
    await office.say(SOMSRI, '1.2 กำลังดำเนินการ ใช้งบ 9,000 บาท ปัญหา วิทยากรป่วย');
    await office.say(SOMSRI, 'บันทึก');
  });

  // each row is a conversation: what was shown, what is said of it, what comes, and what does not
  test.each<[before: string, typed: string, shown: string, hidden?: string]>([
    ['ใครยังไม่รายงาน', 'เตือนพวกเขาหน่อย', 'ถึง 2 คน รวม 3 กิจกรรม'],
    ['ใครยังไม่รายงาน', 'เตือนเลย', 'ถึง 2 คน รวม 3 กิจกรรม'],
    ['ใครยังไม่รายงาน', 'เตือนคนแรก', '2 กิจกรรมถึง สมศรี ใจดี'],
    ['ใครยังไม่รายงาน', 'คนที่ 2', 'งานของ วิภา รักเรียน'],
    ['ฝ่ายบุคคลส่งหรือยัง', 'เตือนพวกนี้ให้หน่อย', 'ถึง วิภา รักเรียน', 'สมศรี'],
    ['ล่าช้า', 'เตือนพวกนี้ให้หน่อย', 'ความคืบหน้ากิจกรรม 1.3 1)'],
    ['ปัญหา', 'เตือนคนนั้นหน่อย', 'ความคืบหน้ากิจกรรม 1.2 1)'],
    ['งานของสมศรี', 'ขอรายละเอียดอันที่ 2', '1.1 1)'],
    ['งานของสมศรี', 'อันแรกเป็นของใคร', 'ผู้รับผิดชอบกิจกรรม 1.3 1): สมศรี ใจดี'],
    ['งานของสมศรี', 'อันแรกติดอะไร', 'กิจกรรม 1.3 1) ไม่มีปัญหา', 'วิทยากร'],
    // 2 is a code of the plan, too
    ['งานของสมศรี', 'ข้อ 2', 'หมายถึงกิจกรรมใด กรุณาเลือก\n2. กิจกรรมการพัฒนาเครื่องมือ'],
    ['ล่าช้า', 'อันที่ 9', 'หมายถึงกิจกรรมใด กรุณาเลือก'],
    ['ล่าช้า', 'แล้วของวิภาล่ะ', 'วิภา รักเรียน ไม่มีกิจกรรมที่เลยกำหนด'],
    ['ปัญหาของวิภา', 'แล้วสมศรีล่ะ', 'มีปัญหา 1 กิจกรรมของ สมศรี ใจดี'],
    ['งบของฝ่ายวิชาการ', 'แล้วของฝ่ายอื่นล่ะ', 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา', 'ฝ่ายวิชาการ'],
    ['งบของฝ่ายวิชาการ', 'แล้วปัญหาล่ะ', 'ฝ่ายวิชาการ ไม่มีปัญหา', 'วิทยากร'],
    ['1.2 เหลืองบเท่าไหร่', 'แล้ว 4 ล่ะ', '4. ใช้งบแล้ว 0%'],
    ['สรุป', 'ขอรายละเอียดเพิ่ม', 'แผนปฏิบัติการป้องกันการทุจริต'],
    // of what is not on the screen it is asked
    ['ขอบคุณ', 'แล้ว 1.3 1) ล่ะ', '1.3 1)'],
  ])('%s, then %s', async (before, typed, shown, hidden = 'ขออภัย') => {
    await ask(before);
    const said = await ask(typed);
    expect(said).toContain(shown);
    expect(said).not.toContain(hidden);
    await ask('ไม่');
  });

  test('after half an hour nothing is meant by a place, and whom to ask is asked', async () => {
    await ask('ล่าช้า');
    office.clock.moveTo(new Date('2021-02-22T11:30:00+07:00'));
    expect(await ask('อันแรก')).not.toContain('1.3 1)');
    await office.database.models.conversations.updateMany({}, { $set: { lastActivity: null } });
    expect(await ask('เตือนพวกเขาหน่อย')).toContain('ต้องการเตือนท่านใด');
    await ask('ไม่');
  });

  test.each<[typed: string, shown: string, hidden?: string]>([
    ['1 เสร็จ 2 ยัง', '1.3 1) กิจกรรมทำความดีเพื่อสังคม', '2. กิจกรรมการพัฒนา'],
    ['1. เสร็จแล้ว 2. กำลังทำ', 'เข้าใจว่ารายงาน 2 กิจกรรม'],
    ['ข้อแรกเสร็จ ข้อสองยังไม่ได้ทำ', 'เข้าใจว่ารายงาน 2 กิจกรรม'],
    ['อันแรกเสร็จแล้วค่ะ', 'ดำเนินการเสร็จสิ้น\n1.3 1)'],
    ['อันแรก', '1.3 1) กิจกรรมทำความดี'],
    ['ข้อ 2', '1.1 1) กิจกรรมประชุมเชิง'],
    ['2 เสร็จแล้ว', 'ดำเนินการเสร็จสิ้น\n1.1 1)'],
    ['อันที่ 2 ใช้ไป 900 บาท', '900 บาท'],
    ['ทั้งหมดเสร็จแล้ว', 'เข้าใจว่ารายงาน 7 กิจกรรม'],
    ['ทั้งหมด', 'แตะกิจกรรมเพื่อรายงานผล'],
    // two of seven: which is asked
    ['เสร็จทั้งสองอันค่ะ', 'ต้องการรายงานกิจกรรมใด'],
    // no place
    ['มีคน 2 คนช่วยงานแรกเข้า', 'ขออภัย'],
  ])('of one’s own work: %s', async (typed, shown, hidden = 'ไม่อยู่ในความรับผิดชอบ') => {
    await ask('งานของฉัน', SOMSRI);
    const said = await ask(typed, SOMSRI);
    expect(said).toContain(shown);
    expect(said).not.toContain(hidden);
    await ask('ยกเลิก', SOMSRI);
    expect(await office.database.models.updates.countDocuments({})).toBe(1);
  });

  test('a number that is a code of one’s own and another place is asked about; the answer is taken as it was said', async () => {
    await ask('งานของฉัน', WIPHA);
    const asked = await ask('2 เสร็จแล้ว', WIPHA);
    for (const shown of ['หมายถึงกิจกรรมใด', '2. กิจกรรมการพัฒนา', '3. กิจกรรมการประเมิน'])
      expect(asked).toContain(shown);
    expect(wordsIn(await office.tap(WIPHA, 'กิจกรรมรหัส 3 เสร็จแล้ว'))).toContain('ดำเนินการเสร็จสิ้น\n3.');
    await ask('ยกเลิก', WIPHA);
  });

  test('what a manager asked of several is answered by places in that list', async () => {
    office.clock.moveTo(new Date('2021-02-23T10:00:00+07:00'));
    await ask('เตือนทั้งหมด');
    await ask('ส่ง');
    for (const [typed, shown] of [
      ['1 เสร็จแล้ว 2 ยังไม่เสร็จ', 'เข้าใจว่ารายงาน 2 กิจกรรม'],
      ['อันแรกเสร็จแล้วค่ะ อันที่สองกำลังทำ', 'เข้าใจว่ารายงาน 2 กิจกรรม'],
      ['เสร็จทั้งสองอันค่ะ', 'เข้าใจว่ารายงาน 2 กิจกรรม'],
    ] as const) {
      expect(await ask(typed, SOMSRI), typed).toContain(shown);
      await ask('ยกเลิก', SOMSRI);
    }
  });
});

describe('asking everybody', () => {
  beforeEach(async () => {
    office.clock.moveTo(new Date('2021-02-18T10:00:00+07:00'));
    await anew();
  });
  const quotaLeft = (left: number) =>
    office.simulator.act({ act: 'switches', set: { quotaLimit: left + used() } });

  test('says the cost, sends to each once, and twice is not twice', async () => {
    const before = used();
    await office.say(PRASERT, 'ใครยังไม่ส่งบ้าง');
    const asked = wordsIn(await office.tap(PRASERT, 'เตือนทั้งหมด'));
    for (const shown of ['ถึง 2 คน รวม 4 กิจกรรม', 'สมศรี ใจดี, วิภา รักเรียน', 'จำนวนที่ส่ง: 2 ข้อความ (เดือนนี้เหลือ'])
      expect(asked).toContain(shown);
    expect(used()).toBe(before);
    const card = JSON.stringify(last(PRASERT, 1).map((one) => one.message));
    const data = /do=confirm[^"]*value=yes/.exec(card)![0];
    const tap = () => office.act({ act: 'postback', user: PRASERT, chat: PRASERT, data }, PRASERT);
    const [first, second] = await Promise.all([tap(), tap()]);
    expect(wordsIn([...first!, ...second!])).toContain('ส่งข้อความถึง สมศรี ใจดี, วิภา รักเรียน แล้ว');
    expect(used()).toBe(before + 2);
    expect(wordsIn(last(SOMSRI, 3))).toContain('ประเสริฐ ตั้งมั่น ขอทราบความคืบหน้า 3 กิจกรรม');
    expect(wordsIn(last(WIPHA, 3))).toContain('ประเสริฐ ตั้งมั่น ขอทราบความคืบหน้าของกิจกรรม 2.');
    // one activity was asked about, and the answer is about it
    expect(wordsIn(await office.say(WIPHA, 'เสร็จแล้วค่ะ'))).toContain('2.');
    // the same day nobody is asked again, and the list says so
    expect(await ask('เตือนทั้งหมด')).toContain('วันนี้เตือน สมศรี ใจดี, วิภา รักเรียน แล้ว');
    const list = await ask('ยังไม่รายงาน รายละเอียด');
    expect(list).toContain('เตือนแล้ววันนี้');
    expect(list).not.toContain('[เตือนทั้งหมด');
    expect(used()).toBe(before + 2);
    office.clock.moveTo(new Date('2021-02-19T10:00:00+07:00'));
    expect(await ask('เตือนทุกคน')).toContain('ถึง 2 คน');
  });

  test('two managers at the same moment send once', async () => {
    await members().updateOne({ userId: SOMSRI }, { $set: { roles: ['officer', 'manager'] } });
    await office.say(PRASERT, 'เตือนทั้งหมด');
    await office.say(SOMSRI, 'เตือนทั้งหมด');
    const before = used();
    const messages = office.simulator.state().messages.length;
    await Promise.all([office.say(PRASERT, 'ส่ง'), office.say(SOMSRI, 'ส่ง')]);
    const toWipha = office.simulator
      .state()
      .messages.slice(messages)
      .filter(({ chat, from }) => chat === WIPHA && from === 'bot');
    expect(wordsIn(toWipha).match(/ขอทราบความคืบหน้า/g)).toHaveLength(1);
    expect(used() - before).toBeLessThanOrEqual(2);
  });

  test('whom LINE does not reach, and what nobody has, stand apart', async () => {
    await members().updateOne({ userId: WIPHA }, { $set: { state: 'blocked' } });
    await members().updateOne({ userId: SOMSRI }, { $set: { activities: ['1.1'] } });
    const said = await ask('ยังไม่รายงาน รายละเอียด');
    expect(said).toContain('ยังไม่รายงาน 1 คน รวม 4 กิจกรรม');
    expect(said.slice(said.indexOf('เตือนไม่ได้'))).toContain('วิภา รักเรียน');
    expect(said).toContain('ปิดกั้นหรือเลิกติดตามบอต');
    expect(said).toContain('ยังไม่มีผู้รับผิดชอบในระบบ');
    expect(said).toContain('[เตือนทั้งหมด (1 ข้อความ)]');
    expect(await ask('ตามวิภาหน่อย')).toContain('ส่งข้อความถึง วิภา รักเรียน ไม่ได้');
  });

  test('on leave nothing is pushed; who stands in is asked instead', async () => {
    await members().updateOne(
      { userId: SOMSRI },
      { $set: { away: { until: '2021-03-01', delegate: null } } },
    );
    const before = used();
    await ask('เตือนทั้งหมด');
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('สมศรี ใจดี ลาถึง 1 มี.ค. 64');
    await office.tap(PRASERT, 'ส่ง (1 ข้อความ)');
    expect(used()).toBe(before + 1);
    expect(await ask('งานของฉัน', SOMSRI)).toContain('ขอทราบความคืบหน้า 3 กิจกรรม');
    const wipha = (await members().findOne({ userId: WIPHA }).lean())!;
    await members().updateOne({ userId: SOMSRI }, { $set: { 'away.delegate': wipha._id } });
    office.clock.moveTo(new Date('2021-02-19T10:00:00+07:00'));
    expect(await ask('เตือนทั้งหมด')).toContain('ถึง 1 คน รวม 4 กิจกรรม');
  });

  test('without room in the month nothing is sent, and the way out is said', async () => {
    await quotaLeft(1);
    const asked = await ask('เตือนทั้งหมด');
    expect(asked).toContain('เดือนนี้ส่งได้อีก 1 ข้อความ ไม่พอส่งถึง 2 คน');
    expect(asked).toContain('เช่น เตือน สมศรี ใจดี');
    expect(asked).not.toContain('[ส่ง');
    const before = used();
    // typed all the same
    expect(await ask('ส่ง')).toContain('ไม่พอส่งถึง 2 คน');
    expect(used()).toBe(before);
    await office.say(PRASERT, 'เตือนทั้งหมด');
    await office.tap(PRASERT, 'แจ้งเมื่อผู้รับทักมา');
    expect(used()).toBe(before);
    expect(await ask('งานของฉัน', WIPHA)).toContain('ขอทราบความคืบหน้า');
    await quotaLeft(280);
  });

  test('one person by name, in many words', async () => {
    const before = used();
    for (const typed of ['เตือน วิภา', 'ตามคุณวิภาหน่อย', 'ช่วยทวงงานวิภาหน่อยค่ะ', 'ช่วยเตือนวิภาด้วย', 'nudge วิภา'])
      expect(await ask(typed), typed).toContain('ขอความคืบหน้า 1 กิจกรรมถึง วิภา รักเรียน หรือไม่');
    await office.say(PRASERT, 'ตกลง');
    expect(used()).toBe(before + 1);
    expect(await ask('เตือน ประเสริฐ')).toContain('ไม่มีกิจกรรมที่ถึงกำหนด');
    expect(await ask('ตามแผนเดิมเลยครับ')).not.toContain('ขอความคืบหน้า');
  });

  test('when all have reported there is nobody to ask', async () => {
    await activities().updateMany({ leaf: true }, { $set: { 'state.status': 'completed' } });
    expect(await ask('ใครยังไม่ส่งบ้าง')).toBe('ทุกคนรายงานครบแล้ว ไม่มีกิจกรรมที่ถึงกำหนดค้างอยู่');
    expect(await ask('เตือนทั้งหมด')).toBe('ไม่มีผู้ที่ต้องเตือนแล้ว');
    expect(await ask('ปัญหา')).toBe('ไม่มีปัญหาหรืออุปสรรคที่ยังค้างอยู่');
  });

  test('a card of it does nothing for who is no manager any more', async () => {
    await members().updateOne({ userId: SOMSRI }, { $set: { roles: ['manager'] } });
    await office.say(SOMSRI, 'เตือนทั้งหมด');
    await members().updateOne({ userId: SOMSRI }, { $set: { roles: ['officer'] } });
    const before = used();
    expect(await ask('ส่ง', SOMSRI)).toContain('คำสั่งนี้สำหรับผู้บริหาร');
    const data = encodeTap({ do: 'say', text: 'เตือนทั้งหมด' });
    const tapped = await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data }, SOMSRI);
    expect(wordsIn(tapped)).not.toContain('ส่ง (');
    expect(used()).toBe(before);
  });
});

describe('a plan of many units', () => {
  test('where a card does not hold them all, it says how many are left and how they are asked for', async () => {
    await anew();
    const leaves = await activities().find({ leaf: true }).lean();
    for (const [index, { _id }] of leaves.entries())
      await activities().updateOne({ _id }, { $set: { ownerGroup: `กลุ่มที่ ${index + 1}` } });
    await office.database.models.offices.updateMany({}, { $inc: { planRev: 1 } });
    const said = await ask('งบประมาณ ฝ่ายการเงิน');
    expect(said.match(/กลุ่มที่ \d+/g)).toHaveLength(8);
    expect(said).toContain(`มีอีก ${leaves.length - 8} รายการ พิมพ์ “งบประมาณของ (ชื่อ)”`);
    expect(await ask(`งบประมาณของ กลุ่มที่ ${leaves.length}`)).toContain(`กลุ่มที่ ${leaves.length}`);
  });
});
