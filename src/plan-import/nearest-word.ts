/** How far two texts are apart, and whether a heading is a known word with a slip in it; heading-sense and same-work ask. */

/** Tone marks and the mark of silence: what copies of PDFs lose first. */
const TONES = /[\u0e47-\u0e4c]/g;

/** One slip for five letters, two for ten; no slip in shorter words but lost tone marks. */
export function isNear(text: string, word: string): boolean {
  if (text.replace(TONES, '') === word.replace(TONES, '')) return true;
  const slips = Math.min(2, Math.floor(word.length / 5));
  if (slips === 0 || Math.abs(text.length - word.length) > slips) return false;
  return lettersApart(text, word) <= slips;
}

/** Letters to be put in, taken out or changed until one text is the other. */
export function lettersApart(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1)
      line.push(
        Math.min(
          above[column]! + 1,
          line[column - 1]! + 1,
          above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1),
        ),
      );
    above = line;
  }
  return above[b.length]!;
}
