/** Everybody who belongs to the office, one card each; a card opens into its form. */
import { useRef, useState } from 'preact/hooks';
import { moment } from '../../../../text/format.ts';
import type { PeopleProps } from './data.ts';
import { MemberForm } from './member-form.tsx';

export function Members(props: PeopleProps) {
  const { data, say, me } = props;
  const [open, setOpen] = useState<string | null>(null);
  /** Whose form was just closed: the focus goes back to its button. */
  const closed = useRef<string | null>(null);
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
              <MemberForm
                key={one.seen}
                {...props}
                one={one}
                close={() => {
                  closed.current = one.id;
                  setOpen(null);
                }}
              />
            ) : (
              <button
                ref={(button) => {
                  if (closed.current !== one.id) return;
                  button?.focus();
                  closed.current = null;
                }}
                onClick={() => setOpen(one.id)}
              >
                {say.edit} <span class="unseen">{one.officialName || one.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
