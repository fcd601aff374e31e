/** Keeps offices of a trial and a real LINE account apart: the start, the commands and doctor ask here. */
import type { Database } from '../db/connect.ts';
import { findOffices } from '../db/offices.ts';
import type { UnreadableDocument } from '../db/stored.ts';

/** How an office was made without a real LINE account: as the demo with its made-up people, or by an import. */
export type Trial = 'demo' | 'import';

/** What the bot talks to; a LINE on this very machine is a stand-in for tests, and mixes with everything. */
export type LineAtWork = 'simulator' | 'stand-in' | 'line';

/** Offices, by name, that do not go with the LINE at work. */
export interface Mixed {
  reason: 'trial-with-line' | 'office-with-simulator';
  names: string[];
}

/** The mark, as an office's settings hold it from its first moment; null for an office in earnest. */
export function markOf(trial: Trial | null): Record<string, unknown> | null {
  return trial && { trial };
}

/**
 * The simulator would work off what is meant for real people, and a real account would write to made-up ones.
 * @param unreadable is told of offices that cannot be read; they keep nobody else from starting.
 * @returns null where everything fits.
 */
export async function findMixed(
  database: Database,
  line: LineAtWork,
  unreadable: (fault: UnreadableDocument) => void = () => undefined,
): Promise<Mixed | null> {
  const found = await findOffices(database.models);
  for (const { fault } of found.unreadable) unreadable(fault);
  if (line === 'stand-in') return null;
  // what cannot be read is taken in earnest, unless it says otherwise itself
  const offices = [
    ...found.offices.map(({ id, name, settings }) => ({ id, name, trial: settings?.['trial'] })),
    ...found.unreadable,
  ];
  const trials = offices.filter(({ trial }) => trial !== undefined);
  if (line === 'simulator') {
    const real = offices.filter((office) => !trials.includes(office));
    return real.length === 0
      ? null
      : { reason: 'office-with-simulator', names: real.map(({ name }) => name) };
  }
  const peopled = await Promise.all(trials.map((office) => hasMadeUpPeople(database, office)));
  const names = trials.filter((_, at) => peopled[at]).map(({ name }) => name);
  return names.length === 0 ? null : { reason: 'trial-with-line', names };
}

/** Whoever is linked to an office of a trial came from the simulator. */
async function hasMadeUpPeople(
  { models }: Database,
  { id, trial }: { id: string; trial?: unknown },
): Promise<boolean> {
  return trial === 'demo' || (await models.links.exists({ office: id })) !== null;
}

/**
 * The same as a server asks before it starts: an office that was only imported before LINE was set up is one in
 * earnest from its first start with LINE on.
 */
export async function admitOffices(
  database: Database,
  line: LineAtWork,
  unreadable: (fault: UnreadableDocument) => void,
): Promise<Mixed | null> {
  const mixed = await findMixed(database, line, unreadable);
  if (mixed || line !== 'line') return mixed;
  const imported: Trial = 'import';
  await database.models.offices.collection.updateMany(
    { 'settings.trial': imported },
    { $unset: { 'settings.trial': 1 } },
  );
  return null;
}
