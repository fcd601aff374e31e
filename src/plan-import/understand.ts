/** All stages after reading: a source becomes a draft of the plan, with the mapping of its columns, what was not used, and the sums; import-plan calls it. */
import type { Satang } from '../domain/money.ts';
import { planWords } from '../text/plan-words.ts';
import { checkColumns } from './check-columns.ts';
import { chooseTables } from './choose-tables.ts';
import { documentHead, type FormPlan } from './document-head.ts';
import { type DraftOutcome, draftPlan } from './draft.ts';
import type { PlanRows } from './entries.ts';
import { findTables, type FoundTable, textLines } from './find-tables.ts';
import { finding, type ImportFinding, type Say } from './findings.ts';
import { formRows, formSheets, isFormTable, readHeadSheet, readSections, rowsAt } from './form.ts';
import { growEntries, rowsFrom } from './grow-entries.ts';
import type { Mapping, Override } from './mapping.ts';
import { checkOthers } from './other-tables.ts';
import { plainDigits, shown } from './cells.ts';
import { HEAD_FIELDS, type HeadField, type RawPlan } from './raw.ts';
import { groupCaptions, addRows } from './read-rows.ts';
import { fundSection, headingYear, tooLong, withDocument, formOf } from './document-parts.ts';
import type { Grid, Source } from './source.ts';
import { compareTotals, type Sum, planTotal, compareBranches, compareLines } from './sums.ts';

/** What a person said about the file. */
export interface FileChoice {
  overrides: Override[];
  /** Fields of the head that the file lacks or gets wrong. */
  head: Partial<Record<HeadField, string>>;
  /** Power of ten of a baht that all its money counts in; null: as the file says. */
  unit: number | null;
}

export const NO_FILE_CHOICE: FileChoice = { overrides: [], head: {}, unit: null };

export interface UnderstoodPlan {
  layout: 'form' | 'document';
  mappings: Mapping[];
  findings: ImportFinding[];
  sums: Sum[];
  /** What all activities come to. */
  total: Satang;
  drafted: DraftOutcome;
  /** What goes into the form, though something may be missing. */
  form: FormPlan;
}

export type UnderstoodOutcome =
  { ok: true; understood: UnderstoodPlan } | { ok: false; reason: 'no-table'; detail: string };

/** Whether the draft may be called ready: nothing is wrong and no money unexplained. */
export function isReady({ drafted, findings }: Pick<UnderstoodPlan, 'drafted' | 'findings'>): boolean {
  return drafted.ok && findings.every(({ weight }) => weight !== 'money');
}

export function understandPlan(source: Source, choice: FileChoice = NO_FILE_CHOICE): UnderstoodOutcome {
  const findings: ImportFinding[] = [];
  const say: Say = (at, kind, value, more, money) => {
    findings.push(finding(at, kind, value, more, money));
  };
  const sheets = formSheets(source);
  const aside = new Set([sheets.head, sheets.sections, ...sheets.ignored]);
  const found = findTables(source).filter((one) => !aside.has(gridOf(one)));
  const visible = found.filter((one) => !gridOf(one).hidden);
  for (const grid of new Set(found.map(gridOf)))
    if (grid.hidden) say(grid.name, 'sheet-hidden', contentOf(grid));
  for (const { what, where, value } of source.leftOut) say(where, what, value);
  const tables = visible.flatMap((one) => (one.kind === 'table' ? [one.table] : []));
  const lines = textLines(source, tables).filter((line) => line !== '');
  const raw: Pick<RawPlan, 'head' | 'headPlace' | 'parentAgencies'> = readHeadSheet(sheets.head);
  for (const field of HEAD_FIELDS) {
    const said = choice.head[field];
    if (said !== undefined) raw.head[field] = { at: field, value: said };
  }
  const head = documentHead(lines, headingYear(tables));
  const fiscalYear = yearOf(raw) ?? head.fiscalYear;
  const chosen = chooseTables(visible, { fiscalYear, unit: choice.unit, overrides: choice.overrides });
  if (chosen.plan.length === 0)
    return {
      ok: false,
      reason: 'no-table',
      detail: visible
        .map((one) => gridOf(one).name)
        .filter((name) => name !== '')
        .join(', '),
    };
  findings.push(...chosen.findings);
  const isForm = sheets.head !== null && chosen.plan.every(isFormTable);
  const rows: PlanRows = { entries: [], totals: [], section: 0 };
  const captions = isForm ? [] : groupCaptions(chosen.plan);
  for (const [index, mapping] of chosen.plan.entries())
    addRows(mapping, fiscalYear, rows, isForm ? () => undefined : say, captions[index] ?? null);
  const order = new Map(rows.entries.map((one, index) => [one, index]));
  const placed = growEntries(rows.entries, isForm ? () => undefined : say);
  const sums = compareTotals(placed, rows.totals, order, isForm ? () => undefined : say);
  const total = planTotal(placed);
  if (!isForm) compareBranches(placed, say);
  checkColumns(
    chosen.plan,
    isForm,
    rows.entries.some(({ label }) => label !== ''),
    say,
  );
  checkOthers(chosen.others, total, sums, say);
  if (!isForm) compareLines(lines, total, sums, say);
  if (fiscalYear === null && !isForm) say('', 'no-year');
  const plan: RawPlan = {
    ...withDocument(raw, head),
    sections: sheets.sections
      ? readSections(sheets.sections)
      : [...head.sections, ...fundSection(placed)].map(({ heading, text }) => ({
          heading: { at: heading, value: heading },
          text: { at: heading, value: text },
        })),
    rows: isForm ? formRows(chosen.plan) : [],
    rowsAt: rowsAt(chosen.plan[0]!.table),
  };
  const own = rowsFrom(placed);
  const problems = tooLong(own);
  const drafted = draftPlan(
    plan,
    planWords,
    isForm ? undefined : { rows: own, unnumbered: 0, totals: [], problems, notes: [] },
  );
  const form = formOf(drafted, head, raw, own, fiscalYear, fundSection(placed));
  return {
    ok: true,
    understood: {
      layout: isForm ? 'form' : 'document',
      mappings: chosen.plan,
      findings: unique(findings),
      sums,
      total,
      drafted,
      form,
    },
  };
}

function gridOf(one: FoundTable): Grid {
  return one.kind === 'table' ? one.table.grid : one.headless.grid;
}

function contentOf(grid: Grid): string {
  return Object.values(grid.rows)
    .slice(0, 4)
    .flatMap((row) => Object.values(row).slice(0, 6))
    .map(({ value }) => (typeof value === 'object' ? '' : String(value)))
    .join(' · ');
}

function yearOf(raw: Pick<RawPlan, 'head'>): number | null {
  const value = raw.head.fiscalYear?.value;
  const year = Number(/\d{4}|\d{2}/.exec(plainDigits(shown(value ?? null)))?.[0]);
  if (!year) return null;
  return year < 100 ? 2500 + year : year < 2300 ? year + 543 : year;
}

function unique(findings: readonly ImportFinding[]): ImportFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ at, kind, value }) => {
    const key = `${at}|${kind}|${value}`;
    return !seen.has(key) && seen.add(key);
  });
}
