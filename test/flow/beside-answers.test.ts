/** At an open question only an answer is taken for one: people are no baht, and what is put off, asked back or said of another row is answered as what it is; the question stays open. */
import { beforeEach, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const all = async (...texts: string[]): Promise<string> => {
  let last = '';
  for (const text of texts) last = await say(text);
  return last;
};
const SUM = 'ใช้งบประมาณไปแล้ว';
const RESULT = 'กรุณาสรุปผลการดำเนินงานโดยย่อ';
const ASKED = 'ผลที่ได้คืออะไร';

describe('the question of money', () => {
  beforeEach(async () => {
    expect(await all('รายงาน 1.2 1)', 'เสร็จแล้ว', 'ข้าม')).toContain(SUM);
  });

  test.each([
    ['จัดวันนี้ คนเข้า 60 คน', 'ผลตามตัวชี้วัด 60 คน'],
    ['คนมา 60 คน', 'ผลตามตัวชี้วัด 60 คน'],
    ['วันที่ 20', 'วันที่ 20 ก.พ. 64'],
  ])('takes “%s” for its own row, and is asked again', async (typed, taken) => {
    const said = await say(typed);
    expect(said).toContain(taken);
    expect(said).toContain(SUM);
  });

  test.each(['ครั้งที่ 2', 'หัวละ 50', '3 ชั่วโมง', 'รุ่นที่ 1'])('takes “%s” for no sum', async (typed) => {
    expect(await say(typed)).toContain(SUM);
    await all('ข้าม', 'บันทึก', 'บันทึก');
    expect((await stateOf(office, '1.2.1'))['spent']).toBeNull();
  });

  test.each(['28,500', 'ใช้ไป 28,500 บาท', '2.85 หมื่น', '๒๘๕๐๐', 'งบต้องเป็น 28,500'])(
    'takes “%s” for the sum',
    async (typed) => {
      expect(await say(typed)).toContain('มีปัญหาหรืออุปสรรคหรือไม่');
      await all('บันทึก', 'บันทึก');
      expect((await stateOf(office, '1.2.1'))['spent']).toBe(2_850_000);
    },
  );

  test.each([
    ['งบเหลือเท่าไหร่นะ', 'งบประมาณ 30,000 บาท'],
    ['รวมแล้วเท่าไหร่', 'ยังไม่เคยรายงานยอดใช้'],
    ['ของเดิมเท่าไหร่', 'ยังไม่เคยรายงานไว้'],
    ['ถ้าไม่มีงบต้องใส่ไหม', 'ไม่บังคับ'],
    ['ไม่ใส่ได้มั้ยคะ', 'ไม่บังคับ'],
    ['แล้วก็แนบรูปไว้ด้วย', 'ส่งรูปหรือไฟล์ในแชทนี้ได้เลย'],
    ['ได้ยังคะ', 'ยังไม่ได้บันทึก'],
    ['ต้องใส่ยังไง', 'ยอดเงินที่ใช้ไปทั้งหมด'],
    ['ขอถามการเงินก่อนนะ', 'พิมพ์บอกได้'],
    ['พรุ่งนี้ค่อยบอก', 'พิมพ์บอกได้'],
  ])('answers “%s”, and is asked again', async (typed, answer) => {
    const said = await say(typed);
    expect(said).toContain(answer);
    expect(said).toContain(SUM);
  });

  test('says the same refusal in other words the next time', async () => {
    const [first, second] = [await say('อะแฮ่ม'), await say('อะแฮ่ม')];
    const why = (said: string): string => said.split('\n')[0]!;
    expect(why(first)).not.toBe(why(second));
  });

  test('a status that is another one than was told is asked, not changed', async () => {
    const said = await say('ยังไม่ได้ทำ');
    expect(said).toContain('หมายถึงสถานะของกิจกรรมหรือไม่');
    expect(await say('เสร็จแล้ว')).toContain(SUM);
  });

  test('a wish to cancel asks before anything is gone', async () => {
    expect(await say('ขอยกเลิกที่ส่งไปเมื่อกี้ค่ะ')).toContain('ยกเลิกรายงาน 1.2 1)');
    expect(await say('กรอกต่อ')).toContain(SUM);
  });

  test('“เท่าเดิม” leaves what stands', async () => {
    expect(await say('เอากลับมาเหมือนเดิม')).toContain('มีปัญหาหรืออุปสรรคหรือไม่');
  });

  test('another activity is changed to, and the question stays', async () => {
    const said = await say('เปลี่ยนเป็น 1.3 1) ดีกว่า');
    expect(said).toContain('1.3 1)');
    expect(said).toContain(SUM);
  });
});

describe('the question of a result', () => {
  beforeEach(async () => {
    expect(await all('รายงาน 1.2 1)', 'เสร็จแล้ว')).toContain(RESULT);
  });

  test.each(['ไม่แน่ใจ ดูก่อน', 'พรุ่งนี้ค่อยส่งนะ', 'ยังไม่ตัดสินใจ', 'ต้องเขียนยังไงคะ', 'แนบรูปได้ไหม'])(
    'takes “%s” for no result',
    async (typed) => {
      expect(await say(typed)).toContain(RESULT);
      await all('บันทึก', 'บันทึก');
      expect((await stateOf(office, '1.2.1'))['result']).toBeNull();
    },
  );

  test.each(['งบด้วยค่ะ ต้องเป็น 2,900', 'ขอแก้งบเป็น 2,900', 'แก้งบเป็น 2,900'])(
    'takes “%s” for the sum, and is asked again',
    async (typed) => {
      const said = await say(typed);
      expect(said).toContain('2,900 บาท');
      expect(said).toContain(RESULT);
      await all('ครูเข้าร่วมครบทุกคน', 'บันทึก', 'บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({ result: 'ครูเข้าร่วมครบทุกคน', spent: 290_000 });
    },
  );

  test.each([
    'แก้ปัญหาโดยเพิ่มรอบอบรม',
    'ส่งรายงานก่อนกำหนด',
    'ครูรู้ว่าต้องทำอย่างไร',
    'ยกเลิกการใช้กระดาษได้ทั้งหมด',
    'ผู้เข้าร่วม 60 คน',
  ])('takes “%s” as it is', async (typed) => {
    expect(await say(typed)).toContain(SUM);
    await all('บันทึก', 'บันทึก');
    expect((await stateOf(office, '1.2.1'))['result']).toBe(typed);
  });
});

describe('what is asked on a receipt', () => {
  beforeEach(async () => {
    expect(await all('1.2 1) เสร็จแล้ว ใช้งบ 2,000 บาท', 'บันทึก')).toContain(ASKED);
  });

  test.each(['พรุ่งนี้ค่อยส่งนะ', 'ขอบคุณค่ะ เดี๋ยวส่งรูปให้พรุ่งนี้', 'ไม่รู้', 'รับทราบ', 'ต้องตอบไหมคะ', 'ขอบคุณค่ะ'])(
    'stays asked after “%s”',
    async (typed) => {
      const said = await say(typed);
      expect(said).toContain('ผลของ 1.2 1)');
      const told = 'ผู้เข้าร่วมเข้าใจเรื่องผลประโยชน์ทับซ้อนมากขึ้น';
      expect(await say(told)).toContain('จากข้อความของท่าน');
      await say('บันทึก');
      expect((await stateOf(office, '1.2.1'))['result']).toBe(told);
    },
  );

  test.each(['งบด้วยค่ะ ต้องเป็น 2,900', 'ขอแก้งบเป็น 2,900'])('is not answered by “%s”', async (typed) => {
    const card = await say(typed);
    expect(card).toContain('2,900 บาท');
    expect(card).toContain('เดิม 2,000 บาท');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ result: null, spent: 290_000 });
  });
});

describe('the open card', () => {
  test.each([
    ['ขอแก้คนเป็น 62', { actual: { value: 62, unit: 'คน' } }],
    ['แก้จำนวนคนเป็น 62', { actual: { value: 62, unit: 'คน' } }],
    ['จำนวนผิด ต้อง 62', { actual: { value: 62, unit: 'คน' } }],
    ['งบด้วยนะ ต้องเป็น 2,900', { spent: 290_000 }],
    ['ใช้เพิ่ม 600', { spent: 260_000 }],
    ['จ่ายค่าวิทยากรอีก 600 บาท', { spent: 260_000 }],
    ['ใช้งบเพิ่ม รวมเป็น 2,600 บาท', { spent: 260_000 }],
  ])('is changed by “%s”', async (typed, stands) => {
    await say('1.2 1) กำลังทำ คนมา 70 คน ใช้งบ 2,000 บาท');
    expect(await say(typed)).toContain('[บันทึก]');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject(stands);
  });

  test('a corrected row no longer names the words it was read from', async () => {
    await say('1.2 1) กำลังทำ คนมา 70 คน');
    expect(await say('ขอแก้คนเป็น 62')).not.toContain('คนมา 70 คน');
  });

  test.each(['เอาอุปสรรคออกด้วยนะ', 'อุปสรรคเอาออก', 'ไม่ต้องใส่ปัญหา'])('“%s” takes the row off', async (typed) => {
    await say('1.2 1) กำลังทำ ปัญหา รถตู้ไม่พอ');
    const said = await say(typed);
    expect(said).toContain('ออกแล้ว');
    expect(said).not.toContain('รถตู้ไม่พอ');
  });

  test('a problem that was stored before is said to be none', async () => {
    await all('1.2 1) กำลังทำ ปัญหา รถตู้ไม่พอ', 'บันทึก', '1.2 1) คืบหน้า 60%', 'เอาปัญหาออก', 'บันทึก');
    expect((await stateOf(office, '1.2.1'))['obstacle']).toBe('');
  });

  test.each(['บันทุก', 'เอาละ บันทึก', 'บันทึกเลยค่ะ', 'ใช่ค่ะ บันทึก', 'โอเค บันทึกได้เลย', 'บันทืก'])(
    '“%s” stores it',
    async (typed) => {
      await say('1.2 1) กำลังทำ');
      expect(await say(typed)).toContain('บันทึกแล้ว');
    },
  );

  test('บันทึก where the sum is asked says that it was not changed', async () => {
    await all('1.2 1) กำลังทำ ใช้งบ 2,000 บาท', 'แก้งบ');
    expect(await say('บันทึก')).toContain('คงเดิม 2,000 บาท');
  });

  test('questions back are answered beside it', async () => {
    await all('1.2 1) กำลังทำ ใช้งบ 2,000 บาท', 'บันทึก', '1.2 1) คืบหน้า 60%');
    expect(await say('ของเดิมเท่าไหร่')).toContain('ใช้งบแล้ว 2,000 บาท');
    expect(await say('ถ้าไม่มีงบต้องใส่ไหม')).toContain('เว้นว่างได้');
    expect(await say('ได้ยังคะ')).toContain('ยังไม่ได้บันทึก');
  });

  test('the apology fits what is open, and is not the same twice', async () => {
    await say('1.2 1) คืบหน้า 60%');
    const [first, second] = [await say('ฮืมๆ'), await say('ฮืมๆ')];
    expect(first + second).toContain('แก้ความก้าวหน้าเป็น 60');
    expect(first + second).not.toContain('แก้งบ');
    expect(first.split('\n')[0]).not.toBe(second.split('\n')[0]);
  });

  test('“ทิ้งไปเลย” gives up what was asked about', async () => {
    await all('1.2 1) กำลังทำ', 'ยกเลิกไปก่อน');
    expect(await say('ทิ้งไปเลย')).toContain('ยกเลิกแล้ว');
  });
});
