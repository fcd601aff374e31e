/** Storing what was reported, taking it back, correcting it; chat and the page's form come through here. */
import type { ActivityState, FieldName, Fields, Reporter } from '../domain/activity.ts';
import { dueDay } from '../domain/fiscal-year.ts';
import { type Member, nameInReports } from '../domain/member.ts';
import { holds, isLate } from '../domain/period.ts';
import { findActivity } from '../domain/plan.ts';
import { may } from '../domain/policy.ts';
import { foldUpdates, NO_STATE, type WordSource, type Through, type Update } from '../domain/update.ts';
import { activityId, findState, writeState } from '../db/activities.ts';
import { newId } from '../db/ids.ts';
import {
  findTakenBack,
  findLatestUpdateBy,
  findUpdate,
  findUpdates as findUpdatesOf,
  findUpdatesOfDraft,
  findUpdatesOfMessage,
} from '../db/updates.ts';
import { actorOf } from './away.ts';
import type { MemberContext } from './context.ts';
import { tellSaved, tellTakenBack } from './webhook-events.ts';
import type { Write } from './writes.ts';

export interface NewReport {
  activity: string;
  said: Fields;
  /** What holds no more, with nothing in its place. */
  cleared?: FieldName[] | undefined;
  evidence: string[];
  draft: string | null;
  message: string | null;
  /** Messages that single fields came from, where it was not `message`. */
  sources?: WordSource[] | undefined;
  /** Id of the update this one says otherwise. */
  corrects?: string | undefined;
  through: Through;
}

export type Saved =
  | { ok: true; update: Update; state: ActivityState; late: boolean; writes: Write[] }
  | { ok: false; reason: 'no-such-activity' | 'not-a-leaf' | 'not-yours' };

export function reporterOf(member: Member): Reporter {
  return { member: member.id, name: nameInReports(member), position: member.position };
}

/** True for a member who may report on a leaf: their own, of somebody they stand in for, or any as manager or admin. */
export function mayReport(context: MemberContext, code: string): boolean {
  return may(actorOf(context), 'report', context.chat.type, code);
}

/** A new update on a leaf and the state it brings it to; the writes fail as a conflict when somebody else was quicker. */
export async function saveReport(context: MemberContext, report: NewReport): Promise<Saved> {
  const activity = findActivity(context.plan, report.activity);
  if (!activity) return { ok: false, reason: 'no-such-activity' };
  if (!activity.leaf) return { ok: false, reason: 'not-a-leaf' };
  if (!mayReport(context, activity.code)) return { ok: false, reason: 'not-yours' };
  const [before, closings] = await Promise.all([context.state(activity.code), context.closings()]);
  const update: Update = {
    id: newId(),
    office: context.office.id,
    plan: context.plan.id,
    activity: activity.code,
    seq: before.seq + 1,
    said: report.said,
    ...(report.cleared && report.cleared.length > 0 && { cleared: report.cleared }),
    by: reporterOf(context.member),
    at: context.now,
    through: report.through,
    event: context.event,
    draft: report.draft,
    message: report.message,
    ...(report.sources && { sources: report.sources }),
    ...(report.corrects && { corrects: report.corrects }),
    evidence: report.evidence,
    voided: null,
    withdrawn: false,
  };
  const { id, ...document } = update;
  const state = stateAfter(before, update);
  const writes: Write[] = [
    { to: 'updates', insert: { _id: id, ...document } },
    writeState(activityId(context.plan.id, activity.code), context.office.id, before, state),
    ...tellSaved(context.office, context.plan, activity, { update, state, rev: before.rev + 1 }),
  ];
  const due = dueDay(activity.months, context.plan.period.end);
  const late = isLate(context.plan.fiscalYear, due, context.today, update, closings);
  return { ok: true, update, state, late, writes };
}

function stateAfter(before: ActivityState, update: Update): ActivityState {
  const after = foldUpdates([update]);
  const kept = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null));
  const gone = Object.fromEntries((update.cleared ?? []).map((name) => [name, null]));
  return { ...before, ...gone, ...kept, evidence: [...before.evidence, ...update.evidence], seq: update.seq };
}

export type Undone =
  | { ok: true; update: Update; state: ActivityState; writes: Write[] }
  | { ok: false; reason: 'no-such-update' | 'not-yours' | 'already' | 'closed' };

/**
 * Voids one update: the activity goes back to what the others say. Nothing is deleted.
 * What a frozen version holds stays: it is corrected by a new report.
 */
export async function undoReport(context: MemberContext, updateId: string): Promise<Undone> {
  const { models } = context.database;
  const update = await findUpdate(models, context.office.id, updateId);
  if (!update || update.plan !== context.plan.id) return { ok: false, reason: 'no-such-update' };
  if (update.by.member !== context.member.id) return { ok: false, reason: 'not-yours' };
  if (update.voided) return { ok: false, reason: 'already' };
  if ((await context.closings()).some((closing) => holds(closing, update)))
    return { ok: false, reason: 'closed' };
  const voided = { at: context.now, by: reporterOf(context.member) };
  const activity = activityId(context.plan.id, update.activity);
  // before its updates: one that comes between is a conflict then, and not lost
  const before = (await findState(models, activity)) ?? NO_STATE;
  const all = await readUpdates(context, update.activity);
  const state = foldUpdates(all.map((one) => (one.id === update.id ? { ...one, voided } : one)));
  const writes: Write[] = [
    {
      to: 'updates',
      update: {
        where: { _id: update.id, office: context.office.id, voided: null },
        change: { $set: { voided } },
      },
    },
    writeState(activity, context.office.id, before, state),
    ...tellTakenBack(context.office, { update, state, rev: before.rev + 1 }, voided),
  ];
  return { ok: true, update, state, writes };
}

export type AllUndone = { ok: true; updates: Update[]; writes: Write[] } | (Undone & { ok: false });

/** Voids several updates of different activities, or none of them. */
export async function undoReports(context: MemberContext, ids: readonly string[]): Promise<AllUndone> {
  const updates: Update[] = [];
  const writes: Write[] = [];
  for (const id of ids) {
    const undone = await undoReport(context, id);
    if (!undone.ok) return undone;
    updates.push(undone.update);
    writes.push(...undone.writes);
  }
  return { ok: true, updates, writes };
}

/** @returns the update a draft was saved as, so that a second tap on its button can say so. */
export async function savedFrom(context: MemberContext, draft: string): Promise<Update | null> {
  const [update] = await storedFrom(context, draft);
  return update ?? null;
}

/** @returns all updates a draft was saved as: one, or one for each activity of a text that named several. */
export function storedFrom({ database, office }: MemberContext, draft: string): Promise<Update[]> {
  return findUpdatesOfDraft(database.models, office.id, draft);
}

/** What this person stored last and still counts: one update, or those of one text that named several activities. */
export async function latestOwnReport(context: MemberContext): Promise<Update[]> {
  const latest = await latestOwnUpdate(context);
  if (!latest?.draft) return latest ? [latest] : [];
  const together = await findUpdatesOfDraft(context.database.models, context.office.id, latest.draft);
  return together.filter((one) => !one.voided);
}

/** Reports of this person that count and came from that message. */
export async function updatesOfMessage(context: MemberContext, message: string): Promise<Update[]> {
  const { database, office, member } = context;
  const found = await findUpdatesOfMessage(database.models, office.id, message);
  return found.filter((one) => !one.voided && one.by.member === member.id);
}

/** What this person took back, last first: each as one update, or as several that went together. */
export function takenBack(context: MemberContext): Promise<Update[][]> {
  const { database, office, plan, member } = context;
  return findTakenBack(database.models, office.id, plan.id, member.id);
}

/** Updates of one activity of the current plan, ascending. */
export function readUpdates(context: MemberContext, activity: string): Promise<Update[]> {
  return findUpdatesOf(context.database.models, context.office.id, context.plan.id, activity);
}

/** This person's newest update that still counts, of one activity or of any; null when there is none. */
export function latestOwnUpdate(context: MemberContext, activity?: string): Promise<Update | null> {
  const { database, office, plan, member } = context;
  return findLatestUpdateBy(database.models, office.id, plan.id, member.id, activity);
}
