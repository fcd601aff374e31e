/** What people do on the page, as changes of the world and webhook events to the bot; called by the simulator's `act`. */
import { done, refuseAct } from './act-outcome.ts';
import type { ActOutcome, ActParts } from './act-outcome.ts';
import { eventOf } from './events.ts';
import { talk } from './talk.ts';
import type { SimAct } from './types.ts';
import type { World } from './world.ts';

/** A line in the middle of a chat; `event` and `names` let a page say it in its own words. */
function note(world: World, chat: string, event: string, names: string[], text: string): void {
  world.post({ chat, from: 'system', message: { type: 'text', text, event, names } });
}

function friendship(
  { world, webhook }: ActParts,
  act: 'follow' | 'block' | 'unblock',
  id: string,
): ActOutcome {
  const person = world.person(id);
  if (!person) return refuseAct('unknown-person');
  const wasBlocked = person.blocked;
  if (act === 'block') {
    if (wasBlocked) return refuseAct('already-blocked');
    person.blocked = true;
    note(world, id, act, [person.displayName], `${person.displayName} blocked ${world.bot.displayName}`);
    webhook.send(eventOf(world, 'unfollow', { chat: id, user: id, replyable: false }));
    return done;
  }
  if (act === 'unblock' && !wasBlocked) return refuseAct('not-blocked');
  if (act === 'follow' && person.friend && !wasBlocked) return refuseAct('already-friend');
  person.blocked = false;
  person.friend = true;
  note(world, id, act, [person.displayName], `${person.displayName} added ${world.bot.displayName}`);
  const follow = { isUnblocked: wasBlocked };
  webhook.send(eventOf(world, 'follow', { chat: id, user: id, replyable: true }, { follow }));
  return done;
}

/** Takes the bot out of a group; also what LINE's "leave group" endpoint does. */
export function takeBotOut({ world, webhook }: Pick<ActParts, 'world' | 'webhook'>, id: string): ActOutcome {
  const group = world.group(id);
  if (!group) return refuseAct('unknown-group');
  if (!group.botInside) return refuseAct('bot-outside');
  group.botInside = false;
  note(world, id, 'bot-leave', [world.bot.displayName], `${world.bot.displayName} left the group`);
  webhook.send(eventOf(world, 'leave', { chat: id, user: null, replyable: false }));
  return done;
}

function joinGroup({ world, webhook }: ActParts, id: string): ActOutcome {
  const group = world.group(id);
  if (!group) return refuseAct('unknown-group');
  if (group.botInside) return refuseAct('bot-inside');
  group.botInside = true;
  note(world, id, 'bot-join', [world.bot.displayName], `${world.bot.displayName} joined the group`);
  webhook.send(eventOf(world, 'join', { chat: id, user: null, replyable: true }));
  return done;
}

function membership(
  { world, webhook }: ActParts,
  act: 'member-join' | 'member-leave',
  groupId: string,
  userId: string,
): ActOutcome {
  const group = world.group(groupId);
  const person = world.person(userId);
  if (!group) return refuseAct('unknown-group');
  if (!person) return refuseAct('unknown-person');
  const inside = group.members.includes(userId);
  if (inside === (act === 'member-join')) return refuseAct(inside ? 'already-a-member' : 'not-a-member');
  const members = [{ type: 'user', userId }];
  if (act === 'member-join') {
    group.members.push(userId);
    note(world, groupId, act, [person.displayName], `${person.displayName} joined the group`);
  } else {
    group.members = group.members.filter((member) => member !== userId);
    note(world, groupId, act, [person.displayName], `${person.displayName} left the group`);
  }
  if (!group.botInside) return done;
  const origin = { chat: groupId, user: null };
  webhook.send(
    act === 'member-join'
      ? eventOf(world, 'memberJoined', { ...origin, replyable: true }, { joined: { members } })
      : eventOf(world, 'memberLeft', { ...origin, replyable: false }, { left: { members } }),
  );
  return done;
}

function moveClock(world: World, to: string | undefined, days: number | undefined): ActOutcome {
  const from = to === undefined ? world.clock.now() : new Date(to);
  world.clock.moveTo(new Date(from.getTime() + (days ?? 0) * 24 * 3_600_000));
  return done;
}

function newPerson(world: World, displayName: string): ActOutcome {
  const flags = { friend: false, blocked: false };
  world.data.people.push({ userId: world.ids.user(), displayName, role: '', tries: [], ...flags });
  world.touch();
  return done;
}

/** Does one act. @returns whether it could be done; the webhook it causes is under way, not yet answered. */
export function perform(parts: ActParts, act: SimAct): ActOutcome {
  const { world, media, webhook } = parts;
  switch (act.act) {
    case 'text':
    case 'image':
    case 'file':
    case 'sticker':
    case 'postback':
    case 'unsend':
    case 'edit':
      return talk(parts, act);
    case 'follow':
    case 'block':
    case 'unblock':
      return friendship(parts, act.act, act.user);
    case 'bot-join':
      return joinGroup(parts, act.group);
    case 'bot-leave':
      return takeBotOut(parts, act.group);
    case 'member-join':
    case 'member-leave':
      return membership(parts, act.act, act.group, act.user);
    case 'clock':
      return moveClock(world, act.to, act.days);
    case 'switches':
      Object.assign(world.data.switches, act.set);
      world.touch();
      return done;
    case 'redeliver':
      return webhook.redeliver(act.log) ? done : refuseAct('unknown-log-line');
    case 'new-person':
      return newPerson(world, act.displayName);
    case 'reset':
      world.reset();
      media.clear(world.data.richMenus.menus.map((menu) => menu.richMenuId));
      return done;
    default:
      return act satisfies never;
  }
}
