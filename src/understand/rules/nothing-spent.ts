/** Finds the words by which nothing was spent so far; the money rules ask it. */
import { isWord, type Token } from '../tokens.ts';

/** @returns where nothing is said to be spent: "ยังไม่ได้เบิกจ่าย", "ไม่ใช้งบ"; the bare "ไม่ได้ใช้" counts beside talk of money only. */
export function nothingSpent(
  text: string,
  tokens: readonly Token[],
  moneyTalk: boolean,
): { start: number; end: number } | null {
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (isWord(token, 'free')) {
      const said = text.slice(token.start, token.end);
      if (
        !/^(?:ยัง)?ไม่(?:ได้)?ใช้$/.test(said) ||
        moneyTalk ||
        isWord(tokens[at - 1], 'budget') ||
        isWord(next, 'budget')
      )
        return token;
    }
    if (
      isWord(token, 'not', 'not-yet') &&
      (isWord(next, 'spend') ||
        (isWord(next, 'untouched') &&
          (isWord(tokens[at - 1], 'budget') || isWord(tokens[at + 2], 'budget')))) &&
      next.start - token.end <= 1 &&
      tokens[at + 2]?.kind !== 'number'
    )
      return { start: token.start, end: next.end };
  }
  return null;
}
