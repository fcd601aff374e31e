/** What the form's page knows of its draft, and how an answer of the server is taken into it; use-draft.ts keeps it. */
import { FIELD_NAMES, type FieldName } from '../../../domain/activity.ts';
import type { Refused } from '../api.ts';
import { type FormValues, NO_VALUES, type SentForm } from './data.ts';

export type Keeping = 'idle' | 'keeping' | 'kept' | 'away';
export type ByField = Partial<Record<FieldName, string>>;

export interface DraftState {
  view: SentForm | null;
  typed: FormValues;
  problems: ByField;
  /** What was told elsewhere and gave way to what was typed here. */
  replaced: ByField;
  /** What a value was read as, where it was typed otherwise. */
  readAs: ByField;
  /** Fields that were filled elsewhere since the page was opened. */
  elsewhere: FieldName[];
  notes: string[];
  keeping: Keeping;
  refused: Refused | null;
}

export const START: DraftState = {
  view: null,
  typed: NO_VALUES,
  problems: {},
  replaced: {},
  readAs: {},
  elsewhere: [],
  notes: [],
  keeping: 'idle',
  refused: null,
};

/**
 * What was typed since stays; what was told elsewhere is taken in where nothing else was typed.
 * @param known what the server held so far. @param view what it holds now. @param sent values that this is the answer to.
 * @returns the state with it, and what the server holds.
 */
export function takenIn(
  state: DraftState,
  known: FormValues,
  view: SentForm,
  sent: ByField,
): { state: DraftState; known: FormValues } {
  const typed = { ...state.typed };
  const readAs = { ...state.readAs };
  const elsewhere = new Set(state.elsewhere);
  const held = { ...known };
  for (const name of FIELD_NAMES) {
    const value = view.draft?.values[name] ?? '';
    const was = state.typed[name];
    const isAnswer = sent[name] !== undefined && state.problems[name] === undefined;
    held[name] = value;
    if (was !== (isAnswer ? sent[name] : known[name])) continue;
    if (isAnswer && value !== '' && value !== was && name !== 'status') readAs[name] = value;
    else if (!isAnswer && state.view && value !== was) elsewhere.add(name);
    typed[name] = value;
  }
  return { state: { ...state, view, typed, readAs, elsewhere: [...elsewhere] }, known: held };
}
