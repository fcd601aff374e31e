/** The reminder job: one digest a person a day, within the month's quota; asked every half hour, as people choose their hours. */
import type { ReminderRow } from '../bot/types.ts';
import { findInSeveral } from '../db/links.ts';
import { quietIn } from '../domain/calendar.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import { findActivity } from '../domain/plan.ts';
import { type Planned, rankOfDigest } from '../domain/quota.ts';
import { decideReminders, sentItems } from '../domain/reminder.ts';
import type { Digest } from '../domain/reminder-rules.ts';
import { percentOf, statusOf } from '../domain/status.ts';
import { quotaChoice } from '../services/quota-settings.ts';
import type { QuotaState } from '../services/quota.ts';
import { remindersToCome } from '../services/quota-standing.ts';
import { type OfficeAtWork, readReminderGround, type ReminderGround } from '../services/reminders.ts';
import { expectedSummaries } from '../services/summaries.ts';
import type { Write } from '../services/writes.ts';
import { texts } from '../text/index.ts';
import { accountsOf } from './accounts.ts';
import type { Job, JobDeps, JobResult } from './job.ts';
import { eachOffice, noteOfficeSlot, officesAtWork } from './offices.ts';
import { type Budget, hasRoom, queue, type JobMessage } from './queue.ts';
import { slotAt } from './cron-slots.ts';
import { moveRow } from '../queue/states.ts';

/** Activities of one digest; the others come with the next. */
const MOST_ITEMS = 10;

export const reminders: Job = {
  name: 'reminders',
  cron: '0,30 8-17 * * *',
  async run(deps, now) {
    const offices = await officesAtWork(deps);
    // LINE is asked only when there is something to send
    const accounts = accountsOf(deps, offices, now);
    const sizeOf = async (groupId: string, office: string): Promise<number> =>
      (await deps.memberCount(groupId, office)) ?? 1;
    const expected = await expectedSummaries(deps.database, offices, now, sizeOf);
    const result = await eachOffice(deps, offices, async (work, commit) => {
      const share = (): Promise<QuotaState | null> => accounts.share(work.office);
      const decided = await decide(deps, work, share, expected.get(work.office.id) ?? null, now);
      if (decided.writes.length === 0) return decided.result;
      const committed = await commit(decided.writes);
      return committed.ok ? decided.result : 'conflict';
    });
    if (!deps.dryRun) await accounts.tellHeld('asked');
    return { offices: offices.length, ...result };
  },
};

async function decide(
  deps: JobDeps,
  work: OfficeAtWork,
  share: () => Promise<QuotaState | null>,
  groupSizes: readonly number[] | null,
  now: Date,
): Promise<{ writes: Write[]; result: JobResult }> {
  const ground = await readReminderGround(deps.database, work, now);
  const digests = decideReminders(ground.input)
    .filter((digest) => !ground.served.has(digest.member))
    .map((digest) => ({ digest, more: Math.max(0, digest.items.length - MOST_ITEMS) }));
  if (digests.length === 0) return { writes: [], result: {} };
  const quota = await share();
  const users = new Map(ground.members.map(({ id, userId }) => [id, userId]));
  const several = await findInSeveral(
    deps.database.models,
    digests.flatMap(({ digest }) => users.get(digest.member) ?? []),
  );
  const wanted = digests.map(({ digest, more }) => wantedOf(work, ground, several, digest, more));
  const toCome = (): readonly Planned[] =>
    planned(ground, { quota, settings: quotaChoice(work.office) }, wanted.length, groupSizes);
  const queued = queue(deps, wanted, { quota, settings: quotaChoice(work.office) }, toCome, now);
  const count = (what: string): number => queued.decisions.filter((one) => one.decision === what).length;
  const result = { pushed: count('push'), riding: count('ride'), held: count('held') };
  if (deps.dryRun) return { writes: [], result };
  const replaced = digests.flatMap(({ digest }) => ground.waiting.get(digest.member) ?? []);
  return {
    result,
    writes: [
      ...queued.writes,
      ...replaced.map(({ _id }): Write => {
        const { from, change } = moveRow('outbox', 'waiting', 'cancelled', { error: 'replaced' });
        return { to: 'outbox', update: { where: { _id, office: work.office.id, ...from }, change } };
      }),
      noteOfficeSlot(work.office.id, reminders.name, slotAt(now), deps.realNow(), result),
    ],
  };
}

/** What is still to come this month; not looked at when there is room for everything that could come. */
function planned(
  ground: ReminderGround,
  { quota, settings }: Budget,
  wanted: number,
  groupSizes: readonly number[] | null,
): readonly Planned[] {
  const groups = (groupSizes ?? []).reduce((sum, size) => sum + size, 0);
  const cost = wanted + groups + (groupSizes ? ground.members.length : 0);
  return hasRoom(quota, cost, ground, ground.input.now) ? [] : remindersToCome(ground, settings, groupSizes);
}

function wantedOf(
  { office }: OfficeAtWork,
  ground: ReminderGround,
  several: ReadonlySet<string>,
  digest: Digest,
  more: number,
): JobMessage {
  const { settings, now } = ground.input;
  const member = ground.members.find((one) => one.id === digest.member)!;
  const shown = { ...digest, items: digest.items.slice(0, MOST_ITEMS) };
  const [first] = shown.items;
  const single = shown.items.length === 1 && more === 0;
  return {
    key: `reminder:${office.id}:${member.id}:${digest.slot}`,
    to: member.userId,
    office: office.id,
    purpose: 'reminder',
    cost: 1,
    // by the evening it is too late: the next day's digest is decided anew
    lastsMs: quietIn(settings.quiet, now),
    reply: {
      language: member.language,
      messages: [
        // they may be in another office as this arrives
        ...(several.has(member.userId)
          ? [{ type: 'text' as const, text: texts(member.language).chat.offices.reminderFrom(office.name) }]
          : []),
        {
          type: 'card',
          card: { kind: 'reminder', rows: shown.items.map((item) => rowOf(item, ground, member.id)), more },
          // a quoted reply is about the one activity; with several, its words must say which
          about: single && first ? first.code : null,
        },
      ],
    },
    rank: rankOfDigest(shown),
    wroteDays: ground.wroteDays[member.id] ?? 0,
    record: {
      member: member.id,
      plan: ground.plan.id,
      day: digest.slot.slice(0, 10),
      items: sentItems(shown, digest.slot).map(({ owner, code, reason }) => ({ owner, code, reason })),
      reachedOn: null,
    },
    names: [...new Set(shown.items.flatMap((item) => item.owners))],
    name: member.name,
    activities: shown.items.map((item) => item.code),
  };
}

function rowOf(item: Digest['items'][number], ground: ReminderGround, reader: string): ReminderRow {
  const { code, reason, dueDay, daysLate, workingDaysLeft, remindedBefore } = item;
  const activity = findActivity(ground.plan, code);
  const owners = item.owners
    .filter((owner) => owner !== reader)
    .flatMap((owner) => ground.members.find((one) => one.id === owner)?.name ?? []);
  const state = ground.input.states[code];
  return {
    code,
    label: activity?.label ?? code,
    name: activity?.name ?? '',
    reason,
    dueDay,
    daysLate,
    workingDaysLeft,
    remindedBefore,
    owners,
    last: state?.reportedAt
      ? { status: statusOf(state), percent: percentOf(state), day: dayInBangkok(state.reportedAt) }
      : null,
  };
}
