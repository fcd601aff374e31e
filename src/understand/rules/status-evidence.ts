/** What single words say of the work once negation, intention and doubt before them are heeded; the status rules weigh it. */
import type { Chunk } from '../chunks.ts';
import { beginsAt, goesOn } from './going-on.ts';
import { leavesWork } from './left-over.ts';
import { isWord, type Token } from '../tokens.ts';

export type Kind =
  'done' | 'did' | 'open' | 'soon' | 'unbegun' | 'planned' | 'postponed' | 'cancelled' | 'lacks';

export interface StatusEvidence {
  kind: Kind;
  start: number;
  end: number;
  /** Said after "but". */
  but: boolean;
}

export function reachBack(tokens: readonly Token[], at: number): number {
  let start = (tokens[at] as Token).start;
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back] as Token;
    if (
      token.end < start - 1 ||
      !isWord(token, 'not', 'not-yet', 'cannot', 'still', 'nearly', 'will', 'got', 'act')
    )
      break;
    start = token.start;
  }
  return start;
}

export function kindOf(
  text: string,
  tokens: readonly Token[],
  at: number,
  chunks: readonly Chunk[],
): Kind | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word') return null;
  const before = turned(text, tokens, at);
  const denied = before.has('not') || before.has('not-yet') || before.has('cannot');
  if (before.has('not-that')) return null;
  switch (token.family) {
    case 'done':
      // "เสร็จแล้วค่อยกลับ" says in which order
      if (/^\s?(?:แล้ว|ละ)?\s?(?:ก็)?ค่อย/.test(text.slice(token.end, token.end + 12))) return null;
      if (before.has('planned') || before.has('must') || drawn(text, token, tokens[at - 1])) return null;
      if (denied || before.has('nearly')) return 'open';
      if (before.has('will')) return 'soon';
      if (isWord(tokens[at + 1], 'partly')) return 'open';
      return 'done';
    case 'planned':
      return /จัด|ดำเนิน/.test(text.slice(token.start, token.end)) && !denied ? 'planned' : null;
    case 'trouble':
      return text.startsWith('ยังไม่', token.start) && opens(text, tokens, at, chunks) ? 'lacks' : null;
    case 'act':
      return acted(text, tokens, at, before, denied, chunks);
    case 'start':
      if (denied) return 'unbegun';
      return before.has('will') || before.has('planned') ? 'planned' : beginsAt(text, tokens, at);
    case 'untouched':
      return denied ? 'unbegun' : null;
    case 'neutral':
      return isNamed(chunks) && goesOn(text, tokens, at) ? 'open' : null;
    case 'doing':
      return denied ? null : 'open';
    case 'partly':
      return 'open';
    case 'postpone':
      return denied ? null : 'postponed';
    case 'cancel':
      return denied ? null : 'cancelled';
    case 'left':
      return leavesWork(text, tokens, at, chunks) ? 'open' : null;
    case 'lacking':
      // people who were absent leave no work undone
      return tokens[at + 1]?.kind === 'number' && isWord(tokens[at + 2], 'person') ? null : 'open';
    case 'reached':
      return !denied && text.slice(token.start, token.end).includes('ครบ') && chunksAlready(tokens, at)
        ? 'did'
        : null;
    case 'not':
      return goes(text, tokens, at);
    case 'not-yet':
      if (isWord(tokens[at + 1], 'committed') && tokens[at + 1]?.start === token.end) return 'unbegun';
      if (goes(text, tokens, at)) return 'unbegun';
      return namesWork(text, token, tokens[at + 1]) ? 'unbegun' : 'lacks';
    default:
      return null;
  }
}

/** A verb of any kind is work only where an activity is named. */
function isNamed(chunks: readonly Chunk[]): boolean {
  return chunks.some(({ tokens }) => tokens.some((token) => token.kind === 'mention'));
}

/** Nobody else is named before it: what is not yet done is the work itself. */
function opens(text: string, tokens: readonly Token[], at: number, chunks: readonly Chunk[]): boolean {
  const token = tokens[at] as Token;
  const chunk = chunks.find((one) => one.start <= token.start && one.end >= token.end);
  return text.slice(chunk?.start ?? token.start, token.start).replace(/แต่|ว่า|\s/g, '') === '';
}

/** "เบิกจ่ายเรียบร้อยแล้ว": the money is drawn, which says nothing of the work; paying out (จ่าย) may be the work. */
function drawn(text: string, done: Token, before: Token | undefined): boolean {
  return isWord(before, 'spend') && before.end === done.start && /^(?:เบิก|ใช้)/.test(text.slice(before.start));
}

/** "ไม่ไปแล้ว", "ยังไม่ได้ไป": of a journey, with nothing more after it. */
function goes(text: string, tokens: readonly Token[], at: number): Kind | null {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]];
  const before = tokens[at - 1];
  if (before && before.kind !== 'mention' && !isWord(before, 'particle', 'already', 'but', 'cancel'))
    return null;
  const rest = /^(?:ได้)?\s?ไป\s?(แล้ว|ละ)?(?:เลย)?(?=$|[\s,.]|ค่ะ|ครับ|นะ|คะ|จ้า)/.exec(
    text.slice(token.end, token.end + 24),
  );
  if (!rest || next?.kind === 'mention') return null;
  return rest[1] ? 'cancelled' : 'unbegun';
}

/** "ยังไม่ได้ไปดูงาน…": the activity's own name is what has not been done. */
function namesWork(text: string, token: Token, next: Token | undefined): boolean {
  return (
    next?.kind === 'mention' &&
    next.by === 'name' &&
    text.slice(token.end, next.start).replace(/ไป|มา|\s/g, '') === ''
  );
}

/** "ทำครบ 3 ชิ้นแล้ว". */
function chunksAlready(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1, at + 5).some((token) => isWord(token, 'already'));
}

function acted(
  text: string,
  tokens: readonly Token[],
  at: number,
  before: ReadonlySet<string>,
  denied: boolean,
  chunks: readonly Chunk[],
): Kind | null {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const after = next && gap(text, token, next) <= 2 ? next : undefined;
  if (denied) {
    const nowNot =
      before.has('not') && isWord(after, 'already') && text.slice(after.start, after.end).startsWith('แล้ว');
    return nowNot ? 'cancelled' : 'unbegun';
  }
  if (
    isWord(after, 'cannot') ||
    (isWord(after, 'not') && /^(?:ไม่|ม่าย|มิ|บ่)\s?(?:ได้|ด้าย|ทัน)/.test(text.slice(after.start, after.end + 5)))
  )
    return 'unbegun';
  if (before.has('will') || before.has('planned')) return 'planned';
  if (before.has('doing')) return 'open';
  for (let index = at + 1; index < tokens.length && index <= at + 4; index++) {
    const later = tokens[index] as Token;
    if (gap(text, tokens[index - 1] as Token, later) > 14) break;
    if (isWord(later, 'partly')) return 'open';
    if (
      isWord(
        later,
        'not',
        'not-yet',
        'will',
        'done',
        'doing',
        'act',
        'left',
        'progress',
        'fraction',
        'percent',
      )
    )
      break;
    if (isWord(later, 'already')) {
      const rest = tokens[index + 1];
      return isWord(rest, 'partly')
        ? 'open'
        : isWord(rest, 'fraction', 'progress', 'percent', 'about') || rest?.kind === 'number'
          ? null
          : 'did';
    }
    if (
      later.kind === 'date' ||
      isWord(later, 'on-day') ||
      (isWord(later, 'vague-time') && /แล้ว|ก่อน|ผ่าน/.test(text.slice(later.start, later.end)))
    ) {
      return pastAround(text, later, chunks) ? 'did' : null;
    }
  }
  return null;
}

/** Letters of เมื่อ, of which a day's own words may have taken the rest. */
const WHEN = 6;

function pastAround(text: string, token: Token, chunks: readonly Chunk[]): boolean {
  if (isWord(token, 'on-day'))
    return /เมื่อ|เมือ|ตั้งแต่/.test(text.slice(token.start, token.end)) && chunks.length > 0;
  return isWord(token, 'vague-time') || /เมื่อ/.test(text.slice(Math.max(0, token.start - WHEN), token.end));
}

function gap(text: string, left: Token, right: Token): number {
  return text.slice(left.end, right.start).trim() === '' ? 0 : right.start - left.end;
}

/** Families that stand before a word and turn it: "ยังไม่ได้ …", "คาดว่าจะ …", "เกือบ …". */
function turned(text: string, tokens: readonly Token[], at: number): Set<string> {
  const found = new Set<string>();
  let reached = (tokens[at] as Token).start;
  for (let back = at - 1; back >= 0 && back >= at - 5; back--) {
    const token = tokens[back] as Token;
    const between = text.slice(token.end, reached).trim();
    if (isWord(token, 'not', 'not-yet', 'cannot', 'will', 'nearly', 'planned', 'not-that', 'doing')) {
      if (between.length > (isWord(token, 'will', 'planned') ? 30 : 8)) break;
      if (between.length > 0 && isWord(token, 'doing')) break;
      found.add(token.family);
      if (/ต้อง/.test(between)) found.add('must');
    } else if (/^(?:ต้อง|ให้)$/.test(between) && back === at - 1) found.add('must');
    else if (
      !isWord(
        token,
        'act',
        'got',
        'still',
        'neutral',
        'start',
        'all-of',
        'month',
        'to',
        'this-mark',
        'indicator',
        'progress',
      ) ||
      between.length > 8
    )
      break;
    reached = token.start;
  }
  return found;
}
