/** What a worker is at this moment: which row is under way since when, and what it waits for; each worker notes it, the watch looks. */

/** What a row waits for, in a log line's word. */
export type RowStep = 'turn' | 'answer' | 'riders' | 'lock' | 'commit' | 'note' | 'line' | 'webhook';

export interface WorkerState {
  /** The row that has been under way the longest; rows backing off till their next try are not. */
  oldest: { id: string; step: RowStep; milliseconds: number } | null;
  /** Rows that something came of so far. */
  ended: number;
  /** There is something in hand that could be worked on, or could have been taken up for long. */
  hasWork: boolean;
  /** Age of the oldest open row of the collection. */
  oldestSeconds: number;
}

export interface UnderWay {
  begin(id: string, step: RowStep): void;
  step(id: string, step: RowStep): void;
  /** @param how ended: something came of it. again: MongoDB was away. waits: for others, who have to come first. */
  end(id: string, how: 'ended' | 'again' | 'waits'): void;
  /** @param left in the collection, when somebody looked last. */
  standing(now: Date, inHand: number, left: { oldestSeconds: number; dueSeconds: number }): WorkerState;
}

/** What is due is taken up within a second where there is room. */
const LONG_DUE_SECONDS = 10;

export function underWay(now: () => Date): UnderWay {
  const rows = new Map<string, { step: RowStep; since: number }>();
  /** Begun, and nothing came of it. */
  const again = new Set<string>();
  let ended = 0;
  return {
    begin(id, step) {
      rows.set(id, { step, since: now().getTime() });
    },
    step(id, step) {
      const row = rows.get(id);
      if (row) row.step = step;
    },
    end(id, how) {
      rows.delete(id);
      if (how === 'again') again.add(id);
      else again.delete(id);
      if (how === 'ended') ended += 1;
    },
    standing(at, inHand, { oldestSeconds, dueSeconds }) {
      // they stand in the order of their beginning
      const [first] = rows;
      const oldest = first && {
        id: first[0],
        step: first[1].step,
        milliseconds: at.getTime() - first[1].since,
      };
      const hasWork = inHand > 0 || again.size > 0 || dueSeconds >= LONG_DUE_SECONDS;
      return { oldest: oldest ?? null, ended, hasWork, oldestSeconds };
    },
  };
}
