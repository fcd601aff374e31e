/** Bytes of the photos a report lists, as far as a file should carry them; whoever makes a report asks here. */
import type { ReportModel } from '../domain/report-model.ts';
import type { Database } from '../db/connect.ts';
import { readEvidence } from './evidence.ts';

/** A file much larger than this is refused by mail servers and by the disclosure system's upload. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * @param most bytes together; pictures beyond it are listed without being shown.
 * @returns bytes by evidence id, in plan order; what was erased meanwhile is not among them.
 */
export async function reportPictures(
  database: Database,
  office: string,
  model: ReportModel,
  most: number = MOST_BYTES,
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  let left = most;
  for (const { id, mediaType, erased } of model.rows.flatMap((row) => row.evidence)) {
    if (erased || !/^image\/(?:png|jpeg)$/.test(mediaType) || pictures.has(id)) continue;
    const found = await readEvidence(database, office, id);
    if (!found || found.bytes.byteLength > left) continue;
    left -= found.bytes.byteLength;
    pictures.set(id, found.bytes);
  }
  return pictures;
}
