/** What has no room beside a question or on a receipt: รายละเอียด, tapped or typed, shows all of it, and the question can still be answered. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeTap } from '../../src/bot/tap.ts';
import { testDatabase } from '../helpers/database.ts';
import { countUpdates, forgetAll, owns, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await wiphaJoins(office);
});
afterAll(() => office.close());
beforeEach(() => forgetAll(office));

const say = async (user: string, text: string) => wordsIn(await office.say(user, text));
const tap = async (user: string, label: string) => wordsIn(await office.tap(user, label));

const LONG = `ขอให้รายงานภายในวันศุกร์นี้ ${'พร้อมแนบหลักฐานของทุกกิจกรรม '.repeat(8)}\nหากมีข้อขัดข้อง แจ้งกลุ่มนิเทศ`;

describe('a question of a manager', () => {
  test.each([
    ['tapped', () => office.tap(PRASERT, 'รายละเอียด')],
    ['typed', () => office.say(PRASERT, 'รายละเอียด')],
  ] as const)('an announcement: %s', async (_, more) => {
    const shown = await office.say(PRASERT, `ประกาศ ${LONG}`);
    expect(shown).toHaveLength(1);
    expect(wordsIn(shown)).not.toContain('แจ้งกลุ่มนิเทศ');
    const all = await more();
    expect(wordsIn(all)).toContain('แจ้งกลุ่มนิเทศ');
    expect(wordsIn(all)).toContain('เดือนนี้เหลือ');
    // nothing was sent, the question stands below, and asks for no more
    expect(wordsIn(all.slice(-1))).toContain('ส่งประกาศนี้หรือไม่');
    expect(wordsIn(all.slice(-1))).not.toContain('รายละเอียด');
    expect(await tap(PRASERT, 'ส่งรายบุคคล')).toContain('ส่งประกาศแล้วถึง 2 คน');
  });

  test('a nudge to people with long names, and a half year’s end', async () => {
    const { members } = office.database.models;
    const names = { [SOMSRI]: 'กัญญารัตน์ ณ ป้อมเพชร', [WIPHA]: 'ว่าที่ร้อยตรีหญิง ปิยะวรรณ ศรีสุวรรณพงศ์' };
    for (const [userId, name] of Object.entries(names))
      await members.updateOne({ userId }, { $set: { name } });
    office.clock.moveTo(new Date('2021-03-01T10:00:00+07:00'));
    await say(PRASERT, 'เตือนทั้งหมด');
    const all = await tap(PRASERT, 'รายละเอียด');
    for (const shown of [...Object.values(names), 'เดือนนี้เหลือ']) expect(all).toContain(shown);
    expect(await tap(PRASERT, 'ส่ง (')).toContain('ส่งข้อความถึง');
    await say(PRASERT, 'ปิดงวด');
    expect(await tap(PRASERT, 'รายละเอียด')).toContain('ข้อมูลที่ยังขาด');
    expect(await say(PRASERT, 'ยกเลิก')).toContain('ไม่มีการส่งหรือเปลี่ยนแปลง');
  });

  test('the details of a card that is no longer the newest are told so', async () => {
    const [first] = await office.say(PRASERT, `ประกาศ ${LONG}`);
    const data = /do=confirm[^"]*value=details/.exec(JSON.stringify(first!.message))![0];
    await say(PRASERT, 'ยกเลิก');
    const late = await office.act({ act: 'postback', user: PRASERT, chat: PRASERT, data }, PRASERT);
    expect(wordsIn(late)).toContain('การ์ดนี้ปิดไปแล้ว');
  });
});

describe('several reports at once', () => {
  const FIVE = ['1.1.1', '1.1.2', '1.1.3', '1.2.1', '1.3.1'];
  async function storeFive() {
    await owns(office, SOMSRI, ['1']);
    await say(SOMSRI, '1.1 1) เสร็จแล้ว 1.1 2) เสร็จแล้ว 1.1 3) เสร็จแล้ว 1.2 1) เสร็จแล้ว 1.3 1) เสร็จแล้ว');
    return office.say(SOMSRI, 'บันทึก');
  }
  const undos = (said: string) => said.split('ถอน').length - 1;

  test('two of them with a way back, all behind รายละเอียด', async () => {
    const receipt = await storeFive();
    expect(await countUpdates(office)).toBe(FIVE.length);
    expect(receipt).toHaveLength(1);
    expect(undos(wordsIn(receipt))).toBe(2);
    const all = await tap(SOMSRI, 'รายละเอียด');
    expect(undos(all)).toBe(5);
  });

  test('without what was taken back meanwhile', async () => {
    await storeFive();
    await say(SOMSRI, 'ยกเลิกรายงาน 1.3 1)');
    await tap(SOMSRI, 'ยืนยันการยกเลิก');
    const { draft } = (await office.database.models.updates.findOne({}).lean<{ draft: string }>())!;
    const data = encodeTap({ do: 'details', draft, rev: 0 });
    const own = await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data }, SOMSRI);
    expect(undos(wordsIn(own))).toBe(4);
    // somebody else, and a group, learn nothing of it
    const other = await office.act({ act: 'postback', user: WIPHA, chat: WIPHA, data }, WIPHA);
    expect(undos(wordsIn(other))).toBe(0);
    const shared = await office.act({ act: 'postback', user: WIPHA, chat: GROUP, data }, GROUP);
    expect(undos(wordsIn(shared))).toBe(0);
  });
});
