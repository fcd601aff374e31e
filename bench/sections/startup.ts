/** Time from spawn to listening: the bot against a bare program that imports the same packages, both with a warm compile cache. */
import { botSettings, startCommand } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measured } from '../lib/goals.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { orderOf, pairRatios } from '../lib/stats.ts';
import { startVariant } from '../lib/variant.ts';

/** @returns milliseconds and their ratio; says on standard output which packages were imported. */
export async function startup(mongo: BenchMongo, options: { rounds: number }): Promise<Measured> {
  const line = await startFakeLine();
  const settings = botSettings(mongo.uri('startup'), line.url);
  const hook = new URL('../lib/loaded-packages.ts', import.meta.url).href;
  const { file: bot, flags: given } = startCommand();
  const asked = await startVariant(bot, [], { ...settings, NODE_OPTIONS: `--import ${hook}` }, given);
  const packages = (asked.ready['packages'] as string[]).toSorted();
  await asked.stop();
  if (packages.length === 0) throw new Error('the bot was seen to import nothing');
  console.log(`start: packages imported before listening: ${packages.join(', ')}`);
  const variants = [
    { name: 'product', file: bot, args: [], env: settings, flags: given },
    { name: 'bare', file: 'variants/bare-start.mjs', args: packages, env: {}, flags: [] },
  ] as const;
  const measured: Measured = { 'start.ms.product': [], 'start.ms.bare': [] };
  // two starts fill the compile cache and are not counted
  for (let round = -2; round < options.rounds; round++) {
    for (const { name, file, args, env, flags } of orderOf(variants, Math.abs(round))) {
      const began = performance.now();
      const started = await startVariant(file, args, env, flags);
      const milliseconds = performance.now() - began;
      // the cache is written at an orderly end
      await (round < 0 ? started.end() : started.stop());
      if (round >= 0) measured[`start.ms.${name}`]!.push(milliseconds);
    }
  }
  await line.close();
  measured['start.product/bare'] = pairRatios(measured['start.ms.product']!, measured['start.ms.bare']!);
  return measured;
}
