/** `npm run report-settings`: shows or sets what an office chose about its official report. */
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/db/connect.ts';
import { parseJson } from '../src/plan-import/json-fault.ts';
import { DEFAULT_SETTINGS } from '../src/reports/settings.ts';
import {
  checkReportSettings,
  reportSettingsOf,
  type ReportSettingsStored,
  storeReportSettings,
} from '../src/services/report-settings.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { readBytes } from './files.ts';
import { chooseOffice } from './office-choice.ts';

const flags = {
  show: { type: 'boolean' },
  set: { type: 'string', value: 'FILE.json' },
  office: { type: 'string', value: 'ID' },
} as const;

type SettingsCall = ScriptCall<typeof flags>;

export const reportSettingsScript: Script<typeof flags> = {
  name: 'report-settings',
  flags,
  help: ({ reportSettings: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

const DEFAULTS: Record<string, unknown> = { ...DEFAULT_SETTINGS, closeAfterDays: null };

async function run(call: SettingsCall): Promise<ScriptOutcome> {
  const { show, set } = call.values;
  if ((show === true) === (set !== undefined) || call.files.length > 0)
    return { exit: 'bad-usage', message: call.words.reportSettings.oneAction };
  if (set === undefined) return withDatabase(call, (database) => showAll(call, database));
  const read = await readSettings(call, set);
  return read.ok ? withDatabase(call, (database) => store(call, database, read.settings)) : read.outcome;
}

async function readSettings(
  { words }: SettingsCall,
  file: string,
): Promise<{ ok: true; settings: ReportSettingsStored } | { ok: false; outcome: ScriptOutcome }> {
  const refuse = (reason: string, lines: string[], more = {}) =>
    ({ ok: false, outcome: { exit: 'refused', reason, lines, more } }) as const;
  const opened = await readBytes({ words }, file);
  if (!opened.ok) return opened;
  const parsed = parseJson(opened.bytes);
  if (!parsed.ok) {
    const { command, importPlan, reportSettings: says } = words;
    const detail =
      parsed.reason === 'json-broken'
        ? command.jsonPlace(parsed.place.line, parsed.place.column)
        : importPlan.file[parsed.reason];
    return refuse('not-json', [says.notJson(file, detail)]);
  }
  const checked = checkReportSettings(parsed.value);
  if (checked.ok) return checked;
  const say = words.reportSettings.problem;
  const lines = checked.problems.map(({ path, reason, detail }) => say[reason](path, detail));
  return refuse('bad-settings', lines, { problems: checked.problems });
}

async function store(
  call: SettingsCall,
  database: Database,
  settings: ReportSettingsStored,
): Promise<ScriptOutcome> {
  const words = call.words.reportSettings;
  const chosen = await chooseOffice(database, call.values.office, call.words);
  if (!chosen.ok) return chosen.outcome;
  const office = chosen.value;
  if (!(await storeReportSettings(database, office, settings, systemClock.now())))
    return { exit: 'refused', reason: 'conflict', lines: [words.conflict] };
  return {
    exit: 'ok',
    lines: [words.stored(office.name), ...linesOf(call, settings)],
    json: { office: office.id, settings: { ...DEFAULTS, ...settings }, set: Object.keys(settings) },
  };
}

async function showAll(call: SettingsCall, database: Database): Promise<ScriptOutcome> {
  const chosen = await chooseOffice(database, call.values.office, call.words);
  if (!chosen.ok) return chosen.outcome;
  const own = reportSettingsOf(chosen.value);
  return {
    exit: 'ok',
    lines: [chosen.value.name, ...linesOf(call, own)],
    json: { office: chosen.value.id, settings: { ...DEFAULTS, ...own }, set: Object.keys(own) },
  };
}

function linesOf({ words }: SettingsCall, own: ReportSettingsStored): string[] {
  const width = Math.max(...Object.keys(DEFAULTS).map((name) => name.length));
  return Object.entries({ ...DEFAULTS, ...own }).map(([name, value]) => {
    const from = name in own ? words.reportSettings.own : words.reportSettings.standard;
    return `  ${name.padEnd(width)}  ${JSON.stringify(value)}  (${from})`;
  });
}

// last, so that everything above is there when it runs
if (import.meta.main) process.exitCode = await runScript(reportSettingsScript);
