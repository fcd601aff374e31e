/** The moments a cron pattern names, as slots on the office's wall clock; the clockwork catches up by them. */
import { parse } from 'node-cron';
import { addDays, clockInBangkok, dayInBangkok, momentInBangkok } from '../domain/fiscal-year.ts';

/** A moment of a job, `2021-03-15T08:30`: sorts by time. */
export type Slot = string;

export function slotAt(moment: Date): Slot {
  return clockInBangkok(moment).slice(0, 16);
}

export function momentOf(slot: Slot): Date {
  return momentInBangkok(slot.slice(0, 10), slot.slice(11));
}

/** @returns slots after `from` up to and including `to`, ascending. @param pattern five fields, Bangkok time. */
export function slotsBetween(pattern: string, from: Date, to: Date): Slot[] {
  const fields = parse(pattern);
  const first = slotAt(from);
  const last = slotAt(to);
  const slots: Slot[] = [];
  for (let day = dayInBangkok(from); day <= dayInBangkok(to); day = addDays(day, 1)) {
    if (!matchesDay(fields, day)) continue;
    for (const hour of fields.hour)
      for (const minute of fields.minute) {
        const slot = `${day}T${two(hour)}:${two(minute)}`;
        if (slot > first && slot <= last) slots.push(slot);
      }
  }
  return slots;
}

/** As cron has it: where both the day of the month and the weekday are named, one of them is enough. */
function matchesDay(fields: ReturnType<typeof parse>, day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  if (!fields.month.includes(date.getUTCMonth() + 1)) return false;
  const weekdays = new Set(fields.dayOfWeek.map((one) => Number(one) % 7));
  const ofMonth = fields.dayOfMonth.includes(date.getUTCDate());
  const ofWeek = weekdays.has(date.getUTCDay());
  const everyDay = fields.dayOfMonth.length === 31;
  const everyWeekday = weekdays.size === 7;
  return everyDay || everyWeekday ? ofMonth && ofWeek : ofMonth || ofWeek;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
