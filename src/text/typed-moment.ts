/** Reads a day or a moment as administrators type it to a command, `2021-03-31` or `2021-03-31T16:30`, Thai digits too; every command that takes one asks it. */
import { momentInBangkok } from '../domain/fiscal-year.ts';
import { arabicDigits } from './format.ts';

/** `meant`: the same with its year in A.D., where a year of the Buddhist era was typed; else null. */
type Refused = { ok: false; meant: string | null };

const TYPED = /^(\d{4})(-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;
/** No record of an office is so old or so new that its A.D. year is one of these. */
const BUDDHIST = { first: 2400, last: 2800 };

export function readTypedDay(text: string): { ok: true; day: string } | Refused {
  const read = readTypedMoment(text);
  if (!read.ok) return read;
  const day = arabicDigits(text.trim());
  return day.includes('T') ? { ok: false, meant: null } : { ok: true, day };
}

/** A time without a zone is Bangkok's. @param day which moment of it a day without a time is. */
export function readTypedMoment(
  text: string,
  day: 'start' | 'end' = 'start',
): { ok: true; at: Date } | Refused {
  const typed = arabicDigits(text.trim());
  const [, year = '', rest = '', time, zone = '+07:00'] = TYPED.exec(typed) ?? [];
  const isBuddhist = Number(year) >= BUDDHIST.first && Number(year) <= BUDDHIST.last;
  const christian = isBuddhist ? String(Number(year) - 543) : year;
  const date = `${christian}${rest}`;
  if (!isDay(date)) return { ok: false, meant: null };
  const at =
    time === undefined
      ? momentInBangkok(date, day === 'end' ? '23:59:59.999' : '00:00:00')
      : new Date(`${date}T${time}${zone}`);
  if (Number.isNaN(at.getTime())) return { ok: false, meant: null };
  return isBuddhist ? { ok: false, meant: `${christian}${typed.slice(4)}` } : { ok: true, at };
}

/** The parser alone would take 30 February for 2 March. */
function isDay(date: string): boolean {
  const noon = new Date(`${date}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().slice(0, 10) === date;
}
