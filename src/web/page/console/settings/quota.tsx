/** What is left of the month's paid messages, and how the office spares them. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsProps } from './data.ts';
import { TimeChoice } from './time-choice.tsx';

export function Quota({ data, say, me, touch, done, failed }: SettingsProps) {
  const { quota, spending } = data;
  const [form, setForm] = useState({
    ...spending,
    most: spending.most === null ? '' : String(spending.most),
  });
  const set = (part: Partial<typeof form>): void => {
    touch();
    setForm({ ...form, ...part });
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const settings = { ...form, most: form.most === '' ? null : Number(form.most) };
    change('/web/console/settings/quota', { seen: data.seen.quota, settings }).then(done, failed);
  };
  const days = (name: 'dailyWriter' | 'regularWriter') => (
    <label class="field">
      {say[name]}
      <input
        type="number"
        required
        min={1}
        max={10}
        value={form[name]}
        onInput={({ currentTarget }) => set({ [name]: Number(currentTarget.value) })}
      />
    </label>
  );
  return (
    <>
      <p>
        {quota === null
          ? say.quotaUnknown
          : quota.limit === null
            ? say.quotaFree(quota.used)
            : say.quotaOf(quota.used, quota.limit)}
      </p>
      <p>{say.quotaAbout}</p>
      <form onSubmit={submit}>
        <div class="pair">
          <label class="field">
            {say.most}
            <input
              type="number"
              min={0}
              max={1_000_000}
              value={form.most}
              onInput={({ currentTarget }) => set({ most: currentTarget.value })}
            />
          </label>
          {days('dailyWriter')}
          {days('regularWriter')}
          <TimeChoice
            label={say.rideUntil}
            of="rides"
            value={form.rideUntil}
            language={me.language}
            set={(rideUntil) => set({ rideUntil })}
          />
        </div>
        <button class="primary">{say.save}</button>
      </form>
    </>
  );
}
