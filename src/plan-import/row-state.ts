/** What is known while the rows of a table are read one by one. */
import { groupRows } from '../text/plan-row-words.ts';
import type { RowReader } from './row-values.ts';
import { tidy } from './cells.ts';
import type { PlanRows } from './entries.ts';

export interface RowState {
  reader: RowReader;
  rows: PlanRows;
  /** The group that is open in each column of groups. */
  open: Map<number, string>;
  hasLabels: boolean;
  /** The numbers are those of the groups in the column beside them. */
  groupLabels: boolean;
  firstOfTable: boolean;
}

/** The word of groups that a line begins with, as its rank; null for none. */
export function groupWord(text: string): number | null {
  const bare = tidy(text).replace(/^\(?[\d\u0e50-\u0e59.]+\)?\s*/, '');
  const rank = groupRows.findIndex((word) => bare.startsWith(word));
  return rank < 0 ? null : rank;
}

/** How deep a line that names a group stands among those. */
export function groupDepth(text: string): number {
  return 100 + (groupWord(text) ?? 99);
}

/** A group's own number, and its name. */
export function numbered(text: string): { label: string; name: string } {
  const [, label, name] =
    /^(\(?[\d\u0e50-\u0e59]{1,3}(?:\.[\d\u0e50-\u0e59]{1,3})*[.)]?)\s+(.+)$/.exec(text) ?? [];
  return { label: label ?? '', name: name ?? text };
}
