/** Renews the leases of what a worker has in hand, and counts what waits; inbox and outbox worker each run one. */
import type { Timers } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Claims } from './claims.ts';
import { type PollLoop, pollLoop } from '../poll-loop.ts';
import { RENEW_MS } from '../timing.ts';

/** Counting reads all that is open: behind a long backlog it comes less often, so that it never takes more than that part of the time. */
const COUNT_REST = 50;

export interface LeaseRenewal extends PollLoop {
  /** What was open when it looked last: how old the oldest was, and how long one could have been taken up. */
  left(): { oldestSeconds: number; dueSeconds: number };
}

export function leaseRenewal<Row>(
  name: 'inbox' | 'outbox',
  queue: Claims<Row>,
  inHand: () => string[],
  deps: { now(): Date; timers: Timers; metrics: Pick<Metrics, 'queueDepth'>; log: Log },
): LeaseRenewal {
  let left = { oldestSeconds: 0, dueSeconds: 0 };
  let countAgain = 0;
  const loop = pollLoop(
    async () => {
      await queue.renew(inHand(), deps.now());
      const begun = deps.now();
      if (begun.getTime() < countAgain) return false;
      const depth = await queue.depth(begun);
      const counted = deps.now().getTime();
      countAgain = counted + COUNT_REST * (counted - begun.getTime());
      left = depth;
      deps.metrics.queueDepth(name, depth.open, depth.oldestSeconds);
      return false;
    },
    {
      idleMs: RENEW_MS,
      busyMs: RENEW_MS,
      timers: deps.timers,
      failed: (error) => deps.log.warn(`${name}-renew-failed`, { error }),
    },
  );
  return { ...loop, left: () => left };
}
