/** What must not happen, each tried: a question outlives its day, somebody takes back another's report, waiting messages are pushed beyond the month. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeTap } from '../../src/bot/tap.ts';
import { freeRides } from '../../src/jobs/free-rides.ts';
import { testDatabase } from '../helpers/database.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const used = (): number => office.simulator.state().quota.used;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));

test('a question of yesterday is answered by no tap, and sends nothing', async () => {
  await office.say(PRASERT, 'ประกาศ ประชุมวันจันทร์');
  const before = used();
  office.clock.moveTo(new Date('2021-02-16T11:00:00+07:00'));
  expect(wordsIn(await office.tap(PRASERT, 'ส่งรายบุคคล'))).toContain('การ์ดนี้ปิดไปแล้ว');
  expect(used()).toBe(before);
});

test('whoever else works on an activity does not take back a report of it', async () => {
  await office.say(SOMSRI, '1.2 กำลังดำเนินการ ใช้งบ 900 บาท');
  await office.say(SOMSRI, 'บันทึก');
  const { members, updates } = office.database.models;
  const stored = (await updates.findOne({}).lean<{ _id: string }>())!;
  await members.updateOne({ userId: PRASERT }, { $set: { roles: ['officer'], activities: ['1.2'] } });
  const data = encodeTap({ do: 'undo', update: stored._id });
  const said = wordsIn(await office.act({ act: 'postback', user: PRASERT, chat: PRASERT, data }, PRASERT));
  expect(said).not.toContain('[ยืนยันการยกเลิก]');
  await office.say(PRASERT, 'ยืนยันการยกเลิก');
  expect(await updates.countDocuments({ voided: { $ne: null } })).toBe(0);
  await members.updateOne({ userId: PRASERT }, { $set: { roles: ['manager'], activities: [] } });
});

test('what nothing is made of twice in a row is answered in two ways', async () => {
  await office.say(PRASERT, 'สรุป');
  const first = await ask('ฟหกด่าสว ฟหกด');
  expect(await ask('ฟหกด่าสว ฟหกด')).not.toBe(first);
});

test('a message that waited in vain is pushed as far as the month has room', async () => {
  const { outbox } = office.database.models;
  await office.say(PRASERT, 'เตือน 1.3 1)');
  await office.tap(PRASERT, 'แจ้งเมื่อผู้รับทักมา');
  const waiting = { purpose: 'nudge', state: 'waiting' } as const;
  await outbox.updateMany(waiting, { $set: { cost: 1, until: new Date('2021-02-16T03:00:00Z') } });
  const now = new Date('2021-02-16T13:00:00+07:00');
  const run = (left: number) =>
    freeRides.run(jobDeps(office.database, { limit: 300, used: 300 - left }), now);
  expect(await run(0)).toMatchObject({ pushed: 0, held: 1 });
  expect(await outbox.countDocuments(waiting)).toBe(1);
});
