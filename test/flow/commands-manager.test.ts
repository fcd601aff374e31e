/** What managers type, in both languages, as whole conversations: what comes back, what is stored, what is sent to whom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clockInBangkok } from '../../src/domain/fiscal-year.ts';
import { testDatabase } from '../helpers/database.ts';
import { wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await wiphaJoins(office);
  await office.say(SOMSRI, '1.1.1 เสร็จแล้ว ใช้งบ 3,500 บาท');
  await office.say(SOMSRI, 'บันทึก');
  await office.database.models.activities.updateOne({ code: '1.1.2' }, { $set: { months: ['2021-01'] } });
});
afterAll(() => office.close());

const member = (userId: string) =>
  office.database.models.members.findOne({ userId }).lean<Record<string, unknown>>();
const used = (): number => office.simulator.state().quota.used;
/** Mornings after which what was pushed would come, had LINE not taken it. */
const mornings = (purpose: string) =>
  office.database.models.outbox.distinct('again', { purpose, kind: 'push', cost: { $gt: 0 } });
const last = (chat: string) =>
  office.simulator.state().messages.filter((one) => one.chat === chat && one.from === 'bot');

async function inEnglish(run: () => Promise<void>): Promise<void> {
  await office.say(PRASERT, 'ภาษา อังกฤษ');
  try {
    await run();
  } finally {
    await office.say(PRASERT, 'language thai');
  }
}

describe('questions', () => {
  test.each([
    ['สรุป', 'เสร็จแล้ว 1 จาก 11 กิจกรรม'],
    ['สรุปค่ะ', 'เสร็จแล้ว 1 จาก 11 กิจกรรม'],
    ['สถานะ 1.2', '1.2 1)'],
    ['สถานะ ๑.๒', '1.2 1)'],
    ['สถานะ สมศรี', 'งานของ สมศรี ใจดี'],
    ['สถานะ คุณสมศรี ใจดี', 'งานของ สมศรี ใจดี'],
    ['ล่าช้า', 'เลยกำหนด 31 ม.ค. 64'],
    ['ยังไม่รายงาน', 'ใครยังไม่รายงาน'],
    ['งานที่ยังไม่รายงาน', 'กิจกรรมที่ยังไม่เคยรายงาน'],
    ['ยังไม่เคยรายงาน', 'กิจกรรมที่ยังไม่เคยรายงาน'],
    ['งบประมาณ', 'เกินงบ'],
    ['งบประมาณ 1', 'เกินงบ'],
    ['งบประมาณ 9.9', 'ไม่พบกิจกรรม'],
    ['ช่วยเหลือ', 'สรุป'],
    ['ช่วยเหลือ รายละเอียด', 'มอบหมาย'],
    ['เมนู', 'คำสั่งทั้งหมด'],
    ['ประวัติ 1.1.1', 'โดย สมศรี ใจดี'],
    ['เตือน', 'ใครยังไม่รายงาน'],
    ['มอบหมาย', 'กรุณาเลือกกิจกรรม'],
    ['ประกาศ', 'พิมพ์ข้อความต่อท้าย'],
    ['งานของฉัน', 'ยังไม่มีกิจกรรมที่ท่านรับผิดชอบ'],
  ])('%s', async (typed, answer) => {
    expect(wordsIn(await office.say(PRASERT, typed))).toContain(answer);
  });

  test('two figures, two names: who owes a report now, and what was never reported on', async () => {
    const summary = wordsIn(await office.say(PRASERT, 'สรุป'));
    expect(summary).toContain('ยังไม่เคยรายงาน');
    expect(summary).not.toContain('ยังไม่รายงาน');
    const due = wordsIn(await office.say(PRASERT, 'ยังไม่รายงาน'));
    expect(due).toMatch(/ยังไม่รายงาน \d+ คน/);
    // the button on it leads to the other figure, and says so
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('[ดูที่ยังไม่เคยรายงาน]');
  });

  test('in English', () =>
    inEnglish(async () => {
      const table: [string, string][] = [
        ['summary', '1 of 11 activities completed'],
        ['Status 1.2', '1.2 1)'],
        ['status สมศรี', 'Activities of สมศรี'],
        ['overdue', 'Activities past their due day'],
        ['missing', 'Who has not reported'],
        ['unreported activities', 'Activities never reported on'],
        ['budget', 'Activities over budget'],
        ['history 1.1.1', 'by สมศรี'],
        ['help details', 'announce'],
        ['menu in full', 'assign'],
        ['nudge', 'Who has not reported'],
        ['assign', 'choose an activity'],
        ['announce', 'announce Please report'],
      ];
      for (const [typed, answer] of table)
        expect(wordsIn(await office.say(PRASERT, typed))).toContain(answer);
    }));

  test('a list of more than ten goes on over the page', async () => {
    const first = wordsIn(await office.say(PRASERT, 'งานที่ยังไม่รายงาน'));
    expect(first).not.toContain('หน้า 1/');
    await office.database.models.activities.updateMany({}, { $set: { months: ['2020-10'] } });
    await office.database.models.activities.updateOne(
      { code: '1.1.1' },
      { $set: { 'state.status': 'in_progress' } },
    );
    expect(wordsIn(await office.say(PRASERT, 'ล่าช้า'))).not.toContain('หน้า 1/2');
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('หน้า 1/2');
    expect(wordsIn(await office.tap(PRASERT, 'ดูต่อ'))).toContain('หน้า 2/2');
    expect(wordsIn(await office.say(PRASERT, 'ล่าช้า หน้า 2'))).toContain('หน้า 2/2');
    await office.database.models.activities.updateOne(
      { code: '1.1.1' },
      { $set: { 'state.status': 'completed' } },
    );
  });

  test('the budget opens branch by branch', async () => {
    const all = wordsIn(await office.say(PRASERT, 'งบประมาณ'));
    expect(all).toContain('คงเหลือ');
    expect(all).toContain('500 บาท');
    for (const branch of ['1', '1.1']) {
      await office.tap(PRASERT, 'รายละเอียด');
      expect(wordsIn(await office.tap(PRASERT, `งบประมาณ ${branch}`))).toMatch(new RegExp(`^${branch}`, 'm'));
    }
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('1.1 1)');
  });
});

describe('nudging', () => {
  test('says the cost, sends one push after the word, and the owner can report from it', async () => {
    const before = used();
    const asked = wordsIn(await office.say(PRASERT, 'เตือน 1.2'));
    expect(asked).toContain('ส่งข้อความขอความคืบหน้ากิจกรรม 1.2 1)');
    expect(asked).toContain('1 ข้อความ');
    expect(used()).toBe(before);
    expect(wordsIn(await office.tap(PRASERT, 'ส่ง (1 ข้อความ)'))).toContain('ส่งข้อความถึง สมศรี ใจดี แล้ว');
    expect(used()).toBe(before + 1);
    // not after the office's day: a question of the afternoon must not ring at night
    const row = await office.database.models.outbox.findOne({ purpose: 'nudge', kind: 'push' }).lean();
    const lasts = row!.expiresAt!.getTime() - row!.createdAt.getTime();
    const evening = new Date(`${clockInBangkok(office.clock.now()).slice(0, 10)}T18:00:00+07:00`);
    expect(Math.abs(lasts - (evening.getTime() - office.clock.now().getTime()))).toBeLessThan(60_000);
    expect(wordsIn(last(SOMSRI).slice(-3))).toContain('ประเสริฐ ตั้งมั่น ขอทราบความคืบหน้า');
    expect(wordsIn(await office.tap(SOMSRI, 'รายงานผล'))).toContain('ถึงขั้นใดแล้ว');
    await office.say(SOMSRI, 'ยกเลิก');
  });

  test('a second tap on the card does nothing', async () => {
    const before = used();
    const card = JSON.stringify(last(PRASERT).map((one) => one.message));
    const data = [...card.matchAll(/do=confirm[^"]*value=yes/g)].at(-1)![0];
    const again = await office.act({ act: 'postback', user: PRASERT, chat: PRASERT, data }, PRASERT);
    expect(wordsIn(again)).toContain('การ์ดนี้ปิดไปแล้ว');
    expect(used()).toBe(before);
  });

  test('can be typed, refused, or ride for free', async () => {
    const before = used();
    await office.say(PRASERT, 'เตือน 1.2 1)');
    expect(wordsIn(await office.say(PRASERT, 'ยกเลิก'))).toContain('ไม่มีการส่ง');
    await office.say(PRASERT, 'เตือน 1.2');
    await office.tap(PRASERT, 'แจ้งเมื่อผู้รับทักมา');
    expect(used()).toBe(before);
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('ขอทราบความคืบหน้าของกิจกรรม 1.2 1)');
    await office.say(PRASERT, 'เตือน 1.2');
    await office.say(PRASERT, 'ตกลง');
    expect(used()).toBe(before + 1);
  });

  test('a typed yes after something else is not meant for it', async () => {
    const before = used();
    await office.say(PRASERT, 'เตือน 1.2');
    await office.say(PRASERT, 'สรุป');
    await office.say(PRASERT, 'ตกลง');
    expect(used()).toBe(before);
  });

  test.each([
    ['เตือน 1.1 1)', 'สิ้นสุดแล้ว'],
    ['เตือน 1.3', 'กรุณาเลือกกิจกรรม'],
    ['เตือน 99', 'ไม่พบกิจกรรม'],
  ])('%s', async (typed, answer) => {
    expect(wordsIn(await office.say(PRASERT, typed))).toContain(answer);
  });
});

describe('assigning', () => {
  test('hands an activity over, and tells both', async () => {
    const before = used();
    const asked = wordsIn(await office.say(PRASERT, 'มอบหมาย 1.2 ให้ วิภา'));
    expect(asked).toContain('มอบหมายกิจกรรม 1.2 ให้ วิภา รักเรียน หรือไม่');
    expect(asked).toContain('สมศรี ใจดี');
    expect(wordsIn(await office.tap(PRASERT, 'โอนให้คนเดียว'))).toContain('ให้ วิภา รักเรียน แล้ว');
    expect(used()).toBe(before + 1);
    expect((await member(WIPHA))!['activities']).toContain('1.2');
    expect((await member(SOMSRI))!['activities']).toEqual(['1.1', '1.3', '1.4']);
    expect(wordsIn(last(WIPHA).slice(-2))).toContain('มอบหมายกิจกรรม 1.2 ');
    expect(await mornings('assignment')).toHaveLength(1);
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toMatch(/โอนกิจกรรม 1\.2 .+ ของท่านให้ วิภา รักเรียน/);
    expect(wordsIn(await office.say(SOMSRI, '1.2 เสร็จแล้ว ใช้ 500 บาท'))).toContain('ไม่อยู่ในความรับผิดชอบ');
  });

  test('says that people were told only where somebody was', async () => {
    await office.say(PRASERT, 'มอบหมาย 5 ให้ ประเสริฐ');
    const alone = wordsIn(await office.say(PRASERT, 'ตกลง'));
    expect(alone).toContain('มอบหมายกิจกรรม 5. ให้ ประเสริฐ');
    expect(alone).not.toContain('แจ้งผู้เกี่ยวข้อง');
    await office.say(PRASERT, 'มอบหมาย 4 ให้ สมศรี');
    expect(wordsIn(await office.tap(PRASERT, 'เพิ่มเป็นผู้ร่วม'))).toContain('และแจ้งผู้เกี่ยวข้องแล้ว');
    expect(wordsIn(await office.tap(PRASERT, 'เพิ่มเป็นผู้ร่วม'))).toContain('ไม่มีการส่งหรือเปลี่ยนแปลงเพิ่ม');
    await office.database.models.members.updateOne({ userId: PRASERT }, { $set: { activities: [] } });
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $pull: { activities: '4' } });
  });

  test('asks whom by buttons when the name is unclear, or takes it typed', async () => {
    const asked = wordsIn(await office.say(PRASERT, 'มอบหมาย 1.2 ให้ สมหมาย'));
    expect(asked).toContain('ไม่พบ “สมหมาย”');
    expect(asked).toContain('สมศรี ใจดี');
    await office.say(PRASERT, 'สมศรี');
    await office.tap(PRASERT, 'เพิ่มเป็นผู้ร่วม');
    expect((await member(WIPHA))!['activities']).toContain('1.2');
    expect((await member(SOMSRI))!['activities']).toContain('1.2');
    expect(wordsIn(await office.say(PRASERT, 'มอบหมาย 1.2 ให้ สมศรี'))).toContain('รับผิดชอบกิจกรรม 1.2 อยู่แล้ว');
  });
});

describe('announcing', () => {
  test('shows the words as typed, whom they reach and the cost; sends to people and group on the word', async () => {
    const before = used();
    const card = wordsIn(await office.say(PRASERT, 'ประกาศ ขอให้รายงานผ่าน LINE ภายใน 20 มี.ค. นะคะ'));
    expect(card).toContain('“ขอให้รายงานผ่าน LINE ภายใน 20 มี.ค. นะคะ”');
    expect(card).toContain('2 คน');
    expect(used()).toBe(before);
    expect(wordsIn(await office.tap(PRASERT, 'ส่งทั้งหมด'))).toContain('2 คน และ 1 กลุ่ม');
    expect(used()).toBe(before + 5);
    expect(await mornings('broadcast')).toHaveLength(1);
    for (const chat of [SOMSRI, WIPHA, GROUP])
      expect(wordsIn(last(chat).slice(-1))).toContain('ขอให้รายงานผ่าน LINE ภายใน 20 มี.ค. นะคะ');
  });

  test('waits for free rides, and groups are left out of those', async () => {
    const before = used();
    await office.say(PRASERT, 'ประกาศ: ประชุมวันจันทร์');
    await office.tap(PRASERT, 'แจ้งเมื่อผู้รับทักมา');
    expect(used()).toBe(before);
    expect(wordsIn(await office.say(WIPHA, 'งานของฉัน'))).toContain('ประชุมวันจันทร์');
  });

  test('is no report that begins with the same word', async () => {
    expect(wordsIn(await office.say(PRASERT, 'ประกาศเจตนารมณ์ 1.1.1 เสร็จแล้ว ใช้ 3,000 บาท'))).toContain(
      '3,000 บาท',
    );
    await office.say(PRASERT, 'ยกเลิก');
  });

  test('of too many letters is refused before anything is asked', async () => {
    expect(wordsIn(await office.say(PRASERT, `ประกาศ ${'ก'.repeat(1001)}`))).toContain('ไม่เกิน 1000 ตัวอักษร');
  });
});
