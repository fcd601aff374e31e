/** Reminders as people meet them: the simulator's clock is moved day by day, digests come, buttons and words answer them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri, { clockwork: true });
  // the first look notes where the clockwork begins
  await office.app.clockwork!.catchUp();
});
afterAll(() => office.close());

const state = async (code: string) => {
  const found = await office.database.models.activities
    .findOne({ code })
    .lean<{ state: Record<string, unknown> }>();
  return found!.state;
};

/** Moves the office's clock. @returns what the bot pushed meanwhile. */
async function moveTo(at: string) {
  const before = office.simulator.state().messages.length;
  await office.simulator.act({ act: 'clock', to: `${at}:00+07:00` });
  await office.app.clockwork!.catchUp();
  await office.app.outbox.flush();
  return office.simulator
    .state()
    .messages.slice(before)
    .filter((message) => message.via === 'push');
}

const to = (chat: string, messages: Awaited<ReturnType<typeof moveTo>>) =>
  messages.filter((message) => message.chat === chat);

describe('moving the clock', () => {
  test('to the next morning brings one digest a person', async () => {
    const [today] = to(SOMSRI, await moveTo('2021-02-15T17:00'));
    expect(wordsIn([today!])).toContain('1.1 1)');
    const digests = to(SOMSRI, await moveTo('2021-02-18T09:30'));
    expect(digests.length).toBeLessThanOrEqual(3);
    const digest = digests.at(-1);
    expect(wordsIn([digest!])).toContain('เลยกำหนด 18 วัน (31 ม.ค. 64)');
    expect(wordsIn([digest!])).toContain('1.1 1)');
    expect(String(digest!.message['altText'])).toMatch(/^1\.1 1\) กิจกรรมประชุม.+ เลยกำหนด 18 วัน/);
  });

  test('and back, and on again, brings nothing twice', async () => {
    await moveTo('2021-02-15T10:00');
    expect(to(SOMSRI, await moveTo('2021-02-18T17:30'))).toEqual([]);
  });

  test('into the evening or a weekend brings nothing', async () => {
    expect(await moveTo('2021-02-18T22:00')).toEqual([]);
    await moveTo('2021-02-19T18:30');
    expect(await moveTo('2021-02-21T23:00')).toEqual([]);
  });

  test('by several days lets each of them happen', async () => {
    const pushed = await moveTo('2021-02-25T12:00');
    const days = await office.database.models.outbox
      .find({ purpose: 'reminder', to: SOMSRI })
      .sort({ _id: 1 })
      .lean<{ record: { day: string; reachedOn: string } }[]>();
    expect(pushed.length).toBeGreaterThan(1);
    for (const { record } of days) expect(record.reachedOn).toBe(record.day);
    expect(new Set(days.map(({ record }) => record.day)).size).toBe(days.length);
  });
});

describe('the buttons of a reminder', () => {
  test('finish an activity in two taps', async () => {
    const card = wordsIn(await office.tap(SOMSRI, '1.1 1) เสร็จแล้ว'));
    expect(card).toContain('✓ ดำเนินการเสร็จสิ้น');
    expect((await state('1.1.1'))['status']).toBeNull();
    await office.tap(SOMSRI, 'บันทึก');
    expect(await state('1.1.1')).toMatchObject({ status: 'completed', seq: 1 });
  });

  test('ask for the obstacle of a problem, then store both', async () => {
    expect(wordsIn(await office.tap(SOMSRI, '1.1 2) ติดปัญหา'))).toContain('ปัญหา');
    await office.say(SOMSRI, 'วิทยากรติดราชการ');
    await office.tap(SOMSRI, 'บันทึก');
    expect(await state('1.1.2')).toMatchObject({ status: 'in_progress', obstacle: 'วิทยากรติดราชการ' });
  });
});

describe('เตือนพรุ่งนี้', () => {
  test('keeps today quiet and reminds again on the next working day', async () => {
    // 26 February is Makha Bucha, a Friday
    const [monday] = to(SOMSRI, await moveTo('2021-03-01T08:45'));
    expect(wordsIn([monday!])).toContain('1.1 3)');
    expect(wordsIn(await office.say(SOMSRI, 'เตือนพรุ่งนี้ค่ะ'))).toContain('2 มี.ค. 64');
    const rest = to(SOMSRI, await moveTo('2021-03-01T17:00'));
    expect(new Set(rest.map((one) => String(one.message['altText']).slice(0, 14)))).toEqual(
      new Set(['สรุปงานของท่าน']),
    );
    const [tuesday] = to(SOMSRI, await moveTo('2021-03-02T08:45'));
    expect(wordsIn([tuesday!])).toContain('1.1 3)');
  });
});

describe('a wish when to be reminded', () => {
  const reminders = (messages: Awaited<ReturnType<typeof moveTo>>) =>
    to(SOMSRI, messages).filter(({ message }) => !String(message['altText']).startsWith('สรุป'));
  const preferences = async () =>
    (await office.database.models.members.findOne({ userId: SOMSRI }).lean())!.preferences;

  test('for later that day brings it once more then, and no more', async () => {
    await moveTo('2021-03-05T12:00');
    expect(wordsIn(await office.say(SOMSRI, 'เตือนอีกทีบ่ายสาม'))).toContain(
      'วันศุกร์ที่ 5 มี.ค. 64 เวลา 15.00\u00A0น.',
    );
    expect(reminders(await moveTo('2021-03-05T14:45'))).toEqual([]);
    const again = reminders(await moveTo('2021-03-05T17:30'));
    expect(wordsIn(again)).toContain('1.1 3)');
    expect(again).toHaveLength(1);
  });

  test('for a day keeps the days before it quiet, and is kept though the same was said lately', async () => {
    expect(wordsIn(await office.say(SOMSRI, 'เตือนวันพุธ'))).toContain('วันพุธที่ 10 มี.ค. 64');
    expect(reminders(await moveTo('2021-03-09T17:00'))).toEqual([]);
    const [wednesday] = reminders(await moveTo('2021-03-10T08:45'));
    expect(wordsIn([wednesday!])).toContain('1.1 3)');
  });

  test('not in the morning holds from then on, until it is taken back', async () => {
    expect(wordsIn(await office.say(SOMSRI, 'อย่าเตือนตอนเช้า'))).toContain('ทุกวันทำการ เวลา 13.00\u00A0น.');
    await office.say(SOMSRI, 'เตือนวันศุกร์');
    expect(reminders(await moveTo('2021-03-12T12:30'))).toEqual([]);
    expect(wordsIn(reminders(await moveTo('2021-03-12T13:05')))).toContain('1.1 3)');
    expect(wordsIn(await office.say(SOMSRI, 'เตือนตามปกติ'))).toContain('เวลา 08.30\u00A0น.');
    expect(await preferences()).toEqual({ hour: null, days: null, snoozedUntil: null });
  });

  test('is not granted at night, is no wish of a manager about others, and is nobody’s business in a group', async () => {
    const before = await preferences();
    expect(wordsIn(await office.say(SOMSRI, 'เตือนสองทุ่ม'))).toContain('08.00\u00A0น. ถึง 18.00\u00A0น.');
    expect(wordsIn(await office.say(SOMSRI, 'เตือนวันจันทร์', { chat: GROUP, mentionBot: true }))).toBe(
      wordsIn(await office.say(SOMSRI, 'เตือนพรุ่งนี้', { chat: GROUP, mentionBot: true })),
    );
    expect(wordsIn(await office.say(PRASERT, 'เตือน 1.2'))).toContain('เตือนผู้รับผิดชอบ');
    expect(await preferences()).toEqual(before);
  });
});

describe('the monthly summary', () => {
  test('came once to the manager and to the group, with a picture LINE can fetch', async () => {
    const all = office.simulator.state().messages.filter((message) => message.via === 'push');
    const manager = to(PRASERT, all).filter((one) =>
      String(one.message['altText']).includes('สรุปผลการดำเนินงาน กุมภาพันธ์ 2564'),
    );
    expect(manager).toHaveLength(1);
    // the figures stand below the picture, where they are seen
    const [picture, card, ...more] = to(GROUP, all);
    expect(more).toEqual([]);
    expect(wordsIn([card!])).toContain('เสร็จ 1 จาก 11 กิจกรรม');
    expect(wordsIn([card!])).not.toContain('สมศรี');
    const url = String(picture!.message['originalContentUrl']);
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const guessed = await fetch(url.replace(/[0-9a-z]{32}/, '0'.repeat(32)));
    expect(guessed.status).toBe(404);
  });
});
