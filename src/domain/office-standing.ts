/** How an office stands in figures, and what it needs help with first: the operators' overview sorts by it. */
import type { Satang } from './money.ts';
import { figuresOf, type SummaryInput } from './summary.ts';
import { daysBetween, dayInBangkok } from './fiscal-year.ts';
import { isFinished } from './status.ts';

/** What an office needs help with, the most pressing first. */
export const NEEDS = [
  'errors',
  'no-admin',
  'no-plan',
  'no-channel',
  'no-people',
  'silent',
  'late',
  'unanswered',
] as const;
export type Need = (typeof NEEDS)[number];

/** Work that is at hand, and no report for so many days: nobody is at it. */
const SILENT_DAYS = 45;
/** A share of what was to be reported on this month, from which it is no trouble. */
const ANSWERED_ENOUGH = 0.5;

/** The work of an office in figures. */
export interface WorkFigures {
  total: number;
  completed: number;
  overdue: number;
  /** Leaves reported on this month. */
  answered: number;
  /** Leaves at work this month, or overdue, of which nothing was reported in it. */
  unanswered: number;
  budget: Satang;
  spent: Satang;
  lastReportAt: Date | null;
}

/** The same figures as summaries and chat tell. @param input of the month that runs. */
export function workFigures(input: SummaryInput): WorkFigures {
  const { counts, total, overdue, unreported, budget, spent } = figuresOf(input);
  const leaves = input.plan.activities.filter(({ leaf }) => leaf);
  const days = leaves.flatMap(({ code }) => input.states[code]?.reportedAt ?? []);
  return {
    total,
    completed: counts.completed,
    overdue,
    answered: days.filter((at) => dayInBangkok(at).slice(0, 7) === input.month).length,
    unanswered: unreported,
    budget,
    spent,
    lastReportAt: days.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null),
  };
}

/** @returns whether anything is to be done now: planned for a month that has begun, and not finished. */
export function hasBegun({ plan, states, month }: SummaryInput): boolean {
  return plan.activities.some(
    ({ leaf, code, months }) =>
      leaf && (months[0] ?? month) <= month && !isFinished(states[code]?.status ?? null),
  );
}

export interface OfficeStanding {
  suspended: boolean;
  /** Speaks to LINE. */
  connected: boolean;
  plan: { fiscalYear: number; begun: boolean } | null;
  people: { officers: number; managers: number; admins: number };
  work: WorkFigures;
  /** Messages and events that gave up. */
  errors: number;
}

/** @returns the share of what was to be reported on this month that was, 0 to 1; null where nothing was. */
export function answeredShare({ answered, unanswered }: WorkFigures): number | null {
  return answered + unanswered === 0 ? null : answered / (answered + unanswered);
}

/** @param today the office's ISO day. @returns what it needs help with, the most pressing first; nothing while it is suspended. */
export function needsOf(standing: OfficeStanding, today: string): Need[] {
  const { suspended, connected, plan, people, work, errors } = standing;
  if (suspended) return [];
  const share = answeredShare(work);
  const { lastReportAt } = work;
  const isSilent = lastReportAt === null || daysBetween(dayInBangkok(lastReportAt), today) > SILENT_DAYS;
  const has: Record<Need, boolean> = {
    errors: errors > 0,
    'no-admin': people.admins === 0,
    'no-plan': plan === null,
    'no-channel': !connected,
    'no-people': people.officers === 0,
    silent: plan?.begun === true && isSilent,
    late: work.overdue > 0,
    unanswered: share !== null && share < ANSWERED_ENOUGH,
  };
  return NEEDS.filter((need) => has[need]);
}

type Sorted = Pick<OfficeStanding, 'suspended' | 'work'> & { name: string; needs: readonly Need[] };

/** Who needs help first: by the most pressing need, then by how much is late, then by name; the suspended last. */
export function byNeed(a: Sorted, b: Sorted): number {
  const rank = ({ needs, suspended }: Sorted): number =>
    suspended ? NEEDS.length + 1 : needs[0] ? NEEDS.indexOf(needs[0]) : NEEDS.length;
  const late = ({ work }: Sorted): number => (work.total > 0 ? work.overdue / work.total : 0);
  return rank(a) - rank(b) || late(b) - late(a) || a.name.localeCompare(b.name, 'th');
}
