/** An outbox with nothing to do, for tests that have no eye on what is sent. */
import type { OutboxWorker } from '../../src/queue/outbox/worker.ts';

export function idleOutbox(): OutboxWorker {
  return {
    accept: () => undefined,
    lookFor: () => undefined,
    standing: () => ({ oldest: null, ended: 0, hasWork: false, oldestSeconds: 0 }),
    abandon: () => Promise.resolve(),
    wake: () => undefined,
    flush: () => Promise.resolve(),
    idle: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}
