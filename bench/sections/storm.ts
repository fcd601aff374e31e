/** Thousands of bodies nobody would send, some as large as can be: how soon health answers meanwhile, and a person after it. */
import { setTimeout as wait } from 'node:timers/promises';
import { eventId, signedRequest, textEvent } from '../lib/bodies.ts';
import { residentMegabytes, startBot } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { closedLoop } from '../lib/load.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { openOffice, PEOPLE, SENTENCE } from '../lib/office.ts';
import { percentile } from '../lib/stats.ts';

const HEALTH = Buffer.from('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
const stranger = { type: 'user', userId: `U${'9'.repeat(32)}` };

/** One of each kind, by turns. */
const ODD: ((index: number) => unknown[])[] = [
  () => [{ type: 'somethingNew', source: stranger }],
  () => [null, 7, 'x', {}],
  (index) => [{ type: 'follow', webhookEventId: eventId(), timestamp: index, source: stranger }],
  () => [{ type: 'message', webhookEventId: eventId(), source: stranger, message: { type: 'text', id: 5 } }],
  () => [{ type: 'postback', webhookEventId: eventId(), source: stranger, postback: null, timestamp: 1e300 }],
  () => [{ type: 'message', source: { type: 'group' }, message: {} }],
];
/** As many events as fit, without ids: of nobody, and of one person. */
const LARGE: unknown[][] = [
  Array.from({ length: 85_000 }, () => ({ type: '' })),
  Array.from({ length: 9_000 }, () => ({ type: 'follow', source: stranger })),
];

/** @throws when a body is answered with anything but 200, or an event given up. */
export async function storm(
  mongo: BenchMongo,
  options: { bodies: number; large: number },
): Promise<Measurements> {
  const line = await startFakeLine();
  const uri = mongo.uri('storm');
  const database = await openOffice(uri);
  const bot = await startBot(uri, line.url);
  const { port } = bot;
  const answered = async (user: string): Promise<number> => {
    const event = textEvent({ user, text: SENTENCE });
    const accepted = line.answered(event.replyToken);
    const begun = performance.now();
    const requests = [signedRequest([event])];
    await closedLoop({ port, connections: 1, milliseconds: Infinity, requests, again: true });
    await accepted;
    return performance.now() - begun;
  };
  try {
    await answered(PEOPLE[0]!);
    const before = residentMegabytes(bot.pid) ?? 0;
    const health: number[] = [];
    let storming = true;
    const watching = (async () => {
      while (storming) {
        const { latencies } = await closedLoop({
          port,
          connections: 1,
          milliseconds: Infinity,
          requests: [HEALTH],
        });
        health.push(...latencies);
        await wait(10);
      }
    })();
    const requests = Array.from({ length: options.bodies }, (_, index) =>
      signedRequest(ODD[index % ODD.length]!(index)),
    );
    const every = Math.floor(options.bodies / options.large);
    for (let index = 0; index < options.large; index += 1)
      requests.splice(index * every, 0, signedRequest(LARGE[index % LARGE.length]!));
    const begun = performance.now();
    const load = await closedLoop({ port, connections: 32, milliseconds: Infinity, requests, again: true });
    const seconds = (performance.now() - begun) / 1000;
    const after = await answered(PEOPLE[1]!);
    storming = false;
    await watching;
    const dead = await database.models.inbox.countDocuments({ state: 'dead' });
    if (load.other > 0 || dead > 0) throw new Error(`${load.other} bodies refused, ${dead} events given up`);
    return {
      'storm.bodies-a-second': [load.rate],
      'storm.seconds': [seconds],
      'storm.health-ms.p99': [percentile(health, 0.99)],
      'storm.health-ms.longest': [Math.max(...health)],
      'storm.answer-ms.after': [after],
      'storm.mb.growth': [(residentMegabytes(bot.pid) ?? 0) - before],
    };
  } finally {
    await bot.stop();
    await database.close();
    await line.close();
  }
}
