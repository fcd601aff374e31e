/** A manager's announcement: shown as it will go out, with whom it reaches and what it costs, and sent on a tap. */
import type { Group, Member } from '../../domain/member.ts';
import { freeRide, noteAnnouncement, recipientsOf } from '../../services/broadcast.ts';
import { byDay } from '../../services/reminders-settings.ts';
import { texts } from '../../text/index.ts';
import { commandWords } from '../../text/command-words.ts';
import { say } from '../bot-result.ts';
import { type About, ask } from '../confirmations.ts';
import { roomFor } from '../quota.ts';
import { mightDo, type RequestContext } from '../request-context.ts';
import type { Reply } from '../types.ts';
import type { Answer, Command } from './command.ts';

/** A message that is read at all is shorter. */
const MOST_TEXT = 1000;

export const announceCommand: Command = {
  name: 'announce',
  words: commandWords.announce,
  argument: 'required',
  raw: true,
  // "ประกาศเจตนารมณ์แล้ว" is the beginning of a report: an announcement stands apart from its command
  accepts: (_, request, apart) =>
    apart && (mightDo(request, 'announce') || request.context.conversation.drafts.length === 0),
  async run(argument, request) {
    const { announce: words } = request.texts.chat;
    const text = argument.trim();
    if (text === '') return say(words.usage);
    if (text.length > MOST_TEXT) return say(words.tooLong(MOST_TEXT));
    return askAnnouncement({ text }, request);
  },
};

/** Whom it reaches, what it costs, and the ways to send it. */
export async function askAnnouncement(
  { text }: Pick<About<'announce'>, 'text'>,
  request: RequestContext,
): Promise<Answer> {
  const { announce: words, quota } = request.texts.chat;
  const { members, away, sizes, cost } = await reach(request);
  const people = members.length + away.length;
  if (people === 0 && sizes.length === 0) return say(words.nobody);
  const room = await roomFor(cost.all, request);
  const unknown = sizes.some(({ size }) => size === null);
  const all = { value: 'all', label: words.toAll(cost.all) };
  const single = { value: 'members', label: words.toMembers(cost.members) };
  const inGroups = { value: 'groups', label: words.toGroups(cost.groups) };
  const ride = { value: 'ride', label: words.ride };
  const both = members.length > 0 && sizes.length > 0;
  const sends = both ? [all, single, inGroups] : cost.all > 0 ? [all] : [];
  const rides = people > 0 ? [ride] : [];
  return ask(
    { about: 'announce', text },
    {
      title: words.title,
      question: words.question,
      quote: text,
      rows: [
        {
          heading: quota.to,
          value: [
            ...(people > 0 ? [words.members(people)] : []),
            ...sizes.map(({ group, size }) => words.group(group.name, size)),
          ].join(', '),
        },
        ...room.rows,
      ],
      caution: !room.enough ? quota.tight : unknown ? words.sizeUnknown : null,
      options: room.enough ? [...sends, ...rides] : [...rides, ...sends],
      // more than three ways are rows, not buttons
      wide: sends.length + rides.length > 2,
      again: true,
    },
    request,
  );
}

interface Reach {
  members: Member[];
  away: Member[];
  sizes: { group: Group; size: number | null }[];
  cost: { all: number; members: number; groups: number };
}

/** A group whose size LINE does not say is counted as one message. */
async function reach(request: RequestContext): Promise<Reach> {
  const { members, away, groups } = await recipientsOf(request.context);
  const sizes = await Promise.all(
    groups.map(async (group) => ({
      group,
      size: await request.account.groupSize(group.groupId).catch(() => null),
    })),
  );
  const inGroups = sizes.reduce((sum, { size }) => sum + (size ?? 1), 0);
  return {
    members,
    away,
    sizes,
    cost: { all: members.length + inGroups, members: members.length, groups: inGroups },
  };
}

/** The manager's word on the card: `yes` and `all`, `members`, `groups`, or `ride` for free. */
export async function sendAnnouncement(
  { text }: About<'announce'>,
  way: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { announce: words } = request.texts.chat;
  const { members, away, sizes } = await reach(request);
  const toMembers = way === 'groups' || way === 'ride' ? [] : members;
  const toGroups = way === 'members' || way === 'ride' ? [] : sizes;
  const later = way === 'groups' ? [] : way === 'ride' ? [...members, ...away] : away;
  const note = noteAnnouncement(context, way, toMembers.length + later.length, toGroups.length);
  const saying = (language: Member['language']): string =>
    texts(language).chat.announce.from(context.office.name, text, context.member.name);
  const reply = (language: Member['language']): Reply => ({
    language,
    messages: [{ type: 'text', text: saying(language) }],
  });
  const key = (id: string): string => `${context.event}:announce:${id}`;
  const rides = later.map((one) => freeRide(context, key(one.id), one, 'broadcast', saying(one.language)));
  if (toMembers.length + toGroups.length === 0)
    return { ...say(words.waits(later.length)), writes: [note, ...rides] };
  const push = {
    office: context.office.id,
    purpose: 'broadcast',
    names: [context.member.id],
    ...byDay(context.office, context.now),
  };
  return {
    ...say(
      [
        words.sent(toMembers.length, toGroups.length),
        ...(later.length > 0 ? [words.waits(later.length)] : []),
      ].join('\n'),
    ),
    writes: [note, ...rides],
    pushes: [
      ...toMembers.map((one) => ({
        ...push,
        key: key(one.id),
        to: one.userId,
        cost: 1,
        reply: reply(one.language),
      })),
      ...toGroups.map(({ group, size }) => ({
        ...push,
        key: key(group.id),
        to: group.groupId,
        cost: size ?? 1,
        reply: reply(context.office.language),
      })),
    ],
  };
}
