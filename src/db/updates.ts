/** Progress updates: append-only. */
import { z } from 'zod';
import { FIELD_NAMES, NO_FIELDS } from '../domain/activity.ts';
import type { Update } from '../domain/update.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText, shaped, text } from './schema.ts';
import { fieldsShape, reporterShape } from './shapes.ts';

export interface UpdateDocument extends Omit<Update, 'id'> {
  _id: string;
}

export const updateSchema = defineSchema<UpdateDocument>({
  plan: requiredText,
  activity: requiredText,
  seq: { type: Number, required: true },
  said: shaped(fieldsShape),
  cleared: shaped(z.array(z.enum(FIELD_NAMES))),
  by: shaped(reporterShape),
  at: requiredDate,
  through: requiredText,
  event: text,
  draft: text,
  message: text,
  sources: shaped(z.array(z.object({ field: z.enum(FIELD_NAMES), message: z.string() }))),
  corrects: text,
  evidence: [String],
  voided: shaped(z.object({ at: z.date(), by: reporterShape })),
  withdrawn: { type: Boolean, default: false },
});
updateSchema.index({ office: 1, plan: 1, activity: 1, seq: 1 }, { unique: true });
// one draft becomes at most one update an activity, however often its button is tapped
updateSchema.index(
  { office: 1, draft: 1, activity: 1 },
  { unique: true, partialFilterExpression: { draft: { $type: 'string' } } },
);
updateSchema.index({ office: 1, 'by.member': 1, at: -1 });
/** Holds all that the months with reports are counted from, so that no update is fetched for them. */
export const MONTHS_INDEX = { office: 1, plan: 1, activity: 1, at: 1, voided: 1 } as const;
updateSchema.index(MONTHS_INDEX);
updateSchema.index(
  { office: 1, plan: 1, 'voided.at': 1 },
  { partialFilterExpression: { 'voided.at': { $type: 'date' } } },
);
updateSchema.index({ office: 1, message: 1 }, { partialFilterExpression: { message: { $type: 'string' } } });

updateSchema.index({ office: 1, evidence: 1 });
updateSchema.index(
  { office: 1, 'sources.message': 1 },
  { partialFilterExpression: { 'sources.message': { $type: 'string' } } },
);

function updateFrom({ _id, ...rest }: UpdateDocument): Update {
  // fields that came later were not said then
  return { id: _id, ...rest, said: { ...NO_FIELDS, ...rest.said } };
}

/** Updates with words of that message in them. */
export async function findUpdatesOfMessage(
  models: Models,
  office: string,
  message: string,
): Promise<Update[]> {
  const found = await models.updates
    .find({ office, $or: [{ message }, { 'sources.message': message }] })
    .lean<UpdateDocument[]>();
  return found.map(updateFrom);
}

/** Updates that any of these photos and files are part of. */
export async function findUpdatesWithEvidence(
  models: Models,
  office: string,
  evidence: readonly string[],
): Promise<Update[]> {
  if (evidence.length === 0) return [];
  const found = await models.updates
    .find({ office, evidence: { $in: [...evidence] } })
    .lean<UpdateDocument[]>();
  return found.map(updateFrom);
}

/** Updates of one activity, ascending by seq. */
export async function findUpdates(
  models: Models,
  office: string,
  plan: string,
  activity: string,
): Promise<Update[]> {
  const found = await models.updates
    .find({ office, plan, activity })
    .sort({ seq: 1 })
    .lean<UpdateDocument[]>();
  return found.map(updateFrom);
}

/**
 * Updates of a plan by activity and seq, from behind a place on: read where they begin, however far that is.
 * @param page.activity of that one alone. @returns at most one more than `most`, which says whether there are more.
 */
export async function findUpdatesAfter(
  models: Models,
  office: string,
  plan: string,
  {
    activity,
    after,
    most,
  }: { activity: string | null; after: { activity: string; seq: number } | null; most: number },
): Promise<Update[]> {
  const read = (where: object, limit: number): Promise<UpdateDocument[]> =>
    models.updates
      .find({ office, plan, ...where })
      .sort({ activity: 1, seq: 1 })
      .limit(limit)
      .lean<UpdateDocument[]>();
  const limit = most + 1;
  const rest = after ? await read({ activity: after.activity, seq: { $gt: after.seq } }, limit) : [];
  const left = limit - rest.length;
  const more =
    left <= 0 || (after && activity !== null)
      ? []
      : await read(
          activity !== null ? { activity } : after ? { activity: { $gt: after.activity } } : {},
          left,
        );
  return [...rest, ...more].map(updateFrom);
}

/** Updates of a whole plan, by activity and seq. */
export async function findPlanUpdates(models: Models, office: string, plan: string): Promise<Update[]> {
  const found = await models.updates
    .find({ office, plan })
    .sort({ activity: 1, seq: 1 })
    .lean<UpdateDocument[]>();
  return found.map(updateFrom);
}

export async function findUpdate(models: Models, office: string, id: string): Promise<Update | null> {
  const found = await models.updates.findOne({ _id: id, office }).lean<UpdateDocument>();
  return found && updateFrom(found);
}

/** What one draft was saved as: an update an activity. */
export async function findUpdatesOfDraft(models: Models, office: string, draft: string): Promise<Update[]> {
  const found = await models.updates.find({ office, draft }).lean<UpdateDocument[]>();
  return found.map(updateFrom);
}

/** The newest update of a person in a plan that still counts, or null. */
export async function findLatestUpdateBy(
  models: Models,
  office: string,
  plan: string,
  member: string,
  activity?: string,
): Promise<Update | null> {
  const found = await models.updates
    .findOne({ office, plan, 'by.member': member, voided: null, ...(activity ? { activity } : {}) })
    .sort({ at: -1, _id: -1 })
    .lean<UpdateDocument>();
  return found && updateFrom(found);
}

/** What a person took back of their own last, together: none when they never did. */
export async function findTakenBack(
  models: Models,
  office: string,
  plan: string,
  member: string,
): Promise<Update[][]> {
  const found = await models.updates
    .find({
      office,
      plan,
      'voided.at': { $type: 'date' },
      'by.member': member,
      'voided.by.member': member,
      withdrawn: false,
    })
    .sort({ 'voided.at': -1, seq: 1 })
    .limit(MOST_TOGETHER)
    .lean<UpdateDocument[]>();
  const together = Map.groupBy(found, ({ voided }) => voided!.at.getTime());
  return [...together.values()].map((rows) => rows.map(updateFrom));
}

/** More activities than one text reports on. */
const MOST_TOGETHER = 50;
