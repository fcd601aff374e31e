/** The console's plan page: what is stored, a file that is read and compared, and storing it. */
import { useState } from 'preact/hooks';
import type { Refused } from '../api.ts';
import { FileButton } from '../file-button.tsx';
import { NotYet } from '../frame.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { Preview } from './plan/preview.tsx';
import {
  type PlanChoices,
  type PlanConsent,
  NO_PLAN_CHOICES,
  type PlanView,
  type StoredPlans,
} from './plan/asked.ts';
import { UsePlan } from './plan/use-plan.tsx';
import { usePlanFile } from './plan/use-plan-file.ts';
import { useLoaded, type ViewProps } from './view.ts';

/** `toPeople`: somebody lost activities, which is mended there. */
type ToldHere = { text: string; good: boolean; toPeople?: boolean } | null;

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
  const over = (text: string, toPeople = false): void => {
    setView(null);
    setFile(null);
    setSaid({ text, good: true, toPeople });
    load();
  };
  const store = (consent: PlanConsent): void => {
    if (!file || !view) return;
    const all = { ...asked, consent: { ...consent, seen: view.seen } };
    setSaid(null);
    ask('/web/console/plan/store', file, all).then((done) => {
      if (!done) return;
      const { leaving } = view.change ?? {};
      if (consent.use === false) over(say.savedAside);
      else over(say.saved, (leaving?.losing.length ?? 0) > 0);
    }, failed);
  };

  return (
    <>
      <Stored data={data} say={say} used={(toPeople) => over(say.used, toPeople)} failed={failed} />
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
          office={data.office}
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
        {said?.toPeople && (
          <p>
            <a class="button primary" href="#people">
              {say.toPeople}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}

function Stored({
  data,
  say,
  ...done
}: {
  data: StoredPlans;
  say: ViewProps['words']['plan'];
  used: (toPeople: boolean) => void;
  failed: (error: Refused) => void;
}) {
  return (
    <section class="card">
      <h2>{say.stored}</h2>
      {data.plans.length === 0 && <p>{say.none}</p>}
      <ul class="steps">
        {data.plans.map((plan) => (
          <li key={plan.id}>
            <span>{say.one(plan.title, plan.fiscalYear, plan.activities)}</span>
            {plan.current ? (
              <span class="status completed">✓ {say.current}</span>
            ) : (
              <UsePlan plan={plan} say={say} {...done} />
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
