/** A process that migrates and is killed in the middle: it changes one document, says so, and goes no further. */
import mongoose from 'mongoose';
import { migrate } from '../../src/db/migrate.ts';

const [uri, leaseMs] = process.argv.slice(2) as [string, string];
const client = new mongoose.mongo.MongoClient(uri);
const db = client.db();
const half = {
  name: '1-count',
  async up() {
    await db.collection('counted').updateOne({ counted: { $exists: false } }, { $set: { counted: 1 } });
    process.send!('half');
    await new Promise(() => undefined);
  },
};
await migrate(db, { fresh: false, migrations: [half], leaseMs: Number(leaseMs) });
