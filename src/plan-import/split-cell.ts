/** Takes cells apart that hold several activities, and what stands beside them into as many parts; read-rows uses it. */
import { plainDigits } from './cells.ts';
import { planWords } from '../text/plan-words.ts';

export interface CellPiece {
  /** The printed number, null for text before the first. */
  label: string | null;
  text: string;
}

const letters = planWords.letters.join('');
/** A number at the beginning of a line: `1.`, `1.2`, `1)`, `(1)`, or a letter. */
const AT_START = new RegExp(
  `^(\\d{1,2}(?:\\.\\d{1,2})+\\.?(?:\\s*\\(?\\d{1,2}\\))?|\\d{1,2}\\.(?!\\d)|\\d{1,2}\\)|\\(\\d{1,2}\\)|[${letters}][.)](?=\\s))\\s*`,
);
/** Inside a line only these are trusted, and only when they count on. */
const INSIDE = /\s(\d{1,2}(?:\.\d{1,2})+|\d{1,2}\))\s+(?=\D)/g;

/** @param text of one cell, its lines apart. @returns its activities in order; wrapped lines are joined again. */
export function splitActivities(text: string): CellPiece[] {
  const pieces: CellPiece[] = [];
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    for (const { label, text: rest } of splitLine(line, pieces)) {
      const last = pieces.at(-1);
      if (label === null && last) last.text = joined(last.text, rest);
      else pieces.push({ label, text: rest });
    }
  }
  return pieces;
}

function splitLine(line: string, before: readonly CellPiece[]): CellPiece[] {
  const found: CellPiece[] = [];
  const digits = plainDigits(line);
  const start = AT_START.exec(digits);
  let label = start ? line.slice(0, start[1]?.length) : null;
  let from = start ? start[0].length : 0;
  for (const match of digits.slice(0).matchAll(INSIDE)) {
    if (match.index < from) continue;
    const next = line.slice(match.index + 1, match.index + 1 + (match[1]?.length ?? 0));
    const known = [...before, ...found, { label, text: '' }].map((piece) => piece.label);
    if (!countsOn(next, known)) continue;
    found.push({ label, text: line.slice(from, match.index).trim() });
    label = next;
    from = match.index + match[0].length;
  }
  found.push({ label, text: line.slice(from).trim() });
  return found.filter((piece) => piece.label !== null || piece.text !== '');
}

/** Whether a number is a first one below what stands, or the one after its neighbour: 1.5 points are neither. */
function countsOn(label: string, known: readonly (string | null)[]): boolean {
  const plain = plainDigits(label);
  const seen = known.filter((one) => one !== null).map((one) => plainDigits(one).replace(/\.$/, ''));
  const bracket = /^(\d+)\)$/.exec(plain);
  if (bracket) {
    const number = Number(bracket[1]);
    return number === 1 ? seen.length > 0 : seen.includes(`${number - 1})`);
  }
  const parts = plain.split('.');
  const last = Number(parts.pop());
  const parent = parts.join('.');
  return last === 1 ? seen.includes(parent) : seen.includes(`${parent}.${last - 1}`);
}

/** Thai has no spaces between words, but a line may end where one stood: keep one where there was a line end. */
function joined(a: string, b: string): string {
  return a === '' ? b : `${a} ${b}`;
}

/** Which of the pieces have no others below them: `1.1` before `1)` is a heading. */
export function leafPieces(pieces: readonly CellPiece[]): number[] {
  return pieces.flatMap(({ label }, index) => {
    const next = pieces[index + 1]?.label;
    return label !== null && next !== undefined && next !== null && isBelow(next, label) ? [] : [index];
  });
}

function isBelow(label: string, above: string): boolean {
  const [low, high] = [plainDigits(label), plainDigits(above).replace(/\.$/, '')];
  if (/^\(?\d+\)$/.test(low)) return !high.endsWith(')');
  return low.startsWith(`${high}.`);
}

/** Amounts of money in a cell, as they are written. */
export function amountsIn(text: string): string[] {
  return plainDigits(text).match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
}

/** Parts of a cell, by its lines, or by the words that begin a part when lines do not come out even. */
export function splitCell(text: string, count: number, beginnings: readonly string[]): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === count) return lines;
  const flat = lines.join(' ');
  const pattern = new RegExp(`(?:^|\\s)(?=(?:${beginnings.join('|')}))`, 'g');
  const parts = flat.split(pattern).filter((part) => part.trim() !== '');
  return parts.length === count ? parts.map((part) => part.trim()) : [flat];
}
