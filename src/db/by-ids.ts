/** Documents by their ids, straight from the driver: what every event asks for, where casting and hooks are half the cost; the loaders use it. */
import type { Model } from 'mongoose';
import { checkStored } from './stored.ts';

/**
 * @returns those that are there, in no order.
 * @throws UnreadableDocument
 */
export async function findByIds<T extends { _id: string }>(
  model: Model<T>,
  ids: readonly string[],
): Promise<T[]> {
  const found = await model.collection.find({ _id: { $in: ids } } as never).toArray();
  return checkStored(model, found, 'whole') as never;
}
