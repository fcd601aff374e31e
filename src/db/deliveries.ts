/** What is still to be told to other programs, from the transaction that caused it until it was taken; services/webhooks writes, the delivery worker sends. */
import type { ToldEvent } from '../domain/webhook.ts';
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, text } from './schema.ts';

export interface DeliveryDocument {
  /** `webhook-id`: the same with every try, by which the receiver knows one that comes twice. */
  _id: string;
  office: string;
  /** Id of the office's webhook it goes to. */
  hook: string;
  /** Where that webhook's receiver is, as `originOf` says it; null where the row is older than the field. */
  origin: string | null;
  event: ToldEvent;
  /** The JSON that is signed and sent. Removed once it was taken. */
  payload: string | null;
  /** Member who did what it tells of; null for nobody, and once it is over. */
  member: string | null;
  /** cancelled: its webhook is gone or off, or somebody dropped it. */
  state: 'open' | 'sent' | 'dead' | 'cancelled';
  open?: true;
  nextAt: Date | null;
  holder: string | null;
  fence: number;
  /** Tries so far. */
  attempts: number;
  createdAt: Date;
  /** When it came to its end. */
  doneAt: Date | null;
  /** HTTP status of the last answer, null for none. */
  status: number | null;
  error: string | null;
}

/** `nextAt` of what waits for its suspended office to go on: nothing is due so late. */
export const PARKED = new Date('9999-01-01T00:00:00Z');

export const deliverySchema = defineSchema<DeliveryDocument>({
  hook: requiredText,
  origin: text,
  event: requiredText,
  payload: text,
  member: text,
  state: requiredText,
  open: { type: Boolean } as never,
  nextAt: optionalDate,
  holder: text,
  fence: { type: Number, default: 0 },
  attempts: { type: Number, default: 0 },
  createdAt: requiredDate,
  doneAt: optionalDate,
  status: { type: Number, default: null },
  error: text,
});
/** Holds open rows only. */
export const OPEN_DELIVERIES = { office: 1, nextAt: 1 } as const;
deliverySchema.index(OPEN_DELIVERIES, { partialFilterExpression: { open: true } });
deliverySchema.index({ office: 1, state: 1, doneAt: 1 });
deliverySchema.index({ office: 1, hook: 1, createdAt: -1 });

/** The newest of one webhook, without what they say. */
export async function findOutcomes(
  models: Models,
  office: string,
  hook: string,
  most: number,
): Promise<Omit<DeliveryDocument, 'payload'>[]> {
  return models.deliveries
    .find({ office, hook }, { payload: 0 })
    .sort({ createdAt: -1 })
    .limit(most)
    .lean<Omit<DeliveryDocument, 'payload'>[]>();
}

/** Rows that say who did something, where it was one of these members. */
export async function findNaming(
  models: Models,
  offices: readonly string[],
  members: readonly string[],
): Promise<Pick<DeliveryDocument, '_id' | 'payload'>[]> {
  return models.deliveries
    .find({ office: { $in: [...offices] }, member: { $in: [...members] } }, { payload: 1 })
    .lean<Pick<DeliveryDocument, '_id' | 'payload'>[]>();
}
