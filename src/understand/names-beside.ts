/** Finds the plan's names in a text: beside codes, one in each sentence, or one in the whole; called once codes and the person's own names are known. */
import { enoughFor, leadFor, type NameMatch, nameMatches } from './name-trails.ts';
import { nameIn, opensLine } from './names.ts';
import type { PlanIndex } from './plan-index.ts';
import { firstFrom, isWord, type MentionToken, type Token } from './tokens.ts';

/** @returns names of activities: at codes the rest of the name, elsewhere names by themselves. */
export function namesBeside(
  text: string,
  tokens: readonly Token[],
  coded: readonly MentionToken[],
  index: PlanIndex,
): MentionToken[] {
  if (
    tokens.length > 0 &&
    tokens.every((token) =>
      isWord(
        token,
        'help',
        'show',
        'overview',
        'catalogue',
        'undo',
        'small-talk',
        'particle',
        'neutral',
        'please',
      ),
    )
  )
    return [];
  if (coded.length === 0) return namesByWindow(text, tokens, index);
  const found: MentionToken[] = [];
  for (const [at, mention] of coded.slice(0, 30).entries()) {
    const to = Math.min(coded[at + 1]?.start ?? text.length, mention.end + 260);
    const code = mention.codes.length === 1 ? mention.codes[0] : undefined;
    if (code === undefined) continue;
    const leaf = leafBeside(text, tokens, coded, at, to, index);
    if (leaf) {
      found.push(leaf);
      continue;
    }
    if (to - mention.end < 4) continue;
    const named = nameMatches(text, tokens, index, mention.end, to).find((match) => match.code === code);
    if (
      named &&
      named.score >= enoughFor(index) &&
      named.start - mention.end <= 12 &&
      !isOneVerb(tokens, named)
    )
      found.push({ kind: 'mention', start: named.start, end: named.end, codes: [code], by: 'name' });
  }
  for (const window of windowsOf(text, tokens)) {
    if (!window.also || coded.some((mention) => mention.start < window.to && mention.end > window.from))
      continue;
    const named = nameIn(text, tokens, index, window.from, window.to);
    if (named?.codes.length === 1 && named.start - window.from <= 12) found.push(named);
  }
  for (const named of othersNamed(text, tokens, coded, index))
    if (!found.some((one) => one.start < named.end && one.end > named.start)) found.push(named);
  return found;
}

/** "ทำสื่อประชาสัมพันธ์ (1.3)", "1.3 ทำความดี": beside the code of a branch its leaf may be named. */
function leafBeside(
  text: string,
  tokens: readonly Token[],
  coded: readonly MentionToken[],
  at: number,
  to: number,
  index: PlanIndex,
): MentionToken | null {
  const mention = coded[at] as MentionToken;
  const code = mention.codes[0] as string;
  const leaves = index.leaves.get(code) ?? [];
  if (leaves.length < 2) return null;
  const from = Math.max(coded[at - 1]?.end ?? 0, text.lastIndexOf('\n', mention.start) + 1);
  const before = clearest(nameMatches(text, tokens, index, from, mention.start), leaves, index);
  if (before && BETWEEN.test(text.slice(before.end, mention.start))) return asMention(before);
  const after = clearest(nameMatches(text, tokens, index, mention.end, to), leaves, index);
  return after && after.start - mention.end <= 4 && !isOneVerb(tokens, after) ? asMention(after) : null;
}

/** The rest of the name's last word, and what leads on to the code it is part of. */
const BETWEEN = /^[\u0e01-\u0e4e]{0,16}[\s(]*(?:ของ|ใน|ภายใต้)?[\s(]*$/;

/** The leaf that a stretch names, when no other of the branch's comes near it, nor the branch itself. */
function clearest(
  matches: readonly NameMatch[],
  leaves: readonly string[],
  index: PlanIndex,
): NameMatch | null {
  const [first] = matches;
  if (!first || !leaves.includes(first.code) || first.score < enoughFor(index)) return null;
  const rival = matches.find((match) => match !== first && match.score > first.score - leadFor(index));
  return rival ? null : first;
}

function asMention({ code, start, end }: NameMatch): MentionToken {
  return { kind: 'mention', start, end, codes: [code], by: 'name' };
}

/** No message that has codes names more activities by words. */
const MOST_OTHERS = 6;

/** "1.2.1 เสร็จแล้ว เว็บไซต์ยังไม่เริ่ม": another activity, by its name and right after it what is told of it. */
function othersNamed(
  text: string,
  tokens: readonly Token[],
  coded: readonly MentionToken[],
  index: PlanIndex,
): MentionToken[] {
  const found: MentionToken[] = [];
  const first = coded[0]?.end ?? text.length;
  const ends = tokens.filter((token) => isWord(token, ...ENDS)).map((token) => token.end);
  const starts = [...ends, ...[...text.matchAll(/\d(?= )/g)].map((figure) => figure.index + 1)]
    .filter((end) => end > first && text[end] === ' ')
    .map((end) => end + 1)
    .sort((a, b) => a - b);
  for (const from of starts.slice(0, MOST_OTHERS)) {
    const next = coded.find((mention) => mention.end > from);
    if (next && next.start <= from) continue;
    const line = text.indexOf('\n', from);
    const to = Math.min(next?.start ?? text.length, line === -1 ? text.length : line, from + 120);
    const named = nameIn(text, tokens, index, from, to);
    const opening = text.startsWith(WORK, from) ? from + WORK.length : from;
    if (named?.codes.length !== 1 || !opensLine(text, tokens, named.start, opening)) continue;
    const [code] = named.codes as [string];
    if (coded.some((mention) => mention.codes.some((one) => isRelated(one, code, index)))) continue;
    if (isToldOf(text, tokens, named)) found.push(named);
  }
  return found;
}

const WORK = 'งาน';

/** Words that end what was told of the activity before. */
const ENDS = ['already', 'particle', 'done', 'baht', 'percent', 'person'] as const;

function isRelated(one: string, other: string, index: PlanIndex): boolean {
  const leaves = index.leaves.get(other) ?? [];
  return (index.leaves.get(one) ?? []).some((leaf) => leaves.includes(leaf));
}

function isToldOf(text: string, tokens: readonly Token[], named: MentionToken): boolean {
  let at = firstFrom(tokens, named.end);
  while (isWord(tokens[at], 'neutral', 'lead')) at++;
  const next = tokens[at];
  return (
    next !== undefined &&
    // at most the rest of the name's last word
    /^\S{0,16}\s?$/.test(text.slice(named.end, next.start)) &&
    isWord(
      next,
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
    )
  );
}

/** "1.1.2 ประชุมแล้ว" says what was done; it does not go on naming. */
function isOneVerb(tokens: readonly Token[], { start, end }: { start: number; end: number }): boolean {
  return tokens.some((token) => isWord(token, 'act') && token.start <= start && token.end >= end);
}

/** A name in the whole text, or, when sentences each begin with a name of another activity, one in each. */
function namesByWindow(text: string, tokens: readonly Token[], index: PlanIndex): MentionToken[] {
  const windows = windowsOf(text, tokens);
  const found: MentionToken[] = [];
  if (windows.length > 1 && windows.length <= 24)
    for (const { from, to } of windows) {
      const named = nameIn(text, tokens, index, from, to);
      if (named?.codes.length === 1 && opensLine(text, tokens, named.start, from)) found.push(named);
    }
  const different = new Set(found.map((mention) => mention.codes[0]));
  if (different.size > 1) return found;
  const whole = nameIn(text, tokens, index, 0, text.length);
  return whole ? [whole, ...othersNamed(text, tokens, [whole], index)] : found.slice(0, 1);
}

interface Window {
  from: number;
  to: number;
  /** Opened by a word like ส่วน, or by a line. */
  also: boolean;
}

function windowsOf(text: string, tokens: readonly Token[]): Window[] {
  const cuts: { at: number; also: boolean }[] = [{ at: 0, also: false }];
  for (let at = text.indexOf('\n'); at !== -1 && cuts.length < 60; at = text.indexOf('\n', at + 1))
    cuts.push({ at: at + 1, also: false });
  for (let at = text.indexOf(' / '); at !== -1 && cuts.length < 60; at = text.indexOf(' / ', at + 1))
    cuts.push({ at: at + 3, also: false });
  for (const token of tokens) {
    if (isWord(token, 'also')) cuts.push({ at: token.end, also: true });
    else if (isWord(token, 'particle') && text[token.end] === ' ')
      cuts.push({ at: token.end + 1, also: false });
    else if (isWord(token, 'but') || (isWord(token, 'and') && text[token.start - 1] === ' '))
      cuts.push({ at: token.end, also: false });
  }
  cuts.sort((a, b) => a.at - b.at);
  return cuts
    .slice(0, 60)
    .map((cut, at) => ({ from: cut.at, to: cuts[at + 1]?.at ?? text.length, also: cut.also }));
}
