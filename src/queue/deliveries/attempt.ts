/** One try at one row: its webhook is looked up, asked, and the row marked by what it answered; the delivery worker calls it. */
import type { Timers } from '../../clock.ts';
import type { Database } from '../../db/connect.ts';
import { type DeliveryDocument, PARKED } from '../../db/deliveries.ts';
import { findOffice } from '../../db/offices.ts';
import { commit, type Write } from '../../db/unit-of-work.ts';
import type { Log } from '../../log.ts';
import type { DeliveryResult, Metrics } from '../../metrics.ts';
import type { Sealer } from '../../services/sealing.ts';
import { type Hook, outsideOf, secretsAt } from '../../services/webhooks.ts';
import { WaitOver, within } from '../../waits.ts';
import { type HookAnswer, TOO_LATE, type WebhookPost } from './post.ts';
import { afterAnswer, over } from './after-answer.ts';

export interface AttemptDeps {
  database: Database;
  /** Opens the webhooks' secrets; null where none can have been stored. */
  sealer: Sealer | null;
  post: WebhookPost;
  /** Real time. */
  now(): Date;
  timers: Timers;
  metrics: Pick<Metrics, 'deliveryTried' | 'deadLetter'>;
  log: Log;
}

/**
 * @param on.ending lets go of what is under way: it is given back. @param on.heard what the webhook said, before that is noted.
 * @returns the try; it rejects where what came of it could not be noted, and another follows.
 */
export function deliveryAttempts(
  deps: AttemptDeps,
  on: { ending: AbortSignal; heard(row: DeliveryDocument, answer: HookAnswer): void },
): (row: DeliveryDocument) => Promise<void> {
  return async (row) => {
    const { office, payload } = row;
    const found = await findOffice(deps.database.models, office);
    const hook = found && outsideOf(found).hooks.find(({ id }) => id === row.hook);
    if (!hook || hook.gone || payload === null)
      return mark(deps, row, over('cancelled', { error: 'off' }, deps.now()));
    if (found.suspendedAt) return mark(deps, row, { $set: { nextAt: PARKED, holder: null } });
    const started = performance.now();
    const answer = await ask(deps, hook, row, payload, on.ending);
    // it may have arrived: whoever takes it up sends it once more, under the same id
    if (on.ending.aborted && !answer.taken)
      return mark(deps, row, { $set: { nextAt: deps.now(), holder: null } });
    on.heard(row, answer);
    const { result, change, more } = afterAnswer(row, answer, deps.now(), Math.random());
    await mark(deps, row, change, more);
    tell(deps, row, { result, answer, seconds: (performance.now() - started) / 1000 });
  };
}

/** Sends it, signed. A webhook that does not answer in time is let go, whatever becomes of the connection. */
async function ask(
  deps: AttemptDeps,
  hook: Hook,
  { _id: id, office }: DeliveryDocument,
  body: string,
  ending: AbortSignal,
): Promise<HookAnswer> {
  const { sealer, post, timers } = deps;
  const at = deps.now();
  const secrets = sealer ? secretsAt(sealer, office, hook, at) : [];
  if (secrets.length === 0) return { taken: false, status: null, reason: 'secret-unreadable' };
  const late = new AbortController();
  const signal = AbortSignal.any([late.signal, ending]);
  try {
    return await within('webhook', post({ url: hook.url, id, body, secrets, at, signal }), timers);
  } catch (error) {
    if (!(error instanceof WaitOver)) throw error;
    late.abort();
    return { taken: false, status: null, reason: TOO_LATE };
  }
}

/** Nothing is marked that somebody else holds by now. */
async function mark(
  { database, timers }: AttemptDeps,
  { _id, fence }: DeliveryDocument,
  change: Record<string, unknown>,
  more: Write[] = [],
): Promise<void> {
  const where = { _id, fence, open: true };
  await commit(database, [{ to: 'deliveries', update: { where, change } }, ...more], timers);
}

function tell(
  { metrics, log }: AttemptDeps,
  { _id, event, attempts }: DeliveryDocument,
  { result, answer, seconds }: { result: DeliveryResult; answer: HookAnswer; seconds: number },
): void {
  metrics.deliveryTried(result, seconds);
  if (result === 'dead' && event !== 'test') metrics.deadLetter('deliveries');
  const { status } = answer;
  log.info('webhook-sent', { delivery: _id, kind: event, result, status, attempts: attempts + 1 });
}
