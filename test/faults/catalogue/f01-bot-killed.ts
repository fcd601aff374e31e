/** F1: the bot killed without warning under a stream of reports, and started again. */
import { type Fault, type Found, isWhole, sideBySide } from './fault.ts';
import { SHIPPED, underStream } from './under-stream.ts';

const GROUNDS = 3;

export const botKilled: Fault = {
  id: 'F1',
  breaks: 'the bot killed with SIGKILL under a stream of reports',
  wanted: 'nothing acknowledged is lost, nothing takes effect twice',
  rounds: { short: 1, whole: 200 },
  // what a killed one held waits for the end of a lease, and everybody behind it
  run: (rounds) => (isWhole(rounds) ? sideBySide(rounds, GROUNDS, killed) : killed(rounds)),
};

function killed(rounds: number): Promise<Found> {
  return underStream({ members: 1, officers: 8, restMs: 20, more: SHIPPED }, async ({ again, atWork }) => {
    for (let round = 0; round < rounds; round += 1) {
      await atWork(round);
      await again((bot) => bot.kill());
    }
    return { figures: '', missed: [] };
  });
}
