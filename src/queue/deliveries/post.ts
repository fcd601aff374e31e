/** Posts one signed message to an office's webhook: to the internet alone, following nothing, within ten seconds; the delivery worker calls it. */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { addressFault, type AddressRules, isPublicAddress, mayLeadInside } from '../../domain/webhook.ts';

export interface Signed {
  url: string;
  /** `webhook-id`. */
  id: string;
  body: string;
  /** `whsec_…`, the newest first: the message is signed with each. */
  secrets: readonly string[];
  /** Real time: receivers refuse what is minutes old. */
  at: Date;
  signal: AbortSignal;
}

export type HookAnswer =
  /** 2xx. */
  | { taken: true; status: number }
  /** `status` null where no answer came; `reason` in a word for people who look for the fault. */
  | { taken: false; status: number | null; reason: string };

/** The `reason` of an answer that did not come in time. */
export const TOO_LATE = 'too-late';

export type WebhookPost = (message: Signed) => Promise<HookAnswer>;

/** @param resolve looks a name up; by default as the system does. */
export function webhookPost(rules: AddressRules, resolve: typeof systemLookup = systemLookup): WebhookPost {
  return (message) => {
    const { url, body, signal } = message;
    // what was allowed when it was stored may not be any more
    const fault = addressFault(url, rules);
    if (fault) return Promise.resolve({ taken: false, status: null, reason: `address-${fault}` });
    const target = new URL(url);
    const send = target.protocol === 'https:' ? tlsRequest : plainRequest;
    const options = {
      method: 'POST',
      headers: headersOf(message),
      lookup: guarded(target.hostname, rules, resolve),
      agent: false as const,
      signal,
    };
    return new Promise((answer) => {
      const request = send(target, options, (response) => {
        const status = response.statusCode ?? 0;
        const taken = status >= 200 && status < 300;
        answer(taken ? { taken, status } : { taken, status, reason: `http-${status}` });
        // what it says besides is nobody's concern, however long it is
        response.on('error', () => undefined).destroy();
      });
      // a connection that is to become another protocol's brings no response
      request.on('upgrade', ({ statusCode: status = 101 }, socket) => {
        answer({ taken: false, status, reason: `http-${status}` });
        socket.destroy();
      });
      request.on('error', (error) => answer({ taken: false, status: null, reason: reasonOf(error) }));
      // whatever else a receiver thinks of, the worker goes on
      request.on('close', () => answer({ taken: false, status: null, reason: 'no-answer' }));
      request.end(body);
    });
  };
}

function headersOf({ id, body, secrets, at }: Signed): Record<string, string | number> {
  return {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'kuebna-webhooks',
    'webhook-id': id,
    'webhook-timestamp': Math.floor(at.getTime() / 1000),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}

/** The connection is made to the very address that was looked at: a name cannot lead elsewhere between the two. */
function guarded(hostname: string, rules: AddressRules, resolve: typeof systemLookup): LookupFunction {
  const anywhere = mayLeadInside(hostname, rules);
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, []);
      const fine = anywhere || found.every(({ address }) => isPublicAddress(address));
      const [first] = found;
      if (!fine || !first) return done(Object.assign(new Error('not on the internet'), { code: INSIDE }), []);
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

const INSIDE = 'address-inside';

function reasonOf(error: Error): string {
  if (error.name === 'AbortError') return TOO_LATE;
  return 'code' in error && typeof error.code === 'string' ? error.code.toLowerCase() : 'no-answer';
}
