/** Proposes stretches of a text that may be its obstacle, suggestion or result, each with what the trees decide on; called by the texts and by training. */
import { isWord, type Token } from '../tokens.ts';
import type { Piece } from './pieces.ts';
import { likelyRuns, reasonsIn, type Segment, segmentsIn } from './runs.ts';
import { type Labelled, LABELS, type ReadText, stretchBy, supportOf, withoutEdges } from './texts.ts';

/** Places of pieces, the second excluded. */
export interface Proposal {
  from: number;
  to: number;
  start: number;
  end: number;
  /** How probable its words are on the whole, by the chain; and what chain and clauses make of it together. */
  words: number;
  chance: number;
  signs: number[];
}

/** Shares of a clause from which on it is taken whole: loose, as a rule, strict. */
const SHARES = [0.1, 0.25, 0.5] as const;

/** @param rules the stretch the rules see, in offsets of the text. @returns what may be the field between two offsets, each stretch once. */
export function proposalsOf(
  field: ReadText,
  labels: Labelled,
  start: number,
  end: number,
  rules: { start: number; end: number } | null,
): Proposal[] {
  const { pieces, clauses } = labels;
  const brackets = bracketsOf(pieces);
  const label = LABELS.indexOf(field);
  const inside = clauses.filter(
    ({ from, to }) => (pieces[from] as Piece).start >= start && (pieces[to - 1] as Piece).end <= end,
  );
  const segments = segmentsIn(labels, label, start, end);
  const found: { from: number; to: number; by: number[] }[] = [];
  const add = (places: { from: number; to: number } | null, by: number): void => {
    if (!places || places.to <= places.from) return;
    const { from, to } = withUnit(pieces, withYear(pieces, withoutEdges(pieces, places.from, places.to)));
    // "COVID-19) ทางจังหวัดห้าม" is torn out of its sentence
    if (brackets.some(([open, close]) => isIn(open, from, to) !== isIn(close, from, to))) return;
    const same = found.find((one) => one.from === from && one.to === to);
    if (same) same.by.push(by);
    else found.push({ from, to, by: [by] });
  };
  for (const [by, share] of SHARES.entries()) add(stretchBy(field, labels, start, end, share), by);
  const likely = inside.filter(({ chances }) => (chances[label] as number) >= 0.2);
  const [best] = [...likely].sort((a, b) => (b.chances[label] as number) - (a.chances[label] as number));
  if (best) add(best, 3);
  const [first, last] = [likely[0], likely.at(-1)];
  if (first && last) add({ from: first.from, to: last.to }, 4);
  if (rules) add(placesOf(pieces, rules.start, rules.end), 5);
  for (const one of likelyRuns(segments)) add(one, 6);
  for (const one of reasonsIn(labels, label, segments)) add(one, 7);
  return found.map(({ from, to, by }) => {
    const part = { start, end, segments, rules, count: found.length };
    const signs = signsOfStretch(field, labels, from, to, by, part);
    const [, words = 0, , , , whole = 0] = signs;
    return {
      from,
      to,
      start: (pieces[from] as Piece).start,
      end: (pieces[to - 1] as Piece).end,
      words,
      chance: (words + whole) / 2,
      signs,
    };
  });
}

/** "ประจำปีงบประมาณ พ.ศ." goes on with the year. */
function withYear(
  pieces: readonly Piece[],
  { from, to }: { from: number; to: number },
): { from: number; to: number } {
  const isPoint = (at: number): boolean => pieces[at]?.word === '.';
  const era = isPoint(to - 1) ? to - 2 : to - 1;
  const year = isPoint(to) ? to + 1 : to;
  const isYear = /^[พค]\.ศ$/.test(pieces[era]?.word ?? '') && pieces[year]?.kind === '<number>';
  return { from, to: isYear ? year + 1 : to };
}

const UNITS = new Set(['classifier', 'unit-of-time', 'person', 'piece', 'score', 'percent', 'baht']);

/** A number and what it counts stand together: "รัศมี 50 เมตร"; a figure right before a wish is of what was told before. */
function withUnit(
  pieces: readonly Piece[],
  { from, to }: { from: number; to: number },
): { from: number; to: number } {
  const is = (at: number, ...kinds: string[]): boolean => kinds.includes(pieces[at]?.kind ?? '');
  const torn = is(to - 1, '<number>') && UNITS.has(pieces[to]?.kind ?? '') && pieces[to]?.gap !== '\n';
  const end = torn ? to + 1 : to;
  return {
    from: is(from, '<number>') && is(from + 1, 'advice') && from + 1 < end ? from + 1 : from,
    to: end,
  };
}

function isIn(at: number, from: number, to: number): boolean {
  return at >= from && at < to;
}

const bracketed = new WeakMap<readonly Piece[], [open: number, close: number][]>();

/** The same for every part of a text. */
function bracketsOf(pieces: readonly Piece[]): [open: number, close: number][] {
  let pairs = bracketed.get(pieces);
  if (!pairs) bracketed.set(pieces, (pairs = bracketsIn(pieces)));
  return pairs;
}

/** @returns of each pair of brackets the pieces they stand in. */
function bracketsIn(pieces: readonly Piece[]): [open: number, close: number][] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (const [at, { word }] of pieces.entries())
    for (const sign of word) {
      if (sign === '(') open.push(at);
      const before = sign === ')' ? open.pop() : undefined;
      if (before !== undefined) pairs.push([before, at]);
    }
  return pairs;
}

function placesOf(pieces: readonly Piece[], start: number, end: number): { from: number; to: number } | null {
  const from = pieces.findIndex((piece) => piece.end > start);
  const to = pieces.findLastIndex((piece) => piece.start < end) + 1;
  return from === -1 || to <= from ? null : { from, to };
}

const KINDS = ['cause', 'but', 'trouble', 'so', 'also', 'advice', 'not-yet', 'done', 'lacking', 'particle'];

function signsOfStretch(
  field: ReadText,
  labels: Labelled,
  from: number,
  to: number,
  by: readonly number[],
  part: {
    start: number;
    end: number;
    segments: readonly Segment[];
    rules: { start: number; end: number } | null;
    count: number;
  },
): number[] {
  const { pieces, words, clauses } = labels;
  const label = LABELS.indexOf(field);
  const chance = (at: number): number => words[at]?.[label] ?? 0;
  const [start, end] = [(pieces[from] as Piece).start, (pieces[to - 1] as Piece).end];
  const own = pieces.slice(from, to);
  const chances = own.map((_, at) => chance(from + at));
  const touched = clauses.filter((clause) => clause.from < to && clause.to > from);
  const whole = touched.map((clause) => clause.chances[label] as number);
  const other = touched.map((clause) =>
    Math.max(...clause.chances.slice(1).filter((_, k) => k + 1 !== label)),
  );
  const mean = (all: readonly number[]): number =>
    all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  const before = clauses.findLast((clause) => clause.to <= from);
  const after = clauses.find((clause) => clause.from >= to);
  const { rules } = part;
  const common = rules ? Math.max(0, Math.min(end, rules.end) - Math.max(start, rules.start)) : 0;
  const kindAt = (at: number): number => KINDS.indexOf(pieces[at]?.kind ?? '');
  const { segments } = part;
  const within = segments.filter((one) => one.from < to && one.to > from);
  const ahead = segments.findLast((one) => one.to <= from);
  const behind = segments.find((one) => one.from >= to);
  const best = Math.max(0, ...segments.filter((one) => !within.includes(one)).map((one) => one.chance));
  return [
    label,
    mean(chances),
    Math.min(...chances),
    chances[0] ?? 0,
    chances.at(-1) ?? 0,
    mean(whole),
    Math.max(0, ...whole),
    Math.min(1, ...whole),
    Math.max(0, ...other),
    chance(from - 1),
    chance(to),
    before ? (before.chances[label] as number) : -1,
    after ? (after.chances[label] as number) : -1,
    end - start,
    (end - start) / Math.max(1, part.end - part.start),
    (start - part.start) / Math.max(1, part.end - part.start),
    part.end - end,
    touched.length,
    touched.length === 0 || touched[0]?.from === from ? 1 : 0,
    touched.at(-1)?.to === to ? 1 : 0,
    rules ? (2 * common) / (end - start + rules.end - rules.start) : -1,
    rules ? supportOf(field, labels, rules.start, rules.end) : -1,
    part.count,
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((source) => (by.includes(source) ? 1 : 0)),
    kindAt(from),
    kindAt(from - 1),
    kindAt(to),
    ...KINDS.slice(0, 9).map((kind) => (own.some((piece) => piece.kind === kind) ? 1 : 0)),
    own.filter(({ kind }) => kind === '<number>').length,
    own.some(({ kind }) => kind === '<date>') ? 1 : 0,
    own.some(({ kind }) => kind === '<name>' || kind === '<code>') ? 1 : 0,
    own.filter(({ gap }, at) => at > 0 && gap !== '').length,
    pieces[from]?.gap === '' ? 1 : 0,
    pieces[to]?.gap === '' ? 1 : 0,
    within[0]?.chance ?? -1,
    within.at(-1)?.chance ?? -1,
    Math.min(1, ...within.map((one) => one.chance)),
    ahead?.chance ?? -1,
    behind?.chance ?? -1,
    best,
    within.length,
    within[0]?.from === from ? 1 : 0,
    within.at(-1)?.to === to ? 1 : 0,
    ahead ? kindAt(ahead.from) : -2,
    behind ? kindAt(behind.from) : -2,
  ];
}

/** Whether a text stands under its own heading in some chunk: there the rules know where it ends. */
export function isUnderHeading(
  field: ReadText,
  chunks: readonly { section: string | null; tokens: readonly Token[] }[],
): boolean {
  return chunks.some(
    ({ section, tokens }) => section === field && tokens.some((token) => isWord(token, `head-${field}`)),
  );
}
