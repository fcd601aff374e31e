/** Which LINE channel an office speaks through: the environment's for all, else its own, as last read; the webhook and all that talks to LINE ask here. */
import { COMMON_CHANNEL, type Credentials, type OfficeChannel } from '../domain/channel.ts';
import { coalesce } from '../db/coalesce.ts';
import type { Database } from '../db/connect.ts';
import { readChannels } from './channels.ts';
import type { Sealer } from './sealing.ts';

export interface ChannelKeeper {
  /** The one channel of an installation whose credentials the environment gives; it wins over what is stored. */
  readonly common: OfficeChannel | null;
  /** null where none can be read. */
  readonly sealer: Sealer | null;
  /** @returns the channel an office speaks through, null where it has none. @throws when MongoDB cannot be asked. */
  of(office: string): Promise<OfficeChannel | null>;
  /** The same, read anew unless that was done within the last second. */
  afresh(office: string): Promise<OfficeChannel | null>;
  /** Of channels that were just connected or withdrawn here; other instances see it within KNOWN_MS. */
  forget(office: string): void;
}

/** How long a channel that was read counts. */
const KNOWN_MS = 10_000;
/** Whoever posts signatures that fit nothing makes no more than so many reads. */
const AFRESH_MS = 1_000;
const MOST_KNOWN = 1_000;

/**
 * @param common credentials of the environment, null where each office has its own.
 * @param sealer opens stored ones; null where nothing can have been stored.
 * @param now real time.
 */
export function channelKeeper(
  database: Database,
  { common, sealer, now }: { common: Credentials | null; sealer: Sealer | null; now: () => Date },
): ChannelKeeper {
  const known = new Map<string, { channel: OfficeChannel; at: number }>();
  const forAll: OfficeChannel | null = common && { id: COMMON_CHANNEL, rev: '', botUserId: null, ...common };
  const find = coalesce(async (offices: readonly string[]) =>
    sealer ? readChannels(database, sealer, offices) : new Map(),
  );

  async function read(office: string): Promise<OfficeChannel | null> {
    const found = await find(office);
    if (!found?.readable) {
      known.delete(office);
      return null;
    }
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(office, { channel: found.channel, at: now().getTime() });
    return found.channel;
  }

  /** A clock that was set back says nothing of how old it is. */
  function young(office: string, ms: number): OfficeChannel | null {
    const kept = known.get(office);
    const age = kept ? now().getTime() - kept.at : ms;
    return kept && age >= 0 && age < ms ? kept.channel : null;
  }

  return {
    common: forAll,
    sealer,
    async of(office) {
      if (forAll) return forAll;
      return office === COMMON_CHANNEL ? null : (young(office, KNOWN_MS) ?? read(office));
    },
    async afresh(office) {
      if (forAll) return forAll;
      return office === COMMON_CHANNEL ? null : (young(office, AFRESH_MS) ?? read(office));
    },
    forget: (office) => void known.delete(office),
  };
}
