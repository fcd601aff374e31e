/** Thai text inside an SVG: lines cut between words to a width, safe for XML, spelled so that the renderer draws it right. */
import { clean, withoutEmoji } from './clean.ts';
import { thaiWords } from './thai-words.ts';

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Advance widths of Sarabun Bold as parts of the font size, rounded up: a line may be short, never too long. */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
  // Thai: vowels written before, vowels after and narrow letters, broad letters, digits, the rest.
  [/[\u0E40\u0E42-\u0E45]/, 0.45],
  [/[\u0E30\u0E32\u0E33\u0E07\u0E23]/, 0.55],
  [/[\u0E0C\u0E0D\u0E12\u0E13]/, 0.88],
  [/[\u0E06\u0E11\u0E1E\u0E1F\u0E2C]/, 0.76],
  [/[\u0E17\u0E19-\u0E1B\u0E29\u0E2B\u0E50-\u0E59]/, 0.7],
  [/[\u0E01-\u0E5B]/, 0.64],
  [/\s/, 0.24],
  [/[.,:;!'ijl|]/, 0.3],
  [/[()[\]fItr/-]/, 0.47],
  [/[mMwW@%]/, 0.97],
  [/[a-z0-9"\u2018-\u201D]/, 0.58],
  [/[\u0021-\u024F]/, 0.7],
];
const OTHER = 1;

/** Stay with what follows, and with what goes before. */
const OPENING = /[([{\u2018\u201C]$/;
const CLOSING = /^[)\]}/.,:;!?%\u2019\u201D\u0E46\u0E2F]/;

/** @returns about how wide the text is drawn, in pixels; marks above and below letters take no room. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const cluster of clustersOf(text)) width += widthOfCluster(cluster);
  return width * size;
}

/**
 * @param width pixels a line may take. @param most lines; what does not fit is left out with an ellipsis.
 * @param unbroken terms to keep on one line.
 * @returns at least one line.
 */
export function linesOf(
  text: string,
  { width, size, most, unbroken }: { width: number; size: number; most: number; unbroken: readonly string[] },
): string[] {
  const lines = [''];
  const fits = (line: string): boolean => widthOf(line, size) <= width;
  for (const word of unbreakables(thaiWords(clean(text).replace(/\s+/g, ' '), unbroken))) {
    for (const piece of fits(word) ? [word] : clustersOf(word)) {
      const line = lines.at(-1) ?? '';
      if (fits((line + piece).trimEnd())) lines[lines.length - 1] = line + piece;
      else lines.push(piece.trimStart());
    }
  }
  const kept = lines.slice(0, most).map((line) => line.trimEnd());
  if (lines.length <= most) return kept;
  const whole = unbreakables(thaiWords(kept.at(-1) ?? '', unbroken));
  const last = whole.length > 1 ? whole : clustersOf(whole.join(''));
  while (last.length > 1 && !fits(`${last.join('').trimEnd()}…`)) last.pop();
  return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`];
}

/** @returns the text as it may stand between two tags or in an attribute. */
export function svgText(text: string): string {
  return withoutSaraAm(withoutEmoji(clean(text)))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** The renderer sets the next letter over a sara am (U+0E33) unless it is spelled as its two parts, the circle before the tone mark. */
function withoutSaraAm(text: string): string {
  return text.replace(/([\u0E48-\u0E4B]?)\u0E33/g, '\u0E4D$1\u0E32');
}

function clustersOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** Words with the brackets, quotation marks and stops that belong to them. */
function unbreakables(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && (OPENING.test(before) || CLOSING.test(word)))
      joined[joined.length - 1] += word;
    else joined.push(word);
  }
  return joined;
}

function widthOfCluster(cluster: string): number {
  // Marks above and below their letter take no room of their own.
  const letters = cluster.replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0300-\u036F]/g, '');
  let width = 0;
  for (const letter of letters) {
    width += WIDTHS.find(([characters]) => characters.test(letter))?.[1] ?? OTHER;
  }
  return width;
}
