/** Cuts a text where another activity may be named, and says what speaks for one being named in each stretch; called by the name finder and by training. */
import { isWord } from '../tokens.ts';
import { signsOf } from './choose.ts';
import { type Stretch, cutStretch } from './stretch.ts';

/** Texts with more stretches are lists of something else. */
const MOST = 40;

interface Window {
  stretch: Stretch;
  /** What speaks for naming nothing in it. */
  signs: number[];
}

/** Words of names that can open a stretch by themselves. */
const OPENING_WEIGHT = 1.5;
const OPENING_RARITY = 4;

/** @param coded activities named by code. @returns the stretches of a text; none when it is of one piece. */
export function windowsOf(stretch: Stretch, coded: readonly { start: number; end: number }[]): Window[] {
  const { text } = stretch;
  const cuts = cutsOf(stretch);
  if (cuts.length < 2 || cuts.length > MOST) return [];
  return cuts.map((from, at) => {
    const own = cutStretch(stretch, from, cuts[at + 1] ?? text.length);
    return { stretch: own, signs: windowSigns(own, coded) };
  });
}

function windowSigns(stretch: Stretch, coded: readonly { start: number; end: number }[]): number[] {
  const { text, tokens, from, to } = stretch;
  const before = text.slice(Math.max(0, from - 3), from);
  const first = tokens[0];
  return [
    ...signsOf(text.slice(from, to), tokens),
    from === 0 ? 1 : 0,
    before.endsWith('\n') ? 1 : 0,
    /[/,;|+&]\s*$/.test(before) ? 1 : 0,
    first?.start === from && isWord(first, 'also', 'but') ? 1 : 0,
    first?.start === from && isWord(first, 'and') ? 1 : 0,
    coded.length > 0 ? 1 : 0,
    coded.some(({ start, end }) => start < to && end > from) ? 1 : 0,
    coded.some(({ end }) => end <= from) ? 1 : 0,
    tokens.some((token) => isWord(token, 'head-obstacle', 'head-suggestion', 'head-result')) ? 1 : 0,
  ];
}

/** Where sentences, lines and items begin, and where after a statement words of a name follow. */
function cutsOf({ text, tokens, runs }: Stretch): number[] {
  const cuts = new Set([0]);
  const openings = new Set(
    runs
      .filter(({ weight, rarity }) => weight >= OPENING_WEIGHT && rarity >= OPENING_RARITY)
      .map(({ start }) => start),
  );
  const torn = innerPlaces(runs);
  const opening = (at: number): number | undefined =>
    [at, at + 1].find((place) => openings.has(place) && !torn.has(place));
  for (const gap of text.matchAll(
    /\n+|\s\/\/?\s|,(?!\d{3})\s*|[;|]\s*|\s?(?:กับ|และ|[+&])\s?|\s\(?\d{1,2}\)\s?/g,
  )) {
    const end = gap.index + gap[0].length;
    if (/[\n,;|/)]/.test(gap[0]) || openings.has(end)) cuts.add(end);
  }
  for (const [at, token] of tokens.entries()) {
    const next = opening(token.end);
    // a unit ends a statement only after the figure it counts
    if (isWord(token, 'classifier', 'piece', 'person') && tokens[at - 1]?.kind !== 'number') continue;
    if (isWord(token, 'also', 'but') || (isWord(token, 'and') && text[token.start - 1] === ' '))
      cuts.add(token.start);
    else if (
      (token.kind === 'number' ||
        isWord(token, 'particle', 'already', 'done', 'baht', 'percent', 'person')) &&
      text[token.end] === ' '
    )
      cuts.add(token.end + 1);
    else if (
      next !== undefined &&
      (token.kind === 'number' || token.kind === 'date' || isWord(token, ...STATED))
    )
      cuts.add(next);
  }
  return [...cuts].filter((at) => at < text.length).sort((a, b) => a - b);
}

/** @returns where words of one name stand on either side, so that a cut would tear it. */
function innerPlaces(runs: Stretch['runs']): Set<number> {
  const ends = new Map<number, Set<number>>();
  for (const { node, end, weight } of runs)
    if (weight >= TELLING_WEIGHT) (ends.get(end) ?? ends.set(end, new Set()).get(end))?.add(node);
  const places = new Set<number>();
  for (const { node, start, end, words, weight } of runs) {
    if (weight < TELLING_WEIGHT) continue;
    if (ends.get(start)?.has(node)) places.add(start);
    if (words > 1) for (let at = start + 1; at < end; at++) places.add(at);
  }
  return places;
}

/** Words of grammar join nothing. */
const TELLING_WEIGHT = 0.8;

/** Words with which a statement can end. */
const STATED = [
  'particle',
  'already',
  'done',
  'baht',
  'percent',
  'person',
  'piece',
  'classifier',
  'start',
  'not-yet',
  'cancel',
  'postpone',
  'left',
  'reached',
] as const;
