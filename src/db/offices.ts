/** Offices: the tenants. Read with every event, written by imports and settings. */
import { Schema } from 'mongoose';
import type { Language } from '../domain/member.ts';
import type { Models } from './collections.ts';
import { asIs, text } from './schema.ts';

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
}

export interface Office extends Omit<OfficeDocument, '_id'> {
  id: string;
}

export const officeSchema = new Schema<OfficeDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    parentAgencies: [String],
    language: { type: String, enum: ['th', 'en'], default: 'th' },
    currentPlan: text,
    planRev: { type: Number, default: 0 },
    settings: asIs,
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, id: false },
);

export function officeFrom({ _id, ...rest }: OfficeDocument): Office {
  return { id: _id, ...rest };
}

export async function findOffice(models: Models, id: string): Promise<Office | null> {
  const found = await models.offices.findById(id).lean<OfficeDocument>();
  return found && officeFrom(found);
}

export async function findOffices(models: Models, ids?: readonly string[]): Promise<Office[]> {
  const found = await models.offices
    .find(ids ? { _id: { $in: ids } } : {})
    .sort({ _id: 1 })
    .lean<OfficeDocument[]>();
  return found.map(officeFrom);
}
