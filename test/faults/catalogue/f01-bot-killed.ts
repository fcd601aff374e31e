/** F1: the bot killed without warning under a stream of reports, and started again. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, isWhole } from './fault.ts';
import { underStream } from './under-stream.ts';

export const botKilled: Fault = {
  id: 'F1',
  breaks: 'the bot killed with SIGKILL under a stream of reports',
  wanted: 'nothing acknowledged is lost, nothing takes effect twice',
  rounds: { short: 2, whole: 200 },
  run: (rounds) =>
    // many, as what a killed one held in its hand waits for the end of a lease
    underStream(
      { members: 1, officers: isWhole(rounds) ? 40 : 8, restMs: 20 },
      async ({ again, moreReports }) => {
        for (let round = 0; round < rounds; round += 1) {
          // something was taken between two kills; the moment itself is left to chance
          await moreReports(3);
          await pause(Math.random() * 300);
          await again((bot) => bot.kill());
        }
        return { figures: '', missed: [] };
      },
    ),
};
