/** Postback data of buttons: a tap as a compact query string of at most 300 characters, and back. */
import { z } from 'zod';
import { FIELD_NAMES, STATUSES } from '../domain/activity.ts';
import type { Tap } from './types.ts';

const draft = { draft: z.string().min(1), rev: z.coerce.number().int().min(0) };
const activity = { code: z.string().min(1), mark: z.string().min(1).optional() };

const tap = z.discriminatedUnion('do', [
  z.object({ do: z.literal('save'), ...draft }),
  z.object({ do: z.literal('cancel'), ...draft }),
  z.object({ do: z.literal('back'), ...draft }),
  z.object({ do: z.literal('skip'), ...draft }),
  z.object({ do: z.literal('edit'), ...draft, field: z.enum([...FIELD_NAMES, 'activity', 'evidence']) }),
  z.object({ do: z.literal('details'), ...draft }),
  z.object({ do: z.literal('item'), ...draft, at: z.coerce.number().int().min(0) }),
  z.object({ do: z.literal('drop'), ...draft, field: z.enum(FIELD_NAMES) }),
  z.object({ do: z.literal('answer'), ...draft, value: z.string() }),
  z.object({ do: z.literal('undo'), update: z.string().min(1) }),
  z.object({ do: z.literal('report'), ...activity, status: z.enum(STATUSES).optional() }),
  z.object({ do: z.literal('confirm'), ask: z.string().min(1), value: z.string().min(1) }),
  z.object({
    do: z.literal('reminded'),
    ...activity,
    answer: z.enum(['done', 'working', 'problem']),
  }),
  z.object({ do: z.literal('office'), office: z.string().min(1) }),
  z.object({ do: z.literal('accept-notice'), version: z.string().min(1) }),
  z.object({ do: z.literal('say'), text: z.string().min(1) }),
]);

/** @returns `do=edit&draft=…&rev=3&field=spent`. */
export function encodeTap(value: Tap): string {
  const pairs = Object.entries(value).filter(([, part]) => part !== undefined);
  return pairs.map(([key, part]) => `${key}=${encodeURIComponent(String(part).toWellFormed())}`).join('&');
}

/** Codes mean something within one office alone, and whoever belongs to several may tap what another one sent. */
export function tapOfOffice(data: string, office: string): string {
  return `${data}&in=${encodeURIComponent(office)}`;
}

/** @returns the office that sent the button; null where it does not say. */
export function officeOfTap(data: string): string | null {
  return new URLSearchParams(data).get('in');
}

/** @returns the tap, or null for data that no card of ours carries. */
export function decodeTap(data: string): Tap | null {
  const parsed = tap.safeParse(Object.fromEntries(new URLSearchParams(data)));
  return parsed.success ? (parsed.data as Tap) : null;
}
