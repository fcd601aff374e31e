/** What goes into the bot (Incoming) and what comes out (Message); neither knows LINE's wire format. */
import type { FieldName, Status } from '../domain/activity.ts';
import type { Language } from '../domain/member.ts';
import type { Satang } from '../domain/money.ts';
import type { ReminderItem } from '../domain/reminder-rules.ts';
import type { Card } from './cards.ts';

export type { Card } from './cards.ts';

export type Chat = { type: 'user' | 'group' | 'room'; id: string };

export type Content =
  | {
      kind: 'text';
      messageId: string;
      /** Without the mention of the bot. */
      text: string;
      quotedMessageId: string | null;
      mentionsBot: boolean;
    }
  | {
      kind: 'image' | 'video' | 'audio' | 'file';
      messageId: string;
      fileName: string | null;
      quotedMessageId: string | null;
    }
  | { kind: 'sticker' | 'location'; messageId: string }
  | { kind: 'postback'; data: string; params: { date?: string; time?: string; datetime?: string } }
  | { kind: 'unsend'; messageId: string }
  | { kind: 'edited'; messageId: string; text: string }
  | { kind: 'follow' | 'unfollow' | 'join' | 'leave' }
  | { kind: 'members-joined' | 'members-left'; userIds: string[] }
  | { kind: 'unknown'; type: string };

/** One webhook event, in the bot's words. */
export interface Incoming {
  /** webhookEventId. */
  id: string;
  at: Date;
  /** LINE says so: it was sent before, and not answered with 200. */
  redelivered: boolean;
  /** How long it lay in the inbox; not at all when left out. */
  waitedMs?: number;
  chat: Chat;
  userId: string | null;
  replyToken: string | null;
  content: Content;
}

/** A button's effect. Labels are at most 20 grapheme clusters, so that they fit every place. */
export type Action =
  | {
      type: 'tap';
      label: string;
      tap: Tap;
      /** shown in the chat as the person's own words */ say?: string;
      /** opens the keyboard with this text */ fillIn?: string;
      /** Stands below the label where there is room, such as when it is due. */
      note?: { words: string; tone: 'overdue' | 'plain' };
    }
  | { type: 'say'; label: string; text: string }
  | { type: 'link'; label: string; url: string }
  | { type: 'date'; label: string; tap: Tap; initial: string; min: string; max: string }
  | { type: 'camera' | 'album'; label: string };

/** What a button carries back, as compact postback data (bot/tap.ts). */
export type Tap =
  /** Stores the draft. */
  | { do: 'save'; draft: string; rev: number }
  | { do: 'cancel' | 'back' | 'skip'; draft: string; rev: number }
  /** Opens the question for one field of the draft. */
  | { do: 'edit'; draft: string; rev: number; field: FieldName | 'activity' | 'evidence' }
  /** Shows the card with every field, to add or change some. */
  | { do: 'details'; draft: string; rev: number }
  /** Takes one of several activities out of their card, onto one of its own. */
  | { do: 'item'; draft: string; rev: number; at: number }
  /** Leaves out what was understood for one field. */
  | { do: 'drop'; draft: string; rev: number; field: FieldName }
  /** Answers the question that is open. */
  | { do: 'answer'; draft: string; rev: number; value: string }
  /** Asks whether one update of one's own is to be taken back. */
  | { do: 'undo'; update: string }
  /** Starts the form on an activity, with a status already chosen. `mark` is its name's (domain/name-mark.ts). */
  | { do: 'report'; code: string; mark?: string; status?: Status }
  /** Answers a reminder of an activity: the card with that answer, ready to be stored. */
  | { do: 'reminded'; code: string; mark?: string; answer: 'done' | 'working' | 'problem' }
  | { do: 'accept-notice'; version: string }
  /** Answers what was asked before doing something that reaches other people. */
  | { do: 'confirm'; ask: string; value: string }
  /** Goes to another of one's offices. */
  | { do: 'office'; office: string }
  /** A command as if it had been typed. */
  | { do: 'say'; text: string };

export interface ActivityRef {
  code: string;
  label: string;
  name: string;
  /** The plan gives no money for it: then nothing spent means something else. */
  unfunded?: true;
  /** The day beside it is still to come: its finish where it is under way, else when it is to be done. */
  expected?: 'finish' | 'day';
}

/** One row of a list of activities. */
export interface ActivityRow extends ActivityRef {
  status: Status;
  percent: number | null;
  due: string;
  overdue: boolean;
  spent: Satang | null;
  budget: Satang | null;
  /** Until it is due, where that is what is asked: negative once it is past. */
  daysLeft?: number;
}

/** How several activities stand together. */
export interface StandTogether {
  completed: number;
  total: number;
  budget: Satang;
  spent: Satang;
}

/** One activity of a reminder, with why it is there. */
export interface ReminderRow
  extends
    ActivityRef,
    Pick<ReminderItem, 'reason' | 'dueDay' | 'daysLate' | 'workingDaysLeft' | 'remindedBefore'> {
  /** Whose work it is, where it is not the reader's own; empty when it is, or when nobody has it. */
  owners: string[];
  /** What was reported of it last, `day` ISO; null where nothing was. */
  last: { status: Status; percent: number | null; day: string } | null;
}

export type Message =
  | { type: 'text'; text: string; quick?: Action[] }
  /** A picture LINE fetches; `previewUrl` is a smaller one. */
  | { type: 'image'; url: string; previewUrl: string; quick?: Action[] }
  | {
      type: 'card';
      card: Card;
      quick?: Action[];
      /** Activity a quoted reply to this card refers to. */
      about?: string | null;
    };

export interface Reply {
  language: Language;
  /** Whose its buttons are, where that is not the office it is sent for. */
  office?: string;
  messages: Message[];
}

/** A message to somebody, in the bot's words. */
export interface Push {
  /** Cause, person and kind: written once, whoever causes it. */
  key: string;
  to: string;
  office: string;
  purpose: string;
  cost: number;
  /** Milliseconds after which it is not worth sending any more; left out: for as long as LINE can be tried. */
  lastsMs?: number;
  /** When it is pushed after all, by the office's clock, once that time is over; left out: then it ends. */
  again?: Date;
  /** Members whose names stand in it. */
  names?: string[];
  reply: Reply;
}
