/** The one way schemas are made: string ids given by us, no version key, nothing unknown stored, and what is read held against what is declared. */
import { Schema, type SchemaDefinition } from 'mongoose';
import type { z } from 'zod';
import { checkReads } from './stored.ts';

const OPTIONS = { versionKey: false, strict: 'throw', minimize: false, id: false } as const;

/** @param definition of all fields but `_id` (a string) and `office` (required, indexed first everywhere). */
export function defineSchema<T>(definition: SchemaDefinition): Schema<T> {
  return defineSchemaWithoutOffice<T>({ office: requiredText, ...definition });
}

/** Of what is above the offices. @param definition of all fields but `_id` (a string). */
export function defineSchemaWithoutOffice<T>(definition: SchemaDefinition): Schema<T> {
  const schema = new Schema<T>({ _id: requiredText, ...definition } as never, OPTIONS);
  checkReads(schema as Schema);
  return schema;
}

/** A value of more than one part: stored as it is, and of this shape whenever it is read. */
export function shaped(shape: z.ZodType) {
  return { type: Schema.Types.Mixed, default: null, shape };
}
/** The same, left out where there is none. */
export function shapedIfAny(shape: z.ZodType): never {
  return { type: Schema.Types.Mixed, shape } as never;
}

export const text = { type: String, default: null };
export const requiredText = { type: String, required: true };
export const requiredDate = { type: Date, required: true };
export const optionalDate = { type: Date, default: null };
