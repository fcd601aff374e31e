/** `npm run bench`: measures the bot beside its anchors on a MongoDB of its own and judges it by goals.json. */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Goal, judgeGoals, type Measurements, short, verdictLine } from './lib/goals.ts';
import { type BenchMongo, startMongo } from './lib/mongo.ts';
import { spread } from './lib/stats.ts';
import { acknowledge } from './sections/acknowledge.ts';
import { assistant } from './sections/assistant.ts';
import { backlog } from './sections/backlog.ts';
import { dashboard } from './sections/dashboard.ts';
import { failover } from './sections/failover.ts';
import { joint } from './sections/joint.ts';
import { memory } from './sections/memory.ts';
import { ministryFailover } from './sections/ministry-failover.ts';
import { ministryMonth } from './sections/ministry-month.ts';
import { ministry } from './sections/ministry.ts';
import { plans } from './sections/plans.ts';
import { processing } from './sections/processing.ts';
import { startup } from './sections/startup.ts';
import { storm } from './sections/storm.ts';
import { understanding } from './sections/understanding.ts';

interface Section {
  name: string;
  full: (mongo: BenchMongo) => Promise<Measurements>;
  quick: (mongo: BenchMongo) => Promise<Measurements>;
  /** Where time is not limited. */
  long?: (mongo: BenchMongo) => Promise<Measurements>;
}

const SECTIONS: Section[] = [
  {
    name: 'ack',
    full: (mongo) => acknowledge(mongo, { rounds: 7, milliseconds: 600 }),
    quick: (mongo) => acknowledge(mongo, { rounds: 3, milliseconds: 300 }),
  },
  {
    name: 'processing',
    full: (mongo) => processing(mongo, { rounds: 4, events: 400 }),
    quick: (mongo) => processing(mongo, { rounds: 1, events: 150 }),
  },
  {
    name: 'start',
    full: (mongo) => startup(mongo, { rounds: 7 }),
    quick: (mongo) => startup(mongo, { rounds: 2 }),
  },
  {
    name: 'understanding',
    full: () => understanding({ rounds: 15 }),
    quick: () => understanding({ rounds: 5 }),
  },
  {
    name: 'assistant',
    full: () => assistant({ rounds: 7 }),
    quick: () => assistant({ rounds: 2 }),
  },
  {
    name: 'plans',
    full: () => plans({ rounds: 7 }),
    quick: () => plans({ rounds: 2 }),
  },
  {
    name: 'dashboard',
    full: (mongo) => dashboard(mongo, { rounds: 9 }),
    quick: (mongo) => dashboard(mongo, { rounds: 3 }),
  },
  {
    name: 'joint',
    full: (mongo) => joint(mongo, { offices: 245, activities: 40 }),
    quick: (mongo) => joint(mongo, { offices: 24, activities: 40 }),
  },
  {
    name: 'backlog',
    full: (mongo) => backlog(mongo, { events: 10_000, fresh: 3_000, rounds: 7 }),
    quick: (mongo) => backlog(mongo, { events: 2_000, fresh: 1_000, rounds: 3 }),
    long: (mongo) => backlog(mongo, { events: 50_000, fresh: 3_000, rounds: 7 }),
  },
  {
    name: 'storm',
    full: (mongo) => storm(mongo, { bodies: 20_000, large: 20 }),
    quick: (mongo) => storm(mongo, { bodies: 3_000, large: 4 }),
  },
  {
    name: 'memory',
    full: (mongo) => memory(mongo, { events: 100_000, seconds: 50 }),
    quick: (mongo) => memory(mongo, { events: 4_000, seconds: 12 }),
    long: (mongo) => memory(mongo, { events: 100_000, seconds: Infinity }),
  },
  {
    name: 'ministry',
    full: (mongo) => ministry(mongo, { seconds: 120, noise: { seconds: 10, eventsASecond: 1_000 } }),
    quick: (mongo) => ministry(mongo, { seconds: 60, noise: { seconds: 3, eventsASecond: 1_000 } }),
    long: (mongo) => ministry(mongo, { seconds: 600, noise: { seconds: 10, eventsASecond: 1_000 } }),
  },
  {
    name: 'ministry-failover',
    full: () => ministryFailover({ kills: 3 }),
    quick: () => ministryFailover({ kills: 1 }),
    long: () => ministryFailover({ kills: 10 }),
  },
  {
    name: 'ministry-month',
    full: (mongo) => ministryMonth(mongo, { offices: 24 }),
    quick: (mongo) => ministryMonth(mongo, { offices: 4 }),
    long: (mongo) => ministryMonth(mongo, { offices: 245 }),
  },
  {
    name: 'failover',
    full: () => failover({ rounds: 5, electionMs: 10_000 }),
    quick: () => failover({ rounds: 1, electionMs: 2_000 }),
  },
];

const NAMES = SECTIONS.map(({ name }) => name).join(',');
const HELP = `npm run bench -- [--quick|--long] [--only ${NAMES}] [--json FILE]
  --quick       under a minute: fewer and shorter rounds; growth of memory is not judged
  --long        what takes longer than eight minutes: 100,000 events, ten minutes of taps, ten kills, a month of 245 offices
  --only NAMES  some sections, by name
  --json FILE   everything measured, each round's value, and the verdicts
Ends with 1 when a check of what was stored fails, or with --strict when a goal is missed.
See docs/bench.md.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'string' },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const wanted = values.only?.split(',') ?? SECTIONS.map((one) => one.name);
  const unknown = wanted.filter((name) => !SECTIONS.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`no section ${unknown.join(', ')}\n${HELP}`);

  const goals = JSON.parse(await readFile(new URL('./goals.json', import.meta.url), 'utf8')) as Goal[];
  const mongo = await startMongo();
  const measured: Measurements = {};
  try {
    for (const section of SECTIONS.filter((one) => wanted.includes(one.name))) {
      const started = performance.now();
      const measure = values.quick ? section.quick : (values.long && section.long) || section.full;
      const found = await measure(mongo);
      Object.assign(measured, found);
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`\n${section.name}, ${seconds} s, load ${loadavg()[0]?.toFixed(1)}`);
      for (const [name, list] of Object.entries(found)) console.log(line(name, list));
    }
  } finally {
    await mongo.stop();
  }
  const verdicts = judgeGoals(goals, measured);
  console.log('');
  for (const verdict of verdicts) console.log(verdictLine(verdict));
  if (values.json !== undefined) {
    const machine = { cores: availableParallelism(), platform: process.platform, node: process.version };
    await writeFile(values.json, `${JSON.stringify({ machine, measured, verdicts }, null, 2)}\n`);
  }
  if (values.strict && verdicts.some((one) => one.result === 'missed')) process.exitCode = 1;
}

function line(name: string, values: readonly number[]): string {
  const { median, least, most, rounds } = spread(values);
  const range = rounds > 1 ? `[${short(least)}–${short(most)}]` : '';
  return `  ${name.padEnd(36)} ${short(median).padStart(8)} ${range}`;
}

await main();
