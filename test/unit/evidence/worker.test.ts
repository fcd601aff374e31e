/** The evidence worker against a real database, with LINE and crashes played by the test. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Timers } from '../../../src/clock.ts';
import { connectDatabase, type Database } from '../../../src/db/connect.ts';
import type { EvidenceDocument } from '../../../src/db/evidence.ts';
import { type FileStore, fileStore } from '../../../src/db/files.ts';
import { unpackMessages } from '../../../src/db/outbox.ts';
import type { LineClient } from '../../../src/line/client.ts';
import { quietLog } from '../../../src/log.ts';
import { type EvidenceDeps, type EvidenceWorker, evidenceWorker } from '../../../src/evidence/worker.ts';
import { testDatabase } from '../../helpers/database.ts';
import { jpeg, picture, sha256 } from '../../helpers/evidence-files.ts';

type Content = Awaited<ReturnType<LineClient['content']>>;

const { uri } = testDatabase(import.meta.url);
let database: Database;
let files: FileStore;
let workers: EvidenceWorker[] = [];
/** Real time as the worker sees it. */
let now = new Date('2026-01-05T03:00:00Z');
let waits: number[] = [];

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
  files = fileStore(database, 'evidence');
  await database.models.members.create({
    _id: 'member',
    office: 'office',
    userId: 'U1',
    name: 'สมศรี ใจดี',
    roles: ['officer'],
    activities: ['1'],
    joinedAt: now,
  });
});
afterEach(async () => {
  await Promise.all(workers.map((one) => one.stop()));
  workers = [];
  waits = [];
  await database.models.evidence.deleteMany({});
  await database.models.outbox.deleteMany({});
  await files.remove(await files.idsFrom(''));
});
afterAll(() => database.close());

/** Waits pass at once, and move the clock; the poll's own pauses and time limits never end. */
const timers: Timers = {
  after(milliseconds, then) {
    if (milliseconds === 1000 || milliseconds === 60_000) return () => undefined;
    waits.push(milliseconds);
    now = new Date(now.getTime() + milliseconds);
    const timer = setImmediate(then);
    return () => clearImmediate(timer);
  },
};

const small = { bytes: Buffer.from('small'), width: 4, height: 3 };
/** How pictures are found; the process that really looks has tests of its own. */
let look: EvidenceDeps['look'];
beforeEach(() => {
  look = () => Promise.resolve({ ok: true, copies: { report: small, thumb: small } });
});

/** Answers in turn; the last one for ever. */
function start(
  answers: (Content | Error)[],
  store: Partial<FileStore> = {},
): { worker: EvidenceWorker; asked: number[] } {
  const asked: number[] = [];
  const worker = evidenceWorker({
    database,
    client: {
      content() {
        const answer = answers[Math.min(asked.length, answers.length - 1)]!;
        asked.push(now.getTime());
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    },
    files: { ...files, ...store },
    look,
    clearReports: () => Promise.resolve(),
    now: () => now,
    timers,
    holder: 'this one',
    log: quietLog,
  });
  workers.push(worker);
  return { worker, asked };
}

async function sent(kind: 'image' | 'file' = 'image', more: Partial<EvidenceDocument> = {}): Promise<string> {
  const _id = randomUUID();
  await database.models.evidence.create({
    _id,
    office: 'office',
    plan: 'plan',
    activity: '1.1',
    message: `message of ${_id}`,
    by: 'member',
    at: new Date('2021-02-15T02:00:00Z'),
    kind,
    state: 'pending',
    work: { nextAt: new Date(0), attempts: 0, fence: 0 },
    ...more,
  });
  return _id;
}

const withCopies = (file: string): string[] => [file, `${file}:report`, `${file}:thumb`];
const rowOf = async (id: string) => (await database.models.evidence.findById(id).lean())!;
const told = async () =>
  (await database.models.outbox.find({ state: 'waiting' }).lean()).map((row) => ({
    to: row.to,
    text: String(unpackMessages(row.messages)[0]!['text']),
  }));
const bytes = picture(5);
const ready: Content = { ok: true, bytes, contentType: 'text/html' };
const notReady: Content = { ok: false, reason: 'not-ready' };

describe('what LINE hands over', () => {
  test('after two times “not yet” is stored once, with its hash', async () => {
    const id = await sent();
    const { worker, asked } = start([notReady, notReady, ready]);
    await worker.idle();
    const row = await rowOf(id);
    expect(row).toMatchObject({
      state: 'stored',
      hash: sha256(bytes),
      contentType: 'image/png',
      error: null,
    });
    expect(asked).toHaveLength(3);
    expect(await files.idsFrom(id)).toEqual(withCopies(row.file!));
    expect(await files.read(row.file!)).toEqual(bytes);
    expect(await told()).toEqual([]);
  });

  test.each<[string, 'image' | 'file', Content, string, string]>([
    ['that is gone (410)', 'image', { ok: false, reason: 'gone' }, 'gone', 'ไม่มีใน LINE แล้ว'],
    ['of 11 MB', 'image', { ...ready, bytes: jpeg(11_000_000) }, 'too-large', 'มีขนาดใหญ่เกินไป'],
    ['beyond the limit', 'file', { ok: false, reason: 'too-large' }, 'too-large', 'มีขนาดใหญ่เกินไป'],
    ['that is a text', 'image', { ...ready, bytes: Buffer.from('ก') }, 'not-a-picture', 'เปิดเป็นรูปภาพไม่ได้'],
    ['that is a page', 'file', { ...ready, bytes: Buffer.from('<html>') }, 'type-not-taken', 'ชนิดที่รับไม่ได้'],
    ['without bytes', 'file', { ...ready, bytes: Buffer.alloc(0) }, 'empty', 'เป็นไฟล์เปล่า'],
  ])(
    '%s fails with its reason, leaves nothing, and its sender is told',
    async (_what, kind, answer, error, words) => {
      const id = await sent(kind);
      await start([answer]).worker.idle();
      expect(await rowOf(id)).toMatchObject({ state: 'failed', error, file: null, hash: null });
      expect(await files.idsFrom(id)).toEqual([]);
      expect(await told()).toEqual([{ to: 'U1', text: expect.stringContaining(words) as string }]);
    },
  );

  test('that cannot be shown as a picture is refused, and nothing of it is kept', async () => {
    look = () => Promise.resolve({ ok: false, reason: 'unreadable' });
    const id = await sent();
    await start([ready]).worker.idle();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'unreadable', file: null });
    expect(await files.idsFrom(id)).toEqual([]);
    expect(await told()).toEqual([{ to: 'U1', text: expect.stringContaining('เปิดดูไม่ได้') as string }]);
  });

  test('is looked at again when nothing could be found out', async () => {
    const found = look;
    let looks = 0;
    look = (seen) => (looks++ < 2 ? Promise.reject(new Error('no process')) : found(seen));
    const id = await sent();
    await start([ready]).worker.idle();
    expect(await rowOf(id)).toMatchObject({ state: 'stored', copies: ['report', 'thumb'] });
    expect(looks).toBe(3);
  });

  test('never is given up after about an hour', async () => {
    const id = await sent();
    const began = now.getTime();
    const { worker, asked } = start([new Error('connection refused')]);
    for (let turn = 0; turn < 40 && (await rowOf(id)).state === 'pending'; turn += 1) {
      await worker.idle();
      const { work } = await rowOf(id);
      if (work && work.nextAt > now) now = work.nextAt;
      worker.wake();
    }
    await worker.idle();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'unavailable' });
    expect(asked.length).toBe(14);
    const minutes = (asked.at(-1)! - began) / 60_000;
    expect(minutes).toBeGreaterThan(45);
    expect(minutes).toBeLessThan(90);
  });
});

describe('a crash', () => {
  test('between writing the bytes and marking the row leaves one copy in the end', async () => {
    const id = await sent();
    const dying: Partial<FileStore> = {
      async put(...all) {
        await files.put(...all);
        throw new Error('killed');
      },
    };
    await start([ready], dying).worker.idle();
    expect((await rowOf(id)).state).toBe('pending');
    const [orphan, ...others] = await files.idsFrom(id);
    expect(others).toEqual([]);
    now = new Date(now.getTime() + 120_001);
    await start([ready]).worker.idle();
    const row = await rowOf(id);
    expect(row.state).toBe('stored');
    expect(row.file).not.toBe(orphan);
    expect(await files.idsFrom(id)).toEqual(withCopies(row.file!));
    expect(await files.read(row.file!)).toEqual(bytes);
  });

  test('after marking leaves nothing undone: the same picture elsewhere is still pointed out', async () => {
    const first = await sent('image', { at: new Date('2021-02-14T02:00:00Z') });
    await start([ready]).worker.idle();
    const second = await sent('image', { activity: '1.2' });
    let killed = false;
    const dying: Partial<FileStore> = {
      idsFrom(prefix) {
        if (killed) return files.idsFrom(prefix);
        killed = true;
        throw new Error('killed');
      },
    };
    await start([ready], dying).worker.idle();
    expect(await rowOf(second)).toMatchObject({ state: 'stored', sameAs: null });
    now = new Date(now.getTime() + 120_001);
    await start([ready]).worker.idle();
    expect((await rowOf(second)).sameAs).toBe(first);
    expect(await told()).toHaveLength(1);
  });

  test('of a holder that comes back late stores nothing twice and nothing that was taken back', async () => {
    const id = await sent();
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const late: Partial<FileStore> = {
      async put(...all) {
        reached.resolve();
        await released.promise;
        await files.put(...all);
      },
    };
    const slow = start([ready], late);
    const slowIdle = slow.worker.idle();
    await reached.promise;
    expect((await rowOf(id)).work!.fence).toBe(1);
    const erased = { state: 'erased', work: { nextAt: new Date(0), attempts: 0, fence: 2 } };
    await database.models.evidence.updateOne({ _id: id }, erased);
    await start([ready]).worker.idle();
    released.resolve();
    await slowIdle;
    expect(await rowOf(id)).toMatchObject({ state: 'erased', file: null });
    expect(await files.idsFrom(id)).toEqual([]);
  });
});

describe('the same picture', () => {
  test('fetched at the same moment by two is pointed out once, the later one', async () => {
    const early = await sent('image', { at: new Date('2021-02-15T02:00:00Z') });
    const late = await sent('image', { at: new Date('2021-02-15T02:00:01Z'), activity: '1.2' });
    const elsewhere = await sent('image', { office: 'other', by: null });
    await Promise.all([start([ready]).worker.idle(), start([ready]).worker.idle()]);
    expect([(await rowOf(early)).sameAs, (await rowOf(late)).sameAs]).toEqual([null, early]);
    expect((await rowOf(elsewhere)).sameAs).toBeNull();
    expect(await told()).toHaveLength(1);
  });

  test('of the same activity by the same person again is known, and nobody is told', async () => {
    const first = await sent();
    await start([ready]).worker.idle();
    const again = await sent('image', { at: new Date('2021-02-15T02:00:01Z') });
    await start([ready]).worker.idle();
    expect([(await rowOf(again)).sameAs, await told()]).toEqual([first, []]);
  });
});
