/** `npm run doctor`: looks at everything the bot needs to work, one line each, with the way to mend it. */
import { resolve } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { type Config, embeddedIn, lineAtWork, lineHosts, readConfig } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { findInstallation } from '../src/db/installation.ts';
import { explainLineError, lineAccount } from '../src/line/account.ts';
import { accessFrom } from '../src/line/tokens.ts';
import type { Finding } from '../src/domain/finding.ts';
import { hasChannels } from '../src/services/channels.ts';
import { databaseFindings, type DatabaseReason, officeFindings } from '../src/services/doctor.ts';
import { diskFinding, type MachineReason, zoneFinding } from '../src/services/machine.ts';
import { countOffices } from '../src/services/set-up.ts';
import { moment } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { assistantFinding, type AssistantReason } from './doctor-assistant.ts';
import { allLines } from './line-access.ts';
import { lineFindings, type LineReason, urlFinding, type UrlReason } from '../src/line/findings.ts';

const flags = { 'set-webhook': { type: 'boolean' } } as const;

type DoctorCall = ScriptCall<typeof flags>;
type Reason =
  | DatabaseReason
  | LineReason
  | AssistantReason
  | UrlReason
  | 'config-ok'
  | 'config-bad'
  | 'database-unusable'
  | 'database-none'
  | MachineReason
  | 'line-simulator'
  | 'line-none';
type Found = Finding<Reason>;

export const doctorScript: Script<typeof flags> = {
  name: 'doctor',
  flags,
  help: ({ doctor: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

const SIGNS: Record<Finding['state'], string> = { ok: '✓', bad: '✗', skipped: '–' };

async function run(call: DoctorCall): Promise<ScriptOutcome> {
  const { values, files, words, language } = call;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: words.doctor.stray(files[0]) };
  const now = systemClock.now();
  const read = readConfig(undefined, language);
  if (!read.ok) {
    const bad = read.problems.map(({ variable, expected }) =>
      found('config', 'bad', 'config-bad', `${variable}: ${expected}`),
    );
    return report(call, [...bad, zoneFinding(now, moment(now, language))], '');
  }
  const { config } = read;
  const expected = `${config.publicUrl}/webhook`;
  if (values['set-webhook']) {
    const refusal = await setWebhook(call, config, expected);
    if (refusal) return refusal;
  }
  const seen = await inDatabase(call, config, expected);
  const simulated = seen.config.line.kind === 'simulator';
  const findings: Found[] = [
    found('config', 'ok', 'config-ok', simulated ? words.doctor.simulator : words.doctor.production),
    ...seen.findings,
    zoneFinding(now, moment(now, language)),
    await diskFinding(embeddedIn(config)),
    // before an address was said there is none that LINE could call
    await urlFinding(
      seen.config.publicUrl,
      seen.config.publicUrlGiven || config.line.kind === 'line' ? lineAtWork(seen.config) : 'simulator',
    ),
    ...seen.atLine,
    ...(config.assistant ? [await assistantFinding(config.assistant)] : []),
  ];
  return report(call, findings, `${seen.config.publicUrl}/webhook`);
}

function found(name: string, state: Finding['state'], reason: Reason, ...values: string[]): Found {
  return { name, state, reason, values };
}

async function setWebhook(
  { words }: DoctorCall,
  { line }: Config,
  endpoint: string,
): Promise<ScriptOutcome | null> {
  if (line.kind !== 'line') {
    const reason = line.kind === 'simulator' ? 'line-simulator' : 'line-none';
    return { exit: 'refused', reason: 'no-line', lines: [words.doctor.found[reason]()] };
  }
  try {
    await lineAccount(accessFrom(line)).setWebhook(endpoint);
    return null;
  } catch (error) {
    const { detail } = explainLineError(error);
    return { exit: 'refused', reason: 'line-refused', lines: [words.richMenu.lineFailed(detail)] };
  }
}

interface Seen {
  findings: Found[];
  atLine: Found[];
  /** With what was said on the console. */
  config: Config;
}

/** The database as every command opens it, but for one that is not there: a check makes none. What keeps it from opening is a finding too. */
async function inDatabase(call: DoctorCall, config: Config, expected: string): Promise<Seen> {
  const { line } = config;
  const atLine =
    line.kind === 'line'
      ? await lineFindings(lineAccount(accessFrom(line)), expected)
      : [found('line', 'skipped', line.kind === 'simulator' ? 'line-simulator' : 'line-none')];
  const seen: Seen = { findings: [], atLine, config };
  const look = async (database: Database): Promise<ScriptOutcome> => {
    seen.config = await asSaid(database, config);
    const all = await databaseFindings(database, () => systemClock.now(), lineAtWork(seen.config));
    // no simulator starts beside an office in earnest: nothing below is to speak of it
    if (all.some(({ reason }) => reason === 'office-with-simulator'))
      seen.config = withoutSimulator(seen.config);
    seen.findings = [...all.map((one) => withPlace(one, config)), ...(await officeFindings(database))];
    if (line.kind !== 'line') seen.atLine = await ofOffices(database, seen.config);
    return { exit: 'ok', lines: [], json: null };
  };
  const unopened = (reason: Reason, detail: string): Seen => ({
    ...seen,
    findings: [found('database', reason === 'database-none' ? 'skipped' : 'bad', reason, detail)],
  });
  try {
    const outcome = await withDatabase(call, look, { mixed: 'allowed', empty: 'left' });
    if (outcome.exit !== 'refused') return seen;
    return outcome.reason === 'database-none'
      ? unopened('database-none', placeOf(config))
      : unopened('database-unusable', outcome.lines.join(' '));
  } catch (error) {
    return unopened('database-unusable', error instanceof Error ? error.message : String(error));
  }
}

/** The settings as the bot goes by them: what was connected and told on the console counts, and without a trial there is no simulator. */
async function asSaid(database: Database, config: Config): Promise<Config> {
  const isOwn = (await hasChannels(database)) || (await countOffices(database)) === 0;
  const { line } = config.line.kind === 'simulator' && isOwn ? withoutSimulator(config) : config;
  const told = config.publicUrlGiven ? null : (await findInstallation(database.models))?.publicUrl;
  return told ? { ...config, line, publicUrl: told, publicUrlGiven: true } : { ...config, line };
}

function withoutSimulator(config: Config): Config {
  return { ...config, line: { kind: 'by-office', ...lineHosts() } };
}

/** Of each office's own channel: those are set on the console. */
async function ofOffices(database: Database, config: Config): Promise<Found[]> {
  const all: Found[] = [];
  for (const { office, access } of await allLines(database, config))
    all.push(...(await lineFindings(lineAccount(access), `${config.publicUrl}/webhook/${office}`)));
  const reason = config.line.kind === 'simulator' ? 'line-simulator' : 'line-none';
  return all.length > 0 ? all : [found('line', 'skipped', reason)];
}

/** Which database was looked at, without its password. */
function placeOf({ mongodb }: Config): string {
  return mongodb.kind === 'embedded'
    ? resolve(mongodb.dataDir)
    : mongodb.uri.replace(/\/\/[^@/]*@/, '//').replace(/\?.*/, '');
}

function withPlace(one: Found, config: Config): Found {
  return one.name === 'database' ? { ...one, values: [one.values[0] ?? '', placeOf(config)] } : one;
}

/** Without these nobody reports anything, in the order in which they come to be. */
const NEEDED = ['database', 'url', 'office', 'line', 'plan', 'people'];

function report({ words }: DoctorCall, findings: readonly Found[], expected: string): ScriptOutcome {
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
  const missing = NEEDED.flatMap((name) =>
    findings.flatMap((one, at) =>
      one.name === name && one.state === 'skipped' && one.reason !== 'line-simulator' ? [checks[at]!] : [],
    ),
  );
  const broken = checks.filter(({ state }) => state === 'bad').length;
  const ok = broken === 0;
  const ready = ok && missing.length === 0;
  const toCome = say.notReady(missing.length, missing[0]?.fix ?? '');
  const last = ok ? (ready ? say.healthy : toCome) : say.broken(broken);
  return { exit: 'ok', lines: [...lines, last], json: { ok, ready, checks }, failing: !ok };
}

// last, so that everything above is there when it runs

if (import.meta.main) process.exitCode = await runScript(doctorScript);
