/** A database of its own for one test file, on the server that global-setup started. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterAll, beforeAll, inject } from 'vitest';

/**
 * Call it at the top of a test file; the database is empty when the tests begin and dropped after them.
 * @param url the test file's `import.meta.url`. @returns where to connect, and the database's name.
 */
export function testDatabase(url: string): { uri: string; name: string } {
  const path = fileURLToPath(url);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const name = `${basename(path, '.test.ts')
    .replaceAll(/[^a-z0-9]+/gi, '_')
    .slice(0, 40)}_${hash}`;
  const uri = new URL(inject('mongoUri'));
  uri.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    const client = new mongoose.mongo.MongoClient(uri.href);
    try {
      await client.db().dropDatabase();
    } finally {
      await client.close();
    }
  };
  beforeAll(drop);
  afterAll(drop);
  return { uri: uri.href, name };
}
