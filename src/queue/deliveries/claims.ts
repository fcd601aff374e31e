/** Takes up what is due for webhooks: the oldest of each, so that none waits behind another's; the delivery worker asks. */
import type { Database } from '../../db/connect.ts';
import { type DeliveryDocument, OPEN_DELIVERIES, PARKED } from '../../db/deliveries.ts';
import { ANY_OFFICE } from '../../db/offices-in.ts';
import { LEASE_MS, whereFree } from '../timing.ts';

type Due = Pick<DeliveryDocument, '_id' | 'fence'>;

/** @param wish.except webhooks that are not to be asked now. @returns rows held by `holder`, at most one a webhook. */
export async function claimDeliveries(
  { models }: Database,
  { most, except, holder, now }: { most: number; except: readonly string[]; holder: string; now: Date },
): Promise<DeliveryDocument[]> {
  const { collection } = models.deliveries;
  const open = { office: ANY_OFFICE, open: true, hook: { $nin: [...except] }, ...whereFree('outbox', now) };
  const due = await collection
    .aggregate<Due>(
      [
        { $match: open },
        { $project: { hook: 1, fence: 1, createdAt: 1 } },
        { $sort: { createdAt: 1 } },
        { $group: { _id: '$hook', id: { $first: '$_id' }, fence: { $first: '$fence' } } },
        { $limit: most },
        { $project: { _id: '$id', fence: 1 } },
      ],
      { hint: OPEN_DELIVERIES },
    )
    .toArray();
  const lease = { holder, nextAt: new Date(now.getTime() + LEASE_MS) };
  const claimed = await Promise.all(
    due.map(({ _id, fence }) =>
      collection.findOneAndUpdate(
        { _id, fence, open: true, ...whereFree('outbox', now) } as never,
        { $set: lease, $inc: { fence: 1 } } as never,
        { returnDocument: 'after' },
      ),
    ),
  );
  return claimed.filter((row) => row !== null) as unknown as DeliveryDocument[];
}

/** How many are open, and for how long the oldest has been; what waits for a suspended office aside. */
export async function deliveryDepth(
  { models }: Database,
  now: Date,
): Promise<{ open: number; oldestSeconds: number }> {
  const [found] = await models.deliveries.collection
    .aggregate<{ open: number; oldest: Date }>(
      [
        { $match: { office: ANY_OFFICE, open: true, nextAt: { $ne: PARKED } } },
        { $group: { _id: null, open: { $sum: 1 }, oldest: { $min: '$createdAt' } } },
      ],
      { hint: OPEN_DELIVERIES },
    )
    .toArray();
  if (!found) return { open: 0, oldestSeconds: 0 };
  return { open: found.open, oldestSeconds: Math.max(0, (now.getTime() - found.oldest.getTime()) / 1000) };
}
