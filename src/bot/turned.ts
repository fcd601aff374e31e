/** A status that contradicts what stands: a later detail that would take "finished" back, or "not begun" with figures beside it; the report dialog asks then. */
import { type Fields, NO_FIELDS } from '../domain/activity.ts';
import type { Draft } from '../domain/draft.ts';
import { applyFields } from '../domain/update.ts';
import { SAYS_NO_STATUS } from '../text/told.ts';
import { SETS_STATUS, UNFINISHED } from '../text/turned.ts';
import type { Reading } from '../understand/types.ts';
import { plain } from './commands/command.ts';
import { understoodSoFar } from './dialogs/report/choices.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Words about a report whose status is told already: what no words say takes nothing of it back.
 * @returns the reading without such a status, and whether the status is to be asked.
 */
export function turning<R extends Reading>(
  read: R,
  stands: Fields,
  text: string,
): { read: R; doubt: 'turned' | null } {
  const { status, obstacle } = read.fields;
  // all that is said is what it waits for
  const waits =
    (status === null || status === 'in_progress') &&
    obstacle &&
    UNFINISHED.test(obstacle) &&
    text.trim().startsWith(obstacle);
  if (waits && stands.status === 'completed') return { read, doubt: 'turned' };
  const words = read.because.status?.map((span) => span.text).join('') ?? '';
  if (read.unsure.includes('status') && stands.status !== null && SAYS_NO_STATUS.test(words)) {
    if (stands.status === 'completed' && UNFINISHED.test(text)) return { read, doubt: 'turned' };
    return { read: { ...read, unsure: read.unsure.filter((field) => field !== 'status') }, doubt: null };
  }
  const back = status === 'not_started' || status === 'cancelled';
  const clear = { read, doubt: null };
  if (!back || stands.status === null || stands.status === status || read.unsure.includes('status'))
    return clear;
  // "ยังรอ ผอ. เซ็น" has no word of a status, and does say that it is not finished
  const implied = SAYS_NO_STATUS.test(words);
  if (implied && stands.status === 'completed' && UNFINISHED.test(text)) return { read, doubt: 'turned' };
  if (implied) return { read: { ...read, fields: { ...read.fields, status: null } }, doubt: null };
  return SETS_STATUS.test(plain(text)) || stands.status === 'not_started' ? clear : { read, doubt: 'turned' };
}

/** @returns the figures that stand beside "not begun", as they are shown; null where nothing contradicts it. */
export function begunAlready(
  { fields, correction, sure }: Pick<Draft, 'fields' | 'correction' | 'sure'>,
  request: RequestContext,
): string | null {
  const all = correction ? applyFields(correction.before, fields) : fields;
  if (sure || all.status !== 'not_started') return null;
  const { spent, actual, percent } = all;
  const figures = {
    spent: spent !== null && spent > 0 ? spent : null,
    actual: actual !== null && actual.value > 0 ? actual : null,
    percent: percent !== null && percent > 0 ? percent : null,
  };
  return understoodSoFar({ fields: { ...NO_FIELDS, ...figures }, evidence: [] }, request);
}
