/** States of activities that reports under way bring about: the next report on one is decided on top of them, not after them. The inbox worker's tries share one. Pure. */
import type { ActivityState } from '../../domain/activity.ts';
import type { Committed, Write } from '../../db/unit-of-work.ts';

/** Beyond it the oldest are forgotten: then the database alone decides. */
const MOST = 1_000;

export interface LatestStates {
  /** @returns the state an activity is being brought to, by its id; null where nothing is known. */
  of: (id: string) => ActivityState | null;
  /** Whether the writes start from a state that is out of date. */
  areStale(writes: readonly Write[]): boolean;
  /**
   * Notes what the writes bring about while they are being stored; forgotten when that fails.
   * @returns whether others may go on from there at once; false where they have to wait until it is stored.
   */
  note(writes: readonly Write[], storing: Promise<Committed>): boolean;
  /** Resolves when what is known of the writes' activities is stored or failed: what is read from then on is as new. */
  settled(writes: readonly Write[]): Promise<void>;
}

interface Latest {
  state: ActivityState;
  stored: Promise<boolean>;
}

export function latestStates(): LatestStates {
  const latest = new Map<string, Latest>();

  function forget(id: string, one: Latest): void {
    if (latest.get(id) === one) latest.delete(id);
  }

  return {
    of: (id) => latest.get(id)?.state ?? null,
    areStale: (writes) =>
      statesIn(writes).some(({ id, state }) => (latest.get(id)?.state.rev ?? 0) >= state.rev),
    note(writes, storing) {
      const stored = storing.then(
        ({ ok }) => ok,
        () => false,
      );
      for (const { id, state } of statesIn(writes)) {
        const one = { state, stored };
        latest.delete(id);
        latest.set(id, one);
        void stored.then((ok) => (ok ? undefined : forget(id, one)));
      }
      for (const id of latest.keys()) {
        if (latest.size <= MOST) break;
        latest.delete(id);
      }
      return changedByMany(writes).every(isState);
    },
    async settled(writes) {
      for (const { id } of statesIn(writes)) {
        const one = latest.get(id);
        if (!one) continue;
        await one.stored;
        forget(id, one);
      }
    },
  };
}

/** @returns keys of what others may be changing at the same time; a conversation is its person's alone. */
export function changedByMany(writes: readonly Write[]): string[] {
  return writes.flatMap(({ to, update }) =>
    update && to !== 'conversations' && to !== 'outbox' ? `${to} ${String(update.where['_id'])}` : [],
  );
}

/** @param key one of those. @returns whether all there is to know of it is the state an activity is brought to. */
export function isState(key: string): boolean {
  return key.startsWith('activities ');
}

function statesIn(writes: readonly Write[]): { id: string; state: ActivityState }[] {
  return writes.flatMap(({ to, update }) => {
    if (to !== 'activities' || !update) return [];
    const { state } = (update.change['$set'] ?? {}) as { state?: ActivityState };
    return state ? [{ id: String(update.where['_id']), state }] : [];
  });
}
