/** States of activities that reports under way bring about: the next report on one is decided on top of them, not after them. The inbox worker's tries share one. Pure. */
import type { ActivityState } from '../domain/activity.ts';
import type { Write } from '../db/unit-of-work.ts';

/** Beyond it the oldest are forgotten: then the database alone decides. */
const MOST = 1_000;

export interface LatestStates {
  /** @returns the state an activity is being brought to, by its id; null where nothing is known. */
  of: (id: string) => ActivityState | null;
  /** Whether the writes start from a state that is out of date. */
  areStale(writes: readonly Write[]): boolean;
  /**
   * Notes what the writes bring about, from now on.
   * @returns what takes it back when they failed, or null where others have to wait until they are stored.
   */
  note(writes: readonly Write[]): (() => void) | null;
}

export function latestStates(): LatestStates {
  const latest = new Map<string, ActivityState>();
  return {
    of: (id) => latest.get(id) ?? null,
    areStale: (writes) => reportsIn(writes).some(({ id, state }) => (latest.get(id)?.rev ?? 0) >= state.rev),
    note(writes) {
      if (changedByMany(writes).some((key) => !key.startsWith('activities '))) return null;
      const reports = reportsIn(writes);
      for (const { id, state } of reports) {
        latest.delete(id);
        latest.set(id, state);
      }
      for (const id of latest.keys()) {
        if (latest.size <= MOST) break;
        latest.delete(id);
      }
      return () => {
        for (const { id, state } of reports) if (latest.get(id) === state) latest.delete(id);
      };
    },
  };
}

/** @returns keys of what others may be changing at the same time; a conversation is its person's alone. */
export function changedByMany(writes: readonly Write[]): string[] {
  return writes.flatMap(({ to, update }) =>
    update && to !== 'conversations' && to !== 'outbox' ? `${to} ${String(update.where['_id'])}` : [],
  );
}

function reportsIn(writes: readonly Write[]): { id: string; state: ActivityState }[] {
  return writes.flatMap(({ to, update }) => {
    if (to !== 'activities' || !update) return [];
    const { state } = (update.change['$set'] ?? {}) as { state?: ActivityState };
    return state ? [{ id: String(update.where['_id']), state }] : [];
  });
}
