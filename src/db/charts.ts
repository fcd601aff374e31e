/** Pictures of monthly charts, kept for as long as LINE may fetch them; whoever has the id may see one. */
import { Schema } from 'mongoose';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate } from './schema.ts';

export interface ChartDocument {
  /** Unguessable: it is the only key to the picture. */
  _id: string;
  office: string;
  png: Buffer;
  /** Real time. */
  expiresAt: Date;
}

export const chartSchema = defineSchema<ChartDocument>({
  png: { type: Schema.Types.Buffer, required: true },
  expiresAt: requiredDate,
});
chartSchema.index({ office: 1, expiresAt: 1 });

/** @returns the picture, or null when there is none or its time is over. */
export async function findChart(models: Models, id: string, now: Date): Promise<Buffer | null> {
  const found = await models.charts.findById(id);
  return found && found.expiresAt > now ? found.png : null;
}
