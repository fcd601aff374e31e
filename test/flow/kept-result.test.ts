/** What was told is kept, and the activity that can only be meant is proposed: after finishing, after a save, after a manager's question. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { countUpdates, forgetAll, owns, stateOf } from '../helpers/fresh-office.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
beforeEach(async () => {
  await forgetAll(office);
  await office.database.models.outbox.deleteMany({});
  await owns(office, SOMSRI, ['1', '2', '3', '4', '5']);
});

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));
const photo = async (): Promise<string> => {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return wordsIn(
    await office.act({ act: 'image', user: SOMSRI, chat: SOMSRI, base64, contentType: 'image/png' }, SOMSRI),
  );
};
const ASKED = 'ผลที่ได้คืออะไร พิมพ์ตอบหรือส่งรูปได้เลย';

describe('finished without a result', () => {
  beforeEach(async () => {
    await say('1.2 1) เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
    expect(await say('บันทึก')).toContain(ASKED);
  });

  test('it is asked once, and all of the words are the result, stored on บันทึก', async () => {
    const told = 'บุคลากรมีความรู้ความเข้าใจเพิ่มขึ้น\n1. ด้านวินัย\n2. ด้านจรรยาบรรณ';
    const card = await say(told);
    expect(card).toContain('จากข้อความของท่าน');
    expect((await stateOf(office, '1.2.1'))['result']).toBeNull();
    expect(await say('บันทึก')).not.toContain(ASKED);
    expect(await stateOf(office, '1.2.1')).toMatchObject({ result: told, spent: 2_850_000 });
  });

  test('“ข้าม” is one tap, and nothing waits after it', async () => {
    expect(await tap('ข้าม')).toContain('ข้ามแล้ว');
    expect(await say('บุคลากรมีความรู้ความเข้าใจเพิ่มขึ้น')).not.toContain('กรุณาตรวจสอบก่อนบันทึก');
    expect(await countUpdates(office)).toBe(1);
  });

  test('a photo joins it', async () => {
    expect(await photo()).toContain('1.2 1)');
    await say('บันทึก');
    expect((await stateOf(office, '1.2.1'))['evidence']).toHaveLength(1);
  });

  test.each(['ขอบคุณค่ะ', 'เดี๋ยวตอบนะคะ', '👍', 'งานของฉัน', '1.2 ถึงไหนแล้ว', 'แก้งบเป็น 25,000', '1.3 1) กำลังทำ'])(
    '“%s” is no result',
    async (typed) => {
      await say(typed);
      await say('บันทึก');
      expect((await stateOf(office, '1.2.1'))['result']).toBeNull();
    },
  );
});

describe('a result that was told', () => {
  test('is not asked for, and can be left out', async () => {
    await say('1.2 1) เสร็จแล้ว ผลการดำเนินงาน ครูเข้าร่วมครบทุกคน');
    expect(await tap('ไม่ใส่')).not.toContain('ครูเข้าร่วมครบทุกคน');
    await say('บันทึก');
    expect((await stateOf(office, '1.2.1'))['result']).toBeNull();
  });

  test('is kept as it stands', async () => {
    await say('1.2 1) เสร็จแล้ว ผลการดำเนินงาน ครูเข้าร่วมครบทุกคน');
    expect(await say('บันทึก')).not.toContain(ASKED);
    expect((await stateOf(office, '1.2.1'))['result']).toContain('ครูเข้าร่วมครบทุกคน');
  });
});

describe('what is told of an activity that is finished', () => {
  test('what was told while it was under way is no result: it is asked for', async () => {
    await say('1.2 1) เริ่มเตรียมงานและประสานวิทยากรแล้วค่ะ คืบหน้า 20%');
    await say('บันทึก');
    expect((await stateOf(office, '1.2.1'))['result']).not.toBeNull();
    await say('1.2 1) เสร็จแล้วค่ะ');
    expect(await say('บันทึก')).toContain(ASKED);
  });

  test('it is not asked for twice', async () => {
    await say('1.2 1) เสร็จแล้ว ผลการดำเนินงาน ครูเข้าร่วมครบทุกคน');
    await say('บันทึก');
    await say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
    expect(await say('บันทึก')).not.toContain(ASKED);
  });

  test.each([
    'ผู้บริหารและบุคลากรทุกกลุ่มงาน 86 คน ร่วมประชุมเชิงปฏิบัติการเขตสุจริตไม่คิดคอร์รัปชัน',
    'บุคลากร 120 คนเข้าร่วมกิจกรรมวิเคราะห์ความเสี่ยง ได้แผนบริหารความเสี่ยง 1 ฉบับ',
    'มีผู้เข้าประชุมเขตสุจริตทั้งหมด 95 คน จากโรงเรียนในสังกัด 60 โรง',
  ])('the answer may name the activity and count: %s', async (told) => {
    await say('1.2 1) เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
    await say('บันทึก');
    expect(await say(told)).toContain('จากข้อความของท่าน');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ result: told, status: 'completed' });
  });

  test.each([
    '1.2 1) ผู้เข้าร่วม 86 คน จากทุกกลุ่มงาน',
    '1.2 1) มีผู้เข้าประชุม 95 คน ปัญหา ห้องประชุมคับแคบ',
    '1.2 1) ใช้งบเพิ่ม รวมเป็น 29,000 บาท',
  ])('a further report takes nothing back: %s', async (typed) => {
    await say('1.2 1) เสร็จแล้ว ผลการดำเนินงาน ครูเข้าร่วมครบทุกคน');
    await say('บันทึก');
    await say(typed);
    await say('บันทึก');
    expect(await countUpdates(office)).toBe(2);
    expect((await stateOf(office, '1.2.1'))['status']).toBe('completed');
  });

  test.each([
    ['1.1.1', 'ผู้บริหารและบุคลากรทุกกลุ่มงาน 86 คน ร่วมประกาศเจตนารมณ์ต่อต้านการทุจริต และลงนามในประกาศนโยบายคุณธรรม'],
    ['1.2.1', 'คณะครู 40 คน ร่วมกิจกรรมวิเคราะห์ความเสี่ยงรอบที่สอง'],
  ])('nor does one that is read as work under way, though nothing says so: %s %s', async (code, typed) => {
    await say(`${code} เสร็จแล้ว ผลการดำเนินงาน ครูเข้าร่วมครบทุกคน`);
    await say('บันทึก');
    await say(`${code} ${typed}`);
    await say('บันทึก');
    expect(await countUpdates(office)).toBe(2);
    expect((await stateOf(office, code))['status']).toBe('completed');
  });

  test('words that say it is under way again do', async () => {
    await say('1.2 1) เสร็จแล้ว ผลการดำเนินงาน ครูเข้าร่วมครบทุกคน');
    await say('บันทึก');
    await say('1.2 1) กำลังดำเนินการ');
    await say('บันทึก');
    expect((await stateOf(office, '1.2.1'))['status']).toBe('in_progress');
  });
});

describe('words that name no activity', () => {
  test('after a manager’s question are about what was asked', async () => {
    await office.say(PRASERT, 'เตือน 1.1 1)');
    await office.tap(PRASERT, 'ส่ง (1 ข้อความ)');
    const card = await say('เสร็จแล้วค่ะ ใช้ไป 3000');
    expect(card).toContain('1.1 1)');
    expect(card).toContain('[เปลี่ยนกิจกรรม]');
  });

  test('right after a report are about that one while it goes on', async () => {
    await say('1.3 1) กำลังทำ');
    await say('บันทึก');
    expect(await say('ใช้งบไปแล้ว 950 บาท')).toContain('1.3 1)');
  });

  test('are asked about where several are as likely', async () => {
    expect(await say('เสร็จแล้วค่ะ ใช้งบ 950 บาท')).toContain('ต้องการรายงานกิจกรรมใด');
  });
});
