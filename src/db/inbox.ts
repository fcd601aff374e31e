/** The inbox: webhook events that LINE was told we have, until what they cause is stored. */
import { mongo, Schema } from 'mongoose';
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, text } from './schema.ts';

export interface InboxDocument {
  /** webhookEventId: a redelivered event meets itself here. */
  _id: string;
  /** Office of the route it came by, '-' for the common one. */
  office: string;
  /** Order is kept within a key: the person in the chat, or the chat. */
  key: string;
  /** LINE's event time. */
  at: Date;
  receivedAt: Date;
  /**
   * The event as JSON text: any depth, any key, as LINE sent it.
   * Removed when done, so that words are kept in one place only.
   */
  event: string | null;
  state: 'open' | 'done' | 'dead';
  /** True while it waits or is worked on; absent afterwards, so that the work index stays small. */
  open?: true;
  /** When it may be claimed: now for new ones, the end of the lease for claimed ones. */
  nextAt: Date | null;
  /** Who holds the lease. */
  holder: string | null;
  /** Grows with every claim; a holder with an older one changes nothing. */
  fence: number;
  attempts: number;
  /** How often a holder that stopped in order gave it back; absent while none has. */
  givenBack?: number;
  error: string | null;
  doneAt: Date | null;
}

export const inboxSchema = defineSchema<InboxDocument>({
  key: requiredText,
  at: requiredDate,
  receivedAt: requiredDate,
  event: text,
  state: requiredText,
  open: { type: Boolean } as never,
  nextAt: optionalDate,
  holder: text,
  fence: { type: Number, default: 0 },
  attempts: { type: Number, default: 0 },
  givenBack: { type: Number } as never,
  error: text,
  doneAt: { type: Schema.Types.Date, default: null },
});
inboxSchema.index({ office: 1, nextAt: 1 }, { partialFilterExpression: { open: true } });
/** Open events by person and chat, in the order in which they are answered. */
export const TURN_INDEX = { office: 1, key: 1, at: 1, _id: 1 } as const;
inboxSchema.index(TURN_INDEX, { partialFilterExpression: { open: true } });
inboxSchema.index({ office: 1, state: 1, doneAt: 1 });

/** An event that is not through yet, as far as the order of events needs it. */
export type OpenEvent = Pick<
  InboxDocument,
  '_id' | 'office' | 'key' | 'at' | 'receivedAt' | 'attempts' | 'nextAt'
>;

/** @returns the open events of those chats up to a moment each; none later, however many wait behind. */
export async function findOpenEvents(
  models: Models,
  chats: readonly Pick<InboxDocument, 'office' | 'key' | 'at'>[],
): Promise<OpenEvent[]> {
  const upTo = chats.map(({ office, key, at }) => ({ office, key, at: { $lte: at }, open: true }));
  const found = await models.inbox.collection
    .find((upTo.length === 1 ? upTo[0]! : { $or: upTo }) as never, {
      projection: { office: 1, key: 1, at: 1, receivedAt: 1, attempts: 1, nextAt: 1 },
    })
    .hint(TURN_INDEX)
    .toArray();
  return found as unknown as OpenEvent[];
}

/** A row as it waits in its lane. */
export type WaitingEvent = Pick<InboxDocument, '_id' | 'office' | 'key' | 'at' | 'nextAt' | 'fence'>;
type Lane = Pick<InboxDocument, 'office' | 'key'>;

const FIRST = new mongo.MinKey();
const LAST = new mongo.MaxKey();

/**
 * Open events in the order of lanes and, within one, of their turn: of a single lane, or of all after one (null: from the
 * first on). Costs what is read, not what is there.
 */
export async function findWaiting(
  models: Models,
  where: { lane: Lane } | { after: Lane | null },
  limit: number,
): Promise<WaitingEvent[]> {
  const end = { at: LAST, _id: LAST };
  const start = { at: FIRST, _id: FIRST };
  const cursor = models.inbox.collection
    .find({ open: true } as never, { projection: { office: 1, key: 1, at: 1, nextAt: 1, fence: 1 } })
    .hint(TURN_INDEX)
    .limit(limit);
  if ('lane' in where) {
    const { office, key } = where.lane;
    cursor.min({ office, key, ...start }).max({ office, key, ...end });
  } else if (where.after) {
    const { office, key } = where.after;
    cursor.min({ office, key, ...end });
  }
  return (await cursor.toArray()) as unknown as WaitingEvent[];
}
