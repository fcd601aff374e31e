/** A report in the making: what the dialog has gathered, the step it stands at, and for how long it is still meant. */
import type { FieldName, Fields } from './activity.ts';
import type { FigureSaid } from './running-total.ts';
import type { WordSource } from './update.ts';

/** Raised whenever the shape below changes: a draft of another version is dropped kindly, not misread. */
export const DRAFT_VERSION = 2;

/** Fields the form can ask for, in the order it asks. */
export type AskField = FieldName | 'evidence';

/** What was said of a status and has to be asked: not done yet or not at all; finished, or half of it; other than the card; not begun, with figures. */
export type Doubt = 'not-done' | 'half-done' | 'turned' | 'begun';

export type Step =
  /** Which activity is meant. */
  /** `full` with the whole page, not only the first of it. */
  | { at: 'choose'; candidates: string[]; page: number; full?: boolean | undefined }
  /** One question. */
  | { at: 'ask'; field: AskField }
  /** The card, waiting for บันทึก; `full` with every field to add or change. */
  | { at: 'review'; full?: boolean | undefined }
  /** Several activities understood from one text, waiting for one บันทึก. */
  | { at: 'review-many'; full?: boolean | undefined };

/** A step that was left, with what leaving it may have changed besides what was said. */
export interface Walked extends Pick<Draft, 'step' | 'activity' | 'baseSeq'> {
  actual: Fields['actual'];
}

/** One activity of several told in one text. */
export interface Item extends Pick<Draft, 'fields' | 'baseSeq'> {
  activity: string;
}

/** A figure that was told of something that is summed up as it goes. */
export interface FigureTold {
  field: 'percent' | 'actual' | 'spent';
  told: number;
  /** Of what is counted; '' for the others. */
  unit: string;
  said: FigureSaid;
  /** What stood before; left out for nothing, and until the activity is known. */
  stood?: number | undefined;
  /** Whether it is all of it or a part is asked; the field is empty until then. */
  asked?: boolean | undefined;
}

export interface Draft {
  version: number;
  id: string;
  /** Codes mean something within one plan only. */
  plan: string;
  /** Grows with every change; a button of an older card is told apart by it. */
  rev: number;
  step: Step;
  /** Steps walked through, for ย้อนกลับ. */
  trail: Walked[];
  activity: string | null;
  /** The activity was not named but is the obvious one: another one can be chosen on the card. */
  proposed?: boolean | undefined;
  fields: Fields;
  /** Why the status is asked, until it is answered. */
  doubt?: Doubt | undefined;
  /** That it has not begun was chosen though figures stand beside it: it is asked no more. */
  sure?: boolean | undefined;
  /** Said to be stuck, without what it is: that is asked, and "none" is no answer to it. */
  troubled?: boolean | undefined;
  /** Sums that the words may mean, in satang, while the one that was spent is asked for. */
  sums?: number[] | undefined;
  /** What was stored and is to hold no more, where nothing else is told of it. */
  cleared?: FieldName[] | undefined;
  /** Figures of a sentence, beside what stood before it. */
  figures?: FigureTold[] | undefined;
  /** What was typed right before was no answer to the question: said once more, that is put in other words. */
  refused?: boolean | undefined;
  /** Words each field was read from, to show on the card. */
  because: Partial<Record<FieldName, string>>;
  evidence: string[];
  /** Questions of the guided form still to come; empty for a report told in a sentence. */
  queue: AskField[];
  /** Set when this changes an earlier report. */
  correction: { update: string; before: Fields } | null;
  /** For review-many. */
  items: Item[];
  /** Words used for the activity when it had to be chosen: remembered as that person's name for it. */
  alias: string | null;
  /** LINE id of the message it came from. */
  message: string | null;
  /** Messages that single fields came from later; the others came from `message`, or from taps. */
  sources?: WordSource[] | undefined;
  /** Sequence of the activity when the draft began, to notice that somebody else reported meanwhile. */
  baseSeq: number | null;
  through: 'chat' | 'form' | 'web';
  /** When anything was last done to it. */
  changedAt: Date;
  /** When it was last pointed out as left behind; null before that. */
  offeredAt: Date | null;
  /** Waits behind its chip since another report was ended: words and photos are not meant for it until it is shown. */
  aside?: boolean | undefined;
}

const DAY_MS = 86_400_000;
/** After so many days nobody remembers what was half told. */
const KEPT_DAYS = 30;

/** True for a day: it is a tap away. Later it is only offered. */
export function isFresh(draft: Draft, now: Date): boolean {
  return now.getTime() - draft.changedAt.getTime() < DAY_MS;
}

/** True for what is on the screen, as far as one can know: words and photos are meant for it. */
export function takesWords(draft: Draft, now: Date): boolean {
  return isFresh(draft, now) && !draft.aside;
}

/** True for what is no longer offered either. */
export function isOver(draft: Draft, now: Date): boolean {
  return now.getTime() - draft.changedAt.getTime() > KEPT_DAYS * DAY_MS;
}

/** Left behind, and not pointed out within the last day. */
export function wantsOffer(draft: Draft, now: Date): boolean {
  return !isFresh(draft, now) && (!draft.offeredAt || now.getTime() - draft.offeredAt.getTime() >= DAY_MS);
}
