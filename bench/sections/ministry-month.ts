/** A month of a ministry by a clock that is moved: reminders, monthly summaries, announcements and taps, each office with an account and a quota of its own. */
import { startApp } from '../../src/app.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { quietLog } from '../../src/log.ts';
import { connectChannel } from '../../src/services/channels.ts';
import { sealer } from '../../src/services/sealing.ts';
import { hmacOf, tapEvent, textEvent } from '../lib/bodies.ts';
import { type FakeLine, startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { fillMinistry, OFFICERS, officerOf } from '../lib/ministry.ts';
import type { BenchMongo } from '../lib/mongo.ts';

/** Messages a month of LINE's free plan in Thailand. */
const QUOTA = 300;
const DAYS = 28;
/** When the clock stops on a day; what the jobs had to do since is done then. */
const HOURS = ['08:30', '09:00', '12:00', '17:30'];
const TAPS_A_DAY = 2;
const ANNOUNCED_ON = 10;
const KEY = sealer('the key of the bench, long enough');

/** @throws when something stayed open or was given up, or when nobody was sent anything. */
export async function ministryMonth(
  mongo: BenchMongo,
  { offices }: { offices: number },
): Promise<Measurements> {
  const connected = await connectDatabase(mongo.uri('month'));
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  await fillMinistry(database, offices);
  const line = await startFakeLine({ limit: QUOTA });
  await connectOffices(database, offices);
  let now = new Date('2021-01-31T18:00:00+07:00');
  const clock = { now: () => now };
  const app = await startApp({
    database,
    clock,
    realClock: clock,
    clockwork: true,
    earlyMs: 0,
    log: quietLog,
    sealer: KEY,
    at: { host: '127.0.0.1', port: 0 },
    line: { apiUrl: line.url, dataApiUrl: line.url, allowLoopbackHttp: true },
  });
  const say = writer(line, app.url, clock);
  const everywhere = Array.from({ length: offices }, (_, office) => office);
  const begun = performance.now();
  try {
    await app.clockwork!.catchUp();
    for (let day = 1; day <= DAYS; day += 1) {
      for (const hour of HOURS) {
        now = new Date(`2021-02-${String(day).padStart(2, '0')}T${hour}:00+07:00`);
        await app.clockwork!.catchUp();
        await app.outbox.flush();
        if (hour !== '12:00') continue;
        for (let tap = 0; tap < TAPS_A_DAY; tap += 1) {
          const officer = (day * TAPS_A_DAY + tap) % OFFICERS;
          const data = `do=reminded&code=${officer + 1}&answer=working`;
          await say(everywhere, (office) => tapEvent({ user: officerOf(office, officer), data }));
          await app.idle();
        }
        if (day !== ANNOUNCED_ON) continue;
        for (const text of ['ประกาศ ประชุมติดตามแผนวันศุกร์นี้', 'ยืนยัน']) {
          await say(everywhere, (office) => textEvent({ user: officerOf(office, OFFICERS), text }));
          await app.idle();
        }
        await app.outbox.flush();
      }
    }
    const seconds = (performance.now() - begun) / 1000;
    await expectNothingLeft(database);
    const sent = await sentBy(database);
    return {
      'ministry-month.seconds': [seconds],
      'ministry-month.events': [say.sent()],
      'ministry-month.lost': [say.unanswered()],
      'ministry-month.reminders': [sent.get('reminder') ?? 0],
      'ministry-month.summaries': [sent.get('monthly-summary') ?? 0],
      'ministry-month.announced': [sent.get('broadcast') ?? 0],
      'ministry-month.pushed': [line.pushed()],
      'ministry-month.most-pushed-of-an-office': [Math.max(...line.pushedBy().values())],
      'ministry-month.over-quota': [line.overLimit()],
      'ministry-month.doubled': [line.answeredTwice() + (await remindedTwice(database))],
    };
  } finally {
    await app.stop();
    await line.close();
    await database.close();
  }
}

const secretOf = (office: number): string => office.toString(16).padStart(32, '0');
const botOf = (office: number): string => `U${office.toString(16).padStart(32, '0')}`;

async function connectOffices(database: Database, offices: number): Promise<void> {
  for (let office = 0; office < offices; office += 1) {
    const token = { kind: 'long-lived', value: `token-of-${office}` } as const;
    const bot = { userId: botOf(office), basicId: `@${office}`, displayName: `${office}` };
    const act = { by: 'bench', now: new Date() };
    const credentials = { channelSecret: secretOf(office), token };
    const done = await connectChannel(database, KEY, `office-${office}`, credentials, bot, act);
    if (!done.ok) throw new Error(`office ${office} has another's account`);
  }
}

/** @returns what posts an event of each office to its own address; each is to be answered. */
function writer(line: FakeLine, url: string, clock: { now(): Date }) {
  let sent = 0;
  let answered = 0;
  async function post(office: number, event: ReturnType<typeof tapEvent | typeof textEvent>): Promise<void> {
    void line.answered(event.replyToken).then(() => (answered += 1));
    const events = [{ ...event, timestamp: clock.now().getTime() }];
    const body = Buffer.from(JSON.stringify({ destination: botOf(office), events }));
    const headers = { 'X-Line-Signature': hmacOf(body, secretOf(office)) };
    const once = async (): Promise<number> =>
      (await fetch(`${url}/webhook/office-${office}`, { method: 'POST', headers, body })).status;
    let status = await once();
    // as LINE does: again until it is taken
    while (status === 503) status = await once();
    if (status !== 200) throw new Error(`office ${office}: ${status}`);
    sent += 1;
  }
  async function say(
    offices: readonly number[],
    event: (office: number) => ReturnType<typeof tapEvent | typeof textEvent>,
  ): Promise<void> {
    await Promise.all(offices.map((office) => post(office, event(office))));
  }
  return Object.assign(say, { sent: () => sent, unanswered: () => sent - answered });
}

async function expectNothingLeft({ models }: Database): Promise<void> {
  const left = await Promise.all([
    models.inbox.countDocuments({ state: { $ne: 'done' } }),
    models.outbox.countDocuments({ open: true }),
    models.outbox.countDocuments({ state: 'dead' }),
  ]);
  if (left.some((count) => count > 0))
    throw new Error(`${left[0]} events not done, ${left[1]} messages open, ${left[2]} given up`);
}

async function sentBy({ models }: Database): Promise<Map<string, number>> {
  const found = await models.outbox.collection
    .aggregate<{ _id: string; count: number }>([
      { $match: { state: 'sent' } },
      { $group: { _id: '$purpose', count: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, count }) => [_id, count]));
}

/** @returns how many people were reminded twice on one day. */
async function remindedTwice({ models }: Database): Promise<number> {
  const found = await models.outbox.collection
    .aggregate([
      { $match: { state: 'sent', purpose: 'reminder' } },
      { $group: { _id: { to: '$to', day: '$record.day' }, count: { $sum: 1 } } },
      { $match: { count: { $gt: 1 } } },
    ])
    .toArray();
  return found.length;
}
