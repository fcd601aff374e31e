/** A code for one person, several of a kind, or a group: shown once, with its QR code. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import { ActivityChoice } from './activity-choice.tsx';
import type { PeopleProps } from './data.ts';
import { Limits } from './limits.tsx';

interface Made {
  code: string;
  sentence: string;
  url: string | null;
  qr: string;
}
const ROLES = ['officer', 'manager', 'admin', 'group'] as const;

export function InviteOne({ data, say, done, failed }: PeopleProps) {
  const [role, setRole] = useState<(typeof ROLES)[number]>('officer');
  const [owner, setOwner] = useState('');
  const [activities, setActivities] = useState<string[]>([]);
  const [limits, setLimits] = useState({ uses: 1, days: 30 });
  const [made, setMade] = useState<Made | null>(null);
  const make = (event: Event): void => {
    event.preventDefault();
    const form = { role, owner, activities: role === 'group' ? [] : activities, ...limits };
    change<Made>('/web/console/invites/make', form).then((answer) => {
      setMade(answer);
      done(say.code(answer.code));
    }, failed);
  };
  return (
    <section class="card">
      <h2>{say.invite}</h2>
      <form onSubmit={make}>
        <label class="field">
          {say.role}
          <select
            value={role}
            onChange={({ currentTarget }) =>
              setRole(ROLES.find((one) => one === currentTarget.value) ?? 'officer')
            }
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {say.roles[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {say.inviteOwner}
          <input
            value={owner}
            maxLength={200}
            onInput={({ currentTarget }) => setOwner(currentTarget.value)}
          />
        </label>
        {role !== 'group' && (
          <ActivityChoice data={data} say={say} chosen={activities} choose={setActivities} />
        )}
        <Limits say={say} limits={limits} change={setLimits} />
        <button class="primary">{say.inviteMake}</button>
      </form>
      {made && (
        <div class="made">
          <img src={made.qr} alt={say.qr(made.code)} width={200} height={200} />
          <div>
            <p class="good">{say.code(made.code)}</p>
            <p>{say.codeOnce}</p>
            <p>{say.codeType(made.sentence)}</p>
            {made.url && (
              <label class="field">
                {say.codeLink}
                <input readOnly value={made.url} onFocus={({ currentTarget }) => currentTarget.select()} />
              </label>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
