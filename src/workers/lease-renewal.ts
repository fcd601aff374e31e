/** Renews the leases of what a worker has in hand, and counts what waits; inbox and outbox worker each run one. */
import type { Timers } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Claims } from './claims.ts';
import { type PollLoop, pollLoop } from './poll-loop.ts';
import { RENEW_MS } from './timing.ts';

export function leaseRenewal<Row>(
  name: 'inbox' | 'outbox',
  queue: Claims<Row>,
  inHand: () => string[],
  deps: { now(): Date; timers: Timers; metrics: Pick<Metrics, 'queueDepth'>; log: Log },
): PollLoop {
  return pollLoop(
    async () => {
      await queue.renew(inHand(), deps.now());
      const { open, oldestSeconds } = await queue.depth(deps.now());
      deps.metrics.queueDepth(name, open, oldestSeconds);
      return false;
    },
    {
      idleMs: RENEW_MS,
      busyMs: RENEW_MS,
      timers: deps.timers,
      failed: (error) => deps.log.warn(`${name}-renew-failed`, { error }),
    },
  );
}
