/** Clauses of a message, and what of it stands in rows of its own; the narrative and what is left out of a card are made of them. */
import {
  ACCOMPANIES,
  AFTER_SUM,
  FIELD_HEADING,
  GOES_ON,
  LEADS_TO_SUM,
  MONEY_FIRST,
  SPENDS,
} from '../text/told.ts';
import { PARTICLES } from '../text/typed.ts';
import type { Reading } from '../understand/types.ts';
import { isByCode } from './short-result.ts';

/** A stretch of the text, UTF-16 offsets. */
export interface ToldPiece {
  start: number;
  end: number;
}

/** What has its own row on the card is not told a second time; figures and days stay in the sentence they belong to. */
const HAVE_ROWS = ['spent', 'obstacle', 'suggestion'] as const;

/** Codes, and what stands in rows of its own: they end a clause and are no part of one. */
export function cutsOf(text: string, read: Reading): ToldPiece[] {
  const codes = (read.because.activity ?? []).filter(isByCode);
  const rows = HAVE_ROWS.flatMap((name) => read.because[name] ?? []);
  // the heading before a text goes with it
  return [...codes, ...rows].map(({ start, end }) => ({ start: withHeading(text, start), end }));
}

/** Codes and rows again, but a sum only where all of its clause is about money: no other clause loses a word or a number. */
export function wholeCutsOf(text: string, read: Reading): ToldPiece[] {
  const { spent, obstacle = [], suggestion = [], ...because } = read.because;
  const codes = (because.activity ?? []).filter(isByCode);
  // amid "เหลืออีก 4 หลักติด…" nothing ends, behind a code it does
  const rows = [...obstacle, ...suggestion].filter(
    ({ start }) =>
      !/\p{Nd}\s*$/u.test(text.slice(0, start)) ||
      codes.some(({ end }) => end <= start && text.slice(end, start).trim() === ''),
  );
  return [
    ...cutsOf(text, { ...read, because: { ...because, obstacle: rows } }),
    ...(spent ?? []).flatMap((span) => moneyAlone(text, span)),
  ];
}

/** The clause of a sum, where it tells of money alone: "ใช้งบไปทั้งสิ้น 2,900 บาทถ้วน", "ผู้รับเหมาเบิกงวดแรก 204,000". */
function moneyAlone(text: string, span: ToldPiece): ToldPiece[] {
  const start = LEADS_TO_SUM.exec(text.slice(0, span.start))?.index ?? span.start;
  const end = span.end + (AFTER_SUM.exec(text.slice(span.end))?.[0].trimEnd().length ?? 0);
  const begins = /(?:^|[\s,;/|(])$/.test(text.slice(0, start)) || SPENDS.test(text.slice(start, end));
  const ends = /^(?:$|[\s,;/|)])/.test(text.slice(end));
  return MONEY_FIRST.test(text.slice(start, end)) && begins && ends ? [{ start, end }] : [];
}

function withHeading(text: string, start: number): number {
  return FIELD_HEADING.exec(text.slice(0, start))?.index ?? start;
}

/** Words and what stands between them; a comma within a number is no end. */
const WORDS = /(?:[^\s,]|(?<=[0-9]),(?=[0-9]))+|(?:\s|,)+/g;
/** By itself between two clauses. */
const SEPARATES = /^[/|]+$/;

/** Words between spaces, put together where the one goes on with the other. */
export function toldClauses(text: string, part: ToldPiece, cuts: readonly ToldPiece[]): ToldPiece[] {
  const clauses: ToldPiece[] = [];
  let breaks = true;
  for (const match of text.slice(part.start, part.end).matchAll(WORDS)) {
    const start = part.start + match.index;
    const word: ToldPiece = { start, end: start + match[0].length };
    if (/^[\s,]/.test(match[0]) || SEPARATES.test(match[0])) {
      if (/[\n,/|]/.test(match[0])) breaks = true;
      continue;
    }
    for (const piece of without(word, cuts)) {
      const before = clauses.at(-1);
      const between = before ? text.slice(before.end, piece.start) : '';
      const goesOn = before && !breaks && /^ *$/.test(between) && belong(text, before, piece);
      if (goesOn) before.end = piece.end;
      else clauses.push({ ...piece });
      breaks = false;
    }
    if (cuts.some((cut) => cut.end >= word.end && cut.start <= word.end)) breaks = true;
  }
  return clauses;
}

/** What of a word lies outside the cuts. */
function without(word: ToldPiece, cuts: readonly ToldPiece[]): ToldPiece[] {
  let left: ToldPiece[] = [word];
  for (const cut of cuts)
    left = left.flatMap(({ start, end }) => {
      if (cut.end <= start || cut.start >= end) return [{ start, end }];
      return [
        { start, end: Math.max(start, cut.start) },
        { start: Math.min(end, cut.end), end },
      ].filter((one) => one.end > one.start);
    });
  return left;
}

/** Numbers, units, abbreviations and foreign words stand between spaces within one clause. */
function belong(text: string, before: ToldPiece, next: ToldPiece): boolean {
  const word = text.slice(next.start, next.end);
  const last = text.slice(before.start, before.end).split(/\s/).at(-1) ?? '';
  const glues = (one: string): boolean =>
    /[\p{Nd}.]|^[\p{L}\p{M}]{1,4}$/u.test(one) || /^[A-Za-z/()-]+$/.test(one);
  if (ACCOMPANIES.test(word)) return false;
  return GOES_ON.test(word) || glues(word) || (glues(last) && !endsSentence(last));
}

function endsSentence(word: string): boolean {
  return PARTICLES.test(word);
}
