/** Writes what became of sends back to the outbox, many at once; every mark is fenced, so a stale holder marks nothing. */
import type { mongo } from 'mongoose';
import type { Database } from '../db/connect.ts';
import type { OutboxDocument } from '../db/outbox.ts';
import type { SendOutcome } from '../line/client.ts';

type Sent = Extract<SendOutcome, { outcome: 'sent' }>;

export interface OutboxMarks {
  sent(row: OutboxDocument, outcome: Sent, now: Date): Promise<void>;
  dead(row: OutboxDocument, reason: string, now: Date): Promise<void>;
  /** Waits for a free ride with the next answer to that person. */
  waiting(row: OutboxDocument, reason: string): Promise<void>;
  tried(row: OutboxDocument, reason: string): Promise<void>;
  postponed(row: OutboxDocument, reason: string, until: Date): Promise<void>;
  /** @returns false when another holder has the row by now. */
  becamePush(row: OutboxDocument): Promise<boolean>;
}

export function outboxMarks(database: Database): OutboxMarks {
  const { collection } = database.models.outbox;
  let waiting: { operation: mongo.AnyBulkWriteOperation; resolve(): void; reject(error: unknown): void }[] =
    [];
  let busy = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        // losing such a mark repeats a send under its own key, so it need not wait for a majority
        await collection.bulkWrite(batch.map((one) => one.operation) as never, {
          ordered: false,
          writeConcern: { w: 1 },
        });
        for (const one of batch) one.resolve();
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    busy = false;
  }

  function mark(row: OutboxDocument, change: Record<string, unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({
        operation: { updateOne: { filter: fenced(row) as never, update: change } },
        resolve,
        reject,
      });
      if (busy) return;
      busy = true;
      setImmediate(() => void run());
    });
  }

  const fenced = (row: OutboxDocument) => ({ _id: row._id, fence: row.fence, open: true });
  const tries = (row: OutboxDocument) => ({ attempts: row.attempts, firstAttemptAt: row.firstAttemptAt });
  const closed = { nextAt: null, holder: null };

  return {
    sent(row, outcome, now) {
      const sent = outcome.sentMessageIds.map((id, index) => ({ id, about: row.about[index] ?? null }));
      return mark(row, {
        $set: {
          state: 'sent',
          sentAt: now,
          sent,
          requestId: outcome.requestId,
          messages: null,
          replyToken: null,
          ...closed,
          ...tries(row),
        },
        $unset: { open: 1 },
      });
    },
    dead: (row, reason, now) =>
      mark(row, {
        $set: { state: 'dead', error: reason, sentAt: now, ...closed, ...tries(row) },
        $unset: { open: 1 },
      }),
    waiting: (row, reason) =>
      mark(row, { $set: { state: 'waiting', error: reason, ...closed, ...tries(row) }, $unset: { open: 1 } }),
    tried: (row, reason) => mark(row, { $set: { error: reason, ...tries(row) } }),
    postponed: (row, reason, until) =>
      mark(row, { $set: { error: reason, nextAt: until, holder: null, ...tries(row) } }),
    async becamePush(row) {
      const { kind, replyToken, cost, attempts, firstAttemptAt } = row;
      const result = await collection.updateOne(fenced(row) as never, {
        $set: { kind, replyToken, cost, attempts, firstAttemptAt },
      });
      return result.matchedCount === 1;
    },
  };
}
