/** What waits must cost nobody: reports of fifty people caught up with after a pause against fresh ones, with others answered meanwhile, and many on one activity against many on eleven. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../src/db/connect.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import { eventId, signedRequest, textEvent } from '../lib/bodies.ts';
import { residentMegabytes, startBot } from '../lib/bot.ts';
import { DEAD, type FakeLine, startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { closedLoop } from '../lib/load.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { openOffice, PEOPLE, SENTENCE } from '../lib/office.ts';
import { percentile } from '../lib/stats.ts';

/** Those whose reports wait, and those who write meanwhile. */
const WAITING = PEOPLE.slice(0, 50);
const FRESH = PEOPLE.slice(100, 300);
const TOGETHER = 20;
/** A pause in which every reply token died. */
const AGO_MS = 5 * 60_000;

export interface BacklogOptions {
  /** That wait. */
  events: number;
  /** Measured beside them, posted one after the other. */
  fresh: number;
  /** Everybody saves at once, so often. */
  rounds: number;
}

/** @throws when one was lost, doubled, given up, taken out of its order, or paid for. */
export async function backlog(mongo: BenchMongo, options: BacklogOptions): Promise<Measurements> {
  const line = await startFakeLine();
  const uri = mongo.uri('backlog');
  const database = await openOffice(uri, ['1', '2', '3', '4', '5']);
  const codes = await leaves(database);
  const measured: Measurements = {};
  try {
    const usual = await freshRate(database, line, uri, codes, options.fresh);
    measured['backlog.rate.fresh'] = [usual];
    await empty(database);
    const found = await drain(database, line, uri, codes, options.events);
    Object.assign(measured, found, { 'backlog.rate/fresh': [found['backlog.rate']![0]! / usual] });
    await empty(database);
    Object.assign(measured, await together(line, uri, codes, options.rounds));
  } finally {
    await database.close();
    await line.close();
  }
  return measured;
}

async function leaves({ models }: Database): Promise<string[]> {
  return (await models.activities.find({ leaf: true }).sort({ order: 1 }).lean()).map(({ code }) => code);
}

async function empty({ models }: Database): Promise<void> {
  const { inbox, outbox, conversations, updates, activities } = models;
  await Promise.all([inbox, outbox, conversations, updates].map((one) => one.collection.deleteMany({})));
  await activities.collection.updateMany({}, { $set: { 'state.seq': 0 } });
}

/** A sentence and its save by turns, of one person after the other; the sum says which report it is. */
function reports(codes: readonly string[], count: number, begin: number, tokens: string) {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / WAITING.length);
    const person = index % WAITING.length;
    const report = Math.floor(round / 2);
    const baht = (report + 1) * 1000 + person;
    const text = round % 2 === 0 ? `${codes[(person + report) % codes.length]} ใช้งบ ${baht} บาท` : 'บันทึก';
    const event = textEvent({ user: WAITING[person]!, text, replyToken: `${tokens}${index}` });
    return { ...event, timestamp: begin + index * 10 };
  });
}

async function freshRate(
  database: Database,
  line: FakeLine,
  uri: string,
  codes: readonly string[],
  count: number,
): Promise<number> {
  const bot = await startBot(uri, line.url);
  try {
    const events = reports(codes, count, Date.now(), 'live-');
    const before = line.accepted();
    const started = performance.now();
    const requests = events.map((event) => signedRequest([event]));
    await closedLoop({ port: bot.port, connections: 32, milliseconds: Infinity, requests, again: true });
    while (line.accepted() - before < count) await wait(20);
    const rate = (count / (performance.now() - started)) * 1000;
    await judge(database, count);
    return rate;
  } finally {
    await bot.stop();
  }
}

/** Nobody holds them: whoever did is gone. */
async function leave({ models }: Database, events: ReturnType<typeof reports>): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < events.length; from += 5_000) {
    const rows = events.slice(from, from + 5_000).map((event): InboxDocument => {
      const received = new Date(event.timestamp);
      return {
        _id: event.webhookEventId,
        office: '-',
        key: event.source.userId,
        at: received,
        receivedAt: received,
        event: JSON.stringify(event),
        state: 'open',
        open: true,
        nextAt: new Date(now),
        holder: null,
        fence: 0,
        attempts: 0,
        error: null,
        doneAt: null,
      };
    });
    await models.inbox.collection.insertMany(rows as never[]);
  }
}

async function drain(
  database: Database,
  line: FakeLine,
  uri: string,
  codes: readonly string[],
  count: number,
): Promise<Measurements> {
  // what is sent over minutes by fifty people lies before the pause
  await leave(database, reports(codes, count, Date.now() - AGO_MS - count * 10, DEAD));
  const pushed = line.pushed();
  const bot = await startBot(uri, line.url);
  const latencies: number[] = [];
  let megabytes = 0;
  let done = false;
  try {
    const started = performance.now();
    const meanwhile = (async () => {
      for (let turn = 0; !done; turn += 1) {
        latencies.push(await answered(bot.port, line, FRESH[turn % FRESH.length]!, SENTENCE));
        megabytes = Math.max(megabytes, residentMegabytes(bot.pid) ?? 0);
        await wait(250);
      }
    })();
    const left = { office: '-', key: { $in: WAITING }, open: true as const };
    while (await database.models.inbox.exists(left)) await wait(100);
    const milliseconds = performance.now() - started;
    done = true;
    await meanwhile;
    await judge(database, count);
    if (line.pushed() > pushed) throw new Error(`${line.pushed() - pushed} answers were paid for`);
    return {
      'backlog.rate': [(count / milliseconds) * 1000],
      'backlog.seconds': [milliseconds / 1000],
      'backlog.fresh-ms.median': [percentile(latencies, 0.5)],
      'backlog.fresh-ms.longest': [Math.max(...latencies)],
      'backlog.mb.most': [megabytes],
    };
  } finally {
    await bot.stop();
  }
}

/** @returns milliseconds from posting until LINE has accepted the answer. */
async function answered(port: number, line: FakeLine, user: string, text: string): Promise<number> {
  const event = textEvent({ user, text, replyToken: `live-${eventId()}` });
  const accepted = line.answered(event.replyToken);
  const started = performance.now();
  await closedLoop({
    port,
    connections: 1,
    milliseconds: Infinity,
    requests: [signedRequest([event])],
    again: true,
  });
  await accepted;
  return performance.now() - started;
}

/**
 * @throws unless all events are done, none is given up or took effect twice, and each person's are in their order.
 */
async function judge({ models }: Database, count: number): Promise<void> {
  const done = await models.inbox.countDocuments({ state: 'done', key: { $in: WAITING } });
  const found = await models.updates.find({ through: 'chat' }).sort({ at: 1, _id: 1 }).lean();
  const effects = new Set(found.map(({ event }) => event)).size;
  if (done !== count || effects !== found.length || effects < count / 2)
    throw new Error(`${done} of ${count} events done, ${found.length} reports stored by ${effects} of them`);
  const byPerson = Map.groupBy(found, ({ by }) => by.member);
  for (const own of byPerson.values()) {
    const sums = own.map(({ said }) => said.spent ?? 0);
    if (sums.some((sum, index) => index > 0 && sum <= sums[index - 1]!))
      throw new Error(`reports of one person were stored out of their order: ${sums.join(' ')}`);
  }
}

/** Twenty people save at once, all on one activity and all over eleven, by turns. */
async function together(
  line: FakeLine,
  uri: string,
  codes: readonly string[],
  rounds: number,
): Promise<Measurements> {
  const bot = await startBot(uri, line.url);
  const found: Record<'one' | 'eleven', number[]> = { one: [], eleven: [] };
  try {
    // the first round warms up and is not counted
    for (let round = -1; round < rounds; round += 1) {
      for (const where of round % 2 === 0 ? (['one', 'eleven'] as const) : (['eleven', 'one'] as const)) {
        const people = PEOPLE.slice(0, TOGETHER);
        const code = (index: number) => (where === 'one' ? codes[3]! : codes[index % 11]!);
        await Promise.all(
          people.map((user, index) =>
            answered(bot.port, line, user, `${code(index)} ใช้งบ ${1000 + round * 50 + index} บาท`),
          ),
        );
        const latencies = await Promise.all(people.map((user) => answered(bot.port, line, user, 'บันทึก')));
        if (round >= 0) found[where].push(percentile(latencies, 0.95));
      }
    }
  } finally {
    await bot.stop();
  }
  return {
    'backlog.together-p95-ms.one': found.one,
    'backlog.together-p95-ms.eleven': found.eleven,
    'backlog.together-p95.one/eleven': found.one.map((one, index) => one / found.eleven[index]!),
  };
}
