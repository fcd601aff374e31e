/** An office's data as one file, in the form `npm run restore` brings up elsewhere: asked for by web/, made by the download worker. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Database } from '../db/connect.ts';
import { dump } from '../db/dump.ts';
import { findOffice } from '../db/offices.ts';
import { beginDownload, type HeldDownload, officesOwn } from './downloads.ts';

/** @param by who asks: an operator, or somebody who looks after the office. @param now by the office's clock. */
export async function beginExport(
  database: Database,
  office: string,
  act: { by: string; now: Date; realNow: Date },
): Promise<{ ok: true; id: string } | { ok: false; reason: 'unknown' | 'busy' }> {
  if (!(await findOffice(database.models, office))) return { ok: false, reason: 'unknown' };
  const id = await beginDownload(database, officesOwn(office), act);
  return id === null ? { ok: false, reason: 'busy' } : { ok: true, id };
}

/** @param progress is told how many documents are read. @param now stands in the file. */
export async function makeExport(
  database: Database,
  held: HeldDownload,
  { now, progress }: { now: Date; progress: (done: number) => void },
): Promise<void> {
  async function* counted(): AsyncGenerator<Buffer> {
    let done = 0;
    for await (const document of dump(database, now, held.row.office)) {
      progress((done += 1));
      yield document;
    }
  }
  const content = createGzip();
  const name = `kuebna-${held.row.office}.backup`;
  await Promise.all([
    pipeline(Readable.from(counted()), content),
    held.end({ name, contentType: 'application/gzip', content }),
  ]);
}
