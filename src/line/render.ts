/** What the bot answers, as LINE messages ready to send; called by the outbox and the reminders' jobs. */
import type { messagingApi } from '@line/bot-sdk';
import { paintCard } from '../../flex-messages/index.ts';
import type { Painted, Style } from '../../flex-messages/types.ts';
import type { Action, Card, Message, Reply } from '../bot/types.ts';
import type { Language } from '../domain/member.ts';
import { texts } from '../text/index.ts';
import { LIMITS } from './limits.ts';
import { flexAction, quickReplyItem } from './render-actions.ts';
import { pictureAddress } from './render-address.ts';
import { mergeTexts, textMessages } from './render-text.ts';

/**
 * Renders a reply in batches of at most 5 messages, all within LINE's limits.
 * The first batch goes by the reply token; a further one, which only very long lists need, has to be pushed.
 * No words are dropped: long texts are split, long lists go on in another card, a card's longest texts are
 * shortened and say so. Quick replies stand on the very last message, where alone LINE shows them.
 * @param office whose its buttons are, '' where they do not say.
 * @returns `[]` for a reply without messages.
 */
export function renderReply(reply: Reply, office = ''): messagingApi.Message[][] {
  const all = reply.messages.flatMap((message) => renderMessage(message, reply.language, office));
  const merged = all.length > LIMITS.messages ? mergeTexts(all, LIMITS.messages) : all;
  return inBatches(withQuickReply(merged, quickActions(reply.messages), office));
}

/** @returns one message of the bot as LINE messages: several for a long text or a long list. */
function renderMessage(message: Message, language: Language, office: string): messagingApi.Message[] {
  if (message.type === 'text') return textMessages(message.text);
  if (message.type === 'image') return picture(message.url, message.previewUrl);
  return paint(message.card, language, office).map(({ altText, contents }) => ({
    type: 'flex',
    altText,
    contents,
  }));
}

/** A picture whose address LINE would refuse is left out, so that the words beside it arrive. */
function picture(url: string, previewUrl: string): messagingApi.Message[] {
  const [originalContentUrl, previewImageUrl] = [pictureAddress(url), pictureAddress(previewUrl)];
  if (originalContentUrl === null || previewImageUrl === null) return [];
  return [{ type: 'image', originalContentUrl, previewImageUrl }];
}

/** @returns a card alone, for pictures and previews. */
export function paint(card: Card, language: Language, office = ''): Painted[] {
  const style: Style = {
    language,
    texts: texts(language),
    action: (action) => flexAction(action, office),
  };
  return paintCard(card, style);
}

/** The newest quick replies, and before them what a card offers that only a quick reply can do. */
function quickActions(messages: readonly Message[]): Action[] {
  const offered = messages.findLast((message) => (message.quick?.length ?? 0) > 0)?.quick ?? [];
  const cameras = messages
    .flatMap(camerasOf)
    .filter((one) => !offered.some((other) => other.type === one.type));
  return [...cameras, ...offered].slice(0, LIMITS.quickReplies);
}

function camerasOf(message: Message): Action[] {
  if (message.type !== 'card' || message.card.kind !== 'question') return [];
  return [...message.card.options, ...message.card.controls].filter(
    (action) => action.type === 'camera' || action.type === 'album',
  );
}

function withQuickReply(
  messages: readonly messagingApi.Message[],
  actions: readonly Action[],
  office: string,
): messagingApi.Message[] {
  const last = messages.at(-1);
  if (!last || actions.length === 0) return [...messages];
  return [
    ...messages.slice(0, -1),
    { ...last, quickReply: { items: actions.map((action) => quickReplyItem(action, office)) } },
  ];
}

function inBatches(messages: readonly messagingApi.Message[]): messagingApi.Message[][] {
  const batches: messagingApi.Message[][] = [];
  for (let at = 0; at < messages.length; at += LIMITS.messages) {
    batches.push(messages.slice(at, at + LIMITS.messages));
  }
  return batches;
}
