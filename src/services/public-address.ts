/** What links begin with: the address that was set, else the one somebody told on the console, else this machine's; app and run ask at each use. */
import type { Database } from '../db/connect.ts';
import { findInstallation, INSTALLATION } from '../db/installation.ts';
import { commit } from '../db/unit-of-work.ts';
import { writeAudit } from './writes.ts';

export interface PublicAddress {
  /** Without a slash at its end; what another instance was told is seen within SEEN_MS. */
  now(): string;
  /** Whether the environment gives it: then the console changes nothing. */
  readonly given: boolean;
  /** Reads what was told so far. */
  load(): Promise<void>;
  /** @param url https, without a slash at its end. */
  tell(url: string, office: string, act: { by: string; now: Date }): Promise<void>;
}

const SEEN_MS = 30_000;

/** @param given null where the console may be told. @param real real time. */
export function publicAddress(
  database: Database,
  { given, fallback, real }: { given: string | null; fallback: () => string; real: () => Date },
): PublicAddress {
  let told: string | null = null;
  let seenAt = 0;

  async function load(): Promise<void> {
    seenAt = real().getTime();
    told = (await findInstallation(database.models))?.publicUrl ?? null;
  }

  return {
    given: given !== null,
    now() {
      if (given !== null) return given;
      // asked by the way: whoever asks now gets what is known
      if (Math.abs(real().getTime() - seenAt) > SEEN_MS) void load().catch(() => undefined);
      return told ?? fallback();
    },
    load,
    async tell(url, office, { by, now }) {
      const where = { _id: INSTALLATION };
      const change = { $set: { office: '-', publicUrl: url } };
      await commit(database, [
        { to: 'installation', update: { where, change, upsert: true } },
        writeAudit(office, now, by, 'public-address', {}),
      ]);
      told = url;
    },
  };
}
