/** F10: a transaction that nobody ends keeps an event locked, as one of a killed process does for a minute: it holds nobody else up. */
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { type Fault, type Found, isWhole, percentile, seconds, unless } from './fault.ts';
import { underStream } from './under-stream.ts';

const OFFICERS = 4;
const HELD_MS = 4_000;
/** Events that nobody holds either, of other people. */
const BESIDE = 10;
const P99_MS = 1_000;
/** In a test the machine may be busy, and slow without any lock: what counts then is how much slower the lock makes it. */
const SLOWER = 2;

export const orphanedTransaction: Fault = {
  id: 'F10',
  breaks: `an open event locked for ${HELD_MS / 1000} s by a transaction that nobody ends`,
  wanted: "nothing lost, nothing doubled, everybody else's events done within 1 s (p99)",
  rounds: { short: 1, whole: 30 },
  run,
};

async function run(rounds: number): Promise<Found> {
  const free: { from: number; to: number }[] = [];
  const locked: { from: number; to: number }[] = [];
  /** Of those beside it, what was still open when the lock ended. */
  let held = 0;
  return underStream(
    { members: 1, officers: OFFICERS, restMs: 100 },
    async ({ set, database, moreReports }) => {
      const client = await new mongoose.mongo.MongoClient(set.uri).connect();
      const inbox = client.db(database.connection.name).collection<{ _id: string; note?: string }>('inbox');
      for (let round = 0; round < rounds; round += 1) {
        const begun = Date.now();
        await pause(HELD_MS);
        free.push({ from: begun, to: Date.now() });
        const [at, _id] = [new Date(), `orphan-${round}`];
        // stored and locked before anybody can have taken it up, with others that are taken up together with it
        const due = new Date(at.getTime() + 500);
        const beside = Array.from({ length: BESIDE }, (_, index) => `beside-${round}-${index}`);
        await inbox.insertMany([_id, ...beside].map((id) => row(id, at, due)) as never[]);
        const session = client.startSession();
        session.startTransaction();
        await inbox.updateOne({ _id }, { $set: { note: 'held' } }, { session });
        const from = Date.now();
        await pause(HELD_MS);
        locked.push({ from, to: Date.now() });
        held += await inbox.countDocuments({ _id: { $in: beside }, open: true } as never);
        await session.abortTransaction();
        await session.endSession();
        await moreReports(1);
      }
      await client.close();
      return {
        figures: `${held} of ${rounds * BESIDE} left beside it held up`,
        missed: unless(held === 0, `${held} that lay beside it were held up`),
      };
    },
    ({ events }) => {
      const waitsIn = (times: typeof free): number[] =>
        events
          .filter(({ acknowledgedAt: at }) => times.some(({ from, to }) => at >= from && at <= to))
          .map(({ acknowledgedAt, doneAt }) => (doneAt ?? Date.now()) - acknowledgedAt);
      const waits = waitsIn(locked);
      const [p99, without] = [percentile(waits, 0.99), percentile(waitsIn(free), 0.99)];
      return {
        figures: `${waits.length} events meanwhile, done after ${seconds(percentile(waits, 0.5))} (p99 ${seconds(p99)}, without a lock ${seconds(without)})`,
        missed: unless(
          p99 <= (isWhole(rounds) ? P99_MS : Math.max(P99_MS, without * SLOWER)),
          `p99 ${seconds(p99)}`,
        ),
      };
    },
  );
}

/** An event as a process leaves it that is gone. */
function row(_id: string, at: Date, nextAt: Date): Record<string, unknown> {
  const message = { type: 'text', id: _id, text: 'สวัสดี' };
  const source = { type: 'user', userId: _id };
  const event = JSON.stringify({ type: 'message', timestamp: at.getTime(), source, message });
  const queued = { nextAt, holder: null, fence: 0, attempts: 0, error: null, doneAt: null };
  return { _id, office: '-', key: _id, at, receivedAt: at, event, state: 'open', open: true, ...queued };
}
