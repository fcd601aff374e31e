/** The report's settings as a form, and the report they make beside it. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsData, SettingsProps } from './data.ts';
import { ReportFields } from './report-fields.tsx';
import { ReportPreview } from './report-preview.tsx';

/** As typed. */
export type ReportForm = ReturnType<typeof formOf>;

export function ReportSection({ data, say, touch, done, failed }: SettingsProps) {
  const [form, setForm] = useState(() => formOf(data.report));
  const settings = settingsOf(form);
  const submit = (event: Event): void => {
    event.preventDefault();
    change('/web/console/settings/report', { seen: data.seen.report, settings }).then(done, failed);
  };
  return (
    <div class="beside">
      <form onSubmit={submit}>
        <ReportFields
          say={say}
          form={form}
          set={(part) => {
            touch();
            setForm({ ...form, ...part });
          }}
        />
        <button class="primary">{say.save}</button>
      </form>
      <ReportPreview
        say={say}
        settings={{ ...settings, signatures: form.signatures.filter(({ role }) => role.trim() !== '') }}
      />
    </div>
  );
}

function formOf(report: SettingsData['report']) {
  return {
    ...report,
    headingLines: (report.headingLines ?? []).join('\n'),
    subject: report.subject ?? '',
    budgetSource: report.budgetSource ?? '',
    closeAfterDays: report.closeAfterDays === null ? '' : String(report.closeAfterDays),
  };
}

function settingsOf(form: ReportForm) {
  const { language, thaiDigits, columns, partOne, signatures, annex } = form;
  return {
    language,
    thaiDigits,
    columns,
    headingLines: linesOf(form.headingLines),
    subject: form.subject.trim() || null,
    items: Object.fromEntries(Object.entries(form.items).filter(([, item]) => item.trim() !== '')),
    budgetSource: form.budgetSource.trim() || null,
    partOne,
    signatures,
    annex,
    closeAfterDays: form.closeAfterDays === '' ? null : Number(form.closeAfterDays),
  };
}

function linesOf(text: string): string[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : null;
}
