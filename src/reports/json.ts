/** The report as JSON for other programs. */
import type { ReportModel } from '../domain/report-model.ts';
import { toReportJson } from '../domain/report-versions.ts';

/** @returns UTF-8 text, two spaces deep, ending in a line break. */
export function makeJson(model: ReportModel): Buffer {
  return Buffer.from(`${JSON.stringify(toReportJson(model), null, 2)}\n`, 'utf8');
}
