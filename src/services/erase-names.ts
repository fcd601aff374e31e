/** Where an erased person's name stands outside the rows that are theirs: frozen reports, names of files, messages on their way; erase-person.ts puts it together. */
import { activityId } from '../db/activities.ts';
import type { Database } from '../db/connect.ts';
import { type OutboxDocument, packMessages, unpackMessages } from '../db/outbox.ts';
import { findFrozen, packReport, type PeriodDocument } from '../db/periods.ts';
import { TEXT_FIELDS } from '../domain/activity.ts';
import type { ReportedBy, ReportModel } from '../domain/report-model.ts';
import { alone, namePattern } from '../domain/name-pattern.ts';
import { hashReport } from '../domain/report-versions.ts';
import { changeWords } from './message-words.ts';
import type { Person } from './person.ts';
import type { Write } from './writes.ts';
import { moveRow } from '../queue/states.ts';

/** The person's names: now, and as they were when something was reported. */
export async function findNames({ models }: Database, { members }: Person): Promise<string[]> {
  const ids = members.map(({ id }) => id);
  const reported: unknown[] = await models.updates.distinct('by.name', { 'by.member': { $in: ids } });
  return [
    ...new Set([
      ...members.flatMap(({ name, officialName }) => [name, officialName ?? '']),
      ...reported.map(String),
    ]),
  ].filter(Boolean);
}

function patternsOf(names: readonly string[]): RegExp[] {
  return names.flatMap((name) => namePattern(name) ?? []);
}

/** Names of files of these offices that say the person's name. */
export async function fileNames(
  { models }: Database,
  offices: readonly string[],
  names: readonly string[],
): Promise<Write[]> {
  const rows = await models.evidence
    .find({ office: { $in: offices }, fileName: { $type: 'string' } }, { fileName: 1 })
    .lean<{ _id: string; fileName: string }[]>();
  const patterns = patternsOf(names);
  const named = rows.filter(({ fileName }) => patterns.some((name) => fileName.search(name) >= 0));
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

/** Ids of the activities these members reported on. */
export async function reportedOn({ models }: Database, ids: readonly string[]): Promise<Set<string>> {
  const reported = await models.updates
    .find({ 'by.member': { $in: ids } }, { plan: 1, activity: 1 })
    .lean<{ plan: string; activity: string }[]>();
  return new Set(reported.map(({ plan, activity }) => activityId(plan, activity)));
}

/**
 * Frozen half years name people by name alone: where the person reported on an activity, its row and files lose that name.
 * @param theirs ids of those activities.
 */
export async function frozenReports(
  { models }: Database,
  theirs: ReadonlySet<string>,
  names: readonly string[],
  { name, position }: ReportedBy,
): Promise<Refrozen[]> {
  // those of others are not read: one that cannot be read keeps nobody else from being erased
  const plans = [...new Set([...theirs].map((id) => id.slice(0, id.indexOf('/'))))];
  const periods = await models.periods
    .find({ plan: { $in: plans } }, { report: 0 })
    .sort({ _id: 1 })
    .lean<PeriodDocument[]>();
  const anonymised = (by: ReportedBy | null): ReportedBy | null =>
    by && names.includes(by.name) ? { name, position } : by;
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

type Pending = Pick<OutboxDocument, '_id' | 'messages' | 'fence' | 'state' | 'purpose' | 'names'>;

/**
 * Messages of these offices to others that are still kept with their words: the name is taken out, or where it cannot be told
 * from other words, the message is dropped that was made with it.
 */
export async function pendingMessages(
  { models }: Database,
  offices: readonly string[],
  { userId, members }: Person,
  names: readonly string[],
  anonymous: string,
): Promise<Write[]> {
  const rows = await models.outbox
    .find(
      { office: { $in: offices }, messages: { $ne: null }, to: { $ne: userId } },
      { messages: 1, fence: 1, state: 1, purpose: 1, names: 1 },
    )
    .lean<Pending[]>();
  const patterns = patternsOf(names);
  const lost = names.filter((name) => namePattern(name) === null);
  const isMeant = ({ names: named = [] }: Pending): boolean => members.some(({ id }) => named.includes(id));
  const without = (text: string): string =>
    patterns.reduce((left, name) => left.replaceAll(name, () => anonymous), text);
  return rows.flatMap((row): Write[] => {
    const { _id, messages, fence } = row;
    if (lost.length > 0 && (row.purpose === 'answer' ? saysAny(messages, lost) : isMeant(row)))
      return [dropped(row)];
    const before = unpackMessages(messages);
    const after = changeWords(before, without);
    if (after === before) return [];
    const cleaned = packMessages(after);
    return [{ to: 'outbox', updateAll: { where: { _id, fence }, change: { $set: { messages: cleaned } } } }];
  });
}

/** Whether one of these names may stand in the words: of answers nobody noted whom they name, and who asked can ask again. */
function saysAny(messages: string | null, names: readonly string[]): boolean {
  let said = false;
  const look = (text: string): string => {
    said ||= names.some((name) => alone(name).test(text));
    return text;
  };
  changeWords(unpackMessages(messages), look);
  return said;
}

/** What is over, and an answer under way with what rides along, ends as it would have, without its words. */
function dropped({ _id, fence, state, purpose }: Pending): Write {
  const waits = purpose !== 'answer' && (state === 'open' || state === 'waiting');
  const { change } = waits
    ? moveRow('outbox', state, 'cancelled', { error: 'erased' })
    : { change: { $set: { messages: null } } };
  return { to: 'outbox', updateAll: { where: { _id, fence }, change } };
}

/** Official words that say the name are the office's own: they are pointed out, not changed. */
export async function mentionsOf(
  models: Database['models'],
  offices: readonly string[],
  names: readonly string[],
): Promise<string[]> {
  // the database reads the pattern itself, of letters in any script anyway
  const says = patternsOf(names).map(({ source }) => ({ $regex: source }));
  if (says.length === 0) return [];
  const inAny = (fields: readonly string[]): object => ({
    office: { $in: offices },
    $or: fields.flatMap((field) => says.map((name) => ({ [field]: name }))),
  });
  const [updates, activities] = await Promise.all([
    models.updates.distinct('activity', inAny(TEXT_FIELDS.map((field) => `said.${field}`))),
    models.activities.distinct(
      'code',
      inAny(['name', 'ownerGroup', ...TEXT_FIELDS.map((field) => `state.${field}`)]),
    ),
  ]);
  return [...new Set([...updates, ...activities].map(String))].toSorted();
}
