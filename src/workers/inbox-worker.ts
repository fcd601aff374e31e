/** Works events off the inbox: one person's in order, many people's side by side; each ends in one unit of work. */
import type { Timers } from '../clock.ts';
import type { AnswerEvent } from '../bot/answer.ts';
import type { Database } from '../db/connect.ts';
import { groupCommit } from '../db/group-commit.ts';
import type { InboxDocument } from '../db/inbox.ts';
import type { Write } from '../db/unit-of-work.ts';
import { readEvent, toIncoming } from '../line/inbound.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { claims } from './claims.ts';
import { inboxMarks } from './inbox-marks.ts';
import { type Lanes, lanes } from './lanes.ts';
import { outgoing, waitingFor } from './outgoing.ts';
import type { OutboxWorker } from './outbox-worker.ts';
import { type PollLoop, pollLoop } from './poll-loop.ts';
import { eventWait, LEASE_MS, RENEW_MS } from './timing.ts';
import { earlier, turns } from './turns.ts';

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
/** Claimed so often without an end, an event may be what ends the processes that take it up. */
const SUSPECT_CLAIMS = 3;

type Ended = 'done' | 'too-old' | 'dead' | 'not-its-turn' | 'no-longer-ours';

export function inboxWorker(deps: InboxDeps): InboxWorker {
  const { database, holder } = deps;
  const queue = claims<InboxDocument>(database, 'inbox', holder, 'receivedAt');
  const waiting = waitingFor(database);
  const marks = inboxMarks(database);
  const commitTogether = groupCommit<InboxDocument>(database, {
    ending: (rows) => marks.done(rows, deps.now()),
  });
  const isTurn = turns(database, () => deps.now());
  let lastSuspect: Promise<unknown> = Promise.resolve();
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
      const ended = isSuspect(row) ? await alone(row) : await attempt(row);
      if (ended === 'not-its-turn') return TURN_MS;
      if (ended !== 'no-longer-ours') deps.metrics.eventProcessed(ended, seconds());
      return null;
    } catch (error) {
      return failed(row, error, seconds()).catch((lost: unknown) => {
        // not even the failure could be noted: the lease runs out and another try follows
        deps.log.warn('event-lost-hold', { eventId: row._id, error: lost });
        return null;
      });
    }
  }

  /**
   * Suspects are tried one at a time, and each try is noted before it begins: where a process ends meanwhile,
   * the mark stays on that one event, until it is given up.
   */
  function alone(row: InboxDocument): Promise<Ended> {
    const ended = lastSuspect.then(async () => {
      if (!(await isTurn(row))) return 'not-its-turn';
      row.attempts += 1;
      if (eventWait(row.attempts) === null) return dead(row, 'taken up again and again without an end');
      if (!(await marks.tried(row, row.error))) return 'no-longer-ours';
      return attempt(row).catch((error: unknown) => {
        // it ended after all: counted as any other failure
        row.attempts -= 1;
        throw error;
      });
    });
    lastSuspect = ended.catch(() => undefined);
    return ended;
  }

  async function attempt(row: InboxDocument): Promise<Ended> {
    const event = readEvent(JSON.parse(row.event ?? '{}'));
    const incoming = event && toIncoming(row._id, event, row.receivedAt);
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
      const writes: Write[] = [...(handled?.writes ?? []), ...(sends?.writes ?? [])];
      const committed = await commitTogether(writes, row);
      if (committed.ok) {
        sends?.committed();
        deps.outbox.accept(sends?.rows ?? []);
        deps.committed?.(writes);
        if (!handled?.ignored) return 'done';
        const { because, milliseconds } = handled.ignored;
        deps.log.warn('event-ignored', { eventId: row._id, reason: because, milliseconds });
        return because;
      }
      if (!(await marks.isMine(row))) return 'no-longer-ours';
    }
    throw new Error('the same conflict again and again');
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

  const poll: PollLoop = pollLoop(
    async () => {
      const room = MOST_IN_HAND - all.size();
      if (room <= 0) return true;
      const rows = await queue.claim(Math.min(room, 64), deps.now(), all.has);
      for (const row of rows.toSorted((a, b) => (earlier(a, b) ? -1 : 1))) all.add(row);
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

/** Processes that had it ended without a word, or lost it: more often than it failed. */
function isSuspect({ fence, attempts }: InboxDocument): boolean {
  return fence - attempts >= SUSPECT_CLAIMS;
}
