/** Decides which chunks state facts and which only ask, promise, order, suppose or take something back. */
import { affairIn } from './own-requests.ts';
import type { Chunk, Mood } from '../chunks.ts';
import { isWord, type Token } from '../tokens.ts';

/** Sets the mood of every chunk; what is not `said` fills no field. */
export function markMoods(text: string, chunks: Chunk[]): void {
  markAffairs(text, chunks);
  const corrected = chunks.some((chunk) => chunk.tokens.some((token) => isWord(token, 'really')));
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.mood !== 'said') continue;
    const mood = moodOf(text, chunk, corrected);
    if (mood === 'said') continue;
    if (mood === 'asked') markQuestion(text, chunks, at);
    else if (mood === 'ordered') markOrder(chunks, at);
    else markOnward(chunks, at, mood);
  }
}

/** Words of the writer's own affairs may be written with spaces, so they are looked for across chunks. */
function markAffairs(text: string, chunks: readonly Chunk[]): void {
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.section !== null || chunk.mood === 'aside') continue;
    const line = text.indexOf('\n', chunk.start);
    const found = affairIn(text.slice(chunk.start, line === -1 ? text.length : line));
    if (!found) continue;
    const [from, to] = [chunk.start + found.start, chunk.start + found.end];
    const before = chunks[at - 1];
    // a leave that is not at the beginning is told of somebody: "วิทยากร ลาป่วย"
    if (from >= chunk.end || (found.affair === 'leave' && before?.line === chunk.line && !before.closes))
      continue;
    for (const one of chunks.slice(at)) if (one.start < to && one.end > from) one.mood = 'aside';
  }
}

/** @param corrected it is said somewhere how it really is. */
function moodOf(text: string, chunk: Chunk, corrected: boolean): Mood {
  if (chunk.section === 'suggestion' && isBidden(text, chunk)) return 'ordered';
  if (chunk.section !== null && !chunk.tokens.some((token) => isWord(token, 'question-tail'))) return 'said';
  const first = chunk.tokens.find((token) => !isWord(token, 'neutral', 'small-talk'));
  if (isWord(first, 'condition') && chunk.section === null) return 'supposed';
  if (chunk.tokens.some((token) => isWord(token, 'said-before') && (corrected || quotes(text, token))))
    return 'withdrawn';
  if (isQuestion(text, chunk)) return 'asked';
  if (chunk.tokens.some((token) => isWord(token, 'promise'))) return 'promised';
  const order = chunk.tokens.find((token) => isWord(token, 'order'));
  if (
    order &&
    chunk.section === null &&
    !chunk.tokens.some((token) => isWord(token, 'relay') && token.start < order.start)
  )
    return 'ordered';
  return isBidden(text, chunk) ? 'ordered' : 'said';
}

/** "ที่แจ้งว่า …"; "ที่แจ้ง" alone may be any paper. */
function quotes(text: string, { start, end }: Token): boolean {
  return /(?:ว่า|ไป|ไว้)$/.test(text.slice(start, end));
}

/** "ทำข้อ 4 ให้เสร็จหน่อย", "ให้เสร็จภายในวันศุกร์ด้วย". */
function isBidden(text: string, chunk: Chunk): boolean {
  const done = chunk.tokens.findIndex(
    (token) => isWord(token, 'done') && /ให้(?:แล้ว)?\s?$/.test(text.slice(chunk.start, token.start)),
  );
  const wished = chunk.tokens.some((token, at) => wishes(text, token, chunk.tokens[at + 1]));
  if (wished) return true;
  return (
    chunk.section === null && done !== -1 && chunk.tokens.slice(done).some((token) => isWord(token, 'please'))
  );
}

/** "อยากให้ข้อ 4 เสร็จเร็วๆ": what is wished of an activity has not come. */
function wishes(text: string, token: Token, next: Token | undefined): boolean {
  return (
    isWord(token, 'advice') &&
    /(?:อยาก|ขอ)ให้$/.test(text.slice(token.start, token.end)) &&
    next?.kind === 'mention' &&
    text.slice(token.end, next.start).trim() === ''
  );
}

function isQuestion(text: string, chunk: Chunk): boolean {
  const tail = chunk.tokens.findLastIndex((token) => isWord(token, 'question-tail'));
  if (
    tail !== -1 &&
    chunk.tokens
      .slice(tail + 1)
      .every((token) => isWord(token, 'particle', 'question-word', 'neutral', 'please'))
  )
    return true;
  if (
    isWord(chunk.tokens[tail + 1], 'not', 'not-yet', 'act') &&
    text.startsWith('หรือยัง', chunk.tokens[tail]?.start)
  )
    return true;
  if (/^\s*\?/.test(text.slice(chunk.end, chunk.end + 3))) return true;
  if (asksWhether(text, chunk) || UNKNOWN.test(text.slice(chunk.start, chunk.end))) return true;
  const word = chunk.tokens.findIndex((token) => isWord(token, 'question-word', 'how'));
  if (word === -1) return false;
  return !chunk.tokens
    .slice(0, word)
    .some((token) => isWord(token, 'not', 'not-yet', 'nothing', 'no-trouble', 'cannot'));
}

/** "เสร็จแล้วรึยังก็ไม่รู้". */
const UNKNOWN = /(?:หรือ|รึ)\s?(?:ยัง|เปล่า|ป่าว|ไม่).{0,12}ไม่\s?(?:รู้|แน่ใจ|ทราบ|ชัวร์)/;

/** "เสร็จยังครับ", "ทำเสร็จยังอะ": ยัง joined to a verb, with hardly anything after it. */
function asksWhether(text: string, chunk: Chunk): boolean {
  return chunk.tokens.some((token, at) => {
    const before = chunk.tokens[at - 1];
    if (
      !isWord(token, 'still') ||
      !isWord(before, 'done', 'act', 'already', 'start', 'got', 'spend', 'report-noun')
    )
      return false;
    const rest = chunk.tokens.slice(at + 1);
    const short = text.slice(token.end, chunk.end).length <= 14;
    return (
      before.end === token.start &&
      short &&
      !rest.some(
        (later) => later.kind !== 'word' || isWord(later, 'act', 'done', 'left', 'not', 'got', 'doing'),
      )
    );
  });
}

/** A question reaches back over chunks that say nothing by themselves: "1.2.1 ใช้งบไป 30,000 หรือยัง". */
function markQuestion(text: string, chunks: Chunk[], at: number): void {
  const chunk = chunks[at] as Chunk;
  chunk.mood = 'asked';
  const bare = chunk.tokens.every(
    (token) =>
      token.kind !== 'word' ||
      isWord(
        token,
        'question-tail',
        'question-word',
        'how',
        'already',
        'particle',
        'neutral',
        'percent',
        'got',
        'still',
      ),
  );
  const short = text.slice(chunk.start, chunk.end).length <= 24;
  const before = chunks[at - 1];
  if (before && before.line === chunk.line && !before.closes && isTopic(before)) before.mood = 'asked';
  const after = chunks[at + 1];
  if (after && after.line === chunk.line && isBareSum(after)) after.mood = 'asked';
  if (!bare || !short) return;
  for (let back = at - 1; back >= 0 && chunks[back]?.line === chunk.line && !chunks[back]?.closes; back--)
    (chunks[back] as Chunk).mood = 'asked';
}

/** "เบิกได้ไหมครับ | 500 บาท": what a question is about may follow it. */
function isBareSum({ tokens, start, end }: Chunk): boolean {
  return (
    tokens.some((token) => token.kind === 'number') &&
    tokens.every(
      (token) => token.kind === 'number' || isWord(token, 'baht', 'about', 'particle', 'neutral'),
    ) &&
    tokens.reduce((left, token) => left - (token.end - token.start), end - start) <= tokens.length
  );
}

/** "งบ 30,000 | เหลือเท่าไร": what a question is about, with no verb to state it by. */
function isTopic({ tokens, section }: Chunk): boolean {
  return (
    section === null &&
    tokens.some((token) => isWord(token, 'budget', 'allotted')) &&
    tokens.every(
      (token) =>
        token.kind !== 'word' ||
        isWord(token, 'budget', 'allotted', 'baht', 'lead', 'neutral', 'and', 'report-noun'),
    )
  );
}

/** "ทำข้อ 3 | ให้เรียบร้อยด้วย": what is to be done may stand before. */
function markOrder(chunks: Chunk[], at: number): void {
  const before = chunks[at - 1];
  if (
    before &&
    !before.closes &&
    before.line === chunks[at]?.line &&
    isWord(before.tokens[0], 'act') &&
    !before.tokens.some((token) => isWord(token, 'already', 'done'))
  )
    before.mood = 'ordered';
  markOnward(chunks, at, 'ordered');
}

/** Promises, orders and suppositions run to the end of the sentence. */
function markOnward(chunks: Chunk[], at: number, mood: Mood): void {
  const corrected = chunks.slice(at).some((chunk) => chunk.tokens.some((token) => isWord(token, 'really')));
  for (let index = at; index < chunks.length; index++) {
    const chunk = chunks[index] as Chunk;
    if (index > at && chunk.tokens.some((token) => isWord(token, 'really'))) return;
    chunk.mood = mood;
    if (chunk.closes || (mood === 'withdrawn' && !corrected)) return;
  }
}

/** @returns the tokens that state facts: not in free text, not asked, promised, ordered or supposed. */
export function statedTokens(chunks: readonly Chunk[]): Token[] {
  return chunks
    .filter((chunk) => chunk.mood === 'said' && chunk.section === null)
    .flatMap((chunk) => chunk.tokens);
}
