/** Who comes back and leaves, as LINE tells it: people who block the bot, groups that take it out, members of groups; the answer to an event calls it. */
import type { MemberDocument } from '../db/members.ts';
import { type Context, conversationId, otherOffices } from './context.ts';
import type { Write } from './writes.ts';
import { moveRow } from '../queue/states.ts';

/** When a person was last seen is known to the hour: a write with every message would cost more than it tells. */
const SEEN_MS = 3_600_000;

/** Notes that somebody wrote. */
export function noteSeen({ member, now }: Context): Write[] {
  if (!member || now.getTime() - (member.lastSeenAt?.getTime() ?? 0) < SEEN_MS) return [];
  const where = { _id: member.id, office: member.office };
  return [{ to: 'members', updateAll: { where, change: { $set: { lastSeenAt: now } } } }];
}

/**
 * Blocking stops what is on its way to that person; it does not take anybody out.
 * @param at when it happened, by LINE's clock: what is heard late does not undo what came after it.
 */
export function setBlocked(context: Context, blocked: boolean, at: Date): Write[] {
  const { member } = context;
  if (!member || (member.stateAt && at < member.stateAt)) return [];
  const change: Partial<MemberDocument> = { state: blocked ? 'blocked' : 'active', stateAt: at };
  // an account that offices share is blocked for all of them
  const others = otherOffices(context);
  const writes: Write[] = [
    { to: 'members', update: { where: { _id: member.id, office: member.office }, change: { $set: change } } },
    ...others.map(({ office, target }): Write => {
      const where = { _id: target, office, state: { $ne: 'revoked' } };
      return { to: 'members', updateAll: { where, change: { $set: change } } };
    }),
  ];
  if (blocked && member.state !== 'blocked') {
    const offices = { $in: [member.office, ...others.map(({ office }) => office)] };
    const ended = moveRow('outbox', ['open', 'waiting'], 'cancelled', { error: 'blocked' });
    const where = { office: offices, to: member.userId, ...ended.from };
    writes.push({ to: 'outbox', updateAll: { where, change: ended.change } });
  }
  return writes;
}

/** The bot was taken out of a group: nothing is sent there any more. */
export function noteLeftGroup(context: Context): Write[] {
  const { group } = context;
  if (!group) return [];
  const ended = moveRow('outbox', ['open', 'waiting'], 'cancelled', { error: 'left' });
  const where = { office: group.office, to: group.groupId, ...ended.from };
  return [
    { to: 'groups', update: { where: { _id: group.id }, change: { $set: { state: 'left' } } } },
    { to: 'links', removeAll: { where: { _id: group.groupId } } },
    { to: 'conversations', removeAll: { where: { office: group.office, chat: group.groupId } } },
    { to: 'outbox', updateAll: { where, change: ended.change } },
  ];
}

/** People left a group: what they were in the middle of there is gone with them. */
export function forgetInGroup({ chat, office }: Context, userIds: readonly string[]): Write[] {
  const ids = userIds.map((userId) => conversationId(office?.id ?? '-', chat, userId));
  return ids.length === 0 ? [] : [{ to: 'conversations', removeAll: { where: { _id: { $in: ids } } } }];
}
