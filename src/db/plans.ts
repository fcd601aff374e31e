/** Plans without their activities; an office may keep several, one of which is current. */
import { z } from 'zod';
import type { PlanHead } from '../domain/activity.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText, shaped, text } from './schema.ts';

export interface PlanDocument extends Omit<PlanHead, 'id'> {
  _id: string;
  importedAt: Date;
}

export const planSchema = defineSchema<PlanDocument>({
  fiscalYear: { type: Number, required: true },
  title: requiredText,
  programme: text,
  project: text,
  targetGroup: text,
  period: shaped(z.object({ start: z.string(), end: z.string() })),
  sections: shaped(z.array(z.object({ heading: z.string(), text: z.string() }))),
  importedAt: requiredDate,
});
planSchema.index({ office: 1, fiscalYear: 1, importedAt: 1 });

export function planHeadFrom({ _id, importedAt: _, ...rest }: PlanDocument): PlanHead {
  return { id: _id, ...rest };
}

export async function findPlanHead(models: Models, office: string, id: string): Promise<PlanHead | null> {
  const found = await models.plans.findOne({ _id: id, office }).lean<PlanDocument>();
  return found && planHeadFrom(found);
}

/** @returns by office, its plan of that fiscal year imported last; offices without one are missing. */
export async function findPlansOfYear(
  models: Models,
  offices: readonly string[],
  fiscalYear: number,
): Promise<Map<string, PlanHead>> {
  const found = await models.plans
    .find({ office: { $in: [...offices] }, fiscalYear })
    .sort({ importedAt: 1 })
    .lean<PlanDocument[]>();
  return new Map(found.map((one) => [one.office, planHeadFrom(one)]));
}

/** @returns the plan of that fiscal year imported last, or null. */
export async function findPlanOfYear(
  models: Models,
  office: string,
  fiscalYear: number,
): Promise<PlanHead | null> {
  const found = await models.plans
    .findOne({ office, fiscalYear })
    .sort({ importedAt: -1 })
    .lean<PlanDocument>();
  return found && planHeadFrom(found);
}

/** All of an office, the newest year first. */
export async function findPlans(models: Models, office: string): Promise<PlanHead[]> {
  const found = await models.plans
    .find({ office })
    .sort({ fiscalYear: -1, importedAt: -1 })
    .lean<PlanDocument[]>();
  return found.map(planHeadFrom);
}
