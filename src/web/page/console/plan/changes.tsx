/** What storing the file changes of the plan that is stored, line by line. */
import type { ComponentChildren } from 'preact';
import type { PlanCount } from '../../../../domain/plan.ts';
import { ActivityLines, ChangedActivities } from '../../plan-changes.tsx';
import type { ConsoleWords } from '../view.ts';
import type { ChangeView } from './asked.ts';
import { SwitchLines } from './switch-lines.tsx';

/** A longer list is opened by whoever wants it. */
const LONG = 40;

export function Changes({ change, say }: { change: ChangeView; say: ConsoleWords['plan'] }) {
  const { counts, added, changed, removed } = change;
  return (
    <section class="card">
      <h2>{say.change}</h2>
      {change.nothing && !change.newPlan && <p>{say.nothing}</p>}
      {change.becomesCurrent && change.whenUse === null && <p>{say.becomesCurrent}</p>}
      {change.newOffice && <p>+ {say.newOffice}</p>}
      {change.newPlan && <p>+ {say.newPlan}</p>}
      <Kind title={`+ ${say.added(counts.added)}`} shown={added.length} of={counts.added} say={say}>
        <ActivityLines lines={added} />
      </Kind>
      <Kind
        title={`~ ${say.changed(counts.changed)}`}
        shown={changed.length}
        of={counts.changed}
        say={say}
        isOpen
      >
        <ChangedActivities list={changed} before={say.before} after={say.after} />
      </Kind>
      <Kind
        title={`− ${say.removed(counts.removed)}`}
        shown={removed.length}
        of={counts.removed}
        say={say}
        isOpen
      >
        <ActivityLines lines={removed} />
      </Kind>
      {change.head && <p>{change.head}</p>}
      {change.reordered && <p>{say.reordered}</p>}
      {change.owned.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {change.losing.map((line) => (
        <p class="bad" key={line}>
          {line}
        </p>
      ))}
      {change.leaving && (
        <>
          <h3>{say.whenUsed}</h3>
          <SwitchLines view={change.leaving} />
        </>
      )}
    </section>
  );
}

/** @param props.shown how many lines there are. @param props.of how many activities it is about. @param props.isOpen also where it is long. */
function Kind({
  title,
  shown,
  of,
  say,
  isOpen = false,
  children,
}: {
  title: string;
  shown: number;
  of: PlanCount;
  say: ConsoleWords['plan'];
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  if (shown === 0) return null;
  const more = of.leaves + of.branches - shown;
  return (
    <details open={isOpen || shown < LONG}>
      <summary>{title}</summary>
      {children}
      {more > 0 && <p>{say.more(more)}</p>}
    </details>
  );
}
