/** Arguments commands share: activity codes and pages. */
import { leavesOf } from '../../domain/plan.ts';
import { arabicDigits } from '../../text/format.ts';
import { BEFORE_CODE, PAGE, WITHIN_CODE } from '../../text/typed.ts';
import { findByWords, type FoundActivity } from '../find-activity.ts';
import { mightDo, type RequestContext } from '../request-context.ts';
import { readTypedStatus } from '../../understand/answers.ts';
import { understand } from '../../understand/index.ts';

/** True for what looks like a code or label alone (`1.2 1)`, `ข้อ 3`, `ก.1`), not like the start of a sentence. */
export function looksLikeCode(argument: string, request: RequestContext): boolean {
  const bare = arabicDigits(argument).replace(BEFORE_CODE, '');
  if (/^[0-9.)(\-\s/]{1,24}$/.test(bare.replace(WITHIN_CODE, ' '))) return true;
  const compact = bare.replace(/[\s.)]/g, '');
  return request.context.plan.activities.some(
    (one) => one.label.replace(/[\s.)]/g, '').toLowerCase() === compact,
  );
}

/** True when an activity can be found by it, it is short enough to be a name, and it tells nothing of the work. */
export function namesActivity(argument: string, request: RequestContext): boolean {
  if (looksLikeCode(argument, request)) return true;
  if (argument.length > 60 || tellsOfWork(argument, request)) return false;
  const found = findByWords(request, argument);
  return found.ok || found.reason === 'several';
}

/** "1.2 1) เสร็จแล้ว": a report, though a command's word stands before it. */
function tellsOfWork(argument: string, request: RequestContext): boolean {
  const { plan, today } = request.context;
  const { intent, fields, multiple } = understand(argument, { plan, today });
  return (
    intent === 'report' &&
    (multiple !== null || fields.status !== null || fields.spent !== null || fields.percent !== null)
  );
}

/** A manager may ask by name; figures and whole reports are no names. */
export function mayNameSomebody(argument: string, request: RequestContext): boolean {
  if (!mightDo(request, 'see-person') || /[0-9]/.test(pageOf(argument).rest) || argument.length > 60)
    return false;
  // "สถานะ เสร็จแล้ว" says how far it is
  return readTypedStatus(argument, request.context.plan) === null;
}

export function activityOf(argument: string, request: RequestContext): FoundActivity {
  const bare = /[0-9]/.test(arabicDigits(argument)) ? argument.replace(BEFORE_CODE, '') : argument;
  return findByWords(request, bare);
}

/** As above, where only a leaf will do: a branch of one leaf is that leaf, as people say it. */
export function leafOf(argument: string, request: RequestContext): FoundActivity {
  const found = activityOf(argument, request);
  if (!found.ok || found.activity.leaf) return found;
  const [only, ...others] = leavesOf(request.context.plan, found.activity.code);
  return only && others.length === 0 ? { ok: true, activity: only } : found;
}

/** An argument, and the page that is asked for of whatever it brings. */
export interface PagedArgument {
  page: number;
  rest: string;
}

/** `หน้า 2`, `page 2` at the end of an argument. */
export function pageOf(argument: string): PagedArgument {
  const found = PAGE.exec(argument);
  return found
    ? { page: Math.max(1, Number(found[2])), rest: found[1]!.trim() }
    : { page: 1, rest: argument };
}

/** A page as a button's value. */
export const PAGE_VALUE = 'page:';

/** @returns the page that a button's value names, null for any other value. */
export function pageIn(value: string): number | null {
  return value.startsWith(PAGE_VALUE)
    ? Math.max(1, Math.trunc(Number(value.slice(PAGE_VALUE.length))) || 1)
    : null;
}

export function isPage(argument: string): boolean {
  return PAGE.exec(argument)?.[1] === '';
}

/** One page of a list. */
export function paged<T>(
  all: readonly T[],
  page: number,
  size = 10,
): { rows: T[]; page: number; pages: number; total: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(page, pages);
  return { rows: all.slice((at - 1) * size, at * size), page: at, pages, total: all.length };
}
