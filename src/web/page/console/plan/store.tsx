/** What has to be said before a plan is stored, and the buttons; the preview shows it last. */
import { useState } from 'preact/hooks';
import { holdsAny } from '../../../../domain/plan.ts';
import type { ConsoleWords } from '../view.ts';
import type { PlanChoices, PlanConsent, PlanView } from './asked.ts';

interface Props {
  view: PlanView;
  say: ConsoleWords['plan'];
  asked: PlanChoices;
  busy: boolean;
  store: (consent: PlanConsent) => void;
  cancel: () => void;
  office: string | null;
}

export function Store({ view, say, asked, busy, store, cancel, office }: Props) {
  const [said, setSaid] = useState<PlanConsent>({
    accept: false,
    remove: false,
    otherOffice: false,
    use: null,
  });
  const { change, otherOffice } = view;
  const asks = {
    otherOffice: otherOffice !== null,
    accept: view.needsAccept,
    remove: holdsAny(view.going),
  };
  const words = {
    otherOffice: say.otherOfficeYes(otherOffice, office),
    accept: say.accept,
    remove: say.remove(view.going),
  };
  const ticks = (['otherOffice', 'accept', 'remove'] as const).filter((one) => asks[one]);
  const whenUse = change?.whenUse ?? null;
  const open = ticks.some((one) => !said[one]) || (whenUse !== null && said.use === null);
  // what was said of the columns is kept for the next file, though the plan stays as it is
  const asIs = change?.nothing && !change.becomesCurrent && asked.choice.overrides.length === 0;
  return (
    <section class="card">
      {view.refused && <p class="bad">{view.refused}</p>}
      {change &&
        ticks.map((one) => (
          <label class="check" key={one}>
            <input
              type="checkbox"
              checked={said[one]}
              onChange={({ currentTarget: { checked } }) => setSaid({ ...said, [one]: checked })}
            />{' '}
            {words[one]}
          </label>
        ))}
      {whenUse !== null && (
        <WhenUse
          question={whenUse}
          say={say.whenUse}
          use={said.use}
          choose={(use) => setSaid({ ...said, use })}
        />
      )}
      {change && open && <p class="dim">{say.confirmFirst}</p>}
      <p class="buttons">
        <button
          class="primary"
          disabled={change === null || asIs || open || busy}
          onClick={() => store(whenUse === null ? { ...said, use: null } : said)}
        >
          {say.save}
        </button>
        <button onClick={cancel}>{say.cancel}</button>
      </p>
    </section>
  );
}

/** Whether the plan of another year is used from now on; neither is chosen beforehand. */
function WhenUse({
  question,
  say,
  use,
  choose,
}: {
  question: string;
  say: ConsoleWords['plan']['whenUse'];
  use: boolean | null;
  choose: (use: boolean) => void;
}) {
  return (
    <fieldset class="when-use">
      <legend>{question}</legend>
      {[
        { value: false, label: say.later, means: say.laterMeans },
        { value: true, label: say.now, means: say.nowMeans },
      ].map(({ value, label, means }) => (
        <label class="check" key={label}>
          <input type="radio" name="when-use" checked={use === value} onChange={() => choose(value)} />{' '}
          <span>
            <strong>{label}</strong>
            <br />
            {means}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
