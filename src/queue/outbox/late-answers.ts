/** Answers that came too late for their reply token: free with the person's next one, and pushed, once a person, only where they must hear of it. Pure. */
import type { Reply } from '../../bot/types.ts';
import { type OutboxDocument, packMessages, unpackMessages } from '../../db/outbox.ts';
import { moment } from '../../text/format.ts';
import { texts } from '../../text/index.ts';
import { moveRow } from '../states.ts';

/** LINE takes at most so many messages in one send. */
export const MOST_MESSAGES = 5;

/** LINE promises a token for a minute. */
const TOKEN_LIVES_MS = 60_000;
/** A token delivered again lives a minute anew, but none longer than this after its event. */
const TOKEN_ENDS_MS = 20 * 60_000;
/** Time in which the person may write anyway, before they are told by a push. */
const TOLD_AFTER_MS = 2 * 3_600_000;
/** What only answers a question is asked again by the next day. */
const ANSWER_LASTS_MS = 24 * 3_600_000;

/** Nothing of these is stored before the person says so: silence would be taken for a report. */
const UNFINISHED: ReadonlySet<string> = new Set(['draft', 'drafts', 'question', 'confirm']);

/** What becomes of a late answer when a later one takes its place. */
export const SUPERSEDED = moveRow('outbox', 'waiting', 'cancelled', { error: 'superseded' });

/** @param at when the person wrote, by the office's clock. */
export function ifLate({ language, messages }: Reply, at: Date): NonNullable<OutboxDocument['late']> {
  const unfinished = messages.some((one) => one.type === 'card' && UNFINISHED.has(one.card.kind));
  return {
    words: texts(language).chat.late(moment(at, language), unfinished),
    until: unfinished ? new Date(at.getTime() + TOLD_AFTER_MS) : null,
  };
}

/** @param receivedAt real time, as `now`. @returns whether LINE promises nothing any more for a token that came then. */
export function isPastMinute(receivedAt: Date, now: Date): boolean {
  return now.getTime() - receivedAt.getTime() >= TOKEN_LIVES_MS;
}

/** @param receivedAt real time, as `now`. @returns whether the token cannot live any more, so that it need not be tried. */
export function isTokenOver(receivedAt: Date, now: Date): boolean {
  return now.getTime() - receivedAt.getTime() >= TOKEN_ENDS_MS;
}

/** @returns what makes an answer a message that waits for a free ride, and that could be pushed. */
export function lateAnswer(row: OutboxDocument, now: Date) {
  const own = unpackMessages(row.messages);
  const begins = row.late !== undefined && own.length < MOST_MESSAGES && row.messages !== null;
  return {
    kind: 'push',
    error: 'reply-token-dead',
    replyToken: null,
    cost: 1,
    messages: begins ? packMessages([{ type: 'text', text: row.late!.words }, ...own]) : row.messages,
    about: begins ? [null, ...row.about] : row.about,
    expiresAt: row.late?.until ? null : new Date(now.getTime() + ANSWER_LASTS_MS),
    ...(row.late?.until && { until: row.late.until }),
  } as const;
}

/** @returns whether an answer with these messages says more than a late one of an unfinished report that waits. */
export function saysNewer({ messages }: Reply): boolean {
  return messages.some(
    (one) => one.type === 'card' && (UNFINISHED.has(one.card.kind) || one.card.kind.startsWith('receipt')),
  );
}
