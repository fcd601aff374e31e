/** Between two conversations of one test file: the office as if nobody had said anything yet. */
import { prepareDemo } from '../../src/demo.ts';
import { NO_STATE } from '../../src/domain/update.ts';
import { INVITE, type TestOffice, WIPHA } from './office.ts';

/** The demo's office as it is at the start: everything before is gone, people and plan included. */
export async function beginAnew({ database, clock }: TestOffice): Promise<void> {
  await Promise.all(Object.values(database.models).map((model) => model.collection.deleteMany({})));
  await prepareDemo(database, clock.now());
}

/** Wipha, who has an invitation only, registers and accepts the notice. */
export async function wiphaJoins(office: TestOffice): Promise<void> {
  await office.say(WIPHA, `ลงทะเบียน ${INVITE}`);
  await office.say(WIPHA, 'ยอมรับ');
}

/** Forgets reports, photos and whatever was being talked about; the plan and the people stay. */
export async function forgetAll({ database }: TestOffice): Promise<void> {
  const { updates, evidence, conversations, activities } = database.models;
  await Promise.all([
    updates.collection.deleteMany({}),
    evidence.collection.deleteMany({}),
    conversations.collection.deleteMany({}),
    activities.collection.updateMany({}, { $set: { state: { ...NO_STATE } } }),
  ]);
}

/** Gives a person these activities and no others. */
export async function owns({ database }: TestOffice, userId: string, activities: string[]): Promise<void> {
  await database.models.members.collection.updateOne({ userId }, { $set: { activities } });
}

/** What is stored of an activity, by code. */
export async function stateOf({ database }: TestOffice, code: string): Promise<Record<string, unknown>> {
  const found = await database.models.activities.findOne({ code }).lean<{ state: Record<string, unknown> }>();
  return found!.state;
}

export function countUpdates({ database }: TestOffice, where: object = {}): Promise<number> {
  return database.models.updates.countDocuments(where);
}

/** Activities of the plan under other names and counted otherwise, known to the bot from its next start. */
export async function renames(
  office: TestOffice,
  activities: Readonly<Record<string, { name: string; unit: string }>>,
): Promise<void> {
  const { collection } = office.database.models.activities;
  for (const [code, { name, unit }] of Object.entries(activities))
    await collection.updateOne({ code }, { $set: { name, unit, indicator: `จำนวน${unit}` } });
  await office.restart();
}
