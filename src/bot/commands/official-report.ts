/** The managers' official report: a card with its figures, and Word, Excel and PDF under links for that person. */
import type { Half } from '../../domain/fiscal-year.ts';
import { momentInBangkok } from '../../domain/fiscal-year.ts';
import type { Closing } from '../../domain/period.ts';
import type { ReportModel } from '../../domain/report-model.ts';
import { loadReport, type ReportScope } from '../../services/official-report.ts';
import { newsSince } from '../../services/periods.ts';
import { commandWords } from '../../text/command-words.ts';
import { AROUND_FILE, FILE_WORDS, HALF_NAMED, PERIOD_NAMED } from '../../text/typed-reports.ts';
import { FILE_FORMATS, type FileFormat, makeFiles } from '../report-files.ts';
import type { RequestContext } from '../request-context.ts';
import type { Action, Card } from '../types.ts';
import type { Answer, Command } from './command.ts';

export const sixMonthsCommand = officialReport(1, 'six-months', commandWords.sixMonths);
export const twelveMonthsCommand = officialReport(2, 'twelve-months', commandWords.twelveMonths);

/** Asked for by another number of months. */
export const otherMonthsCommand: Command = {
  ...sixMonthsCommand,
  name: 'other-months',
  words: [],
  run: (_, request) => Promise.resolve(onlyHalves(request.texts.official.command, request)),
};

/** @returns the half that is named, null for any other words. */
export function halfNamed(argument: string): Half | null {
  return ([1, 2] as const).find((half) => HALF_NAMED[half].test(argument)) ?? null;
}

/** Whether these words name a period at all, a half or one that there is none of. */
export function namesPeriod(argument: string): boolean {
  return halfNamed(argument) !== null || PERIOD_NAMED.test(argument);
}

/** Says which halves there are. @param typed the command for one of them. */
export function onlyHalves(typed: (half: Half) => string, { texts: { official } }: RequestContext): Answer {
  const quick = ([1, 2] as const).map((half): Action => {
    const text = typed(half);
    return { type: 'tap', label: text, say: text, tap: { do: 'say', text } };
  });
  return { messages: [{ type: 'text', text: official.onlyHalves, quick }], writes: [] };
}

function officialReport(half: Half, name: 'six-months' | 'twelve-months', words: readonly string[]): Command {
  return {
    name,
    asks: true,
    words,
    argument: 'optional',
    accepts: (argument) => formatIn(argument) !== undefined,
    run: (argument, request) => showReport(half, formatIn(argument) ?? null, request),
  };
}

/** @returns the kind of file that is named, null for no kind, undefined where something else was said. */
function formatIn(argument: string): FileFormat | null | undefined {
  const bare = argument.replace(AROUND_FILE, '').trim();
  if (bare === '') return null;
  return FILE_FORMATS.find((format) => bare.replace(FILE_WORDS[format], '').trim() === '');
}

/** The half's report as it counts now: frozen, or so far. @param format the only one wanted; null for all. */
export async function showReport(
  half: Half,
  format: FileFormat | null,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  request.busy?.();
  const scope = scopeOf(half, request);
  const loaded = await loadReport(scope);
  if (!loaded.ok) throw new Error(`a version of ${context.plan.id} is listed and not there`);
  // an open half has no news: reading it once is enough
  const news = loaded.closing ? await newsSince(scope, context.today) : null;
  const found = { model: loaded.model, closing: loaded.closing, news: news?.length ?? 0 };
  return reportCard(found, format ? [format] : FILE_FORMATS, request);
}

export function scopeOf(half: Half, { context }: RequestContext): ReportScope {
  const { database, office, plan, now } = context;
  return { database, office, plan, half, now };
}

export interface FoundReport {
  model: ReportModel;
  /** null while the half is open. */
  closing: Closing | null;
  /** Differences since it was closed. */
  news: number;
}

/** The card of a report, its files made and kept. */
export async function reportCard(
  { model, closing, news }: FoundReport,
  formats: readonly FileFormat[],
  request: RequestContext,
): Promise<Answer> {
  const { files, unmade, expiresAt, writes } = await makeFiles(model, formats, request);
  const { totals, half, fiscalYear, period } = model;
  const card: Card = {
    kind: 'official-report',
    half,
    fiscalYear,
    office: model.office.name,
    planTitle: model.plan.title,
    closing: closing && { version: closing.version, at: closing.closedAt, by: closing.closedBy.name },
    asOf: new Date(model.asOf),
    notBegun: new Date(model.asOf) < momentInBangkok(period.start),
    counts: totals.byStatus,
    total: totals.leaves,
    unreported: totals.leaves - totals.reported,
    late: model.rows.filter((row) => row.leaf && row.late).length,
    budget: totals.budget,
    spent: totals.spentKnown > 0 ? totals.spent : null,
    news,
    files,
    unmade,
    expiresAt,
  };
  return { messages: [{ type: 'card', card }], writes };
}
