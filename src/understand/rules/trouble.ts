/** Finds an obstacle that no heading announces, by words of trouble and by what somebody does not do; used by the text rules. */
import type { Status } from '../../domain/activity.ts';
import type { Chunk } from '../chunks.ts';
import { isThanks } from './sections.ts';
import { isWord, type Token } from '../tokens.ts';
import type { Family } from '../words/families.ts';

export interface TroubleStretch {
  start: number;
  end: number;
}

/** A stretch, `none` when it was said that there is none, null when nothing was said. */
export type TextReading = TroubleStretch | 'none' | null;

/** Words that state a field by themselves; a chunk of nothing else is no free text. */
const PLAIN: ReadonlySet<Family> = new Set<Family>([
  'done',
  'act',
  'already',
  'doing',
  'nearly',
  'partly',
  'will',
  'planned',
  'start',
  'untouched',
  'postpone',
  'cancel',
  'left',
  'lacking',
  'not',
  'not-yet',
  'cannot',
  'still',
  'got',
  'not-that',
  'really',
  'spend',
  'budget',
  'baht',
  'allotted',
  'committed',
  'total',
  'more',
  'free',
  'progress',
  'percent',
  'per-hundred',
  'fraction',
  'about',
  'vague-sum',
  'participants',
  'indicator',
  'target',
  'reached',
  'out-of',
  'person',
  'piece',
  'score',
  'classifier',
  'unit-of-time',
  'vague-time',
  'on-day',
  'past-mark',
  'next-mark',
  'this-mark',
  'head-field',
  'but',
  'and',
  'also',
  'to',
  'from',
  'all-of',
  'both',
  'report-noun',
  'announce',
  'relay',
  'please',
  'small-talk',
  'lead',
  'particle',
  'closing',
  'no-trouble',
  'no-advice',
  'nothing',
  'take-back',
  'amend',
  'undo',
  'mistaken',
]);

export function trimmed(text: string, start: number, last: Chunk): TextReading {
  let end = last.end;
  for (let at = last.tokens.length - 1; at >= 0; at--) {
    const token = last.tokens[at] as Token;
    if (
      !isWord(token, 'particle') ||
      text.slice(token.end, end).replace(/[\s.!~]/g, '') !== '' ||
      token.start < start
    )
      break;
    end = token.start;
  }
  while (end > start && /[\s,;:!~-]/.test(text[end - 1] as string)) end--;
  const said = text.slice(start, end).trim();
  if (
    said === '' ||
    /^[-–.\s]*$/.test(said) ||
    /^(?:ไม่มี|ไม่พบ|none|nil|ไม่มีปัญหา(?:อุปสรรค)?)(?:เพิ่มเติม|ใดๆ|อะไร)?$/.test(said)
  )
    return 'none';
  return { start, end };
}

/** Unknown letters of a chunk: what none of the plain words covers. */
export function freeLetters(text: string, chunk: Chunk): number {
  let free = 0;
  let from = chunk.start;
  for (const token of [...chunk.tokens, null]) {
    free += text.slice(from, token?.start ?? chunk.end).replace(/[^a-z\u0e01-\u0e4e]/g, '').length;
    if (token?.kind === 'word' && !PLAIN.has(token.family)) free += token.end - token.start;
    from = token?.end ?? chunk.end;
  }
  return free;
}

export function isFree(chunk: Chunk): boolean {
  return chunk.mood === 'said' && chunk.section === null;
}

export function readTrouble(text: string, chunks: readonly Chunk[], status: Status | null): TextReading {
  for (const [at, chunk] of chunks.entries()) {
    if (!isFree(chunk)) continue;
    const start = troubleStart(text, chunk, status);
    if (start === null) continue;
    let last = at;
    while (!(chunks[last] as Chunk).closes && runsOn(text, chunks[last + 1], chunk.line)) last++;
    return trimmed(text, start, chunks[last] as Chunk);
  }
  return null;
}

function runsOn(text: string, chunk: Chunk | undefined, line: number): boolean {
  if (
    !chunk ||
    chunk.line !== line ||
    !isFree(chunk) ||
    chunk.tokens.some((token) => token.kind === 'mention')
  )
    return false;
  if (
    isWord(chunk.tokens[0], 'spend', 'budget', 'progress', 'doing', 'done', 'free', 'also') ||
    chunk.tokens.some((token) => isWord(token, 'percent', 'baht'))
  )
    return false;
  if (chunk.tokens.slice(0, 2).some((token) => isWord(token, 'postpone', 'cancel'))) return false;
  if (isWord(chunk.tokens[0], 'closing') || isThanks(text, chunk.tokens[0])) return false;
  if (chunk.tokens.some((token) => token.kind === 'date')) return false;
  return freeLetters(text, chunk) >= 3 || isWord(chunk.tokens[0], 'so', 'not', 'not-yet');
}

function troubleStart(text: string, chunk: Chunk, status: Status | null): number | null {
  const at = chunk.tokens.findIndex(
    (token, index) =>
      isWord(token, 'trouble') || isAway(text, token) || deniesSomething(text, chunk, index, status),
  );
  if (at === -1) return null;
  const token = chunk.tokens[at] as Token;
  let start = chunk.start;
  for (const earlier of chunk.tokens.slice(0, at)) {
    const plain =
      earlier.kind !== 'word' || PLAIN.has(earlier.family) || text.slice(earlier.start, earlier.end) === 'ที่';
    const unknown = text.slice(start, earlier.start).trim();
    if (
      !plain ||
      unknown !== '' ||
      isWord(earlier, 'budget', 'participants', 'still', 'classifier', 'unit-of-time', 'person')
    )
      break;
    start = earlier.end;
  }
  return token.kind === 'word' && token.start >= start
    ? start + (text.slice(start).length - text.slice(start).trimStart().length)
    : start;
}

/** Staff who are ill, have left or have retired. */
function isAway(text: string, token: Token): boolean {
  return isWord(token, 'staff') && /^(?:ป่วย|ลา|เกษียณ)/.test(text.slice(token.start, token.end));
}

/** Somebody or something does not do its part: a subject, a negation, a verb of its own. */
function deniesSomething(text: string, chunk: Chunk, at: number, status: Status | null): boolean {
  const token = chunk.tokens[at] as Token;
  if (!isWord(token, 'not', 'not-yet', 'cannot', 'lacking')) return false;
  const next = chunk.tokens[at + 1];
  if (
    isWord(
      next,
      'done',
      'act',
      'start',
      'spend',
      'cancel',
      'untouched',
      'postpone',
      'doing',
      'trouble',
      'report-noun',
    ) &&
    next.start - token.end <= 1
  )
    return false;
  const before = chunk.tokens[at - 1];
  const from = Math.max(before?.kind === 'mention' ? before.end : chunk.start, token.start - REACH);
  const subject = text
    .slice(from, token.start)
    .replace(/^แต่|^ยัง/, '')
    .replace(/[^a-z\u0e01-\u0e4e]/g, '').length;
  const verb = text.slice(token.end, next?.start ?? chunk.end).trim().length;
  if (isWord(before, 'act', 'got', 'done')) return false;
  return (
    verb >= 2 &&
    subject >= 3 &&
    status !== null &&
    !(isWord(token, 'not-yet') && status === 'completed' && subject < 3)
  );
}

/** How far before a negation its subject is looked for. */
const REACH = 40;
