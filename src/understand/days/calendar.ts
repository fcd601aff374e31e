/** Days of the calendar in either era, and the nearest where no year is written; asked by whatever reads days. */

export interface Calendar {
  today: string;
  /** The plan's first and last day: a day without a year is one of these. */
  period: { start: string; end: string };
}

/** @param year as written: four or two digits, either era; null when none was. @returns ISO date or null when there is no such day. */
export function datedAs(year: number | null, month: number, day: number, calendar: Calendar): string | null {
  if (year === null) return nearestDay(month, day, calendar);
  const nearest = Number(calendar.today.slice(0, 4));
  if (year >= 2400) return validDay(year - 543, month, day);
  if (year >= 100) return year >= 1900 ? validDay(year, month, day) : null;
  const buddhist = 2500 + year - 543;
  const christian = 2000 + year;
  return validDay(
    Math.abs(buddhist - nearest) <= Math.abs(christian - nearest) ? buddhist : christian,
    month,
    day,
  );
}

function nearestDay(month: number, day: number, { today, period }: Calendar): string | null {
  const year = Number(today.slice(0, 4));
  const options = [year - 1, year, year + 1]
    .map((candidate) => validDay(candidate, month, day))
    .filter((iso) => iso !== null);
  const within =
    today >= period.start && today <= period.end
      ? options.filter((iso) => iso >= period.start && iso <= period.end)
      : [];
  const distance = (iso: string): number => Math.abs(Date.parse(iso) - Date.parse(today));
  return (within.length > 0 ? within : options).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

export function validDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}
