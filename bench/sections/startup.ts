/** Time from spawn to listening: the bot against bare programs that import the same packages, all with a warm compile cache. */
import { botSettings, startCommand } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { orderOf, pairRatios } from '../lib/stats.ts';
import { startVariant } from '../lib/variant.ts';

interface Packages {
  /** Imported before the bot listens: what making events durable needs. */
  first: string[];
  /** Imported once it can answer them. */
  all: string[];
}

/** @returns milliseconds and their ratios; says on standard output which packages were imported. */
export async function startup(mongo: BenchMongo, options: { rounds: number }): Promise<Measurements> {
  const line = await startFakeLine();
  const settings = botSettings(mongo.uri('startup'), line.url);
  const { file: bot, flags } = startCommand();
  const { first, all } = await packagesOf(bot, settings, flags);
  console.log(
    `start: packages imported before listening: ${first.join(', ')}; by the whole bot: ${all.join(', ')}`,
  );
  const bareFile = 'variants/bare-start.mjs';
  const variants = [
    { name: 'product', file: bot, args: [], env: settings, flags },
    { name: 'bare', file: bareFile, args: all, env: {}, flags: [] },
    { name: 'bare-first', file: bareFile, args: first, env: {}, flags: [] },
  ] as const;
  const measured: Measurements = {};
  // two starts fill the compile cache and are not counted
  for (let round = -2; round < options.rounds; round++) {
    for (const { name, file, args, env, flags: given } of orderOf(variants, Math.abs(round))) {
      const began = performance.now();
      const started = await startVariant(file, args, env, given);
      const milliseconds = performance.now() - began;
      // the cache is written at an orderly end
      await (round < 0 ? started.end() : started.stop());
      if (round >= 0) (measured[`start.ms.${name}`] ??= []).push(milliseconds);
    }
  }
  await line.close();
  const against = (name: string): number[] =>
    pairRatios(measured['start.ms.product']!, measured[`start.ms.${name}`]!);
  return {
    ...measured,
    'start.product/bare': against('bare'),
    'start.product/bare-first': against('bare-first'),
  };
}

/** Starts the bot once and asks it which packages its own files have imported. */
async function packagesOf(bot: string, settings: Record<string, string>, flags: string[]): Promise<Packages> {
  const hook = new URL('../lib/loaded-packages.ts', import.meta.url).href;
  const asked = await startVariant(bot, [], { ...settings, NODE_OPTIONS: `--import ${hook}` }, flags);
  const first = asked.ready['packages'] as string[];
  // its pages answer when everything behind the listener is there
  await fetch(`${String(asked.ready['listening'])}/healthz`);
  const { packages: all } = await asked.ask<{ packages: string[] }>({});
  await asked.stop();
  if (first.length === 0) throw new Error('the bot was seen to import nothing');
  return { first: first.toSorted(), all: all.toSorted() };
}
