/** The form of what the page posts, checked before anything is done with it; used by the page's server. */
import { z } from 'zod';
import type { SimAct } from './types.ts';

const user = z.string();
const group = z.string();
const inChat = { user, chat: z.string() };
const base64 = z.base64();

const switches = z
  .strictObject({
    redelivery: z.boolean(),
    duplicates: z.int().min(1).max(5),
    reorder: z.boolean(),
    slowApi: z.int().min(0).max(60_000),
    failApi: z.enum(['no', '500', '429-rate', '429-monthly', 'timeout-after-accept', 'reset']),
    quotaLimit: z.int().min(0).max(1_000_000),
  })
  .partial();

const act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('text'),
    ...inChat,
    text: z.string().min(1).max(10_000),
    quote: z.string().optional(),
    mentionBot: z.boolean().optional(),
  }),
  z.object({ act: z.literal('image'), ...inChat, base64, contentType: z.string() }),
  z.object({ act: z.literal('file'), ...inChat, base64, fileName: z.string().min(1).max(255) }),
  z.object({ act: z.literal('sticker'), ...inChat }),
  z.object({
    act: z.literal('postback'),
    ...inChat,
    data: z.string().max(300),
    displayText: z.string().optional(),
    params: z.record(z.string(), z.string()).optional(),
  }),
  z.object({ act: z.literal('unsend'), user, message: z.string() }),
  z.object({ act: z.literal('edit'), user, message: z.string(), text: z.string().min(1).max(10_000) }),
  z.object({ act: z.enum(['follow', 'block', 'unblock']), user }),
  z.object({ act: z.enum(['bot-join', 'bot-leave']), group }),
  z.object({ act: z.enum(['member-join', 'member-leave']), group, user }),
  z.object({
    act: z.literal('clock'),
    to: z.iso.datetime({ offset: true }).optional(),
    days: z.number().min(-3650).max(3650).optional(),
  }),
  z.object({ act: z.literal('switches'), set: switches }),
  z.object({ act: z.literal('redeliver'), log: z.int() }),
  z.object({ act: z.literal('new-person'), displayName: z.string().trim().min(1).max(50) }),
  z.object({ act: z.literal('reset') }),
]);

/** @returns the act, or null when the value is none. */
export function readAct(value: unknown): SimAct | null {
  const parsed = act.safeParse(value);
  return parsed.success ? (parsed.data as SimAct) : null;
}
