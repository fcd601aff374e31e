/** The monthly summary job: on the first working day at nine, owners, managers and groups hear of the month before. */
import type { Message } from '../bot/types.ts';
import type { Group, Member } from '../domain/member.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import type { Planned } from '../domain/quota.ts';
import { isAway } from '../domain/stand-in.ts';
import {
  groupSummary,
  managerSummary,
  ownerSummary,
  SUMMARY_SETTINGS,
  summaryMonth,
  monthBefore,
} from '../domain/summary.ts';
import type { SummaryInput } from '../domain/summary.ts';
import { quotaChoice } from '../services/quota-settings.ts';
import type { QuotaState } from '../services/quota.ts';
import { remindersToCome } from '../services/quota-standing.ts';
import {
  type OfficeAtWork,
  type OfficePeople,
  readOfficePeople,
  readReminderGround,
} from '../services/reminders.ts';
import { byDay, officeCalendar, reminderSettings } from '../services/reminders-settings.ts';
import {
  findMonths,
  groupsOf,
  type MonthNote,
  noteMonth,
  readMonth,
  SUMMARY_JOB,
} from '../services/summaries.ts';
import { storeChart } from '../services/summaries-charts.ts';
import type { Write } from '../services/writes.ts';
import { accountsOf } from './accounts.ts';
import type { Job, JobDeps, JobResult } from './job.ts';
import { eachOffice, noteOfficeSlot, officesAtWork } from './offices.ts';
import { hasRoom, queue, type JobMessage } from './queue.ts';

export const monthlySummary: Job = {
  name: SUMMARY_JOB,
  cron: '0 9 * * *',
  async run(deps, now) {
    const offices = await officesAtWork(deps);
    const due = offices.flatMap((work) => {
      const settings = { ...SUMMARY_SETTINGS, quiet: reminderSettings(work.office).quiet };
      const month = summaryMonth(officeCalendar(work.office), settings, work.head.period, now);
      return month ? [{ work, month }] : [];
    });
    if (due.length === 0) return { offices: 0 };
    const ids = due.map(({ work }) => work.office.id);
    const months = new Set(due.flatMap(({ month }) => [month, monthBefore(month)]));
    const accounts = accountsOf(deps, offices, now);
    const [notes, groups] = await Promise.all([
      findMonths(deps.database, ids, [...months]),
      groupsOf(deps.database, ids),
    ]);
    const open = due.filter(({ work, month }) => !notes.get(work.office.id)?.has(month));
    const monthOf = new Map(open.map(({ work, month }) => [work.office.id, month]));
    const result = await eachOffice(
      deps,
      open.map(({ work }) => work),
      async (work, commit) => {
        const month = monthOf.get(work.office.id)!;
        const before = notes.get(work.office.id)?.get(monthBefore(month)) ?? null;
        const own = groups.get(work.office.id) ?? [];
        const quota = await accounts.share(work.office);
        const made = await summarise(deps, work, { month, before, groups: own, quota, now });
        if (deps.dryRun) return made.result;
        const committed = await commit(made.writes);
        if (committed.ok) return made.result;
        // the month's row was written by another instance: then everything was
        const done = await findMonths(deps.database, [work.office.id], [month]);
        return done.has(work.office.id) ? {} : 'conflict';
      },
    );
    if (!deps.dryRun) await accounts.tellHeld('asked');
    return { offices: open.length, ...result };
  },
};

interface Wish {
  month: string;
  before: MonthNote | null;
  groups: readonly Group[];
  quota: QuotaState | null;
  now: Date;
}

async function summarise(
  deps: JobDeps,
  work: OfficeAtWork,
  { month, before, groups, quota, now }: Wish,
): Promise<{ writes: Write[]; result: JobResult }> {
  const people = await readOfficePeople(deps.database, work, now);
  const input = await readMonth(deps.database, work, people, month, before, now);
  const picture = groups.length > 0 ? await chartOf(deps, work, input) : { message: [], writes: [] };
  const wanted = [
    ...people.members.flatMap((member) => forMember(work, people, input, member, now)),
    ...(await Promise.all(
      groups.map((group) => forGroup(deps, work, input, { group, picture: picture.message, now })),
    )),
  ];
  const cost = wanted.reduce((sum, one) => sum + one.cost, 0);
  const settings = quotaChoice(work.office);
  const tight = !hasRoom(quota, cost, people, now);
  const toCome: readonly Planned[] = tight
    ? remindersToCome(await readReminderGround(deps.database, work, now), settings)
    : [];
  const queued = queue(deps, wanted, { quota, settings }, () => toCome, now);
  const count = (what: string): number => queued.decisions.filter((one) => one.decision === what).length;
  const note = noteMonth(work.head.id, input.states);
  return {
    result: { pushed: count('push'), riding: count('ride'), held: count('held') },
    writes: [
      ...queued.writes,
      ...picture.writes,
      noteOfficeSlot(work.office.id, SUMMARY_JOB, month, deps.realNow(), note),
    ],
  };
}

function forMember(
  { office }: OfficeAtWork,
  people: OfficePeople,
  input: SummaryInput,
  member: Member,
  now: Date,
): JobMessage[] {
  if (member.state !== 'active') return [];
  const common = {
    key: `${SUMMARY_JOB}:${office.id}:${member.id}:${input.month}`,
    to: member.userId,
    office: office.id,
    purpose: SUMMARY_JOB,
    cost: 1,
    wroteDays: people.wroteDays[member.id] ?? 0,
    onLeave: isAway(member, dayInBangkok(now)),
    ...byDay(office, now),
    record: null,
    name: member.name,
  };
  const reply = (message: Message) => ({ language: member.language, messages: [message] });
  if (member.roles.includes('manager')) {
    const { month, now, before, late, notReported } = managerSummary(input);
    const card = {
      kind: 'month-office' as const,
      month,
      now,
      before,
      late,
      notReported,
    };
    const activities = [...new Set([...late, ...notReported].map((row) => row.code))];
    return [{ ...common, rank: 'summary-manager', activities, reply: reply({ type: 'card', card }) }];
  }
  const own = ownerSummary(input, member.activities);
  if (!own) return [];
  const { rows, ...shown } = own;
  const activities = rows.map((row) => row.code);
  const card = { kind: 'month-own' as const, ...shown };
  return [{ ...common, rank: 'summary-owner', activities, reply: reply({ type: 'card', card }) }];
}

async function forGroup(
  deps: JobDeps,
  { office }: OfficeAtWork,
  input: SummaryInput,
  { group, picture, now }: { group: Group; picture: readonly Message[]; now: Date },
): Promise<JobMessage> {
  const card = { kind: 'month-group' as const, ...groupSummary(input) };
  const size = await deps.memberCount(group.groupId, office.id);
  return {
    key: `${SUMMARY_JOB}:${office.id}:${group.id}:${input.month}`,
    to: group.groupId,
    office: office.id,
    purpose: SUMMARY_JOB,
    rank: 'summary-group',
    // a push to a group is paid for each of its members
    cost: size ?? 1,
    unpriced: size === null,
    ...byDay(office, now),
    wroteDays: null,
    record: null,
    name: group.name,
    activities: [],
    // the figures stand where LINE shows them, the picture above
    reply: { language: office.language, messages: [...picture, { type: 'card', card }] },
  };
}

async function chartOf(
  deps: JobDeps,
  { office }: OfficeAtWork,
  input: SummaryInput,
): Promise<{ message: Message[]; writes: Write[] }> {
  const start = deps.pictureUrl();
  if (start === null || deps.dryRun) return { message: [], writes: [] };
  const drawn = await deps.chart(input, office.name, office.language);
  const { path, previewPath, writes } = storeChart(office.id, drawn, deps.realNow());
  const url = (end: string): string => `${start}${end}`;
  return { message: [{ type: 'image', url: url(path), previewUrl: url(previewPath) }], writes };
}
