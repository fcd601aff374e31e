/** What the operators' overview counts, for many offices in one read each: activities with states, people, messages; without a word anybody wrote. */
import { type Activity, type ActivityState, TEXT_FIELDS } from '../domain/activity.ts';
import type { Role } from '../domain/member.ts';
import { NO_STATE } from '../domain/update.ts';
import type { ActivityDocument } from './activities.ts';
import type { Models } from './collections.ts';
import { HELD } from './outbox.ts';
import { checkStored, UnreadableDocument } from './stored.ts';

/** A node with as much of its state as figures are made from. */
export type CountedActivity = Activity & { office: string; state: ActivityState };

/** Of a text no more than whether something, or nothing, was said: what was said does not leave the database. */
const whetherSaid = (field: string) => {
  const said = { $ifNull: [`$state.${field}`, null] };
  const words = { $cond: [{ $eq: [said, ''] }, '', SAID] };
  return { $cond: [{ $eq: [said, null] }, null, words] };
};
const SAID = '-';

const COUNTED = {
  office: 1,
  code: 1,
  label: 1,
  name: 1,
  parent: 1,
  order: 1,
  level: 1,
  leaf: 1,
  budget: 1,
  months: 1,
  'state.seq': 1,
  'state.status': 1,
  'state.percent': 1,
  'state.spent': 1,
  'state.actual': 1,
  'state.date': 1,
  'state.evidence': 1,
  'state.reportedAt': 1,
  // who it was is not read
  'state.reportedBy': { $literal: null },
  ...Object.fromEntries(TEXT_FIELDS.map((field) => [`state.${field}`, whetherSaid(field)])),
};

/**
 * What people wrote is not read.
 * @param unreadable is told, once an office, of what this code cannot mean: nothing of that office is counted.
 * @returns the nodes of those plans by office, in plan order.
 */
export async function findCountedActivities(
  models: Models,
  offices: readonly string[],
  plans: readonly string[],
  unreadable: (office: string, fault: UnreadableDocument) => void,
): Promise<Map<string, CountedActivity[]>> {
  const found = await models.activities.collection
    .find({ office: { $in: [...offices] }, plan: { $in: [...plans] }, removed: false } as never, {
      projection: COUNTED,
    })
    .toArray();
  const byOffice = Map.groupBy(found as unknown as CountedActivity[], ({ office }) => office);
  for (const [office, own] of byOffice) {
    try {
      checkStored(models.activities, own, 'part');
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      byOffice.delete(office);
      unreadable(office, error);
    }
  }
  return new Map([...byOffice].map(([office, own]) => [office, own.map(counted).toSorted(byOrder)]));
}

/** A node as it was read, with what was left out of the reading. */
function counted(row: CountedActivity): CountedActivity {
  const unread = { indicator: null, unit: null, target: null, ownerGroup: null };
  return { ...unread, ...row, state: { ...NO_STATE, ...row.state } };
}

const byOrder = (a: Activity, b: Activity): number => a.order - b.order;

/** @returns the nodes of those plans by office, in plan order, without their states. */
export async function findPlanActivities(
  models: Models,
  offices: readonly string[],
  plans: readonly string[],
): Promise<Map<string, Activity[]>> {
  const found = await models.activities
    .find({ office: { $in: [...offices] }, plan: { $in: [...plans] }, removed: false }, { state: 0 })
    .sort({ order: 1 })
    .lean<ActivityDocument[]>();
  const rows = found.map(({ _id: _1, plan: _2, removed: _3, state: _4, ...activity }) => activity);
  return new Map(
    [...Map.groupBy(rows, ({ office }) => office)].map(([id, own]) => [
      id,
      own.map(({ office: _, ...activity }) => activity),
    ]),
  );
}

/** Active people of each office by role. */
export async function countPeople(
  models: Models,
  offices: readonly string[],
): Promise<Map<string, Partial<Record<Role, number>>>> {
  const found = await models.members.collection
    .aggregate<{ _id: { office: string; role: Role }; count: number }>([
      { $match: { office: { $in: [...offices] }, state: 'active' } },
      { $unwind: '$roles' },
      { $group: { _id: { office: '$office', role: '$roles' }, count: { $sum: 1 } } },
    ])
    .toArray();
  const byOffice = Map.groupBy(found, ({ _id }) => _id.office);
  return new Map(
    [...byOffice].map(([office, rows]) => [
      office,
      Object.fromEntries(rows.map(({ _id, count }) => [_id.role, count])),
    ]),
  );
}

/** Messages of an office: paid since a moment, kept back for lack of quota, given up. */
export interface MessageCounts {
  paid: number;
  held: number;
  dead: number;
}

/** @param since real time. @returns counts of each office that has any. */
export async function countMessages(
  models: Models,
  offices: readonly string[],
  since: Date,
): Promise<Map<string, MessageCounts>> {
  const office = { $in: [...offices] };
  const one = (test: object, value: unknown = 1) => ({ $sum: { $cond: [test, value, 0] } });
  const [messages, events] = await Promise.all([
    models.outbox.collection
      .aggregate<{ _id: string } & MessageCounts>([
        {
          $match: {
            $or: [
              { office, state: 'sent', sentAt: { $gte: since } },
              { office, state: 'waiting', error: { $in: [HELD, 'monthly-limit'] } },
              { office, state: 'dead' },
            ],
          },
        },
        {
          $group: {
            _id: '$office',
            paid: one({ $eq: ['$state', 'sent'] }, '$cost'),
            held: one({ $eq: ['$state', 'waiting'] }),
            dead: one({ $eq: ['$state', 'dead'] }),
          },
        },
      ])
      .toArray(),
    models.inbox.collection
      .aggregate<{ _id: string; dead: number }>([
        { $match: { office, state: 'dead' } },
        { $group: { _id: '$office', dead: { $sum: 1 } } },
      ])
      .toArray(),
  ]);
  const counts = new Map(
    messages.map(({ _id, paid, held, dead }): [string, MessageCounts] => [_id, { paid, held, dead }]),
  );
  for (const { _id, dead } of events) {
    const before = counts.get(_id) ?? { paid: 0, held: 0, dead: 0 };
    counts.set(_id, { ...before, dead: before.dead + dead });
  }
  return counts;
}
