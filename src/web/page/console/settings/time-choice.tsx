/** A time of the day chosen from a list, in 24 hours whatever language the browser has; the settings' forms use it. */
import { timeOfDay } from '../../../../text/time-of-day.ts';
import type { Me } from '../../api.ts';

/** Every `minutes` from the hour `first` until before the hour `end`. */
function everyMinutes(minutes: number, first: number, end: number): string[] {
  const two = (value: number): string => String(value).padStart(2, '0');
  return Array.from({ length: ((end - first) * 60) / minutes }, (_, at) => {
    const minute = first * 60 + at * minutes;
    return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  });
}

/** A time between two runs of a job would be the later one's: each list has what its job keeps, jobs/. */
export const TIMES = {
  reminders: everyMinutes(30, 8, 18),
  rides: everyMinutes(60, 8, 19),
  quiet: everyMinutes(30, 0, 24),
};

export function TimeChoice({
  label,
  of,
  value,
  language,
  set,
}: {
  label: string;
  of: keyof typeof TIMES;
  value: string;
  language: Me['language'];
  set: (time: string) => void;
}) {
  // what was chosen before is no other time because it is not offered
  const all = [...new Set([...TIMES[of], value])].toSorted();
  return (
    <label class="field">
      {label}
      <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {all.map((time) => (
          <option key={time} value={time}>
            {timeOfDay(time, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
