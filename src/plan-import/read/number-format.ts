/** What an Excel number format makes of a number: a date, a percentage, noughts in front; the reader of sheets asks. */
import { shifted } from '../digits.ts';

export interface NumberFormat {
  isDate: boolean;
  isPercent: boolean;
  /** Powers of ten hidden by commas at the end: 3 for `#,##0,`. */
  hiddenScale: number;
  /** Decimals that are always shown, noughts too. */
  decimals: number;
  /** Digits that are always shown before the point. */
  digits: number;
  /** Text that the format adds around the number. */
  before: string;
  after: string;
}

export const PLAIN: NumberFormat = {
  isDate: false,
  isPercent: false,
  hiddenScale: 0,
  decimals: 0,
  digits: 0,
  before: '',
  after: '',
};

/** Formats that Excel knows by number alone; those of Thai Windows among them (ECMA-376 18.8.30). */
export function builtInFormat(id: number): NumberFormat | null {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)) return DATE;
  if ((id >= 50 && id <= 58) || (id >= 71 && id <= 81)) return DATE;
  if (id === 9 || id === 67) return { ...PLAIN, isPercent: true };
  if (id === 10 || id === 68) return { ...PLAIN, isPercent: true, decimals: 2 };
  if (id === 2 || id === 4 || id === 60 || id === 62) return { ...PLAIN, decimals: 2 };
  return id < 164 ? PLAIN : null;
}
const DATE: NumberFormat = { ...PLAIN, isDate: true };

/** @param code a format as the file writes it, `#,##0.00;[Red]-#,##0.00`; the part for positive numbers counts. */
export function readFormat(code: string): NumberFormat {
  let bare = '';
  const around = ['', ''];
  for (let at = 0; at < code.length; at += 1) {
    const letter = code[at]!;
    const seen = /[0#?]/.test(bare) ? 1 : 0;
    if (letter === ';') break;
    if (letter === '"') {
      const end = code.indexOf('"', at + 1);
      if (end < 0) break;
      around[seen] += code.slice(at + 1, end);
      at = end;
    } else if (letter === '\\') {
      around[seen] += code[at + 1] ?? '';
      at += 1;
    } else if (letter === '_' || letter === '*') at += 1;
    else if (letter === '[') {
      const end = code.indexOf(']', at);
      if (end < 0) break;
      if (/^\[(h+|m+|s+)\]?$/i.test(code.slice(at, end))) bare += 'h';
      at = end;
    } else bare += letter;
  }
  if (/[ymdhsb\u0e14\u0e1b\u0e27]/i.test(bare.replace(/general/i, ''))) return DATE;
  const number = /([0#?,]+)(?:\.([0#?]*))?(,*)/.exec(bare);
  const whole = number?.[1] ?? '';
  const commas = (/,+$/.exec(whole)?.[0].length ?? 0) + (number?.[3]?.length ?? 0);
  return {
    isDate: false,
    isPercent: bare.includes('%'),
    hiddenScale: commas * 3,
    decimals: number?.[2]?.match(/0/g)?.length ?? 0,
    digits: whole.match(/0/g)?.length ?? 0,
    before: around[0]!,
    after: around[1]!,
  };
}

/** Fifteen digits are what Excel keeps: the rest is the computer's rounding. */
export function exactNumber(text: string): number {
  return Number(Number(text).toPrecision(15));
}

/** @returns the number as the sheet shows it, undefined where that is its bare digits. */
export function showNumber(value: number, format: NumberFormat): string | undefined {
  const { isPercent, decimals, digits, before, after } = format;
  const bare = shifted(value, isPercent ? 2 : 0);
  const [whole = '', fraction = ''] = bare.split('.');
  const padded = fraction.padEnd(decimals, '0');
  const text = `${whole.padStart(digits, '0')}${padded === '' ? '' : `.${padded}`}${isPercent ? '%' : ''}`;
  const shown = `${before}${text}${after}`;
  return shown === String(value) ? undefined : shown;
}
