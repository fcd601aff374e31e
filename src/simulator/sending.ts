/** What a send of the bot does to the world: who is reached, what it costs, where it appears; used by the message API. */
import type { SimMessage } from './types.ts';
import { quotaMonth } from './world.ts';
import type { SentMessage, World } from './world.ts';

type LineMessage = Record<string, unknown>;

export type PostOutcome =
  | { ok: true; sentMessages: SentMessage[] }
  | { ok: false; reason: 'no-such-chat' | 'monthly-limit' | 'bad-quote' };

const WEEK = 7 * 24 * 3_600_000;

/** Whether a push arrives: friends, and for a week those who wrote one to one; never who blocked the bot. */
export function isReachable(world: World, userId: string): boolean {
  const person = world.person(userId);
  if (!person || person.blocked) return false;
  if (person.friend) return true;
  const wrote = world.data.wroteAt[userId];
  return wrote !== undefined && world.clock.now().getTime() - new Date(wrote).getTime() <= WEEK;
}

export function quoteTokenOf(messageId: string): string {
  return `quote-${messageId}`;
}

/** @returns id of the quoted message, null when none is quoted, undefined when the token leads nowhere in this chat. */
function quotedBy(world: World, chat: string, message: LineMessage): string | null | undefined {
  const token = message['quoteToken'];
  if (typeof token !== 'string') return null;
  return world.data.messages.find((one) => one.chat === chat && quoteTokenOf(one.id) === token)?.id;
}

const QUOTABLE = new Set(['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex']);

/** Puts the messages into a chat. @returns their ids, or null when a quote leads nowhere. */
function deliver(
  world: World,
  chat: string,
  messages: readonly LineMessage[],
  via: SimMessage['via'],
): SentMessage[] | null {
  const quotes = messages.map((message) => quotedBy(world, chat, message));
  if (quotes.includes(undefined)) return null;
  world.showLoading(chat, null);
  return messages.map((message, at) => {
    const { id } = world.post({ chat, from: 'bot', message, via, quotes: quotes[at] ?? null });
    return QUOTABLE.has(String(message['type'])) ? { id, quoteToken: quoteTokenOf(id) } : { id };
  });
}

/** Counts recipients against the month's quota. @returns false when they do not fit. */
function spend(world: World, recipients: number): boolean {
  const month = quotaMonth(world.clock.now());
  const used = world.data.used[month] ?? 0;
  if (used + recipients > world.data.switches.quotaLimit) return false;
  world.data.used[month] = used + recipients;
  return true;
}

/** Ids of messages that reach nobody: LINE answers as if they had been sent. */
function unseen(world: World, messages: readonly LineMessage[]): SentMessage[] {
  return messages.map(() => {
    const id = world.ids.message();
    return { id, quoteToken: quoteTokenOf(id) };
  });
}

/** An answer by reply token: free, and only where the bot still is. */
export function sendReply(world: World, chat: string, messages: readonly LineMessage[]): PostOutcome {
  const group = world.group(chat);
  if (group ? !group.botInside : !world.person(chat)) return { ok: false, reason: 'no-such-chat' };
  if (!group && world.person(chat)?.blocked) return { ok: true, sentMessages: unseen(world, messages) };
  const sentMessages = deliver(world, chat, messages, 'reply');
  return sentMessages ? { ok: true, sentMessages } : { ok: false, reason: 'bad-quote' };
}

/** A push costs one message a recipient: one for a person, the number of members for a group. */
export function push(world: World, to: string, messages: readonly LineMessage[]): PostOutcome {
  const group = world.group(to);
  if (group ? !group.botInside : !world.person(to)) return { ok: false, reason: 'no-such-chat' };
  if (messages.some((message) => quotedBy(world, to, message) === undefined)) {
    return { ok: false, reason: 'bad-quote' };
  }
  if (!group && !isReachable(world, to)) return { ok: true, sentMessages: unseen(world, messages) };
  if (!spend(world, group ? group.members.length : 1)) return { ok: false, reason: 'monthly-limit' };
  return { ok: true, sentMessages: deliver(world, to, messages, 'push') ?? [] };
}

/** One send to many friends; the others are passed over without an error. @returns how many were reached. */
export function multicast(
  world: World,
  userIds: readonly string[],
  messages: readonly LineMessage[],
): { ok: true; reached: number } | { ok: false; reason: 'monthly-limit' } {
  const friends = [...new Set(userIds)].filter((id) => world.person(id)?.friend && isReachable(world, id));
  if (!spend(world, friends.length)) return { ok: false, reason: 'monthly-limit' };
  for (const id of friends) deliver(world, id, messages, 'multicast');
  return { ok: true, reached: friends.length };
}
