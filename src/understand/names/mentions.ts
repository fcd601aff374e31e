/** Finds the activities that a text names in words: one in the whole, one in each stretch, or the leaf beside the code of its branch. */
import type { PlanIndex } from '../plan-index.ts';
import { isWord, type MentionToken, type Token } from '../tokens.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import { chooseName, signsOf } from './choose.ts';
import { type WordAt, wordsIn } from './terms.ts';

/** How sure it must be that a name is meant; see the thresholds in docs/understanding.md. */
const ENOUGH = 0.5;
/** One of several names in one message must be surer. */
const ONE_OF_SEVERAL = 0.72;
/** In the line of a code, another activity's name counts where right after it something is told of it. */
const BESIDE_CODE = 0.55;
/** Another name this probable makes it a question which is meant. */
const RIVAL = 0.25;
const MOST_WINDOWS = 24;

export interface Named {
  mentions: MentionToken[];
  /** Codes worth offering when nothing was named for certain, likeliest first. */
  guesses: string[];
  /** How probable the likeliest name is. */
  best: number;
}

/** @param coded activities named by code or by the person's own names. */
export function namesIn(
  text: string,
  tokens: readonly Token[],
  coded: readonly MentionToken[],
  index: PlanIndex,
  weights: readonly number[],
): Named {
  const words = wordsIn(text);
  if (coded.length > 0)
    return { mentions: besideCodes(text, words, tokens, coded, index, weights), guesses: [], best: 1 };
  const whole = chooseName(weights, candidatesIn(text, words, tokens, index), signsOf(text, tokens));
  const guesses = whole.named
    .filter(({ probability }) => probability > 0.04)
    .flatMap(({ candidate }) => index.leaves.get(candidate.code) ?? []);
  const several = namesByWindow(text, words, tokens, index, weights);
  if (new Set(several.map(({ codes }) => codes.join())).size > 1)
    return { mentions: several, guesses: [...new Set(guesses)], best: 1 };
  const [first, second] = whole.named;
  const mentions: MentionToken[] = [];
  if (first && first.probability + (second?.probability ?? 0) >= ENOUGH) {
    const unclear = first.probability < ENOUGH || (second !== undefined && second.probability >= RIVAL);
    const codes = [first.candidate.code, ...(unclear && second ? [second.candidate.code] : [])];
    mentions.push(mentionOf(first.candidate, codes));
  }
  return { mentions, guesses: [...new Set(guesses)], best: first?.probability ?? 0 };
}

function mentionOf({ code, start, end, pieces }: Candidate, codes = [code]): MentionToken {
  return { kind: 'mention', start, end, pieces, codes, by: 'name' };
}

function within(words: readonly WordAt[], from: number, to: number): WordAt[] {
  return words.filter(({ start, end }) => start >= from && end <= to);
}

function sureIn(
  text: string,
  words: readonly WordAt[],
  tokens: readonly Token[],
  index: PlanIndex,
  weights: readonly number[],
  from: number,
  to: number,
  enough: number,
  beside = false,
): MentionToken | null {
  const own = within(words, from, to);
  if (own.length === 0) return null;
  const inside = tokens.filter((token) => token.start >= from && token.end <= to);
  const [first] = chooseName(
    weights,
    candidatesIn(text, own, inside, index, 8, from, beside),
    signsOf(text.slice(from, to), inside),
  ).named;
  if (!first || first.probability < enough) return null;
  return mentionOf(first.candidate);
}

function namesByWindow(
  text: string,
  words: readonly WordAt[],
  tokens: readonly Token[],
  index: PlanIndex,
  weights: readonly number[],
): MentionToken[] {
  const cuts = cutsOf(text, tokens);
  if (cuts.length < 2 || cuts.length > MOST_WINDOWS) return [];
  const found: MentionToken[] = [];
  for (const [at, from] of cuts.entries()) {
    const named = sureIn(
      text,
      words,
      tokens,
      index,
      weights,
      from,
      cuts[at + 1] ?? text.length,
      ONE_OF_SEVERAL,
    );
    const again = found.find(({ codes }) => named && codes.join() === named.codes.join());
    if (
      named &&
      !again &&
      (index.leaves.get(named.codes[0] as string) ?? []).length === 1 &&
      named.start - from <= 14
    )
      found.push(named);
  }
  return found;
}

/** Where sentences, lines and items begin. */
function cutsOf(text: string, tokens: readonly Token[]): number[] {
  const cuts = new Set([0]);
  for (const gap of text.matchAll(/\n+|\s\/\/?\s|[,;|]\s*/g)) cuts.add(gap.index + gap[0].length);
  for (const token of tokens) {
    if (isWord(token, 'also', 'but') || (isWord(token, 'and') && text[token.start - 1] === ' '))
      cuts.add(token.start);
    else if (
      isWord(token, 'particle', 'already', 'done', 'baht', 'percent', 'person') &&
      text[token.end] === ' '
    )
      cuts.add(token.end + 1);
    else if (token.kind === 'number' && text[token.end] === ' ') cuts.add(token.end + 1);
  }
  return [...cuts].filter((at) => at < text.length).sort((a, b) => a - b);
}

/** Beside the code of a branch its leaf may be named; lines without a code may begin with a name. */
function besideCodes(
  text: string,
  words: readonly WordAt[],
  tokens: readonly Token[],
  coded: readonly MentionToken[],
  index: PlanIndex,
  weights: readonly number[],
): MentionToken[] {
  const found: MentionToken[] = [];
  for (const [at, mention] of coded.slice(0, 30).entries()) {
    const [code] = mention.codes;
    const leaves = mention.codes.length === 1 && code !== undefined ? (index.leaves.get(code) ?? []) : [];
    const possible = mention.codes.length > 1 ? mention.codes : leaves;
    const from = at === 0 ? 0 : mention.end;
    const to = coded[at + 1]?.start ?? text.length;
    const own = within(words, from, to);
    const all = candidatesIn(text, own, tokens, index, 30, from, true);
    const same = all.find(
      ({ code: one, start }) => one === code && start >= mention.end && start - mention.end <= 4,
    );
    if (same) found.push(mentionOf(same));
    if (leaves.length < 2 && mention.codes.length < 2) continue;
    const candidates = all.filter(({ code: one }) => possible.includes(one));
    const [first, second] = chooseName(weights, candidates, signsOf(text, tokens)).named;
    if (
      first &&
      first.probability >= 0.3 &&
      first.probability > 2 * (second?.probability ?? 0) &&
      !isOneVerb(tokens, first.candidate)
    )
      found.push(mentionOf(first.candidate));
  }
  const cuts = cutsOf(text, tokens);
  if (cuts.length > MOST_WINDOWS) return found;
  for (const [at, from] of cuts.entries()) {
    const to = cuts[at + 1] ?? text.length;
    if (
      from === 0 ||
      coded.some(({ start, end }) => start < to && end > from) ||
      !coded.some(({ end }) => end < from)
    )
      continue;
    const line = text[from - 1] === '\n';
    const also = tokens.some((token) => token.start === from && isWord(token, 'also'));
    const named = sureIn(
      text,
      words,
      tokens,
      index,
      weights,
      from,
      to,
      line ? ONE_OF_SEVERAL : also ? ENOUGH : BESIDE_CODE,
      true,
    );
    const [code] = named?.codes ?? [];
    if (!named || code === undefined || named.start - from > (line || also ? 12 : 6)) continue;
    if (isHeaded(tokens, named.start)) continue;
    if (!line && !also && !isToldOf(text, tokens, named)) continue;
    const leaves = index.leaves.get(code) ?? [];
    const related = coded.some(({ codes }) =>
      codes.some((one) => (index.leaves.get(one) ?? []).some((leaf) => leaves.includes(leaf))),
    );
    if (!related && (leaves.length === 1 || !line)) found.push(named);
  }
  return found;
}

/** Words by which something is told of what stands before them. */
const TELLING = [
  'not-yet',
  'not',
  'done',
  'act',
  'doing',
  'start',
  'nearly',
  'postpone',
  'cancel',
  'spend',
  'free',
  'progress',
  'cannot',
  'trouble',
] as const;

function isToldOf(text: string, tokens: readonly Token[], named: MentionToken): boolean {
  const next = tokens.find((token) => token.start >= named.end && !isWord(token, 'neutral', 'lead'));
  return (
    next !== undefined &&
    // at most the rest of the name's last word
    /^\S{0,16}\s?$/.test(text.slice(named.end, next.start)) &&
    isWord(next, ...TELLING)
  );
}

/** "1.1.2 ประชุมแล้ว" says what was done; it does not go on naming. */
function isOneVerb(tokens: readonly Token[], { start, end }: { start: number; end: number }): boolean {
  return tokens.some((token) => isWord(token, ...TELLING) && token.start <= start && token.end >= end);
}

/** What stands under a heading is its text. */
function isHeaded(tokens: readonly Token[], from: number): boolean {
  const before = tokens.findLast((token) => token.end <= from);
  return (
    before !== undefined &&
    from - before.end <= 3 &&
    isWord(before, 'head-obstacle', 'head-suggestion', 'head-result', 'head-remark')
  );
}
