/** How fast webhooks are answered once they are durable: the product's path among its anchors, interleaved in paired rounds. */
import { setTimeout as wait } from 'node:timers/promises';
import { strangersRequests } from '../lib/bodies.ts';
import type { Measurements } from '../lib/goals.ts';
import { closedLoop, inTurn, type Load } from '../lib/load.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { orderOf, pairRatios, percentile } from '../lib/stats.ts';
import { startVariant, type Variant } from '../lib/variant.ts';

const VARIANTS = [
  { name: 'floor', file: 'variants/floor.ts', stores: false, alone: false },
  { name: 'express', file: 'variants/express.ts', stores: false, alone: false },
  { name: 'native', file: 'variants/native.ts', stores: true, alone: true },
  { name: 'create', file: 'variants/express.ts', stores: true, alone: false },
  { name: 'product', file: 'variants/webhook.ts', stores: true, alone: true },
];

/** What a mongod still does after a slot must not be paid by the next. */
const SETTLE_MS = 150;

export interface AckOptions {
  rounds: number;
  /** Length of one slot. */
  milliseconds: number;
}

/** @returns rates, milliseconds and ratios. @throws when a request was not answered with 200, or stored events are not the answered ones. */
export async function acknowledge(mongo: BenchMongo, options: AckOptions): Promise<Measurements> {
  const running = await Promise.all(
    VARIANTS.map(async (variant) => {
      const args = variant.stores ? [mongo.uri(`ack_${variant.name}`)] : [];
      return { ...variant, process: await startVariant(variant.file, args), answered: 0 };
    }),
  );
  const raw: Measurements = {};
  const note = (name: string, value: number): void => void (raw[name] ??= []).push(value);
  try {
    for (const one of running) one.answered += (await slot(one.process, 32, 500, strangersRequests(4000))).ok;
    for (let round = 0; round < options.rounds; round++) {
      // one connection tells little in a slot of its own: the differences are far below a disk's whims
      const pair = running.filter((each) => each.alone);
      const turns = await inTurn({
        ports: pair.map((one) => Number(one.process.ready['port'])),
        milliseconds: 2 * options.milliseconds,
        requests: strangersRequests(4_000),
      });
      for (const [index, one] of pair.entries()) {
        const load = turns[index]!;
        checked(load);
        one.answered += load.ok;
        note(`ack.p50.${one.name}@1`, percentile(load.latencies, 0.5));
        note(`ack.p99.${one.name}@1`, percentile(load.latencies, 0.99));
      }
      await wait(SETTLE_MS);
      const requests = strangersRequests(10_000);
      for (const one of orderOf(running, round)) {
        const load = await slot(one.process, 64, options.milliseconds, requests);
        one.answered += load.ok;
        note(`ack.rate.${one.name}@64`, load.rate);
        note(`ack.p50.${one.name}@64`, percentile(load.latencies, 0.5));
        note(`ack.p99.${one.name}@64`, percentile(load.latencies, 0.99));
      }
    }
    for (const one of running.filter((variant) => variant.stores)) {
      const stored = await mongo.count(`ack_${one.name}`, 'inbox');
      if (stored !== one.answered)
        throw new Error(`${one.name}: ${stored} stored, ${one.answered} answered with 200`);
    }
  } finally {
    await Promise.all(running.map((one) => one.process.stop()));
  }
  return { ...raw, ...ratios(raw) };
}

async function slot(
  variant: Variant,
  connections: number,
  milliseconds: number,
  requests: readonly Buffer[],
): Promise<Load> {
  const load = await closedLoop({ port: Number(variant.ready['port']), connections, milliseconds, requests });
  checked(load);
  await wait(SETTLE_MS);
  return load;
}

function checked({ other }: Pick<Load, 'other'>): void {
  if (other > 0) throw new Error(`${other} requests were not answered with 200`);
}

function ratios(raw: Measurements): Measurements {
  const ratio = (what: string, of: string, against: string, connections: number): number[] =>
    pairRatios(raw[`ack.${what}.${of}@${connections}`]!, raw[`ack.${what}.${against}@${connections}`]!);
  return {
    'ack.rate.product/floor@64': ratio('rate', 'product', 'floor', 64),
    'ack.rate.product/express@64': ratio('rate', 'product', 'express', 64),
    'ack.rate.product/create@64': ratio('rate', 'product', 'create', 64),
    'ack.p99.product/native@64': ratio('p99', 'product', 'native', 64),
    'ack.p50.product/native@1': ratio('p50', 'product', 'native', 1),
  };
}
