/** One try of one row of the outbox: sends it, counts it, and notes in the row what is known of it; the outbox worker decides what follows. */
import { unpackMessages } from '../../db/outbox.ts';
import type { SendOutcome } from '../../line/send-outcome.ts';
import type { SendResult } from '../../metrics.ts';
import { within } from '../../waits.ts';
import type { OutboxRow } from './row.ts';
import type { OutboxDeps } from './worker.ts';

const RESULTS: Record<SendOutcome['outcome'], SendResult> = {
  sent: 'sent',
  'token-dead': 'expired',
  'monthly-limit': 'refused',
  refused: 'refused',
  unauthorized: 'retry',
  'try-again': 'retry',
};

/** @returns what LINE said, or that nobody knows; the row knows then whether this try may have arrived. */
export async function sendRow(
  deps: Pick<OutboxDeps, 'client' | 'now' | 'timers' | 'metrics' | 'log'>,
  row: OutboxRow,
): Promise<SendOutcome> {
  const now = deps.now();
  const started = performance.now();
  const sending = deps.client.send({
    office: row.office,
    kind: row.kind,
    to: row.to,
    replyToken: row.replyToken,
    retryKey: row.retryKey,
    messages: row.said ?? unpackMessages(row.messages),
    packed: row.messages ?? '[]',
  });
  // a fault of ours is counted like one of LINE, so that it ends
  const outcome = await within('line-call', sending, deps.timers).catch((error: unknown): SendOutcome => {
    deps.log.error('line-send-failed', { outbox: row._id, error });
    return { outcome: 'try-again', reason: 'internal', mayHaveArrived: true, requestId: null };
  });
  const arrived = outcome.outcome === 'sent' || (outcome.outcome === 'try-again' && outcome.mayHaveArrived);
  if (arrived) row.firstAttemptAt ??= now;
  // a reply has no retry key: once LINE may have taken it, it must never be sent another way
  if (arrived && row.kind === 'reply') row.uncertain = true;
  if (outcome.outcome !== 'unauthorized' || row.kind === 'reply') row.attempts += 1;
  deps.log.info('line-send', {
    office: row.office,
    outbox: row._id,
    kind: `${row.kind}:${row.purpose}`,
    result: outcome.outcome,
    lineRequestId: outcome.requestId,
    attempts: row.attempts,
  });
  deps.metrics.messageSent(row.kind, RESULTS[outcome.outcome], (performance.now() - started) / 1000);
  return outcome;
}
