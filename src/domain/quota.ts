/** Which waiting messages are pushed, ride free with the next answer, or are held back, within the month's paid messages; called wherever something is pushed. */
import { clockInBangkok, momentInBangkok } from './fiscal-year.ts';
import type { Digest, ReminderItem } from './reminder-rules.ts';

/** What may be pushed, kept longest first: under a tight limit the last ones are dropped first. */
export const RANKS = [
  'overdue-first',
  'due-today',
  'announcement',
  'overdue-again',
  'due-1',
  'period-cut-off',
  'escalation',
  'due-3',
  'summary-manager',
  'summary-owner',
  'due-7',
  'summary-group',
  'no-report-this-month',
] as const;
export type Rank = (typeof RANKS)[number];

/** Of these a free ride may come late or never: the next, nearer reminder says the same. */
const PATIENT: ReadonlySet<Rank> = new Set(['due-7', 'no-report-this-month']);

export interface QuotaSettings {
  /** Days with a message from the person, out of the last ten working days, to be called a daily writer. */
  dailyWriter: number;
  /** The same, to be called a regular one, whom patient reminders may wait for. */
  regularWriter: number;
  /** Bangkok time at which a message to a daily writer who kept silent is pushed after all, `HH:mm`. */
  rideUntil: string;
}

export const QUOTA_SETTINGS: Readonly<QuotaSettings> = {
  dailyWriter: 8,
  regularWriter: 3,
  rideUntil: '15:00',
};

/** A message that wants to go out. */
export interface Wanted {
  /** Whatever the caller knows it by; comes back with the decision. */
  key: string;
  rank: Rank;
  /** Paid messages a push costs: 1 for a person, its members for a group. */
  cost: number;
  /** Of the last ten working days, those on which the person wrote to the bot; null for a group. */
  wroteDays: number | null;
  /** On leave nothing is pushed: it rides free with the next answer, however late. */
  onLeave?: boolean;
}

/** A push still to come this month. */
export interface Planned {
  rank: Rank;
  cost: number;
}

export interface QuotaInput {
  /** Paid messages a month; null when the plan has no limit. */
  limit: number | null;
  used: number;
  /** Pushes expected until the month ends, without those wanted now. */
  planned: readonly Planned[];
  wanted: readonly Wanted[];
  settings: QuotaSettings;
  now: Date;
}

export type QuotaDecision =
  | { key: string; rank: Rank; decision: 'push'; cost: number }
  /** Sent free with the next answer; pushed at `until` when there is none by then, null = never by itself. */
  | { key: string; rank: Rank; decision: 'ride'; cost: 0; until: Date | null }
  /** No quota for it: rides along if the person writes, and the managers are told. `short` = paid messages missing. */
  | { key: string; rank: Rank; decision: 'held'; cost: 0; short: number };

/**
 * Decides all messages of one moment together, the most important first.
 * Each may use what is left after everything more important that is still to come this month, so that a
 * group's summary cannot eat the reminders of overdue work, nor an early reminder the summaries.
 * @returns one decision for each wanted message, in the order given.
 */
export function decidePushes(input: QuotaInput): QuotaDecision[] {
  let used = input.used;
  const decided = new Map<string, QuotaDecision>();
  for (const wanted of input.wanted.toSorted((a, b) => rankOrder(a.rank) - rankOrder(b.rank))) {
    const decision = freeRide(wanted, input) ?? paid(wanted, input, used);
    used += decision.cost;
    decided.set(wanted.key, decision);
  }
  return input.wanted.flatMap(({ key }) => decided.get(key) ?? []);
}

/** @returns whether a message to this person would be left for a free ride: such pushes are not forecast. */
export function ridesFree(rank: Rank, wroteDays: number | null, settings: QuotaSettings): boolean {
  if (wroteDays === null) return false;
  return wroteDays >= (PATIENT.has(rank) ? settings.regularWriter : settings.dailyWriter);
}

/** @returns the rank of a digest: that of its most important item. */
export function rankOfDigest(digest: Digest): Rank {
  return digest.items
    .map(rankOfItem)
    .reduce((best, rank) => (rankOrder(rank) < rankOrder(best) ? rank : best));
}

/** @returns place in RANKS, 0 = kept longest. */
export function rankOrder(rank: Rank): number {
  return RANKS.indexOf(rank);
}

function rankOfItem({ reason, remindedBefore }: ReminderItem): Rank {
  if (reason === 'overdue') return remindedBefore === 0 ? 'overdue-first' : 'overdue-again';
  return reason;
}

function freeRide(
  { key, rank, wroteDays, onLeave }: Wanted,
  { settings, now }: QuotaInput,
): QuotaDecision | null {
  if (onLeave) return { key, rank, decision: 'ride', cost: 0, until: null };
  if (!ridesFree(rank, wroteDays, settings)) return null;
  if (PATIENT.has(rank)) return { key, rank, decision: 'ride', cost: 0, until: null };
  const until = momentInBangkok(clockInBangkok(now).slice(0, 10), settings.rideUntil);
  return until > now ? { key, rank, decision: 'ride', cost: 0, until } : null;
}

function paid({ key, rank, cost }: Wanted, { limit, planned }: QuotaInput, used: number): QuotaDecision {
  if (limit === null) return { key, rank, decision: 'push', cost };
  const kept = planned
    .filter((push) => rankOrder(push.rank) < rankOrder(rank))
    .reduce((sum, push) => sum + push.cost, 0);
  const short = used + cost + kept - limit;
  return short <= 0 ? { key, rank, decision: 'push', cost } : { key, rank, decision: 'held', cost: 0, short };
}
