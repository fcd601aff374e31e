/** The one way schemas are made: string ids given by us, no version key, nothing unknown stored. */
import { Schema, type SchemaDefinition } from 'mongoose';

/** @param definition of all fields but `_id` (a string) and `office` (required, indexed first everywhere). */
export function defineSchema<T>(definition: SchemaDefinition): Schema<T> {
  return new Schema<T>(
    {
      _id: { type: String, required: true },
      office: { type: String, required: true },
      ...definition,
    } as never,
    {
      versionKey: false,
      strict: 'throw',
      minimize: false,
      id: false,
    },
  );
}

const { Mixed } = Schema.Types;

/** A value checked by our own types before it gets here; stored as it is. */
export const asIs = { type: Mixed, default: null };
export const text = { type: String, default: null };
export const requiredText = { type: String, required: true };
export const requiredDate = { type: Date, required: true };
export const optionalDate = { type: Date, default: null };
