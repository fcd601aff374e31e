/** What the understanding makes of a text: intent, fields, and the words each field came from. */
import type { Fields, Plan } from '../domain/activity.ts';

export type Intent = 'report' | 'undo' | 'status' | 'list' | 'help' | 'other';

/** The fields a text can fill; remark is only filled in the form. */
export type SpokenField = Exclude<keyof Fields, 'remark'> | 'activity';

/** A stretch of the original text, UTF-16 offsets, `end` excluded. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** A possible value of a field and how probable it is (0 to 1). */
export interface Option<T> {
  value: T;
  probability: number;
}

export type Likely = {
  [F in Exclude<SpokenField, 'activity'>]?: Option<NonNullable<Fields[F]>>[];
};

export interface Reading {
  /** Code of a leaf (report) or any node (status); null when none was found or more than one is possible. */
  activity: string | null;
  /** `remark` is always null. Spent is satang. Dates are ISO. */
  fields: Fields;
  /** Codes the words could mean, likeliest first, when `activity` is null; empty when they name nothing. */
  candidates: string[];
  /** Which fields need asking: said, but not to be taken as certain. */
  unsure: SpokenField[];
  /** What an unsure field could be: two or three answers, likeliest first; empty for a field that must be asked openly. */
  likely: Likely;
  /** The words behind each filled or unsure field. */
  because: Partial<Record<SpokenField, Span[]>>;
}

export interface Understood extends Reading {
  intent: Intent;
  /** True when something must be asked before it can be stored: no activity, or a field said unclearly. */
  ambiguous: boolean;
  /** Several activities in one text; then the reading's own fields are empty. */
  multiple: Reading[] | null;
  /** One activity was found, or none, but the text probably tells of others too. */
  more: boolean;
  /** Read as no report, though it may be one: worth asking. `candidates` are then what it could be about. */
  perhaps: boolean;
}

export interface UnderstandContext {
  plan: Plan;
  /** The office's day, ISO: what "yesterday" and "this month" are counted from. */
  today: string;
  /** Activity of the card the text was a quoted reply to. */
  quoted?: string | null;
  /** Leaf codes this person reports on: of these names are meant sooner, and a single one is taken when the text names none. */
  own?: readonly string[];
  /** The person said that it is a report: its purpose is not read from the words. */
  isReport?: boolean;
}
