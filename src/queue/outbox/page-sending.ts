/** How pages send: rows of the outbox in the bot's words, stored with what was decided; app hands it to them. */
import type { Push } from '../../bot/types.ts';
import type { Write } from '../../db/unit-of-work.ts';
import type { OutboxWorker } from './worker.ts';
import { pushRows, rideRows } from './outgoing.ts';

/** @param now real time. */
export function pageSending(outbox: Pick<OutboxWorker, 'flush'>, now: () => Date) {
  return {
    push(push: Push): Write[] {
      const at = now();
      const rows = pushRows(push, { holder: null, nextAt: at, createdAt: at });
      return rows.map((insert): Write => ({ to: 'outbox', insert }));
    },
    ride: (push: Push): Write[] => rideRows(push, now()),
    /** Sends at once what was stored. */
    async flush(): Promise<void> {
      await outbox.flush();
    },
    realNow: now,
  };
}
