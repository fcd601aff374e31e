/** Takes up what is due for webhooks: the oldest of each, a few an origin, so that none waits behind another's; the delivery worker asks. */
import type { Database } from '../../db/connect.ts';
import { type DeliveryDocument, OPEN_DELIVERIES, PARKED } from '../../db/deliveries.ts';
import { ANY_OFFICE } from '../../db/offices-in.ts';
import { shuffled } from '../leases/claims.ts';
import { LEASE_MS, whereFree } from '../timing.ts';

type Due = Pick<DeliveryDocument, '_id' | 'fence'>;

/** Rows that are older than the field stand for themselves. */
const ORIGIN = { $ifNull: ['$origin', '$hook'] };

/** Webhooks and origins that are not to be asked now. */
export interface NotAsked {
  hooks: string[];
  origins: string[];
}

/**
 * @param wish.among which rows, as a filter. @param wish.room how many more an origin is asked for.
 * @returns rows held by `holder`, at most one a webhook.
 */
export async function claimDeliveries(
  { models }: Database,
  wish: { most: number; among: object; room: (origin: string) => number; holder: string; now: Date },
): Promise<DeliveryDocument[]> {
  const { most, among, room, holder, now } = wish;
  const { collection } = models.deliveries;
  const free = { open: true, ...whereFree('outbox', now) };
  const due = await collection
    .aggregate<{ _id: string; rows: Due[] }>(
      [
        { $match: { office: ANY_OFFICE, ...free, ...among } },
        { $project: { hook: 1, origin: ORIGIN, fence: 1, createdAt: 1 } },
        { $sort: { createdAt: 1 } },
        { $group: { _id: '$hook', first: { $first: '$$ROOT' } } },
        { $group: { _id: '$first.origin', rows: { $push: { _id: '$first._id', fence: '$first.fence' } } } },
        { $limit: most },
      ],
      { hint: OPEN_DELIVERIES },
    )
    .toArray();
  const lease = { holder, nextAt: new Date(now.getTime() + LEASE_MS) };
  const claimed = await Promise.all(
    fairly(due, room, most).map(({ _id, fence }) =>
      collection.findOneAndUpdate(
        { _id, fence, ...free } as never,
        { $set: lease, $inc: { fence: 1 } } as never,
        { returnDocument: 'after' },
      ),
    ),
  );
  return claimed.filter((row) => row !== null) as unknown as DeliveryDocument[];
}

/** Of each origin any, as those that hang must not go first each time; one of every origin before a second of any. */
function fairly(
  due: readonly { _id: string; rows: Due[] }[],
  room: (origin: string) => number,
  most: number,
): Due[] {
  return due
    .flatMap(({ _id, rows }) =>
      shuffled(rows)
        .slice(0, Math.max(0, room(_id)))
        .map((row, place) => ({ row, place })),
    )
    .toSorted((a, b) => a.place - b.place)
    .slice(0, most)
    .map(({ row }) => row);
}

/** Gives rows back to whoever claims next. */
export async function releaseDeliveries(
  { models }: Database,
  { ids, holder, now }: { ids: readonly string[]; holder: string; now: Date },
): Promise<void> {
  const held = { _id: { $in: [...ids] }, holder, open: true };
  await models.deliveries.collection.updateMany(held as never, { $set: { nextAt: now, holder: null } });
}

/** How many are open, how long the oldest has been, and how long one could have been claimed; what waits for a suspended office aside. */
export async function deliveryDepth(
  { models }: Database,
  now: Date,
  closed: NotAsked,
): Promise<{ open: number; oldestSeconds: number; dueSeconds: number }> {
  const mayBeAsked = [
    { $lte: ['$nextAt', now] },
    { $not: { $in: ['$hook', closed.hooks] } },
    { $not: { $in: [ORIGIN, closed.origins] } },
  ];
  const [found] = await models.deliveries.collection
    .aggregate<{ open: number; oldest: Date; due: Date | null }>(
      [
        { $match: { office: ANY_OFFICE, open: true, nextAt: { $ne: PARKED } } },
        {
          $group: {
            _id: null,
            open: { $sum: 1 },
            oldest: { $min: '$createdAt' },
            due: { $min: { $cond: [{ $and: mayBeAsked }, '$nextAt', null] } },
          },
        },
      ],
      { hint: OPEN_DELIVERIES },
    )
    .toArray();
  if (!found) return { open: 0, oldestSeconds: 0, dueSeconds: 0 };
  const ago = (moment: Date | null): number =>
    moment ? Math.max(0, (now.getTime() - moment.getTime()) / 1000) : 0;
  return { open: found.open, oldestSeconds: ago(found.oldest), dueSeconds: ago(found.due) };
}
