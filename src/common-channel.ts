/** The channel whose credentials an installation is started with: its keeper, and its bot's own id, which LINE alone knows; app.ts calls it. */
import type { AppOptions } from './app-options.ts';
import { COMMON_CHANNEL } from './domain/channel.ts';
import type { LineChannels } from './line/channels.ts';
import type { Log } from './log.ts';
import { type ChannelKeeper, channelKeeper } from './services/channel-keeper.ts';

/** @param now real time. */
export function keeperOf(
  { database, line, sealer }: Pick<AppOptions, 'database' | 'line' | 'sealer'>,
  now: () => Date,
): ChannelKeeper {
  const { channelSecret, token } = line;
  const common = channelSecret !== undefined && token !== undefined ? { channelSecret, token } : null;
  return channelKeeper(database, { common, sealer: sealer ?? null, now });
}

/** A wrong address at LINE shows by it; LINE being away must not keep the bot from starting. */
export async function learnDestination(
  { common }: ChannelKeeper,
  lines: LineChannels,
  log: Log,
): Promise<void> {
  if (!common) return;
  try {
    const line = await lines.of(COMMON_CHANNEL);
    common.botUserId = (await line?.client.botUserId()) ?? null;
  } catch (error) {
    log.warn('bot-user-id-unknown', { error });
  }
}
