/** Day, month, year of the Buddhist Era and time, as an office writes them; the panel moves the clock by it. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dateFieldOf, momentOfField, monthNames } from './dates.ts';
import { words } from './words.ts';

/** Years of the Buddhist Era before the common one. */
const ERA = 543;

interface Typed {
  day: string;
  month: string;
  year: string;
  time: string;
}

function typedOf(now: string): Typed {
  const [date = '', time = ''] = dateFieldOf(now).split('T');
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { day: String(day), month: String(month), year: String(year + ERA), time };
}

/** @returns the moment as ISO, null for one that is in no calendar. */
function momentOf({ day, month, year, time }: Typed): string | null {
  const two = (number: string): string => number.padStart(2, '0');
  const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim());
  if (!clock) return null;
  const date = `${String(Number(year) - ERA).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const moment = momentOfField(`${date}T${two(clock[1]!)}:${clock[2]}`);
  // the 31st of February would be read as a day in March
  return moment && dateFieldOf(moment).startsWith(date) ? moment : null;
}

export function MomentField({ now, move }: { now: string; move: (to: string) => void }): VNode {
  const [own, setOwn] = useState<Typed | null>(null);
  const [wrong, setWrong] = useState(false);
  const typed = own ?? typedOf(now);
  const set = (change: Partial<Typed>): void => {
    setWrong(false);
    setOwn({ ...typed, ...change });
  };
  const { panel } = words;
  return (
    <form
      class="moment"
      onSubmit={(event) => {
        event.preventDefault();
        const to = momentOf(typed);
        setWrong(to === null);
        if (!to) return;
        move(to);
        setOwn(null);
      }}
    >
      <fieldset>
        <legend>{panel.goTo}</legend>
        <input
          aria-label={panel.dayOfMonth}
          inputMode="numeric"
          maxLength={2}
          value={typed.day}
          onInput={(event) => set({ day: event.currentTarget.value })}
        />
        <select
          aria-label={panel.month}
          value={typed.month}
          onChange={(event) => set({ month: event.currentTarget.value })}
        >
          {monthNames.map((name, index) => (
            <option key={name} value={String(index + 1)}>
              {name}
            </option>
          ))}
        </select>
        <input
          aria-label={panel.year}
          inputMode="numeric"
          maxLength={4}
          value={typed.year}
          onInput={(event) => set({ year: event.currentTarget.value })}
        />
        <input
          aria-label={panel.time}
          maxLength={5}
          value={typed.time}
          onInput={(event) => set({ time: event.currentTarget.value })}
        />
      </fieldset>
      <p class="hint" role="status">
        {wrong && panel.noSuchMoment}
      </p>
      <button type="submit" class="plain">
        {panel.move}
      </button>
    </form>
  );
}
