/** The month's paid messages: what LINE says, our own count in between, an office's share of it; jobs and broadcasts ask here before they push. */
import { dayInBangkok } from '../domain/fiscal-year.ts';
import type { Database } from '../db/connect.ts';
import { countPaidSince } from '../db/outbox.ts';

export interface QuotaState {
  /** null: no limit. */
  limit: number | null;
  used: number;
}

export interface QuotaMeter {
  /**
   * @param offices all that share one LINE account. @param now by the office's clock: LINE counts by month.
   * @returns what is used by now, messages still to be sent included; null when LINE has never told.
   */
  read(offices: readonly string[], now: Date): Promise<QuotaState | null>;
}

/** How long LINE's own count serves, by both clocks. */
const HOUR_MS = 3_600_000;

interface Reading extends QuotaState {
  /** Real time. */
  at: Date;
  office: Date;
}

/**
 * @param ask LINE's limit and use, of the account that an office speaks through. @param real the clock by which rows are sent.
 * @param accountOf an office's account by a name of its own; all offices share one when left out.
 */
export function quotaMeter(
  database: Database,
  ask: (office: string) => Promise<QuotaState>,
  real: { now(): Date },
  accountOf: (office: string) => string = () => '',
): QuotaMeter {
  const readings = new Map<string, Reading>();

  async function fresh(office: string, now: Date): Promise<Reading | null> {
    const at = real.now();
    const account = accountOf(office);
    const reading = readings.get(account) ?? null;
    const young =
      reading &&
      at.getTime() - reading.at.getTime() < HOUR_MS &&
      Math.abs(now.getTime() - reading.office.getTime()) < HOUR_MS &&
      dayInBangkok(now).slice(0, 7) === dayInBangkok(reading.office).slice(0, 7);
    if (young) return reading;
    // LINE being away must not keep reminders back: the last count and our own go on
    const told = await ask(office).then(
      (state) => ({ ...state, at, office: now }),
      () => reading,
    );
    if (told) readings.set(account, told);
    return told;
  }

  return {
    async read(offices, now) {
      const known = await fresh(offices[0] ?? '', now);
      if (!known) return null;
      const since = await countPaidSince(database.models, offices, known.at);
      return { limit: known.limit, used: known.used + since };
    },
  };
}

/** @param most the office's own limit of the month, @param own what it has used of it. @returns the narrower of the two. */
export function limitedTo({ limit, used }: QuotaState, most: number | null, own: number): QuotaState {
  if (most === null) return { limit, used };
  const left = Math.max(0, most - own);
  return { limit: limit === null ? used + left : Math.min(limit, used + left), used };
}

/**
 * What one of several offices on the same LINE account may use: an equal part of what is left.
 * @param offices still to be served, this one included.
 */
export function shareOf({ limit, used }: QuotaState, offices: number): QuotaState {
  if (limit === null || offices <= 1) return { limit, used };
  return { limit: Math.max(0, Math.floor((limit - used) / offices)), used: 0 };
}
