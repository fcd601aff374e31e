/** Publishing a frozen half year: what would be public, publishing it, withdrawing it, finding it by its address; chat, pages and the publish command come here. */
import type { Plan } from '../domain/activity.ts';
import type { Half } from '../domain/fiscal-year.ts';
import { type Closing, newestVersion } from '../domain/period.ts';
import { toPublicReport } from '../domain/public-report.ts';
import type { ReportedBy, ReportModel } from '../domain/report-model.ts';
import { diffReports, type ReportDifference } from '../domain/report-versions.ts';
import type { Database } from '../db/connect.ts';
import type { MemberDocument } from '../db/members.ts';
import { findPublisher, type Office } from '../db/offices.ts';
import { findClosings, findFrozen, packReport, periodId, unpackReport } from '../db/periods.ts';
import { findPublications, findPublished, type PublicationDocument } from '../db/publications.ts';
import { reportSettingsOf, type ReportSettingsStored } from './report-settings.ts';
import { tellPublished, tellWithdrawn } from './webhook-events.ts';
import { type Write, writeAudit } from './writes.ts';

/** One version of a report as everybody reads it. */
export interface PublicReport {
  office: { id: string; name: string };
  fiscalYear: number;
  half: Half;
  version: number;
  /** null in a preview. */
  publishedAt: Date | null;
  model: ReportModel;
  settings: ReportSettingsStored;
  /** Against the version published before; null for the first. */
  differences: { since: number; list: ReportDifference[] } | null;
  /** Numbers of all versions that can be read, newest first. */
  versions: number[];
}

export interface PublishScope {
  database: Database;
  office: Office;
  plan: Plan;
  half: Half;
  /** Stands for somebody without a position. */
  nameless: string;
}

export type PublicationPreview =
  | { ok: true; report: PublicReport; closing: Closing; already: Date | null }
  /** Only what was closed is published. */
  | { ok: false; reason: 'not-closed' };

/** What publishing the half's newest frozen version would show; nothing is stored. */
export async function previewPublication(scope: PublishScope): Promise<PublicationPreview> {
  const { database, office, plan, half } = scope;
  const closing = newestVersion(await findClosings(database.models, office.id, plan.id), half);
  const frozen = closing && (await findFrozen(database.models, office.id, plan.id, half, closing.version));
  if (!frozen) return { ok: false, reason: 'not-closed' };
  const { closeAfterDays: _, ...settings } = reportSettingsOf(office);
  const named = settings.publicNames ? [] : await membersNamed(database, office.id);
  const model = toPublicReport(frozen.model, named, scope.nameless);
  const known = await findPublications(database.models, office.id, plan.fiscalYear, half);
  const readable = ofPlan(known, plan.id);
  const own = readable.find(({ version }) => version === frozen.closing.version);
  const report = {
    office: { id: office.id, name: office.name },
    fiscalYear: plan.fiscalYear,
    half,
    version: frozen.closing.version,
    publishedAt: null,
    model,
    settings,
    ...against(model, frozen.closing.version, readable),
  };
  return { ok: true, report, closing: frozen.closing, already: own?.publishedAt ?? null };
}

/** The names that do not stand in what everybody reads, with what stands for them. */
export async function membersNamed(database: Database, office: string): Promise<ReportedBy[]> {
  const members = await database.models.members
    .find({ office }, { name: 1, position: 1 })
    .lean<Pick<MemberDocument, 'name' | 'position'>[]>();
  // of two names of which one is part of the other, the longer goes first
  return members
    .map(({ name, position }) => ({ name, position }))
    .toSorted((a, b) => b.name.length - a.name.length);
}

function ofPlan(known: readonly PublicationDocument[], plan: string): PublicationDocument[] {
  return known
    .filter((one) => one.plan === plan && one.withdrawnAt === null)
    .toSorted((a, b) => b.version - a.version);
}

function against(
  model: ReportModel,
  version: number,
  readable: readonly PublicationDocument[],
): Pick<PublicReport, 'differences' | 'versions'> {
  const before = readable.find((one) => one.version < version);
  return {
    differences: before
      ? { since: before.version, list: diffReports(unpackReport(before.report), model) }
      : null,
    versions: readable.map((one) => one.version),
  };
}

export type Published =
  | { ok: true; report: PublicReport; writes: Write[] }
  | { ok: false; reason: 'not-closed' }
  /** Another version is in force by now than the one that was agreed to. */
  | { ok: false; reason: 'changed' };

/**
 * Lets everybody read the half's newest frozen version at its lasting address.
 * @param wish.version the one the person saw in the preview.
 */
export async function publish(
  scope: PublishScope,
  wish: { version: number; by: { member: string | null; name: string }; now: Date },
): Promise<Published> {
  const preview = await previewPublication(scope);
  if (!preview.ok) return preview;
  const { report } = preview;
  if (report.version !== wish.version) return { ok: false, reason: 'changed' };
  const { office, plan, half } = scope;
  const { _id, ...document }: PublicationDocument = {
    _id: periodId(plan.id, half, report.version),
    office: office.id,
    plan: plan.id,
    fiscalYear: plan.fiscalYear,
    half,
    version: report.version,
    publishedAt: wish.now,
    publishedBy: wish.by,
    withdrawnAt: null,
    settings: report.settings,
    report: packReport(report.model),
  };
  const about = { plan: plan.id, half, version: report.version };
  return {
    ok: true,
    report: { ...report, publishedAt: wish.now },
    writes: [
      { to: 'publications', update: { where: { _id }, change: { $set: document }, upsert: true } },
      writeAudit(office.id, wish.now, wish.by.member ?? 'command', 'publish', about),
      ...tellPublished(office, document),
    ],
  };
}

/** Takes all versions of a half off its address. @returns null when there are none. */
export async function withdraw(
  { database, office, plan, half }: Omit<PublishScope, 'nameless'>,
  by: { member: string | null; name: string; position?: string },
  now: Date,
): Promise<Write[] | null> {
  const known = await findPublications(database.models, office.id, plan.fiscalYear, half);
  const readable = known.filter((one) => one.withdrawnAt === null);
  if (readable.length === 0) return null;
  const where = { office: office.id, fiscalYear: plan.fiscalYear, half, withdrawnAt: null };
  return [
    { to: 'publications', updateAll: { where, change: { $set: { withdrawnAt: now } } } },
    writeAudit(office.id, now, by.member ?? 'command', 'withdraw-publication', { plan: plan.id, half }),
    ...tellWithdrawn(office, readable, { by, at: now }),
  ];
}

export type PublicFound =
  | { ok: true; report: PublicReport }
  | { ok: false; reason: 'unknown' }
  | { ok: false; reason: 'withdrawn'; at: Date };

/** What stands at an address: only withdrawing ends it, neither suspending nor deleting the office. @param version a certain one; the newest where left out. */
export async function findPublicReport(
  database: Database,
  officeId: string,
  fiscalYear: number,
  half: Half,
  version?: number,
): Promise<PublicFound> {
  const [office, known] = await Promise.all([
    findPublisher(database.models, officeId),
    findPublications(database.models, officeId, fiscalYear, half),
  ]);
  if (!office || !known[0]) return { ok: false, reason: 'unknown' };
  // a plan that replaced another within the year has the address
  const newest = known.find((one) => one.withdrawnAt === null);
  const readable = newest ? ofPlan(known, newest.plan) : [];
  const wanted = version ?? readable[0]?.version;
  const found = readable.find((one) => one.version === wanted);
  if (!found) {
    const gone = known.find((one) => version === undefined || one.version === version);
    return gone?.withdrawnAt
      ? { ok: false, reason: 'withdrawn', at: gone.withdrawnAt }
      : { ok: false, reason: 'unknown' };
  }
  const model = unpackReport(found.report);
  return {
    ok: true,
    report: {
      office: { id: office.id, name: office.name },
      fiscalYear,
      half,
      version: found.version,
      publishedAt: found.publishedAt,
      model,
      settings: found.settings,
      ...against(model, found.version, readable),
    },
  };
}

/** An office's published periods, newest first, each once. @returns null for no such office. */
export async function listPublished(
  database: Database,
  officeId: string,
): Promise<{ office: string; periods: { fiscalYear: number; half: Half; publishedAt: Date }[] } | null> {
  const [office, published] = await Promise.all([
    findPublisher(database.models, officeId),
    findPublished(database.models, officeId),
  ]);
  if (!office) return null;
  const periods = Map.groupBy(published, ({ fiscalYear, half }) => `${fiscalYear}/${half}`);
  return {
    office: office.name,
    // they come newest first
    periods: [...periods.values()].map(([newest]) => {
      const { fiscalYear, half, publishedAt } = newest!;
      return { fiscalYear, half, publishedAt };
    }),
  };
}
