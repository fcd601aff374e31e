/** Cuts a text into chunks, the stretches people part by spaces, particles and joining words, and gives each its section and mood. */
import { isListNumber } from './numbers/list-numbers.ts';
import { isWord, type Token } from './tokens.ts';

export type Section = 'obstacle' | 'suggestion' | 'result' | 'remark';

/** said: a statement of fact; the other moods state none. aside: of the writer's own affairs, not of the work. */
export type Mood = 'said' | 'asked' | 'supposed' | 'promised' | 'ordered' | 'withdrawn' | 'aside';

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
    // the sign between a heading and its text is neither's
    if (content !== '' && !/^[:=]+$/.test(content))
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
        (amends(token) ||
          (isWord(token, 'but', 'cause', 'also', 'so', 'closing') &&
            opensClause(text, token, tokens[index - 1])))
      )
        close(at, false);
      held.push(token);
      at = token.end;
      index++;
      if (isListNumber(token)) {
        start = at;
        held = [];
        continue;
      }
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

/** Whether a token is the heading of an amended text. */
export function amends(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.amends === true;
}

function opensClause(text: string, token: Token, before: Token | undefined): boolean {
  const isFor = text.slice(token.start, token.end) === 'สำหรับ';
  if (isWord(token, 'so') || isFor) return /\s/.test(text[token.start - 1] ?? ' ');
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
