/** What became of a send: LINE's answers and the faults on the way, as the outbox worker has to tell them apart; the client asks. */
import { HTTPFetchError } from '@line/bot-sdk';
import { NoToken } from './tokens.ts';

export type SendOutcome = { requestId: string | null } & (
  | { outcome: 'sent'; sentMessageIds: string[] }
  /** Used or too old: certainly nothing was shown. */
  | { outcome: 'token-dead' }
  | { outcome: 'monthly-limit' }
  /** Will never be taken as it is. */
  | { outcome: 'refused'; reason: string }
  /** LINE takes our token no longer, or gives us none: no fault of the message, and nothing was shown. */
  | { outcome: 'unauthorized'; reason: string }
  | { outcome: 'try-again'; reason: string; mayHaveArrived: boolean }
);

/** @param error of a send that gave no answer of success. @returns what it says about the message. */
export function failed(error: unknown, kind: 'reply' | 'push'): SendOutcome {
  if (error instanceof NoToken) return withoutToken(error);
  if (error instanceof HTTPFetchError) return answered(error, kind);
  return {
    outcome: 'try-again',
    reason: reasonOf(error),
    mayHaveArrived: !neverConnected(error),
    requestId: null,
  };
}

/** Whatever kept the token from us, the message never left. */
function withoutToken({ status, cause }: NoToken): SendOutcome {
  if (status >= 400 && status < 500 && status !== 429)
    return { outcome: 'unauthorized', reason: `token ${status}`, requestId: null };
  const reason = status === 0 ? reasonOf(cause) : String(status);
  return { outcome: 'try-again', reason: `token ${reason}`, mayHaveArrived: false, requestId: null };
}

function answered(error: HTTPFetchError, kind: 'reply' | 'push'): SendOutcome {
  const requestId = error.headers.get('x-line-request-id');
  const reason = `${error.status} ${messageOf(error.body)}`;
  if (error.status === 401 || error.status === 403) return { outcome: 'unauthorized', reason, requestId };
  if (error.status === 409 && kind === 'push') {
    return {
      outcome: 'sent',
      sentMessageIds: sentIds(error.body),
      requestId: error.headers.get('x-line-accepted-request-id') ?? requestId,
    };
  }
  if (error.status === 429) {
    if (/monthly limit/i.test(error.body)) return { outcome: 'monthly-limit', requestId };
    return { outcome: 'try-again', reason, mayHaveArrived: false, requestId };
  }
  if (error.status >= 500) return { outcome: 'try-again', reason, mayHaveArrived: true, requestId };
  if (kind === 'reply' && error.status === 400 && /invalid reply token/i.test(error.body))
    return { outcome: 'token-dead', requestId };
  return { outcome: 'refused', reason, requestId };
}

interface NetworkCause {
  code?: string;
  syscall?: string;
}

/** Codes of a connection that was never made, where no system call is named. */
const UNCONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A connection that was never made cannot have carried anything. */
function neverConnected(error: unknown): boolean {
  const cause = causeOf(error);
  // several addresses were tried, and each is named with what became of it
  if (cause instanceof AggregateError) return cause.errors.every((one) => isUnconnected(one as NetworkCause));
  return isUnconnected(cause);
}

function isUnconnected({ code, syscall }: NetworkCause): boolean {
  return syscall === 'connect' || (code !== undefined && UNCONNECTED.has(code));
}

function causeOf(error: unknown): NetworkCause {
  return (error as { cause?: NetworkCause }).cause ?? {};
}

function reasonOf(error: unknown): string {
  return causeOf(error).code ?? (error instanceof Error ? error.message : 'unknown');
}

function messageOf(body: string): string {
  try {
    const parsed = JSON.parse(body) as {
      message?: string;
      details?: { property?: string; message?: string }[];
    };
    const [detail] = parsed.details ?? [];
    return [parsed.message, detail?.property, detail?.message].filter(Boolean).join(' ');
  } catch {
    return body.slice(0, 200);
  }
}

/** @returns LINE's ids of the messages it took, in their order. */
export function sentIds(body: string): string[] {
  try {
    const parsed = JSON.parse(body) as { sentMessages?: { id: string }[] };
    return parsed.sentMessages?.map((one) => one.id) ?? [];
  } catch {
    return [];
  }
}
