/** Brings an office's plan in: finds what it would change, and stores it as one unit of work; import-plan and the demo use it. */
import type { Plan } from '../domain/activity.ts';
import type { PlanDraft } from '../plan-import/draft.ts';
import { officeKey } from '../plan-import/office-list.ts';
import { diffPlans, isSamePlan, type PlanDiff } from '../plan-import/diff.ts';
import type { Database } from '../db/connect.ts';
import { newId } from '../db/ids.ts';
import { findOffices, type Office } from '../db/offices.ts';
import { findActivities } from '../db/activities.ts';
import { findMembers } from '../db/members.ts';
import { planHeadFrom, type PlanDocument } from '../db/plans.ts';
import { commit } from '../db/unit-of-work.ts';
import { activityWrites } from './import-activities.ts';
import type { ImportPreview, Losing, StoreDecision } from './import-preview.ts';
import { asksUse, isUsedAfter, leavesAsIs } from './import-preview.ts';
import { loadPlan } from './loaders.ts';
import { newlyOwned, newlyOwnedWrites } from './newly-owned.ts';
import { findPlanSwitch, switchWrites } from './plan-switch.ts';
import { markOf, type Trial } from './trial.ts';
import { type Write, writeAudit } from './writes.ts';

/** What the administrator decided beforehand. */
export interface ImportChoice {
  /** Id of the office the plan belongs to; null: the one of the name in the file. */
  office: string | null;
  /** Makes an office though there are others. */
  newOffice: boolean;
  /** Id of the plan to change, `new` for one beside the others; null: the one that fits. */
  plan: string | null;
}

export type PreviewOutcome =
  | { ok: true; preview: ImportPreview }
  | {
      ok: false;
      reason: 'office-unknown' | 'office-unreadable' | 'plan-unknown';
      known: { id: string; name: string }[];
    };

/** `needs-use`: nobody said whether the plan is used from now on. */
export type ImportOutcome =
  { ok: true; office: string; plan: string } | { ok: false; reason: 'conflict' | 'needs-use' };

/** Says what an import at that moment would do, storing nothing. */
export async function previewImport(
  database: Database,
  draft: PlanDraft,
  choice: ImportChoice,
  now: Date,
): Promise<PreviewOutcome> {
  const { offices, unreadable } = await findOffices(database.models);
  const broken = unreadable.filter((one) => isMeant(one, draft, choice));
  if (broken.length > 0) return { ok: false, reason: 'office-unreadable', known: broken.map(named) };
  const office = chooseOffice(offices, draft, choice, offices.length + unreadable.length === 0);
  if (office === undefined)
    return { ok: false, reason: 'office-unknown', known: [...offices, ...unreadable].map(named) };
  const plans = office ? await plansOf(database, office.id) : [];
  const plan = choosePlan(plans, draft, choice);
  if (plan === undefined)
    return { ok: false, reason: 'plan-unknown', known: plans.map(({ id, title }) => ({ id, name: title })) };
  const diff = diffPlans(plan, draft);
  const losing = office && plan ? await findLosing(database, office.id, plan.id, diff) : [];
  const { parentAgencies: above } = draft;
  const agenciesChange = above.length > 0 && above.join('\n') !== office?.parentAgencies.join('\n');
  const becomesCurrent = plan === null || office?.currentPlan !== plan.id;
  const isInUse = office !== null && plan !== null && !becomesCurrent;
  const owned = isInUse ? newlyOwned(plan, diff, await findMembers(database.models, office.id)) : [];
  const leaving = await findPlanSwitch(database, office, { ...draft, id: plan?.id ?? null }, now);
  return {
    ok: true,
    preview: { office, plan, draft, diff, agenciesChange, becomesCurrent, losing, owned, leaving },
  };
}

export function sameName(a: string, b: string): boolean {
  return officeKey(a) === officeKey(b);
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

function isMeant(one: { id: string; name: string }, draft: PlanDraft, choice: ImportChoice): boolean {
  return choice.office === null ? sameName(one.name, draft.officeName) : one.id === choice.office;
}

/** @returns null for an office to be made, undefined when it is not clear which one is meant. */
function chooseOffice(
  offices: readonly Office[],
  draft: PlanDraft,
  choice: ImportChoice,
  isFirst: boolean,
): Office | null | undefined {
  const meant = offices.find((one) => isMeant(one, draft, choice));
  if (meant || choice.office !== null) return meant;
  return isFirst || choice.newOffice ? null : undefined;
}

function choosePlan(plans: Plan[], draft: PlanDraft, choice: ImportChoice): Plan | null | undefined {
  if (choice.plan === 'new') return null;
  if (choice.plan !== null) return plans.find(({ id }) => id === choice.plan);
  const ofYear = plans.filter(({ fiscalYear }) => fiscalYear === draft.fiscalYear);
  const titled = ofYear.find(({ title }) => sameName(title, draft.title));
  return titled ?? ofYear.find((plan) => isSamePlan(plan, draft)) ?? null;
}

/** All plans of an office with their activities, the one imported last first. */
export async function plansOf(database: Database, office: string): Promise<Plan[]> {
  const heads = await database.models.plans.find({ office }).sort({ importedAt: -1 }).lean<PlanDocument[]>();
  const plans = await Promise.all(heads.map((head) => loadPlan(database, office, planHeadFrom(head).id)));
  return plans.filter((plan) => plan !== null);
}

async function findLosing(
  database: Database,
  office: string,
  plan: string,
  diff: PlanDiff,
): Promise<Losing[]> {
  const why = new Map<string, Losing['why']>();
  for (const { code } of diff.removed) why.set(code, 'removed');
  for (const { code, before, after } of diff.changed)
    if (before.leaf && !after.leaf) why.set(code, 'became-branch');
  if (why.size === 0) return [];
  const stored = await findActivities(database.models, office, plan);
  return stored.flatMap(({ code, name, state }) => {
    const reason = why.get(code);
    return reason && state.seq > 0 ? [{ code, name, updates: state.seq, why: reason }] : [];
  });
}

/**
 * Stores what a preview showed, and makes that plan the office's current one; that of another year than the one in use
 * only where it was said.
 * Updates are never touched: those of a removed activity stay, and count again when it comes back.
 * @param how who stores it; `trial` says how it comes about without a real LINE account, and marks an office made now.
 * @returns conflict when the plan, the office or a report on a vanishing activity came in between: preview again.
 */
export async function storeImport(
  database: Database,
  preview: ImportPreview,
  now: Date,
  {
    by = 'command',
    trial = null,
    use = null,
  }: { by?: string; trial?: Trial | null } & Partial<StoreDecision> = {},
): Promise<ImportOutcome> {
  if (asksUse(preview) && use === null) return { ok: false, reason: 'needs-use' };
  const office = preview.office?.id ?? newId();
  const plan = preview.plan?.id ?? newId();
  if (leavesAsIs(preview, { use })) return { ok: true, office, plan };
  const used = isUsedAfter(preview, { use });
  const writes: Write[] = [
    officeWrite(preview, office, used ? plan : null, now, trial),
    ...(preview.leaving && used ? switchWrites(preview.leaving, office) : []),
    planWrite(preview, office, plan, now),
    ...activityWrites(preview, office, plan),
    ...newlyOwnedWrites(preview.owned, office),
    writeAudit(office, now, by, 'import-plan', {
      plan,
      added: preview.diff.added.length,
      changed: preview.diff.changed.length,
      removed: preview.diff.removed.length,
    }),
  ];
  const done = await commit(database, writes);
  return done.ok ? { ok: true, office, plan } : done;
}

/** @param plan that is used from now on; null: the one in use stays. */
function officeWrite(
  { office, draft }: ImportPreview,
  id: string,
  plan: string | null,
  now: Date,
  trial: Trial | null,
): Write {
  const { officeName, parentAgencies } = draft;
  if (!office)
    return {
      to: 'offices',
      insert: {
        _id: id,
        name: officeName,
        parentAgencies,
        language: 'th',
        currentPlan: plan,
        planRev: 1,
        settings: markOf(trial),
        createdAt: now,
      },
    };
  const agencies = parentAgencies.length > 0 ? { parentAgencies } : {};
  return {
    to: 'offices',
    update: {
      where: { _id: id, planRev: office.planRev },
      change: { $set: { ...(plan !== null && { currentPlan: plan }), ...agencies }, $inc: { planRev: 1 } },
    },
  };
}

function planWrite({ plan, draft }: ImportPreview, office: string, id: string, now: Date): Write {
  const { fiscalYear, title, programme, project, targetGroup, period, sections } = draft;
  const head = { fiscalYear, title, programme, project, targetGroup, period, sections, importedAt: now };
  if (!plan) return { to: 'plans', insert: { _id: id, office, ...head } };
  return { to: 'plans', update: { where: { _id: id, office }, change: { $set: head } } };
}
