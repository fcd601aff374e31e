/** Which report words and photos are for: the open one, another one, several; what was said is never lost on the way. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { jpeg } from '../helpers/evidence-files.ts';
import { countUpdates, owns, stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1']);

const say = async (text: string, quote?: string): Promise<string> =>
  wordsIn(await office.say(SOMSRI, text, quote ? { quote } : {}));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));
const photo = async (): Promise<string> =>
  wordsIn(
    await office.act(
      {
        act: 'image',
        user: SOMSRI,
        chat: SOMSRI,
        base64: jpeg(400).toString('base64'),
        contentType: 'image/jpeg',
      },
      SOMSRI,
    ),
  );
const lastOfBot = (): string =>
  office.simulator
    .state()
    .messages.filter((one) => one.chat === SOMSRI && one.from === 'bot')
    .at(-1)!.id;
const state = (code: string) => stateOf(office, code);

describe('a quoted reply', () => {
  test.each([
    ['a card', async () => say('1.1 1) กำลังดำเนินการ')],
    [
      'a question',
      async () => {
        await say('รายงาน 1.1 1)');
        await say('กำลังดำเนินการ');
      },
    ],
    ['a choice', async () => say('รายงาน')],
  ])('is about its card’s activity, whatever else is open: %s', async (_, opened) => {
    await say('สถานะ 1.2 1)');
    const quote = lastOfBot();
    await opened();
    await say('เสร็จแล้ว ใช้งบ 28,500 บาท', quote);
    await say('บันทึก');
    expect(await state('1.2.1')).toMatchObject({ status: 'completed', spent: 2_850_000 });
    expect(await state('1.1.1')).toMatchObject({ status: null, result: null });
  });
});

describe('a question', () => {
  test('is not answered by a sentence that names another activity', async () => {
    await say('รายงาน 1.1 1)');
    expect(await say('1.2 1) เสร็จแล้ว')).toContain('1.2 1)');
    await say('บันทึก');
    await say('ทำรายงานต่อ');
    expect(await say('กำลังดำเนินการ')).toContain('สรุปผลการดำเนินงาน');
    await say('1.2 1) ประชุมเสร็จเรียบร้อย ใช้งบ 3,000');
    await say('บันทึก');
    expect(await state('1.2.1')).toMatchObject({ status: 'completed', spent: 300_000, seq: 2 });
    await say('ทำรายงานต่อ');
    expect(await say('จัดร่วมกับกิจกรรม 1.3 1) เรียบร้อยแล้ว')).toContain('ใช้งบประมาณไปแล้ว');
    await say('1.2 1) ใช้งบ 4,000 บาท');
    await say('บันทึก');
    await say('ทำรายงานต่อ');
    await say('บันทึก');
    await say('บันทึก');
    expect(await state('1.2.1')).toMatchObject({ spent: 400_000 });
    expect(await state('1.1.1')).toMatchObject({
      status: 'in_progress',
      result: 'จัดร่วมกับกิจกรรม 1.3 1) เรียบร้อยแล้ว',
      spent: null,
    });
  });

  test('takes what is said beside its answer', async () => {
    await say('รายงาน 1.1 1)');
    await say('เสร็จแล้ว ใช้งบ 3,000 บาท');
    expect(await say('ข้าม')).toContain('ปัญหาหรืออุปสรรค');
    await say('บันทึก');
    await say('บันทึก');
    expect(await state('1.1.1')).toMatchObject({ status: 'completed', spent: 300_000 });
  });

  test('takes a sentence that names its own activity', async () => {
    await say('รายงาน 1.1 1)');
    await say('กำลังดำเนินการ');
    expect(await say('1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท')).toContain('สรุปผลการดำเนินงาน');
    await say('บันทึก');
    expect(await say('บันทึก')).toContain('บันทึกแล้ว');
    expect(await state('1.1.1')).toMatchObject({ status: 'completed', spent: 300_000, result: null });
  });
});

const PICKER = 'ต้องการรายงานกิจกรรมใด';

describe('the choice of an activity', () => {
  test.each([
    ['the form', async () => say('รายงาน'), 0],
    ['a photo', photo, 1],
  ])('takes a whole report: %s', async (_, opened, photos) => {
    await opened();
    expect(await say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท')).toContain('28,500 บาท');
    await say('บันทึก');
    const { status, spent, evidence } = await state('1.2.1');
    expect([status, spent, (evidence as string[]).length]).toEqual(['completed', 2_850_000, photos]);
  });

  test('keeps a report that names none, or a branch', async () => {
    await photo();
    expect(await say('เสร็จแล้ว ใช้งบ 500 บาท')).toContain('หมายถึงกิจกรรมใด');
    expect(await say('1.3')).toContain('กิจกรรมย่อย');
    await tap('1.3 2)');
    await say('บันทึก');
    expect(await state('1.3.2')).toMatchObject({ status: 'completed', spent: 50_000 });
  });

  test.each([
    ['ขอบคุณค่ะ', 'ยินดี', ''],
    ['สวัสดีค่ะ', 'รายงาน', ''],
    ['1.2 ถึงไหนแล้ว', 'ยังไม่มีการรายงาน', ''],
    ['งานของฉันมีอะไรบ้าง', 'งานของฉัน', ''],
    ['ไม่รู้จัก', 'ไม่พบกิจกรรม', PICKER],
    ['ดูต่อ', PICKER, PICKER],
  ])('answers “%s” and stays open', async (typed, answer, card) => {
    await owns(office, SOMSRI, ['1', '2', '3', '4', '5']);
    await photo();
    const said = await say(typed);
    expect(said).toContain(answer);
    expect(said.includes(PICKER)).toBe(card !== '');
    await say('1.2.1ค่ะ');
    await say('บันทึก');
    expect((await state('1.2.1'))['evidence']).toHaveLength(1);
  });

  test('pages by typing', async () => {
    await owns(office, SOMSRI, ['1', '2', '3', '4', '5']);
    expect(await say('รายงาน')).not.toContain('1.4 1)');
    expect(await say('ดูต่อ')).toContain('1.2 1)');
    expect(await say('ดูต่อ')).toContain('1.4 1)');
    expect(await say('ก่อนหน้า')).not.toContain('1.4 1)');
  });

  test('keeps the branch of somebody who has only part of it', async () => {
    await owns(office, SOMSRI, ['1.3.1', '1.1.1']);
    await photo();
    expect(await say('1.3')).toContain('1.3 1)');
    await say('บันทึก');
    expect((await state('1.3.1'))['evidence']).toHaveLength(1);
  });

  test.each(['ประวัติ 9.9', 'หลักฐาน 9.9'])('is offered for %s', async (typed) => {
    const answer = await say(typed);
    expect(answer).toContain('ไม่พบกิจกรรม “9.9”');
    expect(answer).toContain('1.1 1)');
  });

  test('is not asked of somebody who has one activity of a branch', async () => {
    await owns(office, SOMSRI, ['1.2.1', '2']);
    expect(await say('รายงาน 1')).toContain('ถึงขั้นใดแล้ว');
  });

  test('is offered for a code that the plan does not have', async () => {
    const answer = await say('รายงาน 9');
    expect(answer).toContain('ไม่พบกิจกรรม “9”');
    expect(answer).toContain('1.1 1)');
  });
});

describe('several activities in one text', () => {
  test.each([
    ['a branch', '1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท\n1.3 กำลังดำเนินการ ใช้งบ 500 บาท', '1.3', '1.3 2)'],
    ['an unknown code', '1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท\n9.9 กำลังดำเนินการ ใช้งบ 500 บาท', '9.9', '1.3 2)'],
  ])('what is not clear is asked afterwards: %s', async (_, text, named, meant) => {
    expect(await say(text)).toContain(`ส่วน ${named} ยังไม่ชัดเจน`);
    const after = await say('บันทึก');
    for (const part of ['3,000', 'ข้อความเดียวกันยังมีอีกรายการ', 'ต้องการรายงานกิจกรรมใด'])
      expect(after).toContain(part);
    await say(meant);
    await say('บันทึก');
    expect(await state('1.1.1')).toMatchObject({ status: 'completed', spent: 300_000 });
    expect(await state('1.3.2')).toMatchObject({ status: 'in_progress', spent: 50_000 });
  });

  test('nothing empty is stored for one that was said unclearly', async () => {
    expect(await say('1.1 1) เสร็จแล้ว\n1.2 1) ใช้งบประมาณสองหมื่นกว่า')).toContain('ส่วน 1.2 1)');
    await say('บันทึก');
    expect(await countUpdates(office, { activity: '1.2.1' })).toBe(0);
    await say('21,000');
    await say('บันทึก');
    expect(await state('1.2.1')).toMatchObject({ spent: 2_100_000, seq: 1 });
  });

  test('a photo for their card is asked about, and is not lost', async () => {
    await say('1.1 1) เสร็จแล้ว\n1.2 1) กำลังดำเนินการ');
    expect(await photo()).toContain('รูปนี้เป็นหลักฐานของกิจกรรมใด');
    await tap('1.2 1)');
    await say('บันทึก');
    expect(await say('ทำรายงานต่อ')).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    expect(await say('บันทึก')).toContain('บันทึกแล้ว 2 กิจกรรม');
    expect((await state('1.2.1'))['evidence']).toHaveLength(1);
    expect(await state('1.1.1')).toMatchObject({ status: 'completed' });
  });

  test('all of them are late when one is', async () => {
    office.clock.moveTo(new Date('2021-04-20T10:00:00+07:00'));
    await say('1.1 1) เสร็จแล้ว\n1.4 1) กำลังดำเนินการ');
    expect(await say('บันทึก')).toContain('ล่าช้า');
    office.clock.moveTo(new Date('2021-04-20T11:00:00+07:00'));
    await say('1.4 1) กำลังดำเนินการ\n1.1 1) เสร็จแล้ว');
    expect(await say('บันทึก')).toContain('ล่าช้า');
  });
});

describe('the open card', () => {
  test('quotes the words of what stands on it now', async () => {
    await say('1.2 1) กำลังดำเนินการ ใช้งบ 28,500 บาท');
    const card = await say('แก้งบเป็น 25,000');
    expect(card).toContain('25,000 บาท');
    expect(card).not.toContain('28,500');
  });

  test('asks for what was changed unclearly', async () => {
    await say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
    expect(await say('ใช้งบประมาณสองหมื่นกว่า')).toContain('กี่บาท');
  });

  test('takes a bare sum, and is shown again when something is not understood', async () => {
    await say('1.2 1) เสร็จแล้ว');
    expect(await say('28500')).toContain('28,500 บาท');
    const again = await say('เอ่ออออ');
    expect(again).toContain('ยังไม่เข้าใจข้อความนี้');
    expect(again).toContain('28,500 บาท');
  });

  test('changes its activity and back, and takes no figure along that is counted otherwise', async () => {
    await owns(office, SOMSRI, ['1', '2']);
    await say('1.2 1) กำลังดำเนินการ ได้ร้อยละ 90');
    await tap('เพิ่มรายละเอียด');
    await tap('แก้ไข: ผลตามตัวชี้วัด');
    await say('90');
    await tap('เปลี่ยนกิจกรรม');
    await say('2.');
    expect(await say('ย้อนกลับ')).toContain('ต้องการรายงานกิจกรรมใด');
    expect(await say('ย้อนกลับ')).toContain('1.2 1)');
    await tap('เปลี่ยนกิจกรรม');
    await say('2.');
    await say('บันทึก');
    expect(await state('2')).toMatchObject({ status: 'in_progress', actual: null });
  });
});
