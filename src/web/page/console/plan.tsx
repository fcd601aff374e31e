/** The console's plan page: what is stored, a file that is read and compared, and storing it. */
import { useState } from 'preact/hooks';
import { change, type Refused } from '../api.ts';
import { FileButton } from '../file-button.tsx';
import { NotYet } from '../frame.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { Preview } from './plan/preview.tsx';
import { type PlanChoices, NO_PLAN_CHOICES, type PlanView, type StoredPlans } from './plan/asked.ts';
import { usePlanFile } from './plan/use-plan-file.ts';
import { useLoaded, type ViewProps } from './view.ts';

type ToldHere = { text: string; good: boolean } | null;

export function PlanPage({ me, words: { plan: say } }: ViewProps) {
  const { data, refused, load } = useLoaded<StoredPlans>('/web/console/plan');
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState<PlanChoices>(NO_PLAN_CHOICES);
  const [view, setView] = useState<PlanView | null>(null);
  const { work, ask, forget } = usePlanFile();
  const [said, setSaid] = useState<ToldHere>(null);
  useUnsaved(
    work !== null || (view !== null && (view.change?.nothing === false || asked !== NO_PLAN_CHOICES)),
  );
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;

  const failed = (error: Refused): void => {
    setSaid({ text: error.message || say.broken, good: false });
    if (error.details) setView(error.details as PlanView);
  };
  const readAgain = (from: File, next: PlanChoices): void => {
    setAsked(next);
    setSaid(null);
    ask<PlanView>('/web/console/plan/read', from, next).then((found) => found && setView(found), failed);
  };
  const choose = (chosen: File | undefined): void => {
    forget();
    setView(null);
    setSaid(null);
    setFile(chosen ?? null);
    if (!chosen) return;
    if (chosen.size > data.mostBytes)
      return setSaid({ text: say.tooLarge(Math.floor(data.mostBytes / 1024 ** 2)), good: false });
    readAgain(chosen, NO_PLAN_CHOICES);
  };
  const over = (text: string): void => {
    setView(null);
    setFile(null);
    setSaid({ text, good: true });
    load();
  };
  const store = (consent: { accept: boolean; remove: boolean }): void => {
    if (!file || !view) return;
    const all = { ...asked, consent: { ...consent, seen: view.seen } };
    setSaid(null);
    ask('/web/console/plan/store', file, all).then((done) => done && over(say.saved), failed);
  };
  const use = (plan: string): void =>
    void change('/web/console/plan/use', { plan }).then(() => over(say.used), failed);

  return (
    <>
      <Stored data={data} say={say} use={use} />
      <Upload say={say} file={file} work={work} said={said} choose={choose} />
      {view && file && (
        <Preview
          view={view}
          say={say}
          fields={data.fields}
          asked={asked}
          busy={work !== null}
          ask={(next) => readAgain(file, next)}
          store={store}
          cancel={() => choose(undefined)}
          hasOffice={data.office !== null}
        />
      )}
    </>
  );
}

/** The file's choice, how far it is on its way, and what came of it. */
function Upload({
  say,
  file,
  work,
  said,
  choose,
}: {
  say: ViewProps['words']['plan'];
  file: File | null;
  work: ReturnType<typeof usePlanFile>['work'];
  said: ToldHere;
  choose: (file: File | undefined) => void;
}) {
  return (
    <section class="card">
      <h2>{say.upload}</h2>
      <p>{say.about}</p>
      <div class="buttons">
        <FileButton
          label={say.file}
          accept=".docx,.xlsx,.ods,.odt,.csv,.json"
          choose={([chosen]) => choose(chosen)}
        />
        {file && <span class="text">{file.name}</span>}
      </div>
      <div role="status">
        {work && work !== 'reading' && (
          <>
            <p>{work.paused ? say.paused : say.sending(Math.round(work.share * 100))}</p>
            <progress value={work.share} aria-label={say.file} />
          </>
        )}
        {work === 'reading' && <p>{say.reading}</p>}
        {said && <p class={said.good ? 'good' : 'bad'}>{said.text}</p>}
      </div>
    </section>
  );
}

function Stored({
  data,
  say,
  use,
}: {
  data: StoredPlans;
  say: ViewProps['words']['plan'];
  use: (plan: string) => void;
}) {
  return (
    <section class="card">
      <h2>{say.stored}</h2>
      {data.plans.length === 0 && <p>{say.none}</p>}
      <ul class="steps">
        {data.plans.map(({ id, title, fiscalYear, activities, current }) => (
          <li key={id}>
            <span>{say.one(title, fiscalYear, activities)}</span>
            {current ? (
              <span class="status completed">✓ {say.current}</span>
            ) : (
              <button onClick={() => use(id)}>{say.use}</button>
            )}
          </li>
        ))}
      </ul>
      <p class="buttons">
        {data.plans.length > 0 && (
          <a class="button" href="/web/console/plan/export">
            {say.export}
          </a>
        )}
        <a class="button" href="/web/console/plan/form">
          {say.form}
        </a>
      </p>
    </section>
  );
}
