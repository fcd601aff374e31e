/** The bench's MongoDB: the embedded one of the bot, in a directory of its own, gone at the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbedded } from '../../src/db/embedded.ts';
import { quietLog } from '../../src/log.ts';

export interface BenchMongo {
  /** @returns the address of a database of that name. */
  uri(name: string): string;
  /** Documents in a collection. */
  count(database: string, collection: string, where?: Record<string, unknown>): Promise<number>;
  stop(): Promise<void>;
}

/** @throws with what cures it when there is no mongod. */
export async function startMongo(): Promise<BenchMongo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kuebna-bench-'));
  const started = await startEmbedded({ dataDir, log: quietLog, language: 'en' });
  if (!started.ok) throw new Error(started.message);
  const client = await new mongoose.mongo.MongoClient(started.uri, {
    readConcernLevel: 'majority',
  }).connect();
  return {
    uri: (name) => started.uri.replace('/?', `/${name}?`),
    count: (database, collection, where = {}) =>
      client.db(database).collection(collection).countDocuments(where),
    async stop() {
      await client.close();
      await started.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
