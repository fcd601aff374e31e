/** Closing a reporting half: what is still missing, what a new version changes, and freezing it; chat and the period-close job come here. */
import type { Plan } from '../domain/activity.ts';
import { type Half, halfPeriod } from '../domain/fiscal-year.ts';
import {
  type Closing,
  halfAt,
  halfToClose,
  type Missing,
  missingIn,
  newestVersion,
} from '../domain/period.ts';
import type { ReportModel } from '../domain/report-model.ts';
import { diffReports, hashReport, type ReportDifference } from '../domain/report-versions.ts';
import { findClosings as findAll, findFrozen, packReport, periodId } from '../db/periods.ts';
import type { MemberContext } from './context.ts';
import { liveReport, type ReportScope } from './official-report.ts';
import { tellClosed } from './webhook-events.ts';
import { type Write, writeAudit } from './writes.ts';
import { moveRow } from '../queue/states.ts';

/** What closing would freeze now. */
export interface ClosingPreview {
  half: Half;
  /** The number the new version would have. */
  version: number;
  model: ReportModel;
  missing: Missing;
  /** The half still runs: its last day has not passed. */
  early: boolean;
  /** The version in force; null for the first closing. */
  before: Closing | null;
  /** What differs from the version in force; empty for the first closing. */
  differences: ReportDifference[];
}

export type Previewed =
  | { ok: true; preview: ClosingPreview }
  /** Its first day is still to come. */
  | { ok: false; reason: 'not-begun' }
  /** Closed already, and nothing has changed since. */
  | { ok: false; reason: 'already'; closing: Closing };

/** Says what closing a half would freeze, and what is missing; nothing is stored. */
export async function previewClosing(scope: ReportScope, today: string): Promise<Previewed> {
  if (!hasBegun(scope, today)) return { ok: false, reason: 'not-begun' };
  const { preview } = await prepare(scope, today);
  const { before, differences } = preview;
  return before && differences.length === 0
    ? { ok: false, reason: 'already', closing: before }
    : { ok: true, preview };
}

/** The second half begins on the first of April, though its report covers the whole year. */
function hasBegun({ plan, half }: ReportScope, today: string): boolean {
  return half === 1 ? today >= halfPeriod(plan.fiscalYear, 1).start : halfAt(plan.fiscalYear, today) === 2;
}

async function prepare(scope: ReportScope, today: string) {
  const { database, office, plan, half } = scope;
  const closings = await findAll(database.models, office.id, plan.id);
  const before = newestVersion(closings, half);
  const live = await liveReport(scope, closings);
  const frozen =
    before && (await findFrozen(database.models, office.id, plan.id, half, before.version))?.model;
  const preview: ClosingPreview = {
    half,
    version: (before?.version ?? 0) + 1,
    model: live.model,
    missing: missingIn(live.model),
    early: today <= halfPeriod(plan.fiscalYear, half).end,
    before,
    differences: frozen ? diffReports(frozen, live.model) : [],
  };
  return { preview, seen: live.seen };
}

export type Closed =
  | { ok: true; closing: Closing; model: ReportModel; differences: ReportDifference[]; writes: Write[] }
  | { ok: false; reason: 'not-begun' }
  /** Somebody was quicker, or nothing has changed since. */
  | { ok: false; reason: 'already'; closing: Closing };

/** Of messages that tell managers of a closing, or of one that is due. */
export const CLOSING_PURPOSE = 'period-close';

export interface ClosingWish {
  /** The version the person saw in the preview; another one in force by now is not closed over. */
  version: number;
  by: { member: string | null; name: string };
  today: string;
}

/**
 * Freezes a half as it stands now: rows, fingerprint, who, when, and an entry in the audit.
 * Of two people at once one wins: the other's writes are a conflict, and asked again, this tells who closed it.
 */
export async function closePeriod(scope: ReportScope, wish: ClosingWish): Promise<Closed> {
  const { office, plan, half, now } = scope;
  if (!hasBegun(scope, wish.today)) return { ok: false, reason: 'not-begun' };
  const { preview, seen } = await prepare(scope, wish.today);
  const { before, version, differences } = preview;
  if (before && (version !== wish.version || differences.length === 0))
    return { ok: false, reason: 'already', closing: before };
  const model: ReportModel = { ...preview.model, frozen: true };
  const closing: Closing = {
    half,
    version,
    closedAt: now,
    closedBy: wish.by,
    hash: hashReport(model),
    seen,
  };
  const replaced = moveRow('outbox', 'waiting', 'cancelled', { error: 'replaced' });
  const writes: Write[] = [
    {
      to: 'periods',
      insert: {
        _id: periodId(plan.id, half, version),
        office: office.id,
        plan: plan.id,
        fiscalYear: plan.fiscalYear,
        ...closing,
        report: packReport(model),
      },
    },
    // whoever was still to be told that it is due need not be told any more
    {
      to: 'outbox',
      updateAll: {
        where: { office: office.id, purpose: CLOSING_PURPOSE, ...replaced.from },
        change: replaced.change,
      },
    },
    writeAudit(office.id, now, wish.by.member ?? 'command', 'close-period', {
      plan: plan.id,
      half,
      version,
      hash: closing.hash,
    }),
    ...tellClosed(office, plan, closing),
  ];
  return { ok: true, closing, model, differences, writes };
}

/** All versions of both halves of a plan. */
export function readClosings(
  context: Pick<MemberContext, 'database' | 'office' | 'plan'>,
): Promise<Closing[]> {
  return findAll(context.database.models, context.office.id, context.plan.id);
}

/** The half a person means by "the period", on their office's day. */
export async function currentHalf(
  context: Pick<MemberContext, 'database' | 'office' | 'today'> & { plan: Plan },
): Promise<Half> {
  return halfToClose(context.plan.fiscalYear, context.today, await readClosings(context));
}

/** What was reported since the version in force was closed; null for an open half, empty when nothing was. */
export async function newsSince(scope: ReportScope, today: string): Promise<ReportDifference[] | null> {
  const { before, differences } = (await prepare(scope, today)).preview;
  return before && differences;
}
