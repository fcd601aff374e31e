/** `npm run doctor`: looks at everything the bot needs to work, one line each, with the way to mend it. */
import { systemClock } from '../src/clock.ts';
import { type Config, embeddedIn, lineAtWork, readConfig } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { explainLineError, lineAccount } from '../src/line/account.ts';
import { accessFrom } from '../src/line/tokens.ts';
import type { Finding } from '../src/domain/finding.ts';
import { databaseFindings, type DatabaseReason } from '../src/services/doctor.ts';
import { diskFinding, type MachineReason, zoneFinding } from '../src/services/machine.ts';
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
  const simulated = config.line.kind === 'simulator';
  const findings: Found[] = [
    found('config', 'ok', 'config-ok', simulated ? words.doctor.simulator : words.doctor.production),
    ...(await inDatabase(call)),
    zoneFinding(now, moment(now, language)),
    await diskFinding(embeddedIn(config)),
    await urlFinding(config.publicUrl, lineAtWork(config)),
    ...(await atLine(call, config, expected)),
    ...(config.assistant ? [await assistantFinding(config.assistant)] : []),
  ];
  return report(call, findings, expected);
}

function found(name: string, state: Finding['state'], reason: Reason, ...values: string[]): Found {
  return { name, state, reason, values };
}

/** Of the environment's channel, or of each office's: those are set on the console. */
async function atLine(call: DoctorCall, config: Config, expected: string): Promise<Found[]> {
  if (config.line.kind === 'line') return lineFindings(lineAccount(accessFrom(config.line)), expected);
  const all: Found[] = [];
  const look = async (database: Database): Promise<ScriptOutcome> => {
    for (const { office, access } of await allLines(database, config))
      all.push(...(await lineFindings(lineAccount(access), `${expected}/${office}`)));
    return { exit: 'ok', lines: [], json: null };
  };
  // a database that does not open has its own line
  await withDatabase(call, look, { mixed: 'allowed' }).catch(() => undefined);
  const reason = config.line.kind === 'simulator' ? 'line-simulator' : 'line-none';
  return all.length > 0 ? all : [found('line', 'skipped', reason)];
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

/** The database as every command opens it; whatever keeps it from opening is a finding too. */
async function inDatabase(call: DoctorCall): Promise<Found[]> {
  let findings: Found[] = [];
  const unusable = (detail: string): Found[] => [found('database', 'bad', 'database-unusable', detail)];
  try {
    const look = async (database: Database, config: Config): Promise<ScriptOutcome> => {
      findings = await databaseFindings(database, () => systemClock.now(), lineAtWork(config));
      return { exit: 'ok', lines: [], json: null };
    };
    const outcome = await withDatabase(call, look, { mixed: 'allowed' });
    return outcome.exit === 'refused' ? unusable(outcome.lines.join(' ')) : findings;
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error));
  }
}

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
  const broken = checks.filter(({ state }) => state === 'bad').length;
  const last = broken === 0 ? say.healthy : say.broken(broken);
  const ok = broken === 0;
  return { exit: 'ok', lines: [...lines, last], json: { ok, checks }, failing: !ok };
}

// last, so that everything above is there when it runs

if (import.meta.main) process.exitCode = await runScript(doctorScript);
