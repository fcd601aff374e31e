/** The outbox: every message the bot owes somebody, from the transaction that caused it until LINE took it. */
import type { Models } from './collections.ts';
import { asIs, officeSchema, optionalDate, requiredDate, requiredText, text } from './schema.ts';

export interface OutboxDocument {
  /** Cause, person and kind: the same cause writes it once. */
  _id: string;
  office: string;
  kind: 'reply' | 'push';
  /** What it is for, for people and metrics: answer, reminder, monthly-summary, broadcast, nudge … */
  purpose: string;
  /** userId or groupId it goes to. */
  to: string;
  replyToken: string | null;
  /** X-Line-Retry-Key, fixed before the first try. */
  retryKey: string;
  /** LINE message objects; removed once sent. */
  messages: Record<string, unknown>[] | null;
  /** Activity each message is about, by position, so that a quoted reply can be understood. */
  about: (string | null)[];
  /** Messages it counts against the month's quota when it is pushed. */
  cost: number;
  /** waiting = rides along, free, with the next answer to that person. */
  state: 'open' | 'waiting' | 'sent' | 'dead' | 'cancelled';
  open?: true;
  nextAt: Date | null;
  holder: string | null;
  fence: number;
  attempts: number;
  createdAt: Date;
  firstAttemptAt: Date | null;
  /** Not worth sending any more after this. */
  expiresAt: Date | null;
  sentAt: Date | null;
  /** Ids LINE gave the messages. */
  sent: { id: string; about: string | null }[] | null;
  requestId: string | null;
  error: string | null;
}

export const outboxSchema = officeSchema<OutboxDocument>({
  kind: requiredText,
  purpose: requiredText,
  to: requiredText,
  replyToken: text,
  retryKey: requiredText,
  messages: asIs,
  about: asIs,
  cost: { type: Number, default: 0 },
  state: requiredText,
  open: { type: Boolean } as never,
  nextAt: optionalDate,
  holder: text,
  fence: { type: Number, default: 0 },
  attempts: { type: Number, default: 0 },
  createdAt: requiredDate,
  firstAttemptAt: optionalDate,
  expiresAt: optionalDate,
  sentAt: optionalDate,
  sent: asIs,
  requestId: text,
  error: text,
});
outboxSchema.index({ office: 1, nextAt: 1 }, { partialFilterExpression: { open: true } });
outboxSchema.index(
  { office: 1, 'sent.id': 1 },
  { partialFilterExpression: { 'sent.id': { $type: 'string' } } },
);
outboxSchema.index({ office: 1, to: 1, state: 1 });
outboxSchema.index({ office: 1, state: 1, sentAt: 1 });

/** @returns the activity of the sent message that was quoted, or null. */
export async function findQuotedActivity(
  models: Models,
  office: string,
  messageId: string,
): Promise<string | null> {
  const row = await models.outbox
    .findOne({ office, 'sent.id': messageId }, { sent: 1 })
    .lean<Pick<OutboxDocument, 'sent'>>();
  return row?.sent?.find((one) => one.id === messageId)?.about ?? null;
}
