/** F12: a storm of bodies nobody would send, signed and not, small and as large as can be; then somebody writes. */
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { residentMegabytes } from '../../../bench/lib/bot.ts';
import { postBody, postWebhook } from '../../helpers/bot-process.ts';
import { watchHealth } from '../../helpers/health-watch.ts';
import { textEvent } from '../ledger.ts';
import { type Fault, isWhole, percentile, unless } from './fault.ts';
import { onGround } from './on-ground.ts';

const BODIES = 2_000;
const AT_ONCE = 32;
const GROWTH_MB = 50;
const WARM_UP = 10;
const HEALTH_MS = 200;
const ANSWER_MS = 1_000;
const MIB = 1024 * 1024;

const source = { type: 'user', userId: `U${'9'.repeat(32)}` };
const oddEvent = fc.oneof(
  fc.constant({ type: 'somethingNew', source }),
  fc.constant({ type: 'message', source, message: { type: 'text', id: 5 } }),
  fc.constant({ type: 'postback', source, postback: null }),
  fc.record({ type: fc.string(), timestamp: fc.double(), source: fc.anything() }),
  fc.record({ type: fc.constant('follow'), webhookEventId: fc.string(), source: fc.constant(source) }),
  fc.anything(),
);
const body = fc.oneof(
  fc.array(oddEvent, { maxLength: 20 }).map((events) => text({ events })),
  fc.json(),
  fc.string(),
);
/** As many events as fit into a body, and what is nested deeper than it can be written. */
const LARGE = [
  `{"events":[{"type":"follow","source":${JSON.stringify(source)},"deep":${'['.repeat(9_900)}${']'.repeat(9_900)}}]}`,
  `{"events":[{"type":"follow","source":${JSON.stringify(source)},"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`,
  `{"events":[${Array.from({ length: 90_000 }, () => '{"type":1}').join(',')}]}`.slice(0, MIB),
  text({ events: Array.from({ length: 40_000 }, () => ({ type: 'x' })) }),
  text({ events: Array.from({ length: 9_000 }, () => ({ type: 'follow', source })) }),
  `{"events":${'['.repeat(100_000)}`,
];

export const oddBodies: Fault = {
  id: 'F12',
  breaks: `a storm of ${BODIES} odd bodies, signed and not, among them some of up to 1 MB and some nested a hundred thousand deep`,
  wanted: 'no error, no growth over 50 MB, health within 200 ms, then a person answered within 1 s',
  rounds: { short: 1, whole: 50 },
  run: (rounds) =>
    onGround(1, async ({ line, start }) => {
      const bot = await start();
      const answered = async (id: string): Promise<number> => {
        const begun = performance.now();
        while ((await postWebhook(bot.url, [textEvent(id, 0, 'งานของฉัน')])) !== 200);
        while (!line.repliedAt.has(`reply-${id}`)) await pause(5);
        return performance.now() - begun;
      };
      await answered('before');
      let before = 0;
      const statuses = new Map<number | null, number>();
      const healthSoFar = watchHealth(bot.url);
      for (let round = 0; round < rounds; round += 1) {
        // the first storms warm up what every large body needs, and let the heap grow to what it works in
        if (round <= WARM_UP) before = residentMegabytes(bot.pid) ?? 0;
        const bodies = [...fc.sample(body, BODIES - LARGE.length), ...LARGE];
        let next = 0;
        const sender = async (): Promise<void> => {
          for (let one = bodies[next++]; one !== undefined; one = bodies[next++]) {
            const status = await postBody(bot.url, one, next % 5 > 0, 30_000);
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, sender));
      }
      const after = await answered('after');
      const health = await healthSoFar();
      const grown = Math.round((residentMegabytes(bot.pid) ?? 0) - before);
      const code = await bot.terminate();
      const errors = [...statuses].filter(([status]) => status === null || status >= 500);
      const slowest = Math.round(Math.max(...health));
      return {
        figures: `${[...statuses].map(([status, count]) => `${count} answered ${status}`).join(', ')}; grown by ${grown} MB; health p99 ${Math.round(percentile(health, 0.99))} ms, at most ${slowest} ms; then answered in ${Math.round(after)} ms`,
        missed: [
          ...unless(errors.length === 0, `errors: ${errors.join('; ')}`),
          ...unless(!isWhole(rounds) || grown <= GROWTH_MB, `grown by ${grown} MB`),
          ...unless(!isWhole(rounds) || slowest <= HEALTH_MS, `health took ${slowest} ms`),
          ...unless(!isWhole(rounds) || after <= ANSWER_MS, `the answer took ${Math.round(after)} ms`),
          ...unless(code === 0, `it ended with ${code}`),
        ],
      };
    }),
};

function text(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}
