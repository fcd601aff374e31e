/** Rows that wait for a free ride: those whose time is up, and those whose answer ended without them; the job of free rides calls these. */
import type { mongo } from 'mongoose';
import type { Models } from './collections.ts';
import type { OutboxDocument } from './outbox.ts';
import { moveRow } from '../queue/states.ts';

function rows(models: Models): mongo.Collection<OutboxDocument> {
  return models.outbox.collection as unknown as mongo.Collection<OutboxDocument>;
}

export interface DueRide extends Pick<OutboxDocument, '_id' | 'office' | 'to' | 'cost' | 'messages'> {
  again?: Date;
}

/** A ride that is over, with what is to become of it when it cannot be pushed by the evening. */
export interface OpenedRide extends Pick<DueRide, '_id'> {
  night?: { expiresAt: Date; again: Date };
}

/** Waiting rows whose moment, by the office's clock, has come. */
export function findDueRides(models: Models, offices: readonly string[], now: Date): Promise<DueRide[]> {
  return rows(models)
    .find(
      { office: { $in: [...offices] }, until: { $lte: now, $type: 'date' }, state: 'waiting' },
      { projection: { office: 1, to: 1, cost: 1, messages: 1, again: 1 } },
    )
    .toArray() as Promise<DueRide[]>;
}

/** Lets them be pushed from `at` (real time) on. @returns how many still waited. */
export async function openRides(models: Models, due: readonly OpenedRide[], at: Date): Promise<number> {
  if (due.length === 0) return 0;
  const { modifiedCount } = await rows(models).bulkWrite(
    due.map(({ _id, night }) => {
      const { from, change } = moveRow('outbox', 'waiting', 'open', { nextAt: at, createdAt: at, ...night });
      return { updateOne: { filter: { _id, ...from } as never, update: change as never } };
    }),
    { ordered: false },
  );
  return modifiedCount;
}

/** Waits on, held back for `reason`, with no moment of its own. */
export async function holdRides(models: Models, due: readonly DueRide[], reason: string): Promise<void> {
  if (due.length === 0) return;
  const filter = { _id: { $in: due.map(({ _id }) => _id) }, state: 'waiting' as const };
  await rows(models).updateMany(filter, { $set: { error: reason }, $unset: { until: 1 } });
}

/** Rows that were written before `before`, or whose own time was over by `now`. */
interface Over {
  before: Date;
  now: Date;
}

const ended = moveRow('outbox', 'waiting', 'cancelled', { error: 'expired' });

function overIn(offices: readonly string[], { before, now }: Over): mongo.Filter<OutboxDocument> {
  return {
    office: { $in: [...offices] },
    ...ended.from,
    $or: [{ createdAt: { $lt: before } }, { expiresAt: { $lte: now, $type: 'date' } }],
  } as never;
}

/** Ends the waiting of what is over. @returns how many. */
export async function expireRides(models: Models, offices: readonly string[], over: Over): Promise<number> {
  const { modifiedCount } = await rows(models).updateMany(overIn(offices, over), ended.change as never);
  return modifiedCount;
}

/** What `expireRides` would end. */
export function findOverRides(
  models: Models,
  offices: readonly string[],
  over: Over,
): Promise<Pick<OutboxDocument, 'office' | 'to' | 'messages'>[]> {
  return rows(models)
    .find(overIn(offices, over), { projection: { office: 1, to: 1, messages: 1 } })
    .toArray();
}

/** Settles riders whose answer is over but whose own mark was lost with a process. @returns how many. */
export async function settleStrandedRiders(models: Models, offices: readonly string[]): Promise<number> {
  const riders = await rows(models)
    .find(
      { office: { $in: [...offices] }, ridesWith: { $type: 'string' }, state: 'riding' },
      { projection: { ridesWith: 1 } },
    )
    .toArray();
  if (riders.length === 0) return 0;
  const answers = await rows(models)
    .find({ _id: { $in: riders.map((one) => one.ridesWith!) } }, { projection: { state: 1, sentAt: 1 } })
    .toArray();
  const byId = new Map(answers.map((one) => [one._id, one]));
  const operations = riders.flatMap(({ _id, ridesWith }): mongo.AnyBulkWriteOperation<OutboxDocument>[] => {
    const answer = byId.get(ridesWith!);
    if (answer?.state === 'open') return [];
    const { from, change } =
      answer?.state === 'sent'
        ? moveRow('outbox', 'riding', 'sent', { sentAt: answer.sentAt })
        : moveRow('outbox', 'riding', 'waiting');
    return [{ updateOne: { filter: { _id, ...from } as never, update: change as never } }];
  });
  if (operations.length === 0) return 0;
  const { modifiedCount } = await rows(models).bulkWrite(operations, { ordered: false });
  return modifiedCount;
}
