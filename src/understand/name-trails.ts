/** Follows the letters of the plan's names through a text and scores the best stretch for each activity; read by the name finder. */
import { wordEnd } from './inside.ts';
import { compact } from './name-index.ts';
import { tearsSyllable } from './normalise.ts';
import type { PlanIndex } from './plan-index.ts';
import { isSilentToken, silenced } from './silent.ts';
import { firstFrom, isWord, lastBefore, type Token } from './tokens.ts';

export interface NameMatch {
  code: string;
  score: number;
  start: number;
  end: number;
  /** Where the first of its letters stand, before other words that come between. */
  from: number;
  /** Share of the name's letters that were said. */
  coverage: number;
}

const GAP = 0.35;
const SILENT_GAP = 1.2;
const LINE_GAP = 3;

/** What begins as the name itself begins names it rather than one that has it inside. */
const HEADED = 1.35;

/** A stretch of fewer trigrams than this must begin where a word of the name begins. */
const SHORT = 5;

/** How much a stretch must tell to name an activity; more in a longer plan, where letters meet by chance. */
export function enoughFor(index: PlanIndex): number {
  return 5 + 2.6 * Math.max(0, Math.log((index.names.nodes.length + 1) / 16));
}

/** By how much the first must lead the second. */
export function leadFor(index: PlanIndex): number {
  return 0.65 * Math.log(index.names.nodes.length + 1);
}

/** The best stretch so far of one activity, and the one being followed; places in the compact letters. */
interface Trail {
  score: number;
  begin: number;
  last: number;
  hits: number;
  /** It began as a word of the name begins. */
  opens: boolean;
  best: { score: number; begin: number; end: number; hits: number; sound: boolean };
}

/** @returns the best stretch for each activity of which any letters were found within `[from, to)`, best first. */
export function nameMatches(
  text: string,
  tokens: readonly Token[],
  index: PlanIndex,
  from: number,
  to: number,
): NameMatch[] {
  const { letters, places } = compact(text.slice(from, to));
  const silent = silenced(text, tokens, from, to);
  const isSilent = (at: number): boolean => silent[places[at] as number] === 1;
  const cost = [0];
  for (let at = 0; at < letters.length; at++)
    cost.push((cost[at] as number) + (letters[at] === '\n' ? LINE_GAP : isSilent(at) ? SILENT_GAP : GAP));
  const wordStarts = new Set(
    tokens
      .filter((token) => isWord(token, 'act') && token.end - token.start >= 5 && !isSilentToken(text, token))
      .map((token) => token.start),
  );
  const trails = new Map<number, Trail>();
  for (let at = 0; at + 3 <= letters.length; at++) {
    const quiet = Number(isSilent(at)) + Number(isSilent(at + 2));
    const postings = quiet === 2 ? undefined : index.names.trigrams.get(letters.slice(at, at + 3));
    const place = from + (places[at] as number);
    for (const { node, weight } of postings ?? []) {
      const offset = index.names.openings[node]?.get(letters.slice(at, at + 3));
      const heads = index.names.heads[node] === letters.slice(at, at + 3) && beginsText(text, tokens, place);
      const opens =
        offset === 0 ||
        heads ||
        wordStarts.has(place) ||
        (offset !== undefined && opensWord(text, tokens, place, offset));
      follow(trails, node, at, weight * (quiet === 1 ? 0.5 : 1), cost, opens);
    }
  }
  const matches: NameMatch[] = [];
  for (const [node, { best }] of trails) {
    if (!best.sound) continue;
    const start = from + (places[best.begin] as number);
    const end = from + (places[best.end] as number) + 1;
    const code = (index.names.nodes[node] as { code: string }).code;
    const coverage = best.hits / Math.max(1, index.names.own[node]?.size ?? 1);
    const headed = letters.startsWith(index.names.heads[node] as string, best.begin) ? HEADED : 1;
    const place = settled(text, tokens, index, node, start, end);
    // the เครื่อง of เครื่องพิมพ์ names no เครื่องมือ
    if (best.hits < SHORT && isOpen(text, tokens, place.end)) continue;
    matches.push({ code, score: best.score * headed, from: start, ...place, coverage });
  }
  addLatin(text.slice(from, to), from, index, matches);
  return matches.sort((a, b) => b.score - a.score);
}

/** Whether the word goes on that ends a stretch, with letters nobody knows. */
function isOpen(text: string, tokens: readonly Token[], end: number): boolean {
  const whole = wordEnd(text, end);
  return whole > end + REST && !tokens.some((token) => token.start < whole && token.end > end);
}

/** The first letters of a name, short as its first word may be, where a line or a sentence begins. */
function beginsText(text: string, tokens: readonly Token[], place: number): boolean {
  if (place === 0 || text[place - 1] === '\n') return true;
  const before = lastBefore(tokens, place);
  return before?.end === place
    ? isWord(before, 'lead', 'act', 'announce')
    : text[place - 1] === ' ' && (!before || isWord(before, 'particle', 'also', 'lead'));
}

/** A name whose first letters are mistyped: the word of the text begins where the name's word would. */
function opensWord(text: string, tokens: readonly Token[], start: number, offset: number): boolean {
  if (start <= offset || (lastBefore(tokens, start)?.end ?? 0) >= start - offset) return true;
  return /[ \n]/.test(text.slice(start - offset - 1, start));
}

/** Adds a trigram to an activity's trail, or begins a new one where the gap has eaten up what there was. */
function follow(
  trails: Map<number, Trail>,
  node: number,
  at: number,
  weight: number,
  cost: readonly number[],
  opens: boolean,
): void {
  let trail = trails.get(node);
  if (!trail) {
    trail = {
      score: 0,
      begin: at,
      last: at - 1,
      hits: 0,
      opens,
      best: { score: 0, begin: at, end: at, hits: 0, sound: false },
    };
    trails.set(node, trail);
  }
  const gap = (cost[at] as number) - (cost[trail.last + 1] as number);
  if (trail.score - gap <= 0) {
    trail.score = 0;
    trail.begin = at;
    trail.hits = 0;
    trail.opens = opens;
  } else trail.score -= gap;
  trail.score += weight;
  trail.hits++;
  trail.last = at;
  // A letter or two of the word before may fit by chance, before the name's word begins.
  trail.opens ||= opens && trail.hits <= 3;
  const sound = trail.opens || trail.hits >= SHORT;
  const { best } = trail;
  if (sound === best.sound ? trail.score > best.score : sound)
    trail.best = { score: trail.score, begin: trail.begin, end: at + 2, hits: trail.hits, sound };
}

/** An acronym or foreign word that only one name has stands for that name. */
function addLatin(text: string, from: number, index: PlanIndex, matches: NameMatch[]): void {
  for (const { 0: word, index: at } of text.matchAll(/[a-z]{3,}/g)) {
    const node = index.names.latin.get(word);
    if (node === undefined) continue;
    const { code } = index.names.nodes[node] as { code: string };
    const known = matches.find((match) => match.code === code);
    if (known) known.score += enoughFor(index) / 2;
    else
      matches.push({
        code,
        score: enoughFor(index),
        start: from + at,
        from: from + at,
        end: from + at + word.length,
        coverage: 0,
      });
  }
}

/** Letters a name may skip and still go on, when no word that tells something stands there. */
const SKIP = 8;

/** The part of a stretch that is the name: where other words come between two runs of its letters, the longer run. */
function settled(
  text: string,
  tokens: readonly Token[],
  index: PlanIndex,
  node: number,
  start: number,
  end: number,
): { start: number; end: number } {
  const { letters, places } = compact(text.slice(start, end));
  const grams = index.names.own[node] as ReadonlySet<string>;
  const runs: { start: number; end: number; hits: number }[] = [];
  for (let at = 0; at + 3 <= letters.length; at++) {
    if (!grams.has(letters.slice(at, at + 3))) continue;
    const [from, to] = [start + (places[at] as number), start + (places[at + 2] as number) + 1];
    const run = runs.at(-1);
    if (run && (from <= run.end || goesOn(tokens, run.end, from))) {
      run.end = to;
      run.hits++;
    } else runs.push({ start: from, end: to, hits: 1 });
  }
  const [longest = { start, end }] = runs.sort((a, b) => b.hits - a.hits);
  return wholeWords(text, tokens, longest.start, longest.end);
}

function goesOn(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > SKIP) return false;
  for (let at = firstFrom(tokens, from); at < tokens.length && (tokens[at] as Token).start < to; at++)
    if (!isWord(tokens[at], 'neutral', 'to', 'and', 'classifier', 'lead')) return false;
  return true;
}

/** Letters by which a word may be longer than what was followed: the ต์ of เว็บไซต์. */
const REST = 4;

/** Trigrams overlap the words beside a name by a letter or two: such a word is left whole. */
function wholeWords(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): { start: number; end: number } {
  let [from, to] = [start, end];
  for (const token of tokens) {
    if (token.start < from && token.end > from) from = isSilentToken(text, token) ? token.end : token.start;
    if (token.start < to && token.end > to) to = token.start > from ? token.start : token.end;
  }
  const whole = wordEnd(text, to);
  if (whole - to <= REST && !tokens.some((token) => token.start >= to && token.start < whole)) to = whole;
  while (to > from + 1 && tearsSyllable(text, to)) to--;
  return from < to ? { start: from, end: to } : { start, end };
}
