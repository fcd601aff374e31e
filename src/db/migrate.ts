/** Brings a database into the form that this version reads: once, under a lease, by whoever comes first; connect.ts calls it before anything is served. */
import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { newId } from './ids.ts';
import { type Migration, MIGRATIONS } from './migrations/index.ts';

/** The collection that says which form a database has; it counts as no data. */
export const SCHEMA = 'schema';

export interface MigrateOptions {
  /** Nothing is in it yet: it has the newest form. */
  fresh: boolean;
  migrations?: readonly Migration[];
  /** After so long without a sign, whoever migrates counts as killed. */
  leaseMs?: number;
}

interface SchemaRow {
  _id: 'form';
  /** How many migrations it has behind it. */
  version: number;
  applied: string[];
}

interface LeaseRow {
  _id: 'lease';
  holder: string;
  until: Date;
}

const LEASE_MS = 15_000;
const WAIT_MS = 200;
const DUPLICATE = 11000;

/** @returns false where a later version of the bot has written it. @throws what a migration throws; it is begun anew then. */
export async function migrate(
  db: mongo.Db,
  { fresh, migrations = MIGRATIONS, leaseMs = LEASE_MS }: MigrateOptions,
): Promise<boolean> {
  const rows = db.collection<SchemaRow>(SCHEMA);
  const versionOf = async (): Promise<number> => (await rows.findOne({ _id: 'form' }))?.version ?? 0;
  const version = await versionOf();
  if (version >= migrations.length) return version === migrations.length;
  if (fresh) {
    const form = { version: migrations.length, applied: migrations.map(({ name }) => name) };
    // another instance may have been quicker
    await rows.updateOne({ _id: 'form' }, { $setOnInsert: form }, { upsert: true }).catch(ignoreDuplicate);
    return true;
  }
  const holder = newId();
  const leases = db.collection<LeaseRow>(SCHEMA);
  while (!(await takeLease(leases, holder, leaseMs))) {
    await pause(WAIT_MS);
    if ((await versionOf()) >= migrations.length) return (await versionOf()) === migrations.length;
  }
  const renewal = setInterval(() => void takeLease(leases, holder, leaseMs).catch(() => false), leaseMs / 3);
  try {
    await runPending(db, migrations);
  } finally {
    clearInterval(renewal);
    await leases.deleteOne({ _id: 'lease', holder });
  }
  return true;
}

/** Takes or renews it, by MongoDB's clock: those of instances may differ. @returns false while somebody else has it. */
async function takeLease(
  leases: mongo.Collection<LeaseRow>,
  holder: string,
  leaseMs: number,
): Promise<boolean> {
  const isFree = { $or: [{ $eq: ['$holder', holder] }, { $lt: ['$until', '$$NOW'] }] };
  const until = { $add: ['$$NOW', leaseMs] };
  const taken = [
    { $set: { isFree } },
    {
      $set: {
        holder: { $cond: ['$isFree', holder, '$holder'] },
        until: { $cond: ['$isFree', until, '$until'] },
      },
    },
    { $unset: 'isFree' },
  ];
  try {
    const options = { upsert: true, returnDocument: 'after' } as const;
    // what is not there yet ended before any moment
    return (await leases.findOneAndUpdate({ _id: 'lease' }, taken, options))?.holder === holder;
  } catch (error) {
    ignoreDuplicate(error as { code?: number });
    return false;
  }
}

/** The library is loaded where there is something to do, which is once a version. */
async function runPending(db: mongo.Db, migrations: readonly Migration[]): Promise<void> {
  const { Umzug } = await import('umzug');
  const rows = db.collection<SchemaRow>(SCHEMA);
  const umzug = new Umzug({
    migrations: migrations.map((one) => ({ name: one.name, up: () => one.up(db) })),
    storage: {
      async logMigration({ name }) {
        const change = { $addToSet: { applied: name }, $inc: { version: 1 } };
        await rows.updateOne({ _id: 'form', applied: { $ne: name } }, change, { upsert: true });
      },
      unlogMigration: () => Promise.reject(new Error('no way back: restore the backup made before')),
      executed: async () => (await rows.findOne({ _id: 'form' }))?.applied ?? [],
    },
    logger: undefined,
  });
  await umzug.up();
}

function ignoreDuplicate(error: { code?: number }): void {
  if (error.code !== DUPLICATE) throw error;
}
