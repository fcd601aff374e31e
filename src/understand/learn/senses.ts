/** Finds the senses of everyday words in a text: a hint that "ไหม้" and "แตก" tell alike. */
import { endsWell } from '../words/lexicon.ts';
import { SENSES } from '../words/senses.ts';

export type Sense = keyof typeof SENSES;

interface Node {
  next: Map<number, Node>;
  /** Senses of the word that ends here. */
  senses: Sense[];
}

export interface SensedWord {
  start: number;
  end: number;
  sense: Sense;
}

function build(): Node {
  const root: Node = { next: new Map(), senses: [] };
  for (const [sense, words] of Object.entries(SENSES))
    for (const word of words) {
      let node = root;
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at);
        let next = node.next.get(code);
        if (!next) node.next.set(code, (next = { next: new Map(), senses: [] }));
        node = next;
      }
      node.senses.push(sense as Sense);
    }
  return root;
}

const ROOT = build();
const NAMES = Object.keys(SENSES) as Sense[];

let last: { text: string; found: readonly SensedWord[] } | null = null;

/** @returns the longest words of each sense, from left to right. */
export function sensesIn(text: string): readonly SensedWord[] {
  if (last?.text === text) return last.found;
  const found: SensedWord[] = [];
  const free = Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<Sense, number>;
  for (let at = 0; at < text.length; at++) {
    let node = ROOT.next.get(text.charCodeAt(at));
    if (!node) continue;
    const first = found.length;
    for (let end = at + 1; node; end++) {
      if (node.senses.length > 0 && endsWell(text, at, end))
        for (const sense of node.senses)
          if (free[sense] <= at) {
            const before = found.findIndex((one, place) => place >= first && one.sense === sense);
            if (before === -1) found.push({ start: at, end, sense });
            else (found[before] as SensedWord).end = end;
          }
      node = node.next.get(text.charCodeAt(end));
    }
    for (let place = first; place < found.length; place++) {
      const { sense, end } = found[place] as SensedWord;
      free[sense] = end;
    }
  }
  last = { text, found };
  return found;
}
