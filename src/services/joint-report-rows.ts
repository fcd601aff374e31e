/** How far a joint report is, kept where every instance finds it, and its file for an hour; web/offices calls it. */
import type { Database } from '../db/connect.ts';
import { fileStore } from '../db/files.ts';
import { findJointReport, type JointReportDocument } from '../db/joint-reports.ts';
import { commit } from '../db/unit-of-work.ts';
import type { Half } from '../domain/fiscal-year.ts';
import { storeReportFile } from './file-links.ts';
import { NO_OFFICE } from './web-sessions.ts';
import { newId, writeAudit } from './writes.ts';

/** How long a file can be fetched, as the store of reports keeps what has no link. */
const KEPT_MS = 3_600_000;
/** Who is at it moves its row more often than that. */
const BROKEN_MS = 60_000;

export interface JointWish {
  operator: string;
  fiscalYear: number;
  half: Half;
  format: string;
}

export type JointStanding = Pick<JointReportDocument, 'done' | 'of' | 'bytes'> & {
  state: JointReportDocument['state'] | 'broken';
};

/** @param now by the offices' clock. @param realNow by which it moves. @returns the id of the row; rows of the operator's earlier ones go. */
export async function beginJointReport(
  database: Database,
  wish: JointWish,
  { now, realNow }: { now: Date; realNow: Date },
): Promise<string> {
  const id = newId();
  const { operator, fiscalYear, half, format } = wish;
  const insert = {
    _id: id,
    office: NO_OFFICE,
    ...wish,
    state: 'reading' as const,
    done: 0,
    of: 0,
    movedAt: realNow,
    file: null,
    bytes: null,
    endedAt: null,
  } satisfies JointReportDocument;
  await commit(database, [
    { to: 'jointreports', removeAll: { where: { office: NO_OFFICE, operator } } },
    { to: 'jointreports', insert },
    writeAudit(NO_OFFICE, now, operator, 'operators-report', { fiscalYear, half, format }),
  ]);
  return id;
}

/** Says how far it is; a row that was cleared away stays away. */
export async function moveJointReport(
  database: Database,
  id: string,
  change: Partial<Pick<JointReportDocument, 'state' | 'done' | 'of'>>,
  realNow: Date,
): Promise<void> {
  await setOn(database, id, { ...change, movedAt: realNow });
}

/** Keeps the file and says that it is there. */
export async function endJointReport(
  database: Database,
  id: string,
  file: { name: string; contentType: string; bytes: Buffer },
  { now, realNow }: { now: Date; realNow: Date },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  const stored = await storeReportFile(database, { office: NO_OFFICE, ...file, expiresAt });
  const bytes = file.bytes.length;
  await setOn(database, id, { state: 'done', file: stored, bytes, movedAt: realNow, endedAt: realNow });
}

async function setOn(database: Database, id: string, $set: Partial<JointReportDocument>): Promise<void> {
  const where = { _id: id, office: NO_OFFICE };
  await commit(database, [{ to: 'jointreports', updateAll: { where, change: { $set } } }]);
}

/** @returns null for what this operator did not ask for. */
export async function jointReportStanding(
  { models }: Database,
  id: string,
  operator: string,
  realNow: Date,
): Promise<JointStanding | null> {
  const row = await findJointReport(models, id, operator);
  if (!row) return null;
  const { state, done, of, bytes, movedAt } = row;
  const isUnderWay = state === 'reading' || state === 'laying';
  const isBroken = isUnderWay && realNow.getTime() - movedAt.getTime() > BROKEN_MS;
  return { state: isBroken ? 'broken' : state, done, of, bytes };
}

/** @returns the file of a report that was made, or null where its time is over. */
export async function jointReportFile(
  database: Database,
  id: string,
  operator: string,
): Promise<{ bytes: Buffer; name: string; contentType: string } | null> {
  const row = await findJointReport(database.models, id, operator);
  if (!row?.file) return null;
  const files = fileStore(database, 'reports');
  const [found, bytes] = [await files.find(row.file), await files.read(row.file)];
  if (!found || !bytes) return null;
  return { bytes, name: String(found.facts['name']), contentType: String(found.facts['contentType']) };
}
