/** How long things are kept: what an office may choose as a form, the rest as it is. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsProps } from './data.ts';

export function KeepingSection({ data, say, touch, done, failed }: SettingsProps) {
  const open = data.keeping.filter(({ choice }) => choice !== null);
  const [form, setForm] = useState(() => Object.fromEntries(open.map(({ name, days }) => [name, days])));
  const submit = (event: Event): void => {
    event.preventDefault();
    change('/web/console/settings/keeping', { seen: data.seen.retention, settings: form }).then(done, failed);
  };
  return (
    <>
      <p>{say.retentionAbout}</p>
      <form onSubmit={submit}>
        <div class="pair">
          {open.map(({ name, choice }) => (
            <label class="field" key={name}>
              {say.kept[name]} {say.keptBetween(choice!.least, choice!.most)}
              <input
                type="number"
                required
                min={choice!.least}
                max={choice!.most}
                value={form[name]}
                onInput={({ currentTarget }) => {
                  touch();
                  setForm({ ...form, [name]: Number(currentTarget.value) });
                }}
              />
            </label>
          ))}
        </div>
        <button class="primary">{say.save}</button>
      </form>
      <details>
        <summary>{say.keptFixed}</summary>
        <dl class="kept">
          {data.keeping
            .filter(({ choice }) => choice === null)
            .map(({ name, days }) => (
              <div key={name}>
                <dt>{say.kept[name]}</dt>
                <dd>{say.keptDays(days)}</dd>
              </div>
            ))}
        </dl>
      </details>
    </>
  );
}
