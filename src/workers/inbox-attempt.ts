/** One try at one event: its turn, its answer, and the unit of work it ends in; the inbox worker calls it and counts what it failed at. */
import { groupCommit } from '../db/group-commit.ts';
import type { InboxDocument } from '../db/inbox.ts';
import type { Write } from '../db/unit-of-work.ts';
import { readEvent, toIncoming } from '../line/inbound.ts';
import type { InboxMarks } from './inbox-marks.ts';
import type { InboxDeps } from './inbox-worker.ts';
import { locks } from './locks.ts';
import { outgoing, waitingFor } from './outgoing.ts';

export type Ended = 'done' | 'ignored' | 'dead' | 'not-its-turn' | 'no-longer-ours';

/** Races with other processes are decided anew this often before the event waits. */
const CONFLICT_TRIES = 16;
/** The longest pause between two of them. */
const CONFLICT_MS = 60;

/** @returns the try; it rejects where answering or storing failed. */
export function attempts(
  deps: InboxDeps,
  { marks, isTurn }: { marks: InboxMarks; isTurn: (row: InboxDocument) => Promise<boolean> },
): (row: InboxDocument) => Promise<Ended> {
  const { database, holder } = deps;
  const waiting = waitingFor(database);
  const commitTogether = groupCommit<InboxDocument>(database, {
    ending: (rows) => marks.done(rows, deps.now()),
  });
  const contested = locks();

  async function attempt(row: InboxDocument): Promise<Ended> {
    const event = readEvent(JSON.parse(row.event ?? '{}'));
    const incoming = event && toIncoming(row._id, event, row.receivedAt);
    if (!incoming || incoming.content.kind === 'unknown') return ignored(row);
    let release: (() => void) | null = null;
    try {
      for (let tries = 0; tries < CONFLICT_TRIES; tries++) {
        const riders = incoming.replyToken ? waiting(incoming.chat.id) : Promise.resolve(null);
        // it is awaited below, or not at all when answering fails
        riders.catch(() => undefined);
        const turn = isTurn(row);
        const [handled, its] = await Promise.all([deps.answer(incoming, row.office, turn), turn]);
        if (!its) return 'not-its-turn';
        const sends = handled
          ? await outgoing(database, incoming, handled, {
              holder,
              now: deps.now(),
              receivedAt: row.receivedAt,
              riders,
            })
          : null;
        const writes: Write[] = [...(handled?.writes ?? []), ...(sends?.writes ?? [])];
        if (!release) {
          const changed = changedByMany(writes);
          release = contested.take(changed);
          if (!release) {
            // somebody is changing it at this moment: what was decided is out of date by the time it could be stored
            release = await contested.wait(changed);
            continue;
          }
        }
        const committed = await commitTogether(writes, row);
        if (committed.ok) {
          sends?.committed();
          deps.outbox.accept(sends?.rows ?? []);
          deps.committed?.(writes);
          if (!handled?.ignored) return 'done';
          const { because, milliseconds } = handled.ignored;
          deps.log.warn('event-ignored', { eventId: row._id, reason: because, milliseconds });
          deps.metrics.eventsIgnored(because);
          return 'ignored';
        }
        if (!(await marks.isMine(row))) return 'no-longer-ours';
        await pause(Math.random() * CONFLICT_MS);
      }
    } finally {
      release?.();
    }
    throw new Error('the same conflict again and again');
  }

  async function ignored(row: InboxDocument): Promise<Ended> {
    const committed = await commitTogether([], row);
    if (!committed.ok) return 'no-longer-ours';
    deps.metrics.eventsIgnored('unreadable');
    return 'ignored';
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void deps.timers.after(milliseconds, resolve));
  }

  return attempt;
}

/** What others may be changing at the same time; a conversation is its person's alone. */
function changedByMany(writes: readonly Write[]): string[] {
  return writes.flatMap(({ to, update }) =>
    update && to !== 'conversations' && to !== 'outbox' ? `${to} ${String(update.where['_id'])}` : [],
  );
}
