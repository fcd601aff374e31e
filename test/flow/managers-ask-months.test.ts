/** What is planned for a named month or quarter, how it goes and what of it is left, asked by managers of the plan and by officers of their own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, countUpdates, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));

// February 2021: of January to March one of six is done, of April to June one is under way
beforeAll(async () => {
  office = await openOffice(uri);
  await beginAnew(office);
  const { activities } = office.database.models;
  await activities.updateOne({ code: '1.3.1' }, { $set: { months: ['2020-12'] } });
  await activities.updateOne({ code: '3' }, { $set: { ownerGroup: 'ฝ่ายวิชาการ' } });
  await wiphaJoins(office);
  await office.say(SOMSRI, '1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท');
  await office.say(SOMSRI, 'บันทึก');
  await office.say(SOMSRI, '1.2 กำลังดำเนินการ ใช้งบ 9,000 บาท');
  await office.say(SOMSRI, 'บันทึก');
});
afterAll(() => office.close());

const SECOND = 'กิจกรรมไตรมาส 2 (ม.ค.–มี.ค. 64)\n6\nเสร็จแล้ว 1 จาก 6 กิจกรรม\nใช้งบแล้ว\n3,000 บาท (3%)';
const MARCH = 'กิจกรรมเดือนมีนาคม 2564\n3\nเสร็จแล้ว 0 จาก 3 กิจกรรม';
const THIRD = 'กิจกรรมไตรมาส 3 (เม.ย.–มิ.ย. 64)\n4\nเสร็จแล้ว 0 จาก 4 กิจกรรม\nใช้งบแล้ว\n9,000 บาท (10%)';

describe('a manager', () => {
  test.each([
    ['ไตรมาส 2 เป็นไง', SECOND],
    ['ไตรมาสนี้มีงานอะไร', SECOND],
    ['ไตรมาส ๒ มีอะไรบ้างครับ', SECOND],
    ['ไตรมาสที่สองมีงานอะไรคะ', SECOND],
    ['ไตรมาศ 2 เป็นยังไงบ้าง', SECOND],
    ['Q2 ไปถึงไหนแล้ว', SECOND],
    ['สรุปไตรมาส 2/2564', SECOND],
    ['ม.ค.-มี.ค. มีงานอะไรบ้าง', SECOND],
    ['ไตรมาส 2 ใช้งบไปเท่าไหร่', SECOND],
    ['ไตรมาสหน้ามีกิจกรรมอะไรบ้างคะ', THIRD],
    ['Which activities are in quarter 3?', THIRD],
    ['งานเดือนมีนาคม', MARCH],
    ['มี.ค. ต้องทำอะไรบ้าง', MARCH],
    ['มีค มีงานอะไรบ้าง', MARCH],
    ['กิจกรรมเดือน มี.ค. 64 มีอะไรบ้าง', MARCH],
    ['เดือนมีนาคมเป็นอย่างไรบ้างครับ', MARCH],
    ['What is planned for March', MARCH],
    ['เดือนหน้ามีอะไร', 'กิจกรรมเดือนหน้า\n3\nเสร็จแล้ว 0 จาก 3 กิจกรรม'],
    ['ไตรมาส 1', 'กิจกรรมไตรมาส 1 (ต.ค.–ธ.ค. 63)\n1\n'],
  ])('%s: what is planned then, and how much of it is done', async (typed, shown) => {
    expect(await ask(typed)).toContain(shown);
  });

  test.each<[typed: string, shown: string, hidden?: string]>([
    ['ไตรมาสแรกเหลืออะไร', 'กิจกรรมที่เหลือไตรมาส 1 (ต.ค.–ธ.ค. 63)\n1'],
    ['ไตรมาสนี้เหลืองานอะไรบ้าง', 'กิจกรรมที่เหลือไตรมาส 2 (ม.ค.–มี.ค. 64)\n5\nเสร็จแล้ว 1 จาก 6', '1.1 1)'],
    ['เดือนมกราคมอะไรยังไม่เสร็จบ้าง', 'กิจกรรมที่เหลือเดือนมกราคม 2564\n2\nเสร็จแล้ว 1 จาก 3', '1.1 1)'],
    ['เดือนที่แล้วทำอะไรไปบ้าง', 'กิจกรรมที่เสร็จแล้วเดือนที่แล้ว\n1\nเสร็จแล้ว 1 จาก 3', '1.1 3)'],
    ['ไตรมาส 2 เสร็จอะไรบ้าง', 'กิจกรรมที่เสร็จแล้วไตรมาส 2 (ม.ค.–มี.ค. 64)\n1\n', '1.1 3)'],
    ['ครึ่งปีแรกเหลืองานอะไรบ้าง', 'กิจกรรมที่เหลือเดือน ต.ค. 63–มี.ค. 64\n6\nเสร็จแล้ว 1 จาก 7'],
    ['วิภามีงานอะไรเดือนมีนาคม', 'กิจกรรมเดือนมีนาคม 2564 ของ วิภา รักเรียน\n3'],
    ['ฝ่ายวิชาการไตรมาส 3 มีอะไรบ้าง', 'กิจกรรมไตรมาส 3/2564 ของ ฝ่ายวิชาการ\n1', '1.2'],
    ['ฝ่ายการเงินไตรมาส 3 มีอะไรบ้าง', 'ไม่พบ “ฝ่ายการเงิน', '1.2'],
    ['งานเดือนหน้าของฉัน', 'ไม่มีกิจกรรมเดือนหน้า'],
    ['กิจกรรมเดือนตุลาคม 2565', 'ไม่มีกิจกรรมเดือนตุลาคม 2565'],
  ])('%s: that part of it', async (typed, shown, hidden = 'ขออภัย') => {
    const said = await ask(typed);
    expect(said).toContain(shown);
    expect(said).not.toContain(hidden);
  });

  test('whose work of one’s own there is sees the plan all the same, and one’s own where that is asked for', async () => {
    const { members } = office.database.models;
    await members.updateOne({ userId: PRASERT }, { $set: { activities: ['5'] } });
    expect(await ask('งานเดือนมีนาคม')).toContain(MARCH);
    expect(await ask('งานเดือนมีนาคมของฉัน')).toContain('กิจกรรมเดือนมีนาคม 2564\n1\n');
    await members.updateOne({ userId: PRASERT }, { $set: { activities: [] } });
  });

  test.each([
    ['เดือนนี้ใช้งบไปเท่าไหร่', 'คงเหลือ'],
    ['ใครยังไม่ส่งเดือนมีนาคม', 'ใครยังไม่รายงาน'],
    ['เดือนมีนาคมมีปัญหาอะไรบ้าง', 'ปัญหา'],
    ['รายงานไตรมาส 2', 'มีเฉพาะรอบ 6 เดือนและรอบ 12 เดือน'],
  ])('%s is another question', async (typed, shown) => {
    const said = await ask(typed);
    expect(said).toContain(shown);
    expect(said).not.toMatch(/^กิจกรรม/);
  });

  test('all of it is to be had, its rows lead to their status', async () => {
    await ask('ไตรมาส 2 เป็นไง');
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('1.1 1) กิจกรรมประชุมเชิงปฏิบัติการ');
    expect(await ask('ไตรมาส 2 เป็นไง แบบละเอียด')).toContain('1.1 1) กิจกรรมประชุมเชิงปฏิบัติการ');
    await ask('ไตรมาส 2 เป็นไง');
    expect(await ask('ขอดูทั้งหมด')).toContain('5. กิจกรรมศึกษาดูงาน');
    expect(wordsIn(await office.tap(PRASERT, 'สถานะ 5'))).toContain('5. กิจกรรมศึกษาดูงาน');
  });

  test('a group sees activities alone, and no officer’s own', async () => {
    const mention = async (user: string, text: string) =>
      wordsIn(await office.say(user, text, { chat: GROUP, mentionBot: true }));
    expect(await mention(PRASERT, 'ไตรมาส 2 เป็นไง')).toContain(SECOND);
    expect(await mention(SOMSRI, 'งานเดือนเมษายน')).toBe('คำสั่งนี้ใช้ในแชทส่วนตัวกับบอตเท่านั้น');
  });
});

describe('an officer', () => {
  test.each([
    ['ไตรมาส 2 มีงานอะไร', 'กิจกรรมไตรมาส 2 (ม.ค.–มี.ค. 64)\n3\nเสร็จแล้ว 1 จาก 3'],
    ['ไตรมาสนี้เหลืออะไรบ้าง', 'กิจกรรมที่เหลือไตรมาส 2 (ม.ค.–มี.ค. 64)\n2\nเสร็จแล้ว 1 จาก 3'],
    ['เมษา หนูต้องทำอะไรบ้างคะ', 'กิจกรรมเดือนเมษายน 2564\n1\n'],
    ['เดือนเมษามีงานอะไร', 'กิจกรรมเดือนเมษายน 2564\n1\n'],
    ['งานของฉันเดือนเมษายน', 'กิจกรรมเดือนเมษายน 2564\n1\n'],
    ['งานเดือนมีนาคม', 'ไม่มีกิจกรรมเดือนมีนาคม 2564'],
    ['งานเดือนหน้าของฉัน', 'ไม่มีกิจกรรมเดือนหน้า'],
    ['ของวิภาเดือนมีนาคมมีงานอะไร', 'ไม่มีกิจกรรมเดือนมีนาคม 2564'],
  ])('%s: one’s own alone', async (typed, shown) => {
    expect(await ask(typed, SOMSRI)).toContain(shown);
  });

  test('somebody else’s are theirs', async () => {
    expect(await ask('งานเดือนหน้าของฉัน', WIPHA)).toContain('กิจกรรมเดือนหน้า\n3\n');
  });

  test.each([
    ['งานเดือนมีนาคมเสร็จแล้ว', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['ไตรมาส 2 ใช้งบ 5,000', 'ตัวเลขนี้เป็นยอดของครั้งนี้ หรือยอดรวมทั้งหมด'],
    ['เลื่อนไปเดือนหน้าค่ะ', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['1.2 จัดเดือนเมษายน มีคนมา 40 คน', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['จัดอบรมเดือนมีนาคม', 'เป็นรายงานของกิจกรรมใด'],
    ['ไตรมาส 2 รายงานยังไง', 'วิธีใช้งาน'],
    ['เดือนนี้งานเยอะมาก', 'ขออภัย'],
    ['เงินเหลือเท่าไหร่แล้วคะ กลัวไม่พอถึงกันยา', 'งบของท่านรวม'],
  ])('%s: told, or another question', async (typed, shown) => {
    const said = await ask(typed, SOMSRI);
    expect(said).toContain(shown);
    await ask('ยกเลิก', SOMSRI);
    expect(await countUpdates(office)).toBe(2);
  });
});
