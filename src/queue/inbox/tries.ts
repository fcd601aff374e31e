/** What comes of each try at an event: through, to be tried again later, or given up; what is its own fault counts against it. The inbox worker asks. */
import { isDatabaseAway } from '../../db/away.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import { within } from '../../waits.ts';
import { AWAY_MS, EARLY_MS, eventWait } from '../timing.ts';
import type { RowStep, UnderWay } from '../under-way.ts';
import { attempts, type Ended } from './attempt.ts';
import type { InboxMarks } from './marks.ts';
import { ownFault } from './own-fault.ts';
import { isSuspect, suspects } from './suspects.ts';
import { turnWaits } from './turn-wait.ts';
import type { InboxDeps } from './worker.ts';

interface Tried {
  /** Milliseconds until it is worked on again, null when it is through. */
  wait: number | null;
  how: Parameters<UnderWay['end']>[1];
}

/** Whoever others were quicker than tries again soon; so often that is nobody's fault, however many report on one activity. */
const CONTESTED_MS = 1_000;
const MOST_CONTESTED = 12;
/** What becomes of a row that MongoDB's absence kept from its end. */
const AWAY: Tried = { wait: AWAY_MS, how: 'again' };
/** How long MongoDB may take to show that it is there. */
const PING_MS = 1_000;

/** @returns a try that never rejects. @param step is told what it waits for. */
export function tries(
  deps: InboxDeps,
  those: {
    marks: InboxMarks;
    isTurn: (row: InboxDocument) => Promise<boolean>;
    step: (row: InboxDocument, step: RowStep) => void;
  },
): (row: InboxDocument) => Promise<Tried> {
  const { database } = deps;
  const { marks, isTurn } = those;
  const attempt = attempts(deps, those);
  const amongSuspects = suspects();
  const isOwnFault = ownFault<InboxDocument>(() => database.ping(PING_MS));
  /** Events that came to their end so far. */
  let cameThrough = 0;
  const turnWait = turnWaits<InboxDocument>(() => deps.now());
  const contested = new WeakMap<InboxDocument, number>();

  async function tried(row: InboxDocument): Promise<Tried> {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    try {
      const ended = isSuspect(row) ? await suspected(row) : await attempt(row);
      if (ended === 'not-its-turn') return { wait: turnWait(row), how: 'waits' };
      if (ended === 'contested') {
        const times = (contested.get(row) ?? 0) + 1;
        contested.set(row, times);
        if (times > MOST_CONTESTED) throw new Error('the same conflict again and again');
        return { wait: Math.random() * CONTESTED_MS, how: 'waits' };
      }
      if (ended === 'early') return { wait: deps.earlyMs ?? EARLY_MS, how: 'waits' };
      if (ended === 'no-longer-ours') return { wait: null, how: 'ended' };
      cameThrough += 1;
      deps.metrics.eventProcessed(ended, seconds());
      return { wait: null, how: 'ended' };
    } catch (error) {
      // it stays in hand for when MongoDB is back
      if (isDatabaseAway(error) && !(await isOwnFault(row, cameThrough))) return AWAY;
      return failed(row, error, seconds()).then(
        (wait) => ({ wait, how: 'ended' }),
        (lost: unknown) => {
          if (isDatabaseAway(lost)) return AWAY;
          // not even the failure could be noted: the lease runs out and another try follows
          deps.log.warn('event-lost-hold', { eventId: row._id, error: lost });
          return { wait: null, how: 'ended' };
        },
      );
    }
  }

  /**
   * Of suspects each try is noted before it begins: where a process ends meanwhile, the mark stays on the few that were
   * tried then, and on the one that brings it about until it is given up.
   */
  function suspected(row: InboxDocument): Promise<Ended> {
    return amongSuspects(row, async () => {
      if (!(await within('event', isTurn(row), deps.timers))) return 'not-its-turn';
      row.attempts += 1;
      if (eventWait(row.attempts) === null) return dead(row, 'taken up again and again without an end');
      if (!(await marks.tried(row, row.error))) return 'no-longer-ours';
      return attempt(row).catch((error: unknown) => {
        // it ended after all: counted as any other failure
        row.attempts -= 1;
        throw error;
      });
    });
  }

  async function failed(row: InboxDocument, error: unknown, seconds: number): Promise<number | null> {
    row.attempts += 1;
    const wait = eventWait(row.attempts);
    const reason = error instanceof Error ? error.message : String(error);
    deps.metrics.eventProcessed(wait === null ? 'dead' : 'retry', seconds);
    deps.log.warn('event-failed', { eventId: row._id, attempts: row.attempts, error });
    if (wait === null) await dead(row, reason);
    else await marks.tried(row, reason);
    return wait;
  }

  async function dead(row: InboxDocument, reason: string): Promise<'dead'> {
    deps.metrics.deadLetter('inbox');
    deps.log.warn('event-dead', { eventId: row._id, attempts: row.attempts, reason });
    await marks.dead(row, reason, deps.now());
    return 'dead';
  }

  return tried;
}
