/** The inbox: webhook events that LINE was told we have, until what they cause is stored. */
import { Schema } from 'mongoose';
import type { Models } from './collections.ts';
import { officeSchema, optionalDate, requiredDate, requiredText, text } from './schema.ts';

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
  error: string | null;
  doneAt: Date | null;
}

export const inboxSchema = officeSchema<InboxDocument>({
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
  error: text,
  doneAt: { type: Schema.Types.Date, default: null },
});
inboxSchema.index({ office: 1, nextAt: 1 }, { partialFilterExpression: { open: true } });
/** Open events of one person in one chat. */
const TURN_INDEX = { office: 1, key: 1, at: 1 } as const;
inboxSchema.index(TURN_INDEX, { partialFilterExpression: { open: true } });
inboxSchema.index({ office: 1, state: 1, doneAt: 1 });

/** An event that is not through yet, as far as the order of events needs it. */
export type OpenEvent = Pick<InboxDocument, '_id' | 'office' | 'key' | 'at' | 'receivedAt' | 'attempts'>;

/** @returns the open events of those chats, by key. */
export async function findOpenEvents(
  models: Models,
  chats: readonly Pick<InboxDocument, 'office' | 'key'>[],
): Promise<OpenEvent[]> {
  const open = {
    office: { $in: [...new Set(chats.map(({ office }) => office))] },
    key: { $in: [...new Set(chats.map(({ key }) => key))] },
    open: true,
  };
  const found = await models.inbox.collection
    .find(open as never, { projection: { office: 1, key: 1, at: 1, receivedAt: 1, attempts: 1 } })
    .hint(TURN_INDEX)
    .toArray();
  return found as unknown as OpenEvent[];
}
