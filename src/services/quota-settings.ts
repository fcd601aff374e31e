/** What an office chose about its paid messages; jobs ask before they push, the console sets it. */
import { z } from 'zod';
import { QUOTA_SETTINGS, type QuotaSettings } from '../domain/quota.ts';
import type { Office } from '../db/offices.ts';

const days = z.number().int().min(1).max(10);

const shape = {
  /** Of the office's own, below what LINE allows; null for no limit of its own. */
  most: z.number().int().min(0).max(1_000_000).nullable(),
  dailyWriter: days,
  regularWriter: days,
  rideUntil: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
};

/** The rules of sparing, and the office's own limit of paid messages a month. */
export interface QuotaChoice extends QuotaSettings {
  most: number | null;
}

/** @returns what the office chose over the defaults; what cannot be read counts as not chosen. */
export function quotaChoice({ settings }: Pick<Office, 'settings'>): QuotaChoice {
  const read = z
    .object(shape)
    .partial()
    .safeParse(settings?.['quota'] ?? {});
  const chosen = read.success ? Object.entries(read.data).filter(([, value]) => value !== undefined) : [];
  return { most: null, ...QUOTA_SETTINGS, ...Object.fromEntries(chosen) };
}

/** @returns the choice as an administrator may make it, or null for what is none. */
export function checkQuotaChoice(value: unknown): QuotaChoice | null {
  const read = z.strictObject(shape).safeParse(value);
  return read.success ? read.data : null;
}
