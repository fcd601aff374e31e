/** `npm run report`: the official half-year report of one office or of all, as a file or as JSON. */
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/db/connect.ts';
import { findOffices, type Office } from '../src/db/offices.ts';
import { UnreadableDocument } from '../src/db/stored.ts';
import { toReportJson } from '../src/domain/report-versions.ts';
import { ReportError } from '../src/reports/failure.ts';
import { makeReport } from '../src/reports/index.ts';
import { DEFAULT_SETTINGS } from '../src/reports/settings.ts';
import { plansOf } from '../src/services/import-plan.ts';
import { changesIn, loadReport, planOfYear } from '../src/services/official-report.ts';
import { reportPictures } from '../src/services/official-report-pictures.ts';
import { reportSettingsOf } from '../src/services/report-settings.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { refuseExisting, writeBytes } from './files.ts';
import { chooseOffice } from './office-choice.ts';
import { reportAll } from './report-all.ts';
import { reportJoint } from './report-joint.ts';
import { readRequest, type ReportRequest } from './report-request.ts';
import { figuresLine, type Made, madeJson, notesOn, standing } from './report-view.ts';

const flags = {
  'fiscal-year': { type: 'string', value: '2564' },
  half: { type: 'string', value: '1|2' },
  format: { type: 'string', value: 'docx|xlsx|pdf|json' },
  'as-of': { type: 'string', value: 'ISO-TIME' },
  version: { type: 'string', value: 'N' },
  'thai-digits': { type: 'boolean' },
  out: { type: 'string', value: 'FILE' },
  yes: { type: 'boolean' },
  office: { type: 'string', value: 'ID|all' },
  'all-offices': { type: 'boolean' },
} as const;

type ReportCall = ScriptCall<typeof flags>;

export const reportScript: Script<typeof flags> = {
  name: 'report',
  flags,
  help: ({ report: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

if (import.meta.main) process.exitCode = await runScript(reportScript);

async function run(call: ReportCall): Promise<ScriptOutcome> {
  const read = readRequest(call.values, call.files, call.words);
  if (!read.ok) return { exit: 'bad-usage', message: read.message };
  const { request } = read;
  const message = misjoined(call);
  if (message !== null) return { exit: 'bad-usage', message };
  return withDatabase(call, async (database) => {
    if (call.values['all-offices']) return reportJoint(call, database, request);
    if (call.values.office === 'all') {
      const { offices, unreadable } = await findOffices(database.models);
      const all = [...offices.map((office) => ({ ...office, office })), ...unreadable];
      return reportAll(call, request, all, async (one) =>
        'office' in one ? makeOne(call, database, one.office, request).catch(unreadableOnly) : UNREADABLE,
      );
    }
    const chosen = await chooseOffice(database, call.values.office, call.words);
    return chosen.ok ? reportOne(call, database, chosen.value, request) : chosen.outcome;
  });
}

const UNREADABLE: Made = { ok: false, reason: 'unreadable', versions: [] };

function unreadableOnly(error: unknown): Made {
  if (error instanceof UnreadableDocument) return UNREADABLE;
  throw error;
}

/** @returns what does not go with a joint report, or null. */
function misjoined({ values, words }: ReportCall): string | null {
  if (!values['all-offices']) return null;
  const odd = (['office', 'as-of', 'version'] as const).find((name) => values[name] !== undefined);
  if (odd) return words.report.bad.joint(`--${odd}`);
  return values.format === 'csv' || values.out?.endsWith('.csv') ? words.report.bad.joint('csv') : null;
}

/** Makes the report of one office; nothing is written. */
async function makeOne(
  call: ReportCall,
  database: Database,
  office: Office,
  request: ReportRequest,
): Promise<Made> {
  const plan = await planOfYear(database, office.id, request.fiscalYear);
  if (!plan) return { ok: false, reason: 'no-plan', versions: [] };
  const scope = { database, office, plan, half: request.half, now: systemClock.now() };
  const loaded = await loadReport(scope, request);
  if (!loaded.ok) return loaded;
  const { model, closing } = loaded;
  const { closeAfterDays: _, ...own } = reportSettingsOf(office);
  const settings = {
    ...DEFAULT_SETTINGS,
    ...own,
    ...(call.values['thai-digits'] ? { thaiDigits: true } : {}),
  };
  const pictures = request.format === 'json' ? new Map() : await reportPictures(database, office.id, model);
  const changes = closing ? await changesIn(scope, closing.version) : [];
  try {
    const bytes = await makeReport(model, request.format, settings, pictures);
    return { ok: true, bytes, model, closing, changes };
  } catch (error) {
    if (error instanceof ReportError) return { ok: false, reason: error.fault, versions: [] };
    throw error;
  }
}

async function reportOne(
  call: ReportCall,
  database: Database,
  office: Office,
  request: ReportRequest,
): Promise<ScriptOutcome> {
  const words = call.words.report;
  // before the work of making it
  const existing = request.out === null ? null : await refuseExisting(call, request.out);
  if (existing) return existing;
  const made = await makeOne(call, database, office, request);
  if (!made.ok) {
    const { reason, versions } = made;
    if (reason === 'no-plan') {
      const years = [...new Set((await plansOf(database, office.id)).map((plan) => plan.fiscalYear))];
      const line = words.noPlan(request.fiscalYear, years.toSorted((a, b) => a - b).join(', '));
      return { exit: 'refused', reason, lines: [line], more: { fiscalYears: years } };
    }
    if (reason === 'no-such-version')
      return { exit: 'refused', reason, lines: [words.noVersion(versions.join(', '))], more: { versions } };
    return { exit: 'refused', reason, lines: [words.failed(office.name, words.fault[reason])] };
  }
  const { bytes, model } = made;
  const notes = notesOn(call, model);
  if (request.out === null) {
    if (notes.length > 0) call.say(notes);
    // its own line break comes with printing
    return { exit: 'ok', lines: [bytes.toString('utf8').trimEnd()], json: toReportJson(model) };
  }
  const refusal = await writeBytes(call, request.out, bytes);
  if (refusal) return refusal;
  return {
    exit: 'ok',
    lines: [words.wrote(request.out, office.name), figuresLine(call, model), standing(call, made), ...notes],
    json: madeJson(office, request, made, request.out),
  };
}
