/** People and groups of an office, their roles, and the invites that bring them in. */

export const ROLES = ['officer', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export type Language = 'th' | 'en';

export interface ReminderPreferences {
  /** 0-23, Bangkok time; null = the office's. */
  hour: number | null;
  /** 1 = Monday; null = every working day. */
  days: number[] | null;
  /** Put off until then: an ISO day, or a day and its time, `2021-02-15T15:00`. On that day they come whatever was said lately. */
  snoozedUntil: string | null;
}

/** Codes mean something within one plan only: these come back with theirs. */
export interface FormerActivities {
  plan: string;
  activities: string[];
}

export interface Member {
  id: string;
  office: string;
  /** LINE user id. */
  userId: string;
  /** As LINE has it, or as the invite did. */
  name: string;
  /** As official documents have it, with its title; left out or '' while nobody said it. */
  officialName?: string;
  position: string;
  roles: Role[];
  /** Codes of leaves or branches this person reports on; a branch covers its leaves. */
  activities: string[];
  /** Those of plans that were in use before, as they stood when each was left; left out while there was none. */
  formerActivities?: FormerActivities[];
  language: Language;
  /** Version of the notice that was accepted, and when; null before. */
  consent: { version: string; at: Date } | null;
  /** ISO days, both of them on leave; `from` left out: from the day on which it was said. */
  away: { from?: string; until: string; delegate: string | null } | null;
  /** Names this person uses for activities: normalised words → code. */
  aliases: Record<string, string>;
  /** When this person wants to be reminded; null = as the office does. */
  preferences: ReminderPreferences | null;
  /** active; blocked = blocked the bot or left; revoked = taken out by an administrator. */
  state: 'active' | 'blocked' | 'revoked';
  /** When the person last blocked or followed, by LINE's clock; left out before the first time. */
  stateAt?: Date;
  joinedAt: Date;
  lastSeenAt: Date | null;
}

/** @returns the name that reports print. */
export function nameInReports({ name, officialName }: Pick<Member, 'name' | 'officialName'>): string {
  return officialName || name;
}

export interface Invite {
  id: string;
  office: string;
  role: Role | 'group';
  /** Name or group of the owner the invite is meant for, as the plan writes it. */
  owner: string | null;
  activities: string[];
  /** As a member's. */
  formerActivities?: FormerActivities[];
  uses: number;
  used: number;
  expiresAt: Date;
}

export interface Group {
  id: string;
  office: string;
  /** LINE group id. */
  groupId: string;
  name: string;
  linkedBy: string | null;
  state: 'active' | 'left';
}
