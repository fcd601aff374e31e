/** What a sentence tells is kept: as the result on the card, what is unclear of a status asked, and the real office's report told in plain sentences with its paragraphs. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { forgetAll, stateOf } from '../helpers/fresh-office.ts';
import { INVITE, SOMSRI, WIPHA, wordsIn } from '../helpers/office.ts';
import { seedReport, type SeedRow } from '../helpers/seed-report.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3', '4', '5']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));

describe('a narrative', () => {
  const TOLD = 'ครู 35 คนฝึกเขียนแผนจัดการเรียนรู้ และนำไปใช้ในชั้นเรียน';
  const SENTENCE = `1.2 1) เสร็จแล้วค่ะ ใช้งบ 28,500 บาท ${TOLD} ขอบคุณค่ะ`;

  test('is proposed as the result, says where it is from, and is stored on บันทึก', async () => {
    const card = await say(SENTENCE);
    for (const part of ['จากข้อความของท่าน', TOLD, '28,500 บาท', 'แก้ไข', 'ไม่ใส่']) expect(card).toContain(part);
    expect(await say('บันทึก')).not.toContain('ผลที่ได้คืออะไร');
    expect(await stateOf(office, '1.2.1')).toMatchObject({
      result: TOLD,
      spent: 2_850_000,
      status: 'completed',
    });
  });

  test('can be left out, and be changed', async () => {
    await say(SENTENCE);
    expect(await tap('ไม่ใส่')).not.toContain('ชั้นเรียน');
    expect(await say('บันทึก')).toContain('บันทึกแล้ว');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', result: null });
    await say(SENTENCE);
    await tap('แก้ไข: ผลการดำเนินงาน');
    await say('ครูเขียนแผนได้');
    await say('บันทึก');
    expect((await stateOf(office, '1.2.1'))['result']).toBe('ครูเขียนแผนได้');
  });

  test('belongs to its own activity where several are told', async () => {
    await say('1.1 1) เสร็จแล้ว ผู้บริหารนำกล่าวคำปฏิญาณหน้าเสาธง\n3 กำลังทำ');
    await tap('แก้ไข 1.1 1)');
    expect(await say('บันทึก')).toContain('3.');
    await say('บันทึกทั้งหมด');
    expect((await stateOf(office, '1.1.1'))['result']).toContain('กล่าวคำปฏิญาณหน้าเสาธง');
    expect(await stateOf(office, '3')).toMatchObject({ status: 'in_progress', result: null });
  });
});

describe('a message that tells of more than was found', () => {
  test('says on its card that the rest is to be sent by itself', async () => {
    const list = 'สรุปงานค่ะ\n- เว็บไซต์ เสร็จแล้ว\n- ค่ายเด็ก จัดไป 3 รุ่น\n- รถดูดโคลน ยังไม่ได้ซื้อ';
    expect(await say(list)).toContain('น่าจะมีกิจกรรมอื่นด้วย');
  });

  test('and one that tells of one alone does not', async () => {
    expect(await say('1.1 1) เสร็จแล้ว ใช้งบ 28,500 บาท')).not.toContain('กิจกรรมอื่น');
  });
});

describe('a status that is not clear', () => {
  test.each([
    ['ยังไม่ได้ทำ', 'not_started'],
    ['ยกเลิกแล้ว', 'cancelled'],
  ])('“ไม่ได้ดำเนินการ” in a sentence is asked: %s', async (answer, status) => {
    const asked = await say('ข้อ 5 ไม่ได้ดำเนินการค่ะ');
    for (const part of ['[ยังไม่ได้ทำ]', '[ยกเลิกแล้ว]']) expect(asked).toContain(part);
    await tap(answer);
    await say('บันทึก');
    expect(await stateOf(office, '5')).toMatchObject({ status });
  });

  test.each(['ไม่ได้ดำเนินการ', 'ไม่ได้ดำเนินการค่ะ', 'ไม่ได้ดำเนินการ เพราะโควิด'])(
    '“%s” typed where the button stands is the button',
    async (typed) => {
      await say('รายงาน 5');
      await say(typed);
      await say('บันทึก');
      await say('บันทึก');
      expect(await stateOf(office, '5')).toMatchObject({ status: 'cancelled' });
    },
  );

  test.each([
    ['done', 'completed'],
    ['finished', 'completed'],
    ['not yet', 'not_started'],
    ['ยังเลยค่ะ', 'not_started'],
    ['in progress', 'in_progress'],
  ])('“%s” answers the question', async (typed, status) => {
    await say('รายงาน 5');
    await say(typed);
    await say('บันทึก');
    await say('บันทึก');
    expect(await stateOf(office, '5')).toMatchObject({ status });
  });

  test('finished with half of it done is asked; finished, it is no half any more', async () => {
    expect(await say('1.2 1) เสร็จแล้ว 50%')).toContain('ไม่ถึง 100%');
    await tap('เสร็จแล้ว');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', percent: null });
    await say('1.3 1) กำลังทำ 50%');
    await say('บันทึก');
    await say('1.3 1) เสร็จแล้ว');
    await say('บันทึก');
    expect(await say('สถานะ 1.3 1)')).not.toContain('50%');
  });
});

describe('the real report, told without headings', () => {
  const STATUS = { completed: 'เสร็จแล้วค่ะ', in_progress: 'กำลังดำเนินการค่ะ', cancelled: '', none: '' };
  const BARE = 'อยู่ในระหว่างการดำเนินงาน';
  const sentence = ({ code, result, obstacleOrSuggestion: more, impliedStatus }: SeedRow): string =>
    [code, STATUS[impliedStatus ?? 'none'], result === BARE ? '' : result, more === '-' ? '' : more]
      .filter((part) => part !== '')
      .join(' ');

  test.each(seedReport.rows.filter(({ code }) => code !== '5'))('$code', async (row) => {
    await say(sentence(row));
    await say('บันทึก');
    const state = await stateOf(office, row.code);
    expect(state['result']).toBe(row.result === BARE ? null : row.result);
    const more = row.obstacleOrSuggestion;
    expect(state['obstacle'] ?? '').toBe(more === '-' ? '' : more);
  });

  test.each([
    ['ไม่ได้จัดเนื่องจากฝนตกหนัก ให้โอนงบไปจัดอบรมออนไลน์แทน', 'ให้โอนงบไปจัดอบรมออนไลน์แทน'],
    ['ไม่สามารถดำเนินการเพราะวิทยากรป่วย เห็นควรจัดใหม่ปีงบประมาณหน้า ขอบคุณค่ะ', 'เห็นควรจัดใหม่ปีงบประมาณหน้า'],
    ['ไม่ได้ดำเนินการเนื่องจากไม่มีผู้สมัคร ขอบคุณค่ะ', null],
  ])('what to do instead is a suggestion: %s', async (told, suggestion) => {
    await say(`5 ${told}`);
    await say('ยกเลิกแล้ว');
    await say('บันทึก');
    expect((await stateOf(office, '5'))['suggestion']).toBe(suggestion);
  });

  test('5: not done, and why', async () => {
    const row = seedReport.rows.find(({ code }) => code === '5')!;
    const { result, obstacleOrSuggestion: instead } = row;
    for (const told of [`5 ${result} ${instead}`, `ข้อ 5 ${result}\n${instead}ค่ะ`]) {
      await say(told);
      await tap('ยกเลิกแล้ว');
      await say('บันทึก');
      const kept = { status: 'cancelled', result, suggestion: instead };
      expect(await stateOf(office, '5')).toMatchObject(kept);
      await forgetAll(office);
    }
  });
});

test('an invitation’s code typed alone joins; a greeting is none', async () => {
  expect(wordsIn(await office.say(WIPHA, 'สวัสดีค่ะ'))).toContain('ลงทะเบียน');
  expect(wordsIn(await office.say(WIPHA, INVITE))).toContain('การคุ้มครองข้อมูลส่วนบุคคล');
});
