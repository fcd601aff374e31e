/** Strangers, newcomers and groups: what is said before somebody is a member with an accepted notice. */
import { type Context, type MemberContext, statesOf } from '../services/context.ts';
import { hasAccepted, type Notice, noticeOf } from '../services/notice.ts';
import { acceptNotice, linkGroup, register, type Registered } from '../services/registration.ts';
import { loadPlan } from '../services/loaders.ts';
import type { Member } from '../domain/member.ts';
import { texts } from '../text/index.ts';
import { CONFIRMS_CARD } from '../text/own-questions.ts';
import {
  ACKNOWLEDGED,
  AGREE,
  CONFIRM_REGISTER,
  INVITE_CODE,
  LINK_GROUP,
  NOT_A_CODE,
  REGISTER,
} from '../text/typed.ts';
import { type Answer, plain } from './commands/command.ts';
import { type Said, say, show } from './bot-result.ts';
import { ownRows } from './activity-rows.ts';
import { NO_ACCOUNT, type RequestContext } from './request-context.ts';
import type { Action, Card, Message } from './types.ts';

/** Names LINE knows people and groups by; a failure gives null. */
export interface Names {
  person(userId: string): Promise<string | null>;
  group(groupId: string): Promise<string | null>;
}

/** @returns the answer when the text registers or links, else null. */
export async function join(text: string, context: Context, names: Names): Promise<Answer | null> {
  const typed = plain(text);
  const agreed = codeAfter(CONFIRM_REGISTER, typed, context);
  const code = agreed ?? codeAfter(REGISTER, typed, context) ?? codeAlone(typed, context);
  if (code !== null) return registerBy(code, agreed !== null, context, names);
  const groupCode = codeAfter(LINK_GROUP, typed, context);
  return groupCode === null ? null : linkBy(groupCode, context, names);
}

/**
 * "ลงทะเบียนผู้เข้าอบรมครบแล้ว" is a member's report: after the word only what looks like a code is one.
 * @returns the code, '' for none, null when the words are about something else.
 */
function codeAfter(command: RegExp, typed: string, { member, chat }: Context): string | null {
  const rest = command.exec(typed)?.[1]?.trim();
  if (rest === undefined || rest === '') return rest ?? null;
  if (member) return INVITE_CODE.test(rest) ? rest : null;
  if (!NOT_A_CODE.test(rest)) return rest;
  // a newcomer's question is answered with how to register, and counts as no wrong code
  return chat.type === 'user' ? '' : null;
}

/** A newcomer was told to type it, and types nothing else: what has a figure or a dash in it is no greeting. */
function codeAlone(typed: string, { member, chat }: Context): string | null {
  const looks = INVITE_CODE.test(typed) && /[0-9-]/.test(typed);
  return !member && chat.type === 'user' && looks ? typed : null;
}

/** @returns null where the notice, which asTurn shows, is the answer. */
async function registerBy(
  code: string,
  agreed: boolean,
  context: Context,
  names: Names,
): Promise<Answer | null> {
  const { chat } = texts(context.language);
  if (context.chat.type !== 'user') return say(chat.register.onlyPrivate);
  if (code === '') return say(context.member ? chat.register.already : chat.register.missing);
  const name = context.userId ? await names.person(context.userId) : null;
  const done = await register(context, code, name ?? chat.register.unnamed, agreed);
  if (!done.ok) {
    if ('office' in done) return elsewhere(done, code, context);
    // registered, and the notice is still to be accepted: that comes next
    const { member, office } = context;
    const accepted = !member || !office || hasAccepted(member, noticeFor(office, context));
    if (done.reason === 'already' && !accepted) return null;
    const why = {
      wrong: chat.register.wrong,
      expired: chat.register.expired,
      used: chat.register.used,
      'too-many': chat.register.tooMany,
      'for-group': chat.register.forGroup,
      'not-group-code': chat.register.wrong,
      already: chat.register.already,
      'not-manager': chat.register.wrong,
      'not-this-office': chat.register.wrong,
    };
    return { ...say(why[done.reason]), outcome: { kind: 'joins', change: done.conversation } };
  }
  const { office, member } = done;
  // what was begun in another office stays there
  const change = { wrongCodes: null };
  const notice = noticeFor(office, context);
  if (!hasAccepted(member, notice)) {
    const card = noticeCard(office, member, notice);
    return {
      messages: [{ type: 'card', card }],
      writes: done.writes,
      outcome: { kind: 'joins', change },
      office: office.id,
    };
  }
  const plan = office.currentPlan ? await loadPlan(context.database, office.id, office.currentPlan) : null;
  const welcome = plan
    ? await welcomeCard({
        // the event was read as of the office the person belonged to before
        context: {
          ...context,
          office,
          member,
          plan,
          standInCodes: [],
          states: () => statesOf(context.database, plan),
        },
        texts: texts(member.language),
        account: NO_ACCOUNT,
      })
    : null;
  const messages: Message[] = welcome
    ? [{ type: 'card', card: welcome }]
    : [{ type: 'text', text: chat.noPlan }];
  return { messages, writes: done.writes, outcome: { kind: 'joins', change }, office: office.id };
}

/** A code of another office: nobody is moved unasked, and both offices are named. */
function elsewhere(
  { reason, office: theirs, ...rest }: Extract<Registered, { office: unknown; ok: false }>,
  code: string,
  context: Context,
): Answer {
  const { offices } = texts(context.language).chat;
  const here = context.office?.name ?? '';
  if (reason === 'already-there') return say(offices.alreadyThere(theirs.name, here));
  if (reason === 'other-account')
    return say(offices.otherAccount(theirs.name, here, 'account' in rest ? rest.account : null));
  const card: Card = {
    kind: 'confirm',
    title: offices.joinTitle,
    question: offices.joinQuestion,
    quote: null,
    rows: [],
    caution: offices.joinCaution,
    options: [
      { type: 'say', label: offices.join, text: offices.joinSaid(code) },
      ...(context.office ? [stayingAt(context.office.id, offices.stay)] : []),
    ],
    wide: false,
  };
  return show({ type: 'text', text: offices.codeOf(theirs.name, here) }, { type: 'card', card });
}

/** No to another office: that it is so is said, and nothing happens. */
function stayingAt(office: string, label: string): Action {
  return { type: 'tap', label, say: label, tap: { do: 'office', office } };
}

async function linkBy(code: string, context: Context, names: Names): Promise<Answer> {
  const { chat } = texts(context.language);
  if (context.chat.type !== 'group') return say(chat.group.onlyInGroup);
  if (context.group) return say(chat.group.already);
  if (code === '') return say(chat.group.notLinked);
  const done = await linkGroup(context, code, (await names.group(context.chat.id)) ?? '');
  if (done.ok) return { ...say(chat.group.linked(done.office.name)), writes: done.writes };
  const why = {
    wrong: chat.register.wrong,
    expired: chat.register.expired,
    used: chat.register.used,
    'too-many': chat.register.tooMany,
    'not-group-code': chat.group.notGroupCode,
    'for-group': chat.group.notGroupCode,
    already: chat.group.already,
    'not-manager': chat.group.onlyManagers,
    'not-this-office': chat.offices.groupOfAnother,
  };
  return { ...say(why[done.reason]), outcome: { kind: 'joins', change: done.conversation } };
}

/** People who are nobody's member get a greeting and nothing else. */
export function greetStranger(context: Context): Said {
  const { chat } = texts(context.language);
  return say(chat.stranger(chat.botName));
}

/** A member who has not accepted the notice sees it, and nothing is kept of what was typed meanwhile. */
export async function beforeConsent(
  typed: string | null,
  version: string | null,
  request: RequestContext,
): Promise<Answer | null> {
  const { context } = request;
  const { office, member } = context;
  const notice = noticeFor(office, context);
  if (hasAccepted(member, notice)) return null;
  const agrees = version === notice.version || (typed !== null && AGREE.test(plain(typed)));
  if (!agrees) {
    if (context.chat.type !== 'user') return say(request.texts.chat.group.consentFirst);
    const card: Message = { type: 'card', card: noticeCard(office, member, notice) };
    // a plain "โอเค" is not yet the consent that is asked for
    const nods = typed !== null && (ACKNOWLEDGED.test(plain(typed)) || CONFIRMS_CARD.test(plain(typed)));
    const { chat, words } = request.texts;
    return nods ? show({ type: 'text', text: chat.tapToAccept(words.button.accept) }, card) : show(card);
  }
  const card = await welcomeCard(request);
  return { messages: [{ type: 'card', card }], writes: acceptNotice(context, notice) };
}

type Office = MemberContext['office'];

function noticeFor(office: Office, { assistantOffered = false }: Context): Notice {
  return noticeOf(office, assistantOffered);
}

function noticeCard(office: Office, member: Member, { version, assistant }: Notice): Card {
  return { kind: 'notice', office: office.name, name: member.name, version, assistant };
}

async function welcomeCard(request: RequestContext): Promise<Card> {
  const { office, member } = request.context;
  return {
    kind: 'welcome',
    office: office.name,
    name: member.name,
    roles: member.roles,
    work: await ownRows(request),
  };
}

/** In a group that is linked already, the link still holds: the bot had been taken out and nobody told us. */
export function greetGroup({ group, office, language, chat }: Context): Answer {
  const words = texts(language).chat.group;
  const text = chat.type === 'room' ? words.room : group && office ? words.back(office.name) : words.joined;
  return say(text);
}
