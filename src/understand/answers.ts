/** Reads short answers to one question of the form: a sum, a number, a day, a status; the report dialog uses it. */
import type { Plan, Status } from '../domain/activity.ts';
import { addDays } from '../domain/fiscal-year.ts';
import { type Satang, satangFromBaht } from '../domain/money.ts';
import { END_SIGNS, PARTICLES } from '../text/typed.ts';
import { isGivingBack } from './numbers/context.ts';
import { datesOf } from './days/dates.ts';
import { understand } from './index.ts';
import { hasThousandths } from './rules/money.ts';
import { normalise } from './spelling/normalise.ts';
import { numbersOf } from './numbers/numbers.ts';
import { isWord, wordsOf } from './tokens.ts';

/** A bare sum with nothing but a unit or particles around it; a sign and an exponent are seen, not read over. */
const SIGNED = /^[^0-9๐-๙]{0,12}[-−–]\s*[0-9๐-๙]/;
const EXPONENT = /[0-9]e\+?[0-9]/i;

/** @returns the number of an answer such as `87`, `๘๗ คน`, `แปดสิบเจ็ด`, negative when signed so; null when there is not exactly one. */
export function readNumber(text: string): number | null {
  if (text.length > 200 || EXPONENT.test(text)) return null;
  const normal = normalise(text).text;
  const found = numbersOf(normal, wordsOf(normal));
  const [only] = found;
  if (!only || found.length > 1) return null;
  if (SIGNED.test(text.trim())) return -only.value;
  return only.odd ? null : only.value;
}

/** @returns a sum in satang: `28,500`, `2.85 หมื่น`, `28.5k`, `สองหมื่นแปด`, `ยังไม่ได้ใช้`; null when it is none, as `เหลือ 3,000`. */
export function readAmount(text: string): Satang | null {
  const number = readNumber(text);
  if (number !== null && !/%|ร้อยละ|เปอร์เซ็นต์/.test(text)) return isSpent(text) ? satangFromBaht(number) : null;
  return SPENT_NOTHING.test(bare(text)) ? 0 : null;
}

/** False for what is left, given back, granted or bound, and for a point in the place of a comma. */
function isSpent(text: string): boolean {
  const normal = normalise(text).text;
  const words = wordsOf(normal);
  const [number] = numbersOf(normal, words);
  if (!number || hasThousandths(normal, number)) return false;
  return !words.some(
    (word) =>
      isGivingBack(normal, word) ||
      (isWord(word, 'left', 'lacking', 'committed', 'allotted') &&
        !normal.slice(word.start, word.end).includes('เต็ม')),
  );
}

/** Without spaces and the polite words at its end. */
function bare(text: string): string {
  return text.replace(END_SIGNS, '').replace(PARTICLES, '').replace(/\s/g, '');
}

const SPENT_NOTHING =
  /^(ยัง)?ไม่(ได้|มีการ)?(ใช้|เบิก|จ่าย)|^ไม่มี(งบ|ค่าใช้จ่าย|$)|^-+$|^none$|^nothing|^no(budget)?$|^zero$|^ศูนย์/i;

/** @returns the ISO day of an answer such as `15 มี.ค. 64`, `เมื่อวาน`, `2021-03-15`; null when it names none. */
export function readDay(text: string, today: string, plan: Pick<Plan, 'period'>): string | null {
  if (text.length > 200) return null;
  const normal = normalise(text).text;
  return datesOf(normal, wordsOf(normal), { today, period: plan.period })[0]?.iso ?? null;
}

/** Days of a leave spoken of by its length: "3 วัน", "2 สัปดาห์", "1 week". */
const LENGTH = /^(?:อีก|เป็นเวลา|รวม|for)?\s*(\d{1,3})\s*(วัน|สัปดาห์|อาทิตย์|days?|weeks?)(?:ทำการ)?$/;

const BEFORE_DAY = /^\s*(?:จน)?(?:ถึง|until|till)?\s*(?:วันที่|วัน|on)?\s*$/;

/**
 * @param text what follows "ลาถึง": a day, or how long.
 * @returns the last day of a leave that begins today, ISO, one that lies behind where that is nearest; null when none is named.
 *   `rest` is what was said after it.
 */
export function readLeave(text: string, today: string): { until: string; rest: string } | null {
  if (text.length > 200) return null;
  const normal = normalise(text).text;
  const said = normal.replace(END_SIGNS, '').replace(PARTICLES, '').trimEnd();
  const length = LENGTH.exec(said);
  if (length) {
    const days = Number(length[1]) * (/วัน|day/.test(length[2] as string) ? 1 : 7);
    return days > 0 ? { until: addDays(today, days - 1), rest: '' } : null;
  }
  // whatever year the plan has: the leave is about now
  const period = { start: addDays(today, -90), end: addDays(today, 270) };
  const [day] = datesOf(normal, wordsOf(normal), { today, period });
  if (!day || !BEFORE_DAY.test(normal.slice(0, day.start))) return null;
  return { until: day.iso, rest: said.slice(day.end).trim() };
}

/** A day by its number and month, with what may stand between. */
const DAY_OF_MONTH = /\d{1,2}(?:\s*เดือน\s*|\s*)/;
const IN_FIGURES = /^\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$/;

/** @returns the last day of a leave as it was typed where the calendar has none such: "31 ก.พ."; null for other words. */
export function noSuchDay(text: string, today: string): string | null {
  if (text.length > 60 || readLeave(text, today)) return null;
  const normal = normalise(text).text;
  const day = DAY_OF_MONTH.exec(normal);
  if (!day || !BEFORE_DAY.test(normal.slice(0, day.index))) return null;
  const said = normal.slice(day.index).trim();
  const after = day.index + day[0].length;
  const ofMonth = wordsOf(normal).some((word) => word.start === after && isWord(word, 'month'));
  return ofMonth || IN_FIGURES.test(said) ? said : null;
}

/** @returns the status that a few words such as `เสร็จแล้ว` say; null when they say none. */
export function readTypedStatus(text: string, plan: Plan): Status | null {
  const [leaf] = plan.activities.filter((activity) => activity.leaf);
  if (!leaf || text.length > 200) return null;
  return understand(text, { plan, today: plan.period.start, quoted: leaf.code }).fields.status;
}
