/** F14: MongoDB takes writes that cannot become durable: a majority that does not answer, and a disk that is full. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../src/db/connect.ts';
import { postWebhook } from '../../helpers/bot-process.ts';
import { textEvent } from '../ledger.ts';
import { type Fault, type Found, unless } from './fault.ts';
import { underStream, type UnderStream } from './under-stream.ts';

const OFFICERS = 5;
const FROZEN_MS = 5_000;
/** Less than what the filling brings. */
const ROOM_MEGABYTES = 20;

export const notDurable: Fault = {
  id: 'F14',
  breaks: 'two of three members frozen, so that no majority answers; every second time a disk that is full',
  wanted: 'never 200 without a durable row, nothing lost, nothing doubled',
  rounds: { short: 1, whole: 10 },
  run,
};

async function run(rounds: number): Promise<Found> {
  const counts = { frozen: 0, meanwhile: 0, full: 0 };
  return underStream({ members: 3, officers: OFFICERS, restMs: 100, electionMs: 2_000 }, async (stream) => {
    for (let round = 0; round < rounds; round += 1) {
      await stream.moreReports(OFFICERS);
      if (round % 2 === 0) {
        counts.meanwhile += await withoutMajority(stream, round);
        counts.frozen += 1;
      } else {
        await fullDisk(stream);
        counts.full += 1;
      }
    }
    await stream.moreReports(OFFICERS);
    return {
      figures: `${counts.frozen} times without a majority, ${counts.meanwhile} events acknowledged meanwhile; ${counts.full} times a full disk`,
      missed: unless(counts.meanwhile === 0, `${counts.meanwhile} acknowledged without a majority`),
    };
  });
}

/** @returns events that were acknowledged although they were sent once the majority was gone. */
async function withoutMajority({ set, bot }: UnderStream, round: number): Promise<number> {
  const primary = await set.primary();
  const others = set.members.filter((one) => one !== primary);
  for (const one of others) one.freeze();
  const statuses: (number | null)[] = [];
  const begun = Date.now();
  for (let sent = 0; Date.now() - begun < FROZEN_MS; sent += 1) {
    const id = `frozen-${round}-${sent}`;
    statuses.push(await postWebhook(bot.url, [textEvent(id, sent % OFFICERS, 'งานของฉัน')]));
    await pause(50);
  }
  for (const one of others) one.thaw();
  return statuses.filter((status) => status === 200).length;
}

/** Every member on a disk that fills up: they end, and come back with room. */
async function fullDisk({ set, database }: UnderStream): Promise<void> {
  for (const one of set.members) {
    await one.kill();
    await one.start(ROOM_MEGABYTES);
  }
  await set.primary();
  const filling = fill(database);
  await Promise.race(set.members.map((one) => one.ended()));
  await filling;
  for (const one of set.members) {
    await one.kill();
    await one.start();
  }
  await set.primary();
  await database.connection
    .getClient()
    .db('filling')
    .dropDatabase()
    .catch(() => undefined);
}

async function fill(database: Database): Promise<void> {
  const collection = database.connection.getClient().db('filling').collection('bytes');
  for (let megabytes = 0; megabytes < 1_000; megabytes += 4) {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const some = Array.from({ length: 4 }, () => ({
      bytes: Buffer.concat(Array.from({ length: 16 }, () => bytes)),
    }));
    const stored = await collection.insertMany(some, { writeConcern: { w: 1 } }).then(
      () => true,
      () => false,
    );
    if (!stored) return;
  }
}
