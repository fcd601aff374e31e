/** Cuts a text into chunks, the stretches people part by spaces, particles and joining words, and gives each its section and mood. */
import { isWord, type Token } from './tokens.ts';

export type Section = 'obstacle' | 'suggestion' | 'result' | 'remark';

/** said: a statement of fact; the other moods state none. */
export type Mood = 'said' | 'asked' | 'supposed' | 'promised' | 'ordered' | 'withdrawn';

export interface Chunk {
  start: number;
  end: number;
  tokens: Token[];
  line: number;
  /** A sentence ends here: a particle, a line break, a full stop or a question mark. */
  closes: boolean;
  /** Set by a heading or a cause: all words of it are that text. */
  section: Section | null;
  /** Whether this chunk opened its section by a heading, not by running on. */
  headed: boolean;
  mood: Mood;
}

const CUTS = /[,;|•?!"()]/;

/** @returns the chunks of a text in order; their tokens are shared with the list given. */
export function chunksOf(text: string, all: readonly Token[]): Chunk[] {
  const tokens = all.filter((token) => !isSlash(text, token.start));
  const chunks: Chunk[] = [];
  let start = 0;
  let line = 0;
  let held: Token[] = [];
  const close = (end: number, closes: boolean): void => {
    const content = text.slice(start, end).trim();
    if (content !== '')
      chunks.push({
        start: start + (text.slice(start, end).length - text.slice(start, end).trimStart().length),
        end: start + text.slice(start, end).trimEnd().length,
        tokens: held,
        line,
        closes,
        section: null,
        headed: false,
        mood: 'said',
      });
    else if (closes && chunks.length > 0) (chunks.at(-1) as Chunk).closes = true;
    start = end;
    held = [];
  };
  let index = 0;
  for (let at = 0; at < text.length;) {
    const token = tokens[index];
    if (token && token.start === at) {
      if (
        at > start &&
        isWord(token, 'but', 'cause', 'also', 'so') &&
        opensClause(text, token, tokens[index - 1])
      )
        close(at, false);
      held.push(token);
      at = token.end;
      index++;
      const next = tokens[index];
      if (isWord(token, 'particle') && !(isWord(next, 'particle') && next.start <= at + 1))
        close(at, /^\s|^$/.test(text.slice(at, at + 1)));
      continue;
    }
    const char = text[at] as string;
    if (char === '\n') {
      close(at, true);
      line++;
      start = at + 1;
    } else if (char === ' ' && parts(text, at, tokens[index - 1], token)) close(at, false);
    else if (CUTS.test(char) || isSlash(text, at)) {
      close(at, char === '?' || char === '!');
      start = at + 1;
    }
    at++;
  }
  close(text.length, true);
  return chunks;
}

function opensClause(text: string, token: Token, before: Token | undefined): boolean {
  if (isWord(token, 'so')) return text[token.start - 1] === ' ';
  return !(isWord(token, 'also') && before && before.end === token.start);
}

/** A space parts two chunks unless it stands before or after a quantity that belongs together. */
function parts(text: string, at: number, before: Token | undefined, after: Token | undefined): boolean {
  let from = at;
  while (text[from] === ' ') from++;
  if (after && after.start === from) {
    if (after.kind === 'number' || after.kind === 'date') return false;
    if (
      isWord(
        after,
        'baht',
        'percent',
        'person',
        'piece',
        'score',
        'classifier',
        'unit-of-time',
        'out-of',
        'already',
        'vague-sum',
      )
    )
      return !(before && before.end === at);
    if (isWord(after, 'particle')) return false;
  }
  return true;
}

/** " / " parts two statements; a slash inside a word or a number does not. */
export function isSlash(text: string, at: number): boolean {
  return (
    text[at] === '/' &&
    text[at - 1] === ' ' &&
    text[at + 1] === ' ' &&
    !(/\d/.test(text[at - 2] ?? '') && /\d/.test(text[at + 2] ?? ''))
  );
}

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
  for (const [at, chunk] of chunks.entries()) {
    const first = chunk.tokens.find(
      (token) => !isWord(token, 'and', 'neutral') || token.end > chunk.start + 6,
    );
    const leads = first !== undefined && first.start <= chunk.start + 2 ? first : undefined;
    const opened = leads && openedBy(text, chunk, leads, chunks[at + 1]);
    if (opened) {
      [open, headed, line] = [opened.section, opened.headed, chunk.line];
      [chunk.section, chunk.headed] = [open, true];
    } else if (open && isCodeOfHead(text, chunk, chunks[at - 1])) {
      chunk.section = open;
      chunk.headed = true;
    } else if (
      open &&
      (chunk.line === line || onlyHeading(text, chunks, at, open)) &&
      !endsSection(text, chunk, headed, chunks[at - 1])
    ) {
      chunk.section = open;
      line = chunk.line;
    } else open = null;
    if (chunk.closes && chunk.tokens.some((token) => isWord(token, 'particle'))) open = null;
  }
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
  if (bare && !/^\s?[:=]/.test(after) && !(after.trim() === '' && next)) return null;
  if (section === 'result' && isFigure(text, leads.end, chunk, next)) return null;
  return { section, headed: true };
}

/** "ผลที่ได้ ร้อยละ 88.4" is a measure, no text. */
function isFigure(text: string, from: number, chunk: Chunk, next: Chunk | undefined): boolean {
  const last = next && next.line === chunk.line && text.slice(from, chunk.end).trim() === '' ? next : chunk;
  const rest = [...chunk.tokens, ...(last === chunk ? [] : last.tokens)].filter(
    (token) => token.start >= from,
  );
  if (!rest.some((token) => token.kind === 'number')) return false;
  let letters = text.slice(from, last.end);
  for (const token of rest) letters = letters.replace(text.slice(token.start, token.end), '');
  return !/[a-z\u0e01-\u0e4e]/.test(letters);
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

function endsSection(text: string, chunk: Chunk, headed: boolean, before: Chunk | undefined): boolean {
  if (before && onlyHead(text, before))
    return chunk.tokens.some((token) => isWord(token, 'head-field')) || chunk.tokens[0]?.kind === 'mention';
  if (before?.closes && before.tokens.some((token) => isWord(token, 'particle')) && !headed) return true;
  const [first] = chunk.tokens;
  if (!first || first.start > chunk.start + 2) return false;
  if (first.kind === 'mention') return true;
  if (isWord(first, 'head-field', 'also')) return true;
  const stated = chunk.tokens.some((token) => token.kind === 'number' || isWord(token, 'fraction'));
  if (stated && isWord(first, 'spend', 'budget', 'progress', 'total', 'per-hundred', 'participants', 'got'))
    return true;
  return (
    isWord(first, 'doing', 'done', 'cancel', 'postpone', 'free', 'promise', 'vague-time') ||
    (isWord(first, 'not-yet') && chunk.tokens.some((token) => isWord(token, 'act', 'start', 'done'))) ||
    first.kind === 'number'
  );
}
