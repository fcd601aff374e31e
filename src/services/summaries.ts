/** What the monthly summaries read and leave behind: states at the end of a month and of the one before, and what is still to be sent; the summary job calls it. */
import type { ActivityState } from '../domain/activity.ts';
import { addWorkingDays, firstWorkingDayOfMonth } from '../domain/calendar.ts';
import { addDays, dayInBangkok, lastDayOfMonth, momentInBangkok } from '../domain/fiscal-year.ts';
import type { Group } from '../domain/member.ts';
import { monthBefore, type States, type SummaryInput, SUMMARY_SETTINGS } from '../domain/summary.ts';
import { foldUpdates, NO_STATE } from '../domain/update.ts';
import type { Database } from '../db/connect.ts';
import { type GroupDocument, groupFrom } from '../db/groups.ts';
import { findOfficeSlots } from '../db/slots.ts';
import { findHistories, findTouchedSince } from '../db/updates-month.ts';
import type { OfficeAtWork, OfficePeople } from './reminders.ts';
import { officeCalendar } from './reminders-settings.ts';

export const SUMMARY_JOB = 'monthly-summary';

/** As much of a state as a summary looks at. */
type Snapshot = Record<string, Pick<ActivityState, 'status' | 'percent' | 'spent' | 'reportedAt'>>;

/** What an office's row of a month holds: that it is done, and where its plan stood, for the next month. */
export interface MonthNote {
  plan: string;
  states: Snapshot;
}

/** @returns by office, the months of these that are done, with what was noted. */
export async function findMonths(
  database: Database,
  offices: readonly string[],
  months: readonly string[],
): Promise<Map<string, Map<string, MonthNote>>> {
  const found = await findOfficeSlots(database.models, offices, SUMMARY_JOB, months);
  const notes = new Map<string, Map<string, MonthNote>>();
  for (const { office, slot, outcome } of found)
    notes.set(office, (notes.get(office) ?? new Map<string, MonthNote>()).set(slot, outcome as MonthNote));
  return notes;
}

/** @param before what was noted a month ago; without it the histories of what changed since are read. */
export async function readMonth(
  database: Database,
  { office, head }: OfficeAtWork,
  people: OfficePeople,
  month: string,
  before: MonthNote | null,
  now: Date,
): Promise<SummaryInput> {
  const { models } = database;
  const start = momentInBangkok(`${month}-01`);
  const end = momentInBangkok(addDays(lastDayOfMonth(month), 1));
  const known = before?.plan === head.id ? before : null;
  const first = month <= head.period.start.slice(0, 7);
  const touched = await findTouchedSince(models, office.id, head.id, known || first ? end : start);
  const histories = await findHistories(models, office.id, head.id, touched);
  const statesAt = (moment: Date): States =>
    Object.fromEntries(
      Object.entries(people.states).map(([code, state]) => {
        const history = histories.get(code);
        return [code, history ? foldUpdates(history, new Date(moment.getTime() - 1)) : state];
      }),
    );
  return {
    plan: people.plan,
    month,
    day: dayInBangkok(now),
    states: statesAt(end),
    before: known ? restored(known.states) : first ? null : statesAt(start),
  };
}

/** @returns what the next month compares with. */
export function noteMonth(plan: string, states: States): MonthNote {
  const pairs = Object.entries(states)
    .filter(([, state]) => state.seq > 0)
    .map(([code, { status, percent, spent, reportedAt }]) => [code, { status, percent, spent, reportedAt }]);
  return { plan, states: Object.fromEntries(pairs) as Snapshot };
}

function restored(snapshot: Snapshot): States {
  return Object.fromEntries(
    Object.entries(snapshot).map(([code, state]) => [code, { ...NO_STATE, ...state, seq: 1 }]),
  );
}

/** @returns the linked groups of each office. */
export async function groupsOf(
  database: Database,
  offices: readonly string[],
): Promise<Map<string, Group[]>> {
  const found = await database.models.groups
    .find({ office: { $in: [...offices] }, state: 'active' })
    .lean<GroupDocument[]>();
  return Map.groupBy(found.map(groupFrom), (group) => group.office);
}

/**
 * Offices whose summary of last month is still to be sent this month: reminders must leave room for it.
 * @param sizeOf members of a group. @returns by office, the sizes of its groups.
 */
export async function expectedSummaries(
  database: Database,
  offices: readonly OfficeAtWork[],
  now: Date,
  sizeOf: (groupId: string, office: string) => Promise<number>,
): Promise<Map<string, number[]>> {
  const today = dayInBangkok(now);
  const month = monthBefore(today.slice(0, 7));
  const open = offices.filter(({ office, head }) => {
    if (month < head.period.start.slice(0, 7) || month > head.period.end.slice(0, 7)) return false;
    const calendar = officeCalendar(office);
    const first = firstWorkingDayOfMonth(calendar, today.slice(0, 7));
    return today <= addWorkingDays(calendar, first, SUMMARY_SETTINGS.openFor - 1);
  });
  if (open.length === 0) return new Map();
  const ids = open.map(({ office }) => office.id);
  const [done, groups] = await Promise.all([findMonths(database, ids, [month]), groupsOf(database, ids)]);
  const expected = new Map<string, number[]>();
  for (const id of ids.filter((one) => !done.has(one)))
    expected.set(id, await Promise.all((groups.get(id) ?? []).map((group) => sizeOf(group.groupId, id))));
  return expected;
}
