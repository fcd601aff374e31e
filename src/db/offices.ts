/** Offices: the tenants. Read with every event, written by imports and settings. */
import type { Language } from '../domain/member.ts';
import { findByIds } from './by-ids.ts';
import type { Models } from './collections.ts';
import { defineSchemaWithoutOffice, requiredDate, requiredText, shaped, text } from './schema.ts';
import { settingsShape } from './shapes.ts';
import { readableOf, type UnreadableDocument } from './stored.ts';

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
  /** An operator deleted it then: what the law keeps of it stays, and nobody finds it any more; left out otherwise. */
  deletedAt?: Date;
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
  deletedAt: { type: Date } as never,
});

/** Of all but those that were deleted. */
export const THERE = { deletedAt: { $exists: false } };

export function officeFrom({ _id, ...rest }: OfficeDocument): Office {
  return { id: _id, ...rest };
}

export async function findOffice(models: Models, id: string): Promise<Office | null> {
  const found = await models.offices.findOne({ _id: id, ...THERE }).lean<OfficeDocument>();
  return found && officeFrom(found);
}

/** Of whatever it published, as that stays public: one that was deleted, too. */
export async function findPublisher(models: Models, id: string): Promise<Office | null> {
  const found = await models.offices.findOne({ _id: id }).lean<OfficeDocument>();
  return found && officeFrom(found);
}

/** An office this code cannot mean: nothing is done for it, and none of the others waits for it; but it is there. */
export interface UnreadableOffice {
  id: string;
  /** Its id where not even that can be read. */
  name: string;
  /** What its settings say of a trial, as far as they can be read. */
  trial: unknown;
  fault: UnreadableDocument;
}

/** @returns all, in the order of their ids; none that was deleted. Who counts offices counts those that cannot be read as well. */
export async function findOffices(
  models: Models,
): Promise<{ offices: Office[]; unreadable: UnreadableOffice[] }> {
  const found = await models.offices.collection.find(THERE).sort({ _id: 1 }).toArray();
  const unreadable: UnreadableOffice[] = [];
  const readable = readableOf(models.offices, found as unknown as OfficeDocument[], (fault, row) => {
    const { _id: id, name, settings } = row as { _id: string; name?: unknown; settings?: unknown };
    const { trial } = Object(settings) as { trial?: unknown };
    unreadable.push({ id, name: typeof name === 'string' && name !== '' ? name : id, trial, fault });
  });
  return { offices: readable.map(officeFrom), unreadable };
}

export async function findOfficesById(models: Models, ids: readonly string[]): Promise<Map<string, Office>> {
  const found = await findByIds<OfficeDocument>(models.offices, ids);
  return new Map(found.filter((one) => !one.deletedAt).map((one) => [one._id, officeFrom(one)]));
}
