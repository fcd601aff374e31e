/** One office that has its plan otherwise than the template: how much, and once it is opened what; differences.tsx lists them. */
import { useState } from 'preact/hooks';
import type { PlanCount } from '../../../domain/plan.ts';
import type { ShownChanges } from '../../console/plan-words.ts';
import { useLoaded } from '../console/view.ts';
import { wordsFor } from '../frame.tsx';
import { ActivityLines, ChangedActivities } from '../plan-changes.tsx';
import type { OperatorProps } from './view.ts';

export interface ComparedOffice {
  office: string;
  name: string;
  /** It has a plan of the template's year. */
  has: boolean;
  unreadable: boolean;
  added: PlanCount;
  changed: PlanCount;
  removed: PlanCount;
}

interface Lines {
  added: string[];
  changed: ShownChanges[];
  removed: string[];
}

export function OfficeDifferences({
  office: { office, name, added, changed, removed },
  ...props
}: OperatorProps & { plan: string; office: ComparedOffice }) {
  const [opened, setOpened] = useState(false);
  const say = props.words.template;
  return (
    <li>
      <strong>{name}</strong> <span class="text">{say.differs(added, changed, removed)}</span>
      <button aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {opened ? say.hide : say.show} <span class="unseen">{name}</span>
      </button>
      {opened && <Detail {...props} office={office} />}
    </li>
  );
}

function Detail({ me, words, plan, office }: OperatorProps & { plan: string; office: string }) {
  const { data, refused, load } = useLoaded<Lines>(`/web/offices/plans/${plan}/differences/${office}`);
  const say = words.template;
  const shared = wordsFor(me.language);
  if (refused)
    return (
      <p class="bad">
        {refused.message || shared.offline} <button onClick={load}>{shared.retry}</button>
      </p>
    );
  if (!data) return <p role="status">{shared.loading}</p>;
  const { added, changed, removed } = data;
  return (
    <div class="detail">
      {added.length > 0 && <h4>+ {say.added}</h4>}
      <ActivityLines lines={added} />
      {changed.length > 0 && <h4>~ {say.changed}</h4>}
      <ChangedActivities list={changed} before={say.ofTemplate} after={say.ofOffice} />
      {removed.length > 0 && <h4>− {say.removed}</h4>}
      <ActivityLines lines={removed} />
    </div>
  );
}
