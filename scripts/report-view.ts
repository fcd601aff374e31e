/** What the report command says of a report it made, to people and to scripts. */
import { bahtFromSatang } from '../src/domain/money.ts';
import type { Closing } from '../src/domain/period.ts';
import type { ReportModel } from '../src/domain/report-model.ts';
import { type ReportDifference, toReportJson } from '../src/domain/report-versions.ts';
import type { ReportError } from '../src/reports/failure.ts';
import { baht, moment } from '../src/text/format.ts';
import type { ScriptCall, Flags } from './cli.ts';
import type { ReportRequest } from './report-request.ts';

type View = Pick<ScriptCall<Flags>, 'words' | 'language'>;

export type Made =
  | { ok: true; bytes: Buffer; model: ReportModel; closing: Closing | null; changes: ReportDifference[] }
  | {
      ok: false;
      reason: 'no-plan' | 'no-such-version' | 'unreadable' | ReportError['fault'];
      versions: number[];
    };

export type Ready = Extract<Made, { ok: true }>;

/** What a script is told of a file that was made; money in baht. */
export function madeJson(
  office: { id: string; name: string },
  request: ReportRequest,
  made: Ready,
  file: string,
) {
  const { model, closing, changes, bytes } = made;
  const { totals, period, asOf, frozen, rows } = toReportJson(model);
  return {
    office: office.id,
    officeName: office.name,
    plan: model.plan.id,
    fiscalYear: model.fiscalYear,
    half: model.half,
    period,
    asOf,
    frozen,
    version: closing?.version ?? null,
    hash: closing?.hash ?? null,
    format: request.format,
    file,
    bytes: bytes.byteLength,
    rows: rows.length,
    totals,
    reported: model.totals.reported,
    leaves: model.totals.leaves,
    changes,
  };
}

export function figuresLine({ words, language }: View, { totals }: ReportModel): string {
  return words.report.figures(totals.leaves, baht(totals.budget, language), baht(totals.spent, language));
}

export function standing({ words, language }: View, { model, closing }: Ready): string {
  if (!closing) return words.report.open(moment(new Date(model.asOf), language));
  const by = closing.closedBy.name || words.report.closedBy;
  return words.report.frozen(closing.version, moment(closing.closedAt, language), by);
}

/** What somebody who made this file should know. */
export function notesOn({ words }: View, { asOf, period, totals }: ReportModel): string[] {
  if (asOf < new Date(`${period.start}T00:00:00+07:00`).toISOString()) return [words.report.notBegun];
  return totals.reported === 0 ? [words.report.nothingReported] : [];
}

/** Sums over several reports, in baht. */
export function sumOf(models: readonly ReportModel[]): { budget: number; spent: number } {
  const add = (pick: (model: ReportModel) => number): number =>
    bahtFromSatang(models.reduce((sum, model) => sum + pick(model), 0));
  return { budget: add((model) => model.totals.budget), spent: add((model) => model.totals.spent) };
}
