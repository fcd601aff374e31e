/** Stores an activity's draft, or throws it away, and tells how that went; the activity's form uses it. */
import { useState } from 'preact/hooks';
import type { FieldName } from '../../../domain/activity.ts';
import { change, type Refused } from '../api.ts';
import {
  type DraftChanged,
  FIELDS_AS_TOLD,
  type FormWords,
  pathOf,
  planOf,
  type SentForm,
  type SentReceipt,
} from './data.ts';
import type { DraftKeeper } from './use-draft.ts';

/** What was stored, with the form as it was then. */
export interface StoredReport {
  receipt: SentReceipt;
  view: SentForm;
}

/** How something went, below the form. */
export interface SaidBelow {
  text: string;
  good: boolean;
}

/** @param parts.tell shows how something went. @param parts.show leads to the field that keeps it from being stored. */
export function useStoring(
  code: string,
  draft: DraftKeeper,
  {
    say,
    tell,
    show,
  }: { say: FormWords['say']; tell: (said: SaidBelow | null) => void; show: (field: FieldName) => void },
) {
  const [busy, setBusy] = useState(false);
  const [stored, setStored] = useState<StoredReport | null>(null);
  const failed = (error: Refused): void => {
    setBusy(false);
    tell({ text: error.message || say.state.away, good: false });
    draft.load();
  };
  async function store(): Promise<void> {
    tell(null);
    setBusy(true);
    const whole = await draft.keep();
    const { view: now, refused: why, problems } = draft.now();
    const wrong = FIELDS_AS_TOLD.filter((name) => problems[name] !== undefined);
    if (!whole || wrong.length > 0) {
      setBusy(false);
      tell({
        text: wrong.length > 0 ? say.wrong(wrong.length) : why?.message || say.state.away,
        good: false,
      });
      if (wrong[0]) show(wrong[0]);
      return;
    }
    const seen = { draft: now?.draft?.id ?? '', rev: now?.draft?.rev ?? 0, ...planOf(now) };
    change<SentReceipt>(pathOf(code, '/store'), seen).then((receipt) => {
      setBusy(false);
      setStored({ receipt, view: now! });
      draft.load();
    }, failed);
  }
  return {
    busy,
    stored,
    store: (): void => void store(),
    /** Leaves the receipt for the form. */
    again: (): void => {
      setStored(null);
      tell(null);
    },
    /** @param id of a file. */
    remove: (id: string): void =>
      void change<DraftChanged>(pathOf(code, '/files/remove'), { id, ...planOf(draft.now().view) }).then(
        draft.take,
        failed,
      ),
    discard: (): void =>
      void change<DraftChanged>(pathOf(code, '/discard'), planOf(draft.now().view)).then((answer) => {
        draft.take(answer);
        tell({ text: answer.notes.join(' '), good: true });
      }, failed),
  };
}
