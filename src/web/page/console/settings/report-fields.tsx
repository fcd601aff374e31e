/** The fields of the report's form: what stands over it, what is in its table, who signs; report.tsx keeps what is typed. */
import type { SettingsProps } from './data.ts';
import type { ReportForm } from './report.tsx';
import { Signatories } from './signatories.tsx';

interface FieldsProps extends Pick<SettingsProps, 'say'> {
  form: ReportForm;
  set: (part: Partial<ReportForm>) => void;
}

export function ReportFields({ say, form, set }: FieldsProps) {
  return (
    <>
      <TitleFields say={say} form={form} set={set} />
      <TableFields say={say} form={form} set={set} />
      <Signatories say={say} list={form.signatures} change={(signatures) => set({ signatures })} />
      <label class="field">
        {say.closeAfter}
        <input
          type="number"
          min={0}
          max={366}
          value={form.closeAfterDays}
          onInput={({ currentTarget }) => set({ closeAfterDays: currentTarget.value })}
        />
      </label>
    </>
  );
}

function TitleFields({ say, form, set }: FieldsProps) {
  return (
    <>
      <label class="field">
        {say.heading}
        <textarea
          value={form.headingLines}
          placeholder={say.headingHint}
          onInput={({ currentTarget }) => set({ headingLines: currentTarget.value })}
        />
      </label>
      <Line label={say.subject} value={form.subject} set={(subject) => set({ subject })} />
      {([1, 2] as const).map((half) => (
        <Line
          key={half}
          label={say.items(half)}
          value={form.items[half] ?? ''}
          set={(item) => set({ items: { ...form.items, [half]: item } })}
        />
      ))}
    </>
  );
}

function TableFields({ say, form, set }: FieldsProps) {
  return (
    <>
      <label class="field">
        {say.columns}
        <select
          value={form.columns}
          onChange={({ currentTarget: { value } }) => set({ columns: value === 'full' ? 'full' : 'seed' })}
        >
          <option value="seed">{say.columnSets.seed}</option>
          <option value="full">{say.columnSets.full}</option>
        </select>
      </label>
      <Line
        label={say.budgetSource}
        value={form.budgetSource}
        set={(budgetSource) => set({ budgetSource })}
      />
      {(['thaiDigits', 'partOne', 'annex'] as const).map((name) => (
        <label class="check" key={name}>
          <input type="checkbox" checked={form[name]} onChange={() => set({ [name]: !form[name] })} />{' '}
          {say[name]}
        </label>
      ))}
    </>
  );
}

function Line({ label, value, set }: { label: string; value: string; set: (text: string) => void }) {
  return (
    <label class="field">
      {label}
      <input value={value} maxLength={300} onInput={({ currentTarget }) => set(currentTarget.value)} />
    </label>
  );
}
