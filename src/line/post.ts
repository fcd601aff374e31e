/** Posts JSON to LINE over connections that are kept open; line/client sends every reply and push through it. */
import { Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { HTTPFetchError } from '@line/bot-sdk';
import type { Timers } from '../clock.ts';
import { WAITS_MS } from '../waits.ts';

export interface Posted {
  requestId: string | null;
  body: string;
}

/**
 * @param body JSON, ready to go: stored messages are sent as they were stored.
 * @returns also what LINE took without saying all of its answer: its first line is enough.
 * @throws the SDK's HTTPFetchError for an answer that is not 2xx; an error with a `cause` that has a `code`
 * (ECONNREFUSED, ENOTFOUND, ETIMEDOUT …) when there was no whole answer.
 */
export type Post = (path: string, token: string, body: string, retryKey?: string) => Promise<Posted>;

/** Shorter than the limit on all calls, so that what takes too long is broken off and not only given up. */
const TIMEOUT_MS = WAITS_MS['line-send'];
/** A connection that was idle for longer may have been closed at the other end. */
const IDLE_MS = 4_000;
/** Once LINE has said that it took a message, the rest only brings its number. */
const REST_MS = 2_000;
/** LINE's answers have a few hundred bytes; whatever is far longer is not LINE's. */
const LONGEST_ANSWER = 1_000_000;

/**
 * The SDK's own way (fetch, and JSON made anew for each try) takes three times the processor time of this one,
 * and goes on in the background after a time-out.
 * @param baseUrl LINE's API, without a path.
 */
export function poster(baseUrl: string, timers: Timers): Post {
  const base = new URL(baseUrl);
  const secure = base.protocol === 'https:';
  const request = secure ? secureRequest : plainRequest;
  const agent = new (secure ? SecureAgent : Agent)({ keepAlive: true, scheduling: 'lifo', timeout: IDLE_MS });
  const to = { protocol: base.protocol, hostname: base.hostname, port: base.port, method: 'POST', agent };
  return (path, token, body, retryKey) =>
    new Promise((resolve, reject) => {
      const headers: Record<string, string | number> = {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Authorization: `Bearer ${token}`,
      };
      if (retryKey !== undefined) headers['X-Line-Retry-Key'] = retryKey;
      let taken: IncomingMessage | null = null;
      let text = '';
      const sent = request({ ...to, path, headers }, (answer) => {
        const { statusCode = 0 } = answer;
        if (statusCode >= 200 && statusCode < 300) {
          taken = answer;
          cancel();
          cancel = timers.after(REST_MS, breakOff);
        }
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
          if (text.length > LONGEST_ANSWER) answer.destroy(new Error('the answer is too long'));
        });
        answer.on('error', fail);
        answer.on('end', () => {
          cancel();
          if (taken) resolve({ requestId: idOf(answer), body: text });
          else reject(refusal(answer, text));
        });
      });
      let cancel = timers.after(TIMEOUT_MS, breakOff);
      sent.on('error', fail);
      sent.end(body);

      function breakOff(): void {
        sent.destroy(timedOut(sent.socket?.connecting ?? true));
      }

      function fail(cause: Error): void {
        cancel();
        if (taken) resolve({ requestId: idOf(taken), body: text });
        else reject(new Error('no answer from LINE', { cause }));
      }
    });
}

/** @param connecting nothing can have arrived yet; said as the system says it. */
function timedOut(connecting: boolean): Error {
  const where = connecting ? { syscall: 'connect' } : {};
  return Object.assign(new Error('LINE did not answer in time'), { code: 'ETIMEDOUT', ...where });
}

function refusal(answer: IncomingMessage, body: string): HTTPFetchError {
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer;
  const known = Object.entries(answer.headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new HTTPFetchError(`${status} - ${statusText}`, {
    status,
    statusText,
    headers: new Headers(known),
    body,
  });
}

function idOf({ headers }: IncomingMessage): string | null {
  const id = headers['x-line-request-id'];
  return typeof id === 'string' ? id : null;
}
