/** The official half-year report of a plan: frozen where its half is closed, else everything reported so far. Chat, commands, jobs and links come here. */
import type { Plan } from '../domain/activity.ts';
import { dayInBangkok, type Half } from '../domain/fiscal-year.ts';
import { type Closing, isLateFor, newestVersion } from '../domain/period.ts';
import { nameInReports } from '../domain/member.ts';
import { buildReport } from '../domain/report.ts';
import type { ReportEvidence, ReportModel } from '../domain/report-model.ts';
import { diffReports, type ReportDifference } from '../domain/report-versions.ts';
import { counts, type Update } from '../domain/update.ts';
import type { Database } from '../db/connect.ts';
import { type Evidence, findEvidence } from '../db/evidence.ts';
import { findMembers, type MemberDocument } from '../db/members.ts';
import type { Office } from '../db/offices.ts';
import { findClosings, findFrozen } from '../db/periods.ts';
import { findPlanOfYear } from '../db/plans.ts';
import { findPlanUpdates } from '../db/updates.ts';
import { loadPlan } from './loaders.ts';

/** Which report: of one half of one plan, seen at one moment. */
export interface ReportScope {
  database: Database;
  office: Office;
  plan: Plan;
  half: Half;
  now: Date;
}

/** A report as it stands, not frozen, and how far each activity's statements went into it. */
export interface LiveReport {
  model: ReportModel;
  seen: { activity: string; seq: number }[];
}

/** @returns the plan of that fiscal year (B.E.) imported last, or null when there is none. */
export async function planOfYear(
  database: Database,
  office: string,
  fiscalYear: number,
): Promise<Plan | null> {
  const head = await findPlanOfYear(database.models, office, fiscalYear);
  return head && loadPlan(database, office, head.id);
}

/** What would be frozen if the half were closed now; with `asOf`, what would have been then. */
export async function liveReport(
  scope: ReportScope,
  closings: readonly Closing[],
  asOf?: Date,
): Promise<LiveReport> {
  const { database, office, plan, half, now } = scope;
  const stored = await findPlanUpdates(database.models, office.id, plan.id);
  const updates = await withOfficialNames(database, office.id, stored);
  const evidence = await evidenceOf(database, office.id, updates);
  const model = buildReport({ office, plan, half, updates, evidence, now, asOf });
  const counted = updates.filter((update) => counts(update, new Date(model.asOf)));
  const late = new Set(
    counted
      .filter((one) => isLateFor(plan.fiscalYear, half, dayInBangkok(one.at), one, closings))
      .map((one) => one.activity),
  );
  const rows = model.rows.map((row) => ({ ...row, late: row.late || (row.leaf && late.has(row.code)) }));
  return { model: { ...model, rows }, seen: newestOf(updates, new Date(model.asOf)) };
}

/** Whoever was named officially after reporting is printed so, too; what is frozen stays as it was. */
async function withOfficialNames(
  { models }: Database,
  office: string,
  updates: readonly Update[],
): Promise<Update[]> {
  const members = await findMembers(models, office);
  const names = new Map(
    members.flatMap(({ id, officialName }) => (officialName ? [[id, officialName]] : [])),
  );
  return updates.map((update) => {
    const name = names.get(update.by.member ?? '');
    return name === undefined ? update : { ...update, by: { ...update.by, name } };
  });
}

function newestOf(updates: readonly Update[], asOf: Date): LiveReport['seen'] {
  const newest = new Map<string, number>();
  for (const { activity, seq, at } of updates)
    if (at <= asOf) newest.set(activity, Math.max(seq, newest.get(activity) ?? 0));
  return [...newest].map(([activity, seq]) => ({ activity, seq }));
}

export interface ReportChoice {
  /** Looks back: what this function would have given then. */
  asOf?: Date | undefined;
  /** A frozen version by its number. */
  version?: number | undefined;
}

export type LoadedReport =
  | { ok: true; model: ReportModel; closing: Closing | null }
  | { ok: false; reason: 'no-such-version'; versions: number[] };

/** @returns the newest frozen version of a closed half, the report so far of an open one, or the one that was asked for. */
export async function loadReport(scope: ReportScope, choice: ReportChoice = {}): Promise<LoadedReport> {
  const { database, office, plan, half } = scope;
  const { asOf, version } = choice;
  const closings = await findClosings(database.models, office.id, plan.id);
  const known = closings.filter((closing) => closing.half === half);
  const inForce = known.filter((closing) => !asOf || closing.closedAt <= asOf);
  const wanted = version ?? newestVersion(inForce, half)?.version;
  if (wanted === undefined) {
    const { model } = await liveReport(scope, inForce, asOf);
    return { ok: true, model, closing: null };
  }
  const frozen = await findFrozen(database.models, office.id, plan.id, half, wanted);
  if (!frozen) return { ok: false, reason: 'no-such-version', versions: known.map((one) => one.version) };
  return { ok: true, ...frozen };
}

/** What a frozen version changed against the one before it; nothing for the first. */
export async function changesIn(scope: ReportScope, version: number): Promise<ReportDifference[]> {
  const { database, office, plan, half } = scope;
  const [before, after] = await Promise.all(
    [version - 1, version].map((one) => findFrozen(database.models, office.id, plan.id, half, one)),
  );
  return before && after ? diffReports(before.model, after.model) : [];
}

async function evidenceOf(
  database: Database,
  office: string,
  updates: readonly Update[],
): Promise<ReportEvidence[]> {
  const ids = [...new Set(updates.flatMap((update) => update.evidence))];
  if (ids.length === 0) return [];
  const found = await findEvidence(database.models, office, ids);
  const senders = [...new Set(found.flatMap((one) => (one.by === null ? [] : [one.by])))];
  const members = await database.models.members
    .find({ office, _id: { $in: senders } }, { name: 1, officialName: 1, position: 1 })
    .lean<Pick<MemberDocument, '_id' | 'name' | 'officialName' | 'position'>[]>();
  const names = new Map(
    members.map((one) => [one._id, { name: nameInReports(one), position: one.position }]),
  );
  return found.map((one) => reportEvidence(one, names.get(one.by ?? '') ?? null));
}

function reportEvidence(one: Evidence, sentBy: ReportEvidence['sentBy']): ReportEvidence {
  const { id, at, fileName, contentType, hash } = one;
  const sentAt = at.toISOString();
  if (one.state === 'erased')
    return { id, name: '', mediaType: '', sha256: null, sentBy: null, sentAt, erased: true };
  return {
    id,
    name: fileName ?? '',
    mediaType: contentType ?? '',
    sha256: hash,
    sentBy,
    sentAt,
    erased: false,
  };
}
