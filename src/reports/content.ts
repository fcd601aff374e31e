/** Lays a report out as titles, tables and notes in plain text, the same for every format; docx, xlsx and pdf draw it. */
import { dayInBangkok } from '../domain/fiscal-year.ts';
import type { ReportModel } from '../domain/report-model.ts';
import { longDate, longMoment, longMonth, thaiDigits } from '../text/format.ts';
import { texts } from '../text/index.ts';
import { type Annex, annexContent } from './annex.ts';
import { clean, thaiDigitsInText } from './clean.ts';
import type { Align } from './columns.ts';
import { notesOf } from './notes.ts';
import { type PlanTable, planTable } from './plan-table.ts';
import { reportTable } from './report-table.ts';
import type { ReportSettings, Signature } from './settings.ts';

export interface Cell {
  text: string;
  /** What a spreadsheet keeps as a number; null for text. */
  number: number | null;
  /** How many columns it covers. */
  span: number;
  align: Align;
}

export interface TableRow {
  kind: 'branch' | 'leaf' | 'total';
  level: number;
  cells: Cell[];
}

export interface ReportTable {
  heads: { text: string; width: number }[];
  rows: TableRow[];
}

export interface ReportContent {
  /** For the file's properties. */
  title: string;
  author: string;
  /** ISO moment the file is dated with, so that the same report gives the same bytes. */
  date: string;
  thaiDigits: boolean;
  item: string | null;
  /** Lines of the cover: the title, then from the line of that number on the office and those above it. */
  heading: string[];
  titleLines: number;
  /** How current it is, and whether it is a draft. */
  standing: string;
  partOne: {
    title: string;
    facts: { label: string; value: string }[];
    sections: { heading: string; paragraphs: string[] }[];
    tableTitle: string;
    table: PlanTable;
  } | null;
  partTwo: { title: string; under: string; table: ReportTable };
  notesTitle: string;
  notes: string[];
  /** `1.` before each note. */
  noteNumbers: string[];
  /** Lines of each block: where to sign, name, position, date. */
  signatures: string[][];
  annex: Annex | null;
  sheets: { plan: string; report: string; annex: string };
  /** Page number as printed, `{page}` in place of the digits. */
  pageFormat: string;
}

/** @returns the whole document's text, cleaned, with Thai digits where the settings ask for them. */
export function reportContent(model: ReportModel, settings: ReportSettings): ReportContent {
  const { reports: say } = texts(settings.language);
  const { plan, office, fiscalYear, half } = model;
  const planName = say.planName(plan.title, office.name);
  const subject = settings.subject ?? say.subject(plan.title, office.name);
  const round = say.round(half);
  const month = (day: string) => longMonth(day.slice(0, 7), settings.language);
  const span = say.span(month(model.period.start), month(model.period.end));
  const titles = settings.headingLines ?? [
    ...say.titleLines(subject, round, span, planName, fiscalYear),
    office.name,
    ...office.parentAgencies,
  ];
  const item = settings.items[half];
  const notes = notesOf(model, settings);
  const content: ReportContent = {
    title: [titles[0] ?? say.follow, span].join(' '),
    author: office.name,
    date: model.asOf,
    thaiDigits: settings.thaiDigits,
    item: item ? say.item(item) : null,
    heading: titles,
    titleLines: settings.headingLines ? 0 : titles.length - 1 - office.parentAgencies.length,
    standing: standing(model, settings),
    partOne: settings.partOne ? partOne(model, settings) : null,
    partTwo: {
      title: say.partTwo(subject, round, span),
      under: say.partTwoUnder(planName, office.name, fiscalYear),
      table: reportTable(model, settings),
    },
    notesTitle: say.notes,
    notes,
    noteNumbers: notes.map((_note, index) => `${index + 1}.`),
    signatures: signatureLines(settings),
    annex: settings.annex ? annexContent(model, settings) : null,
    sheets: say.sheets,
    pageFormat: say.page('{page}'),
  };
  return fitForPrint(content, settings.thaiDigits);
}

function partOne(model: ReportModel, settings: ReportSettings): ReportContent['partOne'] {
  const { reports: say } = texts(settings.language);
  const { plan, office } = model;
  const day = (iso: string) => longDate(iso, settings.language);
  const facts = [
    { label: say.facts.programme, value: plan.programme },
    { label: say.facts.project, value: plan.project },
    { label: say.facts.targetGroup, value: plan.targetGroup },
    { label: say.facts.office, value: office.name },
    { label: say.facts.duration, value: say.fromTo(day(plan.period.start), day(plan.period.end)) },
  ];
  return {
    title: say.partOne(plan.title, office.name),
    facts: facts.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    sections: plan.sections.map(({ heading, text }) => ({
      heading,
      paragraphs: text.split(/\n+/).filter((paragraph) => paragraph.trim() !== ''),
    })),
    tableTitle: say.planTable,
    table: planTable(model, settings),
  };
}

/** The moment of the data, then draft or closed, then whether it is before its time. */
function standing(model: ReportModel, settings: ReportSettings): string {
  const { reports: say } = texts(settings.language);
  const at = new Date(model.asOf);
  const parts = [say.standing(longMoment(at, settings.language)), model.frozen ? say.frozen : say.draft];
  if (dayInBangkok(at) < model.period.start) parts.push(say.notBegun);
  return parts.join(' · ');
}

export function signatureLines(settings: ReportSettings): string[][] {
  const { reports: say } = texts(settings.language);
  const dots = '.'.repeat(44);
  const signers: Signature[] =
    settings.signatures.length > 0
      ? settings.signatures
      : [
          { role: say.reporter, name: '', position: '' },
          { role: say.approver, name: '', position: '' },
        ];
  return signers.map(({ role, name, position }) => [
    `${say.sign} ${dots} ${role}`,
    name ? say.signer(name) : say.signerBlank,
    say.position(position || dots),
    say.signedOn(dots),
  ]);
}

/** Fields that are names, not text: they stay as they are. */
const KEPT = new Set(['date', 'align', 'kind', 'id', 'sha256']);

/** Cleans every text inside a value and turns its digits; numbers and the members of KEPT stay. */
export function fitForPrint<T>(value: T, thai: boolean): T {
  if (typeof value === 'string') {
    const text = clean(value);
    return (thai ? thaiDigitsInText(text, thaiDigits) : text) as T;
  }
  if (Array.isArray(value)) return value.map((member: unknown) => fitForPrint(member, thai)) as T;
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, KEPT.has(key) ? member : fitForPrint(member, thai)]),
    ) as T;
  }
  return value;
}
