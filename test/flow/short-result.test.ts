/** A result in a word or two: what answers the question for it, or is all that a message says of an activity, stands on the card. */
import { beforeEach, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const RESULT = /ผลการดำเนินงาน\s+จากข้อความของท่าน/;

describe('asked for on the receipt', () => {
  beforeEach(async () => {
    await say('1.2 1) เสร็จแล้ว');
    expect(await say('บันทึก')).toContain('ผลที่ได้คืออะไร');
  });

  test.each(['ผ่าน', 'ดี', 'ดีมาก', 'ครบ', 'พอใจ', 'A', '120 คน', '3 ชิ้น', 'ได้ 3.45', 'อนุมัติ'])(
    '“%s” is the result',
    async (typed) => {
      expect(await say(typed)).toMatch(RESULT);
      await say('บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', result: typed });
    },
  );

  test('“ไม่มี” is that there is none', async () => {
    await say('ไม่มี');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ result: '' });
  });

  test.each(['ขอบคุณค่ะ', 'รับทราบ', '👍', 'อ๋อ', 'ก', 'เท่าไร', 'รอผล', 'ok'])('“%s” is none', async (typed) => {
    expect(await say(typed)).not.toMatch(RESULT);
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ result: null });
  });
});

describe('all that is said of an activity', () => {
  test.each(['ผ่าน', 'ผ่านเกณฑ์', 'ตามเป้า', '120 คน', '3 ชิ้น', 'ระดับ A', 'ได้ 3.45', 'ขึ้นเว็บแล้ว'])(
    '“%s” is its result',
    async (typed) => {
      expect(await say(`1.2 1) ${typed}ค่ะ`)).toMatch(RESULT);
      await say('บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({ status: null, result: typed });
    },
  );

  test.each(['รอผล', 'ส่งงาน', 'อัปเดต', 'มีความคืบหน้า', 'เสร็จแล้ว', 'ถึงไหนแล้ว', 'ใช้งบ 28,500 บาท'])(
    '“%s” tells no result',
    async (typed) => {
      expect(await say(`1.2 1) ${typed}`)).not.toMatch(RESULT);
    },
  );
});
