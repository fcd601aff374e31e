/** The plan's activities to tick; a branch covers what is below it. */
import type { PeopleData, PeopleProps } from './data.ts';

export function ActivityChoice({
  data,
  say,
  chosen,
  choose,
}: Pick<PeopleProps, 'say'> & {
  data: PeopleData;
  chosen: readonly string[];
  choose: (codes: string[]) => void;
}) {
  const known = new Set(data.activities.map(({ code }) => code));
  const gone = chosen.filter((code) => !known.has(code));
  const all = [
    ...data.activities,
    ...gone.map((code) => ({ code, label: code, name: say.notInPlan, level: 1 })),
  ];
  const covered = (code: string): boolean => chosen.some((one) => code.startsWith(`${one}.`));
  const turn = (code: string): void =>
    choose(
      chosen.includes(code)
        ? chosen.filter((one) => one !== code)
        : [...chosen.filter((one) => !one.startsWith(`${code}.`)), code],
    );
  return (
    <details>
      <summary>
        {say.activities} ({chosen.length > 0 ? chosen.join(', ') : say.noActivities})
      </summary>
      {all.map(({ code, label, name, level }) => (
        <label class={`check level-${Math.min(level, 3)}`} key={code}>
          <input
            type="checkbox"
            checked={chosen.includes(code) || covered(code)}
            disabled={covered(code)}
            onChange={() => turn(code)}
          />{' '}
          {label} {name}
        </label>
      ))}
    </details>
  );
}
