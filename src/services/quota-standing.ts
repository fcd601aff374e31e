/** How an office stands with the month's paid messages: what is used and left, what is on its way, what reminders will still take; managers ask, jobs reckon with the same forecast. */
import type { Database } from '../db/connect.ts';
import { countPaidSince, findHeldBack } from '../db/outbox.ts';
import { dayInBangkok, momentInBangkok } from '../domain/fiscal-year.ts';
import type { Member } from '../domain/member.ts';
import type { Planned, QuotaSettings } from '../domain/quota.ts';
import { forecastMonth } from '../domain/quota-forecast.ts';
import type { MemberContext } from './context.ts';
import { limitedTo, type QuotaState } from './quota.ts';
import { quotaChoice } from './quota-settings.ts';
import { readReminderGround, type ReminderGround } from './reminders.ts';

/** Nothing was sent after it: what is counted is still to be sent. */
const NEVER = new Date('9999-12-31');

export interface QuotaStanding extends QuotaState {
  /** On their way: decided, and not yet counted by LINE. */
  underWay: number;
  /** Waiting for lack of room. */
  held: number;
  /** Reminders to come until the month's end. */
  forecast: number;
}

/** @param told what LINE counts of the account. */
export async function quotaStanding(
  { database, office, plan, now }: MemberContext,
  told: QuotaState,
): Promise<QuotaStanding> {
  const settings = quotaChoice(office);
  const month = momentInBangkok(`${dayInBangkok(now).slice(0, 7)}-01`);
  const paidSince = (since: Date): Promise<number> => countPaidSince(database.models, [office.id], since);
  const [underWay, own, held, toCome] = await Promise.all([
    paidSince(NEVER),
    settings.most === null ? 0 : paidSince(month),
    findHeldBack(database.models, [office.id]),
    readToCome(database, { office, head: plan }, settings, now),
  ]);
  return {
    ...limitedTo(told, settings.most, own),
    underWay,
    held: held.length,
    forecast: toCome.reduce((sum, { cost }) => sum + cost, 0),
  };
}

async function readToCome(
  database: Database,
  work: Parameters<typeof readReminderGround>[1],
  settings: QuotaSettings,
  now: Date,
): Promise<Planned[]> {
  return remindersToCome(await readReminderGround(database, work, now), settings);
}

/** @param groupSizes of the groups whose summary is still to be sent; null when none is this month. */
export function remindersToCome(
  ground: ReminderGround,
  settings: QuotaSettings,
  groupSizes: readonly number[] | null = null,
): Planned[] {
  const active = ground.members.filter((member) => member.state === 'active');
  const isManager = (member: Member): boolean => member.roles.includes('manager');
  const ids = (members: readonly Member[]): string[] => members.map((member) => member.id);
  const owners = active.filter((member) => !isManager(member) && member.activities.length > 0);
  const summaries = groupSizes
    ? { owners: ids(owners), managers: ids(active.filter(isManager)), groupSizes }
    : { owners: [], managers: [], groupSizes: [] };
  const { input, wroteDays } = ground;
  return forecastMonth({ reminders: input, wroteDays, quota: settings, summaries });
}
