/** F13: the bot asked to end (SIGTERM) under a stream of reports, and started again. */
import { setTimeout as pause } from 'node:timers/promises';
import { LEASE_MS } from '../../../src/workers/timing.ts';
import { type Fault, isWhole, seconds, unless } from './fault.ts';
import { underStream } from './under-stream.ts';

const MOST_MS = 30_000;
/** A lease that was not given back begins before the event is acknowledged. */
const HELD_MS = LEASE_MS - 2_000;

export const stoppedInOrder: Fault = {
  id: 'F13',
  breaks: 'the bot asked to end with SIGTERM under a stream of reports',
  wanted:
    'it ends by itself with 0 within 30 s, nothing acknowledged is lost, takes effect twice or waits for the end of a lease',
  rounds: { short: 1, whole: 50 },
  run: (rounds) =>
    underStream(
      { members: 1, officers: 8, restMs: 20 },
      async ({ again, moreReports }) => {
        const codes: (number | null)[] = [];
        let longest = 0;
        for (let round = 0; round < rounds; round += 1) {
          await moreReports(3);
          await pause(Math.random() * 300);
          await again(async (bot) => {
            const begun = performance.now();
            codes.push(await bot.terminate());
            longest = Math.max(longest, performance.now() - begun);
          });
        }
        return {
          figures: `it took ${seconds(longest)} at most to end`,
          missed: [
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
        return {
          figures: `an event waited ${seconds(longest)} at most`,
          missed: unless(longest < HELD_MS, `one waited ${seconds(longest)}`),
        };
      },
    ),
};
