/** What goes into the bot (Incoming) and what comes out (Message); neither knows LINE's wire format. */
import type { Fields, FieldName, Status } from '../domain/activity.ts';
import type { Language, Role } from '../domain/member.ts';
import type { Satang } from '../domain/money.ts';

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
  redelivered: boolean;
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
  /** Answers the question that is open. */
  | { do: 'answer'; draft: string; rev: number; value: string }
  /** Takes back one update of one's own; asked once. */
  | { do: 'undo'; update: string; sure: boolean }
  /** Starts the form on an activity, with a status already chosen. */
  | { do: 'report'; code: string; status?: Status }
  | { do: 'accept-notice'; version: string }
  /** A command as if it had been typed. */
  | { do: 'say'; text: string };

export interface ActivityRef {
  code: string;
  label: string;
  name: string;
}

/** One row of a list of activities. */
export interface ActivityRow extends ActivityRef {
  status: Status;
  percent: number | null;
  due: string;
  overdue: boolean;
  spent: Satang | null;
  budget: Satang | null;
}

/** View models of all cards; flex-messages/ has one function for each. */
export type Card =
  /** What was understood or filled in so far, a button a row; บันทึก stores it. */
  | {
      kind: 'draft';
      draft: string;
      rev: number;
      activity: ActivityRef & {
        indicator: string | null;
        unit: string | null;
        target: number | null;
        budget: Satang | null;
      };
      fields: Fields;
      /** What stood before, for a correction. */
      before: Fields | null;
      evidence: number;
      /** The words each field was read from. */
      because: Partial<Record<FieldName, string>>;
      correction: boolean;
      /** Spent is above the budget: allowed, but shown. */
      overBudget: boolean;
    }
  /** Several activities understood from one text. */
  | { kind: 'drafts'; draft: string; rev: number; items: { activity: ActivityRef; fields: Fields }[] }
  /** One question with its likely answers. */
  | {
      kind: 'question';
      /** Which sentence to ask, of the texts' questions. */
      ask: FieldName | 'activity' | 'evidence' | 'branch';
      activity: ActivityRef | null;
      /** Place in the form, for "2/6"; null outside it. */
      step: { at: number; of: number } | null;
      /** Shown under the question: indicator and target, budget. */
      hint: {
        indicator: string | null;
        unit: string | null;
        target: number | null;
        budget: Satang | null;
      } | null;
      options: Action[];
      /** ย้อนกลับ, ข้าม, ยกเลิก. */
      controls: Action[];
    }
  | {
      kind: 'receipt';
      update: string;
      activity: ActivityRef;
      fields: Fields;
      at: Date;
      late: boolean;
      evidence: number;
      next: ActivityRow | null;
    }
  | {
      kind: 'receipts';
      items: { update: string; activity: ActivityRef; fields: Fields }[];
      at: Date;
      late: boolean;
    }
  | {
      kind: 'work';
      rows: ActivityRow[];
      page: number;
      pages: number;
      /** false for a manager's look at somebody else's */ own: boolean;
    }
  | {
      kind: 'history';
      activity: ActivityRef;
      entries: {
        update: string;
        at: Date;
        by: string;
        said: Fields;
        voided: boolean;
        withdrawn: boolean;
        late: boolean;
        mayUndo: boolean;
      }[];
      page: number;
      pages: number;
    }
  | {
      kind: 'office-summary';
      office: string;
      planTitle: string;
      asOf: Date;
      counts: Record<Status, number>;
      total: number;
      overdue: number;
      unreported: number;
      budget: Satang;
      spent: Satang;
      /** What needs doing first, at most 5. */
      rows: ActivityRow[];
    }
  | {
      kind: 'activity-status';
      activity: ActivityRow & {
        indicator: string | null;
        unit: string | null;
        target: number | null;
        ownerGroup: string | null;
      };
      fields: Fields;
      reportedBy: string | null;
      reportedAt: Date | null;
      evidence: number;
      mayReport: boolean;
    }
  | {
      kind: 'branch-status';
      activity: ActivityRef;
      counts: Record<Status, number>;
      budget: Satang;
      spent: Satang;
      rows: ActivityRow[];
    }
  | {
      kind: 'help';
      roles: Role[];
      /** this person's own activity, for the example sentence */ example: ActivityRef | null;
      chat: 'user' | 'group';
    }
  | { kind: 'notice'; office: string; name: string; version: string }
  | { kind: 'welcome'; office: string; name: string; roles: Role[]; work: ActivityRow[] };

export type Message =
  | { type: 'text'; text: string; quick?: Action[] }
  | {
      type: 'card';
      card: Card;
      quick?: Action[];
      /** Activity a quoted reply to this card refers to. */
      about?: string | null;
    };

export interface Reply {
  language: Language;
  messages: Message[];
}
