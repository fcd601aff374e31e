/** Sends what the outbox owes: the only place that talks to LINE on the bot's behalf. Rows come from the inbox worker's hand or by claim. */
import type { Timers } from '../clock.ts';
import type { Database } from '../db/connect.ts';
import { type OutboxDocument, unpackMessages } from '../db/outbox.ts';
import type { LineClient, SendOutcome } from '../line/client.ts';
import type { Log } from '../log.ts';
import type { Metrics, SendResult } from '../metrics.ts';
import { claims } from './claims.ts';
import { type Lanes, lanes } from './lanes.ts';
import { outboxMarks, TOKEN_USED } from './outbox-marks.ts';
import { type PollLoop, pollLoop } from './poll-loop.ts';
import { LEASE_MS, pushWait, RENEW_MS, replyWait } from './timing.ts';

export interface OutboxDeps {
  database: Database;
  client: LineClient;
  /** Real time: leases, back-off and retry keys live by it, whatever the office's clock says. */
  now(): Date;
  timers: Timers;
  holder: string;
  concurrency?: number;
  metrics: Pick<Metrics, 'messageSent' | 'queueDepth' | 'deadLetter'>;
  log: Log;
}

/** A row as it came from the transaction that wrote it, or from a claim: then an earlier holder may have tried. */
export type OutboxRow = OutboxDocument & { uncertain?: boolean };

export interface OutboxWorker {
  /** Takes rows that were stored with this process as their holder. */
  accept(rows: readonly OutboxRow[]): void;
  /** Looks for due rows now: after a job wrote some. */
  wake(): void;
  /** Takes all that is due now and resolves when nothing of it is under way any more. */
  flush(): Promise<void>;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const RESULTS: Record<SendOutcome['outcome'], SendResult> = {
  sent: 'sent',
  'token-dead': 'expired',
  'monthly-limit': 'refused',
  refused: 'refused',
  'try-again': 'retry',
};

export function outboxWorker(deps: OutboxDeps): OutboxWorker {
  const queue = claims<OutboxRow>(deps.database, 'outbox', deps.holder, 'createdAt');
  const marks = outboxMarks(deps.database);
  const all: Lanes<OutboxRow> = lanes<OutboxRow>({
    id: (row) => row._id,
    key: (row) => row.to,
    before: (a, b) => a.createdAt < b.createdAt,
    concurrency: deps.concurrency ?? 24,
    timers: deps.timers,
    work,
  });

  /** One try. @returns the wait before the next one where the row stays in hand, null when it is settled or given back. */
  async function work(row: OutboxRow): Promise<number | null> {
    const now = deps.now();
    if (row.expiresAt && row.expiresAt < now) return dead(row, 'expired');
    row.firstAttemptAt ??= now;
    const started = performance.now();
    const outcome = await deps.client.send({
      kind: row.kind,
      to: row.to,
      replyToken: row.replyToken,
      retryKey: row.retryKey,
      messages: unpackMessages(row.messages),
    });
    row.attempts += 1;
    deps.log.info('line-send', {
      outbox: row._id,
      kind: `${row.kind}:${row.purpose}`,
      result: outcome.outcome,
      lineRequestId: outcome.requestId,
      attempts: row.attempts,
    });
    deps.metrics.messageSent(row.kind, RESULTS[outcome.outcome], (performance.now() - started) / 1000);
    try {
      return await settle(row, outcome);
    } catch (error) {
      // the mark was lost, not the message: whoever claims the row next repeats it under the same key
      deps.log.warn('outbox-mark-failed', { outbox: row._id, error });
      return null;
    }
  }

  async function settle(row: OutboxRow, outcome: SendOutcome): Promise<number | null> {
    switch (outcome.outcome) {
      case 'sent':
        await marks.sent(row, outcome, deps.now());
        return null;
      case 'token-dead':
        if (row.uncertain) return dead(row, TOKEN_USED);
        return becomePush(row);
      case 'monthly-limit':
        await marks.waiting(row, 'monthly-limit');
        return null;
      case 'refused':
        // nothing was shown and the token is unused: the answer must not suffer for what rode along
        if (row.carries) return (await marks.alone(row, outcome.reason)) ? 0 : null;
        return dead(row, outcome.reason);
      case 'try-again':
        // a reply has no retry key: once LINE may have taken it, it must never be sent another way
        if (outcome.mayHaveArrived && row.kind === 'reply') row.uncertain = true;
        return later(row, outcome.reason);
    }
  }

  async function dead(row: OutboxRow, reason: string): Promise<null> {
    deps.metrics.deadLetter('outbox');
    deps.log.warn('outbox-dead', { outbox: row._id, reason });
    await marks.dead(row, reason, deps.now());
    return null;
  }

  /** The token was certainly refused, so nothing was shown: a push says it, at the cost of one message. */
  async function becomePush(row: OutboxRow): Promise<number | null> {
    row.kind = 'push';
    row.replyToken = null;
    row.cost = 1;
    row.firstAttemptAt = null;
    row.attempts = 0;
    if (!(await marks.becamePush(row))) return null;
    return 0;
  }

  async function later(row: OutboxRow, reason: string): Promise<number | null> {
    const now = deps.now();
    const since = now.getTime() - (row.firstAttemptAt ?? now).getTime();
    const wait =
      row.kind === 'reply' ? replyWait(row.attempts) : pushWait(row.attempts, since, Math.random());
    if (wait === null) return dead(row, `gave-up: ${reason}`);
    // short waits stay in hand under the renewed lease; long ones go back to the collection
    if (wait <= LEASE_MS) {
      await marks.tried(row, reason);
      return wait;
    }
    await marks.postponed(row, reason, new Date(now.getTime() + wait));
    return null;
  }

  async function take(): Promise<boolean> {
    const room = 200 - all.size();
    if (room <= 0) return true;
    const rows = await queue.claim(Math.min(room, 32), deps.now());
    // whoever held a reply before may have sent it and died before saying so
    for (const row of rows) all.add({ ...row, uncertain: row.kind === 'reply' && row.fence > 1 });
    return rows.length > 0;
  }

  const poll: PollLoop = pollLoop(take, {
    idleMs: 1000,
    busyMs: 20,
    timers: deps.timers,
    failed: (error) => deps.log.warn('outbox-poll-failed', { error }),
  });
  const renew: PollLoop = pollLoop(
    async () => {
      await queue.renew(all.ids(), deps.now());
      const { open, oldestSeconds } = await queue.depth(deps.now());
      deps.metrics.queueDepth('outbox', open, oldestSeconds);
      return false;
    },
    {
      idleMs: RENEW_MS,
      busyMs: RENEW_MS,
      timers: deps.timers,
      failed: (error) => deps.log.warn('outbox-renew-failed', { error }),
    },
  );

  return {
    accept: (rows) => rows.forEach((row) => all.add(row)),
    wake: () => poll.wake(),
    async flush() {
      while (await take()) await all.idle();
      await all.idle();
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
