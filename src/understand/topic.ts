/** What a question is about when it names no activity; the commands that answer questions ask it. */
import { normalise } from './normalise.ts';
import { isWord, wordsOf } from './tokens.ts';
import type { Family } from './words/families.ts';

export type Topic = 'missing' | 'overdue' | 'budget';

const TOPICS: readonly (readonly [Topic, readonly Family[]])[] = [
  ['missing', ['unreported']],
  ['overdue', ['overdue', 'trouble']],
  ['budget', ['budget', 'spend', 'left', 'free']],
];

/** @param text a question, as typed. @returns null when it is about the work as a whole. */
export function topicOf(text: string): Topic | null {
  const normal = normalise(text.slice(0, 200)).text;
  const words = wordsOf(normal);
  const found = TOPICS.find(([topic, families]) =>
    words.some(
      (word) =>
        isWord(word, ...families) &&
        (topic !== 'overdue' || !isWord(word, 'trouble') || isLate(normal.slice(word.start, word.end))) &&
        // "เหลืออะไรบ้าง" is not about money
        (topic !== 'budget' || !isWord(word, 'left') || words.some((one) => isWord(one, 'budget', 'baht'))),
    ),
  );
  return found?.[0] ?? null;
}

function isLate(word: string): boolean {
  return word.includes('ช้า');
}
