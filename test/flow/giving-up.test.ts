/** "ยกเลิก", "บันทึก" and "คืน" where several things may be meant: each word does what it says, or is asked about with both named. */
import { beforeEach, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { countUpdates, stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2']);

const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));
const status = async (code: string): Promise<unknown> => (await stateOf(office, code))['status'];
const drafts = async (): Promise<unknown[]> => {
  const [found] = await office.database.models.conversations.find({}).lean<{ drafts: unknown[] }[]>();
  return found?.drafts ?? [];
};

/** Replies to the newest card with those words on it. */
async function reply(shown: string, text: string): Promise<string> {
  const card = office.simulator
    .state()
    .messages.findLast((one) => one.chat === SOMSRI && one.from === 'bot' && wordsIn([one]).includes(shown))!;
  return wordsIn(await office.say(SOMSRI, text, { quote: card.id }));
}

describe('with one report just stored and an older one waiting', () => {
  beforeEach(async () => {
    await hear('1.3 2) เสร็จแล้ว ใช้งบ 500');
    await hear('1.4 1) กำลังทำ ใช้งบ 800');
    expect(await hear('บันทึก')).toContain('ยังไม่ได้บันทึก 1.3 2)');
  });

  test.each(['ยกเลิก', 'ยกเลิกค่ะ', 'ไม่เอาแล้ว', 'ยกเลิกอันนี้', 'ทิ้งไปเลย', 'cancel'])(
    '“%s” is asked about with both named, and no yes stores or takes back anything',
    async (typed) => {
      const asked = await hear(typed);
      expect(asked).toContain('ที่บันทึกแล้ว 1.4 1)');
      expect(asked).toContain('ร่าง 1.3 2)');
      for (const yes of ['ใช่', 'ตกลง', 'ใช่ค่ะ บันทึก']) expect(await hear(yes)).toContain('ร่าง 1.3 2)');
      expect([await status('1.4.1'), await status('1.3.2'), await countUpdates(office)]).toEqual([
        'in_progress',
        null,
        1,
      ]);
    },
  );

  test.each([
    ['ร่าง 1.3 2)', 'ไม่มีการบันทึก'],
    ['อันที่สอง', 'ไม่มีการบันทึก'],
  ])('“%s” gives the waiting one up, and that alone', async (typed, says) => {
    await hear('ยกเลิก');
    expect(await hear(typed)).toContain(says);
    expect([await status('1.4.1'), await drafts()]).toEqual(['in_progress', []]);
  });

  test('the stored one is taken back after its own question', async () => {
    await hear('ยกเลิก');
    expect(await tap('ที่บันทึกแล้ว 1.4 1)')).toContain('ยกเลิกรายงานกิจกรรม 1.4 1) ที่บันทึกเมื่อ');
    expect(await status('1.4.1')).toBe('in_progress');
    await tap('ยืนยันการยกเลิก');
    expect([await status('1.4.1'), (await drafts()).length]).toEqual([null, 1]);
  });

  test.each(['ไม่ยกเลิก', 'ไม่ต้องแล้วค่ะ', 'ไม่ๆ ไม่ยกเลิก', 'อย่าเพิ่งลบนะ', 'ช่างมันเถอะ'])(
    '“%s” leaves both',
    async (typed) => {
      await hear('ยกเลิก');
      expect(await hear(typed)).toContain('คงไว้ตามเดิม');
      expect([await status('1.4.1'), (await drafts()).length]).toEqual(['in_progress', 1]);
    },
  );

  test('“บันทึก” said once more stores nothing else, however often', async () => {
    for (let times = 0; times < 3; times++) {
      const said = await hear('บันทึก');
      expect(said).toContain('บันทึก 1.4 1) แล้วเมื่อ');
      expect(said).toContain('ยังไม่ได้บันทึก 1.3 2)');
    }
    expect(await countUpdates(office)).toBe(1);
    expect(await tap('ทำรายงานต่อ')).toContain('500 บาท');
    await hear('บันทึก');
    expect(await status('1.3.2')).toBe('completed');
  });
});

test.each(['ยกเลิก', 'ยกเลิกเลย', 'ไม่เอาแล้ว'])(
  '“%s” right after a report is asked of that report, whatever its receipt asked',
  async (typed) => {
    await hear('1.2 1) เสร็จแล้ว');
    expect(await hear('บันทึก')).toContain('ผลที่ได้คืออะไร');
    expect(await hear(typed)).toContain('ยกเลิกรายงานกิจกรรม 1.2 1) ที่บันทึกเมื่อ');
    expect(await status('1.2.1')).toBe('completed');
  },
);

describe('after a report was taken back', () => {
  beforeEach(async () => {
    await hear('1.4 1) เสร็จแล้ว ใช้งบ 800');
    await hear('บันทึก');
    await hear('ยกเลิกรายงานล่าสุด');
    await hear('ยืนยันการยกเลิก');
    expect(await status('1.4.1')).toBeNull();
  });

  test.each([
    'คืนเมื่อกี้เถอะ',
    'เอาคืนมาเถอะ',
    'เอารายงานเมื่อกี้กลับมา',
    'กู้คืนให้หน่อยค่ะ',
    'เปลี่ยนใจแล้ว เอากลับมาเหมือนเดิม',
    'เปลี่ยนใจ ไม่ยกเลิกแล้ว',
    'ไม่ๆ ไม่ลบ',
  ])('“%s” brings it back, to be stored anew', async (typed) => {
    expect(await hear(typed)).toContain('นี่คือรายงานที่ยกเลิกไป');
    await hear('บันทึก');
    expect(await stateOf(office, '1.4.1')).toMatchObject({ status: 'completed', spent: 80_000 });
  });
});

describe('a reply to a card', () => {
  test.each(['ยกเลิก', 'ยกเลิกอันนี้', 'ยกเลิกเลยค่ะ'])(
    'of an open report: “%s” may be said of it or of the activity, and is asked',
    async (typed) => {
      await hear('1.4 1) เสร็จแล้ว ใช้งบ 800');
      const asked = await reply('กรุณาตรวจสอบก่อนบันทึก', typed);
      expect(asked).toContain('ร่าง 1.4 1)');
      expect(asked).toContain('กิจกรรมถูกยกเลิก');
      expect(await hear('ไม่ๆ ไม่ยกเลิก')).toContain('คงไว้ตามเดิม');
      await hear('ทำรายงานต่อ');
      await hear('บันทึก');
      expect(await status('1.4.1')).toBe('completed');
    },
  );

  test('of an open report: each answer does what it says', async () => {
    await hear('1.4 1) กำลังทำ');
    await reply('กรุณาตรวจสอบก่อนบันทึก', 'ยกเลิกอันนี้');
    expect(await tap('กิจกรรมถูกยกเลิก')).toContain('ไม่ได้ดำเนินการ');
    expect(await hear('ไม่ได้จะยกเลิก')).toContain('ดำเนินการถึงขั้นใดแล้ว');
    await reply('กรุณาตรวจสอบก่อนบันทึก', 'ยกเลิกอันนี้');
    expect(await tap('ร่าง 1.4 1)')).toContain('ไม่มีการบันทึก');
    expect(await drafts()).toEqual([]);
  });

  test('of a stored report: the report or the activity', async () => {
    await hear('1.4 1) กำลังทำ');
    await hear('บันทึก');
    const asked = await reply('บันทึกแล้ว', 'ยกเลิก');
    expect(asked).toContain('ที่บันทึกแล้ว 1.4 1)');
    expect(await tap('กิจกรรมถูกยกเลิก')).toContain('กรุณาตรวจสอบก่อนบันทึก');
    await hear('บันทึก');
    expect(await status('1.4.1')).toBe('cancelled');
  });
});

describe('a question that was passed over', () => {
  beforeEach(async () => {
    await hear('1.2 1) เสร็จแล้ว');
    await hear('บันทึก');
    expect(await hear('ยกเลิกรายงาน 1.2 1)')).toContain('ที่บันทึกเมื่อ');
  });

  test.each(['ฟหกดฟหกด', 'แล้วแต่', 'งานของฉัน', 'ขอบคุณค่ะ'])(
    'by “%s” is answered by no typed word any more, by its button still',
    async (typed) => {
      await hear(typed);
      await hear('ตกลง');
      await hear('ใช่');
      expect(await status('1.2.1')).toBe('completed');
      await tap('ยืนยันการยกเลิก');
      expect(await status('1.2.1')).toBeNull();
    },
  );

  test.each(['ใช่ค่ะ บันทึก', 'ตกลง บันทึกเลย', 'บันทึก'])('“%s” says both, and is asked again', async (typed) => {
    expect(await hear(typed)).toContain('พิมพ์ “ยืนยันการยกเลิก” หรือ “คงไว้ตามเดิม”');
    expect(await status('1.2.1')).toBe('completed');
  });
});
