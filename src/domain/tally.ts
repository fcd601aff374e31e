/** Counting activities by status, for summaries of every kind. */
import { type Status, STATUSES } from './activity.ts';

export function countByStatus(statuses: readonly Status[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const status of statuses) counts[status] += 1;
  return counts;
}
