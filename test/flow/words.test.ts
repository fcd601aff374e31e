/** Words that begin like a command and are none, small talk, and questions put in other words: what comes back and what is stored. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

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
    expect(card).toContain('กรุณาตรวจสอบก่อนบันทึก');
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
