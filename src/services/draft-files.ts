/** Files of an unfinished report as its page shows them, and taking one out; bot/page-form and web/form call it. */
import type { Database } from '../db/connect.ts';
import { findEvidence } from '../db/evidence.ts';
import type { MemberContext } from './context.ts';
import { eraseEvidence } from './evidence.ts';
import { fileTypeOf } from './file-types.ts';
import { readCopy } from './picture-copies.ts';
import type { Write } from './writes.ts';

export interface DraftFile {
  id: string;
  name: string | null;
  /** A small copy can be shown. */
  picture: boolean;
  /** Still on its way from LINE. */
  pending: boolean;
}

/** In the order they came; what failed or was taken back is left out. */
export async function draftFiles(
  { database, office }: MemberContext,
  ids: readonly string[],
): Promise<DraftFile[]> {
  if (ids.length === 0) return [];
  const found = new Map((await findEvidence(database.models, office.id, ids)).map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const one = found.get(id);
    if (one?.state !== 'pending' && one?.state !== 'stored') return [];
    const picture = one.contentType !== null && (fileTypeOf(one.contentType)?.picture ?? false);
    return [{ id, name: one.fileName, picture, pending: one.state === 'pending' }];
  });
}

/** @returns the write that erases a file this person sent; none for somebody else's. */
export async function eraseOwn({ database, office, member }: MemberContext, id: string): Promise<Write[]> {
  const [found] = await findEvidence(database.models, office.id, [id]);
  return found?.by === member.id ? [eraseEvidence(found)] : [];
}

/** @returns the small JPEG of a picture this person sent; null for all else. */
export async function readOwnPicture(
  database: Database,
  office: string,
  member: string,
  id: string,
): Promise<Uint8Array | null> {
  const [found] = await findEvidence(database.models, office, [id]);
  if (found?.by !== member) return null;
  return (await readCopy(database, found, 'thumb'))?.bytes ?? null;
}
