/** What a message may mean where the sum that was spent is asked for: the sums it tells, what parts come to together, what is spent where it says what is left; a report's beginning keeps them for the question. */
import { MAX_SATANG, type Satang, satangFromBaht } from '../../../domain/money.ts';
import { arabicDigits, money } from '../../../text/format.ts';
import { LEADS_UNSPENT, LEFT_OF_BUDGET, NOT_SPENT, PART_OF_SUM, TOTAL_OF_SUMS } from '../../../text/told.ts';
import type { Reading } from '../../../understand/types.ts';

/** Buttons with sums beside the two that always stand there. */
const MOST_OFFERED = 3;

export interface SumsTold {
  /** Likeliest first. */
  sums: Satang[];
  /** "42,000 + 18,000 = 60,000", where one of them was worked out. */
  workedOut: string | null;
}

/** @param budget of the activity, null where it has none. @returns null where the sum is not asked for. */
export function sumsTold(read: Reading, text: string, budget: Satang | null): SumsTold | null {
  if (!read.unsure.includes('spent')) return null;
  const typed = arabicDigits(text);
  const worked = together(typed) ?? leftOf(typed, budget);
  const told = [totalIn(typed), read.fields.spent, ...(read.likely.spent ?? []).map(({ value }) => value)];
  const all = [worked?.sum ?? null, ...told].filter((one) => one !== null && one > 0 && one <= MAX_SATANG);
  return { sums: [...new Set(all as Satang[])].slice(0, MOST_OFFERED), workedOut: worked?.how ?? null };
}

/** Letters before a part in which it is said not to be spent. */
const LEAD = 16;

/** "ค่าป้าย 42,000 ค่าวิทยากร 18,000". */
function together(typed: string): { sum: Satang; how: string } | null {
  const unspent = ({ 0: words, index }: RegExpExecArray): boolean =>
    NOT_SPENT.test(words) || LEADS_UNSPENT.test(typed.slice(Math.max(0, index - LEAD), index));
  const parts = [...typed.matchAll(PART_OF_SUM)]
    .filter((part) => !unspent(part))
    .map(([, sum = '']) => satangFromBaht(Number(sum.replaceAll(',', ''))));
  if (parts.length < 2) return null;
  const sum = parts.reduce((total, part) => total + part, 0);
  return { sum, how: `${parts.map(money).join(' + ')} = ${money(sum)}` };
}

/** "ตัวละ 1,450 สั่ง 210 ตัว = 304,500". */
function totalIn(typed: string): Satang | null {
  const [, total] = TOTAL_OF_SUMS.exec(typed) ?? [];
  return total === undefined ? null : satangFromBaht(Number(total.replaceAll(',', '')));
}

/** "งบเหลือ 208,800" of 360,000. */
function leftOf(typed: string, budget: Satang | null): { sum: Satang; how: string } | null {
  const [, left] = LEFT_OF_BUDGET.exec(typed) ?? [];
  if (left === undefined || budget === null) return null;
  const rest = satangFromBaht(Number(left.replaceAll(',', '')));
  return rest < budget
    ? { sum: budget - rest, how: `${money(budget)} − ${money(rest)} = ${money(budget - rest)}` }
    : null;
}
