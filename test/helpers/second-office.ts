/** A second office with the same plan beside the demo's, and codes to join either; tests of people in several offices use it. */
import { commit } from '../../src/db/unit-of-work.ts';
import type { Role } from '../../src/domain/member.ts';
import { makeInvite } from '../../src/services/invites.ts';
import type { TestOffice } from './office.ts';

export const SECOND = 'second';
export const SECOND_NAME = 'หน่วยงานที่สอง';

/** @returns the first office's id. */
export async function addSecondOffice({ database: { models } }: TestOffice): Promise<string> {
  const [first] = await models.offices.collection.find().toArray();
  const [plan] = await models.plans.collection.find().toArray();
  const copy = { ...first, _id: SECOND, name: SECOND_NAME, currentPlan: 'second-plan' };
  await models.offices.collection.insertOne(copy as never);
  await models.plans.collection.insertOne({ ...plan, _id: 'second-plan', office: SECOND } as never);
  const activities = await models.activities.collection.find({ office: first!._id }).toArray();
  await models.activities.collection.insertMany(
    activities.map((one) => ({
      ...one,
      _id: String(one._id).replace(String(plan!._id), 'second-plan'),
      office: SECOND,
      plan: 'second-plan',
    })) as never[],
  );
  return String(first!._id);
}

/** @returns a code that one person can use. */
export async function codeOf(
  { database, clock }: TestOffice,
  office: string,
  role: Role | 'group' = 'officer',
  activities = ['1.2'],
): Promise<string> {
  const expiresAt = new Date('2022-01-01');
  const wanted = { office, role, owner: null, activities, uses: 1, expiresAt };
  const made = makeInvite(wanted, clock.now(), 'test');
  await commit(database, made.writes);
  return made.code;
}
