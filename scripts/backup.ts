/** `npm run backup`: everything the bot knows, as of one moment, in one file; also while it runs. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { systemClock } from '../src/clock.ts';
import { type Dumped, dump, readDump } from '../src/db/dump.ts';
import { clockInBangkok } from '../src/domain/fiscal-year.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { refuseExisting, unwritable } from './files.ts';
import { chooseOffice } from './office-choice.ts';

const flags = {
  out: { type: 'string', value: 'FILE' },
  office: { type: 'string', value: 'ID' },
  yes: { type: 'boolean' },
} as const;

/** Others on the machine must not read it. */
const PRIVATE = 0o600;

export const backupScript: Script<typeof flags> = {
  name: 'backup',
  flags,
  help: ({ backup: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

async function run(call: ScriptCall<typeof flags>): Promise<ScriptOutcome> {
  const { files, values, words } = call;
  const say = words.backup;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: say.stray(files[0]) };
  const now = systemClock.now();
  const file =
    values.out ?? `kuebna-${clockInBangkok(now).slice(0, 16).replace('T', '-').replace(':', '')}.backup`;
  const existing = await refuseExisting(call, file);
  if (existing) return existing;
  return withDatabase(
    call,
    async (database, { dataDir, secretKey }) => {
      const chosen = values.office === undefined ? null : await chooseOffice(database, values.office, words);
      if (chosen && !chosen.ok) return chosen.outcome;
      const beside = `${file}.${process.pid}.part`;
      try {
        const to = createWriteStream(beside, { mode: PRIVATE, flush: true });
        await pipeline(Readable.from(dump(database, now, chosen?.value.id)), createGzip(), to);
        // a backup nobody has read is a hope
        const read = await readBackup(beside);
        if (!read.ok) return { exit: 'refused', reason: 'unreadable-backup', lines: [say.broken] };
        const { size } = await stat(beside);
        await rename(beside, file);
        const shown = size < 100_000 ? `${Math.ceil(size / 1000)} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
        const key = secretKey === null ? join(dataDir, 'secret-key') : 'KUEBNA_SECRET_KEY';
        return {
          exit: 'ok',
          lines: [say.done(file, read.documents, shown), say.keep(key, join(dataDir, 'erasures.jsonl'))],
          json: { file, documents: read.documents, bytes: size, at: now.toISOString(), sha256: read.sha256 },
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
        return unwritable(call, file, error);
      } finally {
        await rm(beside, { force: true });
      }
    },
    { mixed: 'allowed' },
  );
}

/** @returns a backup's documents as they come. */
export function openBackup(file: string): AsyncIterable<Buffer> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error));
  return packed.pipe(unpacked);
}

/** Reads a backup to its end. @throws when the file cannot be read. */
export async function readBackup(file: string): Promise<Dumped> {
  const nothing = async (): Promise<void> => undefined;
  try {
    return await readDump(openBackup(file), { collection: nothing, document: nothing });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'Z_DATA_ERROR') return { ok: false, reason: 'no-backup' };
    if (code.startsWith('Z_')) return { ok: false, reason: 'broken' };
    throw error;
  }
}

if (import.meta.main) process.exitCode = await runScript(backupScript);
