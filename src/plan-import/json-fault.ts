/** Parses JSON that people may have edited, and finds the line and column where it breaks; readers of plans and report-settings use it. */

export interface TextPlace {
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
}

export type JsonRead =
  | { ok: true; value: unknown }
  | { ok: false; reason: 'json-encoding' }
  | { ok: false; reason: 'json-broken'; place: TextPlace };

/** @param bytes UTF-8, with or without a byte order mark. */
export function parseJson(bytes: Buffer): JsonRead {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: 'json-encoding' };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, reason: 'json-broken', place: placeOf(text, breakIn(text)) };
  }
}

function placeOf(text: string, offset: number): TextPlace {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 };
}

const SPACE = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\d.eE])|(?:true|false|null)(?![a-z])/y;

/** What may come next. `first` is a value or the end of an empty list. */
type Expects = 'value' | 'first' | 'key' | 'first-key' | 'colon' | 'next';

/** @returns where the text stops being JSON: JSON.parse tells that in English, and not always. */
function breakIn(text: string): number {
  const open: ('[' | '{')[] = [];
  let expects: Expects = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const takeString = (): boolean => {
    const end = endOfString(text, at);
    if (end !== null) at = end;
    return end !== null;
  };
  for (;;) {
    take(SPACE);
    const mark = text[at];
    const inside = open.at(-1);
    const closes = mark !== undefined && mark === (inside === '[' ? ']' : inside === '{' ? '}' : '');
    if (closes && (expects === 'next' || expects === 'first' || expects === 'first-key')) {
      open.pop();
      at += 1;
      expects = 'next';
    } else if (expects === 'next') {
      if (inside === undefined || mark !== ',') return at;
      at += 1;
      expects = inside === '[' ? 'value' : 'key';
    } else if (expects === 'colon') {
      if (mark !== ':') return at;
      at += 1;
      expects = 'value';
    } else if (expects === 'key' || expects === 'first-key') {
      if (!takeString()) return at;
      expects = 'colon';
    } else if (mark === '[' || mark === '{') {
      open.push(mark);
      at += 1;
      expects = mark === '[' ? 'first' : 'first-key';
    } else if (takeString() || take(PLAIN)) expects = 'next';
    else return at;
  }
}

/** @returns where the string that begins at `from` is over, null when none does or it is broken. */
function endOfString(text: string, from: number): number | null {
  if (text[from] !== '"') return null;
  for (let at = from + 1; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '"') return at + 1;
    if (mark < ' ') return null;
    if (mark !== '\\') continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return null;
    at = ESCAPE.lastIndex - 1;
  }
  return null;
}
