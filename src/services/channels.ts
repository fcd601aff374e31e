/** The LINE channel of an office as the console connects, changes and withdraws it; the keeper of channels and the commands read it. */
import type { ChannelToken, Credentials, OfficeChannel } from '../domain/channel.ts';
import { type ChannelDocument, findChannels } from '../db/channels.ts';
import type { Database } from '../db/connect.ts';
import { commit } from '../db/unit-of-work.ts';
import type { Sealer } from './sealing.ts';
import { writeAudit } from './writes.ts';

/** The account as LINE tells it. */
export interface Bot {
  userId: string;
  basicId: string;
  displayName: string;
}

export type StoredChannel = { office: string; bot: Bot; connectedAt: Date } & (
  | { readable: true; channel: OfficeChannel }
  /** Sealed with another key than this installation has now. */
  | { readable: false }
);

interface Act {
  /** Member id, or what the audit calls whoever has the terminal. */
  by: string;
  now: Date;
}

const place = (office: string, field: 'channelSecret' | 'token'): string => `channel ${office} ${field}`;

/** @returns the channels of those offices, by office; those that have none are missing. */
export async function readChannels(
  { models }: Database,
  sealer: Sealer,
  offices: readonly string[],
): Promise<Map<string, StoredChannel>> {
  const found = await findChannels(models, offices);
  return new Map([...found].map(([office, row]) => [office, opened(row, sealer)]));
}

function opened({ _id, office, ...row }: ChannelDocument, sealer: Sealer): StoredChannel {
  const { basicId, displayName, connectedAt } = row;
  const common = { office, bot: { userId: _id, basicId, displayName }, connectedAt };
  const channelSecret = sealer.open(row.channelSecret, place(office, 'channelSecret'));
  const token = sealer.open(row.token, place(office, 'token'));
  if (channelSecret === null || token === null) return { ...common, readable: false };
  const channel: OfficeChannel = {
    id: office,
    rev: `${_id} ${connectedAt.getTime()}`,
    botUserId: _id,
    channelSecret,
    token: JSON.parse(token) as ChannelToken,
  };
  return { ...common, readable: true, channel };
}

/** @returns whether any office has a channel of its own. */
export async function hasChannels({ models }: Database): Promise<boolean> {
  return (await models.channels.exists({})) !== null;
}

/**
 * Connects the office to that account, in place of the one it may have had.
 * @param credentials that LINE took a moment ago.
 * @returns taken when another office has that account.
 */
export async function connectChannel(
  database: Database,
  sealer: Sealer,
  office: string,
  credentials: Credentials,
  { userId, basicId, displayName }: Bot,
  { by, now }: Act,
): Promise<{ ok: true } | { ok: false; reason: 'taken' }> {
  const done = await commit(database, [
    { to: 'channels', removeAll: { where: { office } } },
    {
      to: 'channels',
      insert: {
        _id: userId,
        office,
        channelSecret: sealer.seal(credentials.channelSecret, place(office, 'channelSecret')),
        token: sealer.seal(JSON.stringify(credentials.token), place(office, 'token')),
        basicId,
        displayName,
        connectedAt: now,
      },
    },
    writeAudit(office, now, by, 'connect-channel', { bot: basicId }),
  ]);
  return done.ok ? done : { ok: false, reason: 'taken' };
}

/** Takes the office's credentials away; what waits to be sent goes on waiting. */
export async function withdrawChannel(database: Database, office: string, { by, now }: Act): Promise<void> {
  await commit(database, [
    { to: 'channels', removeAll: { where: { office } } },
    writeAudit(office, now, by, 'withdraw-channel', {}),
  ]);
}
