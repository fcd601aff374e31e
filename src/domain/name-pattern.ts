/** Finds a person's name in running words; erasure and the public report take names out by it. */

/** One letter or a picture says nobody's name. */
const FEWEST_LETTERS = 2;
/** Thai is written without spaces: only a name of this many letters, or of several words, is no part of another word. */
const UNMISTAKABLE = 8;

/** @returns what finds a name in running words; null for one that is nobody's name alone. */
export function namePattern(name: string): RegExp | null {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return null;
  const withinWords =
    /^\p{Script=Thai}/u.test(name.trim()) && (/\s/.test(name.trim()) || letters >= UNMISTAKABLE);
  return withinWords ? new RegExp(exact(name), 'gu') : new RegExp(alone(name), 'gu');
}

function exact(name: string): string {
  return name.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** The name where it is no part of a longer word; its source alone is of use, whoever reads the pattern. */
export function alone(name: string): RegExp {
  const edge = String.raw`[\p{L}\p{M}\p{N}]`;
  return new RegExp(`(?<!${edge})${exact(name)}(?!${edge})`, 'u');
}
