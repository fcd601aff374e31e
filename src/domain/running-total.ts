/** What a new figure does to the running total that stands, by how it was put; the report dialog's totals.ts asks it. */

/** added: on top of what stands. whole: all of it. month, part: of a month, or of this time. done: as far as it has come. */
export type FigureSaid = 'added' | 'whole' | 'month' | 'part' | 'done' | 'plain';

/**
 * @param stood null where nothing stands.
 * @returns asks where a running total would fall, or a month is named: which of the two was meant only the officer knows.
 */
export function effectOn(stood: number | null, told: number, said: FigureSaid): 'adds' | 'replaces' | 'asks' {
  if (stood === null || stood <= 0) return 'replaces';
  if (said === 'added') return 'adds';
  return told < stood || said === 'month' ? 'asks' : 'replaces';
}

/** Whether it is sooner all of it than a part, where both are offered. */
export function soonerWhole(said: FigureSaid): boolean {
  return said === 'whole' || said === 'done';
}
