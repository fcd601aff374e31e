/** The key that the console's secrets are sealed with: the one that was set, else one made once and kept beside the database; run and the commands ask. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** Kept with the data: without it they cannot be read, with both anybody can. */
const FILE = 'secret-key';

/**
 * @param config `production` with a database elsewhere has no key of its own making: config.ts asks for one where it is needed.
 * @returns the key's text, or null where there is none.
 * @throws when the file cannot be read or written.
 */
export async function secretKeyOf({
  secretKey,
  dataDir,
  mongodb,
  production,
}: Pick<Config, 'secretKey' | 'dataDir' | 'mongodb' | 'production'>): Promise<string | null> {
  if (secretKey !== null) return secretKey;
  if (production && mongodb.kind === 'uri') return null;
  const file = join(dataDir, FILE);
  await mkdir(dataDir, { recursive: true });
  try {
    // of two that make one at once the first one's holds
    await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
