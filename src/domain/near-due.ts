/** Which activities are near their due day, and which are past it; the commands of what is due ask. */
import type { Status } from './activity.ts';
import { addDays } from './fiscal-year.ts';
import { isFinished } from './status.ts';

/** Due days are ends of months: what is due at the end of this one is near, and from then on what is due in the next. */
export const NEAR_DAYS = 30;

interface DueRow {
  status: Status;
  /** ISO day. */
  due: string;
}

export interface NearDue<T> {
  /** The first due on top, in each. */
  past: T[];
  near: T[];
  /** What is due first after that; all of that day. */
  next: T[];
}

/** @param rows in plan order, which stays among those of one day. @param today ISO day. */
export function nearDue<T extends DueRow>(rows: readonly T[], today: string): NearDue<T> {
  const open = rows
    .filter(({ status }) => !isFinished(status))
    .toSorted((a, b) => a.due.localeCompare(b.due));
  const until = addDays(today, NEAR_DAYS);
  const later = open.filter(({ due }) => due > until);
  return {
    past: open.filter(({ due }) => due < today),
    near: open.filter(({ due }) => due >= today && due <= until),
    next: later.filter(({ due }) => due === later[0]?.due),
  };
}
