/** Administrative acts: who did what to whom, by ids, never with a message's words. */
import { asIs, defineSchema, requiredDate, requiredText } from './schema.ts';

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
  about: asIs,
});
auditSchema.index({ office: 1, at: -1 });
