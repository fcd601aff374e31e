/** How the file was understood, what storing it changes, and the buttons; a choice reads the file anew. */
import { useState } from 'preact/hooks';
import type { PlanField } from '../../../../plan-import/mapping.ts';
import type { ConsoleWords } from '../view.ts';
import type { PlanChoices, PlanConsent, ColumnView, PlanView, StoredPlans } from './asked.ts';
import { Changes } from './changes.tsx';
import { Columns } from './columns.tsx';
import { Store } from './store.tsx';

interface Props {
  view: PlanView;
  say: ConsoleWords['plan'];
  fields: StoredPlans['fields'];
  asked: PlanChoices;
  busy: boolean;
  ask: (next: PlanChoices) => void;
  store: (consent: PlanConsent) => void;
  cancel: () => void;
  /** Name of the office it is for; null before there is one. */
  office: string | null;
}

export function Preview(props: Props) {
  const { view, say, fields, asked, ask } = props;
  const mapColumn = (column: ColumnView, field: PlanField | null): void => {
    // a plan that goes on in further tables repeats its headings: what is said of one holds for all
    const alike = view.tables.flatMap(({ columns }) =>
      columns.filter(({ letter, heading }) => letter === column.letter && heading === column.heading),
    );
    const keys = alike.map(({ key }) => key);
    const others = asked.choice.overrides.filter(({ heading }) => !keys.includes(heading));
    const said = keys.map((heading) => ({ heading, field }));
    ask({ ...asked, choice: { ...asked.choice, overrides: [...others, ...said] } });
  };
  const list = (title: string, lines: readonly { at: string; text: string }[], kind: string) =>
    lines.length > 0 && (
      <section class={`card findings of-${kind}`}>
        <h2>{title}</h2>
        <ul>
          {lines.map(({ at, text }) => (
            <li key={at + text}>
              <strong>{at}</strong> {text}
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {list(say.problems(view.problems.length), view.problems, 'money')}
      <Head {...props} />
      {list(say.findings.money, view.findings.money, 'money')}
      {list(say.findings.ask, view.findings.ask, 'ask')}
      {view.tables.length > 0 && <Columns view={view} say={say} fields={fields} choose={mapColumn} />}
      {view.total !== null && <Sums view={view} say={say} />}
      {list(say.findings.note, view.findings.note, 'note')}
      {list(say.notes, view.notes, 'note')}
      {view.change && <Changes change={view.change} say={say} />}
      <Store {...props} />
    </>
  );
}

function Head({ view, say, asked, ask, office, busy }: Props) {
  const [head, setHead] = useState(asked.choice.head);
  const shown = ['office', 'title', 'fiscalYear'] as const;
  const found = {
    ...view.head,
    fiscalYear: view.head.fiscalYear === null ? '' : String(view.head.fiscalYear),
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    ask({ ...asked, choice: { ...asked.choice, head } });
  };
  return (
    <section class="card">
      <h2>{say.head}</h2>
      <p>{say.activities(view.head.activities)}</p>
      {view.otherOffice !== null && <p class="bad">{say.otherOffice(view.otherOffice, office)}</p>}
      <form onSubmit={submit}>
        {shown.map((field) => (
          <label class="field" key={field}>
            {say.headField[field]}
            {field === 'fiscalYear' ? (
              <input
                value={head[field] ?? found[field]}
                inputMode="numeric"
                onInput={({ currentTarget }) => setHead({ ...head, [field]: currentTarget.value })}
              />
            ) : (
              // a name of two lines is read whole; it stays one line
              <textarea
                class="name"
                rows={2}
                value={head[field] ?? found[field]}
                disabled={field === 'office' && office !== null}
                onInput={({ currentTarget }) =>
                  setHead({ ...head, [field]: currentTarget.value.replaceAll('\n', ' ') })
                }
              />
            )}
          </label>
        ))}
        <label class="field">
          {say.unit}
          <select
            value={asked.choice.unit ?? ''}
            onChange={({ currentTarget: { value } }) =>
              ask({ ...asked, choice: { ...asked.choice, head, unit: value === '' ? null : Number(value) } })
            }
          >
            <option value="">
              {say.unitAsFile}
              {view.unit !== null && asked.choice.unit === null ? ` (${say.units[view.unit]})` : ''}
            </option>
            {say.units.map((unit, power) => (
              <option key={unit} value={power}>
                {unit}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {say.target}
          <select
            value={asked.plan ?? ''}
            onChange={({ currentTarget: { value } }) =>
              ask({ ...asked, plan: value === 'new' ? 'new' : null })
            }
          >
            <option value="">{say.targetFit}</option>
            <option value="new">{say.targetNew}</option>
          </select>
        </label>
        <button disabled={busy}>{say.apply}</button>
      </form>
    </section>
  );
}

function Sums({ view, say }: Pick<Props, 'view' | 'say'>) {
  return (
    <section class="card">
      <h2>{say.sums}</h2>
      <p>{say.total(view.total ?? '')}</p>
      {view.sums.length > 0 && (
        <div class="scroll" role="region" aria-label={say.sums} tabIndex={0}>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">{say.sumName}</th>
                <th scope="col">{say.sumStated}</th>
                <th scope="col">{say.sumRead}</th>
                <th scope="col">{say.sumResult}</th>
              </tr>
            </thead>
            <tbody>
              {view.sums.map(({ name, stated, read, same }, index) => (
                <tr key={index}>
                  <th scope="row">{name}</th>
                  <td data-head={say.sumStated}>{stated}</td>
                  <td data-head={say.sumRead}>{read}</td>
                  <td>
                    <span class={`status ${same ? 'completed' : 'cancelled'}`}>
                      {same ? say.same : say.differs}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
