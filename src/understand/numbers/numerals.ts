/** Adds up the parts of a Thai numeral: "หนึ่งแสนสองหมื่น", "หมื่นห้า", "1.2 แสน"; called for each number that is found. */

/** A piece of a number as it is written. */
export interface Numeral {
  start: number;
  end: number;
  value: number;
  /** digit: 0–9 in words; figure: in digits; magnitude: ten, hundred … */
  role: 'digit' | 'figure' | 'magnitude';
  separated: boolean;
  odd: boolean;
  /** The word เอ็ด. */
  exact: boolean;
  /** A one: หนึ่ง, or นึง as it is said. */
  one: 'written' | 'spoken' | null;
}

/** Thai numerals add up from the left: (digit) magnitude …, ล้าน multiplies all before it; หมื่นห้า is 15,000 and หมื่นแปดสอง 18,200 unless written out formally. */
export function readRun(run: readonly Numeral[], formal: boolean): number | null {
  let millions = 0;
  let terms: { value: number; magnitude: number }[] = [];
  let pending: Numeral[] = [];
  const sum = (): number => terms.reduce((total, { value }) => total + value, 0);
  for (const part of run) {
    if (part.role !== 'magnitude') {
      pending.push(part);
      continue;
    }
    const { value: magnitude } = part;
    if (magnitude === 1_000_000) {
      millions = (millions + sum() + positional(pending) || 1) * magnitude;
      terms = [];
    } else {
      // "ยี่สิบสี่พัน": tens of thousands
      const smaller = terms.filter((term) => term.magnitude < magnitude);
      const times = smaller.reduce((total, { value }) => total + value, positional(pending));
      terms = terms.filter((term) => term.magnitude >= magnitude);
      terms.push({ value: (smaller.length + pending.length === 0 ? 1 : times) * magnitude, magnitude });
    }
    pending = [];
  }
  const tail = pending.length > 0 && oneOfIt(run) !== 'spoken' ? tailOf(run, pending, formal) : 0;
  const total = Number((millions + sum() + tail).toFixed(4));
  return Number.isFinite(total) ? total : null;
}

/** "หนึ่งศูนย์ห้า" is 105. */
function positional(digits: readonly Numeral[]): number {
  return digits.reduce((value, digit, at) => (at === 0 ? digit.value : value * 10 + digit.value), 0);
}

/** What digits behind the last magnitude add: tenths of it, and hundredths, where it is large. */
function tailOf(run: readonly Numeral[], digits: readonly Numeral[], formal: boolean): number {
  const last = run.findLast(({ role }) => role === 'magnitude')?.value ?? 0;
  const tenths = last > 100 && !formal && !endsExactly(run) && digits.every(({ value }) => value < 10);
  if (!tenths || 10 ** digits.length > last) return positional(digits);
  return (positional(digits) * last) / 10 ** digits.length;
}

/** เอ็ด is a one in the units, whatever stands before it. */
function endsExactly(run: readonly Numeral[]): boolean {
  return run.at(-1)?.exact === true;
}

/** "พันนึง" is one thousand; "พันหนึ่ง" can be 1,100 as well. */
export function oneOfIt(run: readonly Numeral[]): Numeral['one'] {
  const [magnitude, one] = run;
  return run.length === 2 && magnitude?.role === 'magnitude' && one ? one.one : null;
}
