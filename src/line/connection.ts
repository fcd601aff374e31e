/** Connecting a LINE account: credentials tried, webhook set and tested, menus put under the chats; app hands it to the console. */
import { channelAccessToken, HTTPFetchError } from '@line/bot-sdk';
import { realTimers } from '../clock.ts';
import type { Credentials } from '../domain/channel.ts';
import type { Finding } from '../domain/finding.ts';
import { explainLineError, type LineAccount } from './account.ts';
import type { LineChannels } from './channels.ts';
import { lineFindings, type LineReason, urlFinding, type UrlReason } from './findings.ts';
import {
  type Installed,
  installMenus,
  type MenuPerson,
  type MenuToInstall,
  ourMenus,
  putMenu,
} from './rich-menu.ts';
import { within } from '../waits.ts';

type Bot = Awaited<ReturnType<LineAccount['bot']>>;

export type TriedOut =
  | { ok: true; bot: Bot }
  /** `token`: LINE takes it not; `secret`: it is another channel's; `silent`: LINE did not answer. */
  | { ok: false; reason: 'token' | 'secret' | 'silent'; detail: string };

/** Rejected by what LINE answers is told; without a channel nothing is asked. */
export type AskedOfLine<T> = { ok: true; value: T } | { ok: false; detail: string };

export interface LineConnection {
  /** LINE itself takes https alone, and its credentials have a known form. */
  at: 'simulator' | 'stand-in' | 'line';
  tryOut(credentials: Credentials): Promise<TriedOut>;
  /** @param expected where the webhook must point. Empty for an office without a channel. */
  findings(office: string, expected: string): Promise<Finding<LineReason>[]>;
  /** Whether that address leads here from outside. */
  reaches(publicUrl: string): Promise<Finding<UrlReason>>;
  /** Sets the webhook's address and lets LINE try it. */
  setWebhook(office: string, endpoint: string): Promise<AskedOfLine<{ success: boolean; detail: string }>>;
  /** How many menus of ours are there. */
  menus(office: string): Promise<AskedOfLine<number>>;
  /** @returns whether it was made now; else it was there. */
  putMenu(office: string, menu: MenuToInstall): Promise<AskedOfLine<boolean>>;
  /** The last step: the default, everybody's own, and old ones go. */
  settleMenus(
    office: string,
    menus: readonly MenuToInstall[],
    people: readonly MenuPerson[],
  ): Promise<AskedOfLine<Installed>>;
}

/** @param apiUrl where LINE is asked. @param simulated whether it is the simulator that answers there. */
export function lineConnection(lines: LineChannels, apiUrl: string, simulated: boolean): LineConnection {
  const at = simulated ? 'simulator' : new URL(apiUrl).protocol === 'https:' ? 'line' : 'stand-in';

  async function ask<T>(
    office: string,
    question: (line: NonNullable<Awaited<ReturnType<LineChannels['of']>>>) => Promise<T>,
  ): Promise<AskedOfLine<T>> {
    const line = await lines.of(office);
    if (!line) return { ok: false, detail: '' };
    try {
      return { ok: true, value: await question(line) };
    } catch (error) {
      return { ok: false, detail: explainLineError(error).detail };
    }
  }

  return {
    at,
    async tryOut(credentials) {
      try {
        const bot = await lines.tryOut(credentials).bot();
        return (await isOthersSecret(credentials, apiUrl))
          ? { ok: false, reason: 'secret', detail: '' }
          : { ok: true, bot };
      } catch (error) {
        const { status, detail } = explainLineError(error);
        const refused = status !== null && status >= 400 && status < 500;
        return { ok: false, reason: refused ? 'token' : 'silent', detail };
      }
    },
    async findings(office, expected) {
      const line = await lines.of(office);
      const found = line ? await lineFindings(line.account, expected) : [];
      // the simulator calls the address that the bot itself gave it, which may be another of this machine's names
      return simulated ? found.map(asGiven) : found;
    },
    reaches: (publicUrl) => urlFinding(publicUrl, at),
    setWebhook: (office, endpoint) =>
      ask(office, async ({ account }) => {
        await account.setWebhook(endpoint);
        const { success, status, reason, detail } = await account.testWebhook();
        return { success, detail: `${reason} ${status} ${detail}` };
      }),
    menus: (office) => ask(office, async ({ access }) => (await ourMenus(access)).length),
    putMenu: (office, menu) =>
      ask(office, async ({ access }) => (await putMenu(access, await ourMenus(access), menu)).made),
    settleMenus: (office, menus, people) =>
      ask(office, ({ access }) => installMenus(access, menus, people, menus[0]!)),
  };
}

function asGiven(one: Finding<LineReason>): Finding<LineReason> {
  return one.reason === 'webhook-other' ? { ...one, state: 'ok', reason: 'webhook-ok' } : one;
}

/** LINE says of a token whose it is; a token of that channel is given for the right secret alone. Where it does not say, nobody knows. */
async function isOthersSecret({ channelSecret, token }: Credentials, apiUrl: string): Promise<boolean> {
  if (token.kind !== 'long-lived') return false;
  const timed = <T>(asked: Promise<T>): Promise<T> => within('line-call', asked, realTimers);
  const issuer = new channelAccessToken.ChannelAccessTokenClient({ baseURL: apiUrl });
  const channel = await timed(issuer.verifyChannelToken(token.value)).catch(() => null);
  if (!channel?.client_id) return false;
  try {
    await timed(issuer.issueStatelessChannelTokenByClientSecret(channel.client_id, channelSecret));
    return false;
  } catch (error) {
    return error instanceof HTTPFetchError && (error.status === 400 || error.status === 401);
  }
}
