/** Leave: which day is meant, that it holds from the moment it is said, and who stands in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { INVITE, openOffice, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await office.say(WIPHA, `ลงทะเบียน ${INVITE}`);
  await office.say(WIPHA, 'ยอมรับ');
});
afterAll(() => office.close());
beforeEach(() =>
  office.database.models.members.updateMany({}, { $set: { away: null } }).then(() => undefined),
);

const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const away = async (): Promise<unknown> =>
  (await office.database.models.members.findOne({ userId: SOMSRI }).lean<{ away: unknown }>())!.away;

test.each([
  ['ลาถึง 20 มี.ค.', '2021-03-20'],
  ['ลาถึงวันที่ 20 มี.ค. ฝากด้วยนะคะ', '2021-03-20'],
  ['ลา 3 วัน', '2021-02-17'],
  ['ลาป่วย 2 วันค่ะ', '2021-02-16'],
  ['ลา 1 สัปดาห์', '2021-02-21'],
  ['ลาพักผ่อนถึงพรุ่งนี้', '2021-02-16'],
  ['away until 20 Mar', '2021-03-20'],
])('“%s” holds at once, before anybody is chosen', async (typed, until) => {
  office.clock.moveTo(new Date('2021-02-15T09:30:00+07:00'));
  expect(await hear(typed)).toContain('ผู้ใดปฏิบัติแทน');
  expect(await away()).toEqual({ until, delegate: null });
});

test('the day after the plan’s year is the coming one, a day gone by is refused', async () => {
  office.clock.moveTo(new Date('2021-09-28T09:30:00+07:00'));
  expect(await hear('ลาถึง 5 ต.ค.')).toContain('ลาถึง 5 ต.ค. 64');
  expect(await away()).toEqual({ until: '2021-10-05', delegate: null });
  await hear('ไม่');
  await office.database.models.members.updateMany({}, { $set: { away: null } });
  expect(await hear('ลาถึง 1 ก.ย.')).toContain('1 ก.ย. 64 ผ่านไปแล้ว');
  expect(await away()).toBeNull();
  office.clock.moveTo(new Date('2021-02-15T09:30:00+07:00'));
});

describe('who stands in', () => {
  test.each(['ไม่', 'ไม่มี', 'ไม่มีผู้แทน'])('“%s” is nobody, and the leave stays', async (typed) => {
    await hear('ลาถึง 20 มี.ค.');
    expect(typed === 'ไม่มีผู้แทน' ? wordsIn(await office.tap(SOMSRI, typed)) : await hear(typed)).toContain(
      'บันทึกแล้ว ลาถึง 20 มี.ค. 64',
    );
    expect(await away()).toEqual({ until: '2021-03-20', delegate: null });
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
