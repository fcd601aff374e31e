/** How often people say a word when they speak of anything at all; a word of a name that everyone says names nothing. */
import { readFileSync } from 'node:fs';

/** Messages the words were counted in: every second one of wisesight-sentiment (PyThaiNLP, CC0). */
const MESSAGES = 13_369;

let counts: Map<string, number> | null = null;

function load(): Map<string, number> {
  const text = readFileSync(new URL('./everyday.txt', import.meta.url), 'utf8');
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [word = '', count = '0'] = line.split(' ');
        return [word, Number(count)];
      }),
  );
}

/** @returns every word with the number of messages it was said in. */
export function everydayWords(): ReadonlyMap<string, number> {
  return (counts ??= load());
}

/** @returns 0 for a word in every message, up to 9.5 for one in none. */
export function rarityOf(word: string): number {
  return Math.log((MESSAGES + 1) / ((everydayWords().get(word) ?? 0) + 1));
}
