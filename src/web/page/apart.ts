/** Where two texts differ, so that the eye finds it in a long name; the lists of changed activities mark it. */

/** What they have in common at the beginning, what is their own, and what they have in common at the end. */
type Parts = readonly [string, string, string];

/** A shorter text is read at a glance. */
const LONG = 30;

/** Thai vowels and tones stay with their letter. */
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** @returns the parts of each; where they have little in common, or one is short, nothing is marked. */
export function apartIn(one: string, other: string): [Parts, Parts] {
  const [a, b] = [one, other].map((text) => [...letters.segment(text)].map(({ segment }) => segment)) as [
    string[],
    string[],
  ];
  const most = Math.min(a.length, b.length);
  let first = 0;
  while (first < most && a[first] === b[first]) first += 1;
  let last = 0;
  while (last < most - first && a.at(-1 - last) === b.at(-1 - last)) last += 1;
  if (most < LONG || first + last < most / 2)
    return [
      [one, '', ''],
      [other, '', ''],
    ];
  const parts = (all: string[]): Parts => [
    all.slice(0, first).join(''),
    all.slice(first, all.length - last).join(''),
    all.slice(all.length - last).join(''),
  ];
  return [parts(a), parts(b)];
}
