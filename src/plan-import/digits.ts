/** Numbers as strings of digits, so that no sum passes through binary fractions; whatever reads money uses it. */
import type { Satang } from '../domain/money.ts';

/**
 * @param digits `1234.5`, without separators. @param power of ten of a baht that they count in.
 * @returns whole satang; half a satang and more is rounded up, and `exact` false.
 */
export function satangOf(digits: string, power: number): { satang: Satang; exact: boolean } {
  const [whole = '', fraction = ''] = digits.replace(/^[-+]/, '').split('.');
  const places = power + 2;
  const all = whole + fraction.padEnd(Math.max(fraction.length, places), '0');
  const kept = all.slice(0, whole.length + places) || '0';
  const rest = all.slice(whole.length + places);
  const satang = Number(kept) + (/^[5-9]/.test(rest) ? 1 : 0);
  return { satang: digits.startsWith('-') ? -satang : satang, exact: !/[1-9]/.test(rest) };
}

/** A number's digits with the point moved, exactly: `0.85` by 2 is `85`. */
export function shifted(value: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return plainDecimal(mantissa, Number(exponent) + places);
}

function plainDecimal(mantissa: string, exponent: number): string {
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + exponent;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  const fraction = padded.slice(at).replace(/0+$/, '');
  return `${negative ? '-' : ''}${padded.slice(0, at)}${fraction === '' ? '' : `.${fraction}`}`;
}
