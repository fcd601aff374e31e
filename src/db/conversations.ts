/** Conversations: what a person in a chat is in the middle of. One row a person and chat, guarded by `rev`. */
import { z } from 'zod';
import { FIELD_NAMES, type FieldName } from '../domain/activity.ts';
import type { Conversation } from '../domain/conversation.ts';
import { DRAFT_VERSION, type Draft } from '../domain/draft.ts';
import { findByIds } from './by-ids.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText, shaped, text } from './schema.ts';
import { fieldsShape, optionalLine } from './shapes.ts';

/** Left out by earlier versions. */
type Later = 'leftPlan' | 'shown' | 'talkedAt';

export interface ConversationDocument
  extends Omit<Conversation, 'id' | 'drafts' | 'lostDrafts' | Later>, Partial<Pick<Conversation, Later>> {
  /** `${chatId}:${userId}`, or the user id alone for one to one. */
  _id: string;
  drafts: unknown[];
}

export const conversationSchema = defineSchema<ConversationDocument>({
  chat: requiredText,
  userId: requiredText,
  rev: { type: Number, required: true },
  // each is read by itself: one of another version is told of, and takes no other with it
  drafts: { ...shaped(z.array(z.unknown())), default: [] },
  misses: { type: Number, default: 0 },
  wrongCodes: shaped(z.object({ count: z.number(), since: z.date() })),
  leftPlan: text,
  lastActivity: text,
  talkedAt: Date,
  shown: shaped(
    z.object({
      command: z.string().nullable(),
      argument: z.string(),
      activities: z.array(z.string()),
      members: z.array(z.string()),
      looked: z.string().nullable(),
      at: z.date(),
    }),
  ),
  // bot/confirmations.ts knows its questions
  pending: shaped(z.unknown()),
  touchedAt: requiredDate,
} as never);
conversationSchema.index({ office: 1, userId: 1 });
conversationSchema.index(
  { office: 1, 'wrongCodes.since': 1 },
  { partialFilterExpression: { 'wrongCodes.since': { $type: 'date' } } },
);

/** Drafts of another version are left out and counted, so that the person can be told. */
function conversationFrom({ _id, drafts, ...rest }: ConversationDocument): Conversation {
  const readable = drafts.flatMap((stored) => readDraft(stored) ?? []);
  const later = { leftPlan: null, shown: null, talkedAt: null };
  return { id: _id, ...later, ...rest, drafts: readable, lostDrafts: drafts.length - readable.length };
}

export async function findConversations(
  models: Models,
  ids: readonly string[],
): Promise<Map<string, Conversation>> {
  const found = await findByIds<ConversationDocument>(models.conversations, ids);
  return new Map(found.map((one) => [one._id, conversationFrom(one)]));
}

/** @returns wrong registration codes of people who belong to no office, since that moment; counting ends at `most` people. */
export async function countWrongCodes(models: Models, since: Date, most: number): Promise<number> {
  const found = await models.conversations
    .find({ office: '-', 'wrongCodes.since': { $gte: since } }, { wrongCodes: 1 })
    .limit(most)
    .lean<Pick<ConversationDocument, 'wrongCodes'>[]>();
  return found.reduce((sum, { wrongCodes }) => sum + (wrongCodes?.count ?? 0), 0);
}

/** What may be left out: taken out of a draft it is stored as null. */
const ifAny = <T>(of: z.ZodType<T>) => of.nullish().transform((value) => value ?? undefined);

const askField = z.enum([...FIELD_NAMES, 'evidence']);
const stepSchema = z.discriminatedUnion('at', [
  z.object({
    at: z.literal('choose'),
    candidates: z.array(z.string()),
    page: z.number(),
    full: ifAny(z.boolean()),
  }),
  z.object({ at: z.literal('ask'), field: askField }),
  z.object({ at: z.literal('review'), full: ifAny(z.boolean()) }),
  z.object({ at: z.literal('review-many'), full: ifAny(z.boolean()) }),
]);

const walkedSchema = z.object({
  step: stepSchema,
  activity: optionalLine,
  baseSeq: z.number().nullable(),
  actual: fieldsShape.shape.actual,
});
const itemSchema = z.object({ activity: z.string(), fields: fieldsShape, baseSeq: z.number().nullable() });

const draftSchema: z.ZodType<Draft> = z.object({
  version: z.literal(DRAFT_VERSION),
  id: z.string(),
  plan: z.string(),
  rev: z.number(),
  step: stepSchema,
  trail: z.array(walkedSchema),
  activity: z.string().nullable(),
  fields: fieldsShape,
  doubt: ifAny(z.enum(['not-done', 'half-done', 'turned', 'begun'])),
  because: z.partialRecord(z.enum(FIELD_NAMES), z.string()) as z.ZodType<Partial<Record<FieldName, string>>>,
  proposed: ifAny(z.boolean()),
  sure: ifAny(z.boolean()),
  troubled: ifAny(z.boolean()),
  sums: ifAny(z.array(z.number())),
  figures: ifAny(
    z.array(
      z.object({
        field: z.enum(['percent', 'actual', 'spent']),
        told: z.number(),
        unit: z.string(),
        said: z.enum(['added', 'whole', 'month', 'part', 'done', 'plain']),
        stood: ifAny(z.number()),
        asked: ifAny(z.boolean()),
      }),
    ),
  ),
  cleared: ifAny(z.array(z.enum(FIELD_NAMES))),
  refused: ifAny(z.boolean()),
  evidence: z.array(z.string()),
  queue: z.array(askField),
  correction: z.object({ update: z.string(), before: fieldsShape }).nullable(),
  items: z.array(itemSchema),
  alias: z.string().nullable(),
  message: z.string().nullable(),
  sources: ifAny(z.array(z.object({ field: z.enum(FIELD_NAMES), message: z.string() }))),
  baseSeq: z.number().nullable(),
  through: z.enum(['chat', 'form', 'web']),
  changedAt: z.date(),
  offeredAt: z.date().nullable(),
  aside: ifAny(z.boolean()),
});

/** @returns a stored draft, or null when it was written by another version. */
function readDraft(stored: unknown): Draft | null {
  const parsed = draftSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
