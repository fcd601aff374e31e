/** `npm run doctor`: looks at everything the bot needs to work, one line each, with the way to mend it. */
import { statfs } from 'node:fs/promises';
import { systemClock } from '../src/clock.ts';
import { type Config, lineAtWork, readConfig } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { explainLineError, lineAccount } from '../src/line/account.ts';
import { accessFrom } from '../src/line/tokens.ts';
import { databaseFindings, type DatabaseReason, type Finding } from '../src/services/doctor.ts';
import { moment } from '../src/text/format.ts';
import { type Call, type Command, type Outcome, runCommand, withDatabase } from './cli.ts';
import { assistantFinding, type AssistantReason } from './doctor-assistant.ts';
import { lineFindings, type LineReason, urlFinding, type UrlReason } from './doctor-line.ts';

const flags = { 'set-webhook': { type: 'boolean' } } as const;

type DoctorCall = Call<typeof flags>;
type Reason =
  | DatabaseReason
  | LineReason
  | AssistantReason
  | UrlReason
  | 'config-ok'
  | 'config-bad'
  | 'database-unusable'
  | 'zone-ok'
  | 'zone-bad'
  | 'disk-ok'
  | 'disk-low'
  | 'disk-elsewhere'
  | 'line-simulator';
type Found = Finding<Reason>;

export const doctor: Command<typeof flags> = {
  name: 'doctor',
  flags,
  help: ({ doctor: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

const LEAST_DISK = 500 * 1024 ** 2;
const SIGNS: Record<Finding['state'], string> = { ok: '✓', bad: '✗', skipped: '–' };

async function run(call: DoctorCall): Promise<Outcome> {
  const { values, files, words, language } = call;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: words.doctor.stray(files[0]) };
  const read = readConfig(undefined, language);
  if (!read.ok) {
    const bad = read.problems.map(({ variable, expected }) =>
      found('config', 'bad', 'config-bad', `${variable}: ${expected}`),
    );
    return report(call, [...bad, zone(call)], '');
  }
  const { config } = read;
  const expected = `${config.publicUrl}/webhook`;
  if (values['set-webhook']) {
    const refusal = await setWebhook(call, config, expected);
    if (refusal) return refusal;
  }
  const simulated = config.line.kind === 'simulator';
  const findings: Found[] = [
    found('config', 'ok', 'config-ok', simulated ? words.doctor.simulator : words.doctor.production),
    ...(await inDatabase(call)),
    zone(call),
    await disk(config),
    await urlFinding(config.publicUrl, config.line.kind === 'line' ? config.line : null),
    ...(config.line.kind === 'line'
      ? await lineFindings(lineAccount(accessFrom(config.line)), expected)
      : [found('line', 'skipped', 'line-simulator')]),
    ...(config.assistant ? [await assistantFinding(config.assistant)] : []),
  ];
  return report(call, findings, expected);
}

function found(name: string, state: Finding['state'], reason: Reason, ...values: string[]): Found {
  return { name, state, reason, values };
}

async function setWebhook(
  { words }: DoctorCall,
  { line }: Config,
  endpoint: string,
): Promise<Outcome | null> {
  if (line.kind === 'simulator')
    return { exit: 'refused', reason: 'no-line', lines: [words.doctor.found['line-simulator']()] };
  try {
    await lineAccount(accessFrom(line)).setWebhook(endpoint);
    return null;
  } catch (error) {
    const { detail } = explainLineError(error);
    return { exit: 'refused', reason: 'line-refused', lines: [words.richMenu.lineFailed(detail)] };
  }
}

/** The database as every command opens it; whatever keeps it from opening is a finding too. */
async function inDatabase(call: DoctorCall): Promise<Found[]> {
  let findings: Found[] = [];
  const unusable = (detail: string): Found[] => [found('database', 'bad', 'database-unusable', detail)];
  try {
    const look = async (database: Database, config: Config): Promise<Outcome> => {
      findings = await databaseFindings(database, () => systemClock.now(), lineAtWork(config));
      return { exit: 'ok', lines: [], json: null };
    };
    const outcome = await withDatabase(call, look, { mixed: 'allowed' });
    return outcome.exit === 'refused' ? unusable(outcome.lines.join(' ')) : findings;
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error));
  }
}

/** The office lives by Bangkok's time, wherever the machine stands. */
function zone({ language }: DoctorCall): Found {
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Bangkok', timeZoneName: 'shortOffset' })
    .formatToParts(systemClock.now())
    .find(({ type }) => type === 'timeZoneName')?.value;
  return offset === 'GMT+7'
    ? found('zone', 'ok', 'zone-ok', moment(systemClock.now(), language))
    : found('zone', 'bad', 'zone-bad');
}

async function disk({ mongodb }: Config): Promise<Found> {
  if (mongodb.kind === 'uri') return found('disk', 'skipped', 'disk-elsewhere');
  // before the first start the folder is not there yet
  const space = await statfs(mongodb.dataDir).catch(() => statfs('.'));
  const free = space.bavail * space.bsize;
  const shown = `${(free / 1024 ** 3).toFixed(1)} GB`;
  return free < LEAST_DISK ? found('disk', 'bad', 'disk-low', shown) : found('disk', 'ok', 'disk-ok', shown);
}

function report({ words }: DoctorCall, findings: readonly Found[], expected: string): Outcome {
  const say = words.doctor;
  const names: Record<string, string> = say.name;
  const sentences: Record<Reason, (...values: [string, string]) => string> = say.found;
  const fixes: Partial<Record<Reason, (address: string) => string>> = say.fix;
  const checks = findings.map(({ name, state, reason, values: [first = '', second = ''] }) => ({
    name,
    state,
    found: sentences[reason](first, second),
    fix: state === 'ok' ? null : (fixes[reason]?.(expected) ?? null),
  }));
  const lines = checks.map(({ name, state, found: what, fix }) => {
    const mend = fix === null ? '' : ` → ${say.fixLabel}: ${fix}`;
    return `${SIGNS[state]} ${names[name] ?? name}: ${what}${mend}`;
  });
  const broken = checks.filter(({ state }) => state === 'bad').length;
  const last = broken === 0 ? say.healthy : say.broken(broken);
  const ok = broken === 0;
  return { exit: 'ok', lines: [...lines, last], json: { ok, checks }, failing: !ok };
}

// last, so that everything above is there when it runs

if (import.meta.main) process.exitCode = await runCommand(doctor);
