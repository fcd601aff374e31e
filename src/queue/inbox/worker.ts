/** Works events off the inbox: one person's in order, many people's side by side; each ends in one unit of work. */
import type { Timers } from '../../clock.ts';
import { inOffice } from '../../current-office.ts';
import type { AnswerEvent } from '../../bot/answer.ts';
import type { Database } from '../../db/connect.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import type { Write } from '../../db/unit-of-work.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { claims, IN_ORDER } from '../leases/claims.ts';
import { inboxClaims, LANE_LOW, type Lane, laneOf } from './claims.ts';
import { inboxMarks } from './marks.ts';
import { isPastMinute } from '../outbox/late-answers.ts';
import { type Lanes, lanes } from '../lanes.ts';
import { leaseRenewal } from '../leases/renewal.ts';
import type { OutboxWorker } from '../outbox/worker.ts';
import { officesOf } from './offices-of.ts';
import { type PollLoop, pollLoop } from '../poll-loop.ts';
import { room } from './room.ts';
import { LEASE_MS } from '../timing.ts';
import { tries } from './tries.ts';
import { earlier, turns } from './turns.ts';
import { underWay } from '../under-way.ts';
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

/** While others are about: so little of it that a flood of one office's is hardly felt by them; two hundred people's events of 30 ms are through in 40 s, while their reply tokens live, by one instance alone. */
const ALLOWANCE = { places: 8, burstMs: 100, rate: 0.15 };

export function inboxWorker(deps: InboxDeps): InboxWorker {
  const { database, holder } = deps;
  const queue = claims<InboxDocument>(database, 'inbox', holder, 'receivedAt');
  const marks = inboxMarks(database, deps.timers);
  const isTurn = turns(database, () => deps.now(), wantMore);
  const under = underWay(() => deps.now());
  const tried = tries(deps, { marks, isTurn, step: (row, step) => under.step(row._id, step) });
  const unsure = unsureRows<InboxDocument>(database, 'inbox', holder);
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
      if (left <= LANE_LOW && claiming.isBehind(laneOf(row))) wantMore(row);
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

  function take(rows: readonly InboxDocument[]): void {
    for (const row of rows.toSorted((a, b) => (earlier(a, b) ? -1 : 1))) all.add(row);
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
      if (all.sizeOf(lane) <= LANE_LOW) wantMore(row);
    },
    lookFor: (row) => unsure.add(row),
    standing: (now) => under.standing(now, all.size() - all.backingOff(), renew.left()),
    abandon() {
      void poll.stop();
      void renew.stop();
      void all.drain();
      return (abandoned ??= queue.release(inHand(), deps.now()));
    },
    async idle() {
      do {
        await all.idle();
        // what was stored without coming in hand is looked for
        if (wanted.size > 0) poll.wake();
        await poll.ended();
      } while (wanted.size + all.size() > 0);
    },
    async stop() {
      if (abandoned) return abandoned;
      await poll.stop();
      await all.drain();
      await renew.stop();
      await queue.release(inHand(), deps.now(), IN_ORDER);
    },
  };
}
