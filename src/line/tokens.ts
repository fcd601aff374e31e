/** The way to LINE's API: clients with a token that is valid now, and a limit on how long anything may take; all of line/ calls through it. */
import { channelAccessToken, HTTPFetchError, messagingApi } from '@line/bot-sdk';
import { realTimers, systemClock, type Timers } from '../clock.ts';
import type { LineConfig, LineHosts } from '../config.ts';
import type { ChannelToken } from '../domain/channel.ts';
import { within } from '../waits.ts';

export interface LineAccessOptions {
  token: ChannelToken;
  apiUrl: string;
  dataApiUrl: string;
  timers: Timers;
  /** For the age of stateless tokens, real time. */
  now(): Date;
  /** Told of every answer that was no success, with its status, 0 where none came. */
  failed?(endpoint: string, status: number): void;
}

interface Clients {
  /** The token itself, for what does not go through the SDK. */
  token: string;
  api: messagingApi.MessagingApiClient;
  blob: messagingApi.MessagingApiBlobClient;
}

export interface LineAccess {
  /**
   * Makes one request with a valid token; where LINE no longer takes a token that was fetched, once more with a new one.
   * @param name of what is asked for, for whoever counts failures.
   * @throws NoToken when none could be had; the SDK's HTTPFetchError for an answer that is not 2xx; another error when
   * LINE could not be reached in time.
   */
  call: <T>(request: (clients: Clients) => Promise<T>, name?: string) => Promise<T>;
}

/** There is no token to ask with: the request itself never left. */
export class NoToken extends Error {
  /** LINE's own answer to asking for one, 0 when there was none. */
  readonly status: number;

  constructor(cause: unknown) {
    super(`no access token: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.status = statusOf(cause);
  }
}

/** Stateless tokens live 15 minutes; a new one is fetched a little earlier. */
const STATELESS_MS = 14 * 60_000;
const TOKEN_ENDPOINT = 'token';

export function lineAccess(options: LineAccessOptions): LineAccess {
  const tokens = tokenSource(options);
  const timed = <T>(promise: Promise<T>): Promise<T> => within('line-call', promise, options.timers);

  /** Counts what was no success; 409 says that LINE took it before. */
  function failed(name: string, error: unknown): void {
    const status = statusOf(error);
    if (status !== 409) options.failed?.(name, status);
  }

  async function attempt<T>(
    asked: Promise<Clients>,
    request: (clients: Clients) => Promise<T>,
    name: string,
  ): Promise<T> {
    const clients = await timed(asked).catch((error: unknown) => {
      // one that never comes must not be waited for by everybody after us
      tokens.drop(asked);
      failed(TOKEN_ENDPOINT, error);
      throw new NoToken(error);
    });
    try {
      return await timed(request(clients));
    } catch (error) {
      failed(name, error);
      throw error;
    }
  }

  return {
    async call(request, name = 'other') {
      const asked = tokens.current();
      try {
        return await attempt(asked, request, name);
      } catch (error) {
        // 401: nothing of it was done, so the same request may be made again
        if (!(error instanceof HTTPFetchError) || error.status !== 401 || !tokens.drop(asked)) throw error;
        return attempt(tokens.current(), request, name);
      }
    },
  };
}

/** @returns the way to LINE with these credentials, for a command's short life. */
export function accessFrom({
  token,
  apiUrl,
  dataApiUrl,
}: Pick<LineConfig, 'token' | keyof LineHosts>): LineAccess {
  return lineAccess({
    token,
    apiUrl,
    dataApiUrl,
    timers: realTimers,
    now: () => systemClock.now(),
  });
}

interface TokenSource {
  /** Clients with a token that is valid now, as far as is known. */
  current(): Promise<Clients>;
  /** Forgets what `current` gave. @returns false where there is no other to be had. */
  drop(given: Promise<Clients>): boolean;
}

function tokenSource(options: LineAccessOptions): TokenSource {
  const { token } = options;
  const make = (value: string): Clients => ({
    token: value,
    api: new messagingApi.MessagingApiClient({ channelAccessToken: value, baseURL: options.apiUrl }),
    blob: new messagingApi.MessagingApiBlobClient({ channelAccessToken: value, baseURL: options.dataApiUrl }),
  });
  if (token.kind === 'long-lived') {
    const made = Promise.resolve(make(token.value));
    return { current: () => made, drop: () => false };
  }
  let cached: { clients: Promise<Clients>; at: number } | null = null;
  const issuer = new channelAccessToken.ChannelAccessTokenClient({ baseURL: options.apiUrl });
  return {
    current() {
      const now = options.now().getTime();
      // a clock that was set back says nothing about the token's age
      if (cached && cached.at <= now && now < cached.at + STATELESS_MS) return cached.clients;
      const issued = issuer
        .issueStatelessChannelTokenByClientSecret(token.channelId, token.channelSecret)
        .then((answer) => make(answer.access_token));
      cached = { clients: issued, at: now };
      return issued;
    },
    drop(given) {
      if (cached?.clients === given) cached = null;
      return true;
    },
  };
}

function statusOf(error: unknown): number {
  return error instanceof HTTPFetchError ? error.status : 0;
}
