/** When and how often people are reminded, in a form and in one sentence. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsData, SettingsProps } from './data.ts';
import { TimeChoice } from './time-choice.tsx';

const COUNTS = ['noReportFrom', 'overdueEvery', 'overdueTimes', 'escalateAfter'] as const;

interface FieldsProps extends Pick<SettingsProps, 'say'> {
  form: SettingsData['reminders'];
  set: (part: Partial<SettingsData['reminders']>) => void;
}

export function Reminders({ data, say, me, touch, done, failed }: SettingsProps) {
  const [form, setForm] = useState(data.reminders);
  const set: FieldsProps['set'] = (part) => {
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
      <Times say={say} language={me.language} form={form} set={set} />
      <Counts say={say} form={form} set={set} />
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

function Times({ say, form, set, language }: FieldsProps & { language: SettingsProps['me']['language'] }) {
  const { at, quiet } = form;
  return (
    <div class="pair">
      <TimeChoice
        label={say.at}
        of="reminders"
        value={at}
        language={language}
        set={(time) => set({ at: time })}
      />
      <TimeChoice
        label={say.quietFrom}
        of="quiet"
        value={quiet.from}
        language={language}
        set={(from) => set({ quiet: { ...quiet, from } })}
      />
      <TimeChoice
        label={say.quietUntil}
        of="quiet"
        value={quiet.until}
        language={language}
        set={(until) => set({ quiet: { ...quiet, until } })}
      />
    </div>
  );
}

function Counts({ say, form, set }: FieldsProps) {
  return (
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
  );
}
