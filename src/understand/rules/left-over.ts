/** Tells work that is left to do from money that is left to spend; the status rules ask it. */
import type { Chunk } from '../chunks.ts';
import { isGivingBack } from '../numbers/context.ts';
import { isWord, type Token } from '../tokens.ts';

/** @param at the place of a word such as เหลือ among the tokens of its chunk. */
export function leavesWork(
  text: string,
  tokens: readonly Token[],
  at: number,
  chunks: readonly Chunk[],
): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (isWord(before, 'budget', 'spend', 'baht') || isWord(next, 'budget', 'baht')) return false;
  if (next?.kind === 'word' && isGivingBack(text, next)) return false;
  const ofSum = isSum(at > 0 ? tokens.slice(0, at) : beforeChunk(tokens, chunks));
  for (let index = at + 1; index < tokens.length && index <= at + 3; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'number') {
      const unit = tokens[index + 1];
      if (ofSum && !isWord(unit, 'person', 'piece', 'classifier')) return false;
      return !token.large && !isWord(unit, 'baht', 'percent') && token.value < 1000;
    }
    if (isWord(token, 'budget', 'baht', 'allotted', 'per-hundred', 'percent')) return false;
    if (!isWord(token, 'more', 'about', 'got', 'neutral', 'still', 'act')) break;
  }
  return true;
}

/** "งบใช้ 29,900 คงเหลือ 100": what is left of the sum before it. */
function isSum(tokens: readonly Token[]): boolean {
  const end = tokens.findLastIndex((token) => !isWord(token, 'baht', 'particle', 'already'));
  return tokens[end]?.kind === 'number' && isWord(tokens[end - 1], 'spend', 'budget', 'total');
}

/** Tokens of the chunk before, in the same line. */
function beforeChunk(tokens: readonly Token[], chunks: readonly Chunk[]): readonly Token[] {
  const at = chunks.findIndex((chunk) => chunk.tokens === tokens);
  const before = chunks[at - 1];
  return before && before.line === chunks[at]?.line ? before.tokens : [];
}
