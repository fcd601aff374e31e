/** Sends what the outbox owes: the only place that talks to LINE on the bot's behalf. Rows come from the inbox worker's hand or by claim. */
import type { Timers } from '../../clock.ts';
import { inOffice } from '../../current-office.ts';
import type { Database } from '../../db/connect.ts';
import { isDatabaseAway } from '../../db/away.ts';
import type { Send } from '../../line/client.ts';
import type { SendOutcome } from '../../line/send-outcome.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { within } from '../../waits.ts';
import { claims } from '../leases/claims.ts';
import { type Lanes, lanes } from '../lanes.ts';
import { leaseRenewal } from '../leases/renewal.ts';
import { sendRow } from './send.ts';
import { claimedRow, type OutboxRow, whyOver } from './row.ts';
import { settling } from './settling.ts';
import { type PollLoop, pollLoop } from '../poll-loop.ts';
import { underWay } from '../under-way.ts';
import { unsureRows } from '../leases/unsure-rows.ts';
import type { Watched } from '../watch.ts';
import { afterReading, AWAY_MS } from '../timing.ts';

export interface OutboxDeps {
  database: Database;
  /** Sends through the office's channel. */
  client: { send(send: Send & { office: string }): Promise<SendOutcome> };
  /** Real time: leases, back-off and retry keys live by it, whatever the office's clock says. */
  now(): Date;
  timers: Timers;
  holder: string;
  concurrency?: number;
  metrics: Pick<Metrics, 'messageSent' | 'messageExpired' | 'queueDepth' | 'deadLetter'>;
  log: Log;
}

export interface OutboxWorker extends Watched {
  /** Takes rows that were stored with this process as their holder. */
  accept(rows: readonly OutboxRow[]): void;
  /** Takes rows that may have been stored so, once they are seen to be there. */
  lookFor(rows: readonly OutboxRow[]): void;
  /** Looks for due rows now: after a job wrote some. */
  wake(): void;
  /** Takes all that is due now and resolves when nothing of it is under way any more. */
  flush(): Promise<void>;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const PLACES = 24;
/** LINE hanging for some people's messages holds nobody else's up. */
const SLOW_MS = 1_000;

export function outboxWorker(deps: OutboxDeps): OutboxWorker {
  const queue = claims<OutboxRow>(deps.database, 'outbox', deps.holder, 'createdAt');
  const becomes = settling(deps);
  const unsure = unsureRows<OutboxRow>(deps.database, 'outbox', deps.holder);
  const under = underWay(() => deps.now());
  let taking = Promise.resolve(false);
  let abandoned: Promise<void> | null = null;
  const all: Lanes<OutboxRow> = lanes<OutboxRow>({
    id: (row) => row._id,
    key: (row) => row.to,
    office: (row) => row.office,
    allowance: { places: PLACES / 2, burstMs: Infinity, rate: 1, now: () => deps.now().getTime() },
    // somebody looks at the chat and waits
    urgent: (row) => row.kind === 'reply',
    before: (a, b) => a.createdAt < b.createdAt,
    concurrency: deps.concurrency ?? PLACES,
    slowMs: SLOW_MS,
    begin: afterReading,
    timers: deps.timers,
    async work(row) {
      under.begin(row._id, 'line');
      const wait = await inOffice(row.office, () => work(row));
      under.end(row._id, wait === AWAY_MS ? 'again' : 'ended');
      return wait;
    },
  });

  /** One try. @returns the wait before the next one where the row stays in hand, null when it is settled or given back. */
  async function work(row: OutboxRow): Promise<number | null> {
    try {
      const over = row.outcome ? null : whyOver(row, deps.now());
      if (over === 'expired') return await becomes.expired(row);
      if (over !== null) return await becomes.dead(row, over);
      row.outcome ??= await sendRow(deps, row);
      under.step(row._id, 'note');
      const wait = await becomes.settle(row, row.outcome);
      delete row.outcome;
      return wait;
    } catch (error) {
      // what LINE said is kept in hand until MongoDB takes the mark again
      if (isDatabaseAway(error)) return AWAY_MS;
      // the mark was lost, not the message: whoever claims the row next repeats it under the same key
      deps.log.warn('outbox-mark-failed', { outbox: row._id, error });
      return null;
    }
  }

  /** One after the other: who waits for all that is due must not miss what another look has just claimed. */
  function take(): Promise<boolean> {
    taking = taking.catch(() => false).then(() => within('look', takeDue(), deps.timers));
    return taking;
  }

  async function takeDue(): Promise<boolean> {
    for (const row of await unsure.find(deps.now())) all.add(row);
    const room = 200 - all.size();
    if (room <= 0) return true;
    const rows = await queue.claim(Math.min(room, 32), deps.now(), all.has);
    rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    for (const row of rows) all.add(claimedRow(row));
    return rows.length > 0;
  }

  const poll: PollLoop = pollLoop(take, {
    idleMs: 1000,
    busyMs: 20,
    timers: deps.timers,
    failed: (error) => deps.log.warn('outbox-poll-failed', { error }),
  });
  const renew = leaseRenewal('outbox', queue, () => all.ids(), deps);

  async function giveBack(): Promise<void> {
    const ids = (uncertain: boolean): string[] =>
      all.items().flatMap((row) => ((row.uncertain ?? false) === uncertain ? row._id : []));
    const now = deps.now();
    await queue.release(ids(true), now);
    await queue.release([...ids(false), ...unsure.ids()], now, { untried: { fence: '$fence', at: now } });
  }

  return {
    lookFor: (rows) => rows.forEach((row) => unsure.add(row)),
    accept: (rows) => rows.forEach((row) => all.add(row)),
    wake: () => poll.wake(),
    async flush() {
      while (await take()) await all.idle();
      await all.idle();
    },
    standing: (now) => under.standing(now, all.size() - all.backingOff(), renew.left()),
    abandon() {
      void poll.stop();
      void renew.stop();
      void all.drain();
      return (abandoned ??= giveBack());
    },
    idle: () => all.idle(),
    async stop() {
      if (abandoned) return abandoned;
      await poll.stop();
      await all.drain();
      await renew.stop();
      await giveBack();
    },
  };
}
