/** The job of closing periods: tells managers, free with their next answer, that a half is over; where the office says so it closes it by itself. */
import type { Plan } from '../domain/activity.ts';
import { addDays, dayInBangkok, type Half, halfPeriod } from '../domain/fiscal-year.ts';
import type { Member } from '../domain/member.ts';
import { newestVersion } from '../domain/period.ts';
import { findMembers } from '../db/members.ts';
import { findClosings } from '../db/periods.ts';
import { loadPlan } from '../services/loaders.ts';
import { CLOSING_PURPOSE, closePeriod } from '../services/periods.ts';
import type { OfficeAtWork } from '../services/reminders.ts';
import { reportSettingsOf } from '../services/report-settings.ts';
import type { Write } from '../services/writes.ts';
import { shortDate } from '../text/format.ts';
import { type Texts, texts } from '../text/index.ts';
import type { Job, JobDeps, JobResult } from './job.ts';
import { eachOffice, officesAtWork } from './offices.ts';

export const periodClose: Job = {
  name: 'period-close',
  cron: '30 8 * * *',
  async run(deps, now) {
    const offices = await officesAtWork(deps);
    const result = await eachOffice(deps, offices, async (work, commit) => {
      const made = await decide(deps, work, now);
      if (deps.dryRun || made.writes.length === 0) return made.result;
      return (await commit(made.writes)).ok ? made.result : 'conflict';
    });
    return { offices: offices.length, ...result };
  },
};

interface Decided {
  result: JobResult;
  writes: Write[];
}

const NOTHING: Decided = { result: {}, writes: [] };

/** The first half that is over and open; the second follows another day. */
async function decide(deps: JobDeps, work: OfficeAtWork, now: Date): Promise<Decided> {
  const { office, head } = work;
  const today = dayInBangkok(now);
  const over = ([1, 2] as const).filter((half) => halfPeriod(head.fiscalYear, half).end < today);
  if (over.length === 0) return NOTHING;
  const closings = await findClosings(deps.database.models, office.id, head.id);
  const half = over.find((one) => !newestVersion(closings, one));
  if (!half) return NOTHING;
  const { end } = halfPeriod(head.fiscalYear, half);
  const { closeAfterDays } = reportSettingsOf(office);
  const mayClose = typeof closeAfterDays === 'number' && today >= addDays(end, closeAfterDays);
  const plan = mayClose ? await loadPlan(deps.database, office.id, head.id) : null;
  return plan ? closeIt(deps, work, plan, half, now) : tellThatItIsDue(deps, work, half, end);
}

async function tellThatItIsDue(deps: JobDeps, work: OfficeAtWork, half: Half, end: string): Promise<Decided> {
  const told = await tell(deps, work, `due:${half}`, ({ official }, { language }) =>
    official.close.due(half, work.head.fiscalYear, shortDate(end, language)),
  );
  return { result: { told: told.length }, writes: told };
}

async function closeIt(
  deps: JobDeps,
  work: OfficeAtWork,
  plan: Plan,
  half: Half,
  now: Date,
): Promise<Decided> {
  const { database } = deps;
  const scope = { database, office: work.office, plan, half, now };
  const by = { member: null, name: '' };
  const closed = await closePeriod(scope, { version: 1, by, today: dayInBangkok(now) });
  if (!closed.ok) return NOTHING;
  const { office } = work;
  const { version } = closed.closing;
  deps.dryRun?.({ does: 'close', office: office.id, half, fiscalYear: plan.fiscalYear, version });
  const told = await tell(deps, work, `closed:${half}`, ({ official }) =>
    official.close.closedItself(half, plan.fiscalYear),
  );
  const first = half === 2 ? await newVersionOfFirst(deps, work, plan, now) : [];
  return { result: { closed: 1, told: told.length }, writes: [...first, ...closed.writes, ...told] };
}

/** What changed in the closed first half gets its version before the year is closed. */
async function newVersionOfFirst(deps: JobDeps, work: OfficeAtWork, plan: Plan, now: Date): Promise<Write[]> {
  const { database } = deps;
  const closings = await findClosings(database.models, work.office.id, plan.id);
  const version = (newestVersion(closings, 1)?.version ?? 0) + 1;
  const scope = { database, office: work.office, plan, half: 1 as const, now };
  const by = { member: null, name: '' };
  const closed = await closePeriod(scope, { version, by, today: dayInBangkok(now) });
  if (!closed.ok) return [];
  deps.dryRun?.({ does: 'close', office: work.office.id, half: 1, fiscalYear: plan.fiscalYear, version });
  return closed.writes;
}

/** A line for each manager who has not got it yet; it waits for their next answer and costs nothing. */
async function tell(
  deps: JobDeps,
  { office, head }: OfficeAtWork,
  what: string,
  words: (texts: Texts, member: Member) => string,
): Promise<Write[]> {
  const { models } = deps.database;
  const members = await findMembers(models, office.id);
  const managers = members.filter(
    (one) => one.state === 'active' && one.roles.some((role) => role !== 'officer'),
  );
  const keyOf = (member: Member): string => `${CLOSING_PURPOSE}:${head.id}:${what}:${member.id}`;
  const keys = managers.map(keyOf);
  const known = new Set<unknown>(await models.outbox.distinct('_id', { _id: { $in: keys } }));
  const open = managers.filter((member) => !known.has(keyOf(member)));
  if (deps.dryRun) {
    const waits = { does: 'send', channel: 'free ride', held: false, quota: 0 } as const;
    for (const member of open) {
      const text = words(texts(member.language), member);
      deps.dryRun({ ...waits, activities: [], office: office.id, name: member.name, text });
    }
    return [];
  }
  return open.flatMap((member) => {
    const text = words(texts(member.language), member);
    const push = {
      key: keyOf(member),
      to: member.userId,
      office: office.id,
      purpose: CLOSING_PURPOSE,
      cost: 1,
      reply: { language: member.language, messages: [{ type: 'text' as const, text }] },
    };
    return deps.rows(push, deps.realNow()).map(({ open: _, ...row }): Write => {
      return { to: 'outbox', insert: { ...row, state: 'waiting', nextAt: null } };
    });
  });
}
