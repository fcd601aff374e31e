/** Small copies of the photos a report lists, as far as a file should carry them; whoever makes a report asks here. */
import type { ReportModel } from '../domain/report-model.ts';
import type { Database } from '../db/connect.ts';
import { findEvidence } from '../db/evidence.ts';
import { readCopy } from './picture-copies.ts';
import type { Copy } from './picture-kinds.ts';

/** A file much larger than this is refused by mail servers and by the disclosure system's upload. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * @param most bytes together; pictures beyond it are listed without being shown.
 * @returns pictures by evidence id, in plan order, null for those that cannot be shown; what was erased meanwhile is not among them.
 */
export async function reportPictures(
  database: Database,
  office: string,
  model: ReportModel,
  most: number = MOST_BYTES,
): Promise<Map<string, Copy | null>> {
  const listed = model.rows.flatMap((row) => row.evidence);
  const ids = listed.flatMap(({ id, mediaType, erased }) =>
    !erased && mediaType.startsWith('image/') ? [id] : [],
  );
  const rows = new Map((await findEvidence(database.models, office, ids)).map((row) => [row.id, row]));
  const pictures = new Map<string, Copy | null>();
  let left = most;
  for (const id of ids) {
    const row = rows.get(id);
    if (row?.state !== 'stored' || pictures.has(id)) continue;
    const copy = await readCopy(database, row, 'report');
    if ((copy?.bytes.byteLength ?? 0) > left) continue;
    left -= copy?.bytes.byteLength ?? 0;
    pictures.set(id, copy);
  }
  return pictures;
}
