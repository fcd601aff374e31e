/** Reads the flags of the report command into a request, or says which one is wrong and how it should be. */
import type { Half } from '../src/domain/fiscal-year.ts';
import { findFormat, REPORT_FORMATS, type ReportFormat } from '../src/reports/index.ts';
import { arabicDigits } from '../src/text/format.ts';
import type { Texts } from '../src/text/index.ts';
import { flagMoment } from './typed-moment.ts';

export interface ReportFlags {
  'fiscal-year'?: string;
  half?: string;
  format?: string;
  'as-of'?: string;
  version?: string;
  out?: string;
  office?: string;
}

export interface ReportRequest {
  fiscalYear: number;
  half: Half;
  format: ReportFormat;
  asOf: Date | undefined;
  version: number | undefined;
  /** null prints JSON to standard output. */
  out: string | null;
}

export type RequestRead = { ok: true; request: ReportRequest } | { ok: false; message: string };

/** B.E. years a plan can have. */
const YEARS = { first: 2400, last: 2800 };

export function readRequest(
  flags: ReportFlags,
  files: readonly string[],
  { report: { bad }, command }: Texts['admin'],
): RequestRead {
  const refuse = (message: string): RequestRead => ({ ok: false, message });
  if (files.length > 0) return refuse(bad.file);
  const yearText = flags['fiscal-year'];
  if (yearText === undefined) return refuse(bad.needYear);
  const fiscalYear = wholeNumber(yearText);
  if (fiscalYear !== null && fiscalYear > 1900 && fiscalYear < 2200)
    return refuse(bad.christianYear(yearText, fiscalYear + 543));
  if (fiscalYear === null || fiscalYear < YEARS.first || fiscalYear > YEARS.last)
    return refuse(bad.year(yearText));
  if (flags.half === undefined) return refuse(bad.needHalf);
  const half = wholeNumber(flags.half);
  if (half !== 1 && half !== 2) return refuse(bad.half(flags.half));
  const known = REPORT_FORMATS.map(({ name }) => name).join(', ');
  const out = flags.out ?? null;
  const named = flags.format ?? (flags.office === 'all' ? undefined : endingOf(out));
  if (named === undefined) return refuse(bad.needFormat(known));
  const format = findFormat(named.toLowerCase());
  if (!format) return refuse(bad.format(named, known));
  const ending = flags.office === 'all' ? undefined : endingOf(out);
  const meant = ending === undefined ? undefined : findFormat(ending.toLowerCase());
  if (out !== null && meant && meant !== format) return refuse(bad.ending(out, format.name));
  // a day counts to its end
  const read = flags['as-of'] === undefined ? undefined : flagMoment('as-of', flags['as-of'], command, 'end');
  if (read && !read.ok) return refuse(read.message);
  const asOf = read?.at;
  const version = flags.version === undefined ? undefined : wholeNumber(flags.version);
  if (version === null || version === 0) return refuse(bad.version(flags.version ?? ''));
  if (asOf && version !== undefined) return refuse(bad.versionAsOf);
  if (out === null && flags.office === 'all') return refuse(bad.needFolder);
  if (out === null && format.name !== 'json') return refuse(bad.needOut(format.name));
  return { ok: true, request: { fiscalYear, half, format: format.name, asOf, version, out } };
}

function wholeNumber(text: string): number | null {
  const digits = arabicDigits(text.trim());
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** The format a file's name asks for; undefined where it has no ending. */
function endingOf(out: string | null): string | undefined {
  return out === null ? undefined : /\.([a-z0-9]+)$/i.exec(out)?.[1];
}
