/** What an answer means for its row: over, given up, or due again after a while. Pure; a try asks. */
import type { DeliveryDocument } from '../../db/deliveries.ts';
import type { Write } from '../../db/unit-of-work.ts';
import type { DeliveryResult } from '../../metrics.ts';
import { switchOff } from '../../services/webhook-settings.ts';
import { moveRow } from '../states.ts';
import { deliveryWait } from '../timing.ts';
import type { HookAnswer } from './post.ts';

export interface AfterAnswer {
  result: DeliveryResult;
  /** Of the row itself. */
  change: Record<string, unknown>;
  /** Stored with it. */
  more: Write[];
}

/** @param random 0..1; shortens the wait by up to a quarter. */
export function afterAnswer(
  row: DeliveryDocument,
  answer: HookAnswer,
  now: Date,
  random: number,
): AfterAnswer {
  const attempts = row.attempts + 1;
  const { status } = answer;
  if (answer.taken)
    return { result: 'sent', change: over('sent', { status, attempts, error: null }, now), more: [] };
  const noted = { status, attempts, error: answer.reason };
  if (status === 410)
    return {
      result: 'gone',
      change: over('cancelled', noted, now),
      more: switchOff(row.office, row.hook, now),
    };
  // what an administrator tries is tried once: they are looking at it
  if (row.event === 'test') return { result: 'dead', change: over('cancelled', noted, now), more: [] };
  const wait = deliveryWait(attempts, random);
  if (wait === null) return { result: 'dead', change: over('dead', noted, now), more: [] };
  const nextAt = new Date(now.getTime() + wait);
  return { result: 'retry', change: { $set: { ...noted, nextAt, holder: null } }, more: [] };
}

/** The change of a row that has come to its end. */
export function over(
  state: 'sent' | 'dead' | 'cancelled',
  fields: Record<string, unknown>,
  doneAt: Date,
): Record<string, unknown> {
  return { ...moveRow('deliveries', 'open', state, { doneAt, ...fields }).change };
}
