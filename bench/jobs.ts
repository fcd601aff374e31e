/** Reminders of 245 and of 2,450 offices of 40 activities: `node bench/jobs.ts`; against a bare insertMany of the same rows. Starts its own database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase, type Database } from '../src/db/connect.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { reminders } from '../src/jobs/reminders.ts';
import { quietLog } from '../src/log.ts';
import { jobDeps } from '../test/helpers/job-deps.ts';
import { fillOffices, NOW } from '../test/helpers/many-offices.ts';

const SMALL = 245;
const LARGE = 2450;
const ROUNDS = 3;

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** @returns milliseconds to decide and queue, and to insert the same rows in one go. */
async function measure(database: Database): Promise<{ job: number; bare: number; rows: number }> {
  const { outbox, slots } = database.models;
  const job: number[] = [];
  const bare: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await outbox.collection.deleteMany({});
    await slots.collection.deleteMany({});
    job.push(await timed(() => reminders.run(jobDeps(database, { limit: null, used: 0 }), NOW)));
    const made = await outbox.collection.find({}).toArray();
    rows = made.length;
    await outbox.collection.deleteMany({});
    bare.push(await timed(() => outbox.collection.insertMany(made)));
  }
  return { job: median(job), bare: median(bare), rows };
}

const dataDir = await mkdtemp(join(tmpdir(), 'kuebna-bench-'));
const started = await startEmbedded({ dataDir, log: quietLog });
if (!started.ok) throw new Error(started.message);
const connected = await connectDatabase(started.uri);
if (!connected.ok) throw new Error(connected.detail);
const { database } = connected;
try {
  await fillOffices(database, { offices: SMALL, activities: 40, officers: 5 });
  const small = await measure(database);
  for (let from = SMALL; from < LARGE; from += SMALL)
    await fillOffices(database, { offices: SMALL, activities: 40, officers: 5 }, from);
  const large = await measure(database);
  const result = {
    small: { offices: SMALL, ...small },
    large: { offices: LARGE, ...large },
    ratio: large.job / small.job,
    overBareInsert: small.job / small.bare,
    overBareInsertLarge: large.job / large.bare,
  };
  console.log(
    JSON.stringify(result, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
    ),
  );
} finally {
  await database.close();
  await started.stop();
  await rm(dataDir, { recursive: true, force: true });
}
