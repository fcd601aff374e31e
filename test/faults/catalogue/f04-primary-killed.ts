/** F4: the primary of three members killed under a stream of reports and started again, over and over. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, type Found, percentile, seconds, unless } from './fault.ts';
import { underStream } from './under-stream.ts';

const OFFICERS = 5;
/**
 * Between two reports of one officer, who wait for no answer: what comes in faster than one person's messages can be
 * answered waits however well elections are got over.
 */
const REST_MS = 500;
/** Between two kills, beyond what it takes to report once each. */
const UP_MS = 6_000;
/** The others ask for each batch of the log; by default a primary sends them on, and they would find all of it when they go on. */
const ASKED_FOR = ['--setParameter', 'oplogFetcherUsesExhaust=false'];
/** What only the primary has by then is gone with it. */
const ALONE_MS = 1_500;
/** The longest anybody may wait once there is a primary again. */
const WAIT_MS = 20_000;

export const primaryKilled: Fault = {
  id: 'F4',
  breaks: 'the primary of three members killed under a stream, started again 3 to 5 s later',
  wanted: 'nothing lost, nothing doubled, nobody waits more than 20 s after an election',
  rounds: { short: 1, whole: 30 },
  run,
};

async function run(rounds: number): Promise<Found> {
  const electionMs = rounds < 10 ? 2_000 : 10_000;
  /** Times during which there was no primary. */
  const away: { from: number; to: number }[] = [];
  return underStream(
    {
      members: 3,
      officers: OFFICERS,
      restMs: REST_MS,
      mostUnanswered: Infinity,
      electionMs,
      more: ASKED_FOR,
    },
    async ({ set, moreReports }) => {
      for (let round = 0; round < rounds; round += 1) {
        await moreReports(OFFICERS);
        await pause(Math.random() * UP_MS);
        const primary = await set.primary();
        const others = set.members.filter((one) => one !== primary);
        for (const one of others) one.freeze();
        await pause(ALONE_MS);
        const from = Date.now();
        await primary.kill();
        for (const one of others) one.thaw();
        const again = pause(3_000 + Math.random() * 2_000).then(() => primary.start());
        await set.primary(primary);
        away.push({ from, to: Date.now() });
        await again;
      }
      const elections = away.map(({ from, to }) => to - from);
      return {
        figures: `elections ${seconds(percentile(elections, 0.5))} in the middle, ${seconds(Math.max(...elections))} at most`,
        missed: [],
      };
    },
    ({ events }) => {
      /** Time during which somebody could have worked on it. */
      const waits = events.map(({ acknowledgedAt, doneAt }) => {
        const until = doneAt ?? Date.now();
        const without = away.map(({ from, to }) => Math.min(to, until) - Math.max(from, acknowledgedAt));
        return until - acknowledgedAt - without.reduce((sum, one) => sum + Math.max(0, one), 0);
      });
      const [longest, withElections] = [
        Math.max(...waits),
        Math.max(...events.map(({ acknowledgedAt, doneAt }) => (doneAt ?? Date.now()) - acknowledgedAt)),
      ];
      const unanswered = events.filter(({ answeredAt }) => answeredAt === null).length;
      return {
        figures: [
          `${events.length} events, waited with a primary there ${seconds(longest)} at most (p99 ${seconds(percentile(waits, 0.99))}), elections included ${seconds(withElections)}`,
          `${unanswered} not answered by their own token`,
        ].join('; '),
        missed: unless(longest <= WAIT_MS, `one waited ${seconds(longest)}`),
      };
    },
  );
}
