/** Codes for everybody the plan names, as one sheet to print. */
import { useState } from 'preact/hooks';
import { changeForFile } from '../../api.ts';
import type { PeopleProps } from './data.ts';
import { Limits } from './limits.tsx';

export function InviteOwners({ data, say, done, failed }: PeopleProps) {
  const [chosen, setChosen] = useState(() =>
    data.owners.filter(({ members }) => members.length === 0).map(({ name }) => name),
  );
  const [limits, setLimits] = useState({ uses: 1, days: 30 });
  const [making, setMaking] = useState(false);
  const make = (event: Event): void => {
    event.preventDefault();
    setMaking(true);
    changeForFile('/web/console/invites/sheet', { owners: chosen, ...limits }, say.sheet.fileName)
      .then(() => done(say.sheetMade), failed)
      .finally(() => setMaking(false));
  };
  return (
    <section class="card">
      <h2>{say.owners}</h2>
      {data.owners.length === 0 ? (
        <p>{say.noOwners}</p>
      ) : (
        <form onSubmit={make}>
          <p>{say.ownersAbout}</p>
          {data.owners.map(({ name, activities, members }) => (
            <label class="check" key={name}>
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={() =>
                  setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
                }
              />
              <span>
                {name}{' '}
                <span class="dim">
                  {say.activityCount(activities.length)}
                  {members.length > 0 && ` · ${say.ownerHas(members.join(', '))}`}
                </span>
              </span>
            </label>
          ))}
          <Limits say={say} limits={limits} change={setLimits} />
          <button class="primary" disabled={chosen.length === 0 || making}>
            {making ? say.makingSheet : say.makeSheet(chosen.length)}
          </button>
        </form>
      )}
    </section>
  );
}
