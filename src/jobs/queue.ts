/** Decides for an office what is pushed now, what waits and what is held, and makes the outbox rows of it; reminders and summaries share it. */
import type { OutboxDocument, ReminderRecord } from '../db/outbox.ts';
import { HELD } from '../db/outbox.ts';
import {
  decidePushes,
  type Planned,
  type QuotaDecision,
  type QuotaSettings,
  type Rank,
} from '../domain/quota.ts';
import { isWorkingDay } from '../domain/calendar.ts';
import { addDays, dayInBangkok, lastDayOfMonth } from '../domain/fiscal-year.ts';
import type { OfficePeople } from '../services/reminders.ts';
import type { QuotaState } from '../services/quota.ts';
import type { Write } from '../services/writes.ts';
import type { Push } from '../bot/types.ts';
import { wordsOfRow } from './held.ts';
import type { DryRunMessage, JobDeps } from './job.ts';

/** A message a job wants to send. */
export interface JobMessage extends Push {
  rank: Rank;
  /** What it costs is not known: under a limit it is held, since it could eat the month. */
  unpriced?: boolean;
  /** null for a group. */
  wroteDays: number | null;
  /** Whom it is for is on leave. */
  onLeave?: boolean;
  record: ReminderRecord | null;
  /** For people: who it is for, and the activities. */
  name: string;
  activities: string[];
}

/** What an office has for a month, and how it spares it. */
export interface Budget {
  quota: QuotaState | null;
  settings: QuotaSettings;
}

export interface Queued {
  writes: Write[];
  decisions: QuotaDecision[];
  /** Rows to be sent at once. */
  open: number;
}

/**
 * @param planned what is still to come this month; asked for only when it matters.
 * @param budget quota null when LINE has never told: then nothing is held here, LINE's own refusal lets it wait.
 */
export function queue(
  deps: JobDeps,
  wanted: readonly JobMessage[],
  { quota, settings }: Budget,
  planned: () => readonly Planned[],
  now: Date,
): Queued {
  const { limit, used } = quota ?? { limit: null, used: 0 };
  const priced = decidePushes({
    limit,
    used,
    planned: limit === null ? [] : planned(),
    wanted: wanted
      .filter(({ unpriced }) => limit === null || !unpriced)
      .map(({ key, rank, cost, wroteDays, onLeave = false }) => ({ key, rank, cost, wroteDays, onLeave })),
    settings,
    now,
  });
  const decided = new Map(priced.map((one) => [one.key, one]));
  const decisions = wanted.map(
    ({ key, rank, cost }): QuotaDecision =>
      decided.get(key) ?? { key, rank, decision: 'held', cost: 0, short: cost },
  );
  if (deps.dryRun) {
    wanted.forEach((one, index) => deps.dryRun?.(entryOf(deps, one, decisions[index]!)));
    return { writes: [], decisions, open: 0 };
  }
  const at = deps.realNow();
  const rows = wanted.flatMap((one, index) => rowsOf(deps, one, decisions[index]!, at));
  return {
    writes: rows.map((insert): Write => ({ to: 'outbox', insert })),
    decisions,
    open: rows.filter((row) => row.state === 'open').length,
  };
}

function rowsOf(deps: JobDeps, wanted: JobMessage, decision: QuotaDecision, at: Date): OutboxDocument[] {
  return deps.rows(wanted, at).map((made, index) => {
    // the first message holds the gist: it alone is the reminder
    const row = index === 0 && wanted.record ? { ...made, record: wanted.record } : made;
    if (decision.decision === 'push') return row;
    const { open: _, ...rest } = row;
    const until = decision.decision === 'ride' ? decision.until : null;
    return {
      ...rest,
      state: 'waiting',
      nextAt: null,
      // what is never pushed by itself may come with an answer at any hour, and what must not be lost does not end here
      expiresAt: until && !row.again ? row.expiresAt : null,
      ...(decision.decision === 'held' ? { error: HELD } : {}),
      ...(until ? { until } : {}),
    };
  });
}

function entryOf(deps: JobDeps, wanted: JobMessage, decision: QuotaDecision): DryRunMessage {
  const { office, name, activities } = wanted;
  const text =
    deps
      .rows(wanted, deps.realNow())
      .map(wordsOfRow)
      .find((gist) => gist !== null) ?? null;
  const channel = decision.decision === 'push' ? 'push' : 'free ride';
  const held = decision.decision === 'held';
  return { does: 'send', office, name, activities, text, channel, held, quota: decision.cost };
}

/** @returns whether everything fits that could come this month, so that no forecast is needed. */
export function hasRoom(quota: QuotaState | null, cost: number, people: OfficePeople, now: Date): boolean {
  if (!quota || quota.limit === null) return true;
  const today = dayInBangkok(now);
  const end = lastDayOfMonth(today.slice(0, 7));
  let workingDays = 0;
  for (let day = addDays(today, 1); day <= end; day = addDays(day, 1))
    if (isWorkingDay(people.calendar, day)) workingDays += 1;
  return quota.used + cost + people.members.length * workingDays <= quota.limit;
}
