/** What is remembered between a person's messages in one chat; loaded before and written with every event. */
import type { Draft } from './draft.ts';

/** A list that was shown last, by which "อันที่ 2", "พวกเขา" and "แล้วของวิภาล่ะ" are understood. */
export interface Shown {
  /** Name of the command that showed it, and what followed its words; null where no command did. */
  command: string | null;
  argument: string;
  /** In the order of the card: a code, or a member's id. */
  activities: string[];
  members: string[];
  /** Activity that was looked at since. */
  looked: string | null;
  at: Date;
}

export interface Conversation {
  id: string;
  /** '-' while the person belongs to no office. */
  office: string;
  chat: string;
  userId: string;
  /** Grows with every write, so that two events at once cannot both win. */
  rev: number;
  /** Open reports, the one being talked about last; the others wait and are offered again. */
  drafts: Draft[];
  /** Drafts that could not be read because an update of the bot changed their form; told once. */
  lostDrafts: number;
  /** How often in a row nothing was understood, so that the answer varies. */
  misses: number;
  /** Wrong registration codes: how many, and since when. */
  wrongCodes: { count: number; since: Date } | null;
  /** Plan that was in use when this person last wrote, where another has taken its place since; told once. */
  leftPlan: string | null;
  /** Activity last reported on or looked at. */
  lastActivity: string | null;
  /** When that was; null where it was before this was kept. */
  talkedAt: Date | null;
  shown: Shown | null;
  /** A question asked beside the form, waiting for its answer; bot/confirmations.ts reads it. */
  pending: unknown;
  touchedAt: Date;
}

/** Of a person who is in the middle of nothing. */
export const NOTHING_BEGUN: Pick<
  Conversation,
  'drafts' | 'misses' | 'lastActivity' | 'talkedAt' | 'shown' | 'pending'
> = {
  drafts: [],
  misses: 0,
  lastActivity: null,
  talkedAt: null,
  shown: null,
  pending: null,
};

export function newConversation(
  id: string,
  office: string,
  chat: string,
  userId: string,
  now: Date,
): Conversation {
  return {
    id,
    office,
    chat,
    userId,
    rev: 0,
    ...NOTHING_BEGUN,
    lostDrafts: 0,
    leftPlan: null,
    wrongCodes: null,
    touchedAt: now,
  };
}
