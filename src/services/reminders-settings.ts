/** An office's own ways of reminding and its own days, as its settings hold them; jobs, snoozing and the holidays command read them here. */
import { z } from 'zod';
import { type OfficeCalendar, calendarOf, nextOpenMoment, quietIn } from '../domain/calendar.ts';
import { REMINDER_SETTINGS, type ReminderSettings } from '../domain/reminder-rules.ts';
import type { Database } from '../db/connect.ts';
import { findOffice, type Office } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { storeSettings } from './seen-settings.ts';
import { writeAudit } from './writes.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const days = z.number().int().min(0).max(366);

const settingsSchema = z
  .object({
    at: time,
    quiet: z.object({ from: time, until: time }),
    overdueEvery: days,
    overdueTimes: days,
    quietAfterReport: days,
    noReportFrom: z.number().int().min(1).max(32),
    cutOffDays: z.array(days),
    escalateAfter: days,
    escalationWeekday: z.number().int().min(1).max(7),
    escalationRepeatWeeks: days,
    firstOwnerOnly: z.boolean(),
  })
  .partial();

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ownDaysSchema = z.array(z.object({ day: isoDay, name: z.string(), kind: z.enum(['closed', 'open']) }));

/** One day on which an office differs from the public table. */
export type OwnDay = z.infer<typeof ownDaysSchema>[number];

type Settings = Pick<Office, 'settings'>;

/** @returns the office's settings over the defaults; what cannot be read counts as not set. */
export function reminderSettings({ settings }: Settings): ReminderSettings {
  const own = settingsSchema.safeParse(settings?.['reminders'] ?? {});
  const set = own.success ? Object.entries(own.data).filter(([, value]) => value !== undefined) : [];
  return { ...REMINDER_SETTINGS, ...(Object.fromEntries(set) as Partial<ReminderSettings>) };
}

/** @returns the office's own days, ascending. */
export function ownDays({ settings }: Settings): OwnDay[] {
  const own = ownDaysSchema.safeParse(settings?.['days'] ?? []);
  return own.success ? own.data.toSorted((a, b) => (a.day < b.day ? -1 : 1)) : [];
}

/** Of most offices. */
const publicCalendar = calendarOf();

/** @returns the public calendar with the office's own days. */
export function officeCalendar(office: Settings): OfficeCalendar {
  const own = ownDays(office);
  if (own.length === 0) return publicCalendar;
  const of = (kind: OwnDay['kind']): string[] => own.filter((one) => one.kind === kind).map((one) => one.day);
  return calendarOf({ closed: of('closed'), open: of('open') });
}

/** @returns how long something may be pushed from now on, and when again after the quiet hours, as a push takes it. */
export function byDay(office: Settings, now: Date): { lastsMs: number; again: Date } {
  const { quiet } = reminderSettings(office);
  const lastsMs = quietIn(quiet, now);
  return {
    lastsMs,
    again: nextOpenMoment(officeCalendar(office), quiet, new Date(now.getTime() + lastsMs)),
  };
}

export type DaysChanged =
  { ok: true; days: OwnDay[] } | { ok: false; reason: 'no-such-office' | 'no-such-day' | 'conflict' };

/** Adds or replaces a day of the office's own, or takes it out. @param change name null takes the day out. */
export async function changeOwnDay(
  database: Database,
  officeId: string,
  change: { day: string; name: string | null; kind: OwnDay['kind'] },
  now: Date,
  by = 'command',
): Promise<DaysChanged> {
  const office = await findOffice(database.models, officeId);
  if (!office) return { ok: false, reason: 'no-such-office' };
  const before = ownDays(office);
  const others = before.filter((one) => one.day !== change.day);
  if (change.name === null && others.length === before.length) return { ok: false, reason: 'no-such-day' };
  const { day, name, kind } = change;
  const after = ownDays({ settings: { days: name === null ? others : [...others, { day, name, kind }] } });
  const settings = { ...office.settings, days: after };
  const committed = await commit(database, [
    {
      to: 'offices',
      update: { where: { _id: office.id, settings: office.settings }, change: { $set: { settings } } },
    },
    writeAudit(office.id, now, by, 'change-days', { day, removed: name === null }),
  ]);
  return committed.ok ? { ok: true, days: after } : { ok: false, reason: 'conflict' };
}

export type ReminderForm = z.infer<typeof settingsSchema>;

/** @returns the settings as an administrator may choose them, or null for what is none. */
export function checkReminderSettings(value: unknown): ReminderForm | null {
  const read = settingsSchema.safeParse(value);
  return read.success ? read.data : null;
}

/** Stores the settings in place of what was chosen before. @returns false when somebody changed the office meanwhile. */
export async function storeReminderSettings(
  database: Database,
  office: Office,
  reminders: ReminderForm,
  now: Date,
  by: string,
): Promise<boolean> {
  return storeSettings(database, office, 'reminders', reminders, { by, now, act: 'reminder-settings' });
}
