/** Reporting halves of fiscal years and the versions frozen of them. */
import { asIs, officeSchema, requiredDate, requiredText } from './schema.ts';

export interface PeriodDocument {
  /** `${plan}/${half}/${version}` */
  _id: string;
  office: string;
  plan: string;
  fiscalYear: number;
  half: 1 | 2;
  /** 1, 2, 3 … */
  version: number;
  closedAt: Date;
  closedBy: { member: string | null; name: string };
  /** SHA-256 of the report's canonical JSON. */
  hash: string;
  /** The report model as it was, enough to make every format again. */
  report: unknown;
}

export const periodSchema = officeSchema<PeriodDocument>({
  plan: requiredText,
  fiscalYear: { type: Number, required: true },
  half: { type: Number, required: true },
  version: { type: Number, required: true },
  closedAt: requiredDate,
  closedBy: asIs,
  hash: requiredText,
  report: asIs,
});
periodSchema.index({ office: 1, plan: 1, half: 1, version: 1 }, { unique: true });
