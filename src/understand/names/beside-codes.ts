/** What a text names in words beside the codes in it: other activities, the leaf beside the code of its branch, and a code's own name; called by the name finder. */
import type { PlanIndex } from '../plan-index.ts';
import { isWord, type MentionToken, type Token } from '../tokens.ts';
import type { Family } from '../words/families.ts';
import { type Candidate, candidatesIn, asMention } from './candidates.ts';
import { chooseName, signsOf } from './choose.ts';
import { cutStretch, isToldOf, type Stretch, TELLING } from './stretch.ts';

/** Names of other activities than the codes are of; in the line of a code, where something is told of them. */
export function unrelated(
  { text, tokens }: Stretch,
  named: readonly MentionToken[],
  coded: readonly MentionToken[],
  index: PlanIndex,
): MentionToken[] {
  const opens = (start: number): boolean =>
    text.lastIndexOf('\n', start) >=
    Math.max(...coded.filter((one) => one.end < start).map(({ end }) => end));
  const also = (start: number): boolean =>
    tokens.some((token) => isWord(token, 'also') && token.end <= start && start - token.end <= 12);
  return named.filter((one) => {
    const leaves = index.leaves.get(one.codes[0] as string) ?? [];
    return (
      coded.some(({ end }) => end < one.start) &&
      isStatedBefore(one.start, coded, tokens) &&
      (opens(one.start) || also(one.start) || isToldOf(text, tokens, one)) &&
      !coded.some(({ codes }) =>
        codes.some((code) => (index.leaves.get(code) ?? []).some((leaf) => leaves.includes(leaf))),
      )
    );
  });
}

/** "2.4 ไปต่อไม่ได้ แม่บ้านเขาไม่มากัน": where nothing was said yet of the code, what follows is about it. */
function isStatedBefore(at: number, coded: readonly MentionToken[], tokens: readonly Token[]): boolean {
  const code = coded.findLast(({ end }) => end <= at);
  return tokens.some(
    (token) =>
      token.start >= (code?.end ?? 0) &&
      token.end <= at &&
      (token.kind === 'number' || isWord(token, ...STATING)),
  );
}

const STATING = TELLING.filter((family) => !['not', 'cannot', 'trouble'].includes(family));

/** Beside the code of a branch its leaf may be named; beside that of a leaf its own name. */
export function besideCodes(
  stretch: Stretch,
  coded: readonly MentionToken[],
  index: PlanIndex,
  weights: readonly number[],
): MentionToken[] {
  const { text, tokens } = stretch;
  const found: MentionToken[] = [];
  for (const [at, mention] of coded.slice(0, 30).entries()) {
    const [code] = mention.codes;
    const leaves = mention.codes.length === 1 && code !== undefined ? (index.leaves.get(code) ?? []) : [];
    const possible = mention.codes.length > 1 ? mention.codes : leaves;
    const from = at === 0 ? 0 : mention.end;
    const to = coded[at + 1]?.start ?? text.length;
    const all = candidatesIn({ ...cutStretch(stretch, from, to), tokens }, index, 30);
    const same = all.find(
      ({ code: one, start }) => one === code && start >= mention.end && start - mention.end <= 4,
    );
    if (same && !isOneWord(tokens, same, MEASURES)) found.push(asMention(same));
    if (leaves.length < 2 && mention.codes.length < 2) continue;
    const candidates = all.filter(({ code: one }) => possible.includes(one));
    const [first, second] = chooseName(weights, candidates, signsOf(text, tokens)).named;
    if (
      first &&
      first.probability >= 0.3 &&
      first.probability > 2 * (second?.probability ?? 0) &&
      !isOneWord(tokens, first.candidate, TELLING)
    )
      found.push(asMention(first.candidate));
  }
  return found;
}

/** "1.2 ร้อยละ 80" goes on with a measure, though the name has that word too. */
const MEASURES = [
  'per-hundred',
  'percent',
  'score',
  'progress',
  'total',
  'target',
  'budget',
  'spend',
] as const;

/** "1.1.2 ประชุมแล้ว" says what was done; it does not go on naming. */
function isOneWord(
  tokens: readonly Token[],
  { start, end }: Candidate,
  families: readonly Family[],
): boolean {
  return tokens.some((token) => isWord(token, ...families) && token.start <= start && token.end >= end);
}
