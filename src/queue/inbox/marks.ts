/** What becomes of an event, as its inbox row keeps it; every mark is fenced, so a stale holder marks nothing. The inbox worker calls it. */
import type { Timers } from '../../clock.ts';
import type { Database } from '../../db/connect.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import type { Write } from '../../db/unit-of-work.ts';
import { within } from '../../waits.ts';
import { moveRow } from '../states.ts';

export interface InboxMarks {
  /** Joins the units of what the events cause; their words go. */
  done(rows: readonly InboxDocument[], now: Date): Write[];
  /** Notes `row.attempts`. @returns false when another holder has the row by now. */
  tried(row: InboxDocument, reason: string | null): Promise<boolean>;
  dead(row: InboxDocument, reason: string, now: Date): Promise<void>;
  isMine(row: InboxDocument): Promise<boolean>;
}

export function inboxMarks(database: Database, timers: Timers): InboxMarks {
  const { collection } = database.models.inbox;
  const fenced = (row: InboxDocument) => ({ _id: row._id, fence: row.fence, open: true });
  const note = <T>(writing: Promise<T>): Promise<T> => within('mark', writing, timers);
  return {
    done(rows, now) {
      const { change } = moveRow('inbox', 'open', 'done', { doneAt: now, error: null });
      // alike for all of one fence, which is nearly always the first: one statement costs what each of many would
      return [...Map.groupBy(rows, ({ fence }) => fence)].map(([fence, alike]) => {
        const ids = alike.map(({ _id }) => _id);
        return { to: 'inbox', updateEach: { ids, where: { fence, open: true }, change } };
      });
    },
    async tried(row, reason) {
      const { attempts } = row;
      const result = await note(
        collection.updateOne(fenced(row) as never, { $set: { error: reason, attempts } }),
      );
      return result.matchedCount === 1;
    },
    async dead(row, reason, now) {
      const { attempts } = row;
      const { change } = moveRow('inbox', 'open', 'dead', { doneAt: now, error: reason, attempts });
      await note(collection.updateOne(fenced(row) as never, change));
    },
    async isMine(row) {
      return (await note(collection.countDocuments(fenced(row) as never, { limit: 1 }))) === 1;
    },
  };
}
