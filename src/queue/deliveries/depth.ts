/** Counts now and then what is owed to webhooks, for the metrics and the watch; the delivery worker calls it. */
import type { Database } from '../../db/connect.ts';
import type { Metrics } from '../../metrics.ts';
import { deliveryDepth } from './claims.ts';
import type { Receivers } from './receivers.ts';

export interface DepthMeter {
  /** Counts, where the last time is long enough ago. */
  measure(): Promise<void>;
  /** What it was then: how old the oldest, and how long one could have been taken up. */
  left(): { oldestSeconds: number; dueSeconds: number };
}

const EVERY_MS = 15_000;

export function depthMeter(
  deps: { database: Database; now(): Date; metrics: Pick<Metrics, 'queueDepth'> },
  asked: Pick<Receivers, 'closed'>,
): DepthMeter {
  let left = { oldestSeconds: 0, dueSeconds: 0 };
  let measuredAt = 0;
  return {
    async measure() {
      const now = deps.now();
      if (Math.abs(now.getTime() - measuredAt) < EVERY_MS) return;
      measuredAt = now.getTime();
      const { open, ...ages } = await deliveryDepth(deps.database, now, asked.closed(now));
      left = ages;
      deps.metrics.queueDepth('deliveries', open, ages.oldestSeconds);
    },
    left: () => left,
  };
}
