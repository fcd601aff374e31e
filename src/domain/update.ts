/** Progress updates: append-only statements about one activity, and how they fold into its state. */
import {
  type ActivityState,
  FIELD_NAMES,
  type FieldName,
  type Fields,
  NO_FIELDS,
  type Reporter,
} from './activity.ts';

/** Which message the words of a field came from. */
export interface WordSource {
  field: FieldName;
  /** LINE id. */
  message: string;
}

export type Through = 'chat' | 'form' | 'web' | 'import';

/** One statement. It is never overwritten: a correction is a new one, undo voids one. */
export interface Update {
  id: string;
  office: string;
  plan: string;
  activity: string;
  /** 1, 2, 3 … within the activity. */
  seq: number;
  /** Only what this statement said; the rest is null and carries over. */
  said: Fields;
  /** What stood before and holds no more, with nothing in its place. */
  cleared?: FieldName[] | undefined;
  by: Reporter;
  at: Date;
  through: Through;
  /** webhookEventId it came from, null for scripts. */
  event: string | null;
  /** LINE id of the message the words came from: unsending it withdraws the update. */
  message: string | null;
  /** Messages that single fields came from, where it was not `message`. */
  sources?: WordSource[] | undefined;
  /** Id of the update it says otherwise; nothing for a report of its own. */
  corrects?: string | undefined;
  /** Draft it was saved from: one draft is saved at most once. */
  draft: string | null;
  evidence: string[];
  /** Set when it was undone. */
  voided: { at: Date; by: Reporter } | null;
  /** Set when the message it came from was unsent by its sender. */
  withdrawn: boolean;
}

export const NO_STATE: Readonly<ActivityState> = {
  ...NO_FIELDS,
  seq: 0,
  rev: 0,
  reportedBy: null,
  reportedAt: null,
  evidence: [],
};

/**
 * The state an activity has after its updates; `rev` is left at 0, as updates do not tell how often it changed.
 * @param updates of one activity, ascending by seq.
 * @param asOf leave out what was reported, or undone, after this moment.
 */
export function foldUpdates(updates: readonly Update[], asOf?: Date): ActivityState {
  let state: ActivityState = { ...NO_STATE, evidence: [] };
  for (const update of updates) {
    if (asOf && update.at > asOf) continue;
    state.seq = Math.max(state.seq, update.seq);
    if (update.voided && (!asOf || update.voided.at <= asOf)) continue;
    state = {
      ...applyFields(without(state, update.cleared), update.said),
      seq: state.seq,
      reportedBy: update.by,
      reportedAt: update.at,
      evidence: [...state.evidence, ...update.evidence],
    };
  }
  return state;
}

function without<T extends Fields>(state: T, cleared: readonly FieldName[] = []): T {
  return { ...state, ...Object.fromEntries(cleared.map((name) => [name, null])) };
}

/** @returns whether an update was reported by that moment, and not undone by then. */
export function counts(update: Update, asOf: Date): boolean {
  return update.at <= asOf && !(update.voided && update.voided.at <= asOf);
}

/** What was said replaces what stood; what was not said stays. */
export function applyFields<T extends Fields>(base: T, said: Fields): T {
  const next = { ...base };
  for (const name of FIELD_NAMES) if (said[name] !== null) Object.assign(next, { [name]: said[name] });
  return next;
}
