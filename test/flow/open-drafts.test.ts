/** Several reports that are not stored yet: all at once, whether they are stored, which one was put aside, and whose the photos are. */
import { beforeEach, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { countUpdates, stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '4']);

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));
const photo = async (): Promise<string> =>
  wordsIn(
    await office.act(
      { act: 'image', user: SOMSRI, chat: SOMSRI, base64: PNG, contentType: 'image/png' },
      SOMSRI,
    ),
  );
const status = async (code: string): Promise<unknown> => (await stateOf(office, code))['status'];

describe('two reports open', () => {
  beforeEach(async () => {
    await hear('2. เสร็จแล้ว');
    expect(await hear('4. ทำไป 80%')).toContain('ยังไม่ได้บันทึก 2.');
  });

  test.each(['บันทึกทั้งสองอันเลย', 'บันทึกทั้งหมด', 'ขอบันทึกทั้งคู่ค่ะ', 'บันทึกทุกรายการ', 'save both'])(
    '“%s” names both before it stores both',
    async (typed) => {
      const asked = await hear(typed);
      expect(asked).toContain('บันทึก 2., 4. หรือไม่');
      expect(await countUpdates(office)).toBe(0);
      expect(await hear('ตกลง')).toContain('บันทึกแล้ว 2 กิจกรรม');
      expect([await status('2'), await status('4')]).toEqual(['completed', 'in_progress']);
    },
  );

  test('“ยังไม่บันทึก” stores neither, and both stay', async () => {
    await hear('บันทึกทั้งสองอัน');
    expect(await hear('ยังไม่บันทึก')).toContain('ยังไม่ได้บันทึก 2., 4.');
    expect(await countUpdates(office)).toBe(0);
  });

  test.each(['มันบันทึกให้หรือยังคะ', 'ครบยังคะ', 'บันทึกหรือยัง', 'ผอ.เห็นหรือยังคะ', 'ส่งแล้วใช่ไหม', 'เข้าระบบหรือยัง'])(
    '“%s” is told that they are not stored, with the card',
    async (typed) => {
      const said = await hear(typed);
      expect(said).toContain('ยังไม่ได้บันทึก 2., 4.');
      expect(said).toContain('[บันทึก]');
      await hear('บันทึก');
      expect(await status('4')).toBe('in_progress');
    },
  );
});

test('“ผอ.เห็นหรือยัง” of what is stored', async () => {
  await hear('2. เสร็จแล้ว');
  await hear('บันทึก');
  expect(await hear('ผอ.เห็นหรือยังคะ')).toContain('บันทึก 2. แล้วเมื่อ');
});

describe('said of all of them', () => {
  test('just stored: what stands so already is told', async () => {
    await hear('1.3 1) กับ 1.3 2) เสร็จแล้ว');
    await hear('บันทึก');
    expect(await hear('ทั้งสองเรื่องเสร็จหมดแล้ว')).toContain('1.3 1), 1.3 2) บันทึกไว้แล้ว');
    expect(await countUpdates(office)).toBe(2);
  });

  test('just stored as something else: one card of both', async () => {
    await hear('1.3 1) กับ 1.3 2) กำลังทำ');
    await hear('บันทึก');
    const card = await hear('ทั้งสองเรื่องเสร็จหมดแล้ว');
    expect(card).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    await hear('บันทึก');
    expect([await status('1.3.1'), await status('1.3.2')]).toEqual(['completed', 'completed']);
  });

  test('on their open card', async () => {
    await hear('1.3 1) กับ 1.3 2) กำลังทำ');
    await hear('ทั้งคู่เสร็จแล้วค่ะ');
    await hear('บันทึก');
    expect([await status('1.3.1'), await status('1.3.2')]).toEqual(['completed', 'completed']);
  });
});

describe('photos on an open report', () => {
  beforeEach(async () => {
    await hear('2. เสร็จแล้ว');
    await hear('บันทึก');
    await hear('4. ทำไป 80%');
    await photo();
    await photo();
  });

  test.each(['ของ ITA online ค่ะ', 'เป็นของ 2', 'รูปเป็นของ 2 ค่ะ', 'รูปนี้ของ ITA online'])(
    '“%s”: it is asked what is meant, and the photos alone are moved',
    async (typed) => {
      expect(await hear(typed)).toContain('รูปและไฟล์ 2 รายการในรายงาน 4. เป็นของกิจกรรมใด');
      expect(await tap('ย้ายรูปไป 2.')).toMatch(/ยังไม่ได้บันทึก 4\.[^]*ย้ายรูปและไฟล์ 2 รายการไป 2\. แล้ว/);
      await hear('บันทึก');
      expect(await stateOf(office, '2')).toMatchObject({ status: 'completed', percent: null });
      expect((await stateOf(office, '2'))['evidence']).toHaveLength(2);
      expect(await tap('ทำรายงานต่อ')).toContain('80%');
      await hear('บันทึก');
      expect(await stateOf(office, '4')).toMatchObject({ status: 'in_progress', percent: 80, evidence: [] });
    },
  );

  test('all of the report, where that is meant', async () => {
    await hear('ของ 1.2 ค่ะ');
    expect(await tap('ทั้งรายงานไป 1.2 1)')).toContain('80%');
    await hear('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ percent: 80 });
    expect((await stateOf(office, '1.2.1'))['evidence']).toHaveLength(2);
  });
});

test.each([
  ['1.4 1) เสร็จแล้ว เผยแพร่แบบสำรวจของผู้มีส่วนได้เสียภายนอกไว้', null],
  ['1.4 1) เสร็จแล้ว ประสานหุ้นส่วนโรงเรียนเครือข่ายทุกแห่งให้เข้าร่วม', null],
  ['1.4 1) เสร็จแล้วส่วนตู้ปลาทะเลยังไม่เริ่มเลย', 'ส่วนตู้ปลาทะเลยังไม่เริ่มเลย'],
])('“%s”: another activity is never cut out of a word', async (typed, quoted) => {
  const said = await hear(typed);
  if (quoted === null) expect(said).not.toContain('เป็นอีกกิจกรรม');
  else expect(said).toContain(`หาก “${quoted}” เป็นอีกกิจกรรม`);
});
