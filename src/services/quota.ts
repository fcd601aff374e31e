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
   * @param now by the office's clock: LINE counts by month.
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

/** @param ask LINE's limit and use. @param real the clock by which rows are sent. */
export function quotaMeter(
  database: Database,
  ask: () => Promise<QuotaState>,
  real: { now(): Date },
): QuotaMeter {
  let reading: Reading | null = null;

  async function fresh(now: Date): Promise<Reading | null> {
    const at = real.now();
    const young =
      reading &&
      at.getTime() - reading.at.getTime() < HOUR_MS &&
      Math.abs(now.getTime() - reading.office.getTime()) < HOUR_MS &&
      dayInBangkok(now).slice(0, 7) === dayInBangkok(reading.office).slice(0, 7);
    if (young) return reading;
    // LINE being away must not keep reminders back: the last count and our own go on
    reading = await ask().then(
      (state) => ({ ...state, at, office: now }),
      () => reading,
    );
    return reading;
  }

  return {
    async read(offices, now) {
      const known = await fresh(now);
      if (!known) return null;
      const since = await countPaidSince(database.models, offices, known.at);
      return { limit: known.limit, used: known.used + since };
    },
  };
}

/**
 * What one of several offices on the same LINE account may use: an equal part of what is left.
 * @param offices still to be served, this one included.
 */
export function shareOf({ limit, used }: QuotaState, offices: number): QuotaState {
  if (limit === null || offices <= 1) return { limit, used };
  return { limit: Math.max(0, Math.floor((limit - used) / offices)), used: 0 };
}
