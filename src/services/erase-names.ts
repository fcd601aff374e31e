/** Where an erased person's name stands outside the rows that are theirs: frozen reports, names of files, messages on their way; erase-person.ts puts it together. */
import { activityId } from '../db/activities.ts';
import type { Database } from '../db/connect.ts';
import { type LineMessage, type OutboxDocument, packMessages, unpackMessages } from '../db/outbox.ts';
import { findFrozen, packReport, type PeriodDocument } from '../db/periods.ts';
import type { ReportedBy, ReportModel } from '../domain/report-model.ts';
import { hashReport } from '../domain/report-versions.ts';
import type { Person } from './person.ts';
import type { Write } from './writes.ts';

/** The person's names: now, and as they were when something was reported. */
export async function namesOf({ models }: Database, { members }: Person): Promise<string[]> {
  const ids = members.map(({ id }) => id);
  const reported: unknown[] = await models.updates.distinct('by.name', { 'by.member': { $in: ids } });
  return [...new Set([...members.map(({ name }) => name), ...reported.map(String)])].filter(Boolean);
}

/** Names of files that say the person's name. */
export async function fileNames({ models }: Database, names: readonly string[]): Promise<Write[]> {
  const rows = await models.evidence
    .find({ fileName: { $type: 'string' } }, { fileName: 1 })
    .lean<{ _id: string; fileName: string }[]>();
  const named = rows.filter(({ fileName }) => names.some((name) => fileName.includes(name)));
  return named.map(({ _id }) => ({
    to: 'evidence',
    updateAll: { where: { _id }, change: { $set: { fileName: null } } },
  }));
}

/** A frozen half year that loses a name: what it was, and what it is now. */
export interface Refrozen {
  id: string;
  before: string;
  after: string;
  write: Write;
}

/** Frozen half years name people by name alone: where the person reported on an activity, its row and files lose that name. */
export async function frozenReports(
  { models }: Database,
  ids: readonly string[],
  names: readonly string[],
  { name, position }: ReportedBy,
): Promise<Refrozen[]> {
  const periods = await models.periods.find({}, { report: 0 }).sort({ _id: 1 }).lean<PeriodDocument[]>();
  const anonymised = (by: ReportedBy | null): ReportedBy | null =>
    by && names.includes(by.name) ? { name, position } : by;
  const reported = await models.updates
    .find({ 'by.member': { $in: ids } }, { plan: 1, activity: 1 })
    .lean<{ plan: string; activity: string }[]>();
  const theirs = new Set(reported.map((one) => activityId(one.plan, one.activity)));
  const changed: Refrozen[] = [];
  for (const { _id: id, office, plan, half, version } of periods) {
    const frozen = await findFrozen(models, office, plan, half, version);
    if (!frozen) continue;
    const report: ReportModel = {
      ...frozen.model,
      rows: frozen.model.rows.map((row) => {
        if (!theirs.has(activityId(plan, row.code))) return row;
        const evidence = row.evidence.map((item) => ({ ...item, sentBy: anonymised(item.sentBy) }));
        return { ...row, reportedBy: anonymised(row.reportedBy), evidence };
      }),
    };
    const [before, after] = [frozen.closing.hash, hashReport(report)];
    if (before === after) continue;
    const change = { $set: { report: packReport(report), hash: after } };
    changed.push({
      id,
      before,
      after,
      write: { to: 'periods', update: { where: { _id: id, hash: before }, change } },
    });
  }
  return changed;
}

/** Messages to others that are still kept with their words. */
export async function pendingMessages(
  { models }: Database,
  names: readonly string[],
  userId: string,
  anonymous: string,
): Promise<Write[]> {
  const rows = await models.outbox
    .find({ messages: { $ne: null }, to: { $ne: userId } }, { messages: 1, fence: 1 })
    .lean<Pick<OutboxDocument, '_id' | 'messages' | 'fence'>[]>();
  return rows.flatMap(({ _id, messages, fence }): Write[] => {
    const cleaned = packMessages(withoutNames(unpackMessages(messages), names, anonymous) as LineMessage[]);
    if (cleaned === messages) return [];
    return [{ to: 'outbox', updateAll: { where: { _id, fence }, change: { $set: { messages: cleaned } } } }];
  });
}

/** Fields of LINE messages that are words for people. */
const WORDS = new Set(['text', 'altText', 'label', 'displayText']);

function withoutNames(part: unknown, names: readonly string[], anonymous: string): unknown {
  if (Array.isArray(part)) return part.map((one) => withoutNames(one, names, anonymous));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (typeof value !== 'string' || !WORDS.has(key)) return [key, withoutNames(value, names, anonymous)];
      return [key, names.reduce((text, name) => text.replaceAll(name, anonymous), value)];
    }),
  );
}

/** Official words that say the name are the office's own: they are pointed out, not changed. */
export async function mentionsOf(models: Database['models'], names: readonly string[]): Promise<string[]> {
  const says = names.map((name) => new RegExp(name.replaceAll(/[^\p{L}\p{M}\p{N}\s]/gu, '\\$&')));
  if (says.length === 0) return [];
  const inAny = (fields: readonly string[]): object => ({
    $or: fields.flatMap((field) => says.map((name) => ({ [field]: name }))),
  });
  const said = ['result', 'obstacle', 'suggestion', 'remark'];
  const [updates, activities] = await Promise.all([
    models.updates.distinct('activity', inAny(said.map((field) => `said.${field}`))),
    models.activities.distinct(
      'code',
      inAny(['name', 'ownerGroup', ...said.map((field) => `state.${field}`)]),
    ),
  ]);
  return [...new Set([...updates, ...activities].map(String))].toSorted();
}
