/** What import-plan shows of a preview, of problems and of notes, as lines for people and as JSON. */
import type { Activity } from '../src/domain/activity.ts';
import type { Language } from '../src/domain/member.ts';
import { bahtFromSatang } from '../src/domain/money.ts';
import { type ComparedPlanField, countChanges } from '../src/plan-import/diff.ts';
import type { Note, Problem } from '../src/plan-import/problems.ts';
import type { UnderstoodPlan } from '../src/plan-import/understand.ts';
import {
  changesNothing,
  headChanges,
  type ImportPreview,
  isUsedAfter,
  type StoreDecision,
} from '../src/services/import-preview.ts';
import type { Texts } from '../src/text/index.ts';
import { placedInWords } from '../src/web/console/place-words.ts';
import { ownedLines } from '../src/web/console/owned-lines.ts';
import { activityLine, shownChange } from '../src/web/console/plan-words.ts';

type Words = Texts['admin']['importPlan'];

/** More would scroll the first ones, which are often the cause of the rest, off the screen. */
const SHOWN_PROBLEMS = 50;

/** @param codes of a plan of JSON, as the draft has them. */
export function problemLines(
  problems: readonly Problem[],
  words: Words,
  codes?: readonly string[],
): string[] {
  const lines = placedInWords(problems.slice(0, SHOWN_PROBLEMS), codes, words.place).map(
    ({ at, reason, value, more }) => `  ${at}: ${words.problem[reason](value, more)}`,
  );
  const left = problems.length - SHOWN_PROBLEMS;
  return [words.refused(problems.length), ...lines, ...(left > 0 ? [`  ${words.morePlaces(left)}`] : [])];
}

export function problemsJson(problems: readonly Problem[], words: Words): Record<string, unknown> {
  return {
    problems: problems.map(({ at, reason, value, more }) => ({
      at,
      reason,
      value,
      message: words.problem[reason](value, more),
    })),
  };
}

export function noteLines(notes: readonly Note[], words: Words, codes?: readonly string[]): string[] {
  if (notes.length === 0) return [];
  return [
    `${words.notes}:`,
    ...placedInWords(notes, codes, words.place).map(
      ({ at, reason, value, more }) => `  ${at}: ${words.note[reason](value, more)}`,
    ),
  ];
}

/** The notes that no finding of the reading has said already: a file without a column of months has none in any row. */
export function notesBeside(understood: UnderstoodPlan | null, notes: readonly Note[]): readonly Note[] {
  const isSaid = understood?.findings.some(({ kind }) => kind === 'no-month-column') ?? false;
  return isSaid ? notes.filter(({ reason }) => reason !== 'leaf-without-months') : notes;
}

/** Into which office and plan it goes. */
export function placeLines({ office, plan, draft }: ImportPreview, words: Words): string[] {
  const { officeName, title, fiscalYear } = draft;
  return [
    office ? words.office(office.name) : words.newOffice(officeName),
    ...(office && office.name !== officeName ? [words.otherName(officeName)] : []),
    plan ? words.plan(title, fiscalYear) : words.newPlan(title, fiscalYear),
  ];
}

/** Activities added (+), changed (~) and removed (-), with the fields that differ. */
export function diffLines(preview: ImportPreview, words: Words, language: Language): string[] {
  const { diff } = preview;
  const counts = countChanges(diff);
  const lines: string[] = [];
  const group = (title: string, sign: string, activities: readonly Activity[]): void => {
    if (activities.length === 0) return;
    lines.push(title, ...activities.map((one) => `  ${sign} ${activityLine(one, language)}`));
  };
  group(words.added(counts.added), '+', diff.added);
  if (diff.changed.length > 0) {
    lines.push(words.changed(counts.changed));
    for (const { code, after, fields } of diff.changed) {
      lines.push(`  ~ ${code} ${after.name}`);
      for (const one of fields) {
        const { field, from, to } = shownChange(one, words, language);
        lines.push(`      ${words.change(field, from, to)}`);
      }
    }
  }
  group(words.removed(counts.removed), '-', diff.removed);
  const head = headChanges(preview);
  if (head.length > 0) lines.push(words.headChanged(head.map((field) => words.field[field]).join(', ')));
  if (diff.reordered) lines.push(words.reordered);
  if (changesNothing(preview)) lines.push(words.nothing);
  for (const { why, code, name, updates } of preview.losing)
    lines.push(`! ${words.losing[why](code, name, updates)}`);
  lines.push(...ownedLines(preview.owned, words));
  return lines;
}

/** What to say once it is stored; of a plan that stays as it was, only whether it is the current one now. */
export function storedLines(
  preview: ImportPreview,
  { office, plan }: { office: string; plan: string },
  decision: StoreDecision,
  words: Words,
): string[] {
  if (!isUsedAfter(preview, decision)) return [words.keptAside(plan)];
  if (!changesNothing(preview)) return [words.stored(office, plan)];
  return preview.becomesCurrent ? [words.nowCurrent(plan)] : [];
}

/** `{office, plan, added, changed, removed}` with codes, and details for who wants them. */
export function previewJson(
  preview: ImportPreview,
  ids: { office: string | null; plan: string | null },
  notes: readonly Note[],
): Record<string, unknown> {
  const { diff, losing } = preview;
  const codes = (activities: readonly { code: string }[]): string[] => activities.map(({ code }) => code);
  return {
    ...ids,
    added: codes(diff.added),
    changed: codes(diff.changed),
    removed: codes(diff.removed),
    changes: diff.changed.flatMap(({ code, fields }) =>
      fields.map(({ field, from, to }) => ({
        code,
        field: field === 'budget' ? 'budgetBaht' : field,
        from: inBaht(field, from),
        to: inBaht(field, to),
      })),
    ),
    planChanged: headChanges(preview),
    reordered: diff.reordered,
    losing,
    notes,
  };
}

function inBaht(field: ComparedPlanField, value: unknown): unknown {
  return field === 'budget' && typeof value === 'number' ? bahtFromSatang(value) : value;
}
