/** Files made in the background: asked for, taken up by one instance at a time, fetched for a while, gone; web/ and the download worker call it. */
import type { Readable } from 'node:stream';
import type { Act } from '../domain/acts.ts';
import type { Database } from '../db/connect.ts';
import {
  claimDownload,
  type DownloadDocument,
  findDownload,
  findEndedDownloads,
  type JointWish,
  UNDER_WAY,
} from '../db/downloads.ts';
import { fileStore } from '../db/files.ts';
import { commit } from '../db/unit-of-work.ts';
import { NO_OFFICE } from './web-sessions.ts';
import { newId, writeAudit } from './writes.ts';

export type { DownloadDocument, JointWish } from '../db/downloads.ts';

/** How long each can be fetched: an export waits for somebody who has to be told of it. */
const KEPT_MS = { 'joint-report': 3_600_000, export: 24 * 3_600_000 } as const;
/** What was never made goes after so long. */
const WAITS_MS = 24 * 3_600_000;
/** Held for so long without a sign; an instance that dies is noticed much sooner. */
const HELD_MS = 60_000;
/** Begun so often: what ends its instance each time is not tried for ever. */
const MOST_TRIES = 3;

/** Whose it is: an operator's joint report, or an office's export. */
export interface Owner {
  office: string;
  operator: string | null;
}
export const operatorsOwn = (operator: string): Owner => ({ office: NO_OFFICE, operator });
export const officesOwn = (office: string): Owner => ({ office, operator: null });

export type DownloadStanding = Pick<
  DownloadDocument,
  'state' | 'done' | 'of' | 'bytes' | 'expiresAt' | 'wish'
> & { id: string };

/**
 * @param now by the offices' clock, for the audit. @param realNow by which it is held and kept.
 * @returns its id, in place of the owner's earlier one; null while that is being made.
 */
export async function beginDownload(
  database: Database,
  owner: Owner,
  { by, now, realNow, wish }: { by: string; now: Date; realNow: Date; wish?: JointWish },
): Promise<string | null> {
  const { office, operator } = owner;
  const earlier = await findDownload(database.models, owner);
  if (earlier && isUnderWay(earlier)) return null;
  if (earlier) await dropFiles(database, [earlier._id]);
  const id = newId();
  const insert: DownloadDocument = {
    _id: id,
    office,
    kind: wish ? 'joint-report' : 'export',
    operator,
    ...(wish && { wish }),
    state: 'waiting',
    done: 0,
    of: 0,
    holder: null,
    until: realNow,
    tries: 0,
    file: null,
    name: null,
    contentType: null,
    bytes: null,
    endedAt: null,
    expiresAt: new Date(realNow.getTime() + WAITS_MS),
  };
  const act: Act = wish ? 'operators-report' : 'export-office';
  const { fiscalYear, half, format } = wish ?? {};
  await commit(database, [
    { to: 'downloads', removeAll: { where: { office, operator } } },
    { to: 'downloads', insert },
    writeAudit(office, now, by, act, wish ? { fiscalYear, half, format } : {}),
  ]);
  return id;
}

const isUnderWay = ({ state }: DownloadDocument): boolean => UNDER_WAY.state.$in.some((one) => one === state);

/** @returns how far it is what the owner asked for last, null where there is nothing or its time is over. */
export async function downloadStanding({ models }: Database, owner: Owner): Promise<DownloadStanding | null> {
  const row = await findDownload(models, owner);
  if (!row) return null;
  const { _id, state, done, of, bytes, expiresAt, wish } = row;
  return { id: _id, state, done, of, bytes, expiresAt, ...(wish && { wish }) };
}

/** @returns the file of what was made, or null where its time is over. */
export async function openDownload(
  database: Database,
  owner: Owner,
  id: string,
  realNow: Date,
): Promise<{ bytes: number; name: string; contentType: string; open(): Readable } | null> {
  const row = await findDownload(database.models, owner, id);
  if (row?.state !== 'done' || row.expiresAt <= realNow) return null;
  const { file, name, contentType, bytes } = row;
  const files = fileStore(database, 'downloads');
  if (file === null || name === null || contentType === null || !(await files.find(file))) return null;
  return { bytes: bytes ?? 0, name, contentType, open: () => files.open(file) };
}

/** One that an instance has in hand; each change is refused once it is somebody else's. */
export interface HeldDownload {
  row: DownloadDocument;
  /** Holds it on, and says how far it is. @returns false once it is not ours. */
  move(change: Partial<Pick<DownloadDocument, 'state' | 'done' | 'of'>>): Promise<boolean>;
  /** Keeps the file and says that it is there. */
  end(file: { name: string; contentType: string; content: Buffer | Readable }): Promise<void>;
  /** To be made by somebody else, or, as nobody could, not at all. */
  giveBack(): Promise<void>;
  fail(): Promise<void>;
}

/** @param now real time. @returns one to make, or null. */
export async function takeUpDownload(
  database: Database,
  holder: string,
  now: () => Date,
): Promise<HeldDownload | null> {
  const until = (): Date => new Date(now().getTime() + HELD_MS);
  const held = { holder, now: now(), until: until(), most: MOST_TRIES };
  const row = await claimDownload(database.models, held);
  if (!row) return null;
  // what an instance that died had begun to store
  await dropFiles(database, [row._id]);
  const { _id, office, kind, tries } = row;
  const set = async ($set: Partial<DownloadDocument>): Promise<boolean> => {
    const where = { _id, office, holder, tries, ...UNDER_WAY };
    return (await commit(database, [{ to: 'downloads', update: { where, change: { $set } } }])).ok;
  };
  return {
    row,
    move: (change) => set({ ...change, until: until() }),
    async end({ content, ...facts }) {
      const files = fileStore(database, 'downloads');
      const file = `${_id}.${tries}`;
      await files.put(file, content, { office, ...facts });
      const bytes = (await files.find(file))!.bytes;
      const endedAt = now();
      const expiresAt = new Date(endedAt.getTime() + KEPT_MS[kind]);
      const ended = { ...facts, file, bytes, endedAt, expiresAt, state: 'done' as const, holder: null };
      // dropped meanwhile, or somebody else's: nobody finds this file any more
      if (!(await set(ended))) await files.remove([file]);
    },
    giveBack: async () => void (await set({ holder: null, until: now(), state: 'waiting' })),
    fail: async () => void (await set({ holder: null, state: 'failed' })),
  };
}

/** Clears away what is over, and gives up what was begun too often. @returns how many were given up. */
export async function clearDownloads(database: Database, now: Date): Promise<number> {
  const { over, givenUp } = await findEndedDownloads(database.models, now, MOST_TRIES);
  await dropRows(database, over);
  for (const { _id, office, tries } of givenUp) {
    const where = { _id, office, tries, ...UNDER_WAY };
    await commit(database, [{ to: 'downloads', update: { where, change: { $set: { state: 'failed' } } } }]);
  }
  return givenUp.length;
}

/** Exports of these offices go, also those being made: somebody in them was erased, or the office was deleted. */
export async function dropExports(database: Database, offices: readonly string[]): Promise<void> {
  const where = { office: { $in: [...offices] }, kind: 'export' };
  await dropRows(database, await database.models.downloads.find(where as never).lean<DownloadDocument[]>());
}

async function dropRows(
  database: Database,
  rows: readonly Pick<DownloadDocument, '_id' | 'office'>[],
): Promise<void> {
  for (const { _id, office } of rows)
    await commit(database, [{ to: 'downloads', removeAll: { where: { _id, office } } }]);
  // whoever is at one finds its row gone, and removes what it stores after this
  await dropFiles(
    database,
    rows.map(({ _id }) => _id),
  );
}

/** Also of those that were never stored to their end. */
async function dropFiles(database: Database, ids: readonly string[]): Promise<void> {
  const files = fileStore(database, 'downloads');
  for (const id of ids) await files.remove(await files.idsFrom(`${id}.`));
}
