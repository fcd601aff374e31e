/** Joining: registering by an invite's code, linking a group, accepting the notice; the bot's answers call it. */
import { may } from '../domain/policy.ts';
import { type Conversation } from '../domain/conversation.ts';
import type { Group, Invite, Member } from '../domain/member.ts';
import { newId } from '../db/ids.ts';
import type { Models } from '../db/collections.ts';
import { countWrongCodes } from '../db/conversations.ts';
import { findInvite } from '../db/invites.ts';
import { findChannels } from '../db/channels.ts';
import { belongingsOf } from '../db/links.ts';
import { findMemberByUser } from '../db/members.ts';
import { findOffice, type Office } from '../db/offices.ts';
import type { Context } from './context.ts';
import type { Notice } from './notice.ts';
import { joinOffice, linkWrite } from './own-offices.ts';
import { cameBy, shownHash, useInvite, whyShut } from './used-invites.ts';
import { type Write, writeAudit } from './writes.ts';

/** Wrong codes allowed before an hour's pause: with 49 bits a code cannot be found by trying. */
const MOST_WRONG_CODES = 5;
const PAUSE_MS = 3_600_000;
/** Wrong codes of all strangers within that hour, from which on each of them has one try: many who guess together. */
const MANY_WRONG_CODES = 60;

type Refusal = {
  ok: false;
  reason:
    | 'wrong'
    | 'expired'
    | 'used'
    | 'too-many'
    | 'for-group'
    | 'already'
    | 'not-group-code'
    | 'not-manager'
    | 'not-this-office';
  conversation: Partial<Conversation>;
};
/** Of a right code that is another office's than the one the person is in. */
type Elsewhere =
  /** Nobody is moved without being asked. */
  | { ok: false; reason: 'asks'; office: Office }
  | { ok: false; reason: 'already-there'; office: Office }
  /** That office does not speak through this account; its own one's address, where it has one. */
  | { ok: false; reason: 'other-account'; office: Office; account: string | null };
export type Registered = { ok: true; office: Office; member: Member; writes: Write[] } | Refusal | Elsewhere;

/** @returns the invite of a code, open or not; wrong codes are counted in the conversation. */
async function lookUpInvite(context: Context, code: string): Promise<{ ok: true; invite: Invite } | Refusal> {
  const { conversation, now } = context;
  const tries = conversation.wrongCodes;
  const pausing = tries && now.getTime() - tries.since.getTime() < PAUSE_MS;
  // whoever types a right code at once never comes here
  if (pausing && tries.count >= (await triesOf(context)))
    return { ok: false, reason: 'too-many', conversation: {} };
  const invite = await findInvite(context.database.models, code);
  if (!invite) {
    const wrongCodes = pausing ? { count: tries.count + 1, since: tries.since } : { count: 1, since: now };
    return { ok: false, reason: 'wrong', conversation: { wrongCodes } };
  }
  return { ok: true, invite };
}

/** @returns how many wrong codes a person has before the pause. */
async function triesOf({ member, now, database }: Context): Promise<number> {
  if (member) return MOST_WRONG_CODES;
  const since = new Date(now.getTime() - PAUSE_MS);
  const wrong = await countWrongCodes(database.models, since, MANY_WRONG_CODES);
  return wrong < MANY_WRONG_CODES ? MOST_WRONG_CODES : 1;
}

/**
 * Makes the sender a member, or gives a member further roles and activities.
 * @param name as LINE knows the person, '' when LINE did not say.
 * @param agreed the person, who is in another office, was asked and said yes.
 */
export async function register(
  context: Context,
  code: string,
  name: string,
  agreed = false,
): Promise<Registered> {
  const { models } = context.database;
  if (!context.userId) return { ok: false, reason: 'wrong', conversation: {} };
  const found = await lookUpInvite(context, code);
  if (!found.ok) return found;
  const { invite } = found;
  const { role } = invite;
  const known = await findMemberByUser(models, invite.office, context.userId);
  const shut = whyShut(invite, context.now);
  if (shut) {
    const own = known?.state === 'active' && (await cameBy(invite, known, models));
    return { ok: false, reason: own ? 'already' : shut, conversation: {} };
  }
  if (role === 'group') return { ok: false, reason: 'for-group', conversation: {} };
  const office = await findOffice(models, invite.office);
  if (!office) return { ok: false, reason: 'wrong', conversation: {} };
  if (context.accountOf && context.accountOf !== office.id) {
    const own = (await findChannels(models, [office.id])).get(office.id);
    return { ok: false, reason: 'other-account', office, account: own?.basicId ?? null };
  }
  const elsewhere = context.member !== null && context.member.office !== office.id;
  if (
    known?.state === 'active' &&
    known.roles.includes(role) &&
    invite.activities.every((one) => known.activities.includes(one))
  ) {
    if (elsewhere) return { ok: false, reason: 'already-there', office };
    return { ok: false, reason: 'already', conversation: {} };
  }
  if (elsewhere && !agreed) return { ok: false, reason: 'asks', office };
  const member: Member = known
    ? {
        ...known,
        roles: [...new Set(known.state === 'revoked' ? [role] : [...known.roles, role])],
        activities: [
          ...new Set([...(known.state === 'revoked' ? [] : known.activities), ...invite.activities]),
        ],
        state: 'active',
      }
    : newMember(
        office,
        context.userId,
        await nameFor(models, invite, name),
        role,
        invite.activities,
        context.now,
      );
  const { id, ...document } = member;
  const writes: Write[] = [
    useInvite(invite),
    known
      ? {
          to: 'members',
          update: {
            where: { _id: id, office: office.id },
            change: { $set: { roles: member.roles, activities: member.activities, state: 'active' } },
          },
        }
      : { to: 'members', insert: { _id: id, ...document } },
    joinOffice(context, context.userId, office.id, id),
    writeAudit(office.id, context.now, id, 'register', { invite: shownHash(invite), role }),
  ];
  return { ok: true, office, member, writes };
}

/** The owner an invite names is the person's name when it is for one person, and no group of the plan. */
async function nameFor(models: Models, { owner, uses, office }: Invite, known: string): Promise<string> {
  if (!owner || uses > 1) return known;
  const isGroup = await models.activities.exists({ office, ownerGroup: owner });
  return isGroup ? known : owner;
}

export function newMember(
  office: Office,
  userId: string,
  name: string,
  role: Member['roles'][number],
  activities: string[],
  now: Date,
): Member {
  return {
    id: newId(),
    office: office.id,
    userId,
    name,
    position: '',
    roles: [role],
    activities,
    language: office.language,
    consent: null,
    away: null,
    aliases: {},
    preferences: null,
    state: 'active',
    joinedAt: now,
    lastSeenAt: now,
  };
}

export type Linked = { ok: true; office: Office; group: Group; writes: Write[] } | Refusal;

/** Links the group the code was typed in. Only a manager or administrator of the code's own office can. */
export async function linkGroup(context: Context, code: string, name: string): Promise<Linked> {
  const { models } = context.database;
  const { member } = context;
  // nothing is looked up, counted or kept for anybody else
  if (!member || !may({ roles: member.roles, works: [] }, 'link-group', context.chat.type))
    return { ok: false, reason: 'not-manager', conversation: {} };
  const found = await lookUpInvite(context, code);
  if (!found.ok) return found;
  const { invite } = found;
  const shut = whyShut(invite, context.now);
  if (shut) return { ok: false, reason: shut, conversation: {} };
  if (invite.office !== member.office) {
    const isOwn = belongingsOf(context.link).some((one) => one.office === invite.office);
    return { ok: false, reason: isOwn ? 'not-this-office' : 'wrong', conversation: {} };
  }
  if (invite.role !== 'group') return { ok: false, reason: 'not-group-code', conversation: {} };
  const office = await findOffice(models, invite.office);
  if (!office) return { ok: false, reason: 'wrong', conversation: {} };
  const known = await models.groups
    .findOne({ office: office.id, groupId: context.chat.id })
    .lean<{ _id: string; state: string }>();
  if (known?.state === 'active') return { ok: false, reason: 'already', conversation: {} };
  const group: Group = {
    id: known?._id ?? newId(),
    office: office.id,
    groupId: context.chat.id,
    name,
    linkedBy: member.id,
    state: 'active',
  };
  const { id, ...document } = group;
  const writes: Write[] = [
    useInvite(invite),
    { to: 'groups', update: { where: { _id: id }, change: { $set: document }, upsert: true } },
    linkWrite(context.chat.id, { office: office.id, kind: 'group', target: id }),
    writeAudit(office.id, context.now, member.id, 'link-group', { group: id }),
  ];
  return { ok: true, office, group, writes };
}

/** The person read the notice and agreed. */
export function acceptNotice(context: Context & { member: Member }, { version }: Notice): Write[] {
  const { member, now } = context;
  const consent = { version, at: now };
  return [
    {
      to: 'members',
      update: { where: { _id: member.id, office: member.office }, change: { $set: { consent } } },
    },
    writeAudit(member.office, now, member.id, 'accept-notice', { version }),
  ];
}
