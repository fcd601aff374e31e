/** What a sentence leaves open though a reader may not see it: "ไม่ได้ดำเนินการ" alone, finished with half of it done, a problem or a sum that was only mentioned; the report dialog asks then. */
import type { Fields } from '../domain/activity.ts';
import type { Doubt, Draft } from '../domain/draft.ts';
import { isFinished } from '../domain/status.ts';
import { arabicDigits } from '../text/format.ts';
import {
  A_SUM,
  NOT_DONE,
  SPEAKS_OF_MONEY,
  SPEAKS_OF_TROUBLE,
  TROUBLE_ALONE,
  SAYS_NO_STATUS,
} from '../text/told.ts';
import type { Reading, Understood } from '../understand/types.ts';
import type { RequestContext } from './request-context.ts';

/** @returns the reading with what is to be asked first, and how the draft is marked for it. */
export function withDoubts(
  read: Understood,
  text: string,
): { read: Understood; marks: Pick<Draft, 'troubled'> & { doubt?: Exclude<Doubt, 'begun'> } } {
  const doubt = doubtOf(read, text);
  const mentioned = mentionedIn(read, text);
  return {
    read: withMentioned(withDoubt(read, doubt), mentioned),
    marks: { ...(doubt && { doubt }), ...(mentioned === 'obstacle' && { troubled: true }) },
  };
}

/** @returns what has to be asked about the status; null where it is as clear as it was read. */
export function doubtOf(read: Reading, text: string): Exclude<Doubt, 'begun'> | null {
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
export async function withoutImplied<T extends { fields: Fields; because: { status?: Because } }>(
  said: T,
  code: string,
  request: RequestContext,
): Promise<T> {
  const { status: because = '' } = said.because;
  const words = typeof because === 'string' ? because : because.map(({ text }) => text).join(' ');
  if (said.fields.status !== 'in_progress' || !SAYS_NO_STATUS.test(words)) return said;
  const { status } = await request.context.state(code);
  return isFinished(status) ? { ...said, fields: { ...said.fields, status: null } } : said;
}

type Because = string | readonly { text: string }[];

/** The reading with its status to be asked first, where there is a doubt. */
export function withDoubt<R extends Reading>(read: R, doubt: Doubt | null): R {
  if (doubt === null || read.unsure.includes('status')) return read;
  return { ...read, unsure: ['status', ...read.unsure] };
}

/** Longer texts have their problem in them. */
const MOST_TEXT = 80;

/** @returns the field that a sentence speaks of, of which nothing was read: it is asked for; null for none. */
function mentionedIn(read: Reading, text: string): 'obstacle' | 'spent' | null {
  if (read.unsure.some((field) => field !== 'activity')) return null;
  const { obstacle, result, suggestion, remark } = read.fields;
  // "ติดปัญหา" alone is not what the problem is
  const named = Boolean(obstacle) && !TROUBLE_ALONE.test(obstacle!);
  const tells = named || [result, suggestion, remark].some((one) => one !== null);
  if (
    !tells &&
    read.fields.status !== 'completed' &&
    text.length <= MOST_TEXT &&
    SPEAKS_OF_TROUBLE.test(text)
  )
    return 'obstacle';
  if (Object.values(read.fields).some((value) => value !== null)) return null;
  const plain = arabicDigits(text);
  return SPEAKS_OF_MONEY.test(plain) && A_SUM.test(plain) ? 'spent' : null;
}

/** The reading with that field to be asked for; what is stuck has begun. */
function withMentioned<R extends Reading>(read: R, field: 'obstacle' | 'spent' | null): R {
  if (field === null) return read;
  const status = read.fields.status ?? (field === 'obstacle' ? ('in_progress' as const) : null);
  return { ...read, unsure: [field, ...read.unsure], fields: { ...read.fields, status } };
}
