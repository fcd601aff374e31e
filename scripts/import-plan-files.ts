/** The parts of import-plan that read and write files: plans, forms, conversions. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { type DraftOutcome, draftPlan } from '../src/domain/plan-draft.ts';
import { convertPlan } from '../src/reports/plan-convert.ts';
import { readPlanJson } from '../src/reports/plan-json.ts';
import { writePlanTemplate } from '../src/reports/plan-template.ts';
import { type PlanFileRead, readPlanXlsx } from '../src/reports/plan-xlsx.ts';
import { planWords } from '../src/text/plan-words.ts';
import type { Call, Flags, Outcome } from './cli.ts';
import { problemLines, problemsJson } from './import-plan-view.ts';

type FileCall = Pick<Call<Flags>, 'words' | 'language'> & { values: { yes?: boolean } };
type BytesRead = { ok: true; bytes: Buffer } | { ok: false; outcome: Outcome };

/** Reads a plan from .xlsx or JSON, told by what is in it. @returns the draft, or why the file is refused. */
export async function readPlanFile(
  call: FileCall,
  file: string,
): Promise<{ ok: true; drafted: DraftOutcome } | { ok: false; outcome: Outcome }> {
  const read = await readBytes(call, file);
  if (!read.ok) return read;
  const { bytes } = read;
  const isJson = /^\ufeff?\s*[{[]/.test(bytes.toString('utf8', 0, 64)) || /\.json$/i.test(file);
  const plan = isJson ? readPlanJson(bytes) : await readPlanXlsx(bytes);
  return plan.ok
    ? { ok: true, drafted: draftPlan(plan.raw, planWords) }
    : { ok: false, outcome: fileFault(call, file, plan) };
}

type Fault = Omit<Extract<PlanFileRead, { ok: false }>, 'ok'>;

function fileFault({ words }: FileCall, file: string, { reason, at, detail }: Fault): Outcome {
  const more = [at, detail].filter((part) => part !== '').join(' ');
  const line = `${file}: ${words.importPlan.file[reason]}${more === '' ? '' : ` (${more})`}`;
  return { exit: 'refused', reason, lines: [line] };
}

/** Takes an office's own file into the form, and says what to look at and what is still missing. */
export async function convertFile(call: FileCall, file: string, target: string): Promise<Outcome> {
  const words = call.words;
  const read = await readBytes(call, file);
  if (!read.ok) return read.outcome;
  const converted = await convertPlan(read.bytes);
  if (!converted.ok) return fileFault(call, file, { reason: converted.reason, at: '', detail: '' });
  const { plan, remarks } = converted;
  const form = await writePlanTemplate(plan, call.language);
  const refusal = await writeBytes(call, target, form);
  if (refusal) return refusal;
  const back = await readPlanXlsx(form);
  const drafted = back.ok ? draftPlan(back.raw, planWords) : null;
  const problems = drafted && !drafted.ok ? drafted.problems : [];
  const { place, remark, remarks: title, stillBad, ready } = words.convertPlan;
  const shown = remarks.map(({ table, row, reason, value }) => ({
    at: place(table, row),
    reason,
    message: remark[reason](value),
  }));
  return {
    exit: 'ok',
    lines: [
      words.importPlan.converted(target, plan.activities.length),
      ...(shown.length > 0 ? [`${title}:`, ...shown.map(({ at, message }) => `  ${at}: ${message}`)] : []),
      ...(problems.length > 0
        ? [`${stillBad(problems.length)}:`, ...problemLines(problems, words.importPlan).slice(1)]
        : [ready]),
      words.importPlan.convertedCheck,
    ],
    json: {
      file: target,
      activities: plan.activities.map(({ code }) => code),
      remarks: shown,
      ...problemsJson(problems, words.importPlan),
    },
  };
}

async function readBytes({ words }: FileCall, file: string): Promise<BytesRead> {
  try {
    return { ok: true, bytes: await readFile(file) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const line =
      code === 'ENOENT' ? words.command.fileMissing(file) : words.command.fileUnreadable(file, message);
    return { ok: false, outcome: { exit: 'refused', reason: 'unreadable-file', lines: [line] } };
  }
}

/** Never writes over a file unasked: it may be a form somebody has filled in. @returns the refusal, or null. */
export async function writeBytes(
  { values, words }: FileCall,
  file: string,
  bytes: Buffer,
): Promise<Outcome | null> {
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  if (there && !values.yes)
    return { exit: 'refused', reason: 'file-exists', lines: [words.command.fileExists(file)] };
  try {
    await writeFile(file, bytes);
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      exit: 'refused',
      reason: 'unwritable-file',
      lines: [words.command.fileUnwritable(file, detail)],
    };
  }
}
