/** Whose eyes each phone on the page looks through; used by app.tsx and the chats. */
import type { SimGroup, SimMessage, SimPerson, SimState } from '../types.ts';

/** One phone: a person in their own chat with the bot, or in a group. */
export interface Seat {
  /** Chat it shows: userId or groupId; unique on the page. */
  chat: string;
  user: SimPerson;
  /** Null in a one-to-one chat. */
  group: SimGroup | null;
}

/**
 * A phone for each person, then one for each group.
 * @param viewers member chosen for each group; without one, the first who is inside.
 */
export function seatsOf(state: SimState, viewers: Record<string, string>): Seat[] {
  const own = state.people.map((user): Seat => ({ chat: user.userId, user, group: null }));
  const shared = state.groups.flatMap((group): Seat[] => {
    const inside = state.people.filter((person) => group.members.includes(person.userId));
    const chosen = state.people.find((person) => person.userId === viewers[group.groupId]);
    const user = chosen ?? inside[0] ?? state.people[0];
    return user ? [{ chat: group.groupId, user, group }] : [];
  });
  return [...own, ...shared];
}

/** Name of whoever sent a message, or '' when nobody on the page did. */
export function senderName(state: SimState, from: string): string {
  if (from === 'bot') return state.bot.displayName;
  return state.people.find((person) => person.userId === from)?.displayName ?? '';
}

/** Messages of one chat in the order they came. */
export function messagesOf(state: SimState, chat: string): SimMessage[] {
  return state.messages.filter((message) => message.chat === chat);
}

/** First letter of a name for its round picture, without a leading Thai vowel sign. */
export function initialOf(name: string): string {
  const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  return (/^[\u0E40-\u0E44]/.test(letters[0] ?? '') ? letters[1] : letters[0]) ?? '?';
}

/** A steady hue from 0 to 359 for a name's round picture. */
export function hueOf(name: string): number {
  return ([...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) * 137) % 360;
}
