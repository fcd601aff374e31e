/** Activities of plans, each with a copy of the state its updates have brought it to. */
import { z } from 'zod';
import type { Activity, ActivityState } from '../domain/activity.ts';
import { NO_STATE } from '../domain/update.ts';
import type { Models } from './collections.ts';
import type { Write } from './unit-of-work.ts';
import { defineSchema, requiredText, shaped, text } from './schema.ts';
import { fieldsShape, reporterShape } from './shapes.ts';
import { checkStored } from './stored.ts';

export interface ActivityDocument extends Activity {
  /** `${plan}/${code}` */
  _id: string;
  office: string;
  plan: string;
  state: ActivityState;
  /** Taken out of the plan by a later import; its updates stay. */
  removed: boolean;
}

const stateShape = fieldsShape.partial().extend({
  seq: z.number(),
  // of a state stored before it was counted
  rev: z.number().optional(),
  reportedBy: reporterShape.nullable(),
  reportedAt: z.date().nullable(),
  evidence: z.array(z.string()),
});

export const activitySchema = defineSchema<ActivityDocument>({
  plan: requiredText,
  code: requiredText,
  label: requiredText,
  parent: text,
  order: { type: Number, required: true },
  level: { type: Number, required: true },
  leaf: { type: Boolean, required: true },
  name: requiredText,
  indicator: text,
  unit: text,
  target: { type: Number, default: null },
  budget: { type: Number, default: null },
  months: [String],
  ownerGroup: text,
  state: shaped(stateShape),
  removed: { type: Boolean, default: false },
});
activitySchema.index({ office: 1, plan: 1, order: 1 });

export function activityId(plan: string, code: string): string {
  return `${plan}/${code}`;
}

export interface ActivityWithState extends Activity {
  state: ActivityState;
}

export function activityFrom(document: ActivityDocument): ActivityWithState {
  const { _id: _1, office: _2, plan: _3, removed: _4, ...activity } = document;
  return { ...activity, state: { ...NO_STATE, ...activity.state } };
}

/** All nodes of a plan in plan order, with their states. */
export async function findActivities(
  models: Models,
  office: string,
  plan: string,
): Promise<ActivityWithState[]> {
  const found = await models.activities.collection
    .find({ office, plan, removed: false } as never)
    .sort({ order: 1 })
    .toArray();
  checkStored(models.activities, found, 'whole');
  return (found as unknown as ActivityDocument[]).map(activityFrom);
}

/**
 * Stores what a state comes to.
 * @param before the state it was decided on: a change that came between, an undo as well as a report, is a conflict.
 */
export function writeState(id: string, office: string, before: ActivityState, state: ActivityState): Write {
  // rows of older versions of the bot have none
  const rev = before.rev === 0 ? { $in: [0, null] } : before.rev;
  return {
    to: 'activities',
    update: {
      where: { _id: id, office, 'state.rev': rev },
      change: { $set: { state: { ...state, rev: before.rev + 1 } } },
    },
  };
}

/** The state an activity is in, be it still in the plan or not; null when there is none. */
export async function findState(models: Models, id: string): Promise<ActivityState | null> {
  const found = await models.activities.collection.findOne({ _id: id } as never, {
    projection: { state: 1 },
  });
  checkStored(models.activities, found ? [found] : [], 'part');
  return found && { ...NO_STATE, ...(found as unknown as Pick<ActivityDocument, 'state'>).state };
}

/** Current states by activity id; what a plan no longer has is missing. */
export async function findActivityStates(
  models: Models,
  ids: readonly string[],
): Promise<Map<string, ActivityState>> {
  const found = await models.activities.collection
    .find({ _id: { $in: ids }, removed: false } as never, { projection: { state: 1 } })
    .toArray();
  checkStored(models.activities, found, 'part');
  const rows = found as unknown as Pick<ActivityDocument, '_id' | 'state'>[];
  return new Map(rows.map(({ _id, state }) => [_id, { ...NO_STATE, ...state }]));
}
