/** Finds the words by which the whole budget was spent, without its sum; the money rules ask it. */
import type { SpentReading } from './money.ts';
import { isWord, type Token } from '../tokens.ts';

/** By itself, and as it goes on after a word of spending. */
const IN_FULL = /^(?:ใช้|เบิก|จ่าย)เต็ม/;
const ALL_GONE = /^\s?(?:ไป)?(?:หมด|เต็ม(?:จำนวน|วงเงิน|งบ)|ครบ(?:จำนวน|วงเงิน|ทั้งหมด))/;
/** "กระดาษใช้หมด" is no money. */
const NAMES_MONEY = /งบ|เงิน|ตัง|เบิก|จ่าย/;

/**
 * What is known of the spending where no sum stands: nothing was spent, or all of it, and how much that is is asked.
 * @param zero where nothing is said to be spent.
 */
export function withoutSum(
  zero: { start: number; end: number } | null,
  text: string,
  tokens: readonly Token[],
): SpentReading {
  const told = zero ?? allSpent(text, tokens);
  return { spent: zero ? 0 : null, unsure: !zero && told !== null, bare: false, because: told ? [told] : [] };
}

/** @returns where all is said to be spent: "ใช้งบหมดแล้ว", "เบิกเต็มจำนวน". */
function allSpent(text: string, tokens: readonly Token[]): { start: number; end: number } | null {
  for (const [at, token] of tokens.entries()) {
    if (!isWord(token, 'spend') || isWord(tokens[at - 1], 'not', 'not-yet', 'will', 'nearly')) continue;
    const said = text.slice(token.start, token.end);
    if (IN_FULL.test(said)) return token;
    const gone = NAMES_MONEY.test(said) ? ALL_GONE.exec(text.slice(token.end, token.end + 16)) : null;
    if (gone) return { start: token.start, end: token.end + gone[0].length };
  }
  return null;
}
