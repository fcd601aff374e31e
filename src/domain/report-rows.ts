/** One row of the report: a leaf's updates joined into one statement, and sums over leaves; domain/report.ts calls it. */
import { type Activity, type Actual, STATUSES, type Status, type TextField, textsOf } from './activity.ts';
import { dayInBangkok } from './fiscal-year.ts';
import type { LeafTotals, ReportEvidence, ReportRow, SaidTexts, SaidText } from './report-model.ts';
import { statusOf } from './status.ts';
import { type FiguresNow, isOldNews } from './told-earlier.ts';
import { counts, foldUpdates, type Update } from './update.ts';

interface Cut {
  asOf: Date;
  /** Last day of the period: what comes after is late. */
  end: string;
  evidence: ReadonlyMap<string, ReportEvidence>;
}

/**
 * @param updates of this activity, ascending by seq; none for a branch.
 * @returns the row as far as the node alone decides it; branches are filled in by the caller.
 */
export function leafRow(activity: Activity, updates: readonly Update[], cut: Cut): ReportRow {
  const counting = updates.filter((update) => counts(update, cut.asOf));
  const state = foldUpdates(counting, cut.asOf);
  const newest = counting.at(-1);
  const percent = percentOf(counting, state.status, state.percent);
  const { code, label, name, level, leaf, indicator, unit, target, ownerGroup, budget } = activity;
  return {
    code,
    label,
    name,
    level,
    leaf,
    indicator,
    unit,
    target,
    ownerGroup,
    budget,
    months: [...activity.months],
    budgetIn: null,
    spent: state.spent,
    status: statusOf(state),
    statusSaid: state.status !== null,
    percent,
    actual: state.actual && { value: state.actual.value, unit: state.actual.unit },
    ...saidIn(counting, figuresOf(counting, state.actual, percent), unit),
    reportedBy: newest ? { name: newest.by.name, position: newest.by.position } : null,
    reportedAt: newest ? newest.at.toISOString() : null,
    late: counting.some((update) => dayInBangkok(update.at) > cut.end),
    evidence: [...new Set(state.evidence)].map((id) => cut.evidence.get(id) ?? erasedEvidence(id)),
    below: null,
  };
}

/** A finished activity stands at 100 unless a percentage was given with the word or after it. */
function percentOf(updates: readonly Update[], status: Status | null, percent: number | null): number | null {
  if (status !== 'completed') return percent;
  const finished = updates.findLastIndex((update) => update.said.status !== null);
  return updates.slice(finished).some((update) => update.said.percent !== null) ? percent : 100;
}

type Said = Pick<ReportRow, TextField | 'solved'>;

/** The texts: a result is of earlier where a figure tells otherwise since, an obstacle where the work was completed since. */
function saidIn(updates: readonly Update[], figures: FiguresNow, unit: string | null): Said {
  const completed = completedSince(updates);
  const isEarlier = {
    result: ({ text, last }: Standing) => isOldNews({ text, seq: last.seq, with: last.said }, figures, unit),
    obstacle: ({ last }: Standing) => completed !== null && last.seq < completed,
  };
  const never = () => false;
  const solved = saidTexts(joined(updates, 'obstacle').cleared, never) ?? [];
  return {
    ...textsOf((field) =>
      saidTexts(joined(updates, field).texts, field in isEarlier ? isEarlier[field as 'result'] : never),
    ),
    ...(solved.length > 0 ? { solved } : {}),
  };
}

/** @returns the sequence of the statement since which the work is completed, null where it is not. */
function completedSince(updates: readonly Update[]): number | null {
  const told = updates.filter(({ said }) => said.status !== null);
  const before = told.findLastIndex(({ said }) => said.status !== 'completed');
  return told[before + 1]?.seq ?? null;
}

/** What the figures are, and since when: a status that ends the work tells the percentage too. */
function figuresOf(updates: readonly Update[], actual: Actual | null, percent: number | null): FiguresNow {
  const since = (told: (update: Update) => boolean): number => updates.findLast(told)?.seq ?? 0;
  return {
    actual: actual && { value: actual, since: since(({ said }) => said.actual !== null) },
    percent:
      percent === null
        ? null
        : {
            value: percent,
            since: since(({ said }) => said.percent !== null || said.status === 'completed'),
          },
  };
}

/** A text, and the first and the last update that told it. */
type Standing = SaidText & { from: Update; last: Update };

function saidTexts(texts: readonly Standing[] | null, isEarlier: (one: Standing) => boolean): SaidTexts {
  return (
    texts &&
    texts.map((one) => ({ text: one.text, day: one.day, ...(isEarlier(one) ? { earlier: true } : {}) }))
  );
}

/**
 * Distinct texts in order; a later one that contains or corrects an earlier one replaces it, "none" clears what stood
 * before. What was cleared is kept, but for a slip that its own correction takes back on the same day.
 */
function joined(
  updates: readonly Update[],
  field: TextField,
): { texts: Standing[] | null; cleared: Standing[] } {
  let texts: Standing[] | null = null;
  let cleared: Standing[] = [];
  for (const update of updates) {
    const text = update.said[field]?.trim();
    if (text === undefined) continue;
    if (text === '') {
      const day = dayInBangkok(update.at);
      const stood = (texts ?? []).filter((one) => one.from.id !== update.corrects || one.day !== day);
      cleared = [...cleared, ...stood];
      texts = [];
      continue;
    }
    const before = withoutCorrected(texts ?? [], update, updates);
    texts = before.some((earlier) => earlier.text.includes(text))
      ? before.map((earlier) => (earlier.text.includes(text) ? { ...earlier, last: update } : earlier))
      : [
          ...before.filter((earlier) => !text.includes(earlier.text)),
          { text, day: dayInBangkok(update.at), from: update, last: update },
        ];
    // it is back
    cleared = cleared.filter((one) => !text.includes(one.text) && !one.text.includes(text));
  }
  return { texts, cleared };
}

/**
 * A correction says anew what the corrected report said; where that one was silent,
 * what stood last is meant, for that is what was shown as the text to be changed.
 */
function withoutCorrected(
  texts: readonly Standing[],
  { corrects }: Update,
  updates: readonly Update[],
): Standing[] {
  if (!corrects || !updates.some(({ id }) => id === corrects)) return [...texts];
  const meant = texts.find(({ from }) => from.id === corrects) ?? texts.at(-1);
  return texts.filter((one) => one !== meant);
}

function erasedEvidence(id: string): ReportEvidence {
  return { id, name: '', mediaType: '', sha256: null, sentBy: null, sentAt: null, erased: true };
}

export function noTotals(): LeafTotals {
  const byStatus = { not_started: 0, in_progress: 0, completed: 0, cancelled: 0 };
  return { leaves: 0, reported: 0, budget: 0, spent: 0, spentKnown: 0, byStatus };
}

/** Adds one leaf to sums, in place. */
export function addLeaf(
  totals: LeafTotals,
  leaf: Pick<ReportRow, 'reportedAt' | 'budget' | 'spent' | 'status'>,
): void {
  totals.leaves += 1;
  if (leaf.reportedAt !== null) totals.reported += 1;
  totals.budget += leaf.budget ?? 0;
  totals.spent += leaf.spent ?? 0;
  if (leaf.spent !== null) totals.spentKnown += 1;
  totals.byStatus[leaf.status] += 1;
}

/** All leaves alike: that status; only finished and cancelled ones: finished; anything else is under way. */
export function branchStatus(below: Pick<LeafTotals, 'byStatus'>): Status {
  const present = STATUSES.filter((status) => below.byStatus[status] > 0);
  if (present.length === 0) return 'not_started';
  if (present.length === 1) return present[0] as Status;
  return present.every((status) => status === 'completed' || status === 'cancelled')
    ? 'completed'
    : 'in_progress';
}
