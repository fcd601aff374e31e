/** A dictionary of words and their families as a trie: longest match, and a match with one typing error for long words. */
import { tearsSyllable } from './normalise.ts';

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
  next: Map<string, Node<F>>;
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
  for (const char of word) {
    node.fuzzy ||= fuzzy;
    let next = node.next.get(char);
    if (!next) node.next.set(char, (next = emptyLexicon<F>()));
    node = next;
  }
  node.entry ??= entry;
}

/** @returns the longest word that begins at `at` and tears no syllable, or null. */
export function matchAt<F extends string>(lexicon: Lexicon<F>, text: string, at: number): Match<F> | null {
  let node: Node<F> | undefined = lexicon;
  let best: Match<F> | null = null;
  for (let end = at; end < text.length; end++) {
    node = node.next.get(text[end] as string);
    if (!node) break;
    if (node.entry && endsWell(text, at, end + 1)) best = { entry: node.entry, end: end + 1 };
  }
  return best;
}

function endsWell(text: string, at: number, end: number): boolean {
  if (tearsSyllable(text, end)) return false;
  const latin = /[a-z]/;
  if (!latin.test(text[at] as string)) return true;
  return !latin.test(text[end] ?? '') && !latin.test(text[at - 1] ?? '');
}

/** @returns a long word that begins at `at` with at most one letter missing, added, changed or swapped. */
export function nearlyMatchAt<F extends string>(
  lexicon: Lexicon<F>,
  text: string,
  at: number,
): Match<F> | null {
  const first = lexicon.next.get(text[at] as string);
  if (!first?.fuzzy) return null;
  let best: Match<F> | null = null;
  const walk = (node: Node<F>, pos: number, length: number, errors: number): void => {
    if (node.entry && errors === 1 && length >= FORGIVING_LENGTH && !tearsSyllable(text, pos))
      if (!best || pos > best.end) best = { entry: node.entry, end: pos };
    if (!node.fuzzy && errors === 0) return;
    const char = text[pos];
    if (char === undefined) return;
    const same = node.next.get(char);
    if (same) walk(same, pos + 1, length + 1, errors);
    if (errors === 1) return;
    const thai = char >= '\u0e00' && char <= '\u0e4e';
    if (thai) walk(node, pos + 1, length, 1);
    const after = text[pos + 1];
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
