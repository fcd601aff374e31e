/** `npm run import-plan`: brings an office's plan in, writes forms to fill in, and lists what there is. */
import { systemClock } from '../src/clock.ts';
import { lineAtWork } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { findOffices } from '../src/db/offices.ts';
import type { Plan } from '../src/domain/activity.ts';
import type { PlanDraft } from '../src/domain/plan-draft.ts';
import type { Note } from '../src/domain/plan-draft/problems.ts';
import { writePlanTemplate } from '../src/reports/plan-template.ts';
import { loadPlan } from '../src/services/loaders.ts';
import {
  type ImportPreview,
  makeCurrent,
  plansOf,
  previewImport,
  storeImport,
} from '../src/services/import-plan.ts';
import type { Trial } from '../src/services/trial.ts';
import { type Call, type Command, runCommand, withDatabase, type Outcome } from './cli.ts';
import { writeBytes } from './files.ts';
import { convertFile, readPlanFile } from './import-plan-files.ts';
import {
  changesNothing,
  noteLines,
  previewJson,
  previewLines,
  problemLines,
  problemsJson,
} from './import-plan-view.ts';

const flags = {
  template: { type: 'string', value: 'FILE' },
  export: { type: 'string', value: 'FILE' },
  convert: { type: 'string', value: 'FILE' },
  out: { type: 'string', value: 'FILE' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  office: { type: 'string', value: 'ID' },
  'new-office': { type: 'boolean' },
  plan: { type: 'string', value: 'ID|new' },
  use: { type: 'string', value: 'ID' },
  list: { type: 'boolean' },
} as const;

type ImportCall = Call<typeof flags>;

export const importPlan: Command<typeof flags> = {
  name: 'import-plan',
  flags,
  help: ({ importPlan: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

if (import.meta.main) process.exitCode = await runCommand(importPlan);

async function run(call: ImportCall): Promise<Outcome> {
  const { values, files, words } = call;
  const { bad } = words.importPlan;
  const actions = [values.template, values.export, values.convert, values.use, values.list, ...files].filter(
    Boolean,
  );
  if (actions.length > 1)
    return { exit: 'bad-usage', message: files.length > 1 ? bad.oneFile : bad.oneAction };
  if (values.template !== undefined) return writeTemplate(call, values.template);
  if (values.convert !== undefined)
    return values.out === undefined
      ? { exit: 'bad-usage', message: bad.needsOut }
      : convertFile(call, values.convert, values.out);
  if (values.list) return withDatabase(call, (database) => list(call, database));
  const { use, export: target } = values;
  if (use !== undefined) return withDatabase(call, (database) => usePlan(call, database, use));
  if (target !== undefined) return withDatabase(call, (database) => exportPlan(call, database, target));
  const [file] = files;
  return file === undefined ? { exit: 'bad-usage', message: bad.oneFile } : importFile(call, file);
}

async function importFile(call: ImportCall, file: string): Promise<Outcome> {
  const read = await readPlanFile(call, file);
  if (!read.ok) return read.outcome;
  const { drafted } = read;
  const words = call.words.importPlan;
  if (!drafted.ok)
    return {
      exit: 'refused',
      reason: 'bad-plan',
      lines: [...problemLines(drafted.problems, words), ...noteLines(drafted.notes, words)],
      more: problemsJson(drafted.problems, words),
    };
  return withDatabase(call, (database, config) => {
    const trial = lineAtWork(config) === 'line' ? null : 'import';
    return importDraft(call, database, drafted.plan, drafted.notes, trial);
  });
}

async function importDraft(
  call: ImportCall,
  database: Database,
  draft: PlanDraft,
  notes: readonly Note[],
  trial: Trial | null,
): Promise<Outcome> {
  const words = call.words.importPlan;
  const { office = null, plan = null } = call.values;
  const choice = { office, plan, newOffice: call.values['new-office'] ?? false };
  const found = await previewImport(database, draft, choice);
  if (!found.ok) {
    const known = found.known.map(({ id, name }) => `  ${id}  ${name}`);
    const unknownOffice = office === null ? words.officeUnknown(draft.officeName) : words.officeGone;
    const line = found.reason === 'office-unknown' ? unknownOffice : words.planUnknown;
    return { exit: 'refused', reason: found.reason, lines: [line, ...known], more: { known: found.known } };
  }
  const { preview } = found;
  const lines = [...previewLines(preview, words, call.language), ...noteLines(notes, words)];
  if (call.values['dry-run']) {
    const ids = { office: preview.office?.id ?? null, plan: preview.plan?.id ?? null };
    return {
      exit: 'ok',
      lines: [...lines, words.dryRun],
      json: { ...previewJson(preview, ids, notes), dryRun: true },
    };
  }
  const refusal = await consent(call, preview, lines);
  if (refusal) return refusal;
  const stored = await storeImport(database, preview, systemClock.now(), trial);
  if (!stored.ok) return { exit: 'refused', reason: stored.reason, lines: [words.conflict] };
  return {
    exit: 'ok',
    lines: [...lines, ...storedLines(preview, stored.plan, stored.office, words)],
    json: previewJson(preview, { office: stored.office, plan: stored.plan }, notes),
  };
}

/** What to say once it is stored; of a plan that stays as it was, only whether it is the current one now. */
function storedLines(
  preview: ImportPreview,
  plan: string,
  office: string,
  words: ImportCall['words']['importPlan'],
): string[] {
  if (!changesNothing(preview)) return [words.stored(office, plan)];
  return preview.becomesCurrent ? [words.nowCurrent(plan)] : [];
}

/** Asks before activities go. @returns the refusal, or null to go on. */
async function consent(
  call: ImportCall,
  preview: ImportPreview,
  lines: readonly string[],
): Promise<Outcome | null> {
  const words = call.words.importPlan;
  const vanishing = new Set([...preview.diff.removed, ...preview.losing].map(({ code }) => code));
  if (vanishing.size === 0 || call.values.yes) return null;
  const codes = { codes: [...vanishing] };
  call.say(lines);
  const answer = await call.ask(words.askRemove(vanishing.size));
  if (answer === true) return null;
  return answer === null
    ? { exit: 'refused', reason: 'needs-yes', lines: [words.needsYes], more: codes }
    : { exit: 'refused', reason: 'declined', lines: [words.declined], more: codes };
}

async function writeTemplate(call: ImportCall, file: string): Promise<Outcome> {
  const refusal = await writeBytes(call, file, await writePlanTemplate(null, call.language));
  return refusal ?? { exit: 'ok', lines: [call.words.importPlan.wroteTemplate(file)], json: { file } };
}

async function exportPlan(call: ImportCall, database: Database, file: string): Promise<Outcome> {
  const words = call.words.importPlan;
  const { office: officeId, plan: planId } = call.values;
  const offices = await findOffices(database.models);
  for (const office of offices) {
    if (officeId !== undefined && office.id !== officeId) continue;
    const id = planId ?? office.currentPlan;
    const plan = id === null ? null : await loadPlan(database, office.id, id);
    if (!plan) continue;
    const { name: officeName, parentAgencies } = office;
    const bytes = await writePlanTemplate({ officeName, parentAgencies, ...plan }, call.language);
    const refusal = await writeBytes(call, file, bytes);
    const count = plan.activities.length;
    return (
      refusal ?? {
        exit: 'ok',
        lines: [words.wrotePlan(file, count)],
        json: { file, plan: plan.id, activities: count },
      }
    );
  }
  return { exit: 'refused', reason: 'no-plan', lines: [words.noPlan] };
}

async function usePlan(call: ImportCall, database: Database, id: string): Promise<Outcome> {
  const words = call.words.importPlan;
  const done = await makeCurrent(database, id, systemClock.now());
  if (done.ok)
    return {
      exit: 'ok',
      lines: [words.nowCurrent(done.plan)],
      json: { office: done.office, plan: done.plan },
    };
  if (done.reason === 'conflict') return { exit: 'refused', reason: done.reason, lines: [words.conflict] };
  const known = await list(call, database);
  return {
    exit: 'refused',
    reason: done.reason,
    lines: [words.planUnknown, ...(known.exit === 'ok' ? known.lines : [])],
  };
}

async function list(call: ImportCall, database: Database): Promise<Outcome> {
  const words = call.words.importPlan;
  const lines: string[] = [];
  const json: unknown[] = [];
  for (const office of await findOffices(database.models)) {
    const plans = await plansOf(database, office.id);
    const summary = ({ id, title, fiscalYear, activities }: Plan) => ({
      id,
      title,
      fiscalYear,
      activities: activities.length,
      current: id === office.currentPlan,
    });
    lines.push(`${office.id}  ${office.name}`);
    for (const plan of plans.map(summary))
      lines.push(
        `  ${plan.id}  ${plan.title} (${plan.fiscalYear})${plan.current ? ` · ${words.current}` : ''}`,
      );
    json.push({ office: office.id, name: office.name, plans: plans.map(summary) });
  }
  return { exit: 'ok', lines: lines.length > 0 ? lines : [words.noPlan], json };
}
