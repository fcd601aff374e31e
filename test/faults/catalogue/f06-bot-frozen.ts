/** F6: one of two instances stopped for longer than its leases last, and let go on: what it still believes in is no longer its own. */
import { setTimeout as pause } from 'node:timers/promises';
import { LEASE_MS } from '../../../src/queue/timing.ts';
import { type Fault, type Found, isWhole, seconds, unless } from './fault.ts';
import { SHIPPED, underStream } from './under-stream.ts';

const OFFICERS = 5;
/** The longest anybody may wait for a stopped one; beside the other tests a lease and a little more. */
const WAIT_MS = 10_000;
const SHORT_MS = LEASE_MS + 5_000;
/** Longer than that: else whoever was stopped finishes late itself, and nobody sees that it was not taken over. */
const STOPPED_MS = 7_000;
/** Instances of a whole run: all but two are stopped at once. */
const MANY = 10;

export const botFrozen: Fault = {
  id: 'F6',
  breaks: `an instance stopped (SIGSTOP) for longer than it may be silent, and than a lease, and let go on, one of two or ${MANY - 2} of ${MANY} at once`,
  wanted: 'nothing lost, nothing written or sent twice, nobody waits for it longer than 10 s',
  rounds: { short: 1, whole: 100 },
  run,
};

async function run(rounds: number): Promise<Found> {
  return underStream(
    { members: 1, bots: isWhole(rounds) ? MANY : 2, officers: OFFICERS, restMs: 50, more: SHIPPED },
    async ({ bots, moreReports }) => {
      const atOnce = isWhole(rounds) ? MANY - 2 : 1;
      for (let stopped = 0; stopped < rounds; stopped += atOnce) {
        await moreReports(OFFICERS);
        const pids = Array.from({ length: atOnce }, (_, index) => bots[(stopped + index) % bots.length]!.pid);
        for (const pid of pids) process.kill(pid, 'SIGSTOP');
        // a webhook that comes to it is not answered, and goes to the other
        await pause(LEASE_MS + STOPPED_MS + Math.random() * 2_000);
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      }
      return { figures: '', missed: [] };
    },
    ({ events }) => {
      const waits = events.map(({ acknowledgedAt, doneAt }) => (doneAt ?? Date.now()) - acknowledgedAt);
      const longest = Math.max(...waits);
      return {
        figures: `an event in the stopped one's hand waited ${seconds(longest)} at most`,
        missed: unless(longest <= (isWhole(rounds) ? WAIT_MS : SHORT_MS), `one waited ${seconds(longest)}`),
      };
    },
  );
}
