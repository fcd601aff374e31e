/** What the outbox worker knows of a row in its hand: whether a try may have arrived, and whether it is still worth one. */
import type { LineMessage, OutboxDocument } from '../../db/outbox.ts';
import type { SendOutcome } from '../../line/send-outcome.ts';
import { PUSH_LIMIT_MS } from '../timing.ts';

/** A row as it came from the transaction that wrote it, or from a claim. */
export type OutboxRow = OutboxDocument & {
  /** A try of this row may have arrived without anybody having noted it. */
  uncertain?: boolean;
  /** Its messages as objects, where they are at hand: reading a card again takes as long as storing it. */
  said?: LineMessage[];
  /** What LINE said of the last try, as long as that is not noted: it must not be tried again before. */
  outcome?: SendOutcome;
};

/** An answer to a group that could not be given is said with the next one, if that comes within a day. */
export const GROUP_ANSWER_LASTS_MS = 24 * 3_600_000;

/**
 * @param row as it was claimed: whoever held it before may have sent it and died before saying so, unless it was given
 * back with the word that nothing had been tried.
 */
export function claimedRow(row: OutboxRow): OutboxRow {
  const { untried } = row;
  if (row.fence <= (untried?.fence ?? 0) + 1) return row;
  const earliest = row.firstAttemptAt ?? untried?.at ?? row.createdAt;
  const firstAttemptAt = row.kind === 'push' ? earliest : row.firstAttemptAt;
  return { ...row, uncertain: true, firstAttemptAt };
}

/** @returns why it must not be sent now, or any more; null when it may. */
export function whyOver(row: OutboxRow, now: Date): 'expired' | 'key-too-old' | null {
  if (!row.expiresAt || row.expiresAt > now) return hasOldKey(row, now) ? 'key-too-old' : null;
  // whoever has to see to it hears of it now, not after the weekend
  return row.again && hasOldKey(row, row.again) ? 'key-too-old' : 'expired';
}

/** LINE forgets a retry key after a day: what it may have taken would be shown again. */
function hasOldKey({ kind, firstAttemptAt }: OutboxRow, at: Date): boolean {
  return kind === 'push' && at.getTime() - (firstAttemptAt ?? at).getTime() >= PUSH_LIMIT_MS;
}
