/** The office: its name as a form where there is none yet. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import { ME_CHANGED } from '../../frame.tsx';
import { useUnsaved } from '../../unsaved.tsx';
import type { ConnectionProps } from './data.ts';

export function OfficeForm({ data, say, done, failed }: ConnectionProps) {
  const [name, setName] = useState('');
  const [above, setAbove] = useState('');
  const { office } = data;
  useUnsaved(!office && (name !== '' || above !== ''));
  if (office)
    return (
      <section class="card">
        <h2>{say.office}</h2>
        <p>
          <strong>{office.name}</strong>
          {office.parentAgencies.map((one) => (
            <span class="dim" key={one}>
              {' '}
              {one}
            </span>
          ))}
        </p>
      </section>
    );
  const submit = (event: Event): void => {
    event.preventDefault();
    const parentAgencies = above
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    change('/web/console/office', { name, parentAgencies }).then(() => {
      dispatchEvent(new Event(ME_CHANGED));
      done(say.madeOffice);
    }, failed);
  };
  return (
    <section class="card">
      <h2>{say.office}</h2>
      <p>{say.officeAbout}</p>
      <form onSubmit={submit}>
        <label class="field">
          {say.officeName}
          <input
            required
            maxLength={200}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label class="field">
          {say.above}
          <textarea rows={2} value={above} onInput={({ currentTarget }) => setAbove(currentTarget.value)} />
        </label>
        <button class="primary">{say.makeOffice}</button>
      </form>
    </section>
  );
}
