/** When and how often people are reminded, in a form and in one sentence. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsProps } from './data.ts';
import { TimeChoice } from './time-choice.tsx';

const COUNTS = ['noReportFrom', 'overdueEvery', 'overdueTimes', 'escalateAfter'] as const;

export function Reminders({ data, say, me, touch, done, failed }: SettingsProps) {
  const [form, setForm] = useState(data.reminders);
  const set = (part: Partial<typeof form>): void => {
    touch();
    setForm({ ...form, ...part });
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    change('/web/console/settings/reminders', { seen: data.seen.reminders, settings: form }).then(
      done,
      failed,
    );
  };
  return (
    <form onSubmit={submit}>
      <div class="pair">
        <TimeChoice
          label={say.at}
          of="reminders"
          value={form.at}
          language={me.language}
          set={(at) => set({ at })}
        />
        <TimeChoice
          label={say.quietFrom}
          of="quiet"
          value={form.quiet.from}
          language={me.language}
          set={(from) => set({ quiet: { ...form.quiet, from } })}
        />
        <TimeChoice
          label={say.quietUntil}
          of="quiet"
          value={form.quiet.until}
          language={me.language}
          set={(until) => set({ quiet: { ...form.quiet, until } })}
        />
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
              onInput={({ currentTarget }) => set({ [name]: Number(currentTarget.value) })}
            />
          </label>
        ))}
        <label class="field">
          {say.weekday}
          <select
            value={form.escalationWeekday}
            onChange={({ currentTarget }) => set({ escalationWeekday: Number(currentTarget.value) })}
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
          onChange={() => set({ firstOwnerOnly: !form.firstOwnerOnly })}
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
  );
}
