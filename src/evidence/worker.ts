/** Fetches photos and files from LINE into GridFS, at once and again until it succeeds; clears away what was taken back. app.ts starts it. */
import type { Timers } from '../clock.ts';
import { inOffice, nameOffice } from '../current-office.ts';
import type { Database } from '../db/connect.ts';
import { claimEvidence, type DueEvidence, type EvidenceDocument, findSameBytes } from '../db/evidence.ts';
import type { FileStore } from '../db/files.ts';
import { commit, type Write } from '../db/unit-of-work.ts';
import type { LineClient } from '../line/client.ts';
import type { Log } from '../log.ts';
import { type EvidenceFailure, markFailed, markSame, markStored, markWorked } from '../services/evidence.ts';
import { removeOriginal, removeOthers, storeCopies } from '../services/picture-copies.ts';
import { COPY_KINDS, type PictureAnswer } from '../services/picture-kinds.ts';
import { judgeEvidence } from '../services/evidence-judge.ts';
import { evidenceLooks, senderLaneOf } from './looks.ts';
import { failureNotice, sameNotice } from './notices.ts';
import { lanes } from '../queue/lanes.ts';
import { pollLoop } from '../queue/poll-loop.ts';

export interface EvidenceDeps {
  database: Database;
  /** Asks the office's channel. */
  client: { content(message: string, office: string): ReturnType<LineClient['content']> };
  /** The bucket of evidence. */
  files: FileStore;
  /** Reads a picture in a process of its own and makes its small copies. */
  look: (bytes: Buffer) => Promise<PictureAnswer>;
  /** Takes reports away that nobody can open any more; called now and then. */
  clearReports(): Promise<void>;
  /** Real time. */
  now(): Date;
  timers: Timers;
  holder: string;
  log: Log;
}

export interface EvidenceWorker {
  /** Looks for work now: after a transaction that made some. */
  wake(): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

type Row = EvidenceDocument & { work: { fence: number; attempts: number; nextAt: Date } };

/** Longer than one try can take; a dead process's work is taken over after it. */
const HOLD_MS = 120_000;
const FETCH_MS = 60_000;
/** Waits between tries, together about an hour; LINE prepares large files for some seconds, and may be away for longer. */
const WAITS_MS = [0.3, 0.7, 1.5, 3, 6, 15, 30, 60, 120, 300, 600, 900, 1200].map((seconds) => seconds * 1000);
/** Waits no longer than this are waited in memory. */
const IN_HAND_MS = 6_000;
const CLEAR_EVERY_MS = 600_000;
/** Instead of a count of attempts: all that is left is to clear away what others may have left. */
const LAST_LOOK = -1;
const CONFLICT_TRIES = 8;
/** Each may hold a whole file in memory. */
const AT_A_TIME = 4;
export function evidenceWorker(deps: EvidenceDeps): EvidenceWorker {
  const { database, files } = deps;
  const { models } = database;
  /** Fences of what this process holds between two tries. */
  const holds = new Map<string, number>();
  let clearedAt = deps.now().getTime();

  const all = lanes<DueEvidence>({
    id: (one) => one._id,
    key: senderLaneOf,
    before: () => false,
    through(one, left) {
      if (left === 0 && looks.isBehind(one)) wake();
    },
    concurrency: AT_A_TIME,
    timers: deps.timers,
    work: ({ _id: id }) =>
      inOffice(null, () =>
        work(id).catch((error: unknown) => {
          // nothing was decided: the hold runs out and another try follows
          deps.log.warn('evidence-try-failed', { evidence: id, error });
          return null;
        }),
      ),
  });

  const looks = evidenceLooks(models, () => deps.now(), all);
  const later = (milliseconds: number): Date => new Date(deps.now().getTime() + milliseconds);
  const held = (row: Row) => ({ id: row._id, office: row.office, fence: row.work.fence });

  /** @returns the wait before the next try where it stays in hand, else null. */
  async function work(id: string): Promise<number | null> {
    const fence = holds.get(id) ?? null;
    holds.delete(id);
    const { holder } = deps;
    const claim = (mine: number | null) =>
      claimEvidence(models, id, mine, deps.now(), { holder, until: later(HOLD_MS) });
    // what was held may have been taken back meanwhile: then there is other work to do with it
    const row = (fence === null ? null : await claim(fence)) ?? (await claim(null));
    if (!row) return null;
    nameOffice(row.office);
    if (row.state === 'pending') return fetch(row);
    return row.state === 'stored' ? compare(row, row.file!) : clear(row);
  }

  async function fetch(row: Row): Promise<number | null> {
    const got = await inTime(deps.client.content(row.message, row.office)).catch((error: unknown) => {
      deps.log.warn('evidence-not-fetched', { evidence: row._id, attempts: row.work.attempts, error });
      return { ok: false, reason: 'not-ready' } as const;
    });
    if (!got.ok) return got.reason === 'not-ready' ? retry(row) : fail(row, got.reason);
    const judged = await judgeEvidence(row.kind, got.bytes, deps.look).catch((error: unknown) => {
      deps.log.error('evidence-not-judged', { evidence: row._id, attempts: row.work.attempts, error });
      return null;
    });
    if (!judged) return retry(row);
    if (!judged.ok) return fail(row, judged.reason);
    // each try writes a file of its own, so a slow one can never spoil what a later one stored
    const file = `${row._id}:${row.work.fence}`;
    const { contentType, bytes, hash } = judged;
    await files.put(file, got.bytes, { office: row.office });
    if (judged.copies) await storeCopies(files, row.office, file, judged.copies);
    const facts = { file, contentType, bytes, hash, copies: judged.copies && [...COPY_KINDS] };
    const marked = await commit(database, [markStored(held(row), facts)]);
    if (!marked.ok) {
      await removeOriginal(files, file);
      return null;
    }
    return compare({ ...row, state: 'stored', ...facts }, file);
  }

  /** Stored: whatever else was written on the way is cleared, and the same bytes elsewhere are pointed out. */
  async function compare(row: Row, file: string): Promise<null> {
    await removeOthers(files, row._id, file);
    for (let tries = 0; tries < CONFLICT_TRIES; tries += 1) {
      const [first, ...copies] = await findSameBytes(models, row.office, row.hash!);
      const writes: Write[] = [];
      for (const copy of copies) {
        if (copy.sameAs !== null || !first) continue;
        // the same person's picture of the same activity, sent twice, is nothing to be told
        const other = copy.by !== first.by || (copy.activity !== null && copy.activity !== first.activity);
        const told = other ? await sameNotice(database, copy, first, deps.now()) : [];
        writes.push(markSame(row.office, copy.id, first.id), ...told);
      }
      // another holder may still be writing: what it leaves is cleared after its time
      writes.push(markWorked(held(row), row.work.fence > 1 ? onceMore(row) : null));
      if ((await commit(database, writes)).ok) return null;
    }
    return null;
  }

  /** Failed or taken back: no bytes may stay, not even those of a try that is still under way elsewhere. */
  async function clear(row: Row): Promise<null> {
    await removeOthers(files, row._id, null);
    await commit(database, [markWorked(held(row), onceMore(row))]);
    await deps.clearReports();
    return null;
  }

  function onceMore(row: Row): { at: Date; attempts: number } | null {
    return row.work.attempts === LAST_LOOK ? null : { at: later(HOLD_MS), attempts: LAST_LOOK };
  }

  async function retry(row: Row): Promise<number | null> {
    const wait = WAITS_MS[row.work.attempts];
    if (wait === undefined) return fail(row, 'unavailable');
    const attempts = row.work.attempts + 1;
    const inHand = wait <= IN_HAND_MS;
    const again = inHand
      ? { at: later(HOLD_MS), attempts, holder: deps.holder }
      : { at: later(wait), attempts };
    if (!(await commit(database, [markWorked(held(row), again)])).ok || !inHand) return null;
    holds.set(row._id, row.work.fence);
    return wait;
  }

  async function fail(row: Row, reason: EvidenceFailure): Promise<null> {
    deps.log.info('evidence-failed', { evidence: row._id, reason });
    for (let tries = 0; tries < CONFLICT_TRIES; tries += 1) {
      const told = await failureNotice(database, { id: row._id, ...row }, reason, deps.now());
      const marked = await commit(database, [...markFailed(held(row), reason, later(0)), ...told]);
      if (marked.ok) break;
      if (!(await stillMine(row))) return null;
    }
    return clear(row);
  }

  async function stillMine(row: Row): Promise<boolean> {
    const mine = { _id: row._id, state: 'pending', 'work.fence': row.work.fence };
    return (await models.evidence.countDocuments(mine as never)) === 1;
  }

  function inTime<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = deps.timers.after(FETCH_MS, () =>
        reject(new Error('LINE did not hand it over in time')),
      );
      promise.then(resolve, reject).finally(cancel);
    });
  }

  function wake(): void {
    looks.look().catch((error: unknown) => deps.log.warn('evidence-poll-failed', { error }));
  }

  const poll = pollLoop(
    async () => {
      await looks.look();
      if (deps.now().getTime() - clearedAt > CLEAR_EVERY_MS) {
        clearedAt = deps.now().getTime();
        await deps.clearReports();
      }
      return false;
    },
    {
      idleMs: 1000,
      busyMs: 1000,
      timers: deps.timers,
      failed: (error) => deps.log.warn('evidence-poll-failed', { error }),
    },
  );

  return {
    wake,
    async idle() {
      // work may come up for what is being worked on: an end is when a look finds none
      while ((await looks.look().catch(() => 0)) > 0) await all.idle();
      await all.idle();
    },
    async stop() {
      await poll.stop();
      await looks.over();
      await all.drain();
      const release = [...holds].map(([id, fence]) => ({ _id: id, 'work.fence': fence }));
      if (release.length === 0) return;
      await models.evidence.collection.updateMany(
        { $or: release } as never,
        { $set: { 'work.nextAt': deps.now() } } as never,
      );
    },
  };
}
