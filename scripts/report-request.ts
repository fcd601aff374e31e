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

type Refused = { ok: false; message: string };
type Read<Value> = { ok: true; value: Value } | Refused;
export type RequestRead = { ok: true; request: ReportRequest } | Refused;

type Bad = Texts['admin']['report']['bad'];

/** B.E. years a plan can have. */
const YEARS = { first: 2400, last: 2800 };

/** Of several flags that are wrong the first is named, in this order; last what two of them come to together. */
export function readRequest(
  flags: ReportFlags,
  files: readonly string[],
  { report: { bad }, command }: Texts['admin'],
): RequestRead {
  if (files.length > 0) return refuse(bad.file);
  const fiscalYear = readYear(flags['fiscal-year'], bad);
  if (!fiscalYear.ok) return fiscalYear;
  const half = readHalf(flags.half, bad);
  if (!half.ok) return half;
  const format = readFormat(flags, bad);
  if (!format.ok) return format;
  const asOf = readAsOf(flags['as-of'], command);
  if (!asOf.ok) return asOf;
  const version = readVersion(flags.version, bad);
  if (!version.ok) return version;
  const request: ReportRequest = {
    fiscalYear: fiscalYear.value,
    half: half.value,
    format: format.value,
    asOf: asOf.value,
    version: version.value,
    out: flags.out ?? null,
  };
  const message = atOdds(request, flags.office, bad);
  return message === null ? { ok: true, request } : refuse(message);
}

function readYear(typed: string | undefined, bad: Bad): Read<number> {
  if (typed === undefined) return refuse(bad.needYear);
  const year = wholeNumber(typed);
  if (year !== null && year > 1900 && year < 2200) return refuse(bad.christianYear(typed, year + 543));
  if (year === null || year < YEARS.first || year > YEARS.last) return refuse(bad.year(typed));
  return { ok: true, value: year };
}

function readHalf(typed: string | undefined, bad: Bad): Read<Half> {
  if (typed === undefined) return refuse(bad.needHalf);
  const half = wholeNumber(typed);
  return half === 1 || half === 2 ? { ok: true, value: half } : refuse(bad.half(typed));
}

/** The format that is named, or that the file's ending asks for; where both do, they have to agree. */
function readFormat({ format: typed, office, out }: ReportFlags, bad: Bad): Read<ReportFormat> {
  // for all offices it is a folder
  const ending = office === 'all' ? undefined : endingOf(out);
  const known = REPORT_FORMATS.map(({ name }) => name).join(', ');
  const named = typed ?? ending;
  if (named === undefined) return refuse(bad.needFormat(known));
  const format = findFormat(named.toLowerCase());
  if (!format) return refuse(bad.format(named, known));
  const meant = findFormat(ending?.toLowerCase() ?? '');
  if (out !== undefined && meant && meant !== format) return refuse(bad.ending(out, format.name));
  return { ok: true, value: format.name };
}

/** A day counts to its end. */
function readAsOf(typed: string | undefined, command: Texts['admin']['command']): Read<Date | undefined> {
  if (typed === undefined) return { ok: true, value: undefined };
  const read = flagMoment('as-of', typed, command, 'end');
  return read.ok ? { ok: true, value: read.at } : read;
}

function readVersion(typed: string | undefined, bad: Bad): Read<number | undefined> {
  const version = typed === undefined ? undefined : wholeNumber(typed);
  return version === null || version === 0 ? refuse(bad.version(typed ?? '')) : { ok: true, value: version };
}

/** @returns what is wrong with flags that are right each for itself, or null. */
function atOdds(
  { asOf, version, format, out }: ReportRequest,
  office: string | undefined,
  bad: Bad,
): string | null {
  if (asOf && version !== undefined) return bad.versionAsOf;
  if (out === null && office === 'all') return bad.needFolder;
  if (out === null && format !== 'json') return bad.needOut(format);
  return null;
}

function refuse(message: string): Refused {
  return { ok: false, message };
}

function wholeNumber(text: string): number | null {
  const digits = arabicDigits(text.trim());
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** The format a file's name asks for; undefined where it has no ending. */
function endingOf(out: string | undefined): string | undefined {
  return out === undefined ? undefined : /\.([a-z0-9]+)$/i.exec(out)?.[1];
}
