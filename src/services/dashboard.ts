/** What the dashboard reads: the whole plan in one view, and one activity with its history and evidence; web/dashboard calls it. */
import type { Activity, Fields, Plan, PlanHead } from '../domain/activity.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import type { Member } from '../domain/member.ts';
import { findActivity } from '../domain/plan.ts';
import { overviewOf, type PlanOverview } from '../domain/plan-overview.ts';
import { findActivities } from '../db/activities.ts';
import type { Database } from '../db/connect.ts';
import { type Evidence, findEvidence } from '../db/evidence.ts';
import { findMembers } from '../db/members.ts';
import type { Office } from '../db/offices.ts';
import { findPlanHead } from '../db/plans.ts';
import { findUpdates } from '../db/updates.ts';
import { findReportedMonths } from '../db/updates-month.ts';
import { fileTypeOf } from './file-types.ts';
import { readCopy } from './picture-copies.ts';
import type { CopyKind } from './picture-kinds.ts';

/** The plan in force as it stands, read once; null before the first import. */
export async function readOverview(
  { models }: Database,
  office: Office,
  now: Date,
): Promise<{ plan: PlanHead; overview: PlanOverview } | null> {
  const { id, currentPlan: planId } = office;
  if (!planId) return null;
  const [plan, activities, reported, members] = await Promise.all([
    findPlanHead(models, id, planId),
    findActivities(models, id, planId),
    findReportedMonths(models, id, planId),
    findMembers(models, id),
  ]);
  if (!plan) return null;
  const overview = overviewOf({
    plan: { ...plan, activities },
    states: new Map(activities.map(({ code, state }) => [code, state])),
    reported,
    members: members.filter(({ state }) => state !== 'revoked'),
    today: dayInBangkok(now),
  });
  return { plan, overview };
}

/** One report in an activity's history. */
export interface HistoryEntry {
  id: string;
  at: Date;
  by: string;
  /** Empty where nobody said. */
  position: string;
  said: Fields;
  corrects: boolean;
  voided: { at: Date; by: string } | null;
  evidence: string[];
}

export interface EvidenceEntry {
  id: string;
  /** A small copy can be shown. */
  picture: boolean;
  name: string | null;
  at: Date;
  by: string | null;
}

export interface ActivityDetail {
  activity: Activity;
  /** The newest first. */
  history: HistoryEntry[];
  evidence: EvidenceEntry[];
}

/** @returns null for a code the plan does not have. */
export async function readActivity(
  database: Database,
  office: Office,
  plan: Plan,
  code: string,
): Promise<ActivityDetail | null> {
  const { models } = database;
  const activity = findActivity(plan, code);
  if (!activity) return null;
  const [updates, members] = await Promise.all([
    findUpdates(models, office.id, plan.id, code),
    findMembers(models, office.id),
  ]);
  const counting = updates.filter(({ withdrawn }) => !withdrawn);
  const ids = counting.flatMap(({ voided, evidence }) => (voided ? [] : evidence));
  const found = new Map((await findEvidence(models, office.id, ids)).map((one) => [one.id, one]));
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  return {
    activity,
    history: counting.toReversed().map(({ id, at, by, said, corrects, voided, evidence }) => ({
      id,
      at,
      by: by.name,
      position: by.position,
      said,
      corrects: corrects !== undefined,
      voided: voided && { at: voided.at, by: voided.by.name },
      evidence,
    })),
    evidence: ids.flatMap((id) => {
      const one = found.get(id);
      return one?.state === 'stored' ? [entryOf(one, nameOf)] : [];
    }),
  };
}

function entryOf(
  { id, contentType, fileName, at, by }: Evidence,
  nameOf: Map<string, string>,
): EvidenceEntry {
  const picture = (contentType !== null && fileTypeOf(contentType)?.picture) || false;
  return { id, picture, name: fileName, at, by: by === null ? null : (nameOf.get(by) ?? null) };
}

/** @returns the JPEG of a small copy, or null for what is no picture of this office. */
export async function readPictureCopy(
  database: Database,
  office: Office,
  id: string,
  kind: CopyKind,
): Promise<Uint8Array | null> {
  const [found] = await findEvidence(database.models, office.id, [id]);
  const copy = found && (await readCopy(database, found, kind));
  return copy ? copy.bytes : null;
}

/** People by id, for the names beside activities. */
export function namesById(members: readonly Pick<Member, 'id' | 'name'>[]): Record<string, string> {
  return Object.fromEntries(members.map(({ id, name }) => [id, name]));
}
