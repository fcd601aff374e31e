/** Works events off the inbox: one person's in order, many people's side by side; each ends in one unit of work. */
import type { Timers } from '../../clock.ts';
import { inOffice } from '../../current-office.ts';
import type { AnswerEvent } from '../../bot/answer.ts';
import { isDatabaseAway } from '../../db/away.ts';
import type { Database } from '../../db/connect.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import type { Write } from '../../db/unit-of-work.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { within } from '../../waits.ts';
import { claims, IN_ORDER } from '../leases/claims.ts';
import { attempts, type Ended } from './attempt.ts';
import { FEW, inboxClaims, type Lane, laneOf } from './claims.ts';
import { inboxMarks } from './marks.ts';
import { isPastMinute } from '../outbox/late-answers.ts';
import { type Lanes, lanes } from '../lanes.ts';
import { leaseRenewal } from '../leases/renewal.ts';
import type { OutboxWorker } from '../outbox/worker.ts';
import { officesOf } from './offices-of.ts';
import { ownFault } from './own-fault.ts';
import { type PollLoop, pollLoop } from '../poll-loop.ts';
import { room } from './room.ts';
import { isSuspect, suspects } from './suspects.ts';
import { AWAY_MS, EARLY_MS, eventWait, LEASE_MS } from '../timing.ts';
import { turnWaits } from './turn-wait.ts';
import { earlier, turns } from './turns.ts';
import { type UnderWay, underWay } from '../under-way.ts';
import { unsureRows } from '../leases/unsure-rows.ts';
import type { Watched } from '../watch.ts';

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
  /** How long what was said of something that is not there waits for it; a second when left out. */
  earlyMs?: number | undefined;
  metrics: Pick<Metrics, 'eventProcessed' | 'eventsIgnored' | 'queueDepth' | 'deadLetter'>;
  log: Log;
}

export interface InboxWorker extends Watched {
  /** Lease for a row the webhook is about to store, null when this process has enough in hand, or of that lane. */
  lease(office: string, key: string): { holder: string; until: Date } | null;
  /** Hears of a row that was stored, and takes it when it has that lease. */
  accept(row: InboxDocument): void;
  /** Takes a row that may have been stored with that lease, once it is seen to be there. */
  lookFor(row: InboxDocument): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Tried {
  /** Milliseconds until it is worked on again, null when it is through. */
  wait: number | null;
  how: Parameters<UnderWay['end']>[1];
}

/** While others are about: so little of it that a flood of one office's is hardly felt by them; two hundred people's events of 30 ms are through in 40 s, while their reply tokens live, by one instance alone. */
const ALLOWANCE = { places: 8, burstMs: 100, rate: 0.15 };
/** Whoever others were quicker than tries again soon; so often that is nobody's fault, however many report on one activity. */
const CONTESTED_MS = 1_000;
const MOST_CONTESTED = 12;
/** What becomes of a row that MongoDB's absence kept from its end. */
const AWAY: Tried = { wait: AWAY_MS, how: 'again' };
/** How long MongoDB may take to show that it is there. */
const PING_MS = 1_000;

export function inboxWorker(deps: InboxDeps): InboxWorker {
  const { database, holder } = deps;
  const queue = claims<InboxDocument>(database, 'inbox', holder, 'receivedAt');
  const marks = inboxMarks(database, deps.timers);
  const isTurn = turns(database, () => deps.now(), wantMore);
  const under = underWay(() => deps.now());
  const attempt = attempts(deps, { marks, isTurn, step: (row, step) => under.step(row._id, step) });
  const amongSuspects = suspects();
  const unsure = unsureRows<InboxDocument>(database, 'inbox', holder);
  const isOwnFault = ownFault<InboxDocument>(() => database.ping(PING_MS));
  /** Events that came to their end so far. */
  let cameThrough = 0;
  const turnWait = turnWaits<InboxDocument>(() => deps.now());
  const contested = new WeakMap<InboxDocument, number>();
  let abandoned: Promise<void> | null = null;
  const all: Lanes<InboxDocument> = lanes<InboxDocument>({
    id: (row) => row._id,
    key: laneOf,
    office: officesOf(database, deps.timers),
    allowance: { ...ALLOWANCE, now: () => deps.now().getTime() },
    before: earlier,
    // those who can still be answered go before those who came too late anyway
    urgent: (row) => !isPastMinute(row.receivedAt, deps.now()),
    through(row, left) {
      if (left <= FEW && claiming.isBehind(laneOf(row))) wantMore(row);
    },
    concurrency: deps.concurrency ?? 64,
    timers: deps.timers,
    work,
  });
  const claiming = inboxClaims(database, queue, all.has);
  const hand = room(all, claiming, () => deps.now());
  const wanted = new Map<string, Lane>();

  function wantMore(lane: Lane): void {
    // those of the same turn are looked for together
    if (wanted.size === 0) setImmediate(() => poll.wake());
    wanted.set(laneOf(lane), { office: lane.office, key: lane.key });
  }

  async function work(row: InboxDocument): Promise<number | null> {
    under.begin(row._id, 'turn');
    const { wait, how } = await inOffice(row.office, () => tried(row));
    under.end(row._id, how);
    return wait;
  }

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

  function take(rows: readonly InboxDocument[]): void {
    for (const row of rows.toSorted((a, b) => (earlier(a, b) ? -1 : 1))) all.add(row);
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
      take(await unsure.find(deps.now()));
      const lanesToFill = [...wanted.values()];
      wanted.clear();
      const { rows, more } = await hand.takeUp(lanesToFill);
      take(rows);
      return wanted.size > 0 || more;
    },
    {
      idleMs: 1000,
      busyMs: 5,
      timers: deps.timers,
      failed: (error) => deps.log.warn('inbox-poll-failed', { error }),
    },
  );
  const renew = leaseRenewal('inbox', queue, () => all.ids(), deps);
  /** Those that may be there without its having seen them, too. */
  const inHand = (): string[] => [...all.ids(), ...unsure.ids()];

  return {
    lease(office, key) {
      const isFull = hand.isFull({ office, key });
      return isFull ? null : { holder, until: new Date(deps.now().getTime() + LEASE_MS) };
    },
    accept(row) {
      if (row.holder === holder) return all.add(row);
      const lane = laneOf(row);
      claiming.leftBehind(lane);
      if (all.sizeOf(lane) <= FEW) wantMore(row);
    },
    lookFor: (row) => unsure.add(row),
    standing: (now) => under.standing(now, all.size() - all.backingOff(), renew.left()),
    abandon() {
      void poll.stop();
      void renew.stop();
      void all.drain();
      return (abandoned ??= queue.release(inHand(), deps.now()));
    },
    idle: () => all.idle(),
    async stop() {
      if (abandoned) return abandoned;
      await poll.stop();
      await all.drain();
      await renew.stop();
      await queue.release(inHand(), deps.now(), IN_ORDER);
    },
  };
}
