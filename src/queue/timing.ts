/** How long to wait and to hold: leases, renewals and the schedules of trying again. */

/** A lease ends by itself this long after its last renewal, so that the work of a dead process is taken over. */
export const LEASE_MS = 15_000;
export const RENEW_MS = 5_000;

/**
 * An instance says so often that it lives; one that was not heard of for so long is dead to the others, who end its
 * leases at once. Both together, and the second a worker takes to look, are the longest its work lies still.
 */
export const BEAT_MS = 1_500;
export const DEAD_MS = 6_000;

/** No lease ends later than that, and no event waits longer: what says so was written by a clock that has been set back since. */
const FAR_MS = 10 * 60_000;

/** How often a worker is looked at, how long it may stand still, and after how long that is forgiven. */
export const WATCH_MS = { look: 5_000, still: 30_000, forgiven: 10 * 60_000 };

/** @param nextAt of a row that somebody holds, or of an event. @returns whether it may be taken up. */
export function isUnclaimed(nextAt: Date | null, now: Date): boolean {
  return nextAt !== null && (nextAt <= now || nextAt.getTime() - now.getTime() > FAR_MS);
}

/** The same as a query. A message that nobody holds may well be meant for later: it is free at its time alone. */
export function whereFree(name: 'inbox' | 'outbox', now: Date): { $or: object[] } {
  const far = { nextAt: { $gt: new Date(now.getTime() + FAR_MS) } };
  return { $or: [{ nextAt: { $lte: now } }, name === 'inbox' ? far : { ...far, holder: { $ne: null } }] };
}

/** Until MongoDB is asked again after it was away; what waits for it stays in hand. */
export const AWAY_MS = 500;

/** What is said of something that is not there waits so long for it, from its arrival: messages may overtake one another. */
export const EARLY_MS = 1_000;

/** Waits after a failed event: all together under five minutes, the longest a bad event may hold up its sender. */
const EVENT_WAITS_MS = [1_000, 5_000, 20_000, 60_000, 120_000];

/** Waits after a push that LINE may or may not have taken; LINE remembers a retry key for 24 hours. */
const PUSH_WAITS_MS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 28_800].map(
  (seconds) => seconds * 1000,
);
export const PUSH_LIMIT_MS = 23 * 3_600_000;
const TOKEN_WAIT_MS = 600_000;

/**
 * Waits after a failed answer: its reply token lives for a minute. With the wait for LINE itself, none of the first
 * half minute is longer than ten seconds: so late is a person answered once LINE is back.
 */
const REPLY_WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** @param attempts failures so far, from 1. @returns the wait, or null when it is time to give up. */
export function eventWait(attempts: number): number | null {
  return EVENT_WAITS_MS[attempts - 1] ?? null;
}

export function replyWait(attempts: number): number | null {
  return REPLY_WAITS_MS[attempts - 1] ?? null;
}

/**
 * @param attempts failures so far, from 1; together the waits fill about a day.
 * @param sinceFirstMs since the first try that may have arrived.
 * @param random 0..1; shortens by up to a quarter, so that many failing at once do not come back at once.
 */
export function pushWait(attempts: number, sinceFirstMs: number, random: number): number | null {
  const wait = PUSH_WAITS_MS[attempts - 1];
  if (wait === undefined) return null;
  const shortened = wait * (1 - random / 4);
  return sinceFirstMs + shortened >= PUSH_LIMIT_MS ? null : shortened;
}

/** Waits after a webhook that was not taken, as the specification proposes them: together some 28 hours. */
const DELIVERY_WAITS_MS = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000].map((seconds) => seconds * 1000);

/** @param attempts failures so far, from 1. @param random 0..1; as of `pushWait`. @returns null when it is time to give up. */
export function deliveryWait(attempts: number, random: number): number | null {
  const wait = DELIVERY_WAITS_MS[attempts - 1];
  return wait === undefined ? null : wait * (1 - random / 4);
}

/** Until LINE is asked again after it did not take our token: somebody has to mend that, and no message is to blame. */
export function tokenWait(random: number): number {
  return TOKEN_WAIT_MS * (1 - random / 4);
}

/**
 * Begins two turns of the event loop later: by then the events that follow have asked for what they read, and
 * what was just committed is sent while the database looks for it.
 */
export function afterReading(begin: () => void): void {
  setImmediate(() => setImmediate(begin));
}
