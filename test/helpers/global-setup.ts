/** Vitest calls this once a run: one throw-away database for all test files, gone at the end. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/db/embedded.ts';
import { lockHolder } from '../../src/db/embedded-lock.ts';
import { stopOrphan } from '../../src/db/embedded-orphan.ts';
import { createLog } from '../../src/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongoUri: string;
  }
}

const PREFIX = 'kuebna-test-';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  const started = await startEmbedded({ dataDir, log: createLog({ level: 'warn' }), language: 'en' });
  if (!started.ok) throw new Error(started.message);
  project.provide('mongoUri', started.uri);
  return async () => {
    await started.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Removes what runs left that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const directory = join(tmpdir(), name);
    // Without the lock file it belongs to a run that is just beginning.
    if (!name.startsWith(PREFIX) || !existsSync(join(directory, 'in-use.json'))) continue;
    if ((await lockHolder(directory)) !== null) continue;
    await stopOrphan(join(directory, 'mongo'), null);
    await rm(directory, { recursive: true, force: true });
  }
}
