/** LINE's webhook events into the bot's words; the webhook uses the envelope, the inbox worker the events. */
import { z } from 'zod';
import type { Chat, Content, Incoming } from '../bot/types.ts';
import { cleanName } from '../domain/names.ts';

/** Later years have no date of four digits; LINE's clock is not that wrong. */
const LAST_MOMENT = Date.UTC(9999, 0);

/** Loose on purpose: LINE adds event types and fields without notice. */
const envelope = z.looseObject({
  destination: z.string().optional(),
  events: z.array(z.unknown()),
});

/** LINE's ids have 33 letters. */
const lineId = z.string().min(1).max(64).optional();
const source = z.looseObject({ type: z.string(), userId: lineId, groupId: lineId, roomId: lineId });

const looseEvent = z.looseObject({
  type: z.string(),
  webhookEventId: z.string().min(1).max(200).optional().catch(undefined),
  timestamp: z.number().min(0).max(LAST_MOMENT).optional().catch(undefined),
  mode: z.string().optional().catch(undefined),
  replyToken: z.string().optional().catch(undefined),
  source: source.optional().catch(undefined),
  deliveryContext: z.looseObject({ isRedelivery: z.boolean().optional() }).optional().catch(undefined),
});

const mention = z.looseObject({
  mentionees: z.array(
    z.looseObject({
      index: z.number().optional(),
      length: z.number().optional(),
      isSelf: z.boolean().optional(),
    }),
  ),
});

const message = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  fileName: z.string().optional(),
  quotedMessageId: z.string().optional(),
  mention: mention.optional(),
  emojis: z
    .array(z.looseObject({ index: z.number(), length: z.number() }))
    .optional()
    .catch(undefined),
});

const postback = z.looseObject({
  data: z.string(),
  params: z
    .looseObject({
      date: z.string().optional(),
      time: z.string().optional(),
      datetime: z.string().optional(),
    })
    .optional(),
});

export type LineEvent = z.infer<typeof looseEvent>;

/** @returns destination and events of a webhook body, or null when it is not one. */
export function readEnvelope(body: unknown): { destination: string | null; events: unknown[] } | null {
  const parsed = envelope.safeParse(body);
  return parsed.success ? { destination: parsed.data.destination ?? null, events: parsed.data.events } : null;
}

/** @returns the event when it has at least a type, else null (accepted and ignored). */
export function readEvent(event: unknown): LineEvent | null {
  const parsed = looseEvent.safeParse(event);
  return parsed.success ? parsed.data : null;
}

/** Why nothing is made of an event. */
export type Ignored =
  'no-event' | 'unknown-type' | 'no-sender' | 'standby' | 'too-deep' | 'unreadable' | 'too-old';

const TYPES: ReadonlySet<string> = new Set([
  'message',
  'messageEdited',
  'postback',
  'unsend',
  'follow',
  'unfollow',
  'join',
  'leave',
  'memberJoined',
  'memberLeft',
]);

/** @returns why nobody can ever be answered, or null; LINE adds types without notice, and asks to be silent in standby. */
export function whyIgnored(event: LineEvent): Ignored | null {
  if (!TYPES.has(event.type)) return 'unknown-type';
  if (!chatOf(event)) return 'no-sender';
  return event.mode === 'standby' ? 'standby' : null;
}

/** Order is kept within this key: one person in one chat, or a chat where LINE names no person. */
export function orderKey(event: LineEvent): string {
  const chat = event.source?.groupId ?? event.source?.roomId;
  const user = event.source?.userId;
  if (chat) return user ? `${chat}:${user}` : chat;
  return user ?? '-';
}

/**
 * @param id webhookEventId the event was stored under.
 * @param receivedAt its time where it names none that can be. @param now real time, as that.
 * @returns the event in the bot's words; null where there is nobody to answer to or LINE asks not to (standby).
 */
export function toIncoming(
  id: string,
  event: LineEvent,
  receivedAt: Date,
  now: Date = receivedAt,
): Incoming | null {
  const chat = chatOf(event);
  if (!chat || event.mode === 'standby') return null;
  return {
    id,
    at: new Date(event.timestamp ?? receivedAt),
    redelivered: event.deliveryContext?.isRedelivery ?? false,
    waitedMs: now.getTime() - receivedAt.getTime(),
    chat,
    userId: event.source?.userId ?? null,
    replyToken: event.replyToken ?? null,
    content: contentOf(event),
  };
}

function chatOf(event: LineEvent): Chat | null {
  const from = event.source;
  if (from?.groupId) return { type: 'group', id: from.groupId };
  if (from?.roomId) return { type: 'room', id: from.roomId };
  return from?.userId ? { type: 'user', id: from.userId } : null;
}

function contentOf(event: LineEvent): Content {
  switch (event.type) {
    case 'message':
    case 'messageEdited':
      return messageContent(event);
    case 'postback': {
      const parsed = postback.safeParse(event.postback);
      if (!parsed.success) return { kind: 'unknown', type: 'postback' };
      const { date, time, datetime } = parsed.data.params ?? {};
      const params = { ...(date && { date }), ...(time && { time }), ...(datetime && { datetime }) };
      return { kind: 'postback', data: parsed.data.data, params };
    }
    case 'unsend': {
      const parsed = z.looseObject({ messageId: z.string() }).safeParse(event.unsend);
      return parsed.success
        ? { kind: 'unsend', messageId: parsed.data.messageId }
        : { kind: 'unknown', type: 'unsend' };
    }
    case 'follow':
    case 'unfollow':
    case 'join':
    case 'leave':
      return { kind: event.type };
    case 'memberJoined':
      return { kind: 'members-joined', userIds: memberIds(event.joined) };
    case 'memberLeft':
      return { kind: 'members-left', userIds: memberIds(event.left) };
    default:
      return { kind: 'unknown', type: event.type };
  }
}

function memberIds(list: unknown): string[] {
  const parsed = z
    .looseObject({ members: z.array(z.looseObject({ userId: z.string().optional() })) })
    .safeParse(list);
  return parsed.success ? parsed.data.members.flatMap((one) => one.userId ?? []) : [];
}

function messageContent(event: LineEvent): Content {
  const parsed = message.safeParse(event.message);
  if (!parsed.success) return { kind: 'unknown', type: 'message' };
  const said = parsed.data;
  const quotedMessageId = said.quotedMessageId ?? null;
  switch (said.type) {
    case 'text': {
      // no person can type more into LINE
      if ((said.text?.length ?? 0) > MOST_TEXT) return { kind: 'unknown', type: 'message:endless' };
      const { text, mentionsBot } = plainText(said);
      if (event.type === 'messageEdited') return { kind: 'edited', messageId: said.id, text };
      return { kind: 'text', messageId: said.id, text, quotedMessageId, mentionsBot };
    }
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return {
        kind: said.type,
        messageId: said.id,
        fileName: said.fileName === undefined ? null : cleanName(said.fileName),
        quotedMessageId,
      };
    case 'sticker':
    case 'location':
      return { kind: said.type, messageId: said.id };
    default:
      return { kind: 'unknown', type: `message:${said.type}` };
  }
}

/** LINE takes 5,000 letters, some of which count as two here, and 20 mentions. */
const MOST_TEXT = 10_000;
const MOST_MENTIONS = 50;

/** Without the mention of the bot, and without the words LINE puts in the place of its own emoji. */
function plainText({ text = '', mention: mentioned, emojis = [] }: z.infer<typeof message>): {
  text: string;
  mentionsBot: boolean;
} {
  const own = (mentioned?.mentionees ?? []).slice(0, MOST_MENTIONS).filter((one) => one.isSelf);
  const cuts = [...own, ...emojis.slice(0, MOST_EMOJIS)];
  let rest = text;
  // from the end, so that earlier indexes stay right
  for (const { index, length } of cuts.toSorted((a, b) => (b.index ?? 0) - (a.index ?? 0)))
    if (index !== undefined && length !== undefined && index >= 0 && length > 0)
      rest = rest.slice(0, index) + rest.slice(index + length);
  return { text: rest.trim(), mentionsBot: own.length > 0 };
}

/** LINE takes no more in one message. */
const MOST_EMOJIS = 20;
