/** A ministry's taps on two bots and a set of three, whose primary is killed again and again: when people are answered again, and whether one was lost or answered twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectDatabase } from '../../src/db/connect.ts';
import { startSet } from '../../test/helpers/mongo-set.ts';
import { type BenchBot, startBot } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { fillMinistry, OFFICES } from '../lib/ministry.ts';
import { percentile } from '../lib/stats.ts';
import { PATIENCE_MS, taps, waitsOf } from '../lib/taps.ts';

const BOTS = 2;
/** Between a kill's first answer and the next kill: the member that was killed is back and has caught up. */
const UP_MS = 5_000;

/** @throws when an event stayed open, was given up, or is not there. */
export async function ministryFailover(options: { kills: number }): Promise<Measurements> {
  const set = await startSet(3);
  const line = await startFakeLine();
  const uri = set.uri.replace('/?', '/ministry?');
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  const { inbox } = database.models;
  const bots: BenchBot[] = [];
  const over = new AbortController();
  try {
    await fillMinistry(database, OFFICES);
    while (bots.length < BOTS) bots.push(await startBot(uri, line.url));
    const ports = bots.map(({ port }) => port);
    const first = await taps(line, ports, 5);
    const tapping = taps(line, ports, Infinity, over.signal);
    const killedAt: number[] = [];
    for (let kill = 0; kill < options.kills; kill += 1) {
      await pause(UP_MS);
      const primary = await set.primary();
      killedAt.push(performance.now());
      await primary.kill();
      await set.primary(primary);
      await pause(UP_MS);
      await primary.start();
    }
    await pause(UP_MS);
    over.abort();
    const all = await tapping;
    const open = (): Promise<number> => inbox.countDocuments({ open: true });
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && (await open()) > 0;) await pause(200);
    const [left, dead, stored] = await Promise.all([
      open(),
      inbox.countDocuments({ state: 'dead' }),
      inbox.countDocuments({}),
    ]);
    const posted = first.length + all.length;
    if (left + dead > 0 || stored !== posted)
      throw new Error(`${left} open, ${dead} given up, ${stored} stored of ${posted}`);
    const again = killedAt.map((at) => {
      const answers = all
        .filter((one) => one.at >= at && one.wait < PATIENCE_MS)
        .map((one) => one.at + one.wait);
      return (Math.min(...answers) - at) / 1000;
    });
    const waits = waitsOf(all);
    return {
      'ministry-failover.taps': [all.length],
      'ministry-failover.seconds.answered-again': again,
      'ministry-failover.lost': [waits.filter((wait) => wait >= PATIENCE_MS).length],
      'ministry-failover.doubled': [line.answeredTwice()],
      'ministry-failover.answer-ms.p95': [percentile(waits, 0.95)],
      'ministry-failover.answer-ms.longest': [Math.max(...waits)],
    };
  } finally {
    over.abort();
    for (const bot of bots) await bot.stop();
    await database.close();
    await line.close();
    await set.stop();
  }
}
