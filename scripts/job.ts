/** `npm run job`: runs a job of the clockwork by hand, now or as of a moment, or shows what it would do. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { systemClock } from '../src/clock.ts';
import { type Config, worldIn } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { findOffices } from '../src/db/offices.ts';
import { dayInBangkok, fiscalYearOf } from '../src/domain/fiscal-year.ts';
import { jobs } from '../src/jobs/index.ts';
import {
  countsIn,
  type DryRunEntry,
  type Job,
  type JobCount,
  type JobDeps,
  type JobResult,
} from '../src/jobs/job.ts';
import { COMMON_CHANNEL } from '../src/domain/channel.ts';
import { lineAccount } from '../src/line/account.ts';
import { createLog } from '../src/log.ts';
import { createMetrics } from '../src/metrics.ts';
import { monthChart } from '../src/reports/month-chart.ts';
import { quotaMeter } from '../src/services/quota.ts';
import type { RetentionName } from '../src/services/retention.ts';
import type { Texts } from '../src/text/index.ts';
import { pushRows } from '../src/queue/outbox/outgoing.ts';
import { moment } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { allLines } from './line-access.ts';
import { flagMoment } from './typed-moment.ts';

const flags = {
  at: { type: 'string', value: 'ISO-TIME' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

export const jobScript: Script<typeof flags> = {
  name: 'job',
  flags,
  help: ({ job: { summary, usage, options } }) => ({
    summary: `${summary}: ${jobs.map(({ name }) => name).join(', ')}`,
    usage,
    options,
  }),
  run,
};

if (import.meta.main) process.exitCode = await runScript(jobScript);

async function run(call: ScriptCall<typeof flags>): Promise<ScriptOutcome> {
  const words = call.words.job;
  const [name, ...more] = call.files;
  const names = jobs.map((one) => one.name).join(', ');
  if (name === undefined || more.length > 0) return { exit: 'bad-usage', message: words.which(names) };
  const chosen = jobs.find((one) => one.name === name);
  if (!chosen) return { exit: 'bad-usage', message: words.unknown(name, names) };
  const now = systemClock.now();
  const typed = call.values.at;
  const read =
    typed === undefined
      ? ({ ok: true, at: now } as const)
      : flagMoment('at', typed, call.words.command, 'start');
  if (!read.ok) return { exit: 'bad-usage', message: read.message };
  const refusal = await refuseAhead(call, chosen, read.at, now);
  return refusal ?? withDatabase(call, (database, config) => runJob(call, chosen, read.at, database, config));
}

/** Ahead of time a job removes what is still to be kept, closes what is still open, sends what is not yet due. */
async function refuseAhead(
  call: ScriptCall<typeof flags>,
  { name }: Job,
  at: Date,
  now: Date,
): Promise<ScriptOutcome | null> {
  const words = call.words.job;
  if (at <= now || call.values.yes || call.values['dry-run']) return null;
  const answer = await call.ask(words.askAhead(name, moment(at, call.language)));
  if (answer === null) return { exit: 'refused', reason: 'needs-yes', lines: [words.needsYes] };
  return answer ? null : { exit: 'refused', reason: 'declined', lines: [words.declined] };
}

async function runJob(
  call: ScriptCall<typeof flags>,
  chosen: Job,
  at: Date,
  database: Database,
  config: Config,
): Promise<ScriptOutcome> {
  const dryRun = call.values['dry-run'] ?? false;
  const entries: DryRunEntry[] = [];
  const deps: JobDeps = {
    ...(await depsOf(database, config)),
    ...(dryRun ? { dryRun: (entry: DryRunEntry) => entries.push(entry) } : {}),
  };
  const words = call.words.job;
  const years = call.values.at === undefined ? await yearsElsewhere(database, at) : [];
  if (years.length > 0) call.say([words.otherYear(years.join(', '), fiscalYearOf(dayInBangkok(at)))]);
  const result = await chosen.run(deps, at);
  if (!dryRun) {
    const json = { job: chosen.name, at: at.toISOString(), ...result };
    return { exit: 'ok', lines: [words.done(chosen.name), ...resultLines(call, result)], json };
  }
  // what goes through rows instead of offices tells its counts
  const byOffice = 'offices' in result;
  const lines = byOffice ? await entryLines(call, database, entries) : resultLines(call, result);
  return { exit: 'ok', lines: [...lines, words.onlyLooked], json: byOffice ? entries : result };
}

/** What each office would get, under its name where there are several; what is closed before what is told of it. */
async function entryLines(
  { words: { job } }: ScriptCall<typeof flags>,
  { models }: Database,
  entries: readonly DryRunEntry[],
): Promise<string[]> {
  if (entries.length === 0) return [job.nothing];
  const { offices } = await findOffices(models);
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  const lines = [...Map.groupBy(entries, ({ office }) => office)].flatMap(([office, own]) => [
    ...(offices.length > 1 ? [`${names.get(office) ?? office}:`] : []),
    ...own.map((entry) => entryLine(entry, job)),
  ]);
  const sent = entries.filter((one) => one.does === 'send');
  const cost = sent.reduce((sum, one) => sum + one.quota, 0);
  return sent.length === 0 ? lines : [...lines, job.total(sent.length, cost)];
}

function entryLine(entry: DryRunEntry, words: Texts['admin']['job']): string {
  if (entry.does === 'send') return words.send(entry);
  if (entry.does === 'expire') return words.expire(entry.name, entry.text);
  return words.close(entry.half, entry.fiscalYear, entry.version);
}

/** @returns the fiscal years of the current plans when none of them is that of the moment, as in the demo. */
async function yearsElsewhere({ models }: Database, at: Date): Promise<number[]> {
  const plans = (await findOffices(models)).offices.flatMap(({ currentPlan }) => currentPlan ?? []);
  const years: number[] = await models.plans.distinct('fiscalYear', { _id: { $in: plans } });
  return years.includes(fiscalYearOf(dayInBangkok(at))) ? [] : years;
}

function counted(words: Texts['admin']['job'], name: JobCount, count: number): string {
  const isKept = (one: JobCount): one is RetentionName => one in words.kept;
  return isKept(name) ? words.removed(words.kept[name], count) : `${words.came[name]}: ${count}`;
}

/** What there was something of; all else would be lines of naught. */
function resultLines({ words: { job } }: ScriptCall<typeof flags>, result: JobResult): string[] {
  const some = countsIn(result).filter(([, count]) => count > 0);
  return some.length === 0 ? [job.nothing] : some.map(([name, count]) => `  ${counted(job, name, count)}`);
}

async function depsOf(database: Database, config: Config): Promise<JobDeps> {
  const clients = new Map(
    (await allLines(database, config)).map(({ office, access }) => [office, lineAccount(access)]),
  );
  const accountOf = (office: string): string => (clients.has(COMMON_CHANNEL) ? COMMON_CHANNEL : office);
  const now = (): Date => systemClock.now();
  const loopback = config.line.kind === 'simulator';
  return {
    database,
    quota: quotaMeter(
      database,
      async (office) => {
        const account = clients.get(accountOf(office));
        if (!account) throw new Error('nobody can be asked for the quota');
        return account.quota();
      },
      { now },
      accountOf,
    ),
    accountOf,
    memberCount: (groupId, office) =>
      clients.get(accountOf(office))?.groupSize(groupId) ?? simulatedSize(worldIn(config), groupId),
    rows: (push, at) => pushRows(push, { holder: null, nextAt: at, createdAt: at }),
    chart: monthChart,
    pictureUrl: () => (config.publicUrl.startsWith('https:') || loopback ? config.publicUrl : null),
    realNow: now,
    metrics: createMetrics(),
    log: createLog({ level: 'warn', to: process.stderr }),
  };
}

const world = z.object({
  groups: z.array(z.object({ groupId: z.string(), members: z.array(z.string()) })),
});

/** Members of a group as the simulator counts them, read from the world it keeps; null where it keeps none yet. */
async function simulatedSize(file: string, groupId: string): Promise<number | null> {
  const groups = await readFile(file, 'utf8')
    .then((text) => world.parse(JSON.parse(text)).groups)
    .catch(() => []);
  return groups.find((group) => group.groupId === groupId)?.members.length ?? null;
}
