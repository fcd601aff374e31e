/** Slots of the clockwork: a row says that a job of that moment was done for an office. */
import { asIs, officeSchema, requiredDate, requiredText } from './schema.ts';

export interface SlotDocument {
  /** `${office}|${job}|${slot}` */
  _id: string;
  office: string;
  job: string;
  /** `2021-03-15`, `2021-03` … */
  slot: string;
  at: Date;
  /** What came of it, for the operator. */
  outcome: unknown;
}

export const slotSchema = officeSchema<SlotDocument>({
  job: requiredText,
  slot: requiredText,
  at: requiredDate,
  outcome: asIs,
});
slotSchema.index({ office: 1, job: 1, slot: 1 }, { unique: true });
