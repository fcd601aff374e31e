/** What of the updates summaries and the dashboard read: those since a moment, histories of a few activities, months with reports. */
import type { Update } from '../domain/update.ts';
import type { Models } from './collections.ts';
import { MONTHS_INDEX, type UpdateDocument } from './updates.ts';

/** @returns codes of activities with an update made, or taken back, at `since` or later. */
export async function findTouchedSince(
  models: Models,
  office: string,
  plan: string,
  since: Date,
): Promise<string[]> {
  const [made, voided] = await Promise.all([
    models.updates.find({ office, plan, at: { $gte: since } }, { activity: 1 }).lean<UpdateDocument[]>(),
    models.updates
      .find({ office, plan, 'voided.at': { $gte: since, $type: 'date' } }, { activity: 1 })
      .lean<UpdateDocument[]>(),
  ]);
  return [...new Set([...made, ...voided].map((one) => one.activity))];
}

/** @returns all updates of these activities, by activity and ascending seq. */
export async function findHistories(
  models: Models,
  office: string,
  plan: string,
  activities: readonly string[],
): Promise<Map<string, Update[]>> {
  if (activities.length === 0) return new Map();
  const found = await models.updates
    .find({ office, plan, activity: { $in: [...activities] } })
    .lean<UpdateDocument[]>();
  const updates = found.map(({ _id, ...rest }): Update => ({ id: _id, ...rest }));
  const histories = Map.groupBy(updates, (update) => update.activity);
  for (const history of histories.values()) history.sort((a, b) => a.seq - b.seq);
  return histories;
}

/** @returns by activity, the months by Bangkok's calendar (`2021-02`) in which something was reported that still counts, ascending. */
export async function findReportedMonths(
  models: Models,
  office: string,
  plan: string,
): Promise<Map<string, string[]>> {
  const month = { $dateToString: { date: '$at', format: '%Y-%m', timezone: 'Asia/Bangkok' } };
  // a look for `null` in an index fetches each document, a condition on what stands in it does not
  const counting = { $cond: [{ $eq: [{ $ifNull: ['$voided', null] }, null] }, month, null] };
  const found = await models.updates.collection
    .aggregate<{ _id: string; months: (string | null)[] }>(
      [{ $match: { office, plan } }, { $group: { _id: '$activity', months: { $addToSet: counting } } }],
      { hint: MONTHS_INDEX },
    )
    .toArray();
  return new Map(found.map(({ _id, months }) => [_id, months.filter((one) => one !== null).toSorted()]));
}
