/** How soon the bot answers after its primary was killed and another was chosen: what the bot adds to MongoDB's own election. */
import { setTimeout as pause } from 'node:timers/promises';
import { startSet } from '../../test/helpers/mongo-set.ts';
import { signedRequest, textEvent } from '../lib/bodies.ts';
import { startBot } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { closedLoop } from '../lib/load.ts';

/** People who write again and again, each a stranger every time. */
const WRITE_EVERY_MS = 100;
const UP_MS = 2_000;

/** @returns milliseconds from there being a new primary to the first answer, and of the election itself. */
export async function failover(options: { rounds: number; electionMs: number }): Promise<Measurements> {
  const set = await startSet(3, { electionMs: options.electionMs });
  const line = await startFakeLine();
  const bot = await startBot(set.uri.replace('/?', '/failover?'), line.url);
  const answers: number[] = [];
  let stopping = false;
  const write = async (): Promise<void> => {
    const replyToken = `reply-${Math.random()}`;
    const user = `U${Math.random().toString(16).slice(2).padEnd(32, '0')}`;
    const request = signedRequest([textEvent({ user, text: 'สวัสดีค่ะ', replyToken })]);
    void line.answered(replyToken).then(() => answers.push(performance.now()));
    // as LINE does: again until it is taken
    await closedLoop({
      port: bot.port,
      connections: 1,
      milliseconds: 60_000,
      requests: [request],
      again: true,
    });
  };
  const writing = (async () => {
    const sent: Promise<void>[] = [];
    while (!stopping) {
      sent.push(write());
      await pause(WRITE_EVERY_MS);
    }
    await Promise.all(sent);
  })();
  const measured: Measurements = { 'failover.ms.answer': [], 'failover.ms.election': [] };
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      await pause(UP_MS);
      const primary = await set.primary();
      const killed = performance.now();
      await primary.kill();
      await set.primary(primary);
      const chosen = performance.now();
      while ((answers.at(-1) ?? 0) < chosen) await pause(5);
      measured['failover.ms.answer']!.push(answers.find((at) => at >= chosen)! - chosen);
      measured['failover.ms.election']!.push(chosen - killed);
      await primary.start();
    }
    stopping = true;
    await writing;
  } finally {
    stopping = true;
    await bot.stop();
    await line.close();
    await set.stop();
  }
  return measured;
}
