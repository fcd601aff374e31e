/** Answers one event: who may say what, in which order things are looked at; the inbox worker calls it and commits what comes back. */
import type { Clock } from '../clock.ts';
import { asMember, type Context, type MemberContext } from '../services/context.ts';
import type { Load } from '../services/loaders.ts';
import { leaveGroup, setBlocked } from '../services/registration.ts';
import { findQuotedActivity } from '../services/quoted.ts';
import { forget } from '../services/unsend.ts';
import { type Write, writeConversation } from '../services/writes.ts';
import { texts } from '../text/index.ts';
import type { Answer } from './commands/command.ts';
import type { Handled } from './handled.ts';
import { beforeConsent, greetStranger, join, type Names } from './joining.ts';
import { receivedFile } from './photos.ts';
import { talk } from './talk.ts';
import { decodeTap } from './tap.ts';
import { tapped } from './tapped.ts';
import type { Turn } from './turn.ts';
import type { Incoming } from './types.ts';

export interface BotDeps {
  load: Load;
  clock: Clock;
  names: Names;
}

/** Older than this it is stored but not acted on: somebody replays, or LINE was away for a day. */
const TOO_OLD_MS = 24 * 3_600_000;

export type AnswerEvent = (incoming: Incoming, office: string) => Promise<Handled>;

export function answerer(deps: BotDeps): AnswerEvent {
  return async (incoming, office) => {
    const now = deps.clock.now();
    const context = await deps.load(
      { event: incoming.id, office, chat: incoming.chat, userId: incoming.userId },
      now,
    );
    if (now.getTime() - incoming.at.getTime() > TOO_OLD_MS) return silent(context);
    const answer = await answerContent(incoming, context, deps);
    return answer ? handled(answer, context) : silent(context);
  };
}

function silent(context: Context): Handled {
  return { office: context.office?.id ?? '-', reply: null, writes: [], pushes: [] };
}

function handled(answer: Answer, context: Context): Handled {
  const { conversation, now } = context;
  const writes: Write[] = [...answer.writes];
  if (answer.conversation || conversation.lostDrafts > 0) {
    writes.push(writeConversation(conversation, { ...conversation, ...answer.conversation }, now));
  }
  const lost =
    conversation.lostDrafts > 0
      ? [{ type: 'text' as const, text: texts(context.language).chat.draft.lost }]
      : [];
  const messages = [...lost, ...answer.messages];
  return {
    office: context.office?.id ?? '-',
    reply: messages.length > 0 ? { language: context.language, messages } : null,
    writes,
    pushes: answer.pushes ?? [],
  };
}

async function answerContent(incoming: Incoming, context: Context, deps: BotDeps): Promise<Answer | null> {
  const { content } = incoming;
  const inGroup = incoming.chat.type !== 'user';
  switch (content.kind) {
    case 'text': {
      // in groups the bot keeps silent unless it is spoken to
      if (inGroup && !content.mentionsBot) return null;
      const joining = await join(content.text, context, deps.names);
      if (joining) return joining;
      return asTurn(content.text, null, context, async (turn) => {
        const about = content.quotedMessageId
          ? await findQuotedActivity(turn.context, content.quotedMessageId)
          : null;
        return talk({ text: content.text, messageId: content.messageId, about }, turn);
      });
    }
    case 'postback': {
      const tap = decodeTap(content.data);
      const version = tap?.do === 'accept-notice' ? tap.version : null;
      return asTurn(null, version, context, (turn) => tapped(content.data, content.params, turn));
    }
    case 'image':
    case 'file':
    case 'video':
    case 'audio':
      if (inGroup) return null;
      return asTurn(null, null, context, (turn) => receivedFile(content, turn));
    case 'sticker':
    case 'location':
      return inGroup || context.member ? null : greetStranger(context);
    case 'unsend':
      return { messages: [], ...(await forget(context, content.messageId)) };
    case 'follow':
      if (!context.member) return greetStranger(context);
      return { messages: [], writes: setBlocked(context, false) };
    case 'unfollow':
      return { messages: [], writes: setBlocked(context, true) };
    case 'join':
      return { messages: [{ type: 'text', text: texts(context.language).chat.group.joined }], writes: [] };
    case 'leave':
      return { messages: [], writes: leaveGroup(context) };
    case 'edited':
    case 'members-joined':
    case 'members-left':
    case 'unknown':
      return null;
  }
}

/** Members with an accepted notice go on; all others are told what comes first. */
async function asTurn(
  typed: string | null,
  version: string | null,
  context: Context,
  then: (turn: Turn) => Promise<Answer>,
): Promise<Answer> {
  const { chat } = texts(context.language);
  if (!context.member) {
    if (context.chat.type === 'user') return greetStranger(context);
    return {
      messages: [{ type: 'text', text: context.group ? chat.group.notMember : chat.group.notLinked }],
      writes: [],
    };
  }
  if (!context.plan) return { messages: [{ type: 'text', text: chat.noPlan }], writes: [] };
  const turn: Turn = { context: asMember(context) as MemberContext, texts: texts(context.language) };
  return (await beforeConsent(typed, version, turn)) ?? then(turn);
}
