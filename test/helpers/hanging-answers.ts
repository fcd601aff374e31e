/** Loaded before the bot in a process of its own: who somebody is can never be found out, no limit of time ends that, and the watch is in a hurry. */
import mongoose from 'mongoose';
import { WAITS_MS } from '../../src/waits.ts';
import { WATCH_MS } from '../../src/queue/timing.ts';

Object.assign(WAITS_MS, { event: 3_600_000 });
Object.assign(WATCH_MS, { look: 100, still: 500 });

type Collection = mongoose.mongo.Collection;
type Find = (this: Collection, ...args: unknown[]) => mongoose.mongo.FindCursor;

const prototype = mongoose.mongo.Collection.prototype as unknown as { find: Find };
const { find } = prototype;
prototype.find = function (this: Collection, ...args: unknown[]) {
  const cursor = find.apply(this, args);
  if (this.collectionName === 'links') cursor.toArray = () => new Promise(() => undefined);
  return cursor;
};
