/** People's words in a chat: texts, pictures, files, taps, edits and take-backs; called by the acts. */
import { done, refuseAct } from './act-outcome.ts';
import type { ActOutcome, ActParts } from './act-outcome.ts';
import { eventOf, mentionOf, messageContent } from './events.ts';
import { switchMenu } from './rich-menus.ts';
import type { SimAct, SimMessage } from './types.ts';
import type { World } from './world.ts';

export type TalkAct = Extract<
  SimAct,
  { act: 'text' | 'image' | 'file' | 'sticker' | 'postback' | 'unsend' | 'edit' }
>;

const MAX_UPLOAD = 10 * 1024 * 1024;

/** @returns why that person cannot write there, or null. */
function barrier(world: World, userId: string, chat: string): string | null {
  const person = world.person(userId);
  if (!person) return 'unknown-person';
  const group = world.group(chat);
  if (group) return group.members.includes(userId) ? null : 'not-a-member';
  if (chat !== userId) return 'unknown-chat';
  return person.blocked ? 'blocked' : null;
}

/** Whether the bot hears what is said there. */
function isHeard(world: World, chat: string): boolean {
  return world.group(chat)?.botInside ?? true;
}

function say(
  { world, webhook }: ActParts,
  { user, chat }: { user: string; chat: string },
  message: Record<string, unknown>,
  more: { id?: string; quotes?: string | null } = {},
): SimMessage {
  const posted = world.post({ chat, from: user, message, ...more });
  if (chat === user) world.data.wroteAt[user] = posted.at;
  if (isHeard(world, chat)) {
    const content = messageContent(world, posted);
    webhook.send(eventOf(world, 'message', { chat, user, replyable: true }, { message: content }));
  }
  return posted;
}

function text(parts: ActParts, act: Extract<TalkAct, { act: 'text' }>): ActOutcome {
  const { world } = parts;
  const quoted = act.quote === undefined ? null : world.message(act.quote);
  if (act.quote !== undefined && quoted?.chat !== act.chat) return refuseAct('unknown-message');
  const mentionsBot = act.mentionBot === true && world.group(act.chat)?.botInside === true;
  const message = mentionsBot
    ? { type: 'text', text: `${mentionOf(world)} ${act.text}`, mentionsBot }
    : { type: 'text', text: act.text };
  say(parts, act, message, { quotes: quoted?.id ?? null });
  return done;
}

function upload(parts: ActParts, act: Extract<TalkAct, { act: 'image' | 'file' }>): ActOutcome {
  const bytes = Buffer.from(act.base64, 'base64');
  if (bytes.length > MAX_UPLOAD) return refuseAct('too-large');
  if (bytes.length === 0) return refuseAct('empty-file');
  if (act.act === 'image' && !/^image\/[\w.+-]+$/.test(act.contentType)) return refuseAct('not-an-image');
  const id = parts.world.ids.message();
  const contentType = act.act === 'image' ? act.contentType : 'application/octet-stream';
  parts.media.put(id, { bytes, contentType });
  const url = `/simulator/media/${id}`;
  const message =
    act.act === 'image'
      ? { type: 'image', url }
      : { type: 'file', fileName: act.fileName, fileSize: bytes.length, url };
  say(parts, act, message, { id });
  return done;
}

function postback({ world, webhook }: ActParts, act: Extract<TalkAct, { act: 'postback' }>): ActOutcome {
  const { user, chat, data } = act;
  if (act.displayText !== undefined) {
    world.post({ chat, from: user, message: { type: 'text', text: act.displayText } });
  }
  const alias = act.params?.['newRichMenuAliasId'];
  const params =
    alias === undefined
      ? act.params
      : { newRichMenuAliasId: alias, status: switchMenu(world.data.richMenus, user, alias) };
  world.touch();
  if (isHeard(world, chat)) {
    const detail = { data, ...(params ? { params } : {}) };
    webhook.send(eventOf(world, 'postback', { chat, user, replyable: true }, { postback: detail }));
  }
  return done;
}

/** @returns that person's own message, still standing, or why not. */
function ownMessage(world: World, id: string, user: string): SimMessage | string {
  const message = world.message(id);
  if (!message) return 'unknown-message';
  if (message.from !== user) return 'not-yours';
  return message.unsent ? 'already-unsent' : message;
}

function unsend({ world, media, webhook }: ActParts, id: string, user: string): ActOutcome {
  const message = ownMessage(world, id, user);
  if (typeof message === 'string') return refuseAct(message);
  message.unsent = true;
  media.remove(id);
  world.touch();
  const { chat } = message;
  if (isHeard(world, chat)) {
    const detail = { unsend: { messageId: id } };
    webhook.send(eventOf(world, 'unsend', { chat, user, replyable: false }, detail));
  }
  return done;
}

/** LINE lets people edit texts in groups only. */
function edit({ world, webhook }: ActParts, act: Extract<TalkAct, { act: 'edit' }>): ActOutcome {
  const message = ownMessage(world, act.message, act.user);
  if (typeof message === 'string') return refuseAct(message);
  if (message.message['type'] !== 'text') return refuseAct('not-a-text');
  if (!world.group(message.chat)) return refuseAct('only-in-groups');
  message.message = { ...message.message, text: act.text, edited: true };
  world.touch();
  const { chat } = message;
  if (isHeard(world, chat)) {
    const content = messageContent(world, message);
    const origin = { chat, user: act.user, replyable: true };
    webhook.send(eventOf(world, 'messageEdited', origin, { message: content }));
  }
  return done;
}

export function talk(parts: ActParts, act: TalkAct): ActOutcome {
  if (act.act === 'unsend') return unsend(parts, act.message, act.user);
  if (act.act === 'edit') return edit(parts, act);
  const reason = barrier(parts.world, act.user, act.chat);
  if (reason !== null) return refuseAct(reason);
  switch (act.act) {
    case 'text':
      return text(parts, act);
    case 'image':
    case 'file':
      return upload(parts, act);
    case 'sticker':
      say(parts, act, { type: 'sticker' });
      return done;
    case 'postback':
      return postback(parts, act);
    default:
      return act satisfies never;
  }
}
