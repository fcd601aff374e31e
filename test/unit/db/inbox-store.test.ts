/** How long the webhook waits for a database that says nothing, and how many may wait with it. */
import { afterEach, expect, it, vi } from 'vitest';
import type { Database } from '../../../src/db/connect.ts';
import type { InboxDocument } from '../../../src/db/inbox.ts';
import { inboxStore, NotDurable } from '../../../src/db/inbox-store.ts';

afterEach(() => vi.useRealTimers());

const never = () => new Promise(() => undefined);
const silent = { models: { inbox: { collection: { insertOne: never, insertMany: never } } } };
const row = (id: string): InboxDocument => ({ _id: id }) as InboxDocument;
const fault = (put: Promise<unknown>) => put.then(String, (error: unknown) => error);

it('gives up before LINE does when the database is silent, for those that wait behind as well', async () => {
  vi.useFakeTimers();
  const stored = vi.fn();
  const store = inboxStore(silent as unknown as Database, stored, { batch: 2 });
  const all = Promise.all(['1', '2', '3', '4', '5'].map((id) => fault(store.put(row(id)))));
  await vi.advanceTimersByTimeAsync(1_900);
  expect(await all).toEqual(Array.from({ length: 5 }, () => new NotDurable('late')));
  expect(stored).not.toHaveBeenCalled();
});

it('turns away what is too much at once', async () => {
  vi.useFakeTimers();
  const store = inboxStore(silent as unknown as Database, () => undefined, { cap: 3, batch: 1 });
  const first = ['1', '2', '3'].map((id) => fault(store.put(row(id))));
  expect(store.waiting()).toBe(3);
  expect(await fault(store.put(row('4')))).toEqual(new NotDurable('full'));
  await vi.advanceTimersByTimeAsync(1_900);
  expect(await Promise.all(first)).toEqual(Array.from({ length: 3 }, () => new NotDurable('late')));
});
