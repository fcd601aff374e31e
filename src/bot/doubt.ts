/** Statuses that a sentence leaves open though a reader may not see it: "ไม่ได้ดำเนินการ" alone, and finished with half of it done; the report dialog asks then. */
import type { Fields } from '../domain/activity.ts';
import type { Doubt } from '../domain/draft.ts';
import { isFinished } from '../domain/status.ts';
import { NOT_DONE } from '../text/told.ts';
import type { Reading } from '../understand/types.ts';
import type { RequestContext } from './request-context.ts';

/** @returns what has to be asked about the status; null where it is as clear as it was read. */
export function doubtOf(read: Reading, text: string): Doubt | null {
  const { status, percent } = read.fields;
  const unsure = read.unsure.includes('percent');
  if (status === 'completed' && percent !== null && percent < 100 && !unsure) return 'half-done';
  // whatever a reader makes of those words
  const words = read.because.status?.map((span) => span.text).join(' ') ?? (status === null ? text : '');
  return status !== 'completed' && NOT_DONE.test(words) ? 'not-done' : null;
}

/**
 * What was said, without a "working on it" that no words stand for, where the activity is finished: a sentence about
 * it tells more of it, and does not take it back.
 */
export async function withoutImplied<T extends { fields: Fields; because: { status?: unknown } }>(
  said: T,
  code: string,
  request: RequestContext,
): Promise<T> {
  if (said.fields.status !== 'in_progress' || said.because.status !== undefined) return said;
  const { status } = await request.context.state(code);
  return isFinished(status) ? { ...said, fields: { ...said.fields, status: null } } : said;
}

/** The reading with its status to be asked first, where there is a doubt. */
export function withDoubt<R extends Reading>(read: R, doubt: Doubt | null): R {
  if (doubt === null || read.unsure.includes('status')) return read;
  return { ...read, unsure: ['status', ...read.unsure] };
}
