/** Which of an office's plans is in force; import-plan and the console change it. */
import type { Database } from '../db/connect.ts';
import { planHeadFrom, type PlanDocument } from '../db/plans.ts';
import { commit } from '../db/unit-of-work.ts';
import { writeAudit } from './writes.ts';

export type MadeCurrent =
  { ok: true; office: string; plan: string } | { ok: false; reason: 'plan-unknown' | 'conflict' };

/**
 * Makes a plan that was imported earlier the current one again.
 * @param within the office it must be one of; null for whoever may change all.
 */
export async function makeCurrent(
  database: Database,
  planId: string,
  now: Date,
  { by = 'command', within = null }: { by?: string; within?: string | null } = {},
): Promise<MadeCurrent> {
  const head = await database.models.plans.findById(planId).lean<PlanDocument>();
  if (!head || (within !== null && head.office !== within)) return { ok: false, reason: 'plan-unknown' };
  const { office } = planHeadFrom(head);
  const done = await commit(database, [
    {
      to: 'offices',
      update: { where: { _id: office }, change: { $set: { currentPlan: planId }, $inc: { planRev: 1 } } },
    },
    writeAudit(office, now, by, 'use-plan', { plan: planId }),
  ]);
  return done.ok ? { ok: true, office, plan: planId } : done;
}
