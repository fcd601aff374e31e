/** A dictionary of words and their families as a trie: longest match, and a match with one typing error for long words. */
import { tearsSyllable } from '../spelling/normalise.ts';

export interface Entry<F extends string> {
  family: F;
  /** For number words, days and months. */
  value?: number;
}

export interface Match<F extends string> {
  entry: Entry<F>;
  end: number;
}

interface Node<F extends string> {
  /** By the code of the letter. */
  next: Map<number, Node<F>>;
  entry: Entry<F> | null;
  /** Whether a word long enough to forgive a typing error goes on below. */
  fuzzy: boolean;
}

export type Lexicon<F extends string> = Node<F>;

/** Words shorter than this must be typed exactly. */
const FORGIVING_LENGTH = 7;

export function emptyLexicon<F extends string>(): Lexicon<F> {
  return { next: new Map(), entry: null, fuzzy: false };
}

/** Adds a word; the first family to claim it keeps it. */
export function addWord<F extends string>(lexicon: Lexicon<F>, word: string, entry: Entry<F>): void {
  let node = lexicon;
  const fuzzy = word.length >= FORGIVING_LENGTH && /^[\u0e00-\u0e7f]+$/.test(word);
  for (let at = 0; at < word.length; at++) {
    node.fuzzy ||= fuzzy;
    const code = word.charCodeAt(at);
    let next = node.next.get(code);
    if (!next) node.next.set(code, (next = emptyLexicon<F>()));
    node = next;
  }
  node.entry ??= entry;
}

/** @returns the longest word that begins at `at` and tears no syllable, or null. */
export function matchAt<F extends string>(lexicon: Lexicon<F>, text: string, at: number): Match<F> | null {
  let node: Node<F> | undefined = lexicon;
  let entry: Entry<F> | null = null;
  let best = at;
  for (let end = at; end < text.length; end++) {
    node = node.next.get(text.charCodeAt(end));
    if (!node) break;
    if (node.entry && endsWell(text, at, end + 1)) [entry, best] = [node.entry, end + 1];
  }
  return entry && { entry, end: best };
}

/** Whether a word that begins at one place can end at another. */
export function endsWell(text: string, at: number, end: number): boolean {
  if (tearsSyllable(text, end) || tearsNumber(text, end)) return false;
  return (
    !isLatin(text.charCodeAt(at)) || (!isLatin(text.charCodeAt(end)) && !isLatin(text.charCodeAt(at - 1)))
  );
}

/** "ทั้ง 2" is not in "ทั้ง 2,400". */
function tearsNumber(text: string, end: number): boolean {
  return /\d/.test(text[end - 1] ?? '') && /^[.,]?\d/.test(text.slice(end, end + 2));
}

function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** @returns a long word that begins at `at` with at most one letter missing, added, changed or swapped. */
export function nearlyMatchAt<F extends string>(
  lexicon: Lexicon<F>,
  text: string,
  at: number,
): Match<F> | null {
  const first = lexicon.next.get(text.charCodeAt(at));
  if (!first?.fuzzy) return null;
  let best: Match<F> | null = null;
  const walk = (node: Node<F>, pos: number, length: number, errors: number): void => {
    if (node.entry && errors === 1 && length >= FORGIVING_LENGTH && !tearsSyllable(text, pos))
      if (!best || pos > best.end) best = { entry: node.entry, end: pos };
    if (!node.fuzzy && errors === 0) return;
    if (pos >= text.length) return;
    const char = text.charCodeAt(pos);
    const same = node.next.get(char);
    if (same) walk(same, pos + 1, length + 1, errors);
    if (errors === 1) return;
    const thai = char >= 0x0e00 && char <= 0x0e4e;
    if (thai) walk(node, pos + 1, length, 1);
    const after = text.charCodeAt(pos + 1);
    for (const [letter, next] of node.next) {
      if (letter === char || !(next.fuzzy || next.entry)) continue;
      walk(next, pos, length + 1, 1);
      if (thai) walk(next, pos + 1, length + 1, 1);
      if (after === letter) {
        const swapped = next.next.get(char);
        if (swapped) walk(swapped, pos + 2, length + 2, 1);
      }
    }
  };
  walk(first, at + 1, 1, 0);
  return best;
}
