/** All word families in one dictionary; a new word goes into a list of this folder, a new family also into families.ts. */
import { addWord, emptyLexicon, type Lexicon } from './lexicon.ts';
import { DATE_WORDS, DAY_WORDS, MONTH_WORDS, WEEKDAY_WORDS } from './dates.ts';
import type { Family } from './families.ts';
import { DIGIT_WORDS, FRACTION_WORDS, MAGNITUDE_WORDS, MEASURE_WORDS, NOT_NUMBERS } from './measures.ts';
import { MONEY_WORDS } from './money.ts';
import { PURPOSE_WORDS } from './purpose.ts';
import { STATUS_WORDS } from './status.ts';
import { TEXT_WORDS } from './text.ts';

const VALUED: readonly [Family, Readonly<Record<string, number>>][] = [
  ['day', DAY_WORDS],
  ['weekday', WEEKDAY_WORDS],
  ['month', MONTH_WORDS],
  ['fraction', FRACTION_WORDS],
  ['digit-word', DIGIT_WORDS],
  ['magnitude', MAGNITUDE_WORDS],
];

// Where two lists share a word the earlier one keeps it.
const LISTS = [STATUS_WORDS, MONEY_WORDS, MEASURE_WORDS, DATE_WORDS, TEXT_WORDS, PURPOSE_WORDS] as const;

function build(): Lexicon<Family> {
  const lexicon = emptyLexicon<Family>();
  for (const [family, words] of VALUED)
    for (const [word, value] of Object.entries(words)) addWord(lexicon, word, { family, value });
  for (const families of LISTS)
    for (const [family, words] of Object.entries(families) as [Family, readonly string[]][])
      for (const word of words) addWord(lexicon, word.trim(), { family });
  for (const word of NOT_NUMBERS) addWord(lexicon, word, { family: 'neutral' });
  return lexicon;
}

export const LEXICON: Lexicon<Family> = build();
