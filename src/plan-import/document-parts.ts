/** Parts of a plan that stand around its rows: the year over its months, the sources of its money; understand.ts uses them. */
import { shown } from './cells.ts';
import { documentWords } from '../text/plan-document-words.ts';
import { pathSenses, type Table } from './find-tables.ts';
import type { Placed } from './grow-entries.ts';
import type { FormPlan, FormHead } from './document-head.ts';
import { type HeadField, HEAD_FIELDS, type RawPlan } from './raw.ts';
import { type ReadRow, MAX_TEXT } from './rows.ts';
import { problem, type Problem } from './problems.ts';
import type { DraftOutcome } from './draft.ts';

/** The fiscal year (B.E.) that the months over the columns name: "Jan 64" is of 2564, "Oct 63" too. */
export function headingYear(tables: readonly Table[]): number | null {
  for (const { paths } of tables)
    for (const path of paths.values())
      for (const { months, monthYear } of pathSenses(path)) {
        const month = months?.[0];
        if (month === undefined || months!.length > 1 || monthYear === null) continue;
        const buddhist =
          monthYear < 100
            ? 2500 + monthYear
            : monthYear < 2000
              ? 2500 + (monthYear % 100)
              : monthYear < 2300
                ? monthYear + 543
                : monthYear;
        return buddhist + (month >= 10 ? 1 : 0);
      }
  return null;
}

/** The sources of money as a text of the plan: activities have no field of their own for them. */
export function fundSection(placed: readonly Placed[]): { heading: string; text: string }[] {
  const lines = placed.flatMap(({ entry, code }) =>
    entry.fund === null ? [] : [`${code} ${entry.name}: ${entry.fund}`],
  );
  return lines.length === 0
    ? []
    : [{ heading: documentWords.funds, text: lines.join('\n').slice(0, 20_000) }];
}

export function tooLong(rows: readonly ReadRow[]): Problem[] {
  return rows.flatMap((row) =>
    (['name', 'indicator', 'unit', 'owner'] as const).flatMap((field) => {
      const text = row[field];
      return text !== null && text.length > MAX_TEXT[field]
        ? [problem(row.at, 'text-too-long', text, String(MAX_TEXT[field]))]
        : [];
    }),
  );
}

export function formOf(
  drafted: DraftOutcome,
  head: FormHead,
  raw: Pick<RawPlan, 'head'>,
  rows: readonly ReadRow[],
  fiscalYear: number | null,
  funds: FormHead['sections'],
): FormPlan {
  if (drafted.ok) return drafted.plan;
  const text = (field: HeadField): string => shown(raw.head[field]?.value ?? null);
  return {
    ...head,
    officeName: text('office') || head.officeName,
    title: text('title') || head.title,
    fiscalYear,
    sections: [...head.sections, ...funds],
    activities: rows.map((row, order) => ({
      code: row.code,
      label: row.label,
      parent: row.parent ?? null,
      order,
      level: row.code.split('.').length - 1,
      leaf: true,
      name: row.name,
      indicator: row.indicator,
      unit: row.unit,
      target: row.target,
      budget: row.budget,
      months: row.months,
      ownerGroup: row.owner,
    })),
  };
}

/** What the head sheet or a person leaves out, the document's own lines say. */
export function withDocument(
  raw: Pick<RawPlan, 'head' | 'headPlace' | 'parentAgencies'>,
  head: FormHead,
): Pick<RawPlan, 'head' | 'headPlace' | 'parentAgencies'> {
  const found: Partial<Record<HeadField, string | number | null>> = {
    office: head.officeName || null,
    fiscalYear: head.fiscalYear,
    title: head.title || null,
    programme: head.programme,
    project: head.project,
    targetGroup: head.targetGroup,
  };
  const merged = { ...raw.head };
  for (const field of HEAD_FIELDS) {
    const value = found[field] ?? null;
    if (merged[field] === undefined && value !== null) merged[field] = { at: raw.headPlace(field), value };
  }
  return { ...raw, head: merged };
}
