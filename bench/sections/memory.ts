/** Resident memory of the whole bot, idle and after many events; and how it acknowledges while it also answers. */
import { setTimeout as wait } from 'node:timers/promises';
import { signedRequest, textEvent } from '../lib/bodies.ts';
import { residentMegabytes, startBot } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { closedLoop } from '../lib/load.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { openOffice, PEOPLE, SENTENCE } from '../lib/office.ts';
import { percentile } from '../lib/stats.ts';

const CONNECTIONS = 64;
/** One event in so many is an officer's report and is answered; the others are talk in groups, where the bot keeps silent. */
const REPORT_EVERY = 50;
/** Events in one webhook, as LINE bundles them when many come at once. */
const BUNDLE = 10;
/** Posted, then worked off, before the next. */
const PART = 2_000;

/**
 * @param options.events posted in all, unless `seconds` are over before; the growth is judged at 100,000 only.
 * @throws when one was not acknowledged, or is not done in the end.
 */
export async function memory(
  mongo: BenchMongo,
  options: { events: number; seconds: number },
): Promise<Measurements> {
  const uri = mongo.uri('memory');
  const database = await openOffice(uri);
  await database.close();
  const line = await startFakeLine();
  const bot = await startBot(uri, line.url);
  try {
    await wait(3000);
    const idle = residentMegabytes(bot.pid);
    const started = performance.now();
    const latencies: number[] = [];
    let posted = 0;
    while (posted < options.events && performance.now() - started < options.seconds * 1000) {
      const load = await closedLoop({
        port: bot.port,
        connections: CONNECTIONS,
        milliseconds: 600_000,
        again: true,
        requests: webhooks(PART),
      });
      if (load.other > 0) throw new Error(`${load.other} webhooks were not acknowledged`);
      posted += PART;
      latencies.push(...load.latencies);
      while ((await mongo.count('memory', 'inbox', { open: true })) > 0) await wait(100);
    }
    const seconds = (performance.now() - started) / 1000;
    const done = await mongo.count('memory', 'inbox', { state: 'done' });
    if (done !== posted) throw new Error(`${done} events done of ${posted}`);
    await wait(5000);
    const after = residentMegabytes(bot.pid);
    const size = posted >= 100_000 ? '100k' : String(posted);
    return {
      'whole.events-a-second': [posted / seconds],
      'whole.ack-p50-ms': [percentile(latencies, 0.5)],
      'whole.ack-p99-ms': [percentile(latencies, 0.99)],
      ...(idle === null || after === null
        ? {}
        : { 'memory.mb.idle': [idle], [`memory.mb.growth-${size}`]: [after - idle] }),
    };
  } finally {
    await bot.stop();
    await line.close();
  }
}

function webhooks(events: number): Buffer[] {
  const all = Array.from({ length: events }, (_, index) => {
    const user = PEOPLE[Math.floor(index / REPORT_EVERY) % PEOPLE.length]!;
    if (index % REPORT_EVERY === 0) return textEvent({ user, text: SENTENCE });
    const group = `Cb${String(index % 97).padStart(31, '0')}`;
    return textEvent({ user: PEOPLE[index % PEOPLE.length]!, text: `ประชุมบ่ายสองโมง ห้อง ${index}`, group });
  });
  return Array.from({ length: Math.ceil(events / BUNDLE) }, (_, at) =>
    signedRequest(all.slice(at * BUNDLE, (at + 1) * BUNDLE)),
  );
}
