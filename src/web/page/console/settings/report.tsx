/** The report's settings as a form, and the report they make beside it. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsProps } from './data.ts';
import { ReportPreview } from './report-preview.tsx';
import { Signatories } from './signatories.tsx';

export function ReportSection({ data, say, done, failed }: SettingsProps) {
  const [form, setForm] = useState(() => ({
    ...data.report,
    headingLines: (data.report.headingLines ?? []).join('\n'),
    subject: data.report.subject ?? '',
    budgetSource: data.report.budgetSource ?? '',
    closeAfterDays: data.report.closeAfterDays === null ? '' : String(data.report.closeAfterDays),
  }));
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const settings = {
    language: form.language,
    thaiDigits: form.thaiDigits,
    columns: form.columns,
    headingLines: linesOf(form.headingLines),
    subject: form.subject.trim() || null,
    items: Object.fromEntries(Object.entries(form.items).filter(([, item]) => item.trim() !== '')),
    budgetSource: form.budgetSource.trim() || null,
    partOne: form.partOne,
    signatures: form.signatures,
    annex: form.annex,
    closeAfterDays: form.closeAfterDays === '' ? null : Number(form.closeAfterDays),
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    change('/web/console/settings/report', { seen: data.seen.report, settings }).then(done, failed);
  };
  const tick = (name: 'thaiDigits' | 'partOne' | 'annex') => (
    <label class="check">
      <input type="checkbox" checked={form[name]} onChange={() => set({ [name]: !form[name] })} /> {say[name]}
    </label>
  );
  const text = (name: 'subject' | 'budgetSource', label: string) => (
    <label class="field">
      {label}
      <input
        value={form[name]}
        maxLength={300}
        onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <section class="card">
      <h2>{say.report}</h2>
      <div class="beside">
        <form onSubmit={submit}>
          <label class="field">
            {say.heading}
            <textarea
              value={form.headingLines}
              placeholder={say.headingHint}
              onInput={({ currentTarget }) => set({ headingLines: currentTarget.value })}
            />
          </label>
          {text('subject', say.subject)}
          {([1, 2] as const).map((half) => (
            <label class="field" key={half}>
              {say.items(half)}
              <input
                value={form.items[half] ?? ''}
                maxLength={300}
                onInput={({ currentTarget }) =>
                  set({ items: { ...form.items, [half]: currentTarget.value } })
                }
              />
            </label>
          ))}
          <label class="field">
            {say.columns}
            <select
              value={form.columns}
              onChange={({ currentTarget: { value } }) =>
                set({ columns: value === 'full' ? 'full' : 'seed' })
              }
            >
              <option value="seed">{say.columnSets.seed}</option>
              <option value="full">{say.columnSets.full}</option>
            </select>
          </label>
          {text('budgetSource', say.budgetSource)}
          {tick('thaiDigits')}
          {tick('partOne')}
          {tick('annex')}
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
          <button class="primary">{say.save}</button>
        </form>
        <ReportPreview
          say={say}
          settings={{ ...settings, signatures: form.signatures.filter(({ role }) => role.trim() !== '') }}
        />
      </div>
    </section>
  );
}

function linesOf(text: string): string[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : null;
}
