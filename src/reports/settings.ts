/** What an office can choose about its report; stored with the office, read by every format. */
import type { Half } from '../domain/fiscal-year.ts';
import type { Language } from '../domain/member.ts';

export interface Signature {
  /** What the person signs as: reporter, director … */
  role: string;
  /** Empty leaves a dotted line to write on. */
  name: string;
  position: string;
}

export interface ReportSettings {
  /** Of headings and standing words; what people wrote stays as they wrote it. */
  language: Language;
  /** Thai digits instead of Arabic ones, page numbers included. */
  thaiDigits: boolean;
  /** seed: the six customary columns; full: indicator, target, reached, allotted, spent and source too. */
  columns: 'seed' | 'full';
  /** Lines in place of the title made from the plan; null keeps that one. */
  headingLines: string[] | null;
  /** What the report follows up, inside the titles; null takes it from the plan's title. */
  subject: string | null;
  /** Item numbers under which the halves are published; they change from year to year. */
  items: Partial<Record<Half, string>>;
  /** Where the money comes from, for the full column set; null takes the plan's programme. */
  budgetSource: string | null;
  /** Whether the plan itself (part 1) stands before the table. */
  partOne: boolean;
  signatures: Signature[];
  /** Whether a list of evidence follows, with pictures where their bytes are given. */
  annex: boolean;
  /** Whether the published report keeps members' names where its texts say them, instead of their positions. */
  publicNames: boolean;
}

export const DEFAULT_SETTINGS: Readonly<ReportSettings> = {
  language: 'th',
  thaiDigits: false,
  columns: 'seed',
  headingLines: null,
  subject: null,
  items: {},
  budgetSource: null,
  partOne: true,
  signatures: [],
  annex: true,
  publicNames: false,
};

/** A JPEG of modest size, as it is to be looked at. */
export interface Picture {
  bytes: Uint8Array;
  /** Pixels. */
  width: number;
  height: number;
}

/** Pictures by evidence id; what is missing is listed without its picture, and what is null as one that cannot be shown. */
export type Pictures = ReadonlyMap<string, Picture | null>;
