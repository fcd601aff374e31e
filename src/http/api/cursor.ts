/** Where a page of the API ends: the place behind which the next one begins, packed so that nobody builds on what is in it. Pure. */
import { z } from 'zod';

const cursorSchema = z.tuple([z.string().max(80), z.string().max(64), z.string().max(64), z.int()]);

/** In that list of that plan, behind that item. */
export interface Cursor {
  /** Name of the route, with what it was narrowed to. */
  list: string;
  plan: string;
  /** Code of an activity; '' where items have places alone. */
  key: string;
  place: number;
}

export function packCursor({ list, plan, key, place }: Cursor): string {
  return Buffer.from(JSON.stringify([list, plan, key, place])).toString('base64url');
}

/** @returns null for what was not given by `packCursor`, or for another list. */
export function readCursor(text: string, of: string): Cursor | null {
  try {
    const read = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (!read.success) return null;
    const [list, plan, key, place] = read.data;
    return list === of ? { list, plan, key, place } : null;
  } catch {
    return null;
  }
}
