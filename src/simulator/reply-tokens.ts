/** Reply tokens and retry keys by LINE's rules, in real time; used by the acts, the delivery and the message API. */
import type { SentMessage, World } from './world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @returns a token that answers once, within a minute. */
export function issueReplyToken(world: World, chat: string): string {
  const now = world.realClock.now().getTime();
  for (const [token, { eventAt }] of Object.entries(world.data.replyTokens)) {
    if (now - eventAt > 20 * MINUTE) delete world.data.replyTokens[token];
  }
  const token = world.ids.token();
  world.data.replyTokens[token] = { chat, deliveredAt: now, eventAt: now, used: false };
  return token;
}

/** A redelivered webhook gives its token another minute, until 20 minutes after the event. */
export function renewReplyToken(world: World, token: string): void {
  const found = world.data.replyTokens[token];
  if (found && !found.used) found.deliveredAt = world.realClock.now().getTime();
}

/** Uses the token up. @returns the chat it answers in, or null when it is unknown, used or too old. */
export function useReplyToken(world: World, token: string): string | null {
  const found = Object.hasOwn(world.data.replyTokens, token) ? world.data.replyTokens[token] : undefined;
  const now = world.realClock.now().getTime();
  if (!found || found.used) return null;
  if (now - found.deliveredAt > MINUTE || now - found.eventAt > 20 * MINUTE) return null;
  found.used = true;
  return found.chat;
}

/** @returns the request that was accepted under the key within the last day, or null. */
export function acceptedBefore(world: World, key: string) {
  const now = world.realClock.now().getTime();
  for (const [old, { at }] of Object.entries(world.data.retryKeys)) {
    if (now - at > DAY) delete world.data.retryKeys[old];
  }
  return world.data.retryKeys[key] ?? null;
}

export function rememberAccepted(
  world: World,
  key: string,
  requestId: string,
  sentMessages: SentMessage[] | null,
): void {
  world.data.retryKeys[key] = { requestId, sentMessages, at: world.realClock.now().getTime() };
}
