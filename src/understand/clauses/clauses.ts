/** Cuts the words of a text into clauses, each with what is known of it as a whole: obstacle, suggestion, result or none. */
import { type Bag, emptyBag, put, putGrams } from '../learn/bag.ts';
import { putKinds } from '../learn/features.ts';
import type { Piece } from './pieces.ts';

const CUTS_BEFORE = new Set(['but', 'cause', 'so', 'also', 'closing', 'advice']);
const FIGURES = new Set(['classifier', 'baht', 'person', 'piece', 'percent']);

/** @returns the stretches people part by spaces, signs, particles and joining words, as places of pieces (the second excluded). */
export function clausesOf(pieces: readonly Piece[]): [number, number][] {
  const clauses: [number, number][] = [];
  let from = 0;
  for (let at = 1; at <= pieces.length; at++) {
    if (at < pieces.length && !cutsBetween(pieces[at - 1] as Piece, pieces[at] as Piece)) continue;
    if (at > from) clauses.push([from, at]);
    from = at;
  }
  return clauses;
}

/** Whether a clause ends between two pieces. */
export function cutsBetween(before: Piece, piece: Piece): boolean {
  if (piece.gap === '\n' || before.kind === '.' || (piece.kind === '.' && piece.word !== '.')) return true;
  if (before.kind === 'particle' && piece.kind !== 'particle') return true;
  if (CUTS_BEFORE.has(piece.kind) || piece.kind.startsWith('head-')) return true;
  if (before.kind === 'cause' || before.kind === 'but' || before.kind.startsWith('head-')) return true;
  return (
    piece.gap === ' ' &&
    !piece.kind.startsWith('<') &&
    !before.kind.startsWith('<') &&
    !FIGURES.has(piece.kind)
  );
}

function sensesOf(pieces: readonly Piece[], clause: readonly [number, number] | undefined): Set<string> {
  return new Set(clause ? pieces.slice(...clause).flatMap(({ senses }) => senses) : []);
}

/** @returns what each clause as a whole is decided on. */
export function clauseBags(pieces: readonly Piece[], clauses: readonly [number, number][]): Bag[] {
  const kinds = (clause: [number, number] | undefined): string[] =>
    clause
      ? pieces
          .slice(...clause)
          .map(({ kind }) => kind)
          .filter((kind) => kind !== '?' && kind !== '.' && kind !== 'neutral')
      : ['^'];
  const all = new Set(clauses.flatMap(kinds));
  const sensed = sensesOf(pieces, [0, pieces.length]);
  let head = '-';
  return clauses.map((clause, at) => {
    const bag = emptyBag();
    const own = pieces.slice(...clause);
    put(bag, 'bias');
    const text = own.map(({ word, gap }, place) => (place > 0 && gap !== '' ? ' ' : '') + word).join('');
    putGrams(bag, 'g', `^${text}$`, 2, 5);
    putKinds(bag, 'k', kinds(clause));
    const own2 = sensesOf(pieces, clause);
    for (const sense of own2) put(bag, `s:${sense}`);
    for (const one of own2) for (const other of own2) if (one < other) put(bag, `ss:${one}|${other}`, 0.5);
    for (const sense of sensesOf(pieces, clauses[at - 1])) put(bag, `sp:${sense}`, 0.4);
    for (const sense of sensesOf(pieces, clauses[at + 1])) put(bag, `sn:${sense}`, 0.4);
    for (const sense of sensed) put(bag, `sa:${sense}`, 0.25);
    const [before, after] = [kinds(clauses[at - 1]), kinds(clauses[at + 1])];
    for (const kind of new Set(before)) put(bag, `p:${kind}`, 0.4);
    for (const kind of new Set(after)) put(bag, `n:${kind}`, 0.4);
    put(bag, `pl:${before.at(-1)}`);
    put(bag, `nf:${after[0]}`);
    for (const kind of all) put(bag, `a:${kind}`, 0.25);
    put(bag, `at:${Math.min(4, at)}:${Math.min(5, clauses.length)}`);
    put(bag, `last:${at === clauses.length - 1}`);
    put(bag, `size:${Math.min(5, Math.floor(Math.log2(text.length + 1)))}`);
    const opener = pieces[clause[0] - 1];
    if (
      opener &&
      (opener.kind.startsWith('head-') ||
        opener.kind === 'cause' ||
        opener.kind === 'but' ||
        opener.kind === 'advice')
    )
      head = opener.kind;
    else if (own[0]?.kind.startsWith('head-') || own[0]?.kind === 'cause' || own[0]?.kind === 'advice')
      head = own[0].kind;
    else head = head === '-' || head.startsWith('~') ? '-' : `~${head}`;
    put(bag, `head:${head}`);
    put(bag, `gap:${own[0]?.gap}`);
    return bag;
  });
}
