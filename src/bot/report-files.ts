/** Makes the files of an official report for one person and keeps them under links; the report's command and the closing call it. */
import { realTimers } from '../clock.ts';
import type { ReportModel } from '../domain/report-model.ts';
import { findFormat, makeReport, type ReportFormat } from '../reports/index.ts';
import { DEFAULT_SETTINGS, type Pictures, type ReportSettings } from '../reports/settings.ts';
import { LINK_DAYS, makeLink, storeReportFile } from '../services/file-links.ts';
import { reportPictures } from '../services/official-report-pictures.ts';
import { reportSettingsOf } from '../services/report-settings.ts';
import type { Write } from '../services/writes.ts';
import type { RequestContext } from './request-context.ts';

/** Formats people open; JSON and CSV are for programs. */
export type FileFormat = Exclude<ReportFormat, 'json' | 'csv'>;
export const FILE_FORMATS: readonly FileFormat[] = ['docx', 'xlsx', 'pdf'];

export interface ReportFiles {
  files: { format: FileFormat; url: string }[];
  /** Formats that could not be made in time. */
  unmade: FileFormat[];
  expiresAt: Date;
  /** They let the links open. */
  writes: Write[];
}

/** A reply token lives a minute; what takes longer is left out, and said. */
const MOST_MS = 25_000;

/** Makes each format; one that fails leaves the others. */
export async function makeFiles(
  model: ReportModel,
  formats: readonly FileFormat[],
  request: RequestContext,
): Promise<ReportFiles> {
  const { context } = request;
  const { closeAfterDays: _, ...own } = reportSettingsOf(context.office);
  const settings = { ...DEFAULT_SETTINGS, ...own };
  const pictures = settings.annex
    ? await reportPictures(context.database, context.office.id, model)
    : new Map();
  const made = await Promise.all(
    formats.map((format) => makeFile(model, format, settings, pictures, request)),
  );
  const ready = made.filter((one) => one !== null);
  return {
    files: ready.map(({ format, url }) => ({ format, url })),
    unmade: formats.filter((format) => !ready.some((one) => one.format === format)),
    expiresAt: new Date(context.now.getTime() + LINK_DAYS * 86_400_000),
    writes: ready.map((one) => one.write),
  };
}

async function makeFile(
  model: ReportModel,
  format: FileFormat,
  settings: ReportSettings,
  pictures: Pictures,
  request: RequestContext,
): Promise<{ format: FileFormat; url: string; write: Write } | null> {
  const { context, texts } = request;
  const kind = findFormat(format);
  const bytes = await inTime(makeReport(model, format, settings, pictures).catch(() => null));
  if (!kind || !bytes) return null;
  const name = texts.official.fileName(model.half, model.fiscalYear, model.office.name, kind.extension);
  const expiresAt = new Date(context.now.getTime() + LINK_DAYS * 86_400_000);
  const id = await storeReportFile(context.database, {
    office: context.office.id,
    name,
    contentType: kind.mediaType,
    bytes,
    expiresAt,
  });
  const target = { kind: 'report', id } as const;
  const { token, write } = makeLink(context.office.id, context.member.id, target, context.now);
  return { format, url: `${context.publicUrl}/files/${token}`, write };
}

/** @returns null when it takes longer than an answer may. */
function inTime<T>(made: Promise<T | null>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = realTimers.after(MOST_MS, () => resolve(null));
    made.then(resolve, reject).finally(cancel);
  });
}
