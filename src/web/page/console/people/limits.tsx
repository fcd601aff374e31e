/** How many may use a code, and for how long. */
import type { PeopleProps } from './data.ts';

export interface CodeLimits {
  uses: number;
  days: number;
}

export function Limits({
  say,
  limits,
  change,
}: Pick<PeopleProps, 'say'> & { limits: CodeLimits; change: (limits: CodeLimits) => void }) {
  const number = (name: keyof CodeLimits, label: string, most: number) => (
    <label class="field">
      {label}
      <input
        type="number"
        min={1}
        max={most}
        required
        value={limits[name]}
        onInput={({ currentTarget }) => change({ ...limits, [name]: Number(currentTarget.value) })}
      />
    </label>
  );
  return (
    <div class="pair">
      {number('uses', say.usesEach, 1_000)}
      {number('days', say.days, 366)}
    </div>
  );
}
