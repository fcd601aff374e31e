/** Sends what is owed to offices' webhooks, again with growing waits until it is taken or a day is over; app.ts starts it. */
import { inOffice } from '../../current-office.ts';
import type { DeliveryDocument } from '../../db/deliveries.ts';
import type { Metrics } from '../../metrics.ts';
import { within } from '../../waits.ts';
import { pollLoop } from '../poll-loop.ts';
import { underWay } from '../under-way.ts';
import type { Watched } from '../watch.ts';
import { type AttemptDeps, deliveryAttempts } from './attempt.ts';
import { claimDeliveries, releaseDeliveries } from './claims.ts';
import { depthMeter } from './depth.ts';
import { receivers } from './receivers.ts';

export interface DeliveryDeps extends AttemptDeps {
  holder: string;
  metrics: AttemptDeps['metrics'] & Pick<Metrics, 'queueDepth'>;
}

export interface DeliveryWorker extends Watched {
  /** Looks for work now: after a transaction that made some. */
  wake(): void;
  /** Tries what is due there at once, also where it failed a moment ago; resolves when one try is over. */
  tryNow(hook: string): Promise<void>;
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** So many messages at once, of one webhook one. */
const AT_ONCE = 24;
const LOOK_MS = 3_000;

export function deliveryWorker(deps: DeliveryDeps): DeliveryWorker {
  const { database, holder, timers, log } = deps;
  const busy = new Map<string, { id: string; trying: Promise<void> }>();
  const asked = receivers();
  const under = underWay(() => deps.now());
  const ending = new AbortController();
  const attempt = deliveryAttempts(deps, {
    ending: ending.signal,
    heard(row, answer) {
      under.step(row._id, 'note');
      asked.heard(row, answer, deps.now());
    },
  });
  const depth = depthMeter(deps, asked);
  let looking = Promise.resolve(0);
  let freed = false;
  let abandoned: Promise<void> | null = null;

  /**
   * One after the other: who waits for all that is due must not miss what another look has just claimed.
   * @param hook the one to ask, whatever rests or is under way elsewhere; null for all that may be asked.
   */
  function look(hook: string | null): Promise<number> {
    looking = looking.catch(() => 0).then(() => within('look', takeUp(hook), timers));
    return looking;
  }

  async function takeUp(hook: string | null): Promise<number> {
    const most = hook === null ? AT_ONCE - busy.size : 1;
    if (ending.signal.aborted || most <= 0 || (hook !== null && busy.has(hook))) return 0;
    const now = deps.now();
    const { hooks, origins } = asked.closed(now);
    const rows = await claimDeliveries(database, {
      ...(hook === null
        ? {
            among: { hook: { $nin: hooks }, origin: { $nin: origins } },
            room: (origin: string) => asked.room(origin),
          }
        : { among: { hook }, room: () => 1 }),
      most,
      holder,
      now,
    });
    for (const row of rows) begin(row);
    return rows.length;
  }

  function begin(row: DeliveryDocument): void {
    asked.begin(row);
    const trying = inOffice(row.office, () => tried(row)).finally(() => {
      asked.end(row);
      busy.delete(row.hook);
      // there may be more for the same one, which a look that is under way passed over
      freed = true;
      poll.wake();
    });
    busy.set(row.hook, { id: row._id, trying });
  }

  async function tried(row: DeliveryDocument): Promise<void> {
    under.begin(row._id, 'webhook');
    try {
      await attempt(row);
      under.end(row._id, 'ended');
    } catch (error) {
      // its lease runs out and another try follows
      under.end(row._id, 'waits');
      log.warn('delivery-mark-failed', { delivery: row._id, error });
    }
  }

  const poll = pollLoop(
    async () => {
      freed = false;
      const found = await look(null);
      await depth.measure();
      return found > 0 || freed;
    },
    {
      idleMs: LOOK_MS,
      busyMs: 20,
      timers,
      failed: (error) => log.warn('delivery-poll-failed', { error }),
    },
  );
  const allTried = () => Promise.all([...busy.values()].map(({ trying }) => trying));

  return {
    wake: () => poll.wake(),
    async tryNow(hook) {
      await busy.get(hook)?.trying;
      asked.lift(hook);
      await look(hook);
      await busy.get(hook)?.trying;
    },
    async idle() {
      do await allTried();
      while ((await look(null).catch(() => 0)) > 0 || busy.size > 0);
    },
    standing: (now) => under.standing(now, busy.size, depth.left()),
    abandon() {
      void poll.stop();
      ending.abort();
      const ids = [...busy.values()].map(({ id }) => id);
      return (abandoned ??= releaseDeliveries(database, { ids, holder, now: deps.now() }));
    },
    async stop() {
      if (abandoned) return abandoned;
      await poll.stop();
      ending.abort();
      await allTried();
    },
  };
}
