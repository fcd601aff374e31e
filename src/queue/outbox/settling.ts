/** What becomes of a message by what LINE said of it, or by its age: it is marked, tried again, said later, or given up. The outbox worker asks. */
import { isGroupChat } from '../../db/outbox.ts';
import type { SendOutcome } from '../../line/send-outcome.ts';
import { LEASE_MS, pushWait, replyWait, tokenWait } from '../timing.ts';
import { outboxMarks, TOKEN_USED } from './marks.ts';
import { GROUP_ANSWER_LASTS_MS, type OutboxRow } from './row.ts';
import type { OutboxDeps } from './worker.ts';

/** Each rejects when MongoDB did not take the mark. */
interface Settling {
  /** @returns milliseconds until the row in hand is tried again; null when it is settled or given back. */
  settle(row: OutboxRow, outcome: SendOutcome): Promise<number | null>;
  dead(row: OutboxRow, reason: string): Promise<null>;
  expired(row: OutboxRow): Promise<null>;
}

export function settling(
  deps: Pick<OutboxDeps, 'database' | 'timers' | 'now' | 'metrics' | 'log'>,
): Settling {
  const marks = outboxMarks(deps.database, deps.timers);

  async function settle(row: OutboxRow, outcome: SendOutcome): Promise<number | null> {
    switch (outcome.outcome) {
      case 'sent':
        await marks.sent(row, outcome, deps.now());
        return null;
      case 'token-dead':
        if (row.uncertain) return dead(row, TOKEN_USED);
        return sayLater(row);
      case 'monthly-limit':
        await marks.waiting(row, 'monthly-limit', null);
        return null;
      case 'refused':
        // nothing was shown and the token is unused: the answer must not suffer for what rode along
        delete row.said;
        if (row.carries) return (await marks.alone(row, outcome.reason, deps.now())) ? 0 : null;
        return dead(row, outcome.reason);
      case 'unauthorized':
        deps.log.error('line-token-refused', {
          office: row.office,
          outbox: row._id,
          reason: outcome.reason,
        });
        return row.kind === 'reply'
          ? later(row, outcome.reason)
          : after(row, outcome.reason, tokenWait(Math.random()));
      case 'try-again':
        return later(row, outcome.reason);
    }
  }

  async function dead(row: OutboxRow, reason: string): Promise<null> {
    await marks.dead(row, reason, deps.now());
    deps.metrics.deadLetter('outbox');
    deps.log.warn('outbox-dead', { outbox: row._id, reason });
    return null;
  }

  /** What must not be lost rests; what a reminder said is decided anew the next day; of all else somebody has to hear. */
  async function expired(row: OutboxRow): Promise<null> {
    if (row.again) {
      deps.log.info('outbox-overnight', { outbox: row._id, kind: `${row.kind}:${row.purpose}` });
      return marks.overnight(row, row.again, deps.now()).then(() => null);
    }
    if (row.record) {
      await marks.cancelled(row, 'expired');
      deps.log.warn('outbox-expired', { outbox: row._id, kind: `${row.kind}:${row.purpose}` });
    } else await dead(row, 'expired');
    deps.metrics.messageExpired(row.purpose);
    return null;
  }

  /** Nothing was shown, and the token is of no use: the next answer says it, as a push costs one a member. */
  async function sayLater(row: OutboxRow): Promise<null> {
    deps.log.info('answer-late', { outbox: row._id });
    const now = deps.now();
    if (isGroupChat(row.to))
      await marks.waiting(row, 'reply-token-dead', new Date(now.getTime() + GROUP_ANSWER_LASTS_MS));
    else await marks.late(row, now);
    return null;
  }

  async function later(row: OutboxRow, reason: string): Promise<number | null> {
    if (row.kind === 'reply') {
      const wait = replyWait(row.attempts);
      if (wait !== null) return after(row, reason, wait);
      return row.uncertain ? dead(row, `gave-up: ${reason}`) : sayLater(row);
    }
    const now = deps.now();
    const since = now.getTime() - (row.firstAttemptAt ?? now).getTime();
    const wait = pushWait(row.attempts, since, Math.random());
    return wait === null ? dead(row, `gave-up: ${reason}`) : after(row, reason, wait);
  }

  /** Short waits stay in hand under the renewed lease; long ones go back to the collection. */
  async function after(row: OutboxRow, reason: string, wait: number): Promise<number | null> {
    if (wait <= LEASE_MS) {
      await marks.tried(row, reason);
      return wait;
    }
    const now = deps.now();
    await marks.postponed(row, reason, now, new Date(now.getTime() + wait));
    return null;
  }

  return { settle, dead, expired };
}
