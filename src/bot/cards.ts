/** View models of all cards: what the bot decided to show; flex-messages/ has one function for each. */
import type { Fields, FieldName, Status } from '../domain/activity.ts';
import type { Role } from '../domain/member.ts';
import type { Satang } from '../domain/money.ts';
import type { Figures } from '../domain/summary.ts';
import type { ManagerCard, ManagerStep } from './manager-cards.ts';
import type { Action, ActivityRef, ActivityRow, ReminderRow, StandTogether } from './types.ts';

export type Card = Content & {
  /** Everything, as "รายละเอียด" asks for; left out: what fits on the screen. */
  full?: boolean;
};

type Content =
  | ManagerCard
  /** What was understood or filled in so far, a button a row; บันทึก stores it. */
  | {
      kind: 'draft';
      draft: string;
      rev: number;
      activity: ActivityRef & { budget: Satang | null };
      fields: Fields;
      /** What stood before, for a correction. */
      before: Fields | null;
      evidence: number;
      /** The words each field was read from. */
      because: Partial<Record<FieldName, string>>;
      /** Rows whose value was stored and goes. */
      cleared?: FieldName[];
      /** How a figure came from what stood, or what stood in its place. */
      figures?: Partial<Record<FieldName, string>>;
      correction: boolean;
      /** The activity was not named: another one is at hand. */
      proposed?: boolean;
      /** The result was read from a sentence: it says so, and can be left out. */
      resultFromMessage?: boolean;
      /** Spent is above the budget: allowed, but shown. */
      overBudget: boolean;
    }
  /** Several activities understood from one text. */
  | { kind: 'drafts'; draft: string; rev: number; items: { activity: ActivityRef; fields: Fields }[] }
  /** One question with its likely answers. */
  | {
      kind: 'question';
      /** Which sentence to ask, of the texts' questions. */
      ask: FieldName | 'activity' | 'evidence' | 'branch' | 'trouble' | 'total';
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
      /** What was understood already, where only the activity is asked for. */
      understood?: string | null;
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
      /** Others read along: no way leads to one's own work from there. */ inGroup?: true;
      /** Id of the question what came of it, asked on the receipt. */ asks?: string | null;
    }
  | {
      kind: 'receipts';
      /** The draft they came from, which tells all of them again. */
      draft: string;
      items: { update: string; activity: ActivityRef; fields: Fields }[];
      at: Date;
      late: boolean;
      inGroup?: true;
    }
  | {
      kind: 'work';
      rows: ActivityRow[];
      /** Of all pages. */ total: number;
      page: number;
      pages: number;
      /** false for a manager's look at somebody else's */ own: boolean;
      /** Heading, where it is not simply one's own work. */ title?: string;
      /** What the page buttons type, without the page. */ command?: string;
      /** A manager may ask those whose work it is: what that types, and its messages. */
      ask?: { typed: string; messages: number } | null;
      /** A list beside it: what that types. */ also?: { label: string; typed: string } | null;
      /** How all of it stands, of which the rows may be a part. */ of?: StandTogether | null;
    }
  | {
      kind: 'history';
      activity: ActivityRef;
      /** Photos and files of what counts. */
      evidence?: number;
      entries: {
        update: string;
        at: Date;
        by: string;
        said: Fields;
        voided: boolean;
        withdrawn: boolean;
        late: boolean;
        mayUndo: boolean;
        /** What stood before, of the fields that this report changed; null in the others. */
        before?: Fields;
        /** Who took it back. */
        voidedBy?: string | null;
        /** The day it tells of lay ahead then. */
        expected?: 'finish' | 'day';
      }[];
      /** Of all pages. */
      total: number;
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
      /** False where the reader, or a group that reads along, sees figures only. */
      maySeeHistory: boolean;
      /** A manager's next step; left out where the reader is none, or nothing is to be done any more. */
      manage?: ManagerStep | null;
    }
  | {
      kind: 'help';
      roles: Role[];
      /** this person's own activity, for the example sentence */
      example: (ActivityRef & { budget: Satang | null }) | null;
      chat: 'user' | 'group';
      /** Belongs to other offices of this account too. */
      inSeveral?: boolean;
    }
  /** Photos and files of an activity, a link to each. */
  | {
      kind: 'evidence';
      activity: ActivityRef;
      items: {
        /** null for photos. */
        fileName: string | null;
        picture: boolean;
        bytes: number | null;
        by: string | null;
        at: Date;
        /** pending: LINE has not handed it over yet. */
        state: 'pending' | 'stored';
        /** The same bytes were sent before: when and for which activity, where that is known. */
        again: { at: Date | null; label: string | null } | null;
        /** null while there is nothing to open. */
        url: string | null;
      }[];
      /** Of all pages. */
      total: number;
      /** How long the links work. */
      days: number;
      page: number;
      pages: number;
    }
  /** Something that happens only once it is agreed to, or one thing to choose. */
  | {
      kind: 'confirm';
      title: string;
      question: string;
      /** Words as they would go out. */
      quote: string | null;
      rows: { heading: string; value: string }[];
      /** What should be seen before agreeing. */
      caution: string | null;
      options: Action[];
      /** Buttons, or rows that wrap for long names. */
      wide: boolean;
      /** Shows what has no room beside the question. */
      inFull?: Action | null;
    }
  /** What a person is asked to report on, a day's worth; `more` further ones are not shown. */
  | { kind: 'reminder'; rows: ReminderRow[]; more: number }
  /** A month of one's own activities. */
  | { kind: 'month-own'; month: string; changed: number; next: ActivityRow[] }
  /** A month of the whole plan, for managers. */
  | {
      kind: 'month-office';
      month: string;
      now: Figures;
      before: Figures | null;
      late: ActivityRow[];
      notReported: ActivityRow[];
    }
  /** The same for a group: figures, nobody is named. */
  | { kind: 'month-group'; month: string; now: Figures; before: Figures | null }
  /** `assistant`: it says that messages are sent to one. */
  | { kind: 'notice'; office: string; name: string; version: string; assistant: boolean }
  /** The half-year report: its figures, and its files under links for the reader. */
  | {
      kind: 'official-report';
      half: 1 | 2;
      /** B.E. */
      fiscalYear: number;
      office: string;
      planTitle: string;
      /** null while the half is open. */
      closing: { version: number; at: Date; by: string } | null;
      asOf: Date;
      notBegun: boolean;
      counts: Record<Status, number>;
      total: number;
      unreported: number;
      late: number;
      budget: Satang;
      /** null when nobody named a sum. */
      spent: Satang | null;
      /** What changed since it was closed. */
      news: number;
      files: { format: 'docx' | 'xlsx' | 'pdf'; url: string }[];
      /** Files that could not be made in time. */
      unmade: ('docx' | 'xlsx' | 'pdf')[];
      expiresAt: Date;
    }
  | { kind: 'welcome'; office: string; name: string; roles: Role[]; work: ActivityRow[] };
