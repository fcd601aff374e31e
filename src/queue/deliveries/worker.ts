/** Sends what is owed to offices' webhooks, again with growing waits until it is taken or a day is over; app.ts starts it. */
import type { Timers } from '../../clock.ts';
import { inOffice } from '../../current-office.ts';
import type { Database } from '../../db/connect.ts';
import { type DeliveryDocument, PARKED } from '../../db/deliveries.ts';
import { findOffice } from '../../db/offices.ts';
import { commit, type Write } from '../../db/unit-of-work.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Sealer } from '../../services/sealing.ts';
import { WAITS_MS } from '../../waits.ts';
import { outsideOf, secretsAt } from '../../services/webhooks.ts';
import { switchOff } from '../../services/webhook-settings.ts';
import { claimDeliveries, deliveryDepth } from './claims.ts';
import { pollLoop } from '../poll-loop.ts';
import { deliveryWait } from '../timing.ts';
import type { HookAnswer, WebhookPost } from './post.ts';
import { moveRow } from '../states.ts';

export interface DeliveryDeps {
  database: Database;
  /** Opens the webhooks' secrets; null where none can have been stored. */
  sealer: Sealer | null;
  post: WebhookPost;
  /** Real time. */
  now(): Date;
  timers: Timers;
  holder: string;
  metrics: Pick<Metrics, 'deliveryTried' | 'deadLetter' | 'queueDepth'>;
  log: Log;
}

export interface DeliveryWorker {
  /** Looks for work now: after a transaction that made some. */
  wake(): void;
  /** Tries what is due there at once, also where it failed a moment ago; resolves when one try is over. */
  tryNow(hook: string): Promise<void>;
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** One a webhook, and so many webhooks at once: those that hang keep nobody else waiting. */
const AT_ONCE = 24;
/** A webhook that failed is left alone so long, whatever else is due there. */
const REST_MS = 30_000;
const LOOK_MS = 3_000;
const DEPTH_EVERY_MS = 15_000;

export function deliveryWorker(deps: DeliveryDeps): DeliveryWorker {
  const { database, log } = deps;
  const busy = new Map<string, Promise<void>>();
  const resting = new Map<string, number>();
  const ending = new AbortController();
  let looking = Promise.resolve(0);
  let measuredAt = 0;
  let freed = false;

  /** One after the other: who waits for all that is due must not miss what another look has just claimed. */
  function look(): Promise<number> {
    looking = looking.catch(() => 0).then(takeUp);
    return looking;
  }

  async function takeUp(): Promise<number> {
    if (ending.signal.aborted) return 0;
    const now = deps.now();
    for (const [hook, until] of resting) if (until <= now.getTime()) resting.delete(hook);
    const most = AT_ONCE - busy.size;
    if (most <= 0) return 0;
    const except = [...busy.keys(), ...resting.keys()];
    const rows = await claimDeliveries(database, { most, except, holder: deps.holder, now });
    for (const row of rows) {
      const trying = inOffice(row.office, () =>
        attempt(row).catch((error: unknown) =>
          log.warn('delivery-mark-failed', { delivery: row._id, error }),
        ),
      ).finally(() => {
        busy.delete(row.hook);
        // there may be more for the same one, which a look that is under way passed over
        freed = true;
        poll.wake();
      });
      busy.set(row.hook, trying);
    }
    return rows.length;
  }

  async function attempt(row: DeliveryDocument): Promise<void> {
    const { office, hook: id, payload } = row;
    const found = await findOffice(database.models, office);
    const hook = found && outsideOf(found).hooks.find((one) => one.id === id);
    if (!hook || hook.gone || payload === null) return mark(row, ended('cancelled', { error: 'off' }));
    if (found.suspendedAt) return mark(row, { $set: { nextAt: PARKED, holder: null } });
    const secrets = deps.sealer ? secretsAt(deps.sealer, office, hook, deps.now()) : [];
    const started = performance.now();
    const posted: HookAnswer =
      secrets.length === 0
        ? { taken: false, status: null, reason: 'secret-unreadable' }
        : await inTime((signal) =>
            deps.post({ url: hook.url, id: row._id, body: payload, secrets, at: deps.now(), signal }),
          );
    // it may have arrived: whoever takes it up sends it once more, under the same id
    if (ending.signal.aborted && !posted.taken)
      return mark(row, { $set: { nextAt: deps.now(), holder: null } });
    const result = await settle(row, posted);
    deps.metrics.deliveryTried(result, (performance.now() - started) / 1000);
    const { status } = posted;
    log.info('webhook-sent', {
      delivery: row._id,
      kind: row.event,
      result,
      status,
      attempts: row.attempts + 1,
    });
  }

  async function settle(
    row: DeliveryDocument,
    posted: HookAnswer,
  ): Promise<'sent' | 'gone' | 'dead' | 'retry'> {
    const { status } = posted;
    const attempts = row.attempts + 1;
    if (posted.taken) {
      await mark(row, ended('sent', { status, attempts, error: null }));
      return 'sent';
    }
    const error = posted.reason;
    if (status === 410) {
      await mark(
        row,
        ended('cancelled', { status, attempts, error }),
        switchOff(row.office, row.hook, deps.now()),
      );
      return 'gone';
    }
    const wait = deliveryWait(attempts, Math.random());
    // what an administrator tries is tried once: they are looking at it
    if (row.event === 'test') {
      await mark(row, ended('cancelled', { status, attempts, error }));
      return 'dead';
    }
    resting.set(row.hook, deps.now().getTime() + REST_MS);
    if (wait !== null) {
      const nextAt = new Date(deps.now().getTime() + wait);
      await mark(row, { $set: { status, attempts, error, nextAt, holder: null } });
      return 'retry';
    }
    await mark(row, ended('dead', { status, attempts, error }));
    deps.metrics.deadLetter('deliveries');
    return 'dead';
  }

  /** Nothing is marked that somebody else holds by now. */
  async function mark(
    row: DeliveryDocument,
    change: Record<string, unknown>,
    more: Write[] = [],
  ): Promise<void> {
    const where = { _id: row._id, fence: row.fence, open: true };
    await commit(database, [{ to: 'deliveries', update: { where, change } }, ...more], deps.timers);
  }

  function ended(state: 'sent' | 'dead' | 'cancelled', fields: Record<string, unknown>) {
    return { ...moveRow('deliveries', 'open', state, { doneAt: deps.now(), ...fields }).change };
  }

  async function inTime(post: (signal: AbortSignal) => Promise<HookAnswer>): Promise<HookAnswer> {
    const late = new AbortController();
    const cancel = deps.timers.after(WAITS_MS.webhook, () => late.abort());
    return post(AbortSignal.any([late.signal, ending.signal])).finally(cancel);
  }

  async function measure(): Promise<void> {
    const now = deps.now();
    if (Math.abs(now.getTime() - measuredAt) < DEPTH_EVERY_MS) return;
    measuredAt = now.getTime();
    const { open, oldestSeconds } = await deliveryDepth(database, now);
    deps.metrics.queueDepth('deliveries', open, oldestSeconds);
  }

  const poll = pollLoop(
    async () => {
      freed = false;
      const found = await look();
      await measure();
      return found > 0 || freed;
    },
    {
      idleMs: LOOK_MS,
      busyMs: 20,
      timers: deps.timers,
      failed: (error) => log.warn('delivery-poll-failed', { error }),
    },
  );

  return {
    wake: () => poll.wake(),
    async tryNow(hook) {
      await busy.get(hook);
      resting.delete(hook);
      await look();
      await busy.get(hook);
    },
    async idle() {
      do await Promise.all(busy.values());
      while ((await look().catch(() => 0)) > 0 || busy.size > 0);
    },
    async stop() {
      await poll.stop();
      ending.abort();
      await Promise.all(busy.values());
    },
  };
}
