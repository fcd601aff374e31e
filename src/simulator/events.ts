/** Webhook events in LINE's form, built from what people do; the acts make them and the webhook delivers them. */
import { issueReplyToken } from './reply-tokens.ts';
import { quoteTokenOf } from './sending.ts';
import type { SimMessage } from './types.ts';
import type { World } from './world.ts';

/** A webhook event without its deliveryContext, which each delivery adds. */
export interface WebhookEvent {
  type: string;
  mode: 'active';
  timestamp: number;
  webhookEventId: string;
  source: Record<string, string>;
  replyToken?: string;
  [detail: string]: unknown;
}

interface Origin {
  chat: string;
  /** Who did it; null when LINE does not say, as for a bot's own joining. */
  user: string | null;
  /** Events that cannot be answered carry no token. */
  replyable: boolean;
}

/** @param detail the event's own properties, such as `message` or `postback`. */
export function eventOf(
  world: World,
  type: string,
  origin: Origin,
  detail: Record<string, unknown> = {},
): WebhookEvent {
  const user = origin.user === null ? {} : { userId: origin.user };
  const source: Record<string, string> = world.group(origin.chat)
    ? { type: 'group', groupId: origin.chat, ...user }
    : { type: 'user', ...user };
  return {
    type,
    mode: 'active',
    timestamp: world.clock.now().getTime(),
    webhookEventId: world.ids.event(),
    source,
    ...(origin.replyable ? { replyToken: issueReplyToken(world, origin.chat) } : {}),
    ...detail,
  };
}

/** The text a person sees when choosing the bot from the list of mentions. */
export function mentionOf(world: World): string {
  return `@${world.bot.displayName}`;
}

/** @returns the `message` of a message event for a bubble that a person posted. */
export function messageContent(world: World, posted: SimMessage): Record<string, unknown> {
  const { type, text, fileName, fileSize } = posted.message;
  const common = { id: posted.id, type, markAsReadToken: `read-${posted.id}` };
  const quoteToken = quoteTokenOf(posted.id);
  const quoted = posted.quotes === null ? {} : { quotedMessageId: posted.quotes };
  switch (type) {
    case 'image':
      return { ...common, quoteToken, contentProvider: { type: 'line' } };
    case 'file':
      return { ...common, fileName, fileSize };
    case 'sticker':
      return {
        ...common,
        quoteToken,
        ...quoted,
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
      };
    default: {
      const mention = mentionOf(world);
      const mentioned = posted.message['mentionsBot'] === true && String(text).startsWith(mention);
      const user = { type: 'user', userId: world.bot.userId, isSelf: true };
      const mentionees = [{ index: 0, length: mention.length, ...user }];
      return { ...common, text, quoteToken, ...quoted, ...(mentioned ? { mention: { mentionees } } : {}) };
    }
  }
}
