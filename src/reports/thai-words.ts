/** Where a line of Thai may break: the platform's words, with official terms kept whole; used for PDF and row heights. */

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
const THAI = /[\u0E00-\u0E7F]/;
/** A Thai word that may begin a line: not a repetition or abbreviation sign, which belong to the word before. */
const STARTS_LINE = /^(?![\u0E2F\u0E46])[\u0E00-\u0E7F]/;
/** A Thai abbreviation before a number, which belong together: the year of an era, a month and its year. */
const BEFORE_NUMBER = /([\u0E01-\u0E2E]\.) (?=[0-9\u0E50-\u0E59])/g;
const SPACE = '\u200B';

/** @param unbroken terms to keep whole. @returns the text cut at every place where a line may break inside Thai. */
export function thaiWords(text: string, unbroken: readonly string[]): string[] {
  const cuts = new Set<number>();
  for (const { index } of segmenter.segment(text)) cuts.add(index);
  for (const term of unbroken) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      for (let inside = at + 1; inside < at + term.length; inside++) cuts.delete(inside);
    }
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.map((place, index) => text.slice(place, places[index + 1]));
}

/** Longest run of letters without a break that a narrow column can hold. */
const LONGEST = 24;
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/**
 * Puts a zero-width space wherever a line may break: between Thai words, after the signs inside long addresses,
 * and inside words too long for any column.
 */
export function breakable(text: string, unbroken: readonly string[]): string {
  let out = '';
  let before = '';
  for (const word of thaiWords(text, unbroken)) {
    if (before && THAI.test(before.at(-1) ?? '') && STARTS_LINE.test(word)) out += SPACE;
    out += word.length > LONGEST ? cutLong(word) : word;
    before = word;
  }
  return breakRuns(out).replace(BEFORE_NUMBER, '$1\u00A0');
}

function cutLong(word: string): string {
  const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
  const pieces: string[] = [];
  for (let at = 0; at < parts.length; at += LONGEST) pieces.push(parts.slice(at, at + LONGEST).join(''));
  return pieces.join(SPACE);
}

/** Addresses and other runs of Latin letters and signs: a break after each sign once the run is long. */
function breakRuns(text: string): string {
  return text.replace(/[!-~]{20,}/g, (run) => run.replace(/[/.?&=_@:-]+(?=[^\s])/g, (sign) => sign + SPACE));
}
