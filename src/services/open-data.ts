/** What another program may read of an office: the plan, where its activities stand, reports, half years, what was published; http/api calls it. */
import { textsOf } from '../domain/activity.ts';
import type { Half } from '../domain/fiscal-year.ts';
import { bahtFromSatang, type Satang } from '../domain/money.ts';
import { publicPath } from '../domain/public-path.ts';
import { namesRemover } from '../domain/public-report.ts';
import type { Update } from '../domain/update.ts';
import { findActivities } from '../db/activities.ts';
import type { Database } from '../db/connect.ts';
import type { Office } from '../db/offices.ts';
import { findClosings } from '../db/periods.ts';
import { findPlanHead, findPlans } from '../db/plans.ts';
import { findPublished } from '../db/publications.ts';
import { findUpdatesAfter } from '../db/updates.ts';
import { membersNamed } from './publication.ts';
import { standingOf } from './webhook-events.ts';
import { outsideOf } from './webhooks.ts';

/** Whose data, and what stands for somebody without a position. */
export interface OpenScope {
  database: Database;
  office: Office;
  nameless: string;
}

const baht = (sum: Satang | null): number | null => (sum === null ? null : bahtFromSatang(sum));

/** Takes members' names out of running words, where the office has not said that they may go out. */
async function cleaner({ database, office, nameless }: OpenScope): Promise<(text: string) => string> {
  if (outsideOf(office).names) return (text) => text;
  return namesRemover(await membersNamed(database, office.id), nameless);
}

export async function readOpenOffice({ database, office }: OpenScope) {
  const plans = await findPlans(database.models, office.id);
  return {
    id: office.id,
    name: office.name,
    parentAgencies: [...office.parentAgencies],
    plans: plans.map(({ id, fiscalYear, title, period }) => ({
      id,
      fiscalYear,
      title,
      period: { start: period.start, end: period.end },
      current: id === office.currentPlan,
    })),
  };
}

/** @returns the plan in force, or the one of that id; null where the office has none such. */
export async function findOpenPlan(
  { database, office }: OpenScope,
  id: string | null,
): Promise<{ id: string; fiscalYear: number } | null> {
  const wanted = id ?? office.currentPlan;
  const head = wanted === null ? null : await findPlanHead(database.models, office.id, wanted);
  return head && { id: head.id, fiscalYear: head.fiscalYear };
}

/** All of the plan, in its order; branches have no standing of their own. Sums in baht. */
export async function readOpenActivities(scope: OpenScope, plan: string) {
  const [activities, clean] = await Promise.all([
    findActivities(scope.database.models, scope.office.id, plan),
    cleaner(scope),
  ]);
  return activities.map(({ state, ...one }) => ({
    code: one.code,
    label: one.label,
    parent: one.parent,
    leaf: one.leaf,
    name: one.name,
    indicator: one.indicator,
    unit: one.unit,
    target: one.target,
    budget: baht(one.budget),
    months: [...one.months],
    owner: one.ownerGroup && clean(one.ownerGroup),
    standing: one.leaf ? standingOf(state, state.rev) : null,
  }));
}

/** @param page.after the last one of the page before. @returns at most one more than `most`, by activity and in their order there. */
export async function readOpenUpdates(
  scope: OpenScope,
  plan: string,
  page: { activity: string | null; after: { activity: string; seq: number } | null; most: number },
) {
  const [updates, clean] = await Promise.all([
    findUpdatesAfter(scope.database.models, scope.office.id, plan, page),
    cleaner(scope),
  ]);
  const { names } = outsideOf(scope.office);
  return updates.map((update) => openUpdate(update, clean, names));
}

function openUpdate(
  { id, activity, seq, at, through, corrects, said, evidence, by, voided, withdrawn }: Update,
  clean: (text: string) => string,
  names: boolean,
) {
  const { status, percent, actual, spent, date } = said;
  // what was taken back is known to have been there; its words are not
  const texts = textsOf((field) => {
    const text = said[field];
    return voided || text === null ? null : clean(text);
  });
  return {
    id,
    activity,
    seq,
    at: at.toISOString(),
    through,
    corrects: corrects ?? null,
    said: { status, percent, actual, spent: baht(spent), date, ...texts },
    evidence: evidence.length,
    by: { position: by.position, ...(names && { name: by.name }) },
    takenBackAt: voided ? voided.at.toISOString() : null,
    textsRemoved: withdrawn === true,
  };
}

/** All versions of both halves that were closed. */
export async function readOpenPeriods({ database, office }: OpenScope, plan: string) {
  const closings = await findClosings(database.models, office.id, plan);
  const { names } = outsideOf(office);
  return closings.map(({ half, version, closedAt, closedBy, hash }) => ({
    half,
    months: half * 6,
    version,
    closedAt: closedAt.toISOString(),
    hash,
    ...(names && { by: { name: closedBy.name } }),
  }));
}

/** What everybody can read, the newest half year first. */
export async function readOpenPublications({ database, office }: OpenScope) {
  const published = await findPublished(database.models, office.id);
  return published.map(({ plan, fiscalYear, half, version, publishedAt }) => ({
    plan,
    fiscalYear,
    half,
    months: half * 6,
    version,
    publishedAt: publishedAt.toISOString(),
    path: `${publicPath(office.id, fiscalYear, half as Half)}/${version}`,
  }));
}
