/** Everybody who belongs to the office, one card each; a card opens into its form. */
import { useState } from 'preact/hooks';
import { moment } from '../../../../text/format.ts';
import { change } from '../../api.ts';
import { ActivityChoice } from './activity-choice.tsx';
import type { PeopleData, PeopleProps } from './data.ts';

type One = PeopleData['people'][number];
const ROLES = ['officer', 'manager', 'admin'] as const;

export function Members(props: PeopleProps) {
  const { data, say, me } = props;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section class="card">
      <h2>{say.members(data.people.length)}</h2>
      {data.people.length === 0 && <p>{say.none}</p>}
      <ul class="people">
        {data.people.map((one) => (
          <li key={one.id}>
            <h3>
              {one.officialName || one.name} {one.position && <span class="dim">{one.position}</span>}
            </h3>
            <p>
              {one.officialName && `${say.lineName(one.name)} · `}
              {one.roles.map((role) => say.roles[role]).join(', ')} ·{' '}
              {one.activities.length > 0 ? say.activityCount(one.activities.length) : say.noActivities} ·{' '}
              {say.seen} {one.lastSeenAt ? moment(new Date(one.lastSeenAt), me.language) : say.never}
              {one.state === 'blocked' && <strong> · {say.blocked}</strong>}
            </p>
            {open === one.id ? (
              // a form is filled from what stands now; what somebody else saved begins it anew
              <PersonForm key={one.seen} {...props} one={one} close={() => setOpen(null)} />
            ) : (
              <button onClick={() => setOpen(one.id)}>
                {say.edit} <span class="unseen">{one.officialName || one.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonForm({ one, data, say, done, failed, close }: PeopleProps & { one: One; close: () => void }) {
  const [officialName, setName] = useState(one.officialName);
  const [position, setPosition] = useState(one.position);
  const [roles, setRoles] = useState(one.roles);
  const [activities, setActivities] = useState(one.activities);
  const [to, setTo] = useState('');
  const [leaving, setLeaving] = useState(false);
  const base = { id: one.id, seen: one.seen };
  const send = (path: string, form: object): void => {
    change(`/web/console/people/${path}`, { ...base, ...form }).then(() => {
      close();
      done(say.saved);
    }, failed);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    send('change', { officialName, position, roles, activities });
  };
  return (
    <form onSubmit={submit}>
      <label class="field">
        {say.officialName}
        <input
          value={officialName}
          maxLength={200}
          aria-describedby="official-hint"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <span class="dim" id="official-hint">
          {say.officialHint}
        </span>
      </label>
      <label class="field">
        {say.position}
        <input
          value={position}
          maxLength={200}
          onInput={({ currentTarget }) => setPosition(currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend>{say.role}</legend>
        {ROLES.map((role) => (
          <label class="check" key={role}>
            <input
              type="checkbox"
              checked={roles.includes(role)}
              onChange={() =>
                setRoles(roles.includes(role) ? roles.filter((other) => other !== role) : [...roles, role])
              }
            />{' '}
            {say.roles[role]}
          </label>
        ))}
      </fieldset>
      <ActivityChoice data={data} say={say} chosen={activities} choose={setActivities} />
      <p class="buttons">
        <button class="primary">{say.save}</button>
        <button type="button" onClick={close}>
          {say.close}
        </button>
      </p>
      {one.activities.length > 0 && (
        <p class="buttons">
          <label class="field">
            {say.handOver}
            <select value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
              <option value="">{say.handOverTo}</option>
              {data.people
                .filter(({ id }) => id !== one.id)
                .map(({ id, name, officialName: official }) => (
                  <option key={id} value={id}>
                    {official || name}
                  </option>
                ))}
            </select>
          </label>
          <button type="button" disabled={to === ''} onClick={() => send('hand-over', { to })}>
            {say.handOverDo}
          </button>
        </p>
      )}
      {leaving ? (
        <p class="buttons">
          <span>{say.takeOutAsk(one.officialName || one.name)}</span>
          <button type="button" class="danger" onClick={() => send('take-out', {})}>
            {say.takeOutDo}
          </button>
        </p>
      ) : (
        <p class="buttons">
          <button type="button" onClick={() => setLeaving(true)}>
            {say.takeOut}
          </button>
        </p>
      )}
    </form>
  );
}
