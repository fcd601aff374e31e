/** Who sees what is told the bot: strangers in a group nothing, colleagues figures, those responsible and managers all of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeTap } from '../../src/bot/tap.ts';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew } from '../helpers/fresh-office.ts';
import {
  GROUP,
  INVITE,
  openOffice,
  PRASERT,
  SOMSRI,
  type TestOffice,
  WIPHA,
  wordsIn,
} from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
beforeEach(() => beginAnew(office));

const mention = (user: string, text: string) => office.say(user, text, { chat: GROUP, mentionBot: true });
const become = (user: string, change: object) =>
  office.database.models.members.updateOne({ userId: user }, { $set: change });

describe('in a group that is not linked', () => {
  beforeEach(async () => {
    await office.database.models.links.deleteMany({ _id: GROUP });
    await office.database.models.groups.updateMany({}, { $set: { state: 'left' } });
  });

  test.each([
    'สรุป',
    'สถานะ 1.2',
    'งบประมาณ',
    'ล่าช้า',
    'ยังไม่รายงาน',
    'รายงาน 6 เดือน',
    'รายงาน 1.2',
    '1.2 เสร็จแล้ว ใช้งบ 28,500 บาท',
    'ช่วยเหลือ',
  ])('“%s” of a manager shows how to link it, and nothing of the office', async (typed) => {
    const said = wordsIn(await mention(PRASERT, typed));
    expect(said).toBe('กลุ่มนี้ยังไม่ได้เชื่อมกับหน่วยงาน กรุณาให้ผู้บริหารหรือผู้ดูแลระบบพิมพ์ “เชื่อมกลุ่ม” ตามด้วยรหัส');
    expect(await office.database.models.conversations.countDocuments({ chat: GROUP })).toBe(0);
  });

  test('a card that hangs there since it was linked does nothing', async () => {
    const data = encodeTap({ do: 'say', text: 'สรุป' });
    const said = wordsIn(await office.act({ act: 'postback', user: PRASERT, chat: GROUP, data }, GROUP));
    expect(said).toContain('ยังไม่ได้เชื่อม');
  });
});

describe('of an activity somebody else is responsible for', () => {
  const REPORT = '1.2 กำลังดำเนินการ ร้อยละ 40 ใช้งบ 9,000 บาท ผลคือ อบรมแล้วหนึ่งรุ่น ปัญหา วิทยากรป่วย';
  beforeEach(async () => {
    await office.say(SOMSRI, REPORT);
    await office.say(SOMSRI, 'บันทึก');
  });

  test('an officer sees figures, but neither words nor names nor history', async () => {
    await become(PRASERT, { roles: ['officer'], activities: ['2'] });
    const status = wordsIn(await office.say(PRASERT, 'สถานะ 1.2 รายละเอียด'));
    expect(status).toContain('9,000');
    expect(status).toContain('อยู่ในระหว่าง');
    for (const hidden of ['สมศรี', 'วิทยากร', 'อบรมแล้ว', 'ประวัติ', '[รายงาน'])
      expect(status).not.toContain(hidden);
    const history = wordsIn(await office.say(PRASERT, 'ประวัติ 1.2'));
    expect(history).toContain('จึงดูประวัติไม่ได้');
    for (const hidden of ['สมศรี', 'วิทยากร', '9,000']) expect(history).not.toContain(hidden);
  });

  test('“ประวัติ” alone shows one’s own, whatever was looked at last', async () => {
    await become(PRASERT, { roles: ['officer'], activities: ['2'] });
    await office.say(PRASERT, 'สถานะ 1.2');
    const history = wordsIn(await office.say(PRASERT, 'ประวัติ'));
    expect(history).toContain('ยังไม่มีการรายงานกิจกรรมนี้');
    expect(history).not.toContain('ไม่อยู่ในความรับผิดชอบ');
  });

  test.each([
    ['a manager', { roles: ['manager'], activities: [] }],
    ['an administrator', { roles: ['admin'], activities: [] }],
    ['an officer of the same activity', { roles: ['officer'], activities: ['1.2'] }],
  ])('%s sees all of it', async (_, change) => {
    await become(PRASERT, change);
    const status = wordsIn(await office.say(PRASERT, 'สถานะ 1.2 รายละเอียด'));
    for (const shown of ['สมศรี', 'วิทยากรป่วย', '9,000', '[ประวัติ]']) expect(status).toContain(shown);
    expect(wordsIn(await office.say(PRASERT, 'ประวัติ 1.2 รายละเอียด'))).toContain('วิทยากรป่วย');
  });

  test('an officer who stands in sees it as long as the leave lasts', async () => {
    const prasert = (await office.database.models.members.findOne({ userId: PRASERT }).lean())!;
    await become(PRASERT, { roles: ['officer'], activities: [] });
    await become(SOMSRI, { away: { until: '2021-03-01', delegate: prasert._id } });
    expect(wordsIn(await office.say(PRASERT, 'ประวัติ 1.2 รายละเอียด'))).toContain('วิทยากรป่วย');
    await become(SOMSRI, { away: { until: '2021-01-01', delegate: prasert._id } });
    expect(wordsIn(await office.say(PRASERT, 'ประวัติ 1.2'))).toContain('จึงดูประวัติไม่ได้');
  });

  test('a linked group reads figures, even when a manager asks', async () => {
    const said = wordsIn(await mention(PRASERT, 'สถานะ 1.2'));
    expect(said).toContain('9,000');
    for (const hidden of ['สมศรี', 'วิทยากร', 'อบรมแล้ว', '[ประวัติ]']) expect(said).not.toContain(hidden);
  });
});

test('the notice says who sees it', async () => {
  await office.say(WIPHA, `ลงทะเบียน ${INVITE}`);
  const notice = wordsIn(await office.say(WIPHA, 'สถานะ'));
  expect(notice).toContain('บุคลากรอื่นเห็นเฉพาะสถานะและตัวเลข');
});
