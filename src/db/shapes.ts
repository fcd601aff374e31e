/** Shapes that several collections store; their schemas and drafts name them. */
import mongoose from 'mongoose';
import { z } from 'zod';
import { STATUSES, textsOf } from '../domain/activity.ts';
import { MAX_SATANG } from '../domain/money.ts';

export const optionalLine = z.string().nullable();

/** Words added since it was stored are not said yet. */
export const fieldsShape = z.object({
  status: z.enum(STATUSES).nullable(),
  percent: z.number().min(0).max(100).nullable(),
  actual: z.object({ value: z.number(), unit: z.string() }).nullable(),
  spent: z.number().int().min(0).max(MAX_SATANG).nullable(),
  ...textsOf(() => optionalLine.default(null)),
  date: optionalLine,
});

/** Who did something; `member` is null once they were erased. */
export const personShape = z.object({ member: optionalLine, name: z.string() });
export const reporterShape = personShape.extend({ position: z.string() });

export const formerActivitiesShape = z.array(z.object({ plan: z.string(), activities: z.array(z.string()) }));

/** Bytes, as the driver gives them. */
export const bytesShape = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array || value instanceof mongoose.mongo.Binary,
  'bytes expected',
);
export const settingsShape = z.record(z.string(), z.unknown());

/** What a reminder told its member of. */
export const reminderShape = z.object({
  member: z.string(),
  plan: z.string(),
  day: z.string(),
  items: z.array(z.object({ owner: optionalLine, code: z.string(), reason: z.string() })),
  reachedOn: optionalLine,
});
