/** Offices: the tenants. Read with every event, written by imports and settings. */
import type { Language } from '../domain/member.ts';
import { findByIds } from './by-ids.ts';
import type { Models } from './collections.ts';
import { defineSchemaWithoutOffice, requiredDate, requiredText, shaped, text } from './schema.ts';
import { settingsShape } from './shapes.ts';

export interface OfficeDocument {
  _id: string;
  name: string;
  parentAgencies: string[];
  language: Language;
  /** Id of the plan in force, null before the first import. */
  currentPlan: string | null;
  /** Grows with every import, so that caches notice. */
  planRev: number;
  /** Settings an administrator changed; defaults live with their readers. */
  settings: Record<string, unknown> | null;
  createdAt: Date;
  /** An operator suspended it then: nothing is answered, sent or shown until it goes on; left out otherwise. */
  suspendedAt?: Date;
}

export interface Office extends Omit<OfficeDocument, '_id'> {
  id: string;
}

export const officeSchema = defineSchemaWithoutOffice<OfficeDocument>({
  name: requiredText,
  parentAgencies: [String],
  language: { type: String, enum: ['th', 'en'], default: 'th' },
  currentPlan: text,
  planRev: { type: Number, default: 0 },
  settings: shaped(settingsShape),
  createdAt: requiredDate,
  suspendedAt: { type: Date } as never,
});

export function officeFrom({ _id, ...rest }: OfficeDocument): Office {
  return { id: _id, ...rest };
}

export async function findOffice(models: Models, id: string): Promise<Office | null> {
  const found = await models.offices.findById(id).lean<OfficeDocument>();
  return found && officeFrom(found);
}

/** @returns all, in the order of their ids. */
export async function findOffices(models: Models): Promise<Office[]> {
  const found = await models.offices.find({}).sort({ _id: 1 }).lean<OfficeDocument[]>();
  return found.map(officeFrom);
}

export async function findOfficesById(models: Models, ids: readonly string[]): Promise<Map<string, Office>> {
  const found = await findByIds<OfficeDocument>(models.offices, ids);
  return new Map(found.map((one) => [one._id, officeFrom(one)]));
}
