/** Which of an office's plans is in force, and what changing it would do; import-plan and the console change it. */
import type { Plan } from '../domain/activity.ts';
import type { Database } from '../db/connect.ts';
import { findOffice, type Office } from '../db/offices.ts';
import { planHeadFrom, type PlanDocument } from '../db/plans.ts';
import { commit } from '../db/unit-of-work.ts';
import { loadPlan } from './loaders.ts';
import { findPlanSwitch, markOfSwitch, type PlanSwitch, switchWrites } from './plan-switch.ts';
import { writeAudit } from './writes.ts';

export type UsePreview =
  | {
      ok: true;
      office: Office;
      plan: Plan;
      /** null where it is in force already, or none is. */
      leaving: PlanSwitch | null;
      /** Marks what is shown: only just this is done. */
      seen: string;
    }
  | { ok: false; reason: 'plan-unknown' };

/**
 * Says what making a plan that was imported earlier the current one would do.
 * @param within the office it must be one of; null for whoever may change all.
 */
export async function previewUse(
  database: Database,
  planId: string,
  now: Date,
  within: string | null = null,
): Promise<UsePreview> {
  const head = await database.models.plans.findById(planId).lean<PlanDocument>();
  if (!head || (within !== null && head.office !== within)) return { ok: false, reason: 'plan-unknown' };
  const { office: id } = planHeadFrom(head);
  const [office, plan] = await Promise.all([findOffice(database.models, id), loadPlan(database, id, planId)]);
  if (!office || !plan) return { ok: false, reason: 'plan-unknown' };
  const leaving = await findPlanSwitch(database, office, plan, now);
  return { ok: true, office, plan, leaving, seen: markOfSwitch(office, plan.id, leaving) };
}

export type MadeCurrent = { ok: true; office: string; plan: string } | { ok: false; reason: 'conflict' };

/** Makes the plan the current one, with all that was shown of it. @returns conflict where something came in between: look again. */
export async function makeCurrent(
  database: Database,
  { office, plan, leaving }: Extract<UsePreview, { ok: true }>,
  now: Date,
  by = 'command',
): Promise<MadeCurrent> {
  const done = await commit(database, [
    {
      to: 'offices',
      update: {
        where: { _id: office.id, planRev: office.planRev },
        change: { $set: { currentPlan: plan.id }, $inc: { planRev: 1 } },
      },
    },
    ...(leaving ? switchWrites(leaving, office.id) : []),
    writeAudit(office.id, now, by, 'use-plan', { plan: plan.id }),
  ]);
  return done.ok ? { ok: true, office: office.id, plan: plan.id } : done;
}
