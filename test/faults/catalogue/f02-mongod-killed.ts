/** F2: the only mongod killed under a stream of reports and started again at once, over and over. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, type Found, percentile, seconds, unless } from './fault.ts';
import { underStream } from './under-stream.ts';

/** From its return until the bot takes traffic again. */
const READY_MS = 15_000;

export const mongodKilled: Fault = {
  id: 'F2',
  breaks: 'mongod killed under a stream and started again',
  wanted: 'nothing lost, nothing doubled, ready again within 15 s',
  rounds: { short: 1, whole: 50 },
  run,
};

async function run(rounds: number): Promise<Found> {
  return underStream({ members: 1, officers: 5, restMs: 50 }, async ({ set, bot, officers, moreReports }) => {
    const back: number[] = [];
    const only = set.members[0]!;
    for (let round = 0; round < rounds; round += 1) {
      await moreReports(5);
      await pause(Math.random() * 400);
      await only.kill();
      await only.start();
      await set.primary();
      const begun = Date.now();
      while ((await fetch(`${bot.url}/readyz`)).status !== 200) await pause(50);
      const before = officers.acknowledged();
      while (officers.acknowledged() === before) await pause(20);
      back.push(Date.now() - begun);
    }
    const longest = Math.max(...back);
    return {
      figures: `ready and taking reports ${seconds(longest)} after its return at most (median ${seconds(percentile(back, 0.5))})`,
      missed: unless(longest <= READY_MS, `ready after ${seconds(longest)}`),
    };
  });
}
