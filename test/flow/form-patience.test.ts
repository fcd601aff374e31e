/** Who does not know an answer, has had enough of questions, wants all or none of a choice, or goes on later: the form gives way, and what waits is told of. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));

describe('a question of the form', () => {
  const open = async (): Promise<void> => {
    await say('รายงาน 1.2 1)');
    await say('เสร็จแล้ว');
  };

  test.each(['ไม่รู้', 'ไม่ทราบค่ะ', 'อันนี้ไม่แน่ใจ', 'จำไม่ได้ครับ', 'ข้ามไปก่อน', 'ขอข้ามนะคะ', "I don't know"])(
    'is passed over by “%s”, as an answer in words and as a sum',
    async (typed) => {
      await open();
      expect(await say(typed)).toContain('ใช้งบประมาณไปแล้ว');
      expect(await say(typed)).toContain('มีปัญหาหรืออุปสรรคหรือไม่');
      await say('บันทึก');
      await say('บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({
        status: 'completed',
        result: null,
        spent: null,
      });
    },
  );

  test.each([
    'พอแล้ว',
    'แค่นี้พอค่ะ',
    'ทำไมยังถามอีก',
    'ถามเยอะจัง',
    'จะถามอะไรนักหนา',
    'ตอบไปแล้วนะ',
    'บอกไปแล้วไง',
    'น่ารำคาญ',
    "that's all",
  ])('is the last after “%s”: the card comes, with what was told', async (typed) => {
    await open();
    const card = await say(typed);
    expect(card).toContain('ข้ามข้อที่เหลือแล้ว');
    expect(card).toContain('[บันทึก]');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', result: null });
  });

  test.each(['ถามความเห็นผู้เข้าร่วมแล้วพอใจมาก', 'บอกไปแล้วว่าครูทุกคนเข้าร่วม', 'ไม่รู้จักเหนื่อย ทำครบทุกโรงเรียน'])(
    'takes “%s” as its answer',
    async (typed) => {
      await open();
      expect(await say(typed)).toContain('ใช้งบประมาณไปแล้ว');
      await say('บันทึก');
      await say('บันทึก');
      expect((await stateOf(office, '1.2.1'))['result']).toBe(typed);
    },
  );

  test.each(['ขอกลับไปแก้ข้อแรก', 'กลับไปข้อก่อนหน้า', 'ย้อนกลับ'])('is gone back from by “%s”', async (typed) => {
    await open();
    expect(await say(typed)).toContain('ดำเนินการถึงขั้นใดแล้ว');
  });
});

describe('a choice of activities', () => {
  test.each(['ทั้งสองอัน', 'ทั้งคู่เลยค่ะ', 'ทุกอัน'])('is answered with all of them by “%s”', async (typed) => {
    expect(await say('1.3 เสร็จแล้ว')).toContain('ต้องการรายงานกิจกรรมใด');
    expect(await say(typed)).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    await say('บันทึก');
    for (const code of ['1.3.1', '1.3.2'])
      expect(await stateOf(office, code)).toMatchObject({ status: 'completed' });
  });

  test('with a sum is answered without it: it is spent once', async () => {
    await say('1.3 เสร็จแล้ว ใช้งบ 500 บาท');
    expect(await say('ทั้งสองอัน')).toContain('ยังไม่ได้ใส่ 500 บาท');
  });

  test.each(['ไม่ใช่ทั้งสองอัน', 'ไม่มีในนี้'])('offers the others after “%s”', async (typed) => {
    expect(await say('1.3 เสร็จแล้ว')).not.toContain('1.1 1)');
    expect(await say(typed)).toMatch(/1\.1 [12]\)/);
  });

  test.each(['ไม่รู้', 'อันไหนก็ได้', 'ข้ามไปก่อน'])('says its way out after “%s”', async (typed) => {
    await say('รายงาน');
    expect(await say(typed)).toContain('พิมพ์ “ยกเลิก”');
  });

  test.each(['สร้างสื่อประชาสัมพันธ์', 'ทำความดีเพื่อสังคม', 'แบ่งปัน'])(
    'takes “%s”, a part of one name',
    async (typed) => {
      await say('1.3 เสร็จแล้ว');
      expect(await say(typed)).toContain('[บันทึก]');
    },
  );

  test.each(['อันบนสุด', 'อันแรกเลย', 'เอาอันที่ 1 นะ'])('takes “%s” for its first', async (typed) => {
    await say('1.3 เสร็จแล้ว');
    expect(await say(typed)).toContain('[บันทึก]');
  });
});

describe('several reports told one after the other', () => {
  test.each(['บันทึกอันที่เหลือด้วย', 'ทำต่อ', 'ทำรายงานต่อ'])(
    'are told of as not stored yet, and “%s” goes on with them',
    async (typed) => {
      await say('1.1 1) เสร็จแล้ว');
      await say('1.2 1) เสร็จแล้ว');
      expect(await say('บันทึก')).toContain('ยังไม่ได้บันทึก 1.1 1)');
      expect(await say(typed)).toContain('1.1 1)');
      const last = await say('บันทึก');
      expect(last).toContain('บันทึกแล้ว');
      expect(last).not.toContain('ยังไม่ได้บันทึก');
      expect(await stateOf(office, '1.1.1')).toMatchObject({ status: 'completed' });
    },
  );
});

describe('what was taken back', () => {
  test.each(['เอาคืนมา', 'อ้าว เอาคืนมา', 'ขอคืนค่ะ', 'คืนรายงาน'])(
    'is shown with its count before, and comes back by “%s”',
    async (typed) => {
      await say('กิจกรรม 2 ได้ 2 ชิ้นแล้ว');
      await say('บันทึก');
      expect(await say('ยกเลิกรายงานล่าสุด')).toContain('2 ชิ้น');
      await say('ใช่');
      expect(await say(typed)).toContain('2 ชิ้น');
    },
  );
});
