/** When and how often people are reminded, in a form and in one sentence. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsProps } from './data.ts';

const COUNTS = ['noReportFrom', 'overdueEvery', 'overdueTimes', 'escalateAfter'] as const;

export function Reminders({ data, say, done, failed }: SettingsProps) {
  const [form, setForm] = useState(data.reminders);
  const submit = (event: Event): void => {
    event.preventDefault();
    change('/web/console/settings/reminders', { seen: data.seen.reminders, settings: form }).then(
      done,
      failed,
    );
  };
  const time = (label: string, value: string, set: (value: string) => void) => (
    <label class="field">
      {label}
      <input type="time" required value={value} onInput={({ currentTarget }) => set(currentTarget.value)} />
    </label>
  );
  return (
    <section class="card">
      <h2>{say.reminders}</h2>
      <form onSubmit={submit}>
        <div class="pair">
          {time(say.at, form.at, (at) => setForm({ ...form, at }))}
          {time(say.quietFrom, form.quiet.from, (from) =>
            setForm({ ...form, quiet: { ...form.quiet, from } }),
          )}
          {time(say.quietUntil, form.quiet.until, (until) =>
            setForm({ ...form, quiet: { ...form.quiet, until } }),
          )}
        </div>
        <div class="pair">
          {COUNTS.map((name) => (
            <label class="field" key={name}>
              {say[name]}
              <input
                type="number"
                min={name === 'noReportFrom' ? 1 : 0}
                max={name === 'noReportFrom' ? 32 : 366}
                required
                value={form[name]}
                onInput={({ currentTarget }) => setForm({ ...form, [name]: Number(currentTarget.value) })}
              />
            </label>
          ))}
          <label class="field">
            {say.weekday}
            <select
              value={form.escalationWeekday}
              onChange={({ currentTarget }) =>
                setForm({ ...form, escalationWeekday: Number(currentTarget.value) })
              }
            >
              {say.weekdays.map((name, at) => (
                <option key={name} value={at + 1}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={form.firstOwnerOnly}
            onChange={() => setForm({ ...form, firstOwnerOnly: !form.firstOwnerOnly })}
          />{' '}
          {say.firstOnly}
        </label>
        <p role="status">
          {say.reminderPreview(
            form.at,
            form.noReportFrom,
            form.overdueEvery,
            form.overdueTimes,
            form.escalateAfter,
            say.weekdays[form.escalationWeekday - 1] ?? '',
          )}
        </p>
        <button class="primary">{say.save}</button>
      </form>
    </section>
  );
}
