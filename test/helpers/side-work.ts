/** Whether the workers beside the conversation may have anything to do: they look for it in the database, mostly in vain; office.ts asks after each message. */
import type { Database } from '../../src/db/connect.ts';

/** By these work comes up; what is deleted makes none. */
const WRITES = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'bulkWrite',
] as const;

export interface SideWork {
  /** Calls `look`, which takes up all that is due, unless nothing was written since it last left nothing. */
  done(look: () => Promise<void>): Promise<void>;
}

/** @param database through which the bot and the test write; what others write is not seen. */
export function sideWork({ models }: Database): SideWork {
  const { evidence, deliveries } = models;
  let mayBe = true;
  for (const { collection } of [evidence, deliveries])
    for (const name of WRITES) {
      const write = collection[name] as (...given: unknown[]) => unknown;
      const seen = (...given: unknown[]): unknown => {
        mayBe = true;
        return write.apply(collection, given);
      };
      Object.assign(collection, { [name]: seen });
    }

  /** For a later time, too. */
  async function isLeft(): Promise<boolean> {
    const waits = { 'work.nextAt': { $ne: null } };
    return (
      (await evidence.collection.findOne(waits)) !== null ||
      (await deliveries.collection.findOne({ open: true })) !== null
    );
  }

  return {
    async done(look) {
      if (!mayBe) return;
      mayBe = false;
      await look();
      // looking writes as well, where there was something
      mayBe ||= await isLeft();
    },
  };
}
