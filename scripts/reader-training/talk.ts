/** Makes messages that speak of nothing of the plan, word by word as people talk, for the reader to learn what is no report. */
import { everydayWords } from '../../src/understand/names/everyday.ts';
import { randomFrom } from './fit.ts';

/** @returns texts of everyday words, each as often as it is said; the same ones every time. Their grammar is none: only the words tell. */
export function everydayTalk(count: number): string[] {
  const random = randomFrom(23);
  const words = [...everydayWords()];
  const total = words.reduce((sum, [, said]) => sum + said, 0);
  const word = (): string => {
    let left = random() * total;
    for (const [one, said] of words) if ((left -= said) <= 0) return one;
    return words[0]?.[0] ?? '';
  };
  return Array.from({ length: count }, () => {
    let text = word();
    for (let more = Math.floor(5 + 30 * random() ** 2); more > 0; more--)
      text += (random() < 0.2 ? ' ' : '') + word();
    return text;
  });
}
