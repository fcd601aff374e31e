/** Answers one event: who may say what, in which order things are looked at; the inbox worker calls it and commits what comes back. */
import type { Assistant } from '../assistant/index.ts';
import type { Clock } from '../clock.ts';
import { forgetInGroup, noteLeftGroup, noteSeen, setBlocked } from '../services/comings-goings.ts';
import { asMember, type Context, type LatestOf, type MemberContext, onTopOf } from '../services/context.ts';
import type { LoadContext } from '../services/loaders.ts';
import { mainRole } from '../services/members.ts';
import { readQuotedActivity } from '../services/quoted.ts';
import { forget } from '../services/unsend.ts';
import { type Write, writeConversation } from '../services/writes.ts';
import { texts } from '../text/index.ts';
import type { Answer } from './commands/command.ts';
import { beforePlan } from './commands/pages.ts';
import { withAssistant } from './assisted.ts';
import { type BotResult, say } from './bot-result.ts';
import { beforeConsent, greetStranger, join, greetGroup } from './joining.ts';
import { receivedFile } from './photos.ts';
import { route } from './router.ts';
import { suspended } from './suspended.ts';
import { decodeTap } from './tap.ts';
import { answerTap } from './postback.ts';
import { clockAhead } from './clock-ahead.ts';
import { floodGate, isAddressed, tooMany } from './flood.ts';
import { shownInGroup, textsInGroup } from './group-view.ts';
import { chooseOwnOffice, whereTheyAre } from './choosing-office.ts';
import { changeIn, conclude } from './outcome.ts';
import { answerEdited } from './edited.ts';
import { withDrafts } from './resume-drafts.ts';
import { answerSmallTalk } from './small-talk.ts';
import { type LineSide, NO_ACCOUNT, type RequestContext } from './request-context.ts';
import type { Content, Incoming } from './types.ts';

export interface BotDeps {
  load: LoadContext;
  clock: Clock;
  /** What LINE is asked of the channel that an event came by. @param office of its route, '-' for the common one. */
  line: (office: string) => LineSide;
  /** Helps to read what is unsure, where one is set up. */
  assistant?: Assistant | undefined;
  /** Told which interpreter took a text, by the event's id. */
  routed?: (event: string, interpreter: string) => void;
}

/** Of one event. */
type Deps = Omit<BotDeps, 'line'> & LineSide;

/** Older than this it is stored but not acted on: somebody replays, or LINE was away for a day. All that are as old are not: the clock is wrong. */
const TOO_OLD_MS = 24 * 3_600_000;
/** How things stand with people and groups is taken in however late it is heard: else the bot goes on sending to who left. */
const STATE_OF_THINGS: readonly Content['kind'][] = ['follow', 'unfollow', 'leave', 'members-left'];

/**
 * Reads, decides, writes nothing.
 * @param turn whether the person's earlier events are through; asked while the first things are read.
 * @returns null when it is not the event's turn yet.
 */
export type AnswerEvent = (
  incoming: Incoming,
  office: string,
  turn?: Promise<boolean>,
) => Promise<BotResult | null>;

export function answerer({ line, ...common }: BotDeps): AnswerEvent {
  const gate = floodGate(() => performance.now());
  const ahead = clockAhead();
  return async (incoming, office, turn) => {
    const verdict = isAddressed(incoming)
      ? gate(`${incoming.chat.id}:${incoming.userId}`, incoming.id, incoming.at)
      : 'answer';
    if (verdict === 'drop') return { office, reply: null, writes: [], pushes: [] };
    const deps: Deps = { ...common, ...line(office) };
    const now = deps.clock.now();
    const { content } = incoming;
    // taking something back is never too late
    const unsends = content.kind === 'unsend';
    const message = 'messageId' in content && !unsends ? content.messageId : null;
    const source = {
      event: incoming.id,
      office,
      chat: incoming.chat,
      userId: incoming.userId,
      message,
      ...(turn && { turn }),
    };
    const context = await deps.load(source, now);
    if (!context) return null;
    const age = now.getTime() - incoming.at.getTime();
    if (!unsends && age - ahead(incoming, age) > TOO_OLD_MS) return late(incoming, age, context, deps);
    if (context.unsent) return silent(context);
    if (incoming.chat.type === 'user') keepMenu(context, deps);
    if (verdict === 'tell') return handled(tooMany(context), context);
    const again = (latest: LatestOf) =>
      answered(incoming, onTopOf(context, latest), { ...deps, routed: () => undefined });
    return { ...(await answered(incoming, context, deps)), again };
  };
}

async function answered(incoming: Incoming, context: Context, deps: Deps): Promise<BotResult> {
  const answer = await answerContent(incoming, context, deps);
  return handled(answer && withReturn(answer, incoming, context), context);
}

function keepMenu({ userId, member, language }: Context, { menus }: Deps): void {
  if (userId) menus?.keep(userId, member && mainRole(member.roles), language);
}

function silent(context: Context): BotResult {
  return { office: context.office?.id ?? '-', reply: null, writes: [], pushes: [] };
}

/** Says nothing any more; keeps who came and left, unless the person was seen since. */
async function late(incoming: Incoming, age: number, context: Context, deps: Deps): Promise<BotResult> {
  const { content, at } = incoming;
  const seenSince = (context.member?.lastSeenAt ?? at) > at;
  if (!STATE_OF_THINGS.includes(content.kind) || (content.kind === 'unfollow' && seenSince))
    return { ...silent(context), ignored: { because: 'too-old', milliseconds: age } };
  const answer = await answerContent(incoming, context, deps);
  return { ...silent(context), writes: answer?.writes ?? [] };
}

/** Who writes or taps in their own chat has not blocked the bot, whatever was heard of it and when. */
function withReturn(answer: Answer, incoming: Incoming, context: Context): Answer {
  if (context.member?.state !== 'blocked' || incoming.chat.type !== 'user' || !isAddressed(incoming))
    return answer;
  return { ...answer, writes: [...answer.writes, ...setBlocked(context, false, incoming.at)] };
}

function handled(answer: Answer | null, context: Context): BotResult {
  if (!answer) return silent(context);
  const { conversation, now } = context;
  const writes: Write[] = [...answer.writes, ...noteSeen(context)];
  const change = changeIn(answer);
  if (change || conversation.lostDrafts > 0) {
    writes.push(writeConversation(conversation, { ...conversation, ...change }, now));
  }
  const lost =
    conversation.lostDrafts > 0
      ? [{ type: 'text' as const, text: texts(context.language).chat.draft.lost }]
      : [];
  const where = answer.messages.length > 0 && answer.office === undefined ? whereTheyAre(context) : [];
  const all = [...where, ...lost, ...answer.messages];
  const messages =
    context.chat.type === 'user' ? all : all.map((message) => shownInGroup(message, texts(context.language)));
  return {
    office: context.office?.id ?? '-',
    reply:
      messages.length > 0
        ? {
            language: answer.language ?? context.language,
            messages,
            ...(answer.office !== undefined && { office: answer.office }),
          }
        : null,
    writes,
    pushes: answer.pushes ?? [],
    ...(answer.early && { early: true }),
  };
}

async function answerContent(incoming: Incoming, context: Context, deps: Deps): Promise<Answer | null> {
  const { content } = incoming;
  const inGroup = incoming.chat.type !== 'user';
  const choosing = inGroup ? null : await chooseOwnOffice(content, context);
  if (choosing) return choosing;
  switch (content.kind) {
    case 'text': {
      // in groups the bot keeps silent unless it is spoken to
      if (inGroup && !content.mentionsBot) return null;
      const joining = await join(content.text, context, deps.names);
      if (joining) return joining;
      return asTurn(content.text, null, context, deps, async (request) => {
        const about = content.quotedMessageId
          ? await readQuotedActivity(request.context, content.quotedMessageId)
          : null;
        const words = { text: content.text, messageId: content.messageId, about };
        const helped = withAssistant(request, incoming.at, deps.assistant);
        return route(words, helped, (interpreter) => deps.routed?.(incoming.id, interpreter));
      });
    }
    case 'postback': {
      const tap = decodeTap(content.data);
      const version = tap?.do === 'accept-notice' ? tap.version : null;
      return asTurn(null, version, context, deps, (request) =>
        answerTap(content.data, content.params, request),
      );
    }
    case 'image':
    case 'file':
    case 'video':
    case 'audio':
      if (inGroup) return null;
      return asTurn(null, null, context, deps, (request) => receivedFile(content, request));
    case 'sticker':
    case 'location':
      if (inGroup) return null;
      return asTurn(null, null, context, deps, (request) =>
        withDrafts(request, async (current) =>
          conclude(await answerSmallTalk('acknowledged', null, current), current),
        ),
      );
    case 'unsend':
      return { messages: [], ...(await forget(context, content.messageId)) };
    case 'follow':
      if (!context.member) return greetStranger(context);
      return { messages: [], writes: setBlocked(context, false, incoming.at) };
    case 'unfollow':
      return { messages: [], writes: setBlocked(context, true, incoming.at) };
    case 'join':
      return greetGroup(context);
    case 'leave':
      return { messages: [], writes: noteLeftGroup(context) };
    case 'members-left':
      return { messages: [], writes: forgetInGroup(context, content.userIds) };
    case 'edited':
      // whoever is a stranger here is not spoken to for it
      if (!context.member) return null;
      return asTurn(null, null, context, deps, (request) => answerEdited(content, request));
    case 'members-joined':
    case 'unknown':
      return null;
  }
}

/** Members with an accepted notice go on; all others are told what comes first. */
async function asTurn(
  typed: string | null,
  version: string | null,
  context: Context,
  { account = NO_ACCOUNT, busy }: Deps,
  then: (request: RequestContext) => Promise<Answer>,
): Promise<Answer> {
  const { chat } = texts(context.language);
  // whoever reads in a group that no manager linked need not belong to the office
  if (context.chat.type !== 'user' && !context.group)
    return say(context.chat.type === 'room' ? chat.group.room : chat.group.notLinked);
  if (!context.member) return context.group ? say(chat.group.notMember) : greetStranger(context);
  if (context.office?.suspendedAt) return suspended(typed, context);
  if (!context.plan) return beforePlan(typed, context);
  const all = texts(context.language);
  const request: RequestContext = {
    context: asMember(context) as MemberContext,
    texts: context.chat.type === 'user' ? all : textsInGroup(all),
    account,
    busy: () => {
      if (context.userId && context.chat.type === 'user') busy?.(context.userId);
    },
  };
  return (await beforeConsent(typed, version, request)) ?? then(request);
}
