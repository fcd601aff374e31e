/** Works events off the inbox: one person's in order, many people's side by side; each ends in one unit of work. */
import type { Timers } from '../clock.ts';
import type { AnswerEvent } from '../bot/answer.ts';
import { coalesce } from '../db/coalesce.ts';
import type { Database } from '../db/connect.ts';
import { groupCommit } from '../db/group-commit.ts';
import type { InboxDocument } from '../db/inbox.ts';
import type { Write } from '../db/unit-of-work.ts';
import { readEvent, toIncoming } from '../line/inbound.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { claims } from './claims.ts';
import { type Lanes, lanes } from './lanes.ts';
import { outgoing, waitingFor } from './outgoing.ts';
import type { OutboxWorker } from './outbox-worker.ts';
import { type PollLoop, pollLoop } from './poll-loop.ts';
import { eventWait, LEASE_MS, RENEW_MS } from './timing.ts';

export interface InboxDeps {
  database: Database;
  outbox: OutboxWorker;
  answer: AnswerEvent;
  /** Called after each commit with what was written: the short cut of other workers. */
  committed?(writes: readonly Write[]): void;
  now(): Date;
  timers: Timers;
  holder: string;
  concurrency?: number;
  metrics: Pick<Metrics, 'eventProcessed' | 'queueDepth' | 'deadLetter'>;
  log: Log;
}

export interface InboxWorker {
  /** Lease for rows the webhook is about to store, null when this process has enough in hand. */
  lease(): { holder: string; until: Date } | null;
  /** Takes a row that was stored with that lease. */
  accept(row: InboxDocument): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** More than this in hand and leases might run out before their turn; the rest waits in the collection. */
const MOST_IN_HAND = 2_000;
/** Races with other events of the same activity are decided anew this often before the event waits. */
const CONFLICT_TRIES = 8;
/** An earlier event of the same person, in another process's hands, is waited for. */
const TURN_MS = 100;
/** But not longer than this: a bad event must not hold up its sender for ever. */
const LONGEST_TURN_MS = 5 * 60_000;

export function inboxWorker(deps: InboxDeps): InboxWorker {
  const { database, holder } = deps;
  const queue = claims<InboxDocument>(database, 'inbox', holder, 'receivedAt');
  const commitTogether = groupCommit(database);
  const waiting = waitingFor(database);
  const openOf = coalesce(async (keys: readonly string[]) => {
    const rows = await database.models.inbox.collection
      .find({ key: { $in: keys }, open: true }, { projection: { key: 1, at: 1, receivedAt: 1, office: 1 } })
      .toArray();
    return Map.groupBy(rows as unknown as InboxDocument[], (row) => row.key);
  });
  const all: Lanes<InboxDocument> = lanes<InboxDocument>({
    id: (row) => row._id,
    key: (row) => row.key,
    before: earlier,
    concurrency: deps.concurrency ?? 64,
    timers: deps.timers,
    work,
  });

  async function work(row: InboxDocument): Promise<number | null> {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    try {
      const ended = await attempt(row);
      if (ended === 'not-its-turn') return TURN_MS;
      if (ended === 'done') deps.metrics.eventProcessed('done', seconds());
      return null;
    } catch (error) {
      return failed(row, error, seconds()).catch((lost: unknown) => {
        // not even the failure could be noted: the lease runs out and another try follows
        deps.log.warn('event-lost-hold', { eventId: row._id, error: lost });
        return null;
      });
    }
  }

  /** False while an earlier event of the same person is open, here or in another process's hands. */
  async function isTurn(row: InboxDocument): Promise<boolean> {
    const now = deps.now().getTime();
    const open = (await openOf(row.key)) ?? [];
    return !open.some(
      (one) => one._id !== row._id && earlier(one, row) && now - one.receivedAt.getTime() < LONGEST_TURN_MS,
    );
  }

  async function attempt(row: InboxDocument): Promise<'done' | 'not-its-turn' | 'no-longer-ours'> {
    const event = readEvent(JSON.parse(row.event ?? '{}'));
    const incoming = event && toIncoming(row._id, event);
    for (let tries = 0; tries < CONFLICT_TRIES; tries++) {
      const riders = incoming?.replyToken ? waiting(incoming.chat.id) : Promise.resolve(null);
      // it is awaited below, or not at all when answering fails
      riders.catch(() => undefined);
      const turn = isTurn(row);
      const [handled, its] = await Promise.all([
        incoming ? deps.answer(incoming, row.office, turn) : null,
        turn,
      ]);
      if (!its) return 'not-its-turn';
      const sends =
        handled && incoming
          ? await outgoing(database, incoming, handled, { holder, now: deps.now(), riders })
          : null;
      const writes: Write[] = [...(handled?.writes ?? []), ...(sends?.writes ?? []), doneWrite(row)];
      const committed = await commitTogether(writes);
      if (committed.ok) {
        sends?.committed();
        deps.outbox.accept(sends?.rows ?? []);
        deps.committed?.(writes);
        return 'done';
      }
      if (!(await stillMine(row))) return 'no-longer-ours';
    }
    throw new Error('the same conflict again and again');
  }

  function doneWrite(row: InboxDocument): Write {
    return {
      to: 'inbox',
      update: {
        where: { _id: row._id, fence: row.fence, open: true },
        change: {
          $set: { state: 'done', doneAt: deps.now(), event: null, error: null, nextAt: null, holder: null },
          $unset: { open: 1 },
        },
      },
    };
  }

  async function stillMine(row: InboxDocument): Promise<boolean> {
    const mine = { _id: row._id, fence: row.fence, open: true };
    return (await database.models.inbox.collection.countDocuments(mine as never, { limit: 1 })) === 1;
  }

  async function failed(row: InboxDocument, error: unknown, seconds: number): Promise<number | null> {
    row.attempts += 1;
    const wait = eventWait(row.attempts);
    const reason = error instanceof Error ? error.message : String(error);
    deps.metrics.eventProcessed(wait === null ? 'dead' : 'retry', seconds);
    if (wait === null) deps.metrics.deadLetter('inbox');
    deps.log.warn(wait === null ? 'event-dead' : 'event-failed', {
      eventId: row._id,
      attempts: row.attempts,
      error,
    });
    const { collection } = database.models.inbox;
    const mine = { _id: row._id, fence: row.fence, open: true } as never;
    if (wait === null) {
      const dead = {
        state: 'dead',
        doneAt: deps.now(),
        nextAt: null,
        holder: null,
        error: reason,
        attempts: row.attempts,
      };
      await collection.updateOne(mine, { $set: dead, $unset: { open: 1 } });
      return null;
    }
    await collection.updateOne(mine, { $set: { error: reason, attempts: row.attempts } });
    return wait;
  }

  const poll: PollLoop = pollLoop(
    async () => {
      const room = MOST_IN_HAND - all.size();
      if (room <= 0) return true;
      const rows = await queue.claim(Math.min(room, 64), deps.now());
      for (const row of rows) all.add(row);
      return rows.length > 0;
    },
    {
      idleMs: 1000,
      busyMs: 20,
      timers: deps.timers,
      failed: (error) => deps.log.warn('inbox-poll-failed', { error }),
    },
  );
  const renew: PollLoop = pollLoop(
    async () => {
      await queue.renew(all.ids(), deps.now());
      const { open, oldestSeconds } = await queue.depth(deps.now());
      deps.metrics.queueDepth('inbox', open, oldestSeconds);
      return false;
    },
    {
      idleMs: RENEW_MS,
      busyMs: RENEW_MS,
      timers: deps.timers,
      failed: (error) => deps.log.warn('inbox-renew-failed', { error }),
    },
  );

  return {
    lease() {
      return all.size() < MOST_IN_HAND ? { holder, until: new Date(deps.now().getTime() + LEASE_MS) } : null;
    },
    accept(row) {
      if (row.holder === holder) all.add(row);
    },
    idle: () => all.idle(),
    async stop() {
      await poll.stop();
      await all.drain();
      await renew.stop();
      await queue.release(all.ids(), deps.now());
    },
  };
}

/** ULIDs sort by time, so events of the same millisecond keep their order too. */
function earlier(a: InboxDocument, b: InboxDocument): boolean {
  const difference = a.at.getTime() - b.at.getTime();
  return difference === 0 ? a._id < b._id : difference < 0;
}
