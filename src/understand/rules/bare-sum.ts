/** Tells a text that says a sum of money and nothing else: "งบ 500 บาท", "1.2 1) งบ 29,500 ค่ะ"; asked by the purpose and by the sum spent. */
import { isWord, type Token } from '../tokens.ts';

/** @param tokens of the text or of its part. */
export function saysOnlySum(tokens: readonly Token[]): boolean {
  const sums = tokens.filter(({ kind }) => kind === 'number');
  return (
    sums.length === 1 &&
    tokens.some((token) => isWord(token, 'budget', 'spend')) &&
    tokens.every(
      (token) =>
        token.kind === 'number' ||
        token.kind === 'mention' ||
        isWord(token, 'budget', 'spend', 'baht', 'particle', 'lead'),
    )
  );
}
