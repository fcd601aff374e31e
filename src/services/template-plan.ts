/** The plan all offices have in common, kept as one of no office: stored from a file, given to offices without a plan of its year, compared with theirs; web/offices calls it, the joint report goes by its codes. */
import type { Plan } from '../domain/activity.ts';
import { NO_STATE } from '../domain/update.ts';
import { activityId } from '../db/activities.ts';
import type { Models } from '../db/collections.ts';
import type { Database } from '../db/connect.ts';
import { findPlanActivities } from '../db/office-figures.ts';
import { findOffices } from '../db/offices.ts';
import { findPlansOfYear } from '../db/plans.ts';
import { readApart } from '../db/stored.ts';
import { commit } from '../db/unit-of-work.ts';
import { diffPlans, type PlanDiff } from '../plan-import/diff.ts';
import type { PlanDraft } from '../plan-import/draft.ts';
import { plansOf, previewImport, storeImport } from './import-plan.ts';
import { isUsedAfter } from './import-preview.ts';
import { loadPlan } from './loaders.ts';
import { planOfYear } from './official-report.ts';
import { NO_OFFICE } from './web-sessions.ts';
import { newId, type Write, writeAudit } from './writes.ts';

interface Act {
  by: string;
  now: Date;
}

/** @returns the template of that fiscal year (B.E.) given last, or null. */
export function templateOfYear(database: Database, fiscalYear: number): Promise<Plan | null> {
  return planOfYear(database, NO_OFFICE, fiscalYear);
}

/** @returns all templates, the newest first. */
export function templatesOf(database: Database): Promise<Plan[]> {
  return plansOf(database, NO_OFFICE);
}

/** A later one of the same year takes the place of an earlier one, which stays. @returns its id. */
export async function storeTemplate(database: Database, draft: PlanDraft, { by, now }: Act): Promise<string> {
  const plan = newId();
  const { fiscalYear, title, programme, project, targetGroup, period, sections } = draft;
  const head = { fiscalYear, title, programme, project, targetGroup, period, sections, importedAt: now };
  const writes: Write[] = [
    { to: 'plans', insert: { _id: plan, office: NO_OFFICE, ...head } },
    ...draft.activities.map((activity): Write => {
      const own = { _id: activityId(plan, activity.code), office: NO_OFFICE, plan, removed: false };
      return { to: 'activities', insert: { ...own, ...activity, state: { ...NO_STATE, evidence: [] } } };
    }),
    writeAudit(NO_OFFICE, now, by, 'template-plan', { plan }),
  ];
  const done = await commit(database, writes);
  if (!done.ok) throw new Error('a new id is taken');
  return plan;
}

export interface Given {
  office: string;
  name: string;
  /** What came of it; `kept`: stored beside the plan of another year that is in use, until the office says so. */
  reason: 'given' | 'kept' | 'has-plan' | 'conflict' | 'unreadable';
}

/**
 * Gives the template to those of the offices that have no plan of its year, as any import would; what an office has is never touched.
 * @returns null for a template there is not.
 */
export async function giveTemplate(
  database: Database,
  template: string,
  ids: readonly string[],
  { by, now }: Act,
): Promise<Given[] | null> {
  const plan = await loadPlan(database, NO_OFFICE, template);
  if (!plan) return null;
  const { offices, unreadable } = await findOffices(database.models);
  const given: Given[] = unreadable
    .filter(({ id }) => ids.includes(id))
    .map(({ id: office, name }) => ({ office, name, reason: 'unreadable' }));
  for (const { id: office, name } of offices) {
    if (!ids.includes(office)) continue;
    const draft: PlanDraft = { ...plan, officeName: name, parentAgencies: [] };
    const found = await previewImport(database, draft, { office, plan: 'new', newOffice: false }, now);
    const known = await plansOf(database, office);
    if (known.some(({ fiscalYear }) => fiscalYear === plan.fiscalYear)) {
      given.push({ office, name, reason: 'has-plan' });
      continue;
    }
    const done = found.ok && (await storeImport(database, found.preview, now, { by, use: false }));
    const used = found.ok && isUsedAfter(found.preview, { use: false });
    given.push({ office, name, reason: !done || !done.ok ? 'conflict' : used ? 'given' : 'kept' });
  }
  return given;
}

/** What an office has otherwise than the template. */
export interface Difference {
  office: string;
  name: string;
  /** null without a plan of that year. */
  diff: PlanDiff | null;
  /** What is stored of it cannot be read. */
  unreadable: boolean;
}

/** Offices whose plans are read together. */
const TOGETHER = 40;

type Named = { id: string; name: string };

async function compare(models: Models, offices: readonly Named[], plan: Plan): Promise<Difference[]> {
  const ids = offices.map(({ id }) => id);
  const heads = await findPlansOfYear(models, ids, plan.fiscalYear);
  const plans = [...heads.values()].map(({ id }) => id);
  const activities = await findPlanActivities(models, ids, plans);
  return offices.map(({ id: office, name }): Difference => {
    const head = heads.get(office);
    const own = head && {
      ...head,
      officeName: name,
      parentAgencies: [],
      activities: activities.get(office) ?? [],
    };
    return { office, name, diff: own ? diffPlans(plan, own) : null, unreadable: false };
  });
}

/** @param only this office, all when left out. @returns null for a template there is not. */
export async function differencesFrom(
  database: Database,
  template: string,
  only?: string,
): Promise<Difference[] | null> {
  const { models } = database;
  const plan = await loadPlan(database, NO_OFFICE, template);
  if (!plan) return null;
  const all = await findOffices(models);
  const wanted = ({ id }: Named): boolean => only === undefined || id === only;
  const apart = ({ id: office, name }: Named): Difference[] => [
    { office, name, diff: null, unreadable: true },
  ];
  const offices = all.offices.filter(wanted);
  const found = all.unreadable.filter(wanted).flatMap(apart);
  for (let from = 0; from < offices.length; from += TOGETHER) {
    const some = offices.slice(from, from + TOGETHER);
    found.push(...(await readApart(some, (these) => compare(models, these, plan), apart)));
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'th'));
}
