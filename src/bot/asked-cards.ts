/** What somebody who is asked for reports is shown beside the words; the commands that ask several people send it. */
import type { Activity } from '../domain/activity.ts';
import type { AskedPerson } from '../services/asking.ts';
import type { RequestContext } from './request-context.ts';
import { statusCard } from './status-card.ts';
import type { ActivityRow, Message } from './types.ts';

/** More would not fit into one message, and a second one would cost again. */
const MOST_ROWS = 10;

/** One activity as its card, so that an answer in words is about it; several as a list to report on. */
export async function cardOfAsked(
  leaves: readonly Activity[],
  title: string,
  all: readonly ActivityRow[],
  request: RequestContext,
): Promise<Message> {
  const [only, ...others] = leaves;
  if (only && others.length === 0) {
    const card = { ...(await statusCard(only.code, request)), mayReport: true, manage: null };
    return { type: 'card', card, about: only.code };
  }
  const codes = new Set(leaves.map(({ code }) => code));
  const rows = all.filter(({ code }) => codes.has(code));
  const pages = Math.ceil(rows.length / MOST_ROWS);
  const card = {
    kind: 'work',
    rows: rows.slice(0, MOST_ROWS),
    total: rows.length,
    page: 1,
    pages,
    own: true,
    title,
  } as const;
  return { type: 'card', card: { ...card, rows: [...card.rows] } };
}

export function listNames(people: readonly AskedPerson[]): string {
  return people.map(({ to }) => to.name).join(', ');
}
