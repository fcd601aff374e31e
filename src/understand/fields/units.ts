/** Tells in which of an activity's units a number counts, and of what whole it is a part: "45/60 จุด"; asked by status and figures. */
import { PER_HUNDRED } from '../numbers/context.ts';
import { normalise } from '../spelling/normalise.ts';
import { isWord, type NumberToken, type Token } from '../tokens.ts';
import { UNIT_WRITINGS } from '../words/units.ts';

const writings = new Map<string, readonly string[]>();

/** Longest first. */
function writingsOf(unit: string): readonly string[] {
  let known = writings.get(unit);
  if (!known) {
    const own = normalise(unit).text;
    // ชุดข้อมูล is said ชุด, หลังคาเรือน is said หลังคา
    const begun = own.length >= 6 ? [own.slice(0, 4)] : [];
    known = [own, ...(UNIT_WRITINGS[unit] ?? []).map((word) => normalise(word).text), ...begun];
    writings.set(unit, known);
  }
  return known;
}

/** @returns which of the units stands in the text right after an offset, or null. */
export function ownUnitAfter(text: string, end: number, units: readonly string[]): string | null {
  const rest = text.slice(end, end + 24).trimStart();
  let best: { unit: string; length: number } | null = null;
  for (const unit of units)
    for (const [at, word] of writingsOf(unit).entries()) {
      // "24 ร้อยละ 100": of the next figure
      if (unit === PER_HUNDRED && at === 0) continue;
      if (!rest.startsWith(word) || (/[a-z.]$/.test(word) && /^[a-z]/.test(rest.slice(word.length))))
        continue;
      // the unit itself before what is said for it
      const length = at === 0 ? word.length + 0.5 : word.length;
      if (!best || length > best.length) best = { unit, length };
    }
  return best?.unit ?? null;
}

/** Units of indicators that count money, in baht. */
const MONEY: Readonly<Record<string, number>> = {
  บาท: 1,
  พันบาท: 1_000,
  หมื่นบาท: 10_000,
  แสนบาท: 100_000,
  ล้านบาท: 1_000_000,
};

/** @returns how many baht one of an indicator's units is, or null where it counts no money. */
export function bahtOf(unit: string | null | undefined): number | null {
  return MONEY[unit ?? ''] ?? null;
}

/** @returns a number as an indicator counts: "141.6 ล้านบาท" is 141.6 of ล้านบาท; one without its ล้าน is taken as it stands. */
export function inUnit(value: number, unit: string): number {
  const baht = bahtOf(unit) ?? 1;
  return value < baht ? value : Number((value / baht).toFixed(6));
}

const OF = /^\s*(?:[^\s\d]{0,12})\s*(?:\/|จาก(?:ทั้งหมด|ทั้งสิ้น|เป้า|ยอด)?|ใน|of)\s*$/;

/** @returns the number of which the one at `at` is a part: the 60 of "45/60", "5 จาก 8 เรื่อง", or null. */
export function wholeOf(text: string, tokens: readonly Token[], at: number): NumberToken | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  for (let next = at + 1; next <= at + 3; next++) {
    const other = tokens[next];
    if (!other || other.kind === 'date') return null;
    if (other.kind === 'number')
      return other.value >= token.value && OF.test(text.slice(token.end, other.start)) ? other : null;
    if (other.kind === 'mention' || isWord(other, 'but', 'particle')) return null;
  }
  return null;
}
