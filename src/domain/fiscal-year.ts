/** Thai fiscal years and their reporting halves, in days of the office (Asia/Bangkok). */

/** The offset of Asia/Bangkok in milliseconds; Thailand has no daylight saving time. */
const BANGKOK_OFFSET = 7 * 3_600_000;

export type Half = 1 | 2;

/** @returns the office's calendar day at that moment, `2021-03-15`. */
export function dayInBangkok(at: Date): string {
  return new Date(at.getTime() + BANGKOK_OFFSET).toISOString().slice(0, 10);
}

/** @returns the office's wall clock at that moment, `2021-03-15T09:30:00`. */
export function clockInBangkok(at: Date): string {
  return new Date(at.getTime() + BANGKOK_OFFSET).toISOString().slice(0, 19);
}

/** @param day ISO date, `time` as `HH:mm[:ss]` in Bangkok. @returns that moment. */
export function momentInBangkok(day: string, time = '00:00'): Date {
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}

/** @returns fiscal year in the Buddhist era: 2564 for days from 2020-10-01 to 2021-09-30. */
export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return year + (Number(day.slice(5, 7)) >= 10 ? 1 : 0) + 543;
}

/** @param fiscalYear Buddhist era. @returns first and last day, both included. */
export function fiscalYearPeriod(fiscalYear: number): { start: string; end: string } {
  const year = fiscalYear - 543;
  return { start: `${year - 1}-10-01`, end: `${year}-09-30` };
}

/** The days a half-year report covers: half 1 from the first day to 31 March, half 2 the whole year to 30 September. */
export function halfPeriod(fiscalYear: number, half: Half): { start: string; end: string } {
  const year = fiscalYear - 543;
  return { start: `${year - 1}-10-01`, end: half === 1 ? `${year}-03-31` : `${year}-09-30` };
}

/** @returns which half of its fiscal year a day falls in. */
export function halfOf(day: string): Half {
  const month = Number(day.slice(5, 7));
  return month >= 4 && month <= 9 ? 2 : 1;
}

/** @param month `2021-02`. @returns its last day, `2021-02-28`. */
export function lastDayOfMonth(month: string): string {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${days}`;
}

/** @returns the day an activity is due: the end of its last planned month, or of the plan when it names none. */
export function dueDay(months: readonly string[], planEnd: string): string {
  const last = months.at(-1);
  return last ? lastDayOfMonth(last) : planEnd;
}

/** @returns `day` moved by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** @returns whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
