/** Keeps the server's draft and what is typed the same: each change is sent as it is made, again until it arrives, and what was told in chat meanwhile is taken in. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FIELD_NAMES, type FieldName } from '../../../domain/activity.ts';
import { change, read, Refused, whose } from '../api.ts';
import { type DraftChanged, type SentForm, NO_VALUES, pathOf, type FormValues } from './data.ts';

/** Between two looks at what the chat may have told. */
const LOOK_MS = 30_000;
const AGAIN_MS = 5_000;

export type Keeping = 'idle' | 'keeping' | 'kept' | 'away';
type ByField = Partial<Record<FieldName, string>>;

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

const START: DraftState = {
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
    remember(code, unsent());
  };
  /** What is typed and not with the server; what it did not take is not sent again. */
  const unsent = (): FieldName[] =>
    FIELD_NAMES.filter((name) => current.current.typed[name] !== known.current[name]);

  /** @param sent values this answer is to; what was typed since stays. */
  function take(view: SentForm, sent: ByField = {}, more: Partial<DraftState> = {}): void {
    const { typed, view: before } = current.current;
    const next = { ...typed };
    const elsewhere = new Set(current.current.elsewhere);
    const readAs = { ...current.current.readAs };
    const problems = more.problems ?? current.current.problems;
    for (const name of FIELD_NAMES) {
      const value = view.draft?.values[name] ?? '';
      const mine = sent[name] !== undefined && problems[name] === undefined;
      if (mine ? typed[name] === sent[name] : typed[name] === known.current[name]) {
        if (mine && value !== '' && value !== typed[name] && name !== 'status') readAs[name] = value;
        else if (!mine && before && value !== typed[name]) elsewhere.add(name);
        next[name] = value;
      }
      known.current = { ...known.current, [name]: value };
    }
    set({ view, typed: next, elsewhere: [...elsewhere], readAs, ...more });
  }

  function load(): void {
    set({ refused: null });
    read<SentForm>(pathOf(code)).then(
      (view) => {
        const kept = current.current.view === null ? recall(code) : {};
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
      const answer = await change<DraftChanged>(pathOf(code), { changes });
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

  useEffect(() => {
    load();
    const look = (): void => {
      if (document.visibilityState === 'visible') load();
    };
    const online = (): void => void keep();
    const clock = window.setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', online);
    return () => {
      clearInterval(clock);
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', online);
    };
  }, [code]);

  function remember(of: string, fields: readonly FieldName[]): void {
    const kept = Object.fromEntries(fields.map((name) => [name, current.current.typed[name]]));
    if (current.current.view === null) return;
    if (fields.length > 0) sessionStorage.setItem(storageKey(of), JSON.stringify(kept));
    else sessionStorage.removeItem(storageKey(of));
  }

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

/** What a tab that was loaded anew had not sent yet. */
const storageKey = (code: string): string => `form:${whose()}:${code}`;

function recall(code: string): ByField {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(code)) ?? '{}') as ByField;
  } catch {
    return {};
  }
}
