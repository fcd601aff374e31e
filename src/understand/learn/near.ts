/** How near words of some families stand before or after a place, as signs for the trees. */
import { isWord, type Token } from '../tokens.ts';
import type { Family } from '../words/families.ts';

/** Known words to either side that are looked at. */
const REACH = 5;

/** @param step -1 before the token, 1 after it. @returns for each group 1 right beside it, less further off, 0 where none stands before another number or line. */
export function nearness(
  text: string,
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
  groups: readonly (readonly Family[])[],
): number[] {
  const found = groups.map(() => 0);
  const from = tokens[at] as Token;
  for (let seen = 1, other = at + step; seen <= REACH; other += step) {
    const token = tokens[other];
    if (!token) break;
    const between = step < 0 ? text.slice(token.end, from.start) : text.slice(from.end, token.start);
    if (between.includes('\n')) break;
    if (token.kind === 'number' && step < 0) break;
    if (isWord(token, 'neutral', 'particle')) continue;
    for (const [group, families] of groups.entries())
      if (found[group] === 0 && isWord(token, ...families)) found[group] = 1 / seen;
    seen++;
  }
  return found;
}

/** @returns for each group how many of the tokens are words of it, at most 3. */
export function countsOf(tokens: readonly Token[], groups: readonly (readonly Family[])[]): number[] {
  return groups.map((families) =>
    Math.min(
      3,
      tokens.reduce((sum, token) => sum + (isWord(token, ...families) ? 1 : 0), 0),
    ),
  );
}
