/** The plan's head, being brought in: office, fiscal year, title, period, text sections. */
import { fiscalYearPeriod } from '../domain/fiscal-year.ts';
import type { PlanHead } from '../domain/activity.ts';
import { faultOf, isEmptyCell, plainDigits, readText, shown, tidy } from './cells.ts';
import { type Note, noteThat, type Problem, problem } from './problems.ts';
import type { HeadField, PlanWords, RawCell, RawPlan } from './raw.ts';

export interface DraftHead extends Omit<PlanHead, 'id' | 'office'> {
  officeName: string;
  parentAgencies: string[];
}

export interface HeadRead {
  /** null when something is wrong. */
  head: DraftHead | null;
  /** B.E.; null when it could not be read. */
  fiscalYear: number | null;
  problems: Problem[];
  notes: Note[];
}

const MAX_HEAD = 500;
const MAX_SECTION = 20_000;

export function readHead(raw: RawPlan, words: PlanWords): HeadRead {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const text = (cell: RawCell | undefined, max = MAX_HEAD, lines = false): string | null => {
    const read = readText(cell, max, lines);
    if (read.ok) return read.value;
    problems.push(read.problem);
    return null;
  };
  const required = (field: HeadField): string => {
    const cell = raw.head[field];
    if (isEmptyCell(cell)) problems.push(problem(cell?.at ?? raw.headPlace(field), 'missing'));
    return text(cell) ?? '';
  };
  const officeName = required('office');
  const title = required('title');
  const year = readYear(raw, words);
  if ('reason' in year) problems.push(year);
  else if (year.note) notes.push(year.note);
  const fiscalYear = 'reason' in year ? null : year.fiscalYear;
  const period = readPeriod(raw, fiscalYear);
  problems.push(...period.problems);
  const sections = raw.sections.map((section) => ({
    heading: text(section.heading) ?? '',
    text: text(section.text, MAX_SECTION, true) ?? '',
  }));
  const rest = {
    programme: text(raw.head.programme),
    project: text(raw.head.project),
    targetGroup: text(raw.head.targetGroup),
    parentAgencies: raw.parentAgencies.map((cell) => text(cell)).filter((name) => name !== null),
    sections: sections.filter((section) => section.heading !== '' || section.text !== ''),
  };
  const { days } = period;
  return {
    head:
      problems.length === 0 && fiscalYear !== null && days !== null
        ? { officeName, title, fiscalYear, period: days, ...rest }
        : null,
    fiscalYear,
    problems,
    notes,
  };
}

function readYear(raw: RawPlan, words: PlanWords): { fiscalYear: number; note: Note | null } | Problem {
  const cell = raw.head.fiscalYear;
  if (!cell || isEmptyCell(cell)) return problem(cell?.at ?? raw.headPlace('fiscalYear'), 'missing');
  const fault = faultOf(cell);
  if (fault) return fault;
  let text = plainDigits(tidy(shown(cell.value))).toLowerCase();
  for (const era of words.era) if (text.startsWith(era)) text = text.slice(era.length).trim();
  const number = /^\d{2}$|^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (typeof cell.value === 'object' || Number.isNaN(number))
    return problem(cell.at, 'year-unreadable', shown(cell.value));
  const fiscalYear = number < 100 ? 2500 + number : number < 2300 ? number + 543 : number;
  if (fiscalYear < 2500 || fiscalYear > 2650) return problem(cell.at, 'year-unreadable', text);
  const wasCe = number >= 100 && number < 2300;
  return { fiscalYear, note: wasCe ? noteThat(cell.at, 'year-was-ce', text, String(fiscalYear)) : null };
}

interface PeriodRead {
  /** null when something is wrong, or the fiscal year unknown. */
  days: { start: string; end: string } | null;
  problems: Problem[];
}

/** The plan's days; what the file leaves out is the fiscal year's. */
function readPeriod(raw: RawPlan, fiscalYear: number | null): PeriodRead {
  const year = fiscalYear === null ? null : fiscalYearPeriod(fiscalYear);
  const days = { start: year?.start ?? null, end: year?.end ?? null };
  const problems: Problem[] = [];
  for (const field of ['start', 'end'] as const) {
    const cell = raw.head[field];
    if (!cell || isEmptyCell(cell)) continue;
    const day = readDay(cell);
    const found =
      faultOf(cell) ??
      (day === null
        ? problem(cell.at, 'date-unreadable', shown(cell.value))
        : year && (day < year.start || day > year.end)
          ? problem(cell.at, 'period-outside', shown(cell.value), String(fiscalYear))
          : null);
    if (found) problems.push(found);
    else days[field] = day;
  }
  const { start, end } = days;
  // Only what was read in both cells can be compared.
  if (problems.length === 0 && start !== null && end !== null && start > end)
    problems.push(problem(raw.head.end?.at ?? raw.headPlace('end'), 'period-backwards', end, start));
  return { days: problems.length === 0 && start !== null && end !== null ? { start, end } : null, problems };
}

/** `2020-10-01`, `1/10/2563`, or a date cell; B.E. years become C.E. */
function readDay(cell: RawCell): string | null {
  const { value } = cell;
  const text = plainDigits(tidy(shown(value)));
  if (typeof value === 'number' || typeof value === 'boolean') return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : slashed
      ? [slashed[3], slashed[2], slashed[1]].map(Number)
      : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year > 2300 ? year - 543 : year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}
