/** Which columns a person means by a heading or a letter; map-columns goes by it, and import-plan refuses what means none. */
import { headingKey } from './heading-sense.ts';
import type { Mapping, Override } from './mapping.ts';

/** @param heading words of a heading, `C`, or `sheet!C`. @param path all headings over a column, from the top. */
export function columnsMeant<Column extends { letter: string; path: readonly string[] }>(
  heading: string,
  grid: string,
  columns: readonly Column[],
): Column[] {
  const key = headingKey(heading.replace(/^.*!/, ''));
  const sheet = /^(.*)!/.exec(heading)?.[1];
  if (sheet !== undefined && sheet !== grid) return [];
  const named = columns.filter(
    ({ letter, path }) => letter.toLowerCase() === key || path.some((text) => headingKey(text) === key),
  );
  return named.length > 0
    ? named
    : columns.filter(({ path }) => path.some((text) => headingKey(text).includes(key)));
}

/** @returns the first heading that means no column of any of the tables; undefined where each means one. */
export function unknownHeading(
  mappings: readonly Mapping[],
  overrides: readonly Override[],
): string | undefined {
  const tables = mappings.map(({ table, columns }) => ({
    name: table.grid.name,
    columns: columns.map(({ letter, column }) => ({ letter, path: table.paths.get(column) ?? [] })),
  }));
  return overrides.find(({ heading }) =>
    tables.every(({ name, columns }) => columnsMeant(heading, name, columns).length === 0),
  )?.heading;
}
