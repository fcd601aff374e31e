/** The parts of import-plan that read and write files: plans of every kind, forms, conversions. */
import { countPlan } from '../src/domain/plan.ts';
import { readChoice } from '../src/plan-import/choice.ts';
import type { DraftOutcome } from '../src/plan-import/draft.ts';
import type { TextPlace } from '../src/plan-import/json-fault.ts';
import type { Mapping, Override } from '../src/plan-import/mapping.ts';
import { unknownHeading } from '../src/plan-import/override.ts';
import { readPlanFile as readFile } from '../src/plan-import/read-file.ts';
import type { FileFault, Source } from '../src/plan-import/source.ts';
import { writePlanTemplate } from '../src/plan-import/template.ts';
import {
  type FileChoice,
  isReady,
  type UnderstoodPlan,
  understandPlan,
} from '../src/plan-import/understand.ts';
import type { Texts } from '../src/text/index.ts';
import type { ScriptCall, Flags, ScriptOutcome } from './cli.ts';
import { readBytes, writeBytes } from './files.ts';
import { problemLines, problemsJson } from './import-plan-view.ts';
import { headLines, readingLines, understoodJson } from './plan-preview-view.ts';

type FileCall = Pick<ScriptCall<Flags>, 'words' | 'language'> & {
  values: { yes?: boolean; map?: string[]; set?: string[]; unit?: string };
};

/** A plan's file as it was read; `source` can be understood anew, JSON needs no understanding. */
export type OpenedPlanFile =
  { kind: 'json'; drafted: DraftOutcome } | { kind: 'source'; source: Source; choice: FileChoice };

type Refused = { ok: false; outcome: ScriptOutcome };

/** Reads a plan from a file of any kind, told by what is in it. @returns it, or why it is refused. */
export async function openPlanFile(
  call: FileCall,
  file: string,
): Promise<{ ok: true; file: OpenedPlanFile } | Refused> {
  const said = readChoice(call.values);
  if (!said.ok) {
    const { badMap, badSet, badUnit } = call.words.planPreview;
    const message = { map: badMap, set: badSet, unit: badUnit }[said.wrong](said.text);
    return { ok: false, outcome: { exit: 'bad-usage', message } };
  }
  const read = await readBytes(call, file);
  if (!read.ok) return read;
  const found = await readFile(read.bytes, file);
  if (!found.ok) return { ok: false, outcome: fileFault(call, file, found) };
  if (found.file.kind === 'json') {
    const refused = refuseUnknown(call, [], said.choice.overrides);
    if (refused) return refused;
  }
  return {
    ok: true,
    file: found.file.kind === 'json' ? found.file : { ...found.file, choice: said.choice },
  };
}

/** @param said by whoever gives the command: each must mean a column. @returns how a source is understood, or the refusal. */
export function understandFile(
  call: FileCall,
  file: string,
  source: Source,
  choice: FileChoice,
  said = choice.overrides,
): { ok: true; understood: UnderstoodPlan } | Refused {
  const outcome = understandPlan(source, choice);
  if (!outcome.ok) return { ok: false, outcome: fileFault(call, file, outcome) };
  return refuseUnknown(call, outcome.understood.mappings, said) ?? outcome;
}

function refuseUnknown(
  { words }: FileCall,
  mappings: readonly Mapping[],
  said: readonly Override[],
): Refused | null {
  const unknown = unknownHeading(mappings, said);
  if (unknown === undefined) return null;
  const columns = mappings.flatMap((one) => one.columns.map(({ letter, heading }) => `${letter} ${heading}`));
  const line = words.planPreview.mapUnknown(unknown, [...new Set(columns)].join(', '));
  return { ok: false, outcome: { exit: 'refused', reason: 'map-unknown', lines: [line] } };
}

interface Fault {
  reason: FileFault;
  detail?: string;
  place?: TextPlace;
}

function fileFault({ words }: FileCall, file: string, fault: Fault): ScriptOutcome {
  return { exit: 'refused', reason: fault.reason, lines: [`${file}: ${faultText(fault, words)}`] };
}

/** Why a file is no plan, with where or what if that is known. */
export function faultText({ reason, detail, place }: Fault, { importPlan, command }: Texts['admin']): string {
  const more = place ? command.jsonPlace(place.line, place.column) : detail;
  return `${importPlan.file[reason]}${more ? ` (${more})` : ''}`;
}

/** Takes an office's own file into the form, and says how it was read and what is still missing. */
export async function convertFile(call: FileCall, file: string, target: string): Promise<ScriptOutcome> {
  const read = await openPlanFile(call, file);
  if (!read.ok) return read.outcome;
  if (read.file.kind === 'json') return fileFault(call, file, { reason: 'no-table' });
  const made = understandFile(call, file, read.file.source, read.file.choice);
  if (!made.ok) return made.outcome;
  const { understood } = made;
  const { drafted, form } = understood;
  const refusal = await writeBytes(call, target, await writePlanTemplate(form, call.language));
  if (refusal) return refusal;
  const words = call.words.importPlan;
  const problems = drafted.ok ? [] : drafted.problems;
  const { ready, notReady, stillBad } = call.words.planPreview;
  const verdict = problems.length > 0 ? stillBad(problems.length) : isReady(understood) ? ready : notReady;
  return {
    exit: 'ok',
    lines: [
      ...headLines(understood, call),
      ...readingLines(understood, call),
      ...(problems.length > 0 ? problemLines(problems, words).slice(1) : []),
      words.converted(target, countPlan(form.activities).leaves),
      verdict,
      words.convertedCheck,
    ],
    json: {
      file: target,
      activities: form.activities.map(({ code }) => code),
      ...understoodJson(understood, call.words),
      ...problemsJson(problems, words),
    },
  };
}
