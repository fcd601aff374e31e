/** Which joint report: its year, half and kind of file; report.tsx keeps what is chosen. */
import type { OperatorWords } from './view.ts';

const HALVES = [1, 2] as const;
const FORMATS = ['xlsx', 'docx', 'pdf'] as const;

export interface Wish {
  /** As typed. */
  fiscalYear: string;
  half: number;
  format: string;
}

export function WishFields({
  say,
  wish,
  choose,
  disabled,
}: {
  say: OperatorWords['report']['page'];
  wish: Wish;
  choose: (wish: Wish) => void;
  disabled: boolean;
}) {
  return (
    <>
      <label class="field">
        {say.year}
        <input
          inputMode="numeric"
          maxLength={4}
          disabled={disabled}
          value={wish.fiscalYear}
          onInput={({ currentTarget }) => choose({ ...wish, fiscalYear: currentTarget.value })}
        />
      </label>
      <label class="field">
        {say.half}
        <select
          disabled={disabled}
          value={wish.half}
          onChange={({ currentTarget }) => choose({ ...wish, half: Number(currentTarget.value) })}
        >
          {HALVES.map((half) => (
            <option key={half} value={half}>
              {say.halves[half]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {say.format}
        <select
          disabled={disabled}
          value={wish.format}
          onChange={({ currentTarget }) => choose({ ...wish, format: currentTarget.value })}
        >
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {say.formats[format]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
