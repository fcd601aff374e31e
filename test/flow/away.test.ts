/** Leave: which days are meant, that it holds whoever is chosen, and who stands in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { wiphaJoins } from '../helpers/fresh-office.ts';
import { openOffice, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await wiphaJoins(office);
});
afterAll(() => office.close());
beforeEach(() =>
  office.database.models.members.updateMany({}, { $set: { away: null } }).then(() => undefined),
);

const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const away = async (): Promise<unknown> =>
  (await office.database.models.members.findOne({ userId: SOMSRI }).lean<{ away: unknown }>())!.away;

/** A Monday. */
const TODAY = '2021-02-15';

test.each([
  ['ลาถึง 20 มี.ค.', TODAY, '2021-03-20', 'ลาถึง 20 มี.ค. 64'],
  ['ลาถึงวันที่ 20 มี.ค. ฝากด้วยนะคะ', TODAY, '2021-03-20', 'ลาถึง'],
  ['ลา 3 วัน', TODAY, '2021-02-17', 'ลาถึง 17 ก.พ. 64'],
  ['ลาพักผ่อนถึงพรุ่งนี้', TODAY, '2021-02-16', 'ลาถึง'],
  ['away until 20 Mar', TODAY, '2021-03-20', 'ลาถึง'],
  ['I am on leave until 20 April', TODAY, '2021-04-20', 'ลาถึง'],
  ['ลาป่วยวันนี้ค่ะ', TODAY, TODAY, 'ลาวันที่ 15 ก.พ. 64'],
  ['ขอลากิจพรุ่งนี้', '2021-02-16', '2021-02-16', 'ลาวันที่ 16 ก.พ. 64'],
  ['ลา 5-9 มี.ค.', '2021-03-05', '2021-03-09', 'ลาตั้งแต่ 5 มี.ค. 64 ถึง 9 มี.ค. 64'],
  ['ลาตั้งแต่พรุ่งนี้ถึงศุกร์', '2021-02-16', '2021-02-19', 'ลาตั้งแต่ 16 ก.พ. 64 ถึง 19 ก.พ. 64'],
])('“%s” holds at once, before anybody is chosen', async (typed, from, until, shown) => {
  office.clock.moveTo(new Date(`${TODAY}T09:30:00+07:00`));
  const said = await hear(typed);
  expect(said).toContain('ผู้ใดปฏิบัติแทน');
  expect(said).toContain(shown);
  expect(await away()).toEqual({ from, until, delegate: null });
});

test('the day after the plan’s year is the coming one, a day gone by is refused', async () => {
  office.clock.moveTo(new Date('2021-09-28T09:30:00+07:00'));
  expect(await hear('ลาถึง 5 ต.ค.')).toContain('ลาถึง 5 ต.ค. 64');
  expect(await away()).toEqual({ from: '2021-09-28', until: '2021-10-05', delegate: null });
  await hear('ไม่');
  await office.database.models.members.updateMany({}, { $set: { away: null } });
  for (const [typed, why] of [
    ['ลาถึง 1 ก.ย.', '1 ก.ย. 64 ผ่านไปแล้ว'],
    ['ลา 15 ต.ค. ถึง 10 ต.ค.', 'อยู่ก่อนวันแรก'],
    ['ลาตั้งแต่พรุ่งนี้', 'กรุณาพิมพ์วันสุดท้ายที่ลา'],
    ['ลา 5 และ 9 ต.ค.', 'กรุณาพิมพ์วันสุดท้ายที่ลา'],
    ['ลาถึง 31 ก.พ.', 'ไม่มีวันที่ 31 ก.พ.'],
    ['ลาไม่มีกำหนด', 'กรุณาพิมพ์วันสุดท้ายที่ลา'],
  ] as const) {
    expect(await hear(typed), typed).toContain(why);
    expect(await away(), typed).toBeNull();
  }
  office.clock.moveTo(new Date(`${TODAY}T09:30:00+07:00`));
});

test('said in a sentence it holds as well', async () => {
  expect(await hear('พรุ่งนี้ขอลากิจนะคะ')).toContain('ผู้ใดปฏิบัติแทน');
  expect(await away()).toMatchObject({ from: '2021-02-16', until: '2021-02-16' });
});

test('being elsewhere is leave once that is said by one tap', async () => {
  const said = await office.say(SOMSRI, 'พรุ่งนี้ไปราชการค่ะ');
  expect(wordsIn(said)).toContain('พิมพ์ “ลาวันที่ 16 ก.พ. 64”');
  expect(await away()).toBeNull();
  await office.tap(SOMSRI, 'ลาวันที่ 16 ก.พ. 64');
  expect(await away()).toMatchObject({ from: '2021-02-16', until: '2021-02-16' });
});

test('that has not begun is taken back by its days', async () => {
  await hear('ลา 2-4 มี.ค.');
  await hear('เปลี่ยนเป็นลา 5-9 มี.ค.');
  expect(await hear('ยกเลิกการลา')).toContain('ยกเลิกการลาตั้งแต่ 5 มี.ค. 64 ถึง 9 มี.ค. 64 แล้ว');
  expect(await away()).toBeNull();
  expect(await hear('ยกเลิกการลา')).toContain('ไม่มีวันลา');
});

describe('who stands in', () => {
  test.each(['ไม่', 'ไม่มี', 'ไม่มีผู้แทน'])('“%s” is nobody, and the leave stays', async (typed) => {
    await hear('ลาถึง 20 มี.ค.');
    expect(typed === 'ไม่มีผู้แทน' ? wordsIn(await office.tap(SOMSRI, typed)) : await hear(typed)).toContain(
      'บันทึกแล้ว ลาถึง 20 มี.ค. 64',
    );
    expect(await away()).toEqual({ from: TODAY, until: '2021-03-20', delegate: null });
  });

  test('is added to the leave when named', async () => {
    await hear('ลาถึง 20 มี.ค.');
    expect(await hear('วิภา')).toContain('รายงานแทนท่านได้');
    expect(await away()).toMatchObject({ until: '2021-03-20', delegate: expect.stringMatching(/./) });
  });

  test('is not chosen any more once the person is back', async () => {
    await hear('ลาถึง 20 มี.ค.');
    await hear('กลับมาแล้ว');
    expect(wordsIn(await office.tap(SOMSRI, 'ไม่มีผู้แทน'))).toContain('วันลาเปลี่ยนไปแล้ว');
    expect(await away()).toBeNull();
  });
});

test.each(['ลาดยางถนนเสร็จ 5 มี.ค.', 'ลางานกันหลายคน', 'ลาออกแล้ว', 'ลาป่วย 3 คน', 'ลาถึงไหนแล้ว'])(
  '“%s” is no leave',
  async (typed) => {
    await hear(typed);
    expect(await away()).toBeNull();
  },
);

describe('a leave told while a form is open', () => {
  test.each(['หนูลา 1-5 มีค ค่ะ', 'ผมลาวันที่ 1-5 มี.ค. ครับ', 'ขอลาพักร้อน 1-5 มี.ค.'])(
    '“%s” is a leave and no day of the work',
    async (typed) => {
      await hear('1.2 1) กำลังทำ');
      expect(await hear(typed)).toContain('ลาตั้งแต่ 1 มี.ค. 64 ถึง 5 มี.ค. 64');
      expect(await hear('ไม่มีคนแทนค่ะ')).toContain('บันทึกแล้ว ลาตั้งแต่ 1 มี.ค. 64');
      expect(await hear('ทำรายงานต่อ')).not.toContain('1 มี.ค. 64');
    },
  );
});
