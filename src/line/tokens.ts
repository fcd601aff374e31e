/** The way to LINE's API: clients with a token that is valid now, and a limit on how long anything may take; all of line/ calls through it. */
import { channelAccessToken, messagingApi } from '@line/bot-sdk';
import { realTimers, systemClock, type Timers } from '../clock.ts';
import type { LineConfig } from '../config.ts';

export interface LineAccessOptions {
  token:
    { kind: 'long-lived'; value: string } | { kind: 'stateless'; channelId: string; channelSecret: string };
  apiUrl: string;
  dataApiUrl: string;
  timers: Timers;
  /** For the age of stateless tokens, real time. */
  now(): Date;
}

interface Clients {
  api: messagingApi.MessagingApiClient;
  blob: messagingApi.MessagingApiBlobClient;
}

export interface LineAccess {
  /**
   * Makes one request with a valid token.
   * @throws the SDK's HTTPFetchError for an answer that is not 2xx; another error when LINE could not be reached in time.
   */
  call: <T>(request: (clients: Clients) => Promise<T>) => Promise<T>;
}

const TIMEOUT_MS = 10_000;
/** Stateless tokens live 15 minutes; a new one is fetched a little earlier. */
const STATELESS_MS = 14 * 60_000;

export function lineAccess(options: LineAccessOptions): LineAccess {
  const withToken = clients(options);
  const timed = <T>(promise: Promise<T>): Promise<T> => withTimeout(promise, options.timers);
  return { call: async (request) => timed(request(await timed(withToken()))) };
}

/** @returns the way to LINE that the configuration names, for a command's short life. */
export function accessFrom({ token, channelSecret, apiUrl, dataApiUrl }: LineConfig): LineAccess {
  return lineAccess({
    token: token.kind === 'stateless' ? { ...token, channelSecret } : token,
    apiUrl,
    dataApiUrl,
    timers: realTimers,
    now: () => systemClock.now(),
  });
}

/** @returns a function giving clients with a token that is valid now. */
function clients(options: LineAccessOptions): () => Promise<Clients> {
  const { token } = options;
  const make = (value: string): Clients => ({
    api: new messagingApi.MessagingApiClient({ channelAccessToken: value, baseURL: options.apiUrl }),
    blob: new messagingApi.MessagingApiBlobClient({ channelAccessToken: value, baseURL: options.dataApiUrl }),
  });
  if (token.kind === 'long-lived') {
    const made = make(token.value);
    return () => Promise.resolve(made);
  }
  let current: { clients: Promise<Clients>; until: number } | null = null;
  const issuer = new channelAccessToken.ChannelAccessTokenClient({ baseURL: options.apiUrl });
  return () => {
    const now = options.now().getTime();
    if (current && current.until > now) return current.clients;
    const issued = issuer
      .issueStatelessChannelTokenByClientSecret(token.channelId, token.channelSecret)
      .then((answer) => make(answer.access_token));
    current = { clients: issued, until: now + STATELESS_MS };
    issued.catch(() => (current = null));
    return issued;
  };
}

class TimedOut extends Error {}

/** The SDK has no time-outs of its own. */
function withTimeout<T>(promise: Promise<T>, timers: Timers): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(TIMEOUT_MS, () => reject(new TimedOut('LINE did not answer in time')));
    promise.then(resolve, reject).finally(cancel);
  });
}
