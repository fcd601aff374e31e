/** Reminders while LINE answers badly: none reaches a person twice, none is lost, judged by the simulator's chats. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packMessages } from '../../src/db/outbox.ts';
import type { SimSwitches } from '../../src/simulator/types.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { freeRides } from '../../src/jobs/free-rides.ts';
import { reminders } from '../../src/jobs/reminders.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const digests = (chat: string) =>
  office.simulator
    .state()
    .messages.filter((one) => one.chat === chat && one.from === 'bot')
    .filter((one) => /\[เตือนพรุ่งนี้\]/.test(wordsIn([one])));

const rowOf = async (day: string) =>
  office.database.models.outbox.collection.findOne({ purpose: 'reminder', to: SOMSRI, 'record.day': day });

/** Sends the digest of that morning while LINE behaves so, until LINE is well again and all is settled. */
async function morning(day: string, failApi: SimSwitches['failApi']): Promise<void> {
  const at = new Date(`${day}T08:30:00+07:00`);
  await office.simulator.act({ act: 'clock', to: at.toISOString() });
  await office.simulator.act({ act: 'switches', set: { failApi } });
  const sends = office.simulator.state().log.length;
  await reminders.run(office.app.jobDeps, at);
  office.app.outbox.wake();
  await office.simulator.until(
    ({ log }) => log.slice(sends).some((one) => one.what.includes('/message/push') && one.status !== null),
    20_000,
  );
  await office.simulator.act({ act: 'switches', set: { failApi: 'no' } });
}

async function settled(day: string): Promise<string> {
  await expect
    .poll(async () => (await rowOf(day))?.['state'] as string, { timeout: 40_000, interval: 200 })
    .not.toBe('open');
  return (await rowOf(day))!['state'] as string;
}

// every third working day an overdue activity is spoken of again
test.each<[SimSwitches['failApi'], string]>([
  ['500', '2021-02-15'],
  ['429-rate', '2021-02-18'],
  ['reset', '2021-02-23'],
  ['timeout-after-accept', '2021-03-01'],
])('LINE answering %s: the digest arrives once', { timeout: 60_000 }, async (failApi, day) => {
  const before = digests(SOMSRI).length;
  await morning(day, failApi);
  expect(await settled(day)).toBe('sent');
  expect(digests(SOMSRI)).toHaveLength(before + 1);
  await expect.poll(() => rowOf(day)).toMatchObject({ record: { reachedOn: day } });
});

test('the month’s limit reached: it waits, is told to the manager, and rides free with the next answer', async () => {
  const day = '2021-03-04';
  const before = digests(SOMSRI).length;
  await morning(day, '429-monthly');
  expect(await settled(day)).toBe('waiting');
  await expect.poll(() => rowOf(day)).toMatchObject({ error: 'monthly-limit', record: { reachedOn: null } });
  expect(digests(SOMSRI)).toHaveLength(before);

  // the job of the next half hour names what LINE held back
  await freeRides.run(office.app.jobDeps, new Date(`${day}T09:00:00+07:00`));
  const told = wordsIn(await office.say(PRASERT, 'ช่วยเหลือ'));
  expect(told).toContain('ข้อความที่ยังไม่ได้ส่ง');
  expect(told).toContain('สมศรี');

  await office.app.outbox.flush();
  const { used } = office.simulator.state().quota;
  await office.say(SOMSRI, 'งานของฉัน');
  expect(digests(SOMSRI)).toHaveLength(before + 1);
  expect(office.simulator.state().quota.used).toBe(used);
  await expect
    .poll(() => rowOf(day))
    .toMatchObject({ state: 'sent', messages: null, record: { reachedOn: day } });

  await office.say(SOMSRI, 'งานของฉัน');
  expect(digests(SOMSRI)).toHaveLength(before + 1);
});

test('what LINE refuses does not take the answer along, and is given up after a second try', async () => {
  const day = '2021-03-09';
  const before = digests(SOMSRI).length;
  await morning(day, '429-monthly');
  expect(await settled(day)).toBe('waiting');
  const { collection } = office.database.models.outbox;
  await collection.updateOne(
    { _id: (await rowOf(day))!._id },
    { $set: { messages: packMessages([{ type: 'flex' }]) } },
  );
  expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('งานของฉัน');
  await expect.poll(() => rowOf(day)).toMatchObject({ state: 'waiting', refusals: 1 });
  expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('งานของฉัน');
  await expect.poll(() => rowOf(day)).toMatchObject({ state: 'dead', sentAt: expect.any(Date) as Date });
  expect(digests(SOMSRI)).toHaveLength(before);
});
