/** Pictures of the monthly chart: stored under a link nobody can guess, given out until it expires. */
import { findChart as find } from '../db/charts.ts';
import type { Database } from '../db/connect.ts';
import { newId } from '../db/ids.ts';
import type { Write } from './writes.ts';

/** People scroll back: LINE asks again for a picture it has forgotten. */
const KEPT_DAYS = 120;

export interface StoredChart {
  /** Paths under the public address. */
  path: string;
  previewPath: string;
  writes: Write[];
}

/** @param now real time. The office's expired pictures go at the same time. */
export function storeChart(
  office: string,
  picture: { full: Buffer; preview: Buffer },
  now: Date,
): StoredChart {
  const expiresAt = new Date(now.getTime() + KEPT_DAYS * 86_400_000);
  const [full, preview] = [newId() + newId(), newId() + newId()];
  return {
    path: `/charts/${full}.png`,
    previewPath: `/charts/${preview}.png`,
    writes: [
      { to: 'charts', removeAll: { where: { office, expiresAt: { $lte: now } } } },
      { to: 'charts', insert: { _id: full, office, png: picture.full, expiresAt } },
      { to: 'charts', insert: { _id: preview, office, png: picture.preview, expiresAt } },
    ],
  };
}

/** @returns PNG bytes, or null when there is no such picture any more. @param now real time. */
export function readChart(database: Database, id: string, now: Date): Promise<Buffer | null> {
  return find(database.models, id, now);
}
