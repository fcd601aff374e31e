/** What storing the file changes of the plan that is stored, line by line. */
import type { ConsoleWords } from '../view.ts';
import type { ChangeView } from './asked.ts';

export function Changes({ change, say }: { change: ChangeView; say: ConsoleWords['plan'] }) {
  const { counts } = change;
  const part = (title: string, lines: readonly string[], open: boolean) =>
    lines.length > 0 && (
      <details open={open}>
        <summary>{title}</summary>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    );
  return (
    <section class="card">
      <h2>{say.change}</h2>
      {change.nothing && !change.newPlan && <p>{say.nothing}</p>}
      {change.becomesCurrent && <p>{say.becomesCurrent}</p>}
      {change.newOffice && <p>+ {say.newOffice}</p>}
      {change.newPlan && <p>+ {say.newPlan}</p>}
      {part(`+ ${say.added(counts.added)}`, change.added, change.added.length < 40)}
      {change.changed.length > 0 && (
        <details open>
          <summary>~ {say.changed(counts.changed)}</summary>
          <ul>
            {change.changed.map(({ name, fields }) => (
              <li key={name}>
                {name}
                <ul>
                  {fields.map((field) => (
                    <li key={field}>{field}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      )}
      {part(`− ${say.removed(counts.removed)}`, change.removed, true)}
      {change.head && <p>{change.head}</p>}
      {change.reordered && <p>{say.reordered}</p>}
      {change.losing.map((line) => (
        <p class="bad" key={line}>
          ! {line}
        </p>
      ))}
    </section>
  );
}
