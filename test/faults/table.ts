/** Writes a fault's row into the table of docs/faults.md; run.ts calls it after each fault. */
import type { Fault, Found } from './catalogue/fault.ts';

const BEGIN = '<!-- faults: npm run faults writes what follows -->';
const END = '<!-- /faults -->';
const HEAD = ['| # | What is broken | Wanted | Found | State |', '| - | - | - | - | - |'];

/**
 * @returns the document with that fault's row new, the others as they were, in the order of their numbers.
 * @throws when the document has no place for the table.
 */
export function intoTable(
  document: string,
  { id, breaks, wanted }: Pick<Fault, 'id' | 'breaks' | 'wanted'>,
  { figures, missed, rounds, seconds, day }: Found & { rounds: number; seconds: number; day: string },
): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('docs/faults.md has no place for the table');
  const rows = document
    .slice(begin + BEGIN.length, end)
    .split('\n')
    .filter((line) => /^\| F\d+ /.test(line) && numberOf(line) !== Number(id.slice(1)));
  const state = missed.length === 0 ? 'holds' : `missed: ${missed.join('; ')}`;
  const cells = [id, `${breaks}, ${rounds} times`, wanted, `${figures} (${day}, ${seconds} s)`, state];
  rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`);
  rows.sort((a, b) => numberOf(a) - numberOf(b));
  return `${document.slice(0, begin)}${BEGIN}\n\n${[...HEAD, ...rows].join('\n')}\n\n${document.slice(end)}`;
}

function numberOf(line: string): number {
  return Number(/\d+/.exec(line)?.[0]);
}
