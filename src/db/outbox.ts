/** The outbox: every message the bot owes somebody, from the transaction that caused it until LINE took it. */
import { z } from 'zod';
import type { SentItem } from '../domain/reminder-rules.ts';
import type { Models } from './collections.ts';
import {
  defineSchema,
  optionalDate,
  requiredDate,
  requiredText,
  shaped,
  shapedIfAny,
  text,
} from './schema.ts';
import { optionalLine, reminderShape } from './shapes.ts';
import { checkStored } from './stored.ts';

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
  /** LINE message objects, packed as JSON: a card has hundreds of small parts, dear to store one by one. Removed once sent. */
  messages: string | null;
  /** Activity each message is about, by position, so that a quoted reply can be understood. */
  about: (string | null)[];
  /** Messages it counts against the month's quota when it is pushed. */
  cost: number;
  /** waiting = rides along, free, with the next answer to that person; riding = that answer is under way. */
  state: 'open' | 'waiting' | 'riding' | 'sent' | 'dead' | 'cancelled';
  open?: true;
  nextAt: Date | null;
  holder: string | null;
  fence: number;
  /** Tries so far; those that failed for want of a valid token do not count. */
  attempts: number;
  /** When it was last given back without a try that may have arrived, and the fence of who did so. */
  untried?: { fence: number; at: Date };
  createdAt: Date;
  /** Of a push: the first try that may have arrived, from which its retry key ages. */
  firstAttemptAt: Date | null;
  /** Not to be sent any more after this, real time: it ends, or rests where `again` says until when. */
  expiresAt: Date | null;
  /** Of what is not to ring at night and must not be lost: the morning after, by the office's clock. */
  again?: Date;
  sentAt: Date | null;
  /** Ids LINE gave the messages. */
  sent: { id: string; about: string | null }[] | null;
  requestId: string | null;
  error: string | null;
  /** Members whose names stand in it: erasing one finds it by this where the name itself finds nothing. */
  names?: string[];
  /** Of a reminder: what it reminds of. Present from its beginning, counted once it reached its person. */
  record?: ReminderRecord | null;
  /** While it waits or rides: when it is pushed after all, by the office's clock. */
  until?: Date;
  /** Of an answer to a person, should its token be dead: how it begins then, and `until` where the person must hear of it. */
  late?: { words: string; until: Date | null };
  /** The answer it rides along with. */
  ridesWith?: string;
  /** How often LINE refused an answer it rode along with. */
  refusals?: number;
  /** Of an answer: how many of its first messages ride along. */
  carries?: number;
}

/** A LINE message object as the outbox keeps it. */
export type LineMessage = Record<string, unknown>;

export function packMessages(messages: readonly LineMessage[]): string {
  return JSON.stringify(messages);
}

/** @returns the messages of a row, none when they were removed. */
export function unpackMessages(packed: string | null): LineMessage[] {
  return packed === null ? [] : (JSON.parse(packed) as LineMessage[]);
}

/** @param to a LINE id. A push to a group or room is paid for each of its members. */
export function isGroupChat(to: string): boolean {
  return /^[CR][0-9a-f]{32}$/.test(to);
}

export interface ReminderRecord {
  member: string;
  plan: string;
  /** The office's ISO day it was written for. */
  day: string;
  items: Pick<SentItem, 'owner' | 'code' | 'reason'>[];
  /** The office's ISO day on which it reached the person; of a rider, the day of the answer. */
  reachedOn: string | null;
}

export const outboxSchema = defineSchema<OutboxDocument>({
  kind: requiredText,
  purpose: requiredText,
  to: requiredText,
  replyToken: text,
  retryKey: requiredText,
  messages: text,
  about: shaped(z.array(optionalLine)),
  cost: { type: Number, default: 0 },
  state: requiredText,
  open: { type: Boolean } as never,
  nextAt: optionalDate,
  holder: text,
  fence: { type: Number, default: 0 },
  attempts: { type: Number, default: 0 },
  untried: shapedIfAny(z.object({ fence: z.number(), at: z.date() })),
  createdAt: requiredDate,
  firstAttemptAt: optionalDate,
  expiresAt: optionalDate,
  sentAt: optionalDate,
  sent: shaped(z.array(z.object({ id: z.string(), about: optionalLine }))),
  requestId: text,
  error: text,
  record: shapedIfAny(reminderShape),
  until: { type: Date } as never,
  late: shapedIfAny(z.object({ words: z.string(), until: z.date().nullable() })),
  again: { type: Date } as never,
  names: { type: [String], default: undefined } as never,
  ridesWith: { type: String } as never,
  refusals: { type: Number } as never,
  carries: { type: Number } as never,
});
outboxSchema.index({ office: 1, nextAt: 1 }, { partialFilterExpression: { open: true } });
outboxSchema.index(
  { office: 1, 'sent.id': 1 },
  { partialFilterExpression: { 'sent.id': { $type: 'string' } } },
);
outboxSchema.index({ office: 1, to: 1, state: 1 });
/** Only what waits for a free ride: an answer looks there before its office is known. */
export const WAITING_INDEX = { office: 1, to: 1, createdAt: 1 } as const;
outboxSchema.index(WAITING_INDEX, { partialFilterExpression: { state: 'waiting' } });
outboxSchema.index({ office: 1, state: 1, sentAt: 1 });
outboxSchema.index(
  { office: 1, 'record.plan': 1 },
  { partialFilterExpression: { 'record.plan': { $type: 'string' } } },
);
outboxSchema.index({ office: 1, until: 1 }, { partialFilterExpression: { until: { $type: 'date' } } });
outboxSchema.index(
  { office: 1, ridesWith: 1 },
  { partialFilterExpression: { ridesWith: { $type: 'string' } } },
);

/** A reminder as the rules read it. */
export interface Reminded {
  _id: string;
  to: string;
  state: OutboxDocument['state'];
  record: ReminderRecord;
}

/** All reminders of a plan, whatever became of them. */
export async function findReminded(models: Models, office: string, plan: string): Promise<Reminded[]> {
  const found = await models.outbox.collection
    .find({ office, 'record.plan': plan }, { projection: { to: 1, state: 1, record: 1 } })
    .toArray();
  return checkStored(models.outbox, found, 'part') as unknown as Reminded[];
}

/** Messages that wait for lack of quota. */
export type HeldBack = Pick<OutboxDocument, '_id' | 'office' | 'to' | 'purpose' | 'cost' | 'messages'>;

export async function findHeldBack(models: Models, offices: readonly string[]): Promise<HeldBack[]> {
  const found = await models.outbox.collection
    .find(
      { office: { $in: [...offices] }, state: 'waiting', error: { $in: [HELD, 'monthly-limit'] } },
      { projection: { office: 1, to: 1, purpose: 1, cost: 1, messages: 1 } },
    )
    .toArray();
  return found as unknown as HeldBack[];
}

/** Why a row waits that the month's quota has no room for. */
export const HELD = 'quota';

/** Paid messages not yet in what LINE counted at `since` (real time): sent after it, or still to be sent. */
export async function countPaidSince(
  models: Models,
  offices: readonly string[],
  since: Date,
): Promise<number> {
  const office = { $in: [...offices] };
  const [found] = await models.outbox.collection
    .aggregate<{ cost: number }>([
      {
        $match: {
          cost: { $gt: 0 },
          $or: [
            { office, state: 'sent', sentAt: { $gte: since } },
            { office, state: 'open', sentAt: null },
          ],
        },
      },
      { $group: { _id: null, cost: { $sum: '$cost' } } },
    ])
    .toArray();
  return found?.cost ?? 0;
}

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

/** @returns whether that office sent the message. */
export async function isOfOffice(models: Models, office: string, messageId: string): Promise<boolean> {
  return (await models.outbox.exists({ office, 'sent.id': messageId })) !== null;
}

/** Purposes that ask somebody for a report. */
const PROMPTS = ['reminder', 'nudge', 'assignment'];

/** @returns the activity that the newest prompt to this person was about, or null. */
export async function findPrompted(
  models: Models,
  office: string,
  to: string,
  since: Date,
): Promise<{ about: string; at: Date; day: string | null } | null> {
  const row = await models.outbox
    .findOne(
      { office, to, state: 'sent', purpose: { $in: PROMPTS }, sentAt: { $gte: since } },
      { sent: 1, sentAt: 1, record: 1 },
    )
    .sort({ sentAt: -1 })
    .lean<Pick<OutboxDocument, 'sent' | 'sentAt' | 'record'>>();
  const about = row?.sent?.findLast((one) => one.about !== null)?.about;
  return row?.sentAt && about ? { about, at: row.sentAt, day: row.record?.reachedOn ?? null } : null;
}
