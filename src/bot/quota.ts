/** What a push would cost and whether the month has room for it, in words for the card that asks. */
import type { RequestContext } from './request-context.ts';

export interface Room {
  /** Paid messages left this month; null when LINE does not say or there is no limit. */
  left: number | null;
  enough: boolean;
  rows: { heading: string; value: string }[];
}

/** @param cost paid messages. A quota that cannot be asked counts as room enough: the outbox keeps what LINE refuses. */
export async function roomFor(cost: number, request: RequestContext): Promise<Room> {
  const { quota: words } = request.texts.chat;
  const quota = await request.account.quota().catch(() => null);
  const left = !quota || quota.limit === null ? null : Math.max(0, quota.limit - quota.used);
  return {
    left,
    enough: left === null || left >= cost,
    rows: [{ heading: words.cost, value: words.messages(cost, left) }],
  };
}
