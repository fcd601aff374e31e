/** The job of free rides: pushes what waited in vain for its person to write, and tells managers what LINE's own limit held back. */
import { isQuiet } from '../domain/calendar.ts';
import { officesIn } from '../db/offices-in.ts';
import { findGroups } from '../db/groups.ts';
import { findMembers } from '../db/members.ts';
import { HELD } from '../db/outbox.ts';
import {
  type DueRide,
  expireRides,
  findOverRides,
  findDueRides,
  holdRides,
  openRides,
  settleStrandedRiders,
} from '../db/outbox-rides.ts';
import { byDay, officeCalendar, reminderSettings } from '../services/reminders-settings.ts';
import { type Accounts, accountsOf } from './accounts.ts';
import { wordsOfRow } from './held.ts';
import type { DryRunEntry, Job, JobDeps } from './job.ts';
import { officesAtWork } from './offices.ts';

const WAITS_DAYS = 40;

export const freeRides: Job = {
  name: 'free-rides',
  cron: '0 8-18 * * *',
  async run(deps, now) {
    const { models } = deps.database;
    const offices = await officesAtWork(deps);
    const awake = offices.filter(
      ({ office }) => !isQuiet(officeCalendar(office), reminderSettings(office).quiet, now),
    );
    const ids = awake.map(({ office }) => office.id);
    const accounts = accountsOf(deps, offices, now);
    const due = await findDueRides(models, ids, now);
    const { fitting, rest } = await fitAll(deps, accounts, due);
    if (deps.dryRun) {
      await showRides(deps, deps.dryRun, fitting, rest, now);
      return { offices: offices.length };
    }
    const real = deps.realNow();
    const nights = new Map(awake.map(({ office }) => [office.id, byDay(office, now)]));
    const opened = fitting.map(({ _id, office, again: once }) => {
      const { lastsMs, again } = nights.get(office)!;
      return once ? { _id, night: { expiresAt: new Date(real.getTime() + lastsMs), again } } : { _id };
    });
    const pushed = await openRides(models, opened, real);
    await holdRides(models, rest, HELD);
    const settled = await settleStrandedRiders(models, ids);
    const expired = await endWaiting(deps, now);
    await accounts.tellHeld('all');
    return { pushed, held: rest.length, settled, expired };
  },
};

/** Of whoever did not write for so long, the next summary says more than the old ones. */
async function endWaiting(deps: JobDeps, now: Date): Promise<number> {
  const { models } = deps.database;
  const count = await expireRides(models, await officesIn(models.outbox), overBy(deps, now));
  if (count > 0) deps.log.warn('rides-expired', { count });
  return count;
}

function overBy(deps: JobDeps, now: Date): { before: Date; now: Date } {
  const real = deps.realNow();
  // rows of jobs are dated by real time, those of conversations by the office's clock
  const earlier = Math.min(now.getTime(), real.getTime());
  return { before: new Date(earlier - WAITS_DAYS * 86_400_000), now: real };
}

/** Who would get what waited for them, and of whom it would be given up. */
async function showRides(
  deps: JobDeps,
  show: (entry: DryRunEntry) => void,
  fitting: readonly DueRide[],
  rest: readonly DueRide[],
  now: Date,
): Promise<void> {
  const { models } = deps.database;
  const over = await findOverRides(models, await officesIn(models.outbox), overBy(deps, now));
  const offices = new Set([...fitting, ...rest, ...over].map(({ office }) => office));
  const names = new Map<string, string>();
  for (const office of offices) {
    const [members, groups] = await Promise.all([findMembers(models, office), findGroups(models, office)]);
    for (const { userId, name } of members) names.set(`${office} ${userId}`, name);
    for (const { groupId, name } of groups) names.set(`${office} ${groupId}`, name);
  }
  const whose = (row: Pick<DueRide, 'office' | 'to' | 'messages'>) => {
    return { office: row.office, name: names.get(`${row.office} ${row.to}`) ?? '-', text: wordsOfRow(row) };
  };
  const sends = { does: 'send' as const, activities: [] };
  for (const row of fitting) show({ ...sends, ...whose(row), channel: 'push', held: false, quota: row.cost });
  for (const row of rest) show({ ...sends, ...whose(row), channel: 'free ride', held: true, quota: 0 });
  for (const row of over) show({ does: 'expire', ...whose(row) });
}

/** Each account's rides into what is left of its month. */
async function fitAll(deps: JobDeps, accounts: Accounts, due: readonly DueRide[]) {
  const byAccount = [...Map.groupBy(due, ({ office }) => deps.accountOf(office)).values()];
  const all = await Promise.all(
    byAccount.map(async (rides) => {
      const quota = await accounts.quota(rides[0]!.office);
      return fit(rides, quota?.limit === null || !quota ? Infinity : quota.limit - quota.used);
    }),
  );
  return { fitting: all.flatMap(({ fitting }) => fitting), rest: all.flatMap(({ rest }) => rest) };
}

function fit(due: readonly DueRide[], room: number): { fitting: DueRide[]; rest: DueRide[] } {
  let left = room;
  const fitting: DueRide[] = [];
  const rest: DueRide[] = [];
  for (const ride of due) {
    const fits = ride.cost <= left;
    if (fits) left -= ride.cost;
    (fits ? fitting : rest).push(ride);
  }
  return { fitting, rest };
}
