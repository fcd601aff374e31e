/** F13: the bot asked to end (SIGTERM) under a stream of reports, and started again. */
import type { Database } from '../../../src/db/connect.ts';
import { type Fault, isWhole, seconds, unless } from './fault.ts';
import { underStream } from './under-stream.ts';

const MOST_MS = 30_000;

export const stoppedInOrder: Fault = {
  id: 'F13',
  breaks: 'the bot asked to end with SIGTERM under a stream of reports',
  wanted:
    'it ends by itself with 0 within 30 s and holds nothing any more, nothing acknowledged is lost or takes effect twice',
  rounds: { short: 1, whole: 50 },
  run: (rounds) =>
    underStream(
      { members: 1, officers: 8, restMs: 20 },
      async ({ again, atWork, database }) => {
        const codes: (number | null)[] = [];
        let longest = 0;
        let held = 0;
        for (let round = 0; round < rounds; round += 1) {
          await atWork(round);
          await again(async (bot) => {
            const begun = performance.now();
            codes.push(await bot.terminate());
            longest = Math.max(longest, performance.now() - begun);
            held += await stillHeld(database);
          });
        }
        return {
          figures: `it took ${seconds(longest)} at most to end and left ${held} rows or transactions held`,
          missed: [
            ...unless(held === 0, `${held} rows or transactions were left held`),
            ...unless(
              codes.every((code) => code === 0),
              `it ended with ${codes.join(', ')}`,
            ),
            ...unless(!isWhole(rounds) || longest <= MOST_MS, `it took ${seconds(longest)} to end`),
          ],
        };
      },
      ({ events }) => {
        const longest = Math.max(
          ...events.map(({ acknowledgedAt, doneAt }) => (doneAt ?? Date.now()) - acknowledgedAt),
        );
        // mostly for its sender's earlier ones: a life between two stops is too short for all that is sent
        return { figures: `an event waited ${seconds(longest)} at most`, missed: [] };
      },
    ),
};

/** @returns how many rows have a holder, and how many transactions are open, when no bot is there. */
async function stillHeld({ connection, models }: Database): Promise<number> {
  const held = { open: true, holder: { $ne: null } } as never;
  // what was sent is noted without waiting for a majority
  const options = { readConcern: { level: 'local' } } as const;
  const rows = await Promise.all(
    [models.inbox, models.outbox].map(({ collection }) => collection.countDocuments(held, options)),
  );
  const { transactions } = await connection.getClient().db('admin').command({ serverStatus: 1 });
  return rows[0]! + rows[1]! + Number((transactions as { currentOpen: number }).currentOpen);
}
