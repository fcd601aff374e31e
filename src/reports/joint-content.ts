/** Lays the joint report of all offices out in the official form, by common activity, by office, and what is missing; every format draws it as it draws an office's. */
import type { CommonActivity, JointOffice, JointReport, JointRow } from '../domain/joint-report.ts';
import { decimal, longMoment, longMonth, money } from '../text/format.ts';
import { texts } from '../text/index.ts';
import { reportColumnsOf } from './columns.ts';
import { type Cell, fitForPrint, type ReportContent, signatureLines, type TableRow } from './content.ts';
import { hindrances, reportedLines, usedText } from './said.ts';
import { DEFAULT_SETTINGS, type ReportSettings } from './settings.ts';

/** The six customary columns, without a plan, evidence or signatures of one office. */
export const JOINT_SETTINGS: Readonly<ReportSettings> = {
  ...DEFAULT_SETTINGS,
  partOne: false,
  annex: false,
};

/** Names of a list that are printed; the rest is counted. */
const MOST_NAMES = 20;

type Words = ReturnType<typeof texts>;

/** @returns the document's text. */
export function jointContent(report: JointReport, settings: ReportSettings): ReportContent {
  const say = texts(settings.language);
  const { reports, operators } = say;
  const { report: joint } = operators;
  const month = (day: string): string => longMonth(day.slice(0, 7), settings.language);
  const span = reports.span(month(report.period.start), month(report.period.end));
  const round = reports.round(report.half);
  const titles = [joint.title(round), span, joint.year(report.fiscalYear)];
  const notes = [joint.note.figures, ...missingNotes(report, say)];
  const content: ReportContent = {
    title: [joint.title(round), span].join(' '),
    author: say.web.brand,
    date: report.asOf,
    thaiDigits: settings.thaiDigits,
    item: null,
    heading: titles,
    titleLines: titles.length,
    standing: reports.standing(longMoment(new Date(report.asOf), settings.language)),
    partOne: null,
    partTwo: {
      title: joint.title(round),
      under: `${span} ${joint.year(report.fiscalYear)}`,
      table: {
        heads: reportColumnsOf(settings).map(({ key, label, width }) => ({
          text: key === 'activity' ? joint.activity : label,
          width,
        })),
        rows: [
          ...commonRows(report, say, settings),
          ...officeRows(report, say, settings),
          ...missingRows(report, say),
          totalRow(report, say, settings),
        ],
      },
    },
    notesTitle: reports.notes,
    notes,
    noteNumbers: notes.map((_note, index) => `${index + 1}.`),
    signatures: signatureLines(settings),
    annex: null,
    sheets: { ...reports.sheets, report: joint.sheet },
    pageFormat: reports.page('{page}'),
  };
  return fitForPrint(content, settings.thaiDigits);
}

const text = (value: string, span = 1, align: Cell['align'] = 'left'): Cell => ({
  text: value,
  number: null,
  span,
  align,
});
const sum = (satang: number | null, none: string): Cell =>
  satang ? { text: money(satang), number: satang / 100, span: 1, align: 'right' } : text(none, 1, 'right');

const part = (title: string): TableRow => ({ kind: 'branch', level: 0, cells: [text(title, 6)] });

function commonRows({ common }: JointReport, say: Words, settings: ReportSettings): TableRow[] {
  const { report: joint } = say.operators;
  if (!common)
    return [part(joint.part.common), { kind: 'leaf', level: 1, cells: [text(joint.noTemplate, 6)] }];
  return [part(joint.part.common), ...common.map((one) => commonRow(one, say, settings))];
}

function commonRow(one: CommonActivity, say: Words, settings: ReportSettings): TableRow {
  const { report: joint } = say.operators;
  const { byStatus, offices, spent, spentKnown, budget, stuck, missing } = one;
  const result = [
    joint.standing(byStatus, offices),
    usedText(spentKnown > 0 ? spent : null, budget, settings),
  ];
  const told = [
    ...(stuck > 0 ? [joint.stuckAt(stuck)] : []),
    ...(missing.length > 0 ? [joint.missingAt(named(missing, joint))] : []),
  ];
  return {
    kind: 'leaf',
    level: 1,
    cells: [
      text(one.label, 1, 'center'),
      text(one.name),
      sum(budget, say.words.noBudget),
      text(offices === 0 ? joint.nowhere : result.join('\n')),
      // names of offices need the room of both columns
      text(told.length > 0 ? told.join('\n') : say.words.none, 2),
    ],
  };
}

function named(names: readonly string[], { others }: Words['operators']['report']): string {
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? others(rest) : '');
}

function officeRows({ offices }: JointReport, say: Words, settings: ReportSettings): TableRow[] {
  return [
    part(say.operators.report.part.office),
    ...offices.flatMap((office, index) => [
      officeHead(office, index + 1, say, settings),
      ...(office.plan?.rows ?? []).map((row) => leafRow(row, say, settings)),
    ]),
  ];
}

function officeHead(
  { name, plan, unreadable }: JointOffice,
  number: number,
  { reports, words, operators: { report: joint } }: Words,
  settings: ReportSettings,
): TableRow {
  const head = [text(String(number), 1, 'center'), text(name)];
  if (!plan) {
    const why = text(unreadable ? joint.unreadable : joint.noPlan, 3);
    return { kind: 'branch', level: 0, cells: [...head, text('-', 1, 'right'), why] };
  }
  const { totals, version, published } = plan;
  const standing = [
    reports.progress(totals.byStatus.completed, totals.leaves, totals.reported),
    usedText(totals.spentKnown > 0 ? totals.spent : null, totals.budget, settings),
    version === null ? joint.open : joint.closed(version),
    published ? joint.published : joint.figuresOnly,
  ];
  return {
    kind: 'branch',
    level: 0,
    cells: [...head, sum(totals.budget, words.noBudget), text(standing.join(' · '), 3)],
  };
}

function leafRow(row: JointRow, { reports, words, operators }: Words, settings: ReportSettings): TableRow {
  const { report: joint } = operators;
  const { status, percent, spent, budget, reported, stuck, late, words: said } = row;
  const partly = status === 'in_progress' && percent !== null;
  const result = [
    words.status[status] + (partly ? ` (${reports.percent(decimal(percent))})` : ''),
    ...(said?.result?.length ? [reportedLines(said.result, settings)] : []),
    ...(spent === null ? [] : [usedText(spent, budget, settings)]),
  ];
  const remarks = [
    ...(said?.remark?.length ? [reportedLines(said.remark, settings)] : []),
    ...(late ? [joint.late] : []),
  ];
  const obstacles = said ? hindrances(said, settings) : stuck ? joint.stuck : words.none;
  return {
    kind: 'leaf',
    level: 1,
    cells: [
      text(row.label, 1, 'center'),
      text(row.name),
      sum(budget, words.noBudget),
      text(reported ? result.join('\n') : reports.notReported),
      text(reported ? obstacles : reports.notReported),
      text(remarks.length > 0 ? remarks.join('\n') : words.none),
    ],
  };
}

function missingRows({ missing }: JointReport, { operators: { report: joint } }: Words): TableRow[] {
  const leaf = (name: string, what: string): TableRow => ({
    kind: 'leaf',
    level: 1,
    cells: [text('-', 1, 'center'), text(name), text(what, 4)],
  });
  const rows = [
    ...missing.unreadable.map((name) => leaf(name, joint.unreadable)),
    ...missing.plan.map((name) => leaf(name, joint.noPlan)),
    ...missing.closing.map((name) => leaf(name, joint.open)),
    ...missing.reports.map(({ office, labels }) =>
      leaf(office, joint.unreported(labels.length, named(labels, joint))),
    ),
  ];
  const nothing: TableRow = { kind: 'leaf', level: 1, cells: [text(joint.nothingMissing, 6)] };
  return [part(joint.part.missing), ...(rows.length > 0 ? rows : [nothing])];
}

function totalRow({ totals }: JointReport, { reports, words }: Words, settings: ReportSettings): TableRow {
  const spent = totals.spentKnown > 0 ? totals.spent : null;
  const standing = [
    reports.progress(totals.byStatus.completed, totals.leaves, totals.reported),
    usedText(spent, totals.budget, settings),
  ];
  return {
    kind: 'total',
    level: 0,
    cells: [
      text(reports.total, 2, 'center'),
      sum(totals.budget, words.noBudget),
      text(standing.join('\n'), 3),
    ],
  };
}

function missingNotes({ missing, offices }: JointReport, { operators: { report: joint } }: Words): string[] {
  const { unreadable, plan, closing, reports } = missing;
  const activities = reports.reduce((count, { labels }) => count + labels.length, 0);
  return [
    ...(unreadable.length > 0 ? [joint.note.unreadable(unreadable.length)] : []),
    joint.note.offices(offices.length, plan.length, closing.length),
    joint.note.reports(activities, reports.length),
  ];
}
