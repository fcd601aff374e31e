/** Cuts a text into words, each with what is known of it, for the labelling of obstacle, suggestion and result. */
import { add, type Bag, emptyBag, hashOf, paired, put, putGrams } from '../learn/bag.ts';
import type { Row } from '../learn/chain.ts';
import { sensesIn } from '../learn/senses.ts';
import type { Token } from '../tokens.ts';

export interface Piece {
  start: number;
  end: number;
  /** The letters, figures as 0, names and days each as one sign. */
  word: string;
  /** Its family, or what kind of thing it is. */
  kind: string;
  /** A gap before it: none, a space or a line break. */
  gap: '' | ' ' | '\n';
  /** Number of the stretch between gaps it stands in. */
  clause: number;
  /** Senses of the everyday words it stands in. */
  senses: string[];
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** @param tokens of the text in order. @returns its words in order; recognised pieces whole, known words by the dictionary's parts. */
export function piecesOf(text: string, tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  let gap: Piece['gap'] = '\n';
  let clause = 0;
  const sensed = sensesIn(text);
  const add = (start: number, end: number, word: string, kind: string): void => {
    if (gap !== '' && pieces.length > 0) clause++;
    const senses = sensed.filter((one) => one.start < end && one.end > start).map(({ sense }) => sense);
    pieces.push({ start, end, word, kind, gap, clause, senses: [...new Set(senses)] });
    gap = '';
  };
  const plain = (from: number, to: number): void => {
    if (from >= to) return;
    for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
      const start = from + index;
      if (/^\s+$/.test(segment)) {
        gap = segment.includes('\n') ? '\n' : gap === '\n' ? gap : ' ';
        continue;
      }
      const word = segment.replace(/\d+(?:[.,]\d+)*/g, '0');
      const letters =
        /[a-z\u0e01-\u0e4e]/.test(segment) || (gap === '' && isAbbreviated(pieces.at(-1), segment));
      add(start, start + segment.length, word, letters ? '?' : '.');
    }
  };
  let at = 0;
  for (const token of tokens) {
    if (token.start < at) continue;
    plain(at, token.start);
    if (token.kind === 'word') add(token.start, token.end, text.slice(token.start, token.end), token.family);
    else
      add(
        token.start,
        token.end,
        `<${token.kind}>`,
        token.kind === 'mention' ? `<${token.by}>` : `<${token.kind}>`,
      );
    at = token.end;
  }
  plain(at, text.length);
  return pieces;
}

/** The point of "รพ.", "อบต." ends no sentence. */
function isAbbreviated(before: Piece | undefined, sign: string): boolean {
  return sign === '.' && before !== undefined && /^[ก-ฮ.]{1,5}$/.test(before.word);
}

/** @returns for each piece what its label is decided on. */
export function labelRow(pieces: readonly Piece[]): Row {
  const clauses: Piece[][] = [];
  for (const piece of pieces) (clauses[piece.clause] ??= []).push(piece);
  return {
    bags: pieceBags(pieces, clauses),
    shared: clauses.map((own, at) => clauseBag(own, clauses[at - 1], clauses[at + 1])),
    clauses: pieces.map(({ clause }) => clause),
    joints: pieces.map((piece, at) => jointOf(pieces[at - 1], piece)),
  };
}

/** Kinds of joints: letters run on; a space beside a figure; a space; a sign, a particle, a line or a joining word. */
export const JOINTS = 4;

const OPENS = new Set(['but', 'cause', 'so', 'also', 'closing', 'advice']);

function jointOf(before: Piece | undefined, { kind, gap }: Piece): number {
  if (
    !before ||
    gap === '\n' ||
    before.kind === '.' ||
    kind === '.' ||
    before.kind === 'particle' ||
    OPENS.has(kind) ||
    before.kind === 'cause' ||
    before.kind === 'but' ||
    before.kind.startsWith('head-')
  )
    return 3;
  if (gap === '') return 0;
  return kind.startsWith('<') || before.kind.startsWith('<') || kind === 'classifier' || kind === 'baht'
    ? 1
    : 2;
}

const NOTHING = hashOf('');
const AROUND = [-2, -1, 0, 1, 2] as const;
const seeds = (name: string): number[] => AROUND.map((offset) => hashOf(`${name}${offset}:`));
const WORD = seeds('w');
const KIND = seeds('k');
const GAP = seeds('g');
const SENSE = seeds('s');
const [WORD_BEFORE, WORD_AFTER, KIND_BEFORE, KIND_AFTER, KINDS, BEFORE, AFTER, BETWEEN] = [
  'ww-',
  'ww+',
  'kk-',
  'kk+',
  'kkk',
  'before',
  'after',
  'around',
].map(hashOf) as [number, number, number, number, number, number, number, number];
const PLAIN = new Set(['?', '.', 'neutral', 'particle']);
/** How far the next telling word is looked for. */
const REACH = 8;

function pieceBags(pieces: readonly Piece[], clauses: readonly Piece[][]): Bag[] {
  const words = pieces.map(({ word }) => hashOf(word));
  const kinds = pieces.map(({ kind }) => hashOf(kind));
  const gaps = pieces.map(({ gap }) => hashOf(gap));
  const telling = (from: number, step: number): number => {
    for (let near = from; Math.abs(near - from) < REACH && near >= 0 && near < pieces.length; near += step)
      if (!PLAIN.has((pieces[near] as Piece).kind)) return kinds[near] as number;
    return NOTHING;
  };
  let head = '-';
  let since = 99;
  return pieces.map((piece, at) => {
    const bag = emptyBag();
    const word = (offset: number): number => words[at + offset] ?? NOTHING;
    const kind = (offset: number): number => kinds[at + offset] ?? NOTHING;
    if (piece.kind.startsWith('head-') || piece.kind === 'cause' || piece.kind === 'advice')
      [head, since] = [piece.kind, 0];
    else since++;
    if (piece.gap === '\n') since += 4;
    put(bag, 'bias');
    for (const [place, offset] of AROUND.entries()) {
      add(bag, paired(WORD[place] as number, word(offset)));
      add(bag, paired(KIND[place] as number, kind(offset)));
      add(bag, paired(GAP[place] as number, gaps[at + offset] ?? NOTHING), 0.5);
      if (offset !== 2 && offset !== -2)
        for (const sense of pieces[at + offset]?.senses ?? [])
          add(bag, paired(SENSE[place] as number, hashOf(sense)));
    }
    add(bag, paired(paired(WORD_BEFORE, word(-1)), word(0)));
    add(bag, paired(paired(WORD_AFTER, word(0)), word(1)));
    add(bag, paired(paired(paired(KIND_BEFORE, kind(-1)), kind(0)), gaps[at] as number));
    add(bag, paired(paired(KIND_AFTER, kind(0)), kind(1)));
    add(bag, paired(paired(paired(KINDS, kind(-1)), kind(0)), kind(1)));
    put(bag, `head:${head}:${since === 0 ? 0 : since < 6 ? 1 : since < 15 ? 2 : 3}`);
    put(bag, `pos:${at === 0 ? 'first' : at < 4 ? 'early' : at > pieces.length - 3 ? 'late' : 'mid'}`);
    const own = clauses[piece.clause] as Piece[];
    put(bag, `in:${Math.min(3, own.indexOf(piece))}:${own[0]?.kind}`);
    const [before, after] = [telling(at - 1, -1), telling(at + 1, 1)];
    add(bag, paired(BEFORE, before));
    add(bag, paired(AFTER, after));
    add(bag, paired(paired(BETWEEN, before), after));
    return bag;
  });
}

/** What the words of a clause have in common. */
function clauseBag(
  own: readonly Piece[],
  before: readonly Piece[] | undefined,
  after: readonly Piece[] | undefined,
): Bag {
  const bag = emptyBag();
  for (const feature of clauseFeatures(own, before, after)) put(bag, feature, 0.6);
  putGrams(bag, 'cg', own.map(({ word }) => word).join(''), 2, 4, 2 / Math.sqrt(own.length));
  return bag;
}

function clauseFeatures(
  own: readonly Piece[],
  before: readonly Piece[] | undefined,
  after: readonly Piece[] | undefined,
): string[] {
  const features = new Set<string>();
  for (const piece of own) {
    features.add(`cw:${piece.word}`);
    if (piece.kind !== '?' && piece.kind !== '.') features.add(`ck:${piece.kind}`);
  }
  for (const sense of own.flatMap(({ senses }) => senses)) features.add(`cs:${sense}`);
  for (const sense of (before ?? []).flatMap(({ senses }) => senses)) features.add(`ps:${sense}`);
  for (const sense of (after ?? []).flatMap(({ senses }) => senses)) features.add(`ns:${sense}`);
  for (const piece of before ?? [])
    if (piece.kind !== '?' && piece.kind !== '.') features.add(`pk:${piece.kind}`);
  for (const piece of after ?? [])
    if (piece.kind !== '?' && piece.kind !== '.') features.add(`nk:${piece.kind}`);
  features.add(`c0:${own[0]?.word}`);
  features.add(`c0k:${own[0]?.kind}|${own[1]?.kind}`);
  features.add(`pl:${before?.at(-1)?.kind}`);
  features.add(`n0:${after?.[0]?.kind}`);
  features.add(`len:${Math.min(6, own.length)}`);
  return [...features];
}
