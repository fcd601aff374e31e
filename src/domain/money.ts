/** Money as whole satang, and its way in and out of baht; used wherever a sum is read, stored or shown. */

/** A sum of money: an integer number of satang (1 baht = 100 satang). */
export type Satang = number;

/** The largest sum a report may name: 100,000 million baht, far above any office's budget. */
export const MAX_SATANG: Satang = 100_000_000_000 * 100;

/** @param baht any finite number, satang as decimals. @returns the nearest whole satang. */
export function satangFromBaht(baht: number): Satang {
  return Math.round(baht * 100);
}

/** @returns baht as a number with at most two decimals, as files carry it. */
export function bahtFromSatang(satang: Satang): number {
  return satang / 100;
}
