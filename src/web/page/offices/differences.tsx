/** What each office has otherwise than the template, one office in detail, and giving the template to chosen ones. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { holdsAny, type PlanCount } from '../../../domain/plan.ts';
import { NotYet, wordsFor } from '../frame.tsx';
import { useLoaded } from '../console/view.ts';
import type { OperatorProps } from './view.ts';

interface Row {
  office: string;
  name: string;
  has: boolean;
  unreadable: boolean;
  added: PlanCount;
  changed: PlanCount;
  removed: PlanCount;
}

export function Differences({
  me,
  words,
  plan,
  give,
}: OperatorProps & { plan: string; give: (offices: string[]) => Promise<void> }) {
  const { data, refused, load } = useLoaded<{ offices: Row[] }>(`/web/offices/plans/${plan}/differences`);
  const [chosen, setChosen] = useState<string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const say = words.template;
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  return (
    <section class="card">
      <h2>{say.differences}</h2>
      <ul class="steps">
        {data.offices.map((row) => (
          <OfficeLine
            key={row.office}
            words={words}
            row={row}
            chosen={chosen.includes(row.office)}
            choose={(on) =>
              setChosen(on ? [...chosen, row.office] : chosen.filter((one) => one !== row.office))
            }
            opened={opened === row.office}
            open={(on) => setOpened(on ? row.office : null)}
          >
            <Detail me={me} words={words} plan={plan} office={row.office} />
          </OfficeLine>
        ))}
      </ul>
      {chosen.length > 0 && (
        <button
          class="primary"
          onClick={() => {
            void give(chosen).then(() => {
              setChosen([]);
              load();
            });
          }}
        >
          {say.giveChosen(chosen.length)}
        </button>
      )}
    </section>
  );
}

/** @param props.children what it has otherwise, once it is opened. */
function OfficeLine({
  words: { template: say },
  row,
  chosen,
  choose,
  opened,
  open,
  children,
}: Pick<OperatorProps, 'words'> & {
  row: Row;
  chosen: boolean;
  choose: (on: boolean) => void;
  opened: boolean;
  open: (on: boolean) => void;
  children: ComponentChildren;
}) {
  const { has, unreadable, added, changed, removed } = row;
  const differs = [added, changed, removed].some(holdsAny);
  const same = differs ? say.differs(added, changed, removed) : say.same;
  return (
    <li>
      {has || unreadable ? (
        <strong>{row.name}</strong>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            checked={chosen}
            onChange={({ currentTarget }) => choose(currentTarget.checked)}
          />
          <strong>{row.name}</strong>
        </label>
      )}{' '}
      <span class="text">{unreadable ? say.unreadable : has ? same : say.noPlan}</span>
      {has && differs && (
        <button aria-expanded={opened} onClick={() => open(!opened)}>
          {say.show} <span class="unseen">{row.name}</span>
        </button>
      )}
      {opened && children}
    </li>
  );
}

interface Lines {
  added: string[];
  changed: { name: string; fields: string[] }[];
  removed: string[];
}

function Detail({ me, words, plan, office }: OperatorProps & { plan: string; office: string }) {
  const { data, refused } = useLoaded<Lines>(`/web/offices/plans/${plan}/differences/${office}`);
  const say = words.template;
  const shared = wordsFor(me.language);
  if (refused) return <p class="bad">{refused.message || shared.offline}</p>;
  if (!data) return <p>{shared.loading}</p>;
  const list = (heading: string, lines: readonly string[]) =>
    lines.length > 0 && (
      <>
        <h3>{heading}</h3>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    );
  return (
    <div>
      {list(say.added, data.added)}
      {list(
        say.changed,
        data.changed.map(({ name, fields }) => `${name}: ${fields.join(' · ')}`),
      )}
      {list(say.removed, data.removed)}
    </div>
  );
}
