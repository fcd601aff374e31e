/** Signs of life of the instances on one database, by MongoDB's own clock; http-listener gives the first, queue/leases/instances the rest. */
import { z } from 'zod';
import type { Database } from './connect.ts';

/** One document for all: whoever says that it lives hears of the others with the same command. */
const BEATS = 'beats';
/** What is of the moment: no dump holds it. */
export const INSTANCES = 'instances';
const beatsShape = z.object({ _id: z.literal(BEATS), beats: z.record(z.string(), z.date()) });
type BeatsRow = z.infer<typeof beatsShape>;

/** Not a second's worth of waiting for a majority: a sign that is lost is followed by the next. */
const LIGHT = { writeConcern: { w: 1 }, maxTimeMS: 1_000 } as const;

/** When each instance last said that it lives, by its holder; all by MongoDB's clock. */
export interface Beats {
  now: Date;
  at: ReadonlyMap<string, Date>;
}

const rows = ({ connection }: Database) =>
  connection.getClient().db(connection.name).collection<BeatsRow>(INSTANCES);

/** Says that the instance lives, and sets the clock of the database right. @returns what all said so far. @throws when MongoDB does not take it. */
export async function beat(database: Database, holder: string): Promise<Beats> {
  const heard = database.clock.asked();
  const said = await rows(database).findOneAndUpdate(
    { _id: BEATS },
    [{ $set: { [`beats.${holder}`]: '$$NOW' } }],
    { ...LIGHT, upsert: true, returnDocument: 'after' },
  );
  const { beats } = beatsShape.parse(said);
  const now = beats[holder]!;
  heard(now);
  return { now, at: new Map(Object.entries(beats)) };
}

/** Takes instances out that ended, or whose leases were ended. */
export async function forgetInstances(database: Database, holders: readonly string[]): Promise<void> {
  const $unset = Object.fromEntries(holders.map((holder) => [`beats.${holder}`, true as const]));
  await rows(database).updateOne({ _id: BEATS }, { $unset } as never, LIGHT);
}
