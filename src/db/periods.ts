/** Reporting halves of fiscal years and the versions frozen of them; what was frozen is never changed. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Half } from '../domain/fiscal-year.ts';
import type { Closing } from '../domain/period.ts';
import type { ReportModel } from '../domain/report-model.ts';
import { hashReport } from '../domain/report-versions.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText, shaped } from './schema.ts';
import { bytesShape, personShape } from './shapes.ts';
import { UnreadableDocument } from './stored.ts';

export interface PeriodDocument {
  /** `${plan}/${half}/${version}` */
  _id: string;
  office: string;
  plan: string;
  fiscalYear: number;
  half: Half;
  /** 1, 2, 3 … */
  version: number;
  closedAt: Date;
  closedBy: { member: string | null; name: string };
  /** SHA-256 of the report's canonical JSON. */
  hash: string;
  /** Newest statement on each activity when it was frozen. */
  seen: { activity: string; seq: number }[];
  /** The report model as JSON, packed: a large plan's texts would not fit a document. */
  report: Uint8Array;
}

export const periodSchema = defineSchema<PeriodDocument>({
  plan: requiredText,
  fiscalYear: { type: Number, required: true },
  half: { type: Number, required: true },
  version: { type: Number, required: true },
  closedAt: requiredDate,
  closedBy: shaped(personShape),
  hash: requiredText,
  seen: shaped(z.array(z.object({ activity: z.string(), seq: z.number() }))),
  report: shaped(bytesShape),
});
periodSchema.index({ office: 1, plan: 1, half: 1, version: 1 }, { unique: true });

export function periodId(plan: string, half: Half, version: number): string {
  return `${plan}/${half}/${version}`;
}

/** @returns the model packed for storage. */
export function packReport(model: ReportModel): Uint8Array {
  return gzipSync(JSON.stringify(model));
}

/** @returns the model as it was packed. @param packed as stored, or as the driver hands it over. */
export function unpackReport(packed: Uint8Array | { buffer: Uint8Array }): ReportModel {
  const bytes = packed instanceof Uint8Array ? packed : packed.buffer;
  return JSON.parse(gunzipSync(bytes).toString('utf8')) as ReportModel;
}

function unpacked(report: Uint8Array): ReportModel | null {
  try {
    return unpackReport(report);
  } catch {
    return null;
  }
}

function closingFrom(document: Omit<PeriodDocument, 'report'>): Closing {
  const { half, version, closedAt, closedBy, hash, seen } = document;
  return { half, version, closedAt, closedBy, hash, seen };
}

/** All versions of a plan's halves, by half and version, without the reports themselves. */
export async function findClosings(models: Models, office: string, plan: string): Promise<Closing[]> {
  const found = await models.periods
    .find({ office, plan }, { report: 0 })
    .sort({ half: 1, version: 1 })
    .lean<Omit<PeriodDocument, 'report'>[]>();
  return found.map(closingFrom);
}

/** @returns by plan, the newest version frozen of that half; plans whose half is open are missing. */
export async function findNewestVersions(
  models: Models,
  offices: readonly string[],
  plans: readonly string[],
  half: Half,
): Promise<Map<string, number>> {
  const found = await models.periods
    .find({ office: { $in: [...offices] }, plan: { $in: [...plans] }, half }, { plan: 1, version: 1 })
    .sort({ version: 1 })
    .lean<Pick<PeriodDocument, 'plan' | 'version'>[]>();
  return new Map(found.map(({ plan, version }) => [plan, version]));
}

/**
 * @returns one frozen report as it was stored, or null.
 * @throws UnreadableDocument when it does not have the fingerprint it was frozen with: somebody changed it since.
 */
export async function findFrozen(
  models: Models,
  office: string,
  plan: string,
  half: Half,
  version: number,
): Promise<{ closing: Closing; model: ReportModel } | null> {
  const found = await models.periods
    .findOne({ _id: periodId(plan, half, version), office })
    .lean<PeriodDocument>();
  if (!found) return null;
  const model = unpacked(found.report);
  if (!model || hashReport(model) !== found.hash)
    throw new UnreadableDocument('periods', found._id, {
      path: ['report'],
      message: 'was changed since it was frozen',
    });
  return { closing: closingFrom(found), model };
}
