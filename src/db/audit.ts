/** Administrative acts: who did what to whom, by ids, never with a message's words. */
import { defineSchema, requiredDate, requiredText, shaped } from './schema.ts';
import { settingsShape } from './shapes.ts';

export interface AuditDocument {
  _id: string;
  office: string;
  at: Date;
  /** Member id, or `command` for an administrator's command line. */
  by: string;
  /** register, invite, revoke, import-plan, close-period, export-person … */
  act: string;
  /** Ids it concerned. */
  about: Record<string, unknown> | null;
}

export const auditSchema = defineSchema<AuditDocument>({
  at: requiredDate,
  by: requiredText,
  act: requiredText,
  about: shaped(settingsShape),
});
auditSchema.index({ office: 1, at: -1 });
