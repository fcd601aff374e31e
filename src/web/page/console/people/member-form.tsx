/** One person's form on the console: name, position, roles and activities; handing these over, and taking the person out. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import { useUnsaved } from '../../unsaved.tsx';
import { ActivityChoice } from './activity-choice.tsx';
import type { PeopleData, PeopleProps } from './data.ts';

type Person = PeopleData['people'][number];
const ROLES = ['officer', 'manager', 'admin'] as const;

const nameOf = ({ officialName, name }: Person): string => officialName || name;

/** @param props.one whose form it is, as everything stood when it was opened. */
export function MemberForm({
  one,
  data,
  say,
  done,
  failed,
  close,
}: PeopleProps & { one: Person; close: () => void }) {
  const [officialName, setName] = useState(one.officialName);
  const [position, setPosition] = useState(one.position);
  const [roles, setRoles] = useState(one.roles);
  const [activities, setActivities] = useState(one.activities);
  const now = { officialName, position, roles, activities };
  useUnsaved(
    Object.entries(now).some(([name, value]) => String(value) !== String(one[name as keyof typeof now])),
  );
  const base = { id: one.id, seen: one.seen };
  const send = (path: 'change' | 'hand-over' | 'take-out', form: object): void => {
    change(`/web/console/people/${path}`, { ...base, ...form }).then(() => {
      close();
      done(say.saved);
    }, failed);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    send('change', now);
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
      <RoleChoice say={say} chosen={roles} choose={setRoles} />
      <ActivityChoice data={data} say={say} chosen={activities} choose={setActivities} />
      <p class="buttons">
        <button class="primary">{say.save}</button>
        <button type="button" onClick={close}>
          {say.cancel}
        </button>
      </p>
      {one.activities.length > 0 && <HandOver one={one} data={data} say={say} send={send} />}
      <AskFirst
        label={say.takeOut}
        question={say.takeOutAsk(nameOf(one))}
        yes={say.takeOutDo}
        no={say.cancel}
        act={() => send('take-out', {})}
      />
    </form>
  );
}

function RoleChoice({
  say,
  chosen,
  choose,
}: Pick<PeopleProps, 'say'> & { chosen: Person['roles']; choose: (roles: Person['roles']) => void }) {
  return (
    <fieldset>
      <legend>{say.role}</legend>
      {ROLES.map((role) => (
        <label class="check" key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={() =>
              choose(chosen.includes(role) ? chosen.filter((other) => other !== role) : [...chosen, role])
            }
          />{' '}
          {say.roles[role]}
        </label>
      ))}
    </fieldset>
  );
}

function HandOver({
  one,
  data,
  say,
  send,
}: Pick<PeopleProps, 'data' | 'say'> & {
  one: Person;
  send: (path: 'hand-over', form: object) => void;
}) {
  const [to, setTo] = useState('');
  const receiver = data.people.find(({ id }) => id === to);
  return (
    <div class="buttons">
      <label class="field">
        {say.handOver}
        <select value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
          <option value="">{say.handOverTo}</option>
          {data.people
            .filter(({ id }) => id !== one.id)
            .map((other) => (
              <option key={other.id} value={other.id}>
                {nameOf(other)}
              </option>
            ))}
        </select>
      </label>
      <AskFirst
        kind="primary"
        disabled={to === ''}
        label={say.handOverDo}
        question={say.handOverAsk(nameOf(one), receiver ? nameOf(receiver) : '')}
        yes={say.handOverYes}
        no={say.cancel}
        act={() => send('hand-over', { to })}
      />
    </div>
  );
}
