/** What each office has otherwise than the template, one office in detail, and giving the template to chosen ones. */
import { useState } from 'preact/hooks';
import { PageNote, wordsFor } from '../frame.tsx';
import { useLoaded } from '../console/view.ts';
import type { OperatorProps } from './view.ts';

interface Row {
  office: string;
  name: string;
  has: boolean;
  unreadable: boolean;
  added: number;
  changed: number;
  removed: number;
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
  const shared = wordsFor(me.language);
  if (refused)
    return <PageNote text={refused.message || shared.offline} button={shared.retry} press={load} />;
  if (!data) return <PageNote text={shared.loading} />;
  const standing = ({ has, unreadable, added, changed, removed }: Row): string => {
    if (unreadable) return say.unreadable;
    if (!has) return say.noPlan;
    return added + changed + removed === 0 ? say.same : say.differs(added, changed, removed);
  };
  return (
    <section class="card">
      <h2>{say.differences}</h2>
      <ul class="steps">
        {data.offices.map((row) => (
          <li key={row.office}>
            {row.has || row.unreadable ? (
              <strong>{row.name}</strong>
            ) : (
              <label class="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(row.office)}
                  onChange={({ currentTarget }) =>
                    setChosen(
                      currentTarget.checked
                        ? [...chosen, row.office]
                        : chosen.filter((one) => one !== row.office),
                    )
                  }
                />
                <strong>{row.name}</strong>
              </label>
            )}{' '}
            <span class="text">{standing(row)}</span>
            {row.has && row.added + row.changed + row.removed > 0 && (
              <button
                aria-expanded={opened === row.office}
                onClick={() => setOpened(opened === row.office ? null : row.office)}
              >
                {say.show} <span class="unseen">{row.name}</span>
              </button>
            )}
            {opened === row.office && <Detail me={me} words={words} plan={plan} office={row.office} />}
          </li>
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
