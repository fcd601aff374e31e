/** `npm run import-plan`: brings an office's plan in, writes forms to fill in, and lists what there is. */
import { systemClock } from '../src/clock.ts';
import { lineAtWork } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import type { DraftOutcome } from '../src/plan-import/draft.ts';
import type { Override } from '../src/plan-import/mapping.ts';
import type { Source } from '../src/plan-import/source.ts';
import { type FileChoice, isReady, type UnderstoodPlan } from '../src/plan-import/understand.ts';
import { findColumns, keepColumns } from '../src/services/plan-columns.ts';
import { previewImport, storeImport } from '../src/services/import-plan.ts';
import type { Trial } from '../src/services/trial.ts';
import { type ScriptCall, type Script, runScript, withDatabase, type ScriptOutcome } from './cli.ts';
import { convertFile, openPlanFile, understandFile } from './import-plan-files.ts';
import { exportPlan, listPlans, usePlan, writeTemplate } from './import-plan-stored.ts';
import { understoodJson, headLines, readingLines } from './plan-preview-view.ts';
import {
  diffLines,
  noteLines,
  notesBeside,
  placeLines,
  previewJson,
  problemLines,
  problemsJson,
  storedLines,
} from './import-plan-view.ts';
import { switchLines, switchView } from '../src/web/console/switch-view.ts';
import { askConsent } from './import-plan-consent.ts';

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
  'use-now': { type: 'boolean' },
  'keep-current': { type: 'boolean' },
  list: { type: 'boolean' },
  map: { type: 'string', value: 'HEAD=FIELD', many: true },
  set: { type: 'string', value: 'FIELD=TEXT', many: true },
  unit: { type: 'string', value: 'UNIT' },
  accept: { type: 'boolean' },
  forget: { type: 'boolean' },
} as const;

type ImportCall = ScriptCall<typeof flags>;

export const importPlanScript: Script<typeof flags> = {
  name: 'import-plan',
  flags,
  help: ({ importPlan: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

if (import.meta.main) process.exitCode = await runScript(importPlanScript);

async function run(call: ImportCall): Promise<ScriptOutcome> {
  const { values, files, words } = call;
  const { bad } = words.importPlan;
  const actions = [values.template, values.export, values.convert, values.use, values.list, ...files].filter(
    Boolean,
  );
  if (actions.length > 1)
    return { exit: 'bad-usage', message: files.length > 1 ? bad.oneFile : bad.oneAction };
  if (values['use-now'] && values['keep-current']) return { exit: 'bad-usage', message: bad.oneUse };
  if (values.template !== undefined) return writeTemplate(call, values.template);
  if (values.convert !== undefined)
    return values.out === undefined
      ? { exit: 'bad-usage', message: bad.needsOut }
      : convertFile(call, values.convert, values.out);
  if (values.list) return withDatabase(call, (database) => listPlans(call, database));
  const { use, export: target } = values;
  if (use !== undefined) return withDatabase(call, (database) => usePlan(call, database, use));
  if (target !== undefined) return withDatabase(call, (database) => exportPlan(call, database, target));
  const [file] = files;
  return file === undefined ? { exit: 'bad-usage', message: bad.oneFile } : importFile(call, file);
}

async function importFile(call: ImportCall, file: string): Promise<ScriptOutcome> {
  const read = await openPlanFile(call, file);
  if (!read.ok) return read.outcome;
  const plan = read.file;
  if (plan.kind === 'json') {
    const { drafted } = plan;
    if (!drafted.ok) return badPlan(call, drafted, null);
    return inDatabase(call, (database, trial) =>
      importDraft(call, database, { drafted, understood: null, said: [] }, trial),
    );
  }
  const { source, choice } = plan;
  const first = understandFile(call, file, source, choice);
  if (!first.ok) return first.outcome;
  if (!first.understood.drafted.ok && first.understood.layout === 'form')
    return badPlan(call, first.understood.drafted, first.understood);
  return inDatabase(call, async (database, trial) => {
    const { understood, usedSaved } = await withSavedColumns(
      call,
      database,
      file,
      source,
      choice,
      first.understood,
    );
    if (usedSaved) call.say([call.words.planPreview.savedUsed]);
    const { drafted } = understood;
    if (!drafted.ok) return badPlan(call, drafted, understood);
    return importDraft(call, database, { drafted, understood, said: choice.overrides }, trial);
  });
}

function inDatabase(
  call: ImportCall,
  work: (database: Database, trial: Trial | null) => Promise<ScriptOutcome>,
): Promise<ScriptOutcome> {
  return withDatabase(call, (database, config) =>
    work(database, lineAtWork(config) === 'line' ? null : 'import'),
  );
}

/** What an office said once of its headings holds for its next file, unless something else is said now. */
async function withSavedColumns(
  call: ImportCall,
  database: Database,
  file: string,
  source: Source,
  choice: FileChoice,
  first: UnderstoodPlan,
): Promise<{ understood: UnderstoodPlan; usedSaved: boolean }> {
  if (call.values.forget || first.layout === 'form') return { understood: first, usedSaved: false };
  const saved = await findColumns(database, call.values.office ?? null, first.form.officeName);
  const older = saved.filter(({ heading }) => !choice.overrides.some((one) => one.heading === heading));
  if (older.length === 0) return { understood: first, usedSaved: false };
  const whole = { ...choice, overrides: [...older, ...choice.overrides] };
  const again = understandFile(call, file, source, whole, []);
  return { understood: again.ok ? again.understood : first, usedSaved: again.ok };
}

function badPlan(
  call: ImportCall,
  drafted: Extract<DraftOutcome, { ok: false }>,
  understood: UnderstoodPlan | null,
): ScriptOutcome {
  const words = call.words.importPlan;
  // a form is read as it says; of any other file it is to be seen how it was read
  const read =
    understood?.layout === 'document'
      ? [...headLines(understood, call), ...readingLines(understood, call)]
      : [];
  const { problems, notes, codes } = drafted;
  const before = [...read, ...noteLines(notesBeside(understood, notes), words, codes)];
  if (before.length > 0) call.say(before);
  return {
    exit: 'refused',
    reason: 'bad-plan',
    lines: [
      ...problemLines(problems, words, codes),
      ...(problems.some(({ reason }) => reason === 'missing') ? lackingLines(call, understood) : []),
    ],
    more: {
      ...problemsJson(problems, words),
      ...(understood && { file: understoodJson(understood, call.words) }),
    },
  };
}

/** The way to say what an office's own file does not; the form has its own boxes for it. */
function lackingLines({ words }: ImportCall, understood: UnderstoodPlan | null): string[] {
  if (understood?.layout !== 'document') return [];
  const { officeName, title, fiscalYear } = understood.form;
  const lacking = [
    ...(officeName === '' ? (['office'] as const) : []),
    ...(title === '' ? (['title'] as const) : []),
    ...(fiscalYear === null ? (['fiscalYear'] as const) : []),
  ];
  return lacking.length === 0 ? [] : [`  ${words.planPreview.sayHead(lacking)}`];
}

interface Incoming {
  drafted: Extract<DraftOutcome, { ok: true }>;
  /** null for JSON, which says all things by name. */
  understood: UnderstoodPlan | null;
  said: Override[];
}

async function importDraft(
  call: ImportCall,
  database: Database,
  incoming: Incoming,
  trial: Trial | null,
): Promise<ScriptOutcome> {
  const { drafted, understood, said } = incoming;
  const { plan: draft, notes, codes } = drafted;
  const words = call.words.importPlan;
  const { office = null, plan = null } = call.values;
  const choice = { office, plan, newOffice: call.values['new-office'] ?? false };
  const found = await previewImport(database, draft, choice, systemClock.now());
  if (!found.ok) {
    const known = found.known.map(({ id, name }) => `  ${id}  ${name}`);
    const unknownOffice = office === null ? words.officeUnknown(draft.officeName) : words.officeGone;
    const line = {
      'office-unknown': unknownOffice,
      'office-unreadable': words.officeUnreadable,
      'plan-unknown': words.planUnknown,
    }[found.reason];
    return { exit: 'refused', reason: found.reason, lines: [line, ...known], more: { known: found.known } };
  }
  const { preview } = found;
  const file = understood ? { file: understoodJson(understood, call.words) } : {};
  const lines = [
    ...placeLines(preview, words),
    ...(understood ? readingLines(understood, call) : []),
    ...noteLines(notesBeside(understood, notes), words, codes),
    ...diffLines(preview, words, call.language),
    ...(preview.leaving ? switchLines(switchView(preview.leaving, words)) : []),
  ];
  if (call.values['dry-run']) {
    const ids = { office: preview.office?.id ?? null, plan: preview.plan?.id ?? null };
    const { ready, notReady } = call.words.planPreview;
    const verdict = understood ? [isReady(understood) ? ready : notReady] : [];
    return {
      exit: 'ok',
      lines: [...lines, ...verdict, words.dryRun],
      json: { ...previewJson(preview, ids, notes), ...file, dryRun: true },
    };
  }
  const consent = await askConsent(call, understood, preview, lines, file);
  if (!consent.ok) return consent.refusal;
  const stored = await storeImport(database, preview, systemClock.now(), { trial, ...consent });
  if (!stored.ok) return { exit: 'refused', reason: stored.reason, lines: [words.conflict] };
  if (said.length > 0) await keepColumns(database, stored.office, said);
  return {
    exit: 'ok',
    lines: [...(consent.shown ? [] : lines), ...storedLines(preview, stored, consent, words)],
    json: { ...previewJson(preview, { office: stored.office, plan: stored.plan }, notes), ...file },
  };
}
