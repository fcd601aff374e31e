/** How fast stored events are answered: the workers against bare transactions of the same writes, and one sentence on an unloaded bot. */
import { setTimeout as wait } from 'node:timers/promises';
import { signedRequest, textEvent } from '../lib/bodies.ts';
import { type BenchBot, startBot } from '../lib/bot.ts';
import { startFakeLine, type FakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { closedLoop } from '../lib/load.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { openOffice, PEOPLE, SENTENCE } from '../lib/office.ts';
import { median, orderOf, pairRatios } from '../lib/stats.ts';
import { startVariant } from '../lib/variant.ts';

const CONCURRENCY = [16, 64] as const;
/** Sentences of one round on the unloaded bot. */
const SENTENCES = 25;

export interface ProcessingOptions {
  rounds: number;
  /** Events of one run; at most as many as the office has people. */
  events: number;
}

interface Ran {
  milliseconds: number;
  /** Processor time of one event in the variant's own process. */
  microseconds: number;
  done: number;
}

/** @throws when an event was not done, or its answer not accepted by LINE. */
export async function processing(mongo: BenchMongo, options: ProcessingOptions): Promise<Measurements> {
  const line = await startFakeLine();
  const workers = await startVariant('variants/workers.ts', [mongo.uri('workers'), line.url]);
  const bare = await startVariant('variants/transactions.ts', [mongo.uri('transactions')]);
  const variants = [
    { name: 'product', process: workers },
    { name: 'bare', process: bare },
  ] as const;
  const bot = await unloadedBot(mongo, line);
  const measured: Measurements = {};
  const note = (name: string, value: number): void => void (measured[name] ??= []).push(value);
  try {
    // the first round warms up and is not counted
    for (let round = -1; round < options.rounds; round++) {
      for (const concurrency of CONCURRENCY) {
        for (const { name, process } of orderOf(variants, Math.abs(round))) {
          const before = line.accepted();
          const ran = await process.ask<Ran>({ count: options.events, concurrency });
          check(ran.done, options.events, `${name}: events done`);
          if (name === 'product') check(line.accepted() - before, options.events, 'answers LINE accepted');
          if (round < 0) continue;
          note(`process.rate.${name}@${concurrency}`, (ran.done / ran.milliseconds) * 1000);
          note(`process.cpu-us.${name}@${concurrency}`, ran.microseconds);
        }
      }
      const latencies = await unloaded(bot, line);
      const one = await bare.ask<{ p50: number }>({ count: SENTENCES, concurrency: 1 });
      if (round < 0) continue;
      note('process.sentence-ms.product', median(latencies));
      note('process.transaction-ms.bare', one.p50);
    }
  } finally {
    await Promise.all([workers.stop(), bare.stop(), bot.stop()]);
    await line.close();
  }
  for (const concurrency of CONCURRENCY) {
    measured[`process.rate.product/bare@${concurrency}`] = pairRatios(
      measured[`process.rate.product@${concurrency}`]!,
      measured[`process.rate.bare@${concurrency}`]!,
    );
  }
  measured['process.sentence/transaction'] = pairRatios(
    measured['process.sentence-ms.product']!,
    measured['process.transaction-ms.bare']!,
  );
  return measured;
}

function check(found: number, wanted: number, what: string): void {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}`);
}

async function unloadedBot(mongo: BenchMongo, line: FakeLine): Promise<BenchBot> {
  const uri = mongo.uri('unloaded');
  const database = await openOffice(uri);
  await database.close();
  return startBot(uri, line.url);
}

/** One sentence after the other. @returns milliseconds from posting the webhook until LINE has accepted the answer. */
async function unloaded(bot: BenchBot, line: FakeLine): Promise<number[]> {
  const latencies: number[] = [];
  for (const user of PEOPLE.slice(0, SENTENCES)) {
    const event = textEvent({ user, text: SENTENCE });
    const answered = line.answered(event.replyToken);
    const started = performance.now();
    await closedLoop({
      port: bot.port,
      connections: 1,
      milliseconds: Infinity,
      requests: [signedRequest([event])],
    });
    await answered;
    latencies.push(performance.now() - started);
    // the mark that it was sent must not meet the next sentence
    await wait(5);
  }
  return latencies;
}
