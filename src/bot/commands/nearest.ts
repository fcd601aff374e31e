/** The commands a misspelt or half-typed one is near to; asked when words were neither command nor report. */
import type { Command } from './command.ts';
import { plain } from './command.ts';

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Letters with their vowels and tone marks, as a person sees them. */
function clusters(text: string): string[] {
  return [...graphemes.segment(text.replace(/\s/g, ''))].map(({ segment }) => segment);
}

/** How many clusters must be added, dropped, replaced or swapped with their neighbour to make one of the other. */
export function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, next[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = last;
    last = next;
  }
  return last[b.length]!;
}

/** Mistakes allowed in a word of that many clusters; short words are too near to each other. */
function allowed(length: number): number {
  return length < 3 ? 0 : length < 7 ? 1 : 2;
}

export interface Near {
  command: Command;
  /** The word that is near, as it should have been typed. */
  word: string;
  /** What followed it, such as a code. */
  argument: string;
  distance: number;
}

/** At least so much of a half-typed word. */
const LEAST_BEGINNING = 2;

/**
 * @param commands those the person may use.
 * @param takes whether a command takes an argument: what would not is no suggestion.
 * @returns the nearest ones, each once, best first; empty when the words are near to none.
 */
export function nearestCommands(
  text: string,
  commands: readonly Command[],
  takes: (command: Command, argument: string) => boolean,
  most = 3,
): Near[] {
  const typed = plain(text);
  const heads = headsOf(typed);
  const found = commands.flatMap((command): Near[] => {
    const near = heads
      .filter(({ argument }) => takes(command, argument))
      .flatMap(({ said, argument }) => nearWords(command, said, argument))
      .toSorted((a, b) => a.distance - b.distance || a.word.length - b.word.length);
    return near.slice(0, 1);
  });
  // สรูป is สรุป with another vowel, and ดูรูป only with other letters
  const letters = ({ word }: Near): number => distance([...typed], [...plain(word)]);
  const sorted = found.toSorted((a, b) => a.distance - b.distance || letters(a) - letters(b));
  const best = sorted[0]?.distance ?? 0;
  return sorted.filter((one) => one.distance <= best + 0.5).slice(0, most);
}

/** The whole text as a command, or what stands before its first number as one with an argument. */
function headsOf(typed: string): { said: string[]; argument: string }[] {
  const number = typed.search(/[0-9]/);
  return number > 0
    ? [{ said: clusters(typed.slice(0, number).trim()), argument: typed.slice(number) }]
    : [{ said: clusters(typed), argument: '' }];
}

/** Each command's words by their clusters, which finding takes longer than all else here. */
const meantBy = new Map<string, string[]>();

function nearWords(command: Command, said: readonly string[], argument: string): Near[] {
  return command.words.flatMap((word): Near[] => {
    const meant = meantBy.get(word) ?? clusters(word);
    meantBy.set(word, meant);
    const most = allowed(Math.min(meant.length, said.length));
    // a long text is as far from a word as it is longer
    const mistakes = Math.abs(meant.length - said.length) <= most ? distance(said, meant) : Infinity;
    if (mistakes > 0 && mistakes <= most) return [{ command, word, argument, distance: mistakes }];
    const half = said.length >= LEAST_BEGINNING && said.length < meant.length;
    // a beginning is a weaker sign than a slip
    return half && said.every((cluster, at) => startsLike(cluster, meant[at]!, at === said.length - 1))
      ? [{ command, word, argument, distance: 2 }]
      : [];
  });
}

/** The last cluster may still lack its vowel or tone mark. */
function startsLike(said: string, meant: string, last: boolean): boolean {
  return said === meant || (last && meant.startsWith(said));
}
