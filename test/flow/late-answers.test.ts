/** The bot was away longer than reply tokens live: what waited costs no quota, each person hears the last of it once, and nothing is pushed twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InboxDocument } from '../../src/db/inbox.ts';
import { freeRides } from '../../src/jobs/free-rides.ts';
import { testDatabase } from '../helpers/database.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

let sequence = 0;
/** What lay in the inbox when the bot came back, with a token LINE does not know any more. */
async function leftBehind(user: string, minutes: number, ...texts: string[]): Promise<void> {
  const received = Date.now() - minutes * 60_000;
  const rows = texts.map((text): InboxDocument => {
    sequence += 1;
    const at = new Date(office.clock.now().getTime() - minutes * 60_000 + sequence * 1000);
    const id = `late-${sequence}`;
    const event = {
      type: 'message',
      webhookEventId: id,
      timestamp: at.getTime(),
      mode: 'active',
      replyToken: `gone-${sequence}`,
      source: { type: 'user', userId: user },
      message: { type: 'text', id, quoteToken: 'q', text },
    };
    return {
      _id: id,
      office: '-',
      key: user,
      at,
      receivedAt: new Date(received + sequence),
      event: JSON.stringify(event),
      state: 'open',
      open: true,
      nextAt: new Date(),
      holder: null,
      fence: 0,
      attempts: 0,
      error: null,
      doneAt: null,
    };
  });
  const { inbox } = office.database.models;
  await inbox.collection.insertMany(rows as never);
  await expect.poll(() => inbox.countDocuments({ open: true }), { timeout: 30_000 }).toBe(0);
  await office.app.idle();
}
const answers = (to: string, state: 'waiting' | 'cancelled') =>
  office.database.models.outbox.countDocuments({ to, purpose: 'answer', state });
const used = () => office.simulator.state().quota.used;
const texts = (messages: unknown[]) => JSON.stringify(messages);

test.each([2, 30])(
  'what waited %i minutes is stored, costs nothing, and its last answer comes with the next',
  async (minutes) => {
    const before = used();
    const reports = await office.database.models.updates.countDocuments({});
    await leftBehind(SOMSRI, minutes, '1.2 ใช้งบ 10,000 บาท', 'บันทึก', 'งานของฉัน', 'ช่วยเหลือ');
    expect(await office.database.models.updates.countDocuments({})).toBe(reports + 1);
    await expect.poll(() => answers(SOMSRI, 'waiting')).toBe(1);
    expect(used()).toBe(before);
    const said = texts(await office.say(SOMSRI, 'งานของฉัน'));
    expect(said.match(/ล่าช้า"/g)).toHaveLength(1);
    expect(said).not.toContain('ยังไม่ได้บันทึก');
    expect(await answers(SOMSRI, 'waiting')).toBe(0);
    expect(texts(await office.say(SOMSRI, 'งานของฉัน'))).not.toContain('ล่าช้า"');
    expect(used()).toBe(before);
  },
);

test('a report nobody stored is told once, by one push, where there is quota for it', async () => {
  const before = used();
  await leftBehind(PRASERT, 2, '1.3.1 เสร็จแล้ว', 'ใช้งบ 5,000 บาท');
  await leftBehind(WIPHA, 2, 'สรุป', 'ล่าช้า');
  const { clock, app, database } = office;
  const run = () =>
    freeRides.run(jobDeps(database, { limit: 300, used: 299 }, { realNow: () => new Date() }), clock.now());
  expect(await run()).toMatchObject({ pushed: 0 });
  clock.moveTo(new Date(clock.now().getTime() + 2 * 3_600_000));
  expect(await run()).toMatchObject({ pushed: 1, held: 0 });
  await app.outbox.flush();
  expect(used()).toBe(before + 1);
  const told = office.simulator.state().messages.filter((one) => one.chat === PRASERT && one.from === 'bot');
  expect(texts(told)).toContain('ยังไม่ได้บันทึก');
  expect(await run()).toMatchObject({ pushed: 0 });
});

test('who writes on before hearing of it sees the newer card alone', async () => {
  await leftBehind(SOMSRI, 2, '1.2 ใช้งบ 11,000 บาท');
  const said = texts(await office.say(SOMSRI, '1.2 ใช้งบ 12,000 บาท'));
  expect(said).toContain('12,000');
  expect(said).not.toContain('ล่าช้า"');
  expect([await answers(SOMSRI, 'waiting'), await answers(SOMSRI, 'cancelled')]).toEqual([
    0,
    expect.any(Number),
  ]);
});
