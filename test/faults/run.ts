/** `npm run faults`: runs the faults of the catalogue whole and writes what they found into the table of docs/faults.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { CATALOGUE } from './catalogue/index.ts';
import type { Fault, Found } from './catalogue/fault.ts';
import { intoTable } from './table.ts';

const DOCUMENT = new URL('../../docs/faults.md', import.meta.url);

const HELP = `npm run faults -- [--only F2,F4] [--rounds N] [--short] [--dry-run]
  --only NAMES  some faults, by their numbers: ${CATALOGUE.map(({ id }) => id).join(', ')}
  --rounds N    so many rounds instead of each fault's own number
  --short       as few rounds as npm test has
  --dry-run     leaves the table of docs/faults.md as it is
Ends with 1 when something did not hold.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    short: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function wanted(): Fault[] {
  const names = values.only?.split(',') ?? CATALOGUE.map(({ id }) => id);
  const unknown = names.filter((name) => !CATALOGUE.some(({ id }) => id === name));
  if (unknown.length > 0) throw new Error(`no fault ${unknown.join(', ')}\n${HELP}`);
  return CATALOGUE.filter(({ id }) => names.includes(id));
}

function roundsOf({ rounds }: Fault): number {
  if (values.rounds !== undefined) return Number(values.rounds);
  return values.short ? rounds.short || 1 : rounds.whole;
}

async function whole(): Promise<void> {
  for (const fault of wanted()) {
    const rounds = roundsOf(fault);
    console.log(`${fault.id} ${fault.breaks}, ${rounds} times`);
    const begun = performance.now();
    const found = await fault.run(rounds).catch((error: unknown): Found => {
      console.error(error);
      return { figures: 'did not come to its end', missed: [String(error)] };
    });
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(`   ${found.figures}; ${seconds} s`);
    for (const sentence of found.missed) console.log(`   MISSED: ${sentence}`);
    if (found.missed.length > 0) process.exitCode = 1;
    if (values['dry-run'] || values.short) continue;
    const day = new Date().toISOString().slice(0, 10);
    const text = intoTable(await readFile(DOCUMENT, 'utf8'), fault, { ...found, rounds, seconds, day });
    const path = fileURLToPath(DOCUMENT);
    await writeFile(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
  }
}

if (values.help) console.log(HELP);
else await whole();
