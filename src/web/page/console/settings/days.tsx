/** The office's own days, chosen by B.E. date, and the year's holidays month by month. */
import { useState } from 'preact/hooks';
import { longDate, shortDate } from '../../../../text/format.ts';
import { change } from '../../api.ts';
import type { SettingsData, SettingsProps } from './data.ts';

const ERA = 543;

export function Days({ data, say, me, touch, done, failed }: SettingsProps) {
  const today = me.now.slice(0, 10);
  const [day, setDay] = useState(today);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'closed' | 'open'>('closed');
  const send = (form: object): void => {
    change('/web/console/settings/days', { seen: data.seen.days, ...form }).then(() => {
      setName('');
      done();
    }, failed);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    send({ day, name, kind });
  };
  return (
    <>
      <p>{say.daysAbout}</p>
      <form onSubmit={submit}>
        <DayChoice say={say} day={day} change={setDay} firstYear={Number(today.slice(0, 4))} />
        <div class="pair">
          <label class="field">
            {say.kind}
            <select
              value={kind}
              onChange={({ currentTarget: { value } }) => setKind(value === 'open' ? 'open' : 'closed')}
            >
              <option value="closed">{say.kinds.closed}</option>
              <option value="open">{say.kinds.open}</option>
            </select>
          </label>
          <label class="field">
            {say.dayName}
            <input
              value={name}
              maxLength={200}
              required
              onInput={({ currentTarget }) => {
                touch();
                setName(currentTarget.value);
              }}
            />
          </label>
        </div>
        <button class="primary">{say.addDay}</button>
      </form>
      {data.days.length === 0 && <p>{say.noDays}</p>}
      <ul class="steps">
        {data.days.map((one) => (
          <li key={one.day}>
            <strong>{longDate(one.day, me.language)}</strong> {say.kinds[one.kind]} {one.name}{' '}
            <button onClick={() => send({ day: one.day, name: null, kind: one.kind })}>
              {say.remove} <span class="unseen">{longDate(one.day, me.language)}</span>
            </button>
          </li>
        ))}
      </ul>
      {data.years.map((year, at) => (
        <details key={year} open={at === 0}>
          <summary>{say.calendar(year)}</summary>
          <Calendar data={data} say={say} language={me.language} year={year} />
        </details>
      ))}
    </>
  );
}

/** Day, month and year each by itself: the browser's own picker counts years otherwise. */
function DayChoice({
  say,
  day,
  change: set,
  firstYear,
}: Pick<SettingsProps, 'say'> & { day: string; change: (day: string) => void; firstYear: number }) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const pick = (y: number, m: number, d: number): void => {
    const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
    set(new Date(Date.UTC(y, m - 1, Math.min(d, last))).toISOString().slice(0, 10));
  };
  const choice = (label: string, value: number, all: [number, string][], chosen: (value: number) => void) => (
    <label class="field">
      {label}
      <select value={value} onChange={({ currentTarget }) => chosen(Number(currentTarget.value))}>
        {all.map(([one, shown]) => (
          <option key={one} value={one}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
  const count = (from: number, many: number): number[] => Array.from({ length: many }, (_, at) => from + at);
  return (
    <div class="pair">
      {choice(
        say.day,
        date,
        count(1, new Date(Date.UTC(year, month, 0)).getUTCDate()).map((one) => [one, String(one)]),
        (d) => pick(year, month, d),
      )}
      {choice(
        say.month,
        month,
        say.months.map((one, at) => [at + 1, one]),
        (m) => pick(year, m, date),
      )}
      {choice(
        say.year,
        year,
        count(firstYear - 1, 4).map((one) => [one, String(one + ERA)]),
        (y) => pick(y, month, date),
      )}
    </div>
  );
}

function Calendar({
  data,
  say,
  language,
  year,
}: Pick<SettingsProps, 'say'> & { data: SettingsData; language: 'th' | 'en'; year: number }) {
  const [from, until] = [`${year - ERA - 1}-10-01`, `${year - ERA}-09-30`];
  const own = data.days.map(({ day, name, kind }) => ({
    day,
    text: `${name} (${say.own}: ${say.kinds[kind]})`,
  }));
  const open = new Set(data.days.flatMap(({ day, kind }) => (kind === 'open' ? [day] : [])));
  const fixed = data.holidays
    .filter(({ day }) => !open.has(day))
    .map(({ day, name, substitute, expected }) => ({
      day,
      text: [name, substitute && say.substitute, expected && say.expected].filter(Boolean).join(' '),
    }));
  const all = [...fixed, ...own]
    .filter(({ day }) => day >= from && day <= until)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <ul class="calendar">
      {all.map(({ day, text }) => (
        <li key={day + text}>
          <strong>{shortDate(day, language)}</strong> {text}
        </li>
      ))}
    </ul>
  );
}
