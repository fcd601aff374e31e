/** The parts of import-plan that read and write files: plans, forms, conversions. */
import { type DraftOutcome, draftPlan } from '../src/domain/plan-draft.ts';
import { convertPlan } from '../src/reports/plan-convert.ts';
import { readPlanJson } from '../src/reports/plan-json.ts';
import { writePlanTemplate } from '../src/reports/plan-template.ts';
import { type PlanFileFault, readPlanXlsx } from '../src/reports/plan-xlsx.ts';
import type { Texts } from '../src/text/index.ts';
import { planWords } from '../src/text/plan-words.ts';
import type { Call, Flags, Outcome } from './cli.ts';
import { readBytes, writeBytes } from './files.ts';
import { problemLines, problemsJson } from './import-plan-view.ts';

type FileCall = Pick<Call<Flags>, 'words' | 'language'> & { values: { yes?: boolean } };

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

function fileFault({ words }: FileCall, file: string, fault: Omit<PlanFileFault, 'ok'>): Outcome {
  return { exit: 'refused', reason: fault.reason, lines: [`${file}: ${faultText(fault, words)}`] };
}

/** Why a file is no plan, with where or what if that is known. */
export function faultText(
  { reason, detail, place }: Omit<PlanFileFault, 'ok'>,
  { importPlan, command }: Texts['admin'],
): string {
  const more = place ? command.jsonPlace(place.line, place.column) : detail;
  return `${importPlan.file[reason]}${more ? ` (${more})` : ''}`;
}

/** Takes an office's own file into the form, and says what to look at and what is still missing. */
export async function convertFile(call: FileCall, file: string, target: string): Promise<Outcome> {
  const words = call.words;
  const read = await readBytes(call, file);
  if (!read.ok) return read.outcome;
  const converted = await convertPlan(read.bytes);
  if (!converted.ok) return fileFault(call, file, converted);
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
