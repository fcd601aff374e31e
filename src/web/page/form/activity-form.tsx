/** One activity to report on: every field on one page, kept as it is typed, stored by one button. */
import { useRef, useState } from 'preact/hooks';
import type { Me } from '../api.ts';
import { NotYet } from '../frame.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { AboutActivity } from './about.tsx';
import { FIELDS_AS_TOLD, type FormWords } from './data.ts';
import type { DraftState } from './draft-state.ts';
import { Field } from './field.tsx';
import { Files } from './files.tsx';
import { ReceiptCard } from './receipt.tsx';
import { useDraft } from './use-draft.ts';
import { type SaidBelow, useStoring } from './use-storing.ts';
import { useUploads } from './use-uploads.ts';

export function ActivityForm({ code, me, words }: { code: string; me: Me; words: FormWords }) {
  const { say } = words;
  const draft = useDraft(code);
  const files = useUploads(
    code,
    () => draft.now().view,
    say.files,
    (answer, name) => {
      draft.take(answer);
      setSaid({ text: say.files.attached(name), good: true });
    },
  );
  const [said, setSaid] = useState<SaidBelow | null>(null);
  const [asks, setAsks] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { busy, stored, ...storing } = useStoring(code, draft, {
    say,
    tell: setSaid,
    show: (field) =>
      form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`)?.focus(),
  });
  useUnsaved(files.uploads.length > 0 || draft.keeping === 'away');
  const { view, refused } = draft;
  if (stored) return <ReceiptCard {...stored} words={words} again={storing.again} />;
  if (!view) return <NotYet language={me.language} refused={refused} load={draft.load} />;

  const save = (): void => {
    if (files.uploads.some(({ state }) => state !== 'refused')) setSaid({ text: say.wait, good: false });
    else storing.store();
  };
  const discard = (): void => {
    setAsks(false);
    storing.discard();
  };

  return (
    <>
      <p>
        <a class="button" href="#">
          ← {say.back}
        </a>
      </p>
      <AboutActivity view={view} words={words} />
      <form
        ref={form}
        class="card report"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="dim">{say.keep}</p>
        {draft.elsewhere.length > 0 && (
          <p class="caution" role="status">
            {say.elsewhere(draft.elsewhere.map((name) => words.words.field[name]).join(', '))}
          </p>
        )}
        {FIELDS_AS_TOLD.map((name) => (
          <Field key={name} name={name} draft={draft} view={view} words={words} />
        ))}
        <Files
          view={view}
          words={words}
          uploads={files.uploads}
          add={files.add}
          drop={files.drop}
          remove={storing.remove}
        />
        {[...view.cautions, ...draft.notes].map((note) => (
          <p class="caution" key={note}>
            ! {note}
          </p>
        ))}
        <SaidOfIt say={say} draft={draft} said={said} asks={asks} />
        <EndButtons say={say} busy={busy} asks={asks} ask={setAsks} discard={view.draft ? discard : null} />
      </form>
    </>
  );
}

/** Whether what is typed is kept, and what came of the last button. */
function SaidOfIt({
  say,
  draft: { keeping, refused },
  said,
  asks,
}: {
  say: FormWords['say'];
  draft: Pick<DraftState, 'keeping' | 'refused'>;
  said: SaidBelow | null;
  asks: boolean;
}) {
  return (
    <div role="status" class="said">
      {keeping !== 'idle' && <p class={keeping === 'away' ? 'bad' : 'dim'}>{say.state[keeping]}</p>}
      {refused && <p class="bad">{refused.message}</p>}
      {said && <p class={said.good ? 'good' : 'bad'}>{said.text}</p>}
      {asks && <p>{say.discardAsk}</p>}
    </div>
  );
}

/** @param props.asks whether throwing the draft away is asked about. @param props.discard null where there is none. */
function EndButtons({
  say,
  busy,
  asks,
  ask,
  discard,
}: {
  say: FormWords['say'];
  busy: boolean;
  asks: boolean;
  ask: (on: boolean) => void;
  discard: (() => void) | null;
}) {
  if (asks)
    return (
      <p class="buttons">
        <button type="button" class="danger" onClick={() => discard?.()}>
          {say.discardYes}
        </button>
        <button type="button" onClick={() => ask(false)}>
          {say.cancel}
        </button>
      </p>
    );
  return (
    <p class="buttons">
      {/* leaving a field shows what came of it, which would move the button before it is let go: the field keeps the focus */}
      <button class="primary" disabled={busy} onMouseDown={(event) => event.preventDefault()}>
        {busy ? say.saving : say.save}
      </button>
      {discard && (
        <button type="button" onClick={() => ask(true)}>
          {say.discard}
        </button>
      )}
    </p>
  );
}
