/** Joint reports under way and made: how far each is, for whoever asks on whichever instance; one row a report, cleared with the next. */
import type { Half } from '../domain/fiscal-year.ts';
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, text } from './schema.ts';

export interface JointReportDocument {
  _id: string;
  /** Of no office. */
  office: '-';
  operator: string;
  fiscalYear: number;
  half: Half;
  format: string;
  state: 'reading' | 'laying' | 'done' | 'failed';
  /** Offices read, or rows laid out. */
  done: number;
  of: number;
  /** Real time, moved while somebody is at it. */
  movedAt: Date;
  /** In the store of reports, once it is made. */
  file: string | null;
  bytes: number | null;
  endedAt: Date | null;
}

export const jointReportSchema = defineSchema<JointReportDocument>({
  operator: requiredText,
  fiscalYear: { type: Number, required: true },
  half: { type: Number, required: true },
  format: requiredText,
  state: requiredText,
  done: { type: Number, default: 0 },
  of: { type: Number, default: 0 },
  movedAt: requiredDate,
  file: text,
  bytes: { type: Number, default: null },
  endedAt: optionalDate,
});
jointReportSchema.index({ office: 1, operator: 1 });

export async function findJointReport(
  models: Models,
  id: string,
  operator: string,
): Promise<JointReportDocument | null> {
  return models.jointreports.findOne({ _id: id, office: '-', operator }).lean<JointReportDocument>();
}
