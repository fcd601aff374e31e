/** Joins look-ups that happen at the same time into one query; the event loaders use it. */
import { UnreadableDocument } from './stored.ts';

/**
 * @param fetch answers all keys at once; a key missing from its map is null.
 * @returns a look-up of one key; calls made before the next turn of the event loop share one fetch.
 */
export function coalesce<Key, Value>(
  fetch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | null> {
  let pending: { keys: Set<Key>; result: Promise<ReadonlyMap<Key, Value>> } | null = null;
  return async (key) => {
    if (!pending) {
      const batch = { keys: new Set<Key>(), result: Promise.resolve(new Map() as ReadonlyMap<Key, Value>) };
      batch.result = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        pending = null;
        return fetch([...batch.keys]);
      });
      pending = batch;
    }
    const batch = pending;
    batch.keys.add(key);
    try {
      return (await batch.result).get(key) ?? null;
    } catch (error) {
      // what cannot be read is one of them: it fails alone
      if (!(error instanceof UnreadableDocument) || batch.keys.size === 1) throw error;
      return (await fetch([key])).get(key) ?? null;
    }
  };
}
