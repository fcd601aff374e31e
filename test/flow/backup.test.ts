/** backup, restore and move-database: everything comes back as it was, but for who was erased; nothing is replaced unasked, half, or under a running bot. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { backupScript } from '../../scripts/backup.ts';
import { eraseScript } from '../../scripts/erase-person.ts';
import { refuseInUse } from '../../scripts/bot-stopped.ts';
import { moveScript } from '../../scripts/move-database.ts';
import { restoreScript } from '../../scripts/restore.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { dump } from '../../src/db/dump.ts';
import { lockDirectory } from '../../src/db/embedded-lock.ts';
import { fileStore } from '../../src/db/files.ts';
import { isInUse, fillFromDump } from '../../src/db/restore.ts';
import { addToLedger } from '../../src/services/erasure-ledger.ts';
import { erasureOf } from '../../src/services/erase-person.ts';
import { findPerson } from '../../src/services/person.ts';
import { texts } from '../../src/text/index.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, SOMSRI } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url, { isNew: true });
const other = uri.replace(/(\/[^/?]+)(\?|$)/, '$1_2$2');
const third = uri.replace(/(\/[^/?]+)(\?|$)/, '$1_3$2');
const NOW = new Date('2021-03-15T02:00:00Z');
const PICTURE = Buffer.alloc(300_000, 7);
let folder: string;
let file: string;

/** An office that has reported, with a picture of two chunks. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'kuebna.backup');
  vi.stubEnv('DATA_DIR', folder);
  const office = await openOffice(uri);
  await office.say(SOMSRI, '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
  await office.tap(SOMSRI, 'บันทึก');
  await fileStore(office.database, 'evidence').put('picture', PICTURE, {});
  // while the bot runs
  vi.stubEnv('MONGODB_URI', uri);
  const made = await runAdmin(backupScript, ['--out', file]);
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toContain(join(folder, 'secret-key'));
  expect(await isInUse(office.database)).toBe(true);
  const refused = await runAdmin(restoreScript, [file, '--replace', '--yes']);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('กรุณาหยุดโปรแกรมก่อน')]);
  const lock = await lockDirectory(folder);
  const embedded = { mongodb: { kind: 'embedded', dataDir: folder } } as const;
  const named = await refuseInUse({ words: texts('th').admin, values: {} }, office.database, embedded);
  expect(named).toMatchObject({ lines: [expect.stringContaining(`โปรเซส ${process.pid}`)] });
  if (lock.ok) await lock.release();
  await office.close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const one of [other, third]) await inside(one, ({ connection }) => connection.dropDatabase());
  await rm(folder, { recursive: true, force: true });
});

/** Opened as a command does. */
async function inside<T>(address: string, work: (database: Database) => Promise<T>): Promise<T> {
  const options = { poolSize: 2, appName: 'kuebna test', halfRestored: 'allowed' } as const;
  const connected = await connectDatabase(address, options);
  if (!connected.ok) throw new Error(connected.detail);
  try {
    return await work(connected.database);
  } finally {
    await connected.database.close();
  }
}

/** Everything in a database, to the byte. */
async function contents(address: string): Promise<string> {
  return inside(address, async (database) => {
    const pieces: Buffer[] = [];
    for await (const piece of dump(database, NOW)) pieces.push(piece);
    return Buffer.concat(pieces).toString('base64');
  });
}

it('brings everything back as it was, in another database, with its indexes', async () => {
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
  vi.stubEnv('MONGODB_URI', other);
  const done = await runAdmin(restoreScript, [file, '--yes']);
  expect([done.code, done.err]).toEqual([0, '']);
  expect(await contents(other)).toBe(await contents(uri));
  const picture = await inside(other, (database) => fileStore(database, 'evidence').read('picture'));
  expect(picture?.equals(PICTURE)).toBe(true);
});

it('does not replace what is there unless it is said, and not without an answer', async () => {
  vi.stubEnv('MONGODB_URI', other);
  const before = await contents(other);
  expect(await runAdmin(restoreScript, [file, '--yes'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--replace'),
  });
  expect((await runAdmin(restoreScript, [file, '--replace'])).err).toContain('--yes');
  expect((await runAdmin(restoreScript, [file, '--replace'], false)).err).toContain('ไม่ได้เปลี่ยนอะไร');
  expect(await contents(other)).toBe(before);
});

it('erases again who was erased after the backup', async () => {
  const person = (await inside(uri, (database) => findPerson(database, SOMSRI)))!;
  await addToLedger(join(folder, 'erasures.jsonl'), erasureOf(person, NOW));
  vi.stubEnv('MONGODB_URI', other);
  const done = await runAdmin(restoreScript, [file, '--replace', '--yes']);
  expect([done.code, done.err]).toEqual([0, '']);
  expect(Buffer.from(await contents(other), 'base64').includes(SOMSRI)).toBe(false);
  await rm(join(folder, 'erasures.jsonl'));
});

it.each<[string, string | null, string]>([
  ['that was named and is not there', null, 'ไม่พบทะเบียนการลบ'],
  [
    'with a line that cannot be read',
    '{"at":"2021-03-01T00:00:00Z","person":"somsri"}\n',
    'บรรทัดที่ 1 อ่านไม่ได้',
  ],
  ['that is a folder', 'FOLDER', 'เป็นโฟลเดอร์'],
])('changes nothing for a ledger %s', async (_what, text, told) => {
  const ledger = text === 'FOLDER' ? folder : join(folder, 'ereasures.jsonl');
  if (text !== null && text !== 'FOLDER') await writeFile(ledger, text);
  vi.stubEnv('MONGODB_URI', other);
  const before = await contents(other);
  const refused = await runAdmin(restoreScript, [file, '--replace', '--yes', '--ledger', ledger]);
  expect([refused.code, refused.out, refused.err]).toEqual([1, '', expect.stringContaining(told)]);
  expect(await contents(other)).toBe(before);
  const again = await runAdmin(eraseScript, ['--reapply', '--ledger', ledger]);
  expect([again.code, again.out, again.err]).toEqual([1, '', expect.stringContaining(told)]);
});

it('changes nothing for a file that is damaged, cut, of something else, or of a later version', async () => {
  const whole = await readFile(file);
  const plain = gunzipSync(whole);
  const flipped = Buffer.from(plain);
  flipped[plain.indexOf('28500')] ??= 0;
  const at = Math.floor(plain.length / 2);
  flipped[at] = flipped[at]! ^ 1;
  const later = Buffer.from(plain);
  later[later.indexOf('$kuebna') + 8] = 9;
  const bad: readonly [Buffer, string][] = [
    [whole.subarray(0, whole.length / 2), 'ไม่ครบ'],
    [gzipSync(plain.subarray(0, plain.length - 10)), 'ไม่ครบ'],
    [gzipSync(flipped), 'ไม่ครบ'],
    [Buffer.from('{}'), 'ไม่ใช่ไฟล์'],
    [gzipSync('hello, this is no backup'), 'ไม่ใช่ไฟล์'],
    [gzipSync(''), 'ไม่ใช่ไฟล์'],
    [gzipSync(later), 'รุ่นใหม่กว่า'],
  ];
  vi.stubEnv('MONGODB_URI', other);
  const before = await contents(other);
  for (const [bytes, told] of bad) {
    await writeFile(join(folder, 'bad'), bytes);
    const refused = await runAdmin(restoreScript, [join(folder, 'bad'), '--replace', '--yes']);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(told)]);
  }
  expect((await runAdmin(restoreScript, [join(folder, 'none'), '--yes'])).err).toContain('ไม่พบไฟล์');
  expect(await contents(other)).toBe(before);
});

it('starts no bot on what broke off half-way, and is done again', async () => {
  await inside(third, async (database) => {
    const cut = async function* (): AsyncGenerator<Buffer> {
      const plain = gunzipSync(await readFile(file));
      yield plain.subarray(0, plain.length / 2);
    };
    expect(await fillFromDump(database, cut())).toEqual({ ok: false, reason: 'broken' });
  });
  expect(await connectDatabase(third)).toMatchObject({ ok: false, reason: 'half-restored' });
  vi.stubEnv('MONGODB_URI', third);
  expect((await runAdmin(backupScript, ['--out', join(folder, 'half')])).err).toContain('ยังไม่เสร็จ');
  expect((await runAdmin(restoreScript, [file, '--yes'])).code).toBe(0);
  expect(await contents(third)).toBe(await contents(uri));
});

it('moves everything to an empty database and compares, and nothing to one that holds data', async () => {
  await inside(third, ({ connection }) => connection.dropDatabase());
  vi.stubEnv('MONGODB_URI', uri);
  expect(await runAdmin(moveScript, ['--to', third])).toMatchObject({ code: 0, err: '' });
  expect(await contents(third)).toBe(await contents(uri));
  const again = await runAdmin(moveScript, ['--to', third]);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('ยังไม่ได้ย้ายอะไร')]);
  expect((await runAdmin(moveScript, ['--to', uri])).err).toContain('เดียวกัน');
  expect((await runAdmin(moveScript, ['--to', 'somewhere'])).code).toBe(2);
  const nowhere = 'mongodb://127.0.0.1:9/?replicaSet=rs0&serverSelectionTimeoutMS=300';
  const away = await runAdmin(moveScript, ['--to', nowhere]);
  expect(away.err).toContain('--to');
  expect(away.err).not.toContain('MONGODB_URI');
});
