/** Who in the office a message can reach, and messages that wait for a free ride; announcements, nudges and dialogs send through it. */
import { randomUUID } from 'node:crypto';
import { findGroups } from '../db/groups.ts';
import { findMembers } from '../db/members.ts';
import { packMessages } from '../db/outbox.ts';
import type { Group, Member } from '../domain/member.ts';
import { isAway } from '../domain/stand-in.ts';
import type { MemberContext } from './context.ts';
import { type Write, writeAudit } from './writes.ts';

/** Everybody who belongs to the office now, those who blocked the bot included. */
export async function colleagues({ database, office }: MemberContext): Promise<Member[]> {
  const all = await findMembers(database.models, office.id);
  return all.filter((member) => member.state !== 'revoked');
}

/**
 * Members and linked groups an announcement goes to: all whom LINE can reach, its sender aside.
 * @returns apart, those on leave: nothing is pushed to them, they read it when they write.
 */
export async function recipientsOf(
  context: MemberContext,
): Promise<{ members: Member[]; away: Member[]; groups: Group[] }> {
  const { database, office, member, today } = context;
  const [all, groups] = await Promise.all([colleagues(context), findGroups(database.models, office.id)]);
  const reached = all.filter((one) => one.state === 'active' && one.id !== member.id);
  const away = reached.filter((one) => isAway(one, today));
  return { members: reached.filter((one) => !away.includes(one)), away, groups };
}

/** Notes that an announcement went out, by numbers alone. */
export function noteAnnouncement(
  context: MemberContext,
  way: string,
  members: number,
  groups: number,
): Write {
  const { office, now, member } = context;
  return writeAudit(office.id, now, member.id, 'announce', { way, members, groups });
}

/**
 * A text that costs nothing: it is shown with the next answer to that person.
 * @param key of the cause and the person: the same cause waits once.
 * @param named members whose names stand in the text, its author aside.
 */
export function freeRide(
  context: MemberContext,
  key: string,
  to: Member,
  purpose: string,
  text: string,
  named: readonly string[] = [],
): Write {
  return {
    to: 'outbox',
    insert: {
      _id: key,
      office: context.office.id,
      kind: 'push',
      purpose,
      to: to.userId,
      replyToken: null,
      retryKey: randomUUID(),
      messages: packMessages([{ type: 'text', text }]),
      about: [null],
      cost: 0,
      state: 'waiting',
      nextAt: null,
      holder: null,
      fence: 0,
      attempts: 0,
      createdAt: context.now,
      firstAttemptAt: null,
      expiresAt: null,
      sentAt: null,
      sent: null,
      requestId: null,
      error: null,
      names: [context.member.id, ...named],
    },
  };
}
