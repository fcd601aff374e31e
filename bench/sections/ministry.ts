/** A ministry's morning on two bots: answers to taps on reminders, beside a noisy office too; and what an office costs among 24 and among 245. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { findOffices } from '../../src/db/offices.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { readOverview } from '../../src/services/dashboard.ts';
import { jobDeps } from '../../test/helpers/job-deps.ts';
import { NOW } from '../../test/helpers/many-offices.ts';
import { signedRequest, textEvent } from '../lib/bodies.ts';
import { type BenchBot, startBot } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { closedLoop } from '../lib/load.ts';
import { fillMinistry, OFFICERS, officerOf, OFFICES } from '../lib/ministry.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { median, orderOf, percentile } from '../lib/stats.ts';
import { PATIENCE_MS, taps, waitsOf } from '../lib/taps.ts';

const FEW = 24;
const BOTS = 2;
/** A job takes seconds; of what takes milliseconds few looks decide nothing. */
const LOOKS = { job: 5, dashboard: 61 };
const BODIES_A_SECOND = 100;
const NOISE_OF = 0;

/** @throws when a tap was not worked off, was given up, or was answered by a message that costs. */
export async function ministry(
  mongo: BenchMongo,
  options: { seconds: number; noise: { seconds: number; eventsASecond: number } },
): Promise<Measurements> {
  const uri = mongo.uri('ministry');
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  const line = await startFakeLine();
  const bots: BenchBot[] = [];
  try {
    const seeding = performance.now();
    await fillMinistry(database, OFFICES);
    const measured: Measurements = { 'ministry.seconds.seeding': [(performance.now() - seeding) / 1000] };
    Object.assign(measured, await anOffice(mongo, database));
    // what the job has queued is not sent here
    await database.models.outbox.collection.deleteMany({});
    while (bots.length < BOTS) bots.push(await startBot(uri, line.url));
    const ports = bots.map(({ port }) => port);
    await taps(line, ports, 5);
    const morning = waitsOf(await taps(line, ports, options.seconds));
    // beside the noise and, for as long, right before and right after it: what the machine does meanwhile meets all alike
    const window = Math.max(options.noise.seconds * 2, 10);
    const before = waitsOf(await taps(line, ports, window));
    const [beside, sent] = await Promise.all([
      taps(line, ports, window).then(waitsOf),
      pause(1_000).then(() => noise(ports, options.noise)),
    ]);
    const { inbox } = database.models;
    await workedOff(database);
    const after = waitsOf(await taps(line, ports, window));
    await workedOff(database);
    const open = await inbox.countDocuments({ open: true });
    const dead = await inbox.countDocuments({ state: 'dead' });
    // what a job of the real day sends meanwhile is its own matter
    const paid = await database.models.outbox.countDocuments({ kind: 'push', purpose: 'answer' });
    const drafts = await database.models.conversations.estimatedDocumentCount();
    const lost = [...morning, ...before, ...beside, ...after].filter((one) => one >= PATIENCE_MS).length;
    if (open + dead + paid > 0 || drafts === 0)
      throw new Error(`${open} open, ${dead} given up, ${paid} late answers, ${drafts} drafts`);
    return {
      ...measured,
      'ministry.taps': [morning.length],
      'ministry.answer-ms.p50': [percentile(morning, 0.5)],
      'ministry.answer-ms.p95': [percentile(morning, 0.95)],
      'ministry.answer-ms.longest': [Math.max(...morning)],
      'ministry.unanswered': [lost],
      'ministry.sent-by-jobs': [line.pushed()],
      'ministry.noise.events': [sent],
      'ministry.answer-ms.p95-beside-noise': [percentile(beside, 0.95)],
      'ministry.answer-ms.p95-before-noise': [percentile(before, 0.95)],
      'ministry.answer-ms.p95-after-noise': [percentile(after, 0.95)],
      'ministry.noise/quiet': [percentile(beside, 0.95) / percentile([...before, ...after], 0.95)],
    };
  } finally {
    for (const bot of bots) await bot.stop();
    await database.close();
    await line.close();
  }
}

/** Resolves when no event is open, or when none of them could be answered any more. */
async function workedOff({ models }: Database): Promise<void> {
  for (const until = Date.now() + 5 * PATIENCE_MS; Date.now() < until; await pause(200))
    if (!(await models.inbox.exists({ open: true }))) return;
}

/** Everybody of one office writes again and again. @returns how many events were sent. */
async function noise(
  ports: readonly number[],
  { seconds, eventsASecond }: { seconds: number; eventsASecond: number },
): Promise<number> {
  const each = eventsASecond / BODIES_A_SECOND;
  const begun = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let body = 0; body < seconds * BODIES_A_SECOND; body += 1) {
    await pause(Math.max(0, begun + (body * 1000) / BODIES_A_SECOND - performance.now()));
    const events = Array.from({ length: each }, (_, at) =>
      textEvent({ user: officerOf(NOISE_OF, (body * each + at) % OFFICERS), text: 'งานของฉัน' }),
    );
    const requests = [signedRequest(events)];
    const port = ports[body % ports.length]!;
    sent.push(closedLoop({ port, connections: 1, milliseconds: PATIENCE_MS, requests, again: true }));
  }
  await Promise.all(sent);
  return sent.length * each;
}

/** What one office takes among few and among all, in turn: of the reminders' job, and of a look at its dashboard; milliseconds and keys MongoDB examined. */
async function anOffice(mongo: BenchMongo, among: Database): Promise<Measurements> {
  const connected = await connectDatabase(mongo.uri('ministry-few'));
  if (!connected.ok) throw new Error(connected.detail);
  const few = connected.database;
  await fillMinistry(few, FEW);
  const sides = [
    { name: FEW, database: few, offices: FEW },
    { name: OFFICES, database: among, offices: OFFICES },
  ];
  const measured: Measurements = {};
  const note = (name: string, value: number): void => void (measured[`ministry.${name}`] ??= []).push(value);
  for (const kind of ['job', 'dashboard'] as const) {
    for (let round = 0; round <= LOOKS[kind]; round += 1) {
      for (const { name, database, offices } of orderOf(sides, round)) {
        const { models } = database;
        const [one] = (await findOffices(models)).offices;
        const work = (): Promise<unknown> =>
          kind === 'job'
            ? reminders.run(jobDeps(database, { limit: null, used: 0 }), NOW)
            : readOverview(database, one!, NOW);
        const each = kind === 'job' ? offices : 1;
        // once to warm up, and for the keys: counting them takes time itself
        if (round === 0) note(`${kind}-keys.${name}`, (await keysOf(database, work)) / each);
        else {
          const begun = performance.now();
          await work();
          note(`${kind}-ms.${name}`, (performance.now() - begun) / each);
        }
        await models.outbox.collection.deleteMany({});
        await models.slots.collection.deleteMany({});
      }
    }
    for (const figure of [`${kind}-ms`, `${kind}-keys`]) {
      const [ofFew, ofAll] = [FEW, OFFICES].map((name) => median(measured[`ministry.${figure}.${name}`]!));
      note(`${figure}.${OFFICES}/${FEW}`, ofAll! / ofFew!);
    }
  }
  await few.close();
  return measured;
}

/** @returns the keys of indexes that MongoDB read meanwhile, as its profiler counted them. */
async function keysOf(database: Database, work: () => Promise<unknown>): Promise<number> {
  const db = database.connection.getClient().db(database.connection.name);
  await db.command({ profile: 0 });
  await db.dropCollection('system.profile').catch(() => undefined);
  await db.createCollection('system.profile', { capped: true, size: 256 * 1024 ** 2 });
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  const [sum] = await db
    .collection('system.profile')
    .aggregate<{ keys: number }>([{ $group: { _id: null, keys: { $sum: '$keysExamined' } } }])
    .toArray();
  return sum?.keys ?? 0;
}
