/** How the word lists are written down: words parted by white space, `_` for a space inside one. */

/** @returns the words of a list, without doubles. */
export function list(words: string): readonly string[] {
  return [...new Set(words.trim().split(/\s+/))].map((word) => word.replaceAll('_', ' ')).filter(Boolean);
}
