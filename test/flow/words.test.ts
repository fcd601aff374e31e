/** Words that begin like a command and are none, small talk, and questions put in other words: what comes back and what is stored. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
beforeEach(() =>
  office.database.models.conversations
    .updateMany({}, { $set: { drafts: [], misses: 0, pending: null } })
    .then(() => undefined),
);

const hear = async (user: string, text: string): Promise<string> => wordsIn(await office.say(user, text));

describe('words after “ลงทะเบียน” that are no code', () => {
  test('are a member’s report', async () => {
    const card = await hear(SOMSRI, 'ลงทะเบียนผู้เข้าร่วมอบรม 1.2 เรียบร้อยแล้ว 120 คน');
    expect(card).toContain('[บันทึก]');
  });

  test('are the answer to a question of the form, as often as they are said', async () => {
    await hear(SOMSRI, 'รายงาน 1.2');
    await hear(SOMSRI, 'กำลังดำเนินการ');
    expect(await hear(SOMSRI, 'ลงทะเบียนครบแล้ว')).toContain('ใช้งบประมาณไปแล้วรวมทั้งสิ้นกี่บาท');
    for (let times = 0; times < 6; times++) await hear(SOMSRI, 'เชื่อมกลุ่มเครือข่ายโรงเรียนแล้ว');
    expect(await hear(SOMSRI, 'ลงทะเบียนล่วงหน้าแล้ว')).not.toContain('หลายครั้งเกินไป');
  });

  test('teach a newcomer how, and count as no wrong code', async () => {
    for (let times = 0; times < 6; times++)
      expect(await hear(WIPHA, 'ลงทะเบียนยังไงคะ')).toContain('กรุณาพิมพ์รหัสเชิญต่อท้าย');
    expect(await hear(WIPHA, 'ลงทะเบียน K7QM-3XWD-99')).toContain('ไม่พบรหัสเชิญนี้');
  });

  test('a member’s code is looked up still', async () => {
    for (const code of ['K7QM-3XWD-98', 'K7QM3XWD98', 'K7QM 3XWD 98'])
      expect(await hear(PRASERT, `ลงทะเบียน ${code}`), code).toContain('ไม่พบรหัสเชิญนี้');
  });
});

describe('“ไม่มี” in the form', () => {
  test('is no money at the sum, and goes on at the photos', async () => {
    await hear(SOMSRI, 'รายงาน 1.2');
    await hear(SOMSRI, 'กำลังดำเนินการ');
    await hear(SOMSRI, 'ข้าม');
    expect(await hear(SOMSRI, 'ไม่มีครับ')).toContain('มีปัญหาหรืออุปสรรคหรือไม่');
    expect(await hear(SOMSRI, 'ไม่มีค่ะ')).toContain('กรุณาส่งรูปภาพหรือไฟล์หลักฐาน');
    const card = await hear(SOMSRI, 'ไม่มีค่ะ');
    expect(card).toContain('กรุณาตรวจสอบก่อนบันทึก');
    await hear(SOMSRI, 'บันทึก');
    const stored = await office.database.models.updates
      .findOne({ activity: '1.2.1' })
      .lean<{ said: Record<string, unknown> }>();
    expect(stored!.said).toMatchObject({ status: 'in_progress', spent: 0, obstacle: '' });
  });
});

describe('a command’s word before a report', () => {
  test.each(['สถานะ 1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท', 'หลักฐาน 1.2 1) ส่งแล้ว ดำเนินการเสร็จสิ้น'])(
    '%s reports',
    async (typed) => {
      expect(await hear(SOMSRI, typed)).toContain('กรุณาตรวจสอบก่อนบันทึก');
    },
  );

  test('a status goes to the open card, a manager’s too', async () => {
    for (const user of [SOMSRI, PRASERT]) {
      await hear(user, '1.2 1) กำลังดำเนินการ');
      expect(await hear(user, 'สถานะ เสร็จแล้ว')).toContain('ดำเนินการเสร็จสิ้น');
    }
  });

  test('ลางาน in an answer is no leave', async () => {
    await hear(SOMSRI, 'รายงาน 1.2');
    await hear(SOMSRI, 'กำลังดำเนินการ');
    await hear(SOMSRI, 'ข้าม');
    await hear(SOMSRI, 'ข้าม');
    expect(await hear(SOMSRI, 'ลางานกันหลายคน')).toContain('หลักฐาน');
  });

  test('a sum after งบประมาณ is no code', async () => {
    expect(await hear(SOMSRI, 'งบประมาณ 1500.50')).not.toContain('คำสั่งนี้สำหรับผู้บริหาร');
  });
});

describe('small talk', () => {
  test.each([
    ['ขอบคุณค่ะ', 'ยินดี'],
    ['สวัสดีครับ', 'รายงาน'],
    ['รับทราบครับ', 'ยินดีให้บริการ|รับทราบ'],
  ])('%s is answered as such, in turns, and is no failure to understand', async (typed, answer) => {
    const heard: string[] = [];
    for (let times = 0; times < 4; times++) heard.push(await hear(SOMSRI, typed));
    for (const said of heard) {
      expect(said).toMatch(new RegExp(answer));
      expect(said).not.toMatch(/ยังไม่เข้าใจ|ลองเลือกจากรายการ/);
    }
    expect(heard[0]).not.toBe(heard[1]);
    expect(await hear(SOMSRI, 'ฟหกด่าสว')).toContain('ขออภัย ยังไม่เข้าใจ');
  });
});

describe('a manager’s question in other words', () => {
  test.each([
    ['ใครยังไม่รายงานบ้าง', 'ใครยังไม่รายงาน'],
    ['ยังไม่รายงานมีใครบ้าง', 'ใครยังไม่รายงาน'],
    ['who has not reported?', 'ใครยังไม่รายงาน'],
    ['ขอดูงานที่ยังไม่รายงานหน่อยค่ะ', 'กิจกรรมที่ยังไม่เคยรายงาน'],
    ['กิจกรรมไหนเลยกำหนดบ้าง', 'เลยกำหนด'],
    ['มีอะไรล่าช้าบ้าง', 'กิจกรรมที่เลยกำหนด'],
    ['ล่าช้ามีอะไรบ้าง', 'กิจกรรมที่เลยกำหนด'],
    ['เหลืองบเท่าไหร่', 'ใช้งบแล้ว'],
    ['งบประมาณหน่อยครับ', 'ใช้งบแล้ว'],
    ['งบประมาณทั้งหมด', 'ใช้งบแล้ว'],
    ['งบ 1.2 เหลือเท่าไร', '1.2 1)'],
    ['ขอสรุปหน่อย', 'สรุปผลการดำเนินงาน'],
    ['ขอดูสรุปทั้งหมดหน่อยครับ', 'สรุปผลการดำเนินงาน'],
    ['ขอดูสถานะ 1.2 หน่อยค่ะ', '1.2 1)'],
    ['สถานะสมศรี', 'งานของ สมศรี ใจดี'],
    ['งานของสมศรี', 'งานของ สมศรี ใจดี'],
    ['งานของคุณสมศรีถึงไหนแล้ว', 'งานของ สมศรี ใจดี'],
    ['สถานะ ทั้งหมด', 'สรุปผลการดำเนินงาน'],
    ['status all', 'สรุปผลการดำเนินงาน'],
    ['ช่วยด้วยครับ', 'วิธีใช้งาน'],
  ])('%s', async (typed, answer) => {
    await office.database.models.activities.updateOne({ code: '5' }, { $set: { months: ['2021-01'] } });
    expect(await hear(PRASERT, typed)).toContain(answer);
  });

  test('shows an officer their own work', async () => {
    expect(await hear(SOMSRI, 'มีอะไรล่าช้าบ้าง')).toContain('งานของฉัน');
  });
});

test('a group is not shown that somebody reported late', async () => {
  office.clock.moveTo(new Date('2021-10-20T09:30:00+07:00'));
  const inGroup = { chat: GROUP, mentionBot: true };
  await office.say(SOMSRI, '1.3 1) เสร็จแล้ว', inGroup);
  const shown = wordsIn(await office.say(SOMSRI, 'บันทึก', inGroup));
  expect(shown).toContain('บันทึกแล้ว');
  expect(shown).not.toContain('ล่าช้า');
  await hear(SOMSRI, '1.3 2) เสร็จแล้ว');
  expect(await hear(SOMSRI, 'บันทึก')).toContain('รายงานหลังสิ้นสุดงวด');
});

describe('one’s own affairs in one’s own words', () => {
  afterAll(() => office.database.models.members.updateMany({}, { $set: { away: null } }));

  test.each(['ยกเลิกการแจ้งเตือนค่ะ', 'ขอปิดเตือนก่อนนะคะ', 'ไม่ต้องเตือนข้อ 3 แล้วค่ะ', 'เตือนทุกวันเลย ปิดได้ไหมคะ'])(
    '“%s” is told how reminders are put off, and reports nothing',
    async (typed) => {
      const answer = await hear(SOMSRI, typed);
      expect(answer).toContain('พิมพ์ “เตือนพรุ่งนี้”');
      expect(answer).not.toContain('กรุณาตรวจสอบก่อนบันทึก');
    },
  );

  test('a leave is taken back, or the word for it is told', async () => {
    expect(await hear(SOMSRI, 'ยกเลิกที่ขอลาไว้ค่ะ')).toContain('ไม่มีวันลา');
    await hear(SOMSRI, 'ลาถึง 20 มี.ค.');
    await hear(SOMSRI, 'ไม่มี');
    expect(await hear(SOMSRI, 'ยกเลิกที่ขอลาไว้ค่ะ')).toContain('กรุณาพิมพ์ “ยกเลิกการลา”');
    expect(await hear(SOMSRI, 'ขอยกเลิกวันลาค่ะ')).toContain('ยินดีต้อนรับกลับ');
    expect(await hear(SOMSRI, 'ขอยกเลิกวันลาค่ะ')).toContain('ไม่มีวันลา');
  });

  test('a leave without a day is asked for its last one', async () => {
    expect(await hear(SOMSRI, 'ไม่สบายค่ะ ขอลาป่วยนะคะ')).toContain('กรุณาพิมพ์วันสุดท้ายที่ลา');
  });

  test('they leave an open card as it is', async () => {
    await hear(SOMSRI, '1.2 1) กำลังดำเนินการ');
    const answer = await hear(SOMSRI, 'ยกเลิกการแจ้งเตือนค่ะ');
    expect(answer).toContain('พิมพ์ “เตือนพรุ่งนี้”');
    expect(answer).not.toContain('ไม่ได้ดำเนินการ');
  });
});
