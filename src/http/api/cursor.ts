/** Where a page of the API ends: the place behind which the next one begins, packed so that nobody builds on what is in it. Pure. */
import { z } from 'zod';

const cursorSchema = z.tuple([z.string().max(64), z.string().max(64), z.int()]);

/** In that plan, behind that item. */
export interface Cursor {
  plan: string;
  /** Code of an activity; '' where items have places alone. */
  key: string;
  place: number;
}

export function packCursor({ plan, key, place }: Cursor): string {
  return Buffer.from(JSON.stringify([plan, key, place])).toString('base64url');
}

/** @returns null for what was not given by `packCursor`. */
export function readCursor(text: string): Cursor | null {
  try {
    const read = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return read.success ? { plan: read.data[0], key: read.data[1], place: read.data[2] } : null;
  } catch {
    return null;
  }
}
