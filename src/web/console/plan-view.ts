/** How a plan's file was understood and what storing it would change, as the console's page shows it; every sentence is made here. */
import type { Language } from '../../domain/member.ts';
import { countPlan, type PlanCount } from '../../domain/plan.ts';
import { countChanges } from '../../plan-import/diff.ts';
import type { Weight } from '../../plan-import/findings.ts';
import { type MappedColumn, PLAN_FIELDS, type PlanField } from '../../plan-import/mapping.ts';
import type { PreviewOutcome } from '../../services/import-plan.ts';
import { asksUse, changesNothing, goingOf, headChanges } from '../../services/import-preview.ts';
import { isExplained, type UploadOutcome } from '../../services/plan-upload.ts';
import { baht } from '../../text/format.ts';
import type { Texts } from '../../text/index.ts';
import { ownedLines } from './owned-lines.ts';
import { placedInWords } from './place-words.ts';
import { activityLine, changesOf, type ShownChanges } from './plan-words.ts';
import { type SwitchView, switchView } from './switch-view.ts';

export interface ColumnView {
  /** By which a choice names it: `แผน!C`. */
  key: string;
  letter: string;
  heading: string;
  /** '' for a column that is not used. */
  field: PlanField | '' | 'month';
  /** What it was taken for, or why it is not used. */
  use: string;
  /** Nobody knows what it holds. */
  unread: boolean;
  samples: string;
  sum: string | null;
}

export interface ChangeView {
  /** Of all, however many lines are sent. */
  counts: Record<'added' | 'changed' | 'removed', PlanCount>;
  /** Lines of each kind, in plan order. */
  added: string[];
  changed: ShownChanges[];
  removed: string[];
  /** Fields of the plan itself. */
  head: string | null;
  losing: string[];
  /** Whose the new activities are, and which are nobody's. */
  owned: string[];
  reordered: boolean;
  nothing: boolean;
  /** A plan that is stored already is used from now on. */
  becomesCurrent: boolean;
  newOffice: boolean;
  newPlan: boolean;
  /** What becomes of people's work if it takes the place of the plan in use. */
  leaving: SwitchView | null;
  /** It has to be chosen when the plan is used: the question, null where it is not asked. */
  whenUse: string | null;
}

export interface PlanView {
  head: { office: string; title: string; fiscalYear: number | null; activities: number };
  tables: { name: string; columns: ColumnView[] }[];
  /** Power of ten of a baht; null where the file does not say. */
  unit: number | null;
  total: string | null;
  sums: { name: string; stated: string; read: string; same: boolean }[];
  findings: Record<Weight, { at: string; text: string }[]>;
  problems: { at: string; text: string }[];
  notes: { at: string; text: string }[];
  change: ChangeView | null;
  /** Why nothing can be compared or stored. */
  refused: string | null;
  /** Money is unexplained: it has to be accepted by name. */
  needsAccept: boolean;
  /** So many activities go. */
  going: PlanCount;
  /** The office that the file names, where it is another than this one. */
  otherOffice: string | null;
  seen: string;
}

/** The most of each kind that is sent: more helps nobody, and a broken file has thousands. */
const MOST_LINES = 300;

export function planView(
  upload: Extract<UploadOutcome, { ok: true }>,
  texts: Texts,
  language: Language,
): PlanView {
  const {
    admin,
    console: { plan: say },
  } = texts;
  const { reading, found, seen, otherOffice } = upload;
  const { drafted, read } = reading;
  const { importPlan: words, planPreview: preview } = admin;
  const told = <Told extends { at: string; more: string }>(all: readonly Told[]): Told[] =>
    placedInWords(all, drafted.codes, words.place);
  const head = drafted.ok ? drafted.plan : read?.form;
  const findings = (weight: Weight) =>
    (read?.findings ?? [])
      .filter((one) => one.weight === weight)
      .slice(0, MOST_LINES)
      .map(({ at, kind, value, more, money }) => ({
        at: at || preview.wholeFile,
        text: preview.sentence[kind](value, more, money),
      }));
  const budget = read?.tables
    .flatMap(({ columns }) => columns)
    .find(({ use }) => 'field' in use && use.field === 'budget');
  return {
    head: {
      office: head?.officeName ?? '',
      title: head?.title ?? '',
      fiscalYear: head?.fiscalYear ?? null,
      activities: countPlan(head?.activities ?? []).leaves,
    },
    tables:
      read?.layout === 'document'
        ? read.tables.map(({ name, columns }) => ({
            name,
            columns: columns.map((column) => columnView(name, column, preview, language)),
          }))
        : [],
    unit: budget?.power ?? null,
    total: read && baht(read.total, language),
    sums: (read?.sums ?? []).map((sum) => ({
      name: sum.name,
      stated: baht(sum.stated, language),
      read: baht(sum.read, language),
      same: sum.difference === 0,
    })),
    findings: { money: findings('money'), ask: findings('ask'), note: findings('note') },
    problems: told(drafted.ok ? [] : drafted.problems)
      .slice(0, MOST_LINES)
      .map(({ at, reason, value, more }) => ({
        at: say.headField[at as keyof typeof say.headField] ?? at,
        text: words.problem[reason](value, more),
      })),
    notes: told(drafted.notes)
      .slice(0, MOST_LINES)
      .map(({ at, reason, value, more }) => ({
        at,
        text: words.note[reason](value, more),
      })),
    change: found?.ok ? changeView(found, texts, language) : null,
    refused: found && !found.ok ? say.refused[found.reason] : null,
    needsAccept: !isExplained(reading),
    going: countPlan(found?.ok ? goingOf(found.preview) : []),
    otherOffice,
    seen,
  };
}

function columnView(
  table: string,
  column: MappedColumn,
  say: Texts['admin']['planPreview'],
  language: Language,
): ColumnView {
  const { letter, heading, use, samples, sum, filled } = column;
  const used = !('unused' in use);
  const field = used && 'field' in use ? use.field : used ? 'month' : '';
  return {
    key: `${table}!${letter}`,
    letter,
    heading: heading || say.noHeading,
    field,
    use:
      'unused' in use
        ? say.unused[use.unused]
        : 'field' in use
          ? say.field[use.field]
          : say.month(use.months),
    unread: 'unused' in use && use.unused === 'unknown' && filled > 0,
    samples: samples.join(' · '),
    sum: sum === null ? null : baht(sum, language),
  };
}

function changeView(
  { preview }: Extract<PreviewOutcome, { ok: true }>,
  { admin: { importPlan: words }, console: { plan: say } }: Texts,
  language: Language,
): ChangeView {
  const { office, plan, diff, losing, owned, leaving } = preview;
  const head = headChanges(preview).map((field) => words.field[field]);
  return {
    counts: countChanges(diff),
    added: diff.added.slice(0, MOST_LINES).map((one) => activityLine(one, language)),
    changed: diff.changed.slice(0, MOST_LINES).map((one) => changesOf(one, words, language)),
    removed: diff.removed.slice(0, MOST_LINES).map((one) => activityLine(one, language)),
    head: head.length > 0 ? words.headChanged(head.join(', ')) : null,
    owned: ownedLines(owned, words),
    losing: losing.map(({ why, code, name, updates }) => words.losing[why](code, name, updates)),
    reordered: diff.reordered,
    nothing: changesNothing(preview),
    becomesCurrent: plan !== null && preview.becomesCurrent,
    newOffice: office === null,
    newPlan: plan === null,
    leaving: leaving && switchView(leaving, words),
    whenUse:
      leaving && asksUse(preview) ? say.whenUse.ask(leaving.from.title, leaving.from.fiscalYear) : null,
  };
}

/** What a column can be chosen for, in the words of the person. */
export function fieldChoices(say: Texts['admin']['planPreview']): { field: PlanField; name: string }[] {
  return PLAN_FIELDS.map((field) => ({ field, name: say.field[field] }));
}
