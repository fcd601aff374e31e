/** Which evidence this process takes in hand: a few of each sender's, however much somebody sent. The evidence worker asks. */
import { type DueEvidence, findDueEvidence } from '../db/evidence.ts';
import type { Models } from '../db/collections.ts';
import type { Lanes } from '../queue/lanes.ts';

/** Rows of one look, and of one sender in hand. */
const LOOK = 64;
const LANE_DEPTH = 8;

/** One sender's one after the other; of people who were erased nobody's. */
export function senderLaneOf({ _id, by }: DueEvidence): string {
  return by ?? _id;
}

export interface EvidenceLooks {
  /** Takes up what is due. @returns how many were; one look at a time, the last of several asked for meanwhile. */
  look(): Promise<number>;
  /** Whether more of that sender was due than is taken in hand. */
  isBehind(one: DueEvidence): boolean;
  /** Resolves when no look is under way. */
  over(): Promise<void>;
}

export function evidenceLooks(
  models: Models,
  now: () => Date,
  hand: Pick<Lanes<DueEvidence>, 'add' | 'has' | 'sizeOf'>,
): EvidenceLooks {
  let looking: Promise<number> | null = null;
  let again = false;
  let behind = new Set<string | null>();

  async function lookOnce(): Promise<number> {
    let count = 0;
    const full = new Set<string | null>();
    for (;;) {
      const before = full.size;
      const due = await findDueEvidence(models, now(), LOOK, [...full]);
      for (const one of due) {
        if (hand.has(one._id)) continue;
        if (hand.sizeOf(senderLaneOf(one)) < LANE_DEPTH) hand.add(one);
        else full.add(one.by);
      }
      count += due.length;
      // behind those of whom enough is in hand there may be others
      if (due.length < LOOK || full.size === before) break;
    }
    behind = full;
    return count;
  }

  async function lookOn(): Promise<number> {
    let count = 0;
    do {
      again = false;
      count += await lookOnce();
    } while (again);
    return count;
  }

  return {
    look() {
      again = looking !== null;
      looking ??= lookOn().finally(() => (looking = null));
      return looking;
    },
    isBehind: ({ by }) => behind.has(by),
    over: async () => void (await looking?.catch(() => undefined)),
  };
}
