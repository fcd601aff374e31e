/** Files that are made in the background and fetched for a while: joint reports of operators, exports of offices. One row a file, held by whoever makes it. */
import { z } from 'zod';
import type { Half } from '../domain/fiscal-year.ts';
import type { Language } from '../domain/member.ts';
import type { Models } from './collections.ts';
import { ANY_OFFICE } from './offices-in.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, shapedIfAny, text } from './schema.ts';

/** What a joint report is made of. */
export interface JointWish {
  fiscalYear: number;
  half: Half;
  format: string;
  language: Language;
}

export interface DownloadDocument {
  _id: string;
  /** '-' for a joint report, which is of no office. */
  office: string;
  kind: 'joint-report' | 'export';
  /** The operator who asked for a joint report; null for exports, which are their office's. */
  operator: string | null;
  wish?: JointWish;
  state: 'waiting' | 'reading' | 'laying' | 'done' | 'failed';
  /** Offices or documents read, or rows laid out; 0 of 0 where nobody knows how many there are. */
  done: number;
  of: number;
  /** Who makes it, until when by real time, and how often it was begun. */
  holder: string | null;
  until: Date;
  tries: number;
  /** Its file, once it is made. */
  file: string | null;
  name: string | null;
  contentType: string | null;
  bytes: number | null;
  endedAt: Date | null;
  /** By real time; it goes then, whatever became of it. */
  expiresAt: Date;
}

const wishShape = z.object({
  fiscalYear: z.number(),
  half: z.union([z.literal(1), z.literal(2)]),
  format: z.string(),
  language: z.enum(['th', 'en']),
});

export const downloadSchema = defineSchema<DownloadDocument>({
  kind: requiredText,
  operator: text,
  wish: shapedIfAny(wishShape),
  state: requiredText,
  done: { type: Number, default: 0 },
  of: { type: Number, default: 0 },
  holder: text,
  until: requiredDate,
  tries: { type: Number, default: 0 },
  file: text,
  name: text,
  contentType: text,
  bytes: { type: Number, default: null },
  endedAt: optionalDate,
  expiresAt: requiredDate,
});
downloadSchema.index({ office: 1, operator: 1 });

/** Of those that are to be made or are being made. */
export const UNDER_WAY = { state: { $in: ['waiting', 'reading', 'laying'] } };

/** @param id the owner's one where left out. */
export async function findDownload(
  models: Models,
  { office, operator }: { office: string; operator: string | null },
  id?: string,
): Promise<DownloadDocument | null> {
  const own = { office, operator, ...(id !== undefined && { _id: id }) };
  return models.downloads.findOne({ ...own, office }).lean<DownloadDocument>();
}

/** @returns one that nobody makes, now held until then; null where there is none. */
export async function claimDownload(
  models: Models,
  { holder, now, until, most }: { holder: string; now: Date; until: Date; most: number },
): Promise<DownloadDocument | null> {
  const free = { office: ANY_OFFICE, ...UNDER_WAY, until: { $lte: now }, tries: { $lt: most } };
  const change = { $set: { holder, until, state: 'reading', done: 0, of: 0 }, $inc: { tries: 1 } };
  return models.downloads
    .findOneAndUpdate(free as never, change, { sort: { expiresAt: 1 }, returnDocument: 'after' })
    .lean<DownloadDocument>();
}

/** @returns those whose time is over, and those that were begun so often that they are given up. */
export async function findEndedDownloads(
  models: Models,
  now: Date,
  most: number,
): Promise<{ over: DownloadDocument[]; givenUp: DownloadDocument[] }> {
  const tried = { office: ANY_OFFICE, ...UNDER_WAY, until: { $lte: now }, tries: { $gte: most } };
  const [over, givenUp] = await Promise.all([
    models.downloads
      .find({ office: ANY_OFFICE, expiresAt: { $lte: now } } as never)
      .lean<DownloadDocument[]>(),
    models.downloads.find(tried as never).lean<DownloadDocument[]>(),
  ]);
  return { over, givenUp };
}
