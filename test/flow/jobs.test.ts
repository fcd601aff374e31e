/** Jobs over many offices: how often they ask the database, that four instances and kills do each slot once, that the quota loses nothing. */
import mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { movableClock, realTimers } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { unpackMessages } from '../../src/db/outbox.ts';
import { NO_FIELDS } from '../../src/domain/activity.ts';
import { clockwork } from '../../src/jobs/clockwork.ts';
import { slotsBetween } from '../../src/jobs/cron-slots.ts';
import { rememberSizes } from '../../src/jobs/group-sizes.ts';
import type { DryRunEntry, Job } from '../../src/jobs/job.ts';
import { monthlySummary } from '../../src/jobs/monthly-summary.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { changeOwnDay } from '../../src/services/reminders-settings.ts';
import { testDatabase } from '../helpers/database.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { fillOffices, NOW } from '../helpers/many-offices.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;
const commands: { name: string; collection: string; command: Record<string, unknown> }[] = [];

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const model of Object.values(database.models)) await model.collection.deleteMany({});
});

const NO_LIMIT = { limit: null, used: 0 };
interface Row {
  _id: string;
  to: string;
  state: string;
}
const rows = async (where: Record<string, unknown> = {}): Promise<Row[]> =>
  (await database.models.outbox.collection.find(where).sort({ _id: 1 }).toArray()) as unknown as Row[];

/** Commands sent while `work` runs, counted on a connection of its own. */
async function counting(work: (own: Database) => Promise<void>): Promise<void> {
  const connection = mongoose.createConnection(uri, { monitorCommands: true });
  await connection.asPromise();
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const collection = String((command as Record<string, unknown>)[commandName]);
    commands.push({ name: commandName, collection, command: command as Record<string, unknown> });
  });
  const { collections } = await import('../../src/db/collections.ts');
  await work({ ...database, connection, models: collections(connection) });
  await connection.close();
}

describe('reminders of 245 offices of 40 activities', () => {
  test('are decided and queued in at most 6 commands an office', { timeout: 120_000 }, async () => {
    await fillOffices(database, { offices: 245, activities: 40, officers: 5 });
    commands.length = 0;
    await counting(async (own) => {
      await reminders.run(jobDeps(own, { limit: 35_000, used: 100 }), NOW);
    });
    const queued = await database.models.outbox.countDocuments({ purpose: 'reminder' });
    expect(queued).toBe(245 * 5);
    expect(commands.length).toBeGreaterThan(245);
    expect(commands.length / 245).toBeLessThanOrEqual(6);
    console.info(`${(commands.length / 245).toFixed(2)} commands an office`);

    await reminders.run(jobDeps(database, NO_LIMIT), NOW);
    expect(await database.models.outbox.countDocuments({ purpose: 'reminder' })).toBe(queued);
  });
});

describe('the monthly summary', () => {
  test('reads at most 200 index keys an office, without a sort in memory', async () => {
    await fillOffices(database, { offices: 3, activities: 40, officers: 5 });
    await database.models.groups.insertMany({
      _id: 'g',
      office: 'office-1',
      groupId: 'C1',
      name: 'กลุ่ม',
      linkedBy: null,
      state: 'active',
    });
    // a year of monthly reports on everything, as the year goes on
    const updates = Array.from({ length: 40 * 9 }, (_, index) => ({
      _id: `u${index}`,
      office: 'office-1',
      plan: 'plan-1',
      activity: String((index % 40) + 1),
      seq: Math.floor(index / 40) + 1,
      said: { ...NO_FIELDS, status: 'in_progress', percent: index % 100 },
      by: { member: 'office-1-m0', name: '', position: '' },
      at: new Date(Date.UTC(2020, 9 + Math.floor(index / 40), 20)),
      through: 'chat',
      evidence: [],
      voided: null,
    }));
    await database.models.updates.collection.insertMany(updates as never);
    const at = (month: string) => new Date(`${month}-01T09:00:00+07:00`);
    await monthlySummary.run(jobDeps(database, NO_LIMIT), at('2021-06'));
    commands.length = 0;
    await counting(async (own) => {
      await monthlySummary.run(jobDeps(own, NO_LIMIT), at('2021-07'));
    });
    const reads = commands.filter(({ name, command }) => {
      const text = JSON.stringify(command['filter'] ?? {});
      return name === 'find' && (text.includes('office-1') || text.includes('plan-1'));
    });
    let keys = 0;
    for (const { command } of reads) {
      const { lsid: _, $db: _1, $clusterTime: _2, $readPreference: _3, readConcern: _4, ...find } = command;
      const explained = await database.connection.getClient().db(database.connection.name).command({
        explain: find,
        verbosity: 'executionStats',
      });
      const plan = JSON.stringify(explained['queryPlanner']['winningPlan']);
      expect(plan, JSON.stringify(find)).not.toMatch(/"SORT"|COLLSCAN/);
      const { totalKeysExamined } = explained['executionStats'] as { totalKeysExamined: number };
      const offices = new Set(JSON.stringify(find['filter']).match(/office-\d+/g)).size || 1;
      keys += totalKeysExamined / offices;
    }
    expect(reads.length).toBeGreaterThan(3);
    expect(keys).toBeGreaterThan(40);
    expect(keys).toBeLessThanOrEqual(200);
    console.info(`${keys.toFixed(0)} index keys an office`);
  });

  test('goes once to managers, owners and groups, whoever runs it how often', async () => {
    await fillOffices(database, { offices: 2, activities: 6, officers: 2 });
    const at = new Date('2021-03-01T09:00:00+07:00');
    await Promise.all([1, 2, 3, 4].map(() => monthlySummary.run(jobDeps(database, NO_LIMIT), at)));
    await monthlySummary.run(jobDeps(database, NO_LIMIT), new Date('2021-03-02T09:00:00+07:00'));
    expect(await rows()).toHaveLength(2 * 3);
  });
});

describe('four instances', () => {
  test('that run the same job at once queue each digest once', async () => {
    await fillOffices(database, { offices: 12, activities: 9, officers: 3 });
    await Promise.all([1, 2, 3, 4].map(() => reminders.run(jobDeps(database, NO_LIMIT), NOW)));
    const queued = await rows({ purpose: 'reminder' });
    expect(queued).toHaveLength(12 * 3);
    expect(new Set(queued.map((row) => row.to)).size).toBe(12 * 3);
  });

  test('with clocks of their own do each slot once, and a killed one’s slot is taken over', async () => {
    const ran: string[] = [];
    const hanging = Promise.withResolvers<never>();
    let real = new Date('2026-03-02T02:00:00Z');
    const job = (instance: number, dies: () => boolean): Job => ({
      name: 'counted',
      cron: '0 * * * *',
      run(_, now) {
        if (dies()) return hanging.promise;
        ran.push(`${now.toISOString()} ${instance}`);
        return Promise.resolve({});
      },
    });
    let dying = false;
    const start = new Date('2021-02-15T09:10:00+07:00');
    const instances = [0, 1, 2, 3].map((instance) => {
      const clock = movableClock(start, { now: () => start });
      const deps = jobDeps(database, NO_LIMIT, { realNow: () => real });
      const dies = () => dying && instance === 0;
      const work = clockwork({
        jobs: [job(instance, dies)],
        deps,
        clock,
        timers: { after: () => () => undefined },
        holder: `instance ${instance}`,
        send: () => Promise.resolve(),
      });
      return { clock, work };
    });
    for (const { work } of instances) await work.catchUp();
    expect(ran).toEqual([]);

    // skewed by seconds, and one of them set back in between
    const move = async (which: readonly number[], time: string): Promise<void> => {
      await Promise.all(
        which.map((index) => {
          instances[index]!.clock.moveTo(new Date(`2021-02-15T${time}+07:00`));
          return instances[index]!.work.catchUp();
        }),
      );
    };
    await move([0, 1, 2, 3], '12:00:05');
    await move([1], '09:30:00');
    await move([1, 2], '12:30:00');
    const times = ran.map((one) => one.slice(0, 24));
    expect(times).toHaveLength(3);
    expect(new Set(times).size).toBe(3);

    dying = true;
    instances[0]!.clock.moveTo(new Date('2021-02-15T13:00:01+07:00'));
    await expect
      .poll(() => database.models.slots.countDocuments({ job: 'counted', 'outcome.state': 'running' }))
      .toBe(1);
    await move([1, 2, 3], '13:10:00');
    expect(ran).toHaveLength(3);
    real = new Date(real.getTime() + 61_000);
    await move([1, 2, 3], '13:11:00');
    expect(ran.slice(3).map((one) => one.slice(0, 24))).toEqual(['2021-02-15T06:00:00.000Z']);
  });

  test('killed in the middle of the offices leave the rest to the next, nobody twice', async () => {
    await fillOffices(database, { offices: 60, activities: 6, officers: 2 });
    let made = 0;
    const dying = jobDeps(database, NO_LIMIT);
    const rowsOf = dying.rows.bind(dying);
    const half = {
      ...dying,
      rows: (...args: Parameters<typeof rowsOf>) => {
        if (++made > 60) throw new Error('killed');
        return rowsOf(...args);
      },
    };
    await expect(reminders.run(half, NOW)).rejects.toThrow();
    const before = (await rows({ purpose: 'reminder' })).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(120);
    await reminders.run(jobDeps(database, NO_LIMIT), NOW);
    const after = await rows({ purpose: 'reminder' });
    expect(after).toHaveLength(120);
    expect(new Set(after.map((row) => row.to)).size).toBe(120);
  });
});

describe('on real time', () => {
  test('a slot missed by hours is caught up at the start, one missed by days is logged', async () => {
    await fillOffices(database, { offices: 1, activities: 6, officers: 2 });
    let now = new Date('2021-02-08T07:00:00+07:00');
    const warned: unknown[] = [];
    const log = { ...jobDeps(database, NO_LIMIT).log, warn: (...args: unknown[]) => warned.push(args) };
    const start = () =>
      clockwork({
        jobs: [reminders],
        deps: jobDeps(database, NO_LIMIT, { log: log as never, realNow: () => now }),
        clock: { now: () => now },
        timers: realTimers,
        holder: 'one',
        send: () => Promise.resolve(),
      });
    let running = start();
    await running.catchUp();
    await running.stop();
    expect(await rows()).toHaveLength(0);

    now = new Date('2021-02-15T11:15:00+07:00');
    running = start();
    await running.catchUp();
    await running.stop();
    expect(await rows({ purpose: 'reminder' })).toHaveLength(2);
    expect(JSON.stringify(warned)).toContain('slots-missed');

    running = start();
    await running.catchUp();
    await running.stop();
    expect(await rows({ purpose: 'reminder' })).toHaveLength(2);
  });
});

describe('the quota', () => {
  test.each<[string, number | null, number | null, string]>([
    ['is pushed where it has room', 500, 30, 'open'],
    ['is held where its size is unknown: it could eat the month', 500, null, 'waiting'],
    ['is pushed without a limit, whatever its size', null, null, 'open'],
  ])('a group’s summary %s', async (_what, limit, size, state) => {
    await fillOffices(database, { offices: 1, activities: 4, officers: 1 });
    const group = {
      _id: 'g',
      office: 'office-0',
      groupId: 'C1',
      name: 'กลุ่ม',
      linkedBy: null,
      state: 'active',
    };
    await database.models.groups.insertMany(group);
    const deps = jobDeps(database, { limit, used: 0 }, { memberCount: () => Promise.resolve(size) });
    await monthlySummary.run(deps, new Date('2021-03-01T09:00:00+07:00'));
    expect((await rows({ to: 'C1' })).map((row) => row.state)).toEqual([state]);
  });

  test('knows a group by its last size while LINE does not tell', async () => {
    const told = [12, null, 14, null];
    const size = rememberSizes(() => Promise.resolve(told.shift() ?? null));
    const heard: (number | null)[] = [];
    for (const group of ['C1', 'C1', 'C1', 'C1', 'C2']) heard.push(await size(group, 'o'));
    expect(heard).toEqual([12, 12, 14, 14, null]);
  });

  test('of 20 messages loses nothing untold', async () => {
    await fillOffices(database, { offices: 1, activities: 40, officers: 30 });
    await reminders.run(jobDeps(database, { limit: 20, used: 6 }), NOW);
    const all = await rows({ purpose: 'reminder' });
    const waiting = all.filter((row) => row.state === 'waiting');
    const open = all.filter((row) => row.state === 'open');
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThanOrEqual(14);
    expect(waiting.length).toBeGreaterThan(0);
    const [told, ...more] = await database.models.outbox
      .find({ purpose: 'held' })
      .lean<{ state: string; messages: string }[]>();
    expect(more).toEqual([]);
    expect(told!.state).toBe('waiting');
    const lines = String(unpackMessages(told!.messages)[0]!['text'])
      .split('\n')
      .filter((line) => line.startsWith('•'));
    expect(lines).toHaveLength(waiting.length);

    // the next day's digests take the place of those that wait
    await reminders.run(jobDeps(database, { limit: 20, used: 20 }), new Date('2021-02-16T08:30:00+07:00'));
    const later = await database.models.outbox
      .aggregate<{ _id: string; count: number }>([
        { $match: { purpose: 'reminder', state: 'waiting' } },
        { $group: { _id: '$to', count: { $sum: 1 } } },
      ])
      .exec();
    expect(later.every(({ count }) => count === 1)).toBe(true);
  });

  test('is shown by a dry run, which stores nothing', async () => {
    await fillOffices(database, { offices: 1, activities: 9, officers: 3 });
    const entries: DryRunEntry[] = [];
    const deps = jobDeps(database, { limit: 2, used: 1 }, { dryRun: (entry) => entries.push(entry) });
    await reminders.run(deps, NOW);
    expect(entries).toHaveLength(3);
    expect(entries[0]).toMatchObject({ name: 'เจ้าหน้าที่ 0', activities: ['1'] });
    expect(entries.filter((one) => one.does === 'send' && one.held && one.quota === 0).length).toBe(2);
    expect(await database.models.outbox.countDocuments()).toBe(0);
    expect(await database.models.slots.countDocuments()).toBe(0);
  });
});

test('a day off of the office’s own keeps it silent', async () => {
  await fillOffices(database, { offices: 2, activities: 6, officers: 2 });
  const day = { day: '2021-02-15', name: 'วันหยุดพิเศษ', kind: 'closed' } as const;
  expect(await changeOwnDay(database, 'office-0', day, NOW)).toMatchObject({ ok: true });
  await reminders.run(jobDeps(database, NO_LIMIT), NOW);
  expect((await rows()).every((row) => row._id.includes('office-1'))).toBe(true);
  expect(await rows()).toHaveLength(2);
  await changeOwnDay(database, 'office-0', { ...day, name: null }, NOW);
  await reminders.run(jobDeps(database, NO_LIMIT), NOW);
  expect(await rows()).toHaveLength(4);
});

test.each([
  ['0,30 8-17 * * *', '2021-02-15T08:00', '2021-02-15T09:30', ['08:30', '09:00', '09:30']],
  ['0 9 * * *', '2021-02-15T09:00', '2021-02-16T08:59', []],
  ['15 3 * * 1', '2021-02-14T00:00', '2021-02-16T00:00', ['03:15']],
])('slots of %s after %s up to %s', (pattern, from, to, times) => {
  const at = (text: string) => new Date(`${text}:00+07:00`);
  expect(slotsBetween(pattern, at(from), at(to)).map((slot) => slot.slice(11))).toEqual(times);
});
