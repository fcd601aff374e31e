/** Everything that talks to LINE, by office: the clients of each channel, made when first needed and anew when its credentials change; app.ts makes one. */
import type { LineSide } from '../bot/request-context.ts';
import type { Credentials, OfficeChannel } from '../domain/channel.ts';
import type { Log } from '../log.ts';
import { lineAccount, type LineAccount } from './account.ts';
import { lineClient, type LineClient, type LineClientOptions, type Send } from './client.ts';
import { poster } from './post.ts';
import { type MenuKeeper, menuKeeper } from './rich-menu-links.ts';
import type { SendOutcome } from './send-outcome.ts';
import { type LineAccess, lineAccess, type LineAccessOptions } from './tokens.ts';

/** One channel at work. */
export interface Line {
  /** The office's id, or COMMON_CHANNEL. */
  id: string;
  rev: string;
  access: LineAccess;
  account: LineAccount;
  client: LineClient;
  menus: MenuKeeper;
}

export interface LineChannels {
  /** The channel an office speaks through; null where it has none. */
  of(office: string): Promise<Line | null>;
  /** What is asked of a channel while an event of it is answered. */
  sideOf(office: string): LineSide;
  /** An office without a channel is one without a valid token: what is to be sent waits. */
  send(send: Send & { office: string }): Promise<SendOutcome>;
  content(message: string, office: string): ReturnType<LineClient['content']>;
  quota(office: string): ReturnType<LineClient['quota']>;
  memberCount(groupId: string, office: string): Promise<number | null>;
  /** An account of credentials that nobody has stored, to try them. */
  tryOut(credentials: Credentials): LineAccount;
  /** Resolves when no menu is under way. */
  idle(): Promise<void>;
}

interface ChannelsOptions extends Omit<LineClientOptions, 'token' | 'post'> {
  /** The credentials an office has now. */
  channelOf: (office: string) => Promise<OfficeChannel | null>;
  log: Log;
}

/** LINE takes the sign away with the answer, or after so long. */
const LOADING_SECONDS = 30;
/** Clients are small; those of a ministry's offices all fit. */
const MOST_CHANNELS = 1_000;

export function lineChannels({ channelOf, log, ...options }: ChannelsOptions): LineChannels {
  const made = new Map<string, Line>();
  const post = poster(options.apiUrl, options.timers);

  function make({ id, rev, token }: OfficeChannel): Line {
    const own: LineAccessOptions = { ...options, token };
    const access = lineAccess(own);
    return {
      id,
      rev,
      access,
      account: lineAccount(access),
      client: lineClient({ ...own, allowLoopbackHttp: options.allowLoopbackHttp, post }),
      menus: menuKeeper(access, options.now, log),
    };
  }

  async function of(office: string): Promise<Line | null> {
    const channel = await channelOf(office);
    if (!channel) return null;
    const kept = made.get(channel.id);
    if (kept?.rev === channel.rev) return kept;
    const line = make(channel);
    if (made.size >= MOST_CHANNELS) made.clear();
    made.set(channel.id, line);
    return line;
  }

  async function sure(office: string): Promise<Line> {
    const line = await of(office);
    if (!line) throw new Error('this office has no LINE channel');
    return line;
  }

  return {
    of,
    sideOf: (office) => ({
      names: {
        person: async (id) => (await of(office))?.client.profileName(id) ?? null,
        group: async (id) => (await of(office))?.client.groupName(id) ?? null,
      },
      account: {
        quota: async () => (await sure(office)).client.quota(),
        groupSize: async (id) => (await of(office))?.client.memberCount(id) ?? null,
      },
      menus: {
        keep: (userId, role, language) =>
          unheard(of(office).then((line) => line?.menus.keep(userId, role, language))),
      },
      busy: (userId) => unheard(of(office).then((line) => line?.client.showLoading(userId, LOADING_SECONDS))),
    }),
    async send(send) {
      const line = await of(send.office);
      return line?.client.send(send) ?? { outcome: 'unauthorized', reason: 'no channel', requestId: null };
    },
    content: async (message, office) => (await sure(office)).client.content(message),
    quota: async (office) => (await sure(office)).client.quota(),
    memberCount: async (groupId, office) => (await of(office))?.client.memberCount(groupId) ?? null,
    tryOut: ({ token }) => lineAccount(lineAccess({ ...options, token })),
    async idle() {
      await Promise.all([...made.values()].map(({ menus }) => menus.idle()));
    },
  };
}

/** Of what nobody waits for, and what may fail. */
function unheard(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
