/** Officers' reports in chat, as whole conversations: what is typed or tapped, what comes back, what is stored. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { chipsIn, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const state = async (code: string) => {
  const found = await office.database.models.activities
    .findOne({ code })
    .lean<{ state: Record<string, unknown> }>();
  return found!.state;
};

describe('one sentence', () => {
  test('is shown before it is stored, and stored on บันทึก', async () => {
    const card = wordsIn(await office.say(SOMSRI, '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท'));
    expect(card).toContain('✓ ดำเนินการเสร็จสิ้น');
    expect(card).toContain('28,500 บาท');
    expect((await state('1.2.1'))['status']).toBeNull();

    const receipt = wordsIn(await office.say(SOMSRI, 'บันทึก'));
    expect(receipt).toContain('บันทึกแล้ว 15 ก.พ. 64');
    expect(await state('1.2.1')).toMatchObject({ status: 'completed', spent: 2_850_000, seq: 1 });
  });

  test('is seen by the manager in one message', async () => {
    const summary = wordsIn(await office.say(PRASERT, 'สรุป'));
    expect(summary).toContain('เสร็จแล้ว 1 จาก 11 กิจกรรม');
    expect(summary).toContain('28,500 บาท');
    expect(wordsIn(await office.say(PRASERT, 'สถานะ 1.2'))).toContain('สมศรี ใจดี');
  });
});

describe('the form', () => {
  test('is walked to its end by taps', async () => {
    await office.say(SOMSRI, 'รายงาน');
    await office.tap(SOMSRI, '1.1 1)');
    await office.tap(SOMSRI, 'เสร็จแล้ว');
    await office.say(SOMSRI, 'ประกาศเจตนารมณ์ร่วมกันทั้งสำนักงาน');
    await office.tap(SOMSRI, 'ใช้เต็มวงเงิน');
    await office.tap(SOMSRI, 'ไม่มี');
    const card = wordsIn(await office.tap(SOMSRI, 'ข้าม'));
    expect(card).toContain('ประกาศเจตนารมณ์ร่วมกันทั้งสำนักงาน');
    await office.tap(SOMSRI, 'บันทึก');
    expect(await state('1.1.1')).toMatchObject({
      status: 'completed',
      spent: 300_000,
      obstacle: '',
      result: 'ประกาศเจตนารมณ์ร่วมกันทั้งสำนักงาน',
    });
  });

  test('goes back, skips, cancels', async () => {
    await office.say(SOMSRI, 'รายงาน 1.3 1)');
    await office.tap(SOMSRI, 'กำลังดำเนินการ');
    expect(wordsIn(await office.tap(SOMSRI, 'ย้อนกลับ'))).toContain('ถึงขั้นใดแล้ว');
    expect(wordsIn(await office.say(SOMSRI, 'ข้าม'))).toContain('สรุปผลการดำเนินงาน');
    expect(wordsIn(await office.say(SOMSRI, 'ยกเลิก'))).toContain('ไม่มีการบันทึก');
    expect((await state('1.3.1'))['seq']).toBe(0);
  });

  test.each([
    ['-5', 'ติดลบ'],
    ['1e9', 'กรุณาพิมพ์จำนวนเงิน'],
    ['เยอะมาก', 'กรุณาพิมพ์จำนวนเงิน'],
    ['9'.repeat(40), 'กรุณา'],
  ])('answers the sum %s with what to type', async (typed, answer) => {
    await office.say(SOMSRI, 'รายงาน 1.3 2)');
    await office.tap(SOMSRI, 'เสร็จแล้ว');
    await office.say(SOMSRI, 'ข้าม');
    expect(wordsIn(await office.say(SOMSRI, typed))).toContain(answer);
    await office.say(SOMSRI, 'ยกเลิก');
  });

  test('numbers its own questions, and not an edit from the card', async () => {
    await office.say(SOMSRI, 'รายงาน 1.3 1)');
    expect(wordsIn(await office.tap(SOMSRI, 'กำลังดำเนินการ'))).toContain('ข้อ 2/');
    expect(wordsIn(await office.say(SOMSRI, 'บันทึก'))).toContain('กรุณาตรวจสอบก่อนบันทึก');
    expect(wordsIn(await office.tap(SOMSRI, 'แก้ไข'))).not.toMatch(/ข้อ \d\//);
    await office.say(SOMSRI, 'ยกเลิก');
  });

  test('survives a restart and is not lost to a command in between', async () => {
    await office.say(SOMSRI, 'รายงาน 1.4');
    await office.tap(SOMSRI, 'กำลังดำเนินการ');
    await office.restart();
    const answer = wordsIn(await office.say(SOMSRI, 'งานของฉัน'));
    expect(answer).toContain('งานของฉัน');
    expect(answer).not.toContain('กรุณาสรุปผลการดำเนินงาน');
    expect(wordsIn(await office.tap(SOMSRI, 'ทำรายงานต่อ'))).toContain('กรุณาสรุปผลการดำเนินงาน');
    await office.say(SOMSRI, 'กำลังประสานวิทยากร');
    await office.say(SOMSRI, 'บันทึก');
    await office.say(SOMSRI, 'บันทึก');
    expect(await state('1.4.1')).toMatchObject({ status: 'in_progress', result: 'กำลังประสานวิทยากร' });
  });
});

describe('a report that waits while another is stored', () => {
  test('leaves the receipt on the screen, is one chip, and takes no words until it is shown', async () => {
    await office.say(SOMSRI, 'รายงาน 1.4');
    await office.tap(SOMSRI, 'กำลังดำเนินการ');
    await office.say(SOMSRI, '1.2 เสร็จแล้ว ใช้งบ 29,000 บาท');
    const receipt = await office.say(SOMSRI, 'บันทึก');
    expect(receipt).toHaveLength(2);
    expect(wordsIn(receipt)).toContain('29,000');
    expect(wordsIn(receipt)).toContain('ยังไม่ได้บันทึก 1.4 1)');
    expect(chipsIn(receipt)).toContain('ทำรายงานต่อ');
    // what is typed next is not stored with what nobody sees
    const before = await office.database.models.updates.countDocuments({});
    expect(wordsIn(await office.say(SOMSRI, 'บันทึก'))).toContain('ยังไม่ได้บันทึก 1.4 1)');
    expect(await office.database.models.updates.countDocuments({})).toBe(before);
    expect(wordsIn(await office.tap(SOMSRI, 'ทำรายงานต่อ'))).toContain('กรุณาสรุปผลการดำเนินงาน');
    expect(wordsIn(await office.say(SOMSRI, 'ยกเลิก'))).not.toContain('กรุณาสรุปผลการดำเนินงาน');
  });

  test('has chips for what the card has no button for', async () => {
    const card = await office.say(SOMSRI, '1.2 เสร็จแล้ว ใช้งบ 29,100 บาท');
    expect(chipsIn(card)).toEqual(['กรอกในหน้าเว็บ', 'เปลี่ยนกิจกรรม', 'ยกเลิก']);
    await office.tap(SOMSRI, 'ยกเลิก');
  });
});

describe('an overtaken card', () => {
  test('answers and changes nothing', async () => {
    await office.say(SOMSRI, '1.1.2 เสร็จแล้ว ใช้ไป 29,400');
    const old = office.simulator
      .state()
      .messages.filter((one) => one.chat === SOMSRI && one.from === 'bot')
      .at(-1)!;
    await office.say(SOMSRI, 'งบ 28,000');
    const data = JSON.stringify(old.message).match(/do=save[^"]*/)![0];
    const stale = await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data }, SOMSRI);
    expect(wordsIn(stale)).toContain('การ์ดนี้เก่าแล้ว');
    expect((await state('1.1.2'))['seq']).toBe(0);
    await office.say(SOMSRI, 'บันทึก');
    const again = await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data }, SOMSRI);
    expect(wordsIn(again)).toContain('ไม่มีการบันทึกซ้ำ');
    expect(await state('1.1.2')).toMatchObject({ seq: 1, spent: 2_800_000 });
  });
});

describe('correcting and taking back', () => {
  test('shows old and new, keeps both', async () => {
    const card = wordsIn(await office.say(SOMSRI, '1.1.2 ขอแก้งบเป็น 27,300 ค่ะ'));
    expect(card).toContain('28,000');
    expect(card).toContain('27,300');
    await office.tap(SOMSRI, 'บันทึก');
    expect(await state('1.1.2')).toMatchObject({ seq: 2, spent: 2_730_000, status: 'completed' });
  });

  test('undo brings back what stood before', async () => {
    expect(wordsIn(await office.say(SOMSRI, 'ยกเลิกรายงานล่าสุด'))).toContain('1.1 2)');
    await office.tap(SOMSRI, 'ยืนยันการยกเลิก');
    expect(await state('1.1.2')).toMatchObject({ seq: 2, spent: 2_800_000, status: 'completed' });
    const history = wordsIn(await office.say(SOMSRI, 'ประวัติ 1.1.2 รายละเอียด'));
    expect(history).toContain('ยกเลิกแล้ว');
  });
});

describe('LINE delivering badly', () => {
  test.each([
    ['each event three times', { duplicates: 3 }],
    ['in reverse order', { reorder: true }],
  ])('%s changes nothing twice', async (_, set) => {
    const before = Number((await state('1.1.3'))['seq']);
    await office.simulator.act({ act: 'switches', set });
    await office.say(SOMSRI, '1.1.3 เสร็จแล้ว ใช้ 950 บาท');
    await office.say(SOMSRI, 'บันทึก');
    await office.simulator.act({ act: 'switches', set: { duplicates: 1, reorder: false } });
    expect(Number((await state('1.1.3'))['seq'])).toBe(before + 1);
  });
});
