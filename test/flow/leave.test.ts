/** People on leave and who stands in for them: the same people are asked, may report, and find the work; nothing is pushed to who rests. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { monthlySummary } from '../../src/jobs/monthly-summary.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { texts } from '../../src/text/index.ts';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, wiphaJoins } from '../helpers/fresh-office.ts';
import { picture } from '../helpers/evidence-files.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
const UNTIL = '2021-03-20';
let office: TestOffice;
let ids: Record<string, string>;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
/** สมศรี has 1.2.1 alone; วิภา has nothing of her own; ประเสริฐ manages. */
beforeEach(async () => {
  const { models } = office.database;
  await beginAnew(office);
  await wiphaJoins(office);
  const all = await models.members.find().lean();
  ids = Object.fromEntries(all.map((one) => [one.userId, one._id]));
  await change(SOMSRI, { activities: ['1.2'] });
  await change(WIPHA, { activities: [] });
});

const change = (user: string, set: object) =>
  office.database.models.members.updateOne({ userId: user }, { $set: set });
const activitiesOf = async (user: string) =>
  (await office.database.models.members.findOne({ userId: user }).lean())!.activities;
const away = (user: string, delegate: string | null, until = UNTIL) =>
  change(user, { away: { until, delegate: delegate && (ids[delegate] ?? delegate) } });
const used = (): number => office.simulator.state().quota.used;
const heardBy = (user: string): string =>
  wordsIn(
    office.simulator
      .state()
      .messages.filter((one) => one.chat === user && one.from === 'bot')
      .slice(-3),
  );

/** Another officer, who is away too and has handed on to วิภา. */
async function between(): Promise<void> {
  const { members } = office.database.models;
  const { _id, ...somsri } = (await members.findOne({ userId: SOMSRI }).lean())!;
  const other = { ...somsri, userId: `U${'7'.repeat(32)}`, name: 'กลาง', activities: ['2'] };
  await members.collection.insertOne({
    ...other,
    _id: 'between',
    away: { until: UNTIL, delegate: ids[WIPHA] },
  } as never);
  await away(SOMSRI, 'between');
}

describe('who stands in', () => {
  test('finds the work in the list, by “รายงาน”, by a sentence and by a photo, and may report it', async () => {
    await away(SOMSRI, WIPHA);
    expect(wordsIn(await office.say(WIPHA, 'งานของฉัน'))).toContain('1.2 1)');
    expect(wordsIn(await office.say(WIPHA, 'รายงาน'))).toContain('ถึงขั้นใดแล้ว');
    await office.say(WIPHA, 'ยกเลิก');
    const base64 = picture(3).toString('base64');
    const shown = await office.act(
      { act: 'image', user: WIPHA, chat: WIPHA, base64, contentType: 'image/png' },
      WIPHA,
    );
    expect(wordsIn(shown)).toContain('แนบหลักฐานแล้ว');
    await office.say(WIPHA, 'ยกเลิก');
    const card = wordsIn(await office.say(WIPHA, 'เสร็จแล้ว ใช้งบ 28,500 บาท'));
    expect(card).toContain('กรุณาตรวจสอบก่อนบันทึก');
    expect(card).toContain('1.2 1)');
    expect(wordsIn(await office.say(WIPHA, 'บันทึก'))).toContain('บันทึกแล้ว');
    const update = (await office.database.models.updates.findOne({}).lean())!;
    expect(update).toMatchObject({ activity: '1.2.1', by: { member: ids[WIPHA] } });
  });

  test('has nothing of it any more once the leave is over', async () => {
    await away(SOMSRI, WIPHA, '2021-02-14');
    expect(wordsIn(await office.say(WIPHA, 'งานของฉัน'))).toContain('ยังไม่มีกิจกรรม');
    expect(wordsIn(await office.say(WIPHA, 'รายงาน 1.2'))).toContain('ไม่อยู่ในความรับผิดชอบ');
  });

  test('may also be the delegate of a delegate who is away', async () => {
    await between();
    expect(wordsIn(await office.say(WIPHA, 'งานของฉัน'))).toContain('1.2 1)');
    const asked = wordsIn(await office.say(PRASERT, 'เตือน 1.2'));
    expect(asked).toContain('วิภา');
    await office.tap(PRASERT, 'ส่ง (1 ข้อความ)');
    expect(heardBy(WIPHA)).toContain('ขอทราบความคืบหน้า');
    expect(wordsIn(await office.say(WIPHA, 'รายงาน 1.2 1)'))).toContain('ถึงขั้นใดแล้ว');
    await office.say(WIPHA, 'เสร็จแล้ว');
    await office.say(WIPHA, 'ยกเลิก');
    await office.say(WIPHA, '1.2 เสร็จแล้ว');
    expect(wordsIn(await office.say(WIPHA, 'บันทึก'))).toContain('บันทึกแล้ว');
  });

  test('is no longer the delegate’s delegate when that one is back', async () => {
    await between();
    await office.database.models.members.updateOne(
      { _id: 'between' },
      { $set: { 'away.until': '2021-02-14' } },
    );
    expect(wordsIn(await office.say(WIPHA, 'รายงาน 1.2 1)'))).toContain('ไม่อยู่ในความรับผิดชอบ');
  });
});

describe('nothing is pushed to who is on leave', () => {
  beforeEach(() => away(SOMSRI, null));

  test.each(['tap', 'typed'])('“เตือน” says so and tells them when they write (%s)', async (how) => {
    const before = used();
    const asked = wordsIn(await office.say(PRASERT, 'เตือน 1.2'));
    expect(asked).toContain('สมศรี ใจดี ลาถึง 20 มี.ค. 64');
    expect(asked).toContain('จะแจ้งเมื่อผู้รับทักมา');
    expect(asked).not.toContain('[ส่ง');
    const done =
      how === 'tap'
        ? await office.tap(PRASERT, texts('th').chat.nudge.ride)
        : await office.say(PRASERT, 'ตกลง');
    expect(wordsIn(done)).toContain('โดยไม่นับจำนวนข้อความ');
    expect(used()).toBe(before);
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('ขอทราบความคืบหน้าของกิจกรรม 1.2 1)');
  });

  test('“เตือน” still goes to the others who have it', async () => {
    await change(WIPHA, { activities: ['1.2.1'] });
    const before = used();
    const asked = wordsIn(await office.say(PRASERT, 'เตือน 1.2'));
    expect(asked).toContain('! ระบบไม่ส่งข้อความถึงผู้ที่อยู่ระหว่างลา');
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('สมศรี ใจดี ลาถึง');
    expect(wordsIn(await office.tap(PRASERT, 'ส่ง (1 ข้อความ)'))).not.toContain('สมศรี');
    expect(used()).toBe(before + 1);
    expect(heardBy(WIPHA)).toContain('ขอทราบความคืบหน้า');
  });

  test('“มอบหมาย” is stored, and told with the next answer', async () => {
    const before = used();
    await office.say(PRASERT, 'มอบหมาย 2 ให้ สมศรี');
    const done = wordsIn(await office.say(PRASERT, 'ตกลง'));
    expect(done).toContain('ลาถึง 20 มี.ค. 64');
    expect(done).not.toContain('แจ้งผู้เกี่ยวข้องแล้ว');
    expect(used()).toBe(before);
    expect(await activitiesOf(SOMSRI)).toContain('2');
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toMatch(/มอบหมายกิจกรรม 2\. .+ ให้ท่าน/);
  });

  test('“ประกาศ” goes to the others at once', async () => {
    const before = used();
    const asked = wordsIn(await office.say(PRASERT, 'ประกาศ ประชุมวันศุกร์'));
    expect(asked).toContain('2 คน');
    const done = wordsIn(await office.tap(PRASERT, 'ส่งรายบุคคล (1)'));
    expect(done).toContain('ถึง 1 คน');
    expect(done).toMatch(/1 คน.* โดยไม่นับจำนวนข้อความ/);
    expect(used()).toBe(before + 1);
    expect(heardBy(WIPHA)).toContain('ประชุมวันศุกร์');
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('ประชุมวันศุกร์');
  });
});

describe('a branch that is handed over', () => {
  test('is taken from those who have something below it', async () => {
    await change(SOMSRI, { activities: ['1.2.1', '2'] });
    await change(WIPHA, { activities: ['1.1.1'] });
    const asked = wordsIn(await office.say(PRASERT, 'มอบหมาย 1 ให้ วิภา'));
    expect(asked).toContain('ผู้รับผิดชอบปัจจุบัน: สมศรี ใจดี');
    await office.tap(PRASERT, 'โอนให้คนเดียว');
    expect(await activitiesOf(SOMSRI)).toEqual(['2']);
    expect(await activitiesOf(WIPHA)).toEqual(['1']);
  });

  test('stays with them too when somebody is added', async () => {
    await change(SOMSRI, { activities: ['1.2.1', '2'] });
    await office.say(PRASERT, 'มอบหมาย 1 ให้ วิภา');
    await office.tap(PRASERT, 'เพิ่มเป็นผู้ร่วม');
    expect(await activitiesOf(SOMSRI)).toEqual(['1.2.1', '2']);
    expect(await activitiesOf(WIPHA)).toEqual(['1']);
  });
});

describe('reminders while somebody is on leave from one day to another', () => {
  const remind = (day: string) =>
    reminders.run(jobDeps(office.database, { limit: 300, used: 0 }), new Date(`${day}T09:00:00+07:00`));
  const remindedOn = async (user: string) =>
    (await office.database.models.outbox.find({ purpose: 'reminder', to: user }).sort({ _id: 1 }).lean()).map(
      ({ record }) => record!.day,
    );
  /** Due on 28 February, a Sunday; the 26th is a holiday. */
  beforeEach(async () => {
    await office.database.models.activities.updateOne({ code: '1.2.1' }, { $set: { months: ['2021-02'] } });
  });
  const days = ['2021-02-17', '2021-02-18', '2021-02-22', '2021-02-23', '2021-02-24', '2021-02-25'];
  /** Sent at once, as by a running server. */
  const live = async (): Promise<void> => {
    for (const day of days) {
      await remind(day);
      await office.database.models.outbox.collection.updateMany(
        { purpose: 'reminder', state: { $ne: 'sent' } },
        { $set: { state: 'sent', 'record.reachedOn': day }, $unset: { until: 1 } },
      );
    }
  };

  test.each([
    ['nobody on leave', null, null, ['2021-02-17', '2021-02-22', '2021-02-24', '2021-02-25'], []],
    ['held exactly then, told the day after', '2021-02-22', null, ['2021-02-17', '2021-02-25'], []],
    [
      'who stands in hears it then',
      '2021-02-22',
      WIPHA,
      ['2021-02-17', '2021-02-25'],
      ['2021-02-22', '2021-02-24'],
    ],
  ] as const)('%s', async (_, from, delegate, own, others) => {
    if (from)
      await change(SOMSRI, { away: { from, until: '2021-02-24', delegate: delegate && ids[delegate] } });
    await live();
    expect(await remindedOn(SOMSRI)).toEqual([...own]);
    expect(await remindedOn(WIPHA)).toEqual([...others]);
  });

  test('before the first day of it everything is as ever', async () => {
    await change(SOMSRI, { away: { from: '2021-02-22', until: '2021-02-24', delegate: ids[WIPHA] } });
    expect(wordsIn(await office.say(WIPHA, 'งานของฉัน'))).toContain('ยังไม่มีกิจกรรม');
    expect(wordsIn(await office.say(PRASERT, 'เตือน 1.2'))).toContain('ส่ง (1 ข้อความ)');
    office.clock.moveTo(new Date('2021-02-22T09:30:00+07:00'));
    expect(wordsIn(await office.say(WIPHA, 'งานของฉัน'))).toContain('1.2 1)');
    office.clock.moveTo(new Date('2021-02-15T09:30:00+07:00'));
  });
});

test('the month’s summary is not pushed to who rests: it comes with their next answer', async () => {
  const { database } = office;
  await away(SOMSRI, WIPHA);
  await change(SOMSRI, { activities: ['1', '2'] });
  const first = new Date('2021-03-01T09:00:00+07:00');
  // not even where there is no room for it: nothing is held back from who would not be told
  const result = await monthlySummary.run(jobDeps(database, { limit: 0, used: 0 }), first);
  expect(result).toMatchObject({ pushed: 0, riding: 1 });
  const own = { to: SOMSRI, purpose: 'monthly-summary' };
  const row = await database.models.outbox.findOne(own).lean();
  expect(row).toMatchObject({ state: 'waiting', error: null, expiresAt: null });
  expect(row).not.toHaveProperty('until');
  const before = used();
  expect(wordsIn(await office.say(SOMSRI, 'กลับมาแล้ว'))).toContain('กุมภาพันธ์ 2564');
  expect(used()).toBe(before);
  await expect.poll(() => database.models.outbox.findOne(own).lean()).toMatchObject({ state: 'sent' });
});
