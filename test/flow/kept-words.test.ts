/** What is told is not lost: names people have for their activities, work of others, changes of what is not stored, sums in parts, and words of which nothing is made. */
import { beforeEach, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { owns, stateOf } from '../helpers/fresh-office.ts';
import { chipsIn, SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3']);
beforeEach(async () => {
  await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { aliases: {} } });
});

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));

async function names(): Promise<Record<string, string>> {
  const member = await office.database.models.members
    .findOne({ userId: SOMSRI })
    .lean<{ aliases: Record<string, string> }>();
  return member!.aliases;
}

test('the words somebody chose an activity for are proposed as its name, and learned anew where another is chosen', async () => {
  await say('ประชุมเชิงปฏิบัติการเสร็จแล้วค่ะ');
  await tap('1.2 1)');
  await say('บันทึก');
  expect(Object.values(await names())).toEqual(['1.2.1']);
  const card = await say('ประชุมเชิงปฏิบัติการ ใช้ไป 4,000 บาท');
  expect(card).toContain('1.2 1)');
  expect(card).toContain('เปลี่ยนกิจกรรม');
  await tap('เปลี่ยนกิจกรรม');
  await say('1.3 1)');
  await say('บันทึก');
  expect(await stateOf(office, '1.3.1')).toMatchObject({ spent: 400_000 });
  expect(Object.values(await names())).toEqual(['1.3.1']);
});

test('such a name does not stand against an activity that is named otherwise, nor inside other words', async () => {
  const aliases = { ประชุมเชิงปฏิบัติการ: '1.2.1', ครู: '1.2.1', เสร็จแล้วค่ะ: '1.2.1' };
  await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { aliases } });
  expect(await say('1.3 1) ครูประชุมเชิงปฏิบัติการเสร็จแล้วค่ะ')).toContain('1.3 1)');
});

test('a word that is said of much is nobody’s name for anything', async () => {
  await office.database.models.members.updateOne(
    { userId: SOMSRI },
    { $set: { aliases: { ประชุม: '1.2.1' } } },
  );
  expect(await say('ประชุมเสร็จแล้วค่ะ')).toContain('ต้องการรายงานกิจกรรมใด');
});

test('what is told of somebody else’s activity is kept for one of their own', async () => {
  await owns(office, SOMSRI, ['1.2.1', '1.3.1']);
  const said = await say('1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท');
  expect(said).toContain('ไม่อยู่ในความรับผิดชอบของท่าน');
  expect(said).toContain('หากหมายถึงกิจกรรมของท่าน กรุณาเลือก');
  await tap('1.3 1)');
  await say('บันทึก');
  expect(await stateOf(office, '1.3.1')).toMatchObject({ status: 'completed', spent: 300_000 });
  expect((await stateOf(office, '1.1.1'))['status']).not.toBe('completed');
});

test('of somebody else’s activity nothing is asked where nothing was told, or by who has none', async () => {
  await owns(office, SOMSRI, ['1.2.1', '1.3.1']);
  expect(await say('รายงาน 1.1 1)')).not.toContain('หากหมายถึงกิจกรรมของท่าน');
  await owns(office, SOMSRI, []);
  expect(await say('1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท')).not.toContain('กรุณาเลือก');
});

test.each([
  ['1.2 1) เปลี่ยนเป็น 25,000 บาท', '1.2.1', { spent: 2_500_000 }],
  ['แก้ 1.3 1) เป็น เสร็จแล้ว', '1.3.1', { status: 'completed' }],
])('%s, of which nothing is stored yet, is a first report', async (text, code, stored) => {
  expect(await say(text)).not.toContain('ไม่พบรายงานที่จะแก้ไข');
  await say('บันทึก');
  expect(await stateOf(office, code)).toMatchObject(stored);
});

test('a sum in parts is offered as what it comes to', async () => {
  const messages = await office.say(SOMSRI, '1.2 1) จ่ายค่าป้าย 1,200 ค่าวิทยากร 3,600 ค่าอาหาร 2,400');
  expect(wordsIn(messages)).toContain('1,200 + 3,600 + 2,400 = 7,200');
  expect([...chipsIn(messages), wordsIn(messages)].join('\n')).toContain('7,200 บาท');
  await tap('7,200 บาท');
  await say('บันทึก');
  expect(await stateOf(office, '1.2.1')).toMatchObject({ spent: 720_000 });
});

/** Whose codes the chips of a card show. */
async function storeAs(code: string): Promise<void> {
  await say(code);
  await say('บันทึก');
}

test.each([
  ['บ้านห้วยตาดเอาด้วยละ กำนันเดินนำหน้าเองเลย', 'บันทึกเป็นรายงาน'],
  ['DB uat ผ่านแล้ว go live 1 เม.ย. นะครับ', 'กิจกรรมอื่น'],
])('“%s”, of which nothing was made, is a report by one tap all the same', async (text, label) => {
  await say(text);
  expect(await tap(label)).toContain('ต้องการรายงานกิจกรรมใด');
  await storeAs('1.3 1)');
  expect((await stateOf(office, '1.3.1'))['result']).toContain(text.slice(0, 12));
});

test('it is one of what it names, where something is', async () => {
  await say('ฟหกดฟหกดฟหกดฟหกด');
  await owns(office, SOMSRI, ['1.3.1']);
  expect(await tap('บันทึกเป็นรายงาน')).toContain('1.3 1)');
});

test.each(['ฟหกด', 'อะไรวะ'])('“%s” is too short to be one', async (text) => {
  expect(chipsIn(await office.say(SOMSRI, text))).not.toContain('บันทึกเป็นรายงาน');
});

test('who has nothing to report on is offered nothing', async () => {
  await owns(office, SOMSRI, []);
  expect(chipsIn(await office.say(SOMSRI, 'ฟหกดฟหกดฟหกดฟหกด'))).not.toContain('บันทึกเป็นรายงาน');
});

test('whoever asks for more time may have told something with it', async () => {
  expect(chipsIn(await office.say(SOMSRI, 'แฟนบอลขอเลื่อนเลือกตั้งประธานอีกแล้ว'))).toContain('บันทึกเป็นรายงาน');
});

test('a reason why work is given up is no wish to take back a report that there is not', async () => {
  expect(await say('ยกเลิก 1.2 1) เปลี่ยนเป็นเช่าแทน สำนักงานเขตแนะนำมา')).toContain('[บันทึก]');
});

test('“ยกเลิก” and a code asks to take back the report that is stored; where none is, the work is given up', async () => {
  await say('1.2 1) เสร็จแล้ว');
  await say('บันทึก');
  expect(await say('ยกเลิก 1.2 1)')).toContain('[ยืนยันการยกเลิก]');
  await tap('ยืนยันการยกเลิก');
  expect(await say('ยกเลิก 1.3 1)')).toContain('ไม่ได้ดำเนินการ');
  await say('บันทึก');
  expect((await stateOf(office, '1.3.1'))['status']).toBe('cancelled');
});

test.each([
  ['1.2 1) หนี้ค้างตามได้ ๔๘%', 'หนี้ค้างตามได้'],
  ['1.2 1) ค่าเสื้อตัวละ 1,450 สั่ง 210 ตัว = 304,500 ทำ PO แล้ว', 'ทำ PO แล้ว'],
])('“%s”: what is told is on the card, however little is read of it', async (text, told) => {
  const card = await say(text);
  const passed = card.includes('[ข้าม]') ? await say('ข้าม') : card;
  expect(passed).toContain(told);
  expect(passed).not.toContain('ยังไม่มีข้อมูล');
});

test('a question that is called a report is kept in its own words', async () => {
  await say('ขอยืมเต็นท์ของเทศบาลวันศุกร์ได้ไหมคะ');
  await tap('บันทึกเป็นรายงาน');
  await storeAs('1.3 1)');
  expect(JSON.stringify(await stateOf(office, '1.3.1'))).toContain('เต็นท์ของเทศบาล');
});
