/** Names of people, groups and files as they came from outside, made fit to be shown beside others: no tricks of direction, nothing unseen. */

/** Control characters, halves of characters, blanks that count as letters, and marks that turn the direction or are not seen. */
const UNSEEN =
  /(?![\s\u0085])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u2800\ufff9-\ufffb]|(?!\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu;
/** A joiner has its place between two emoji alone. */
const LOOSE_JOINER =
  /(?<![\p{Extended_Pictographic}\ufe0f\p{Emoji_Modifier}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Longer than any name LINE or an office gives. */
const MOST_LETTERS = 200;

/** @returns the name as it may be shown, in one line, or null when nothing of it can be seen. */
export function cleanName(name: string): string | null {
  const plain = name
    .replace(UNSEEN, '')
    .replace(LOOSE_JOINER, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
    .normalize('NFC');
  if (!SEEN.test(plain)) return null;
  const letters = [...plain];
  // a cut may leave a joiner or a blank at the end
  return letters.length > MOST_LETTERS ? cleanName(letters.slice(0, MOST_LETTERS).join('')) : plain;
}
