/** Whether the day that was told of an activity is still to come: cards that show it say that it is expected. */
import type { Fields } from '../domain/activity.ts';
import { isFinished } from '../domain/status.ts';
import type { ActivityRef } from './types.ts';

/** @param status of the activity as it was told, null where nobody said. @param saidOn ISO day of the report. */
export function withExpected<A extends ActivityRef>(
  activity: A,
  { date, status }: Pick<Fields, 'date' | 'status'>,
  saidOn: string,
): A {
  if (date === null || date <= saidOn || (status !== null && isFinished(status))) return activity;
  return { ...activity, expected: status === 'in_progress' ? 'finish' : 'day' };
}
