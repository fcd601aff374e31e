/** A report in the making: what the dialog has gathered and the step it stands at. */
import type { FieldName, Fields } from './activity.ts';
import type { Source } from './update.ts';

/** Raised whenever the shape below changes: a draft of another version is dropped kindly, not misread. */
export const DRAFT_VERSION = 1;

/** Fields the form can ask for, in the order it asks. */
export type AskField = FieldName | 'evidence';

export type Step =
  /** Which activity is meant. */
  | { at: 'choose'; candidates: string[]; page: number }
  /** One question; `back` is where ย้อนกลับ leads. */
  | { at: 'ask'; field: AskField }
  /** The card with everything, waiting for บันทึก. */
  | { at: 'review' }
  /** Several activities understood from one text, waiting for one บันทึก. */
  | { at: 'review-many' };

export interface Draft {
  version: number;
  id: string;
  /** Grows with every change; a button of an older card is told apart by it. */
  rev: number;
  step: Step;
  /** Steps walked through, for ย้อนกลับ. */
  trail: Step[];
  activity: string | null;
  fields: Fields;
  /** Words each field was read from, to show on the card. */
  because: Partial<Record<FieldName, string>>;
  evidence: string[];
  /** Questions of the guided form still to come; empty for a report told in a sentence. */
  queue: AskField[];
  /** Set when this changes an earlier report. */
  correction: { update: string; before: Fields } | null;
  /** For review-many. */
  items: { activity: string; fields: Fields }[];
  /** Words used for the activity when it had to be chosen: remembered as that person's name for it. */
  alias: string | null;
  /** LINE id of the message it came from. */
  message: string | null;
  /** Messages that single fields came from later; the others came from `message`, or from taps. */
  sources?: Source[] | undefined;
  /** Sequence of the activity when the draft began, to notice that somebody else reported meanwhile. */
  baseSeq: number | null;
  through: 'chat' | 'form';
  startedAt: Date;
}
