/** Tells what changed between two versions of a report, a line an activity; chat, the public page and the command print it. */
import { COMPARED, type ReportDifference } from '../domain/report-versions.ts';
import type { Texts } from '../text/index.ts';

/** `1.2 1) สถานะ, ใช้งบแล้ว (ล่าช้า)`: one line an activity, in plan order. */
export function changeLines(differences: readonly ReportDifference[], { official, words }: Texts): string[] {
  const { change } = official;
  const lines = new Map<string, string>();
  for (const one of differences) {
    if (one.kind !== 'changed') lines.set(`${one.kind} ${one.code}`, change[one.kind](one.label));
    else if (!lines.has(one.code)) {
      const same = differences.filter((other) => other.kind === 'changed' && other.code === one.code);
      const fields = COMPARED.filter((field) =>
        same.some((other) => 'field' in other && other.field === field),
      );
      const named = fields.map((field) =>
        field === 'name' || field === 'budget' || field === 'evidence' ? change[field] : words.field[field],
      );
      lines.set(one.code, change.changed(one.label, named.join(', '), one.late));
    }
  }
  return [...lines.values()];
}
