/** Arrived messages noted many at once: one statement for all rows held under the same fence. Pure; the outbox's marks use it. */
import type { mongo } from 'mongoose';
import type { OutboxDocument } from '../../db/outbox.ts';
import { moveRow } from '../states.ts';

/** A row that reached its person, with what differs from row to row. */
export interface SentMark {
  row: Pick<OutboxDocument, '_id' | 'fence'>;
  own: Pick<OutboxDocument, 'sentAt' | 'sent' | 'requestId' | 'attempts' | 'firstAttemptAt'>;
}

/** What becomes of every row alike. */
const SENT = moveRow('outbox', 'open', 'sent').change;

/**
 * A statement of its own for each row costs MongoDB twice as much as one for all, so each row looks up its own part
 * in a list that comes along.
 * @returns the updates; rows that another holder has by now stay as they are.
 */
export function markSent(marks: readonly SentMark[]): mongo.AnyBulkWriteOperation[] {
  return [...Map.groupBy(marks, ({ row }) => row.fence)].map(([fence, alike]) => {
    const ids = alike.map(({ row }) => row._id);
    const parts = alike.map(({ row, own }) => ({ _id: row._id, ...own }));
    const part = {
      $first: { $filter: { input: { $literal: parts }, cond: { $eq: ['$$this._id', '$_id'] } } },
    };
    const update = [
      { $replaceWith: { $mergeObjects: ['$$ROOT', SENT.$set, part] } },
      { $unset: Object.keys(SENT.$unset ?? {}) },
    ];
    return { updateMany: { filter: { _id: { $in: ids as never[] }, fence, open: true }, update } };
  });
}
