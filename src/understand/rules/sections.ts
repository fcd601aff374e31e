/** Marks which chunks are free text: obstacle, suggestion, result or remark; called once the chunks are cut. */
import { amends, type Chunk, type Section } from '../chunks.ts';
import { isWord, type Token } from '../tokens.ts';

const HEADS: Partial<Record<string, Section>> = {
  'head-obstacle': 'obstacle',
  'head-suggestion': 'suggestion',
  'head-result': 'result',
  'head-remark': 'remark',
};

/**
 * Marks which chunks are free text of a section: from a heading, or a cause, to the next heading or line break,
 * or to a chunk that plainly states a sum, a percentage or a status.
 */
export function markSections(text: string, chunks: Chunk[]): void {
  let open: Section | null = null;
  let line = -1;
  let headed = false;
  let amended = false;
  for (const [at, chunk] of chunks.entries()) {
    const first = chunk.tokens.find(
      (token) => !isWord(token, 'and', 'neutral') || token.end > chunk.start + 6,
    );
    const leads = first !== undefined && first.start <= chunk.start + 2 ? first : undefined;
    const opened = leads && openedBy(text, chunk, leads, chunks[at + 1]);
    if (opened) {
      [open, headed, line] = [opened.section, opened.headed, chunk.line];
      amended = amends(leads);
      [chunk.section, chunk.headed] = [open, true];
    } else if (open && isCodeOfHead(text, chunk, chunks[at - 1])) {
      chunk.section = open;
      chunk.headed = true;
    } else if (
      open &&
      (chunk.line === line || onlyHeading(text, chunks, at, open)) &&
      !(amended ? endsAmended(text, chunk) : endsSection(text, chunk, headed, chunks[at - 1]))
    ) {
      chunk.section = open;
      line = chunk.line;
    } else open = null;
    if (chunk.closes && chunk.tokens.some((token) => isWord(token, 'particle'))) open = null;
  }
}

/** What is said anew runs to the end of the line, or to the next thing that is amended. */
function endsAmended(text: string, chunk: Chunk): boolean {
  const first = chunk.tokens.find((token) => !isWord(token, 'and'));
  return isWord(first, 'amend', 'head-field', 'closing') || isThanks(text, first);
}

function openedBy(
  text: string,
  chunk: Chunk,
  leads: Token,
  next: Chunk | undefined,
): { section: Section; headed: boolean } | null {
  if (leads.kind !== 'word') return null;
  if (leads.family === 'cause') return { section: 'obstacle', headed: false };
  if (leads.family === 'advice') return { section: 'suggestion', headed: false };
  const section = HEADS[leads.family];
  if (!section) {
    const advice = chunk.tokens.find((token) => isWord(token, 'advice'));
    return advice &&
      !chunk.tokens.some((token) => token.start < advice.start && isWord(token, 'done', 'postpone', 'cancel'))
      ? { section: 'suggestion', headed: false }
      : null;
  }
  const after = text.slice(leads.end, leads.end + 3);
  const bare = text.slice(leads.start, leads.end) === 'ผล';
  if (bare && !amends(leads) && !/^\s?[:=]/.test(after) && !(after.trim() === '' && next)) return null;
  if (section === 'result' && !amends(leads) && isFigure(text, leads.end, chunk, next)) return null;
  return { section, headed: true };
}

/** "ผลการดำเนินงาน เสร็จแล้ว" says how far it is, and nothing of what came of it. */
function isBareStatus(tokens: readonly Token[]): boolean {
  return (
    tokens.some((token) => isWord(token, 'done', 'act', 'start', 'doing', 'postpone', 'cancel')) &&
    tokens.every((token) =>
      isWord(
        token,
        'done',
        'act',
        'already',
        'start',
        'doing',
        'not',
        'not-yet',
        'nearly',
        'still',
        'got',
        'postpone',
        'cancel',
        'particle',
        'neutral',
      ),
    )
  );
}

/** "ผลที่ได้ ร้อยละ 88.4" is a measure, no text. */
function isFigure(text: string, from: number, chunk: Chunk, next: Chunk | undefined): boolean {
  const last = next && next.line === chunk.line && text.slice(from, chunk.end).trim() === '' ? next : chunk;
  const rest = [...chunk.tokens, ...(last === chunk ? [] : last.tokens)].filter(
    (token) => token.start >= from,
  );
  if (!rest.some((token) => token.kind === 'number') && !isBareStatus(rest)) return false;
  return lettersBeside(text, from, last.end, rest) === '';
}

/** Letters of a stretch that no known word covers. */
function lettersBeside(text: string, from: number, to: number, tokens: readonly Token[]): string {
  let letters = '';
  let at = from;
  for (const token of tokens) {
    letters += text.slice(at, Math.max(at, token.start));
    at = Math.max(at, token.end);
  }
  return (letters + text.slice(at, to)).replace(/[^a-z\u0e01-\u0e4e]/g, '');
}

/** "ผลการดำเนินงาน 1.4.1 : …": the code belongs to the heading. */
function isCodeOfHead(text: string, chunk: Chunk, before: Chunk | undefined): boolean {
  const alone = chunk.tokens.every(
    (token) => token.kind === 'mention' && text.slice(token.end, chunk.end).replace(/[\s:)-]/g, '') === '',
  );
  return (
    alone &&
    chunk.tokens.length > 0 &&
    before !== undefined &&
    before.line === chunk.line &&
    onlyHead(text, before)
  );
}

function onlyHead(text: string, chunk: Chunk): boolean {
  return (
    chunk.headed &&
    chunk.tokens.length === 1 &&
    text.slice((chunk.tokens[0] as Token).end, chunk.end).replace(/[\s:=-]/g, '') === ''
  );
}

/** A heading alone on its line is followed by its text on the next. */
function onlyHeading(text: string, chunks: readonly Chunk[], at: number, open: Section): boolean {
  const before = chunks[at - 1];
  return before !== undefined && before.section === open && onlyHead(text, before);
}

/** Thanks end a text as the closing words of a letter do. */
export function isThanks(text: string, token: Token | undefined): boolean {
  return isWord(token, 'small-talk') && text.startsWith('ขอบ', token.start);
}

function endsSection(text: string, chunk: Chunk, headed: boolean, before: Chunk | undefined): boolean {
  if (before && onlyHead(text, before)) {
    const [first] = chunk.tokens;
    // words of a name stand in what is told, "ปัญหา : นักเรียนขาดเรียน"; a code begins something else
    const isCode = first?.kind === 'mention' && first.by === 'code';
    return isCode || chunk.tokens.some((token) => isWord(token, 'head-field'));
  }
  if (before?.closes && before.tokens.some((token) => isWord(token, 'particle')) && !headed) return true;
  if (isBareStatus(chunk.tokens) && lettersBeside(text, chunk.start, chunk.end, chunk.tokens) === '')
    return true;
  const [first] = chunk.tokens;
  if (!first || first.start > chunk.start + 2) return false;
  if (first.kind === 'mention') return true;
  if (isWord(first, 'head-field', 'also', 'closing') || isThanks(text, first)) return true;
  const stated = chunk.tokens.some((token) => token.kind === 'number' || isWord(token, 'fraction'));
  if (stated && isWord(first, 'spend', 'budget', 'progress', 'total', 'per-hundred', 'participants', 'got'))
    return true;
  return (
    isWord(first, 'doing', 'done', 'cancel', 'postpone', 'free', 'promise', 'vague-time') ||
    (isWord(first, 'not-yet') && chunk.tokens.some((token) => isWord(token, 'act', 'start', 'done'))) ||
    first.kind === 'number'
  );
}
