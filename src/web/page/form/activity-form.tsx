/** One activity to report on: every field on one page, kept as it is typed, stored by one button. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldName } from '../../../domain/activity.ts';
import { baht, moment, quantity } from '../../../text/format.ts';
import { change, type Me, type Refused } from '../api.ts';
import { PageNote, wordsFor } from '../frame.tsx';
import { ActivityStanding } from './activity-list.tsx';
import { type DraftChanged, type SentForm, type FormWords, pathOf, type SentReceipt } from './data.ts';
import { Field } from './field.tsx';
import { Files } from './files.tsx';
import { ReceiptCard } from './receipt.tsx';
import { useDraft } from './use-draft.ts';
import { useUploads } from './use-uploads.ts';

/** As the report is told: how far, what came of it, what it cost, what was in the way. */
const ORDER: readonly FieldName[] = [
  'status',
  'percent',
  'result',
  'actual',
  'spent',
  'obstacle',
  'suggestion',
  'remark',
  'date',
];

export function ActivityForm({ code, me, words }: { code: string; me: Me; words: FormWords }) {
  const { say } = words;
  const shared = wordsFor(me.language);
  const draft = useDraft(code);
  const files = useUploads(code, say.files, (answer, name) => {
    draft.take(answer);
    setSaid({ text: say.files.attached(name), good: true });
  });
  const [said, setSaid] = useState<{ text: string; good: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [asks, setAsks] = useState(false);
  const [stored, setStored] = useState<{ receipt: SentReceipt; view: SentForm } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useWarning(files.uploads.length > 0 || draft.keeping === 'away');
  const { view, refused } = draft;
  if (stored)
    return (
      <ReceiptCard
        {...stored}
        words={words}
        again={() => {
          setStored(null);
          setSaid(null);
        }}
      />
    );
  if (!view)
    return refused ? (
      <PageNote text={refused.message || shared.offline} button={shared.retry} press={draft.load} />
    ) : (
      <PageNote text={shared.loading} />
    );

  const wrongFields = (): FieldName[] => ORDER.filter((name) => draft.now().problems[name] !== undefined);
  const failed = (error: Refused): void => {
    setBusy(false);
    setSaid({ text: error.message || say.state.away, good: false });
    draft.load();
  };
  async function store(): Promise<void> {
    setSaid(null);
    setBusy(true);
    const whole = await draft.keep();
    const { view: now, refused: why } = draft.now();
    const wrong = wrongFields();
    if (!whole || wrong.length > 0) {
      setBusy(false);
      setSaid({
        text: wrong.length > 0 ? say.wrong(wrong.length) : why?.message || say.state.away,
        good: false,
      });
      form.current?.querySelector<HTMLElement>(`[data-field="${wrong[0]}"] :is(input, textarea)`)?.focus();
      return;
    }
    const seen = { draft: now?.draft?.id ?? '', rev: now?.draft?.rev ?? 0 };
    change<SentReceipt>(pathOf(code, '/store'), seen).then((receipt) => {
      setBusy(false);
      setStored({ receipt, view: now! });
      draft.load();
    }, failed);
  }
  const save = (): void => {
    if (files.uploads.some(({ state }) => state !== 'refused')) setSaid({ text: say.wait, good: false });
    else void store();
  };
  const remove = (id: string): void =>
    void change<DraftChanged>(pathOf(code, '/files/remove'), { id }).then(draft.take, failed);
  const discard = (): void => {
    setAsks(false);
    void change<DraftChanged>(pathOf(code, '/discard'), {}).then((answer) => {
      draft.take(answer);
      setSaid({ text: answer.notes.join(' '), good: true });
    }, failed);
  };

  return (
    <>
      <p>
        <a class="button" href="#">
          ← {say.back}
        </a>
      </p>
      <About view={view} words={words} />
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
        {ORDER.map((name) => (
          <Field key={name} name={name} draft={draft} view={view} words={words} />
        ))}
        <Files
          view={view}
          words={words}
          uploads={files.uploads}
          add={files.add}
          drop={files.drop}
          remove={remove}
        />
        {[...view.cautions, ...draft.notes].map((note) => (
          <p class="caution" key={note}>
            ! {note}
          </p>
        ))}
        <div role="status" class="said">
          {draft.keeping !== 'idle' && (
            <p class={draft.keeping === 'away' ? 'bad' : 'dim'}>{say.state[draft.keeping]}</p>
          )}
          {refused && <p class="bad">{refused.message}</p>}
          {said && <p class={said.good ? 'good' : 'bad'}>{said.good ? said.text : `! ${said.text}`}</p>}
          {asks && <p>{say.discardAsk}</p>}
        </div>
        <p class="buttons">
          {asks ? (
            <>
              <button type="button" class="danger" onClick={discard}>
                {say.discardYes}
              </button>
              <button type="button" onClick={() => setAsks(false)}>
                {say.cancel}
              </button>
            </>
          ) : (
            <>
              <button class="primary" disabled={busy}>
                {busy ? say.saving : say.save}
              </button>
              {view.draft && (
                <button type="button" onClick={() => setAsks(true)}>
                  {say.discard}
                </button>
              )}
            </>
          )}
        </p>
      </form>
    </>
  );
}

/** What the plan says of the activity, and what was last reported. */
function About({ view, words }: { view: SentForm; words: FormWords }) {
  const { activity, stands } = view;
  const { say, language } = words;
  const facts: [string, string | null][] = [
    [say.indicator, activity.indicator],
    [say.target, activity.target === null ? null : quantity(activity.target, activity.unit ?? '')],
    [say.budget, activity.budget === null ? null : baht(activity.budget, language)],
  ];
  return (
    <section class="card about">
      <h1>
        {activity.label} {activity.name}
      </h1>
      <ActivityStanding row={activity} words={words} />
      <dl>
        {facts.flatMap(([name, value]) =>
          value === null
            ? []
            : [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>,
              ],
        )}
      </dl>
      <p class="dim">
        {stands.at && stands.by
          ? say.stands(moment(new Date(stands.at), language), stands.by)
          : say.standsNot}
      </p>
    </section>
  );
}

/** Whoever leaves while something is still on its way is asked first. */
function useWarning(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [on]);
}
