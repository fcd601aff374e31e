/** Finds the senses of everyday words in a stretch of text: a hint that "ไหม้" and "แตก" tell alike. */
import { addWord, emptyLexicon, type Lexicon, matchAt } from '../lexicon.ts';
import { SENSES } from '../words/senses.ts';

type Sense = keyof typeof SENSES;

/** A word may have several senses: one dictionary a sense. */
const LEXICONS = Object.entries(SENSES).map(([sense, words]): [Sense, Lexicon<Sense>] => {
  const lexicon = emptyLexicon<Sense>();
  for (const word of words) addWord(lexicon, word, { family: sense as Sense });
  return [sense as Sense, lexicon];
});

export interface SensedWord {
  start: number;
  end: number;
  sense: Sense;
}

/** @returns the words of each sense between two offsets, in no order. */
export function sensesIn(text: string, from = 0, to = text.length): SensedWord[] {
  const found: SensedWord[] = [];
  for (const [sense, lexicon] of LEXICONS)
    for (let at = from; at < to;) {
      const match = matchAt(lexicon, text, at);
      if (match && match.end <= to) {
        found.push({ start: at, end: match.end, sense });
        at = match.end;
      } else at++;
    }
  return found;
}
