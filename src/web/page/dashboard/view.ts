/** What the dashboard's parts share: the data as the server sends it, the filters in the address, words and formats. */
import type { ActivityDetail as StoredDetail } from '../../../services/dashboard.ts';
import type { PlanOverview } from '../../../domain/plan-overview.ts';
import { dashboard as en } from '../../../text/en/dashboard.ts';
import { dashboard as th } from '../../../text/th/dashboard.ts';
import type { Me } from '../api.ts';

/** Dates arrive as text. */
type Sent<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Sent<T[Key]> } : T;

export type Overview = Sent<PlanOverview> & {
  title: string;
  fiscalYear: number;
  now: string;
  half: 1 | 2;
  names: Record<string, string>;
};
export type ActivityLine = Overview['rows'][number];
/** With how it stands, as the overview has it. */
export type Detail = Sent<StoredDetail> & { row: ActivityLine };
export type DashboardWords = typeof th;

export function dashboardWords({ language }: Me): DashboardWords {
  return language === 'en' ? en : th;
}

export const DASHBOARD_VIEWS = ['tree', 'months', 'obstacles', 'people'] as const;
export type DashboardView = (typeof DASHBOARD_VIEWS)[number];

/** Everything the page shows stands in its address, so that it can be kept, shared and gone back to. */
export interface DashboardAddress {
  view: DashboardView;
  /** A status, `overdue`, `unreported`, or '' for all. */
  status: string;
  /** A member's id, or '' for everyone. */
  person: string;
  words: string;
  /** The activity that is looked at, or ''. */
  activity: string;
}

export function readPlace(hash: string): DashboardAddress {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const view = DASHBOARD_VIEWS.find((one) => one === query.get('view')) ?? 'tree';
  const field = (name: string): string => query.get(name) ?? '';
  return {
    view,
    status: field('status'),
    person: field('person'),
    words: field('words'),
    activity: field('activity'),
  };
}

export function writePlace(place: Partial<DashboardAddress>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(place)) {
    if (value && !(name === 'view' && value === 'tree')) query.set(name, value);
  }
  return `#${query.toString()}`;
}

/** Leaves that fit the filters, and the branches above them, in plan order. */
export function fitting(
  rows: readonly ActivityLine[],
  { status, person, words }: DashboardAddress,
): ActivityLine[] {
  const sought = words.trim().toLowerCase();
  const fits = (row: ActivityLine): boolean =>
    row.leaf &&
    (status === '' ||
      (status === 'overdue' && row.overdue) ||
      (status === 'unreported' && row.reportedAt === null) ||
      row.status === status) &&
    (person === '' || row.people.includes(person)) &&
    (sought === '' || `${row.label} ${row.name}`.toLowerCase().includes(sought));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const shown = new Set<string>();
  for (const row of rows.filter(fits)) {
    for (
      let at: ActivityLine | undefined = row;
      at && !shown.has(at.code);
      at = byCode.get(at.parent ?? '')
    ) {
      shown.add(at.code);
    }
  }
  return rows.filter(({ code }) => shown.has(code));
}

export const percent = (share: number): string => String(Math.round(share * 100));
