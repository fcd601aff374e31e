/** Plans above the offices: the template, giving it, what offices changed of it; and offices' own plans, many files at once. */
import { useState } from 'preact/hooks';
import { change, type Refused } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { FileButton } from '../file-button.tsx';
import { useLoaded } from '../console/view.ts';
import { NotYet, wordsFor } from '../frame.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { Differences } from './differences.tsx';
import { OwnPlans } from './own-plans.tsx';
import { sendPlan } from './send-plan.ts';
import type { OperatorProps, ShownOffice, ToldThere } from './view.ts';

interface Templates {
  templates: { id: string; title: string; fiscalYear: number; activities: number }[];
  mostBytes: number;
}
interface GivenPart {
  given: { reason: string }[];
}

/** As the server takes them. */
const AT_ONCE = 20;

export function TemplatePage({ me, words }: OperatorProps) {
  const plans = useLoaded<Templates>('/web/offices/plans');
  const offices = useLoaded<{ offices: ShownOffice[] }>('/web/offices');
  const [told, setTold] = useState<ToldThere>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  // whoever leaves would not see whom it was not given
  useUnsaved(progress !== null);
  const say = words.template;
  const shared = wordsFor(me.language);
  const refused = plans.refused ?? offices.refused;
  if (refused || !plans.data || !offices.data)
    return <NotYet language={me.language} refused={refused} load={plans.load} />;
  const { templates } = plans.data;
  const all = offices.data.offices;
  const failed = (error: Refused): void => {
    setTold({ text: error.message || shared.offline, good: false });
    setProblems(Array.isArray(error.details) ? (error.details as string[]) : []);
  };
  const send = (file: File): void => {
    setTold({ text: say.sending(file.name), good: true });
    setProblems([]);
    sendPlan<{ plan: string }>('/web/offices/plans/template', file).then(() => {
      setTold({ text: say.saved, good: true });
      plans.load();
    }, failed);
  };
  const give = async (plan: string, ids: string[]): Promise<void> => {
    let given = 0;
    let kept = 0;
    try {
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        setProgress({ done: from, of: ids.length });
        const some = ids.slice(from, from + AT_ONCE);
        const part = await change<GivenPart>('/web/offices/plans/give', { plan, offices: some });
        given += part.given.filter(({ reason }) => reason === 'given').length;
        kept += part.given.filter(({ reason }) => reason === 'kept').length;
      }
      setTold({ text: say.given(given, kept, ids.length - given - kept), good: true });
    } catch (error) {
      failed(error as Refused);
    }
    setProgress(null);
    offices.load();
  };
  const without = (year: number): string[] =>
    all.filter(({ plan }) => plan?.fiscalYear !== year).map(({ id }) => id);
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
        {progress && <p>{say.giving(progress.done, progress.of)}</p>}
      </div>
      <Stored
        say={say}
        templates={templates}
        shown={shown}
        any={all.length > 0}
        without={without}
        disabled={progress !== null}
        give={(id, ids) => void give(id, ids)}
        compare={(id) => setShown(shown === id ? null : id)}
      />
      {shown && (
        <Differences key={shown} me={me} words={words} plan={shown} give={(ids) => give(shown, ids)} />
      )}
      <Upload say={say} send={send} problems={problems} />
      <OwnPlans me={me} words={words} done={offices.load} />
    </>
  );
}

type Words = OperatorProps['words']['template'];

/** @param props.shown the template whose differences stand below. @param props.any there are offices. @param props.without ids of the offices that have no plan of that year. */
function Stored({
  say,
  templates,
  shown,
  any,
  without,
  disabled,
  give,
  compare,
}: {
  say: Words;
  templates: Templates['templates'];
  shown: string | null;
  any: boolean;
  without: (year: number) => string[];
  disabled: boolean;
  give: (id: string, offices: string[]) => void;
  compare: (id: string) => void;
}) {
  return (
    <section class="card">
      <h2>{templates.length > 0 ? say.stored : say.none}</h2>
      <ul class="steps">
        {templates.map(({ id, title, fiscalYear, activities }) => {
          const lacking = without(fiscalYear);
          return (
            <li key={id}>
              <span class="text">{say.one(title, fiscalYear, activities)}</span>
              {lacking.length > 0 && (
                <AskFirst
                  kind="primary"
                  leads
                  disabled={disabled}
                  label={say.give(lacking.length)}
                  question={say.giveAsk(lacking.length)}
                  yes={say.giveYes}
                  no={say.cancel}
                  act={() => give(id, lacking)}
                />
              )}
              {any && lacking.length === 0 && <span class="status completed">✓ {say.allHave}</span>}
              {any && (
                <button aria-expanded={shown === id} onClick={() => compare(id)}>
                  {shown === id ? say.hideCompared : say.compare}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Upload({
  say,
  send,
  problems,
}: {
  say: Words;
  send: (file: File) => void;
  problems: readonly string[];
}) {
  return (
    <section class="card">
      <h2>{say.upload}</h2>
      <p>{say.uploadAbout}</p>
      <div class="buttons">
        <FileButton
          label={say.file}
          accept=".docx,.xlsx,.ods,.odt,.csv,.json"
          choose={([file]) => file && send(file)}
        />
      </div>
      {problems.length > 0 && (
        <>
          <h3>{say.problems}</h3>
          <ul>
            {problems.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
