/** What each office has otherwise than the template: those that differ first, each opened by itself; and giving the template to those without a plan. */
import { useState } from 'preact/hooks';
import { holdsAny } from '../../../domain/plan.ts';
import { AskFirst } from '../ask-first.tsx';
import { NotYet } from '../frame.tsx';
import { useLoaded } from '../console/view.ts';
import { type ComparedOffice, OfficeDifferences } from './office-differences.tsx';
import type { OperatorProps } from './view.ts';

/** From so many on a name is looked for. */
const MANY = 20;

export function Differences({
  me,
  words,
  plan,
  give,
}: OperatorProps & { plan: string; give: (offices: string[]) => Promise<void> }) {
  const { data, refused, load } = useLoaded<{ offices: ComparedOffice[] }>(
    `/web/offices/plans/${plan}/differences`,
  );
  const [find, setFind] = useState('');
  const say = words.template;
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const found = data.offices.filter(({ name }) => name.includes(find.trim()));
  const without = found.filter(({ has, unreadable }) => !has && !unreadable);
  const unreadable = found.filter((one) => one.unreadable);
  const withPlan = found.filter(({ has }) => has);
  const other = withPlan.filter(differs);
  const same = withPlan.filter((one) => !differs(one));
  return (
    <section class="card">
      <h2>{say.differences}</h2>
      {data.offices.length >= MANY && (
        <label class="field">
          {words.overview.find}
          <input type="search" value={find} onInput={({ currentTarget }) => setFind(currentTarget.value)} />
        </label>
      )}
      <p role="status">{say.compared(other.length, without.length, same.length)}</p>
      {other.length > 0 && <h3>{say.others(other.length)}</h3>}
      <ul class="steps">
        {other.map((office) => (
          <OfficeDifferences key={office.office} me={me} words={words} plan={plan} office={office} />
        ))}
      </ul>
      {without.length > 0 && (
        <Without say={say} offices={without} give={(chosen) => void give(chosen).then(load)} />
      )}
      <Names title={say.unreadableOnes(unreadable.length)} offices={unreadable} isOpen />
      <Names title={say.sames(same.length)} offices={same} />
    </section>
  );
}

const differs = ({ added, changed, removed }: ComparedOffice): boolean =>
  [added, changed, removed].some(holdsAny);

/** Offices without a plan of that year, of which some are chosen. */
function Without({
  say,
  offices,
  give,
}: {
  say: OperatorProps['words']['template'];
  offices: readonly ComparedOffice[];
  give: (offices: string[]) => void;
}) {
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <>
      <h3>{say.withouts(offices.length)}</h3>
      {offices.map(({ office, name }) => (
        <label class="check" key={office}>
          <input
            type="checkbox"
            checked={chosen.includes(office)}
            onChange={({ currentTarget: { checked } }) =>
              setChosen(checked ? [...chosen, office] : chosen.filter((one) => one !== office))
            }
          />
          {name}
        </label>
      ))}
      <AskFirst
        kind="primary"
        leads
        disabled={chosen.length === 0}
        label={say.giveChosen(chosen.length)}
        question={say.giveAsk(chosen.length)}
        yes={say.giveYes}
        no={say.cancel}
        act={() => {
          give(chosen);
          setChosen([]);
        }}
      />
    </>
  );
}

/** Of whom there is no more to say. */
function Names({
  title,
  offices,
  isOpen = false,
}: {
  title: string;
  offices: readonly ComparedOffice[];
  isOpen?: boolean;
}) {
  if (offices.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {offices.map(({ office, name }) => (
          <li key={office}>{name}</li>
        ))}
      </ul>
    </details>
  );
}
