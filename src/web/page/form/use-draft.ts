/** Keeps the server's draft and what is typed the same: each change is sent as it is made, again until it arrives, and what was told in chat meanwhile is taken in. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FIELD_NAMES, type FieldName } from '../../../domain/activity.ts';
import { change, read, Refused } from '../api.ts';
import { type DraftChanged, type SentForm, NO_VALUES, pathOf, planOf, type FormValues } from './data.ts';
import { type ByField, type DraftState, START, takenIn } from './draft-state.ts';
import { recallUnsent, rememberUnsent } from './unsent-here.ts';

/** Between two looks at what the chat may have told. */
const LOOK_MS = 30_000;
const AGAIN_MS = 5_000;

export interface DraftKeeper extends DraftState {
  load: () => void;
  type(field: FieldName, value: string): void;
  /** Sends what was typed. @returns whether all of it is with the server and taken. */
  keep(): Promise<boolean>;
  /** Takes in what an answer brought, such as a file that was attached. */
  take: (answer: DraftChanged) => void;
  /** The state as it is now, after whatever was awaited. */
  now(): DraftState;
}

export function useDraft(code: string): DraftKeeper {
  const [state, setState] = useState(START);
  const current = useRef(state);
  /** What the server holds, as far as this page knows. */
  const known = useRef<FormValues>(NO_VALUES);
  const sending = useRef<Promise<void> | null>(null);
  const timer = useRef(0);

  const set = (next: Partial<DraftState>): void => {
    current.current = { ...current.current, ...next };
    setState(current.current);
    const { typed, view } = current.current;
    if (view === null) return;
    rememberUnsent(view.plan, code, Object.fromEntries(unsent().map((name) => [name, typed[name]])));
  };
  /** What is typed and not with the server; what it did not take is not sent again. */
  const unsent = (): FieldName[] =>
    FIELD_NAMES.filter((name) => current.current.typed[name] !== known.current[name]);

  /** @param sent values this answer is to. */
  function take(view: SentForm, sent: ByField = {}, more: Partial<DraftState> = {}): void {
    const next = takenIn({ ...current.current, ...more }, known.current, view, sent);
    known.current = next.known;
    set(next.state);
  }

  function load(): void {
    set({ refused: null });
    read<SentForm>(pathOf(code)).then(
      (view) => {
        const shown = current.current.view;
        // the code means another activity now: what is typed here is refused with words, and not taken over
        if (shown && shown.plan !== view.plan) return;
        const kept = shown === null ? recallUnsent(view.plan, code) : {};
        take(view);
        set({ typed: { ...current.current.typed, ...kept } });
        if (unsent().length > 0) void keep();
      },
      (refused: Refused) => current.current.view === null && set({ refused }),
    );
  }

  async function send(): Promise<void> {
    const { typed, problems } = current.current;
    const fields = unsent().filter((name) => problems[name] === undefined);
    if (fields.length === 0) return;
    const sent: ByField = Object.fromEntries(fields.map((name) => [name, typed[name]]));
    const changes = fields.map((field) => ({ field, value: typed[field], was: known.current[field] }));
    set({ keeping: 'keeping' });
    try {
      const answer = await change<DraftChanged>(pathOf(code), { changes, ...planOf(current.current.view) });
      const now = current.current;
      take(answer.view, sent, {
        keeping: 'kept',
        refused: null,
        problems: { ...now.problems, ...answer.problems },
        replaced: { ...now.replaced, ...answer.replaced },
        notes: answer.notes,
      });
    } catch (error) {
      const refused = error as Refused;
      const away = refused.status === 0 || refused.status >= 500;
      set({ keeping: away ? 'away' : 'idle', refused: away ? null : refused });
      if (!away) return;
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void keep(), AGAIN_MS);
      throw error;
    }
    // what was typed while it was under way
    await send();
  }

  function keep(): Promise<boolean> {
    sending.current ??= send().finally(() => (sending.current = null));
    return sending.current.then(
      () => unsent().length === 0,
      () => false,
    );
  }

  useLooks(code, load, () => void keep());
  useEffect(() => () => clearTimeout(timer.current), [code]);

  return {
    ...state,
    load,
    type(field, value) {
      const without = (values: ByField): ByField => ({ ...values, [field]: undefined });
      const { typed, problems, replaced, readAs, elsewhere } = current.current;
      set({
        typed: { ...typed, [field]: value },
        problems: without(problems),
        replaced: without(replaced),
        readAs: without(readAs),
        elsewhere: elsewhere.filter((name) => name !== field),
      });
    },
    keep,
    take: (answer) => take(answer.view, {}, { notes: answer.notes }),
    now: () => current.current,
  };
}

/** Looks at once, every half minute, and whenever the page is come back to; says when the line is back. */
function useLooks(code: string, load: () => void, lineIsBack: () => void): void {
  useEffect(() => {
    load();
    const look = (): void => {
      if (document.visibilityState === 'visible') load();
    };
    const clock = window.setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', lineIsBack);
    return () => {
      clearInterval(clock);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', lineIsBack);
    };
  }, [code]);
}
