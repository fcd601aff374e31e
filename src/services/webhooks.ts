/** An office's webhooks after the Standard Webhooks specification: where they go, their secrets, and the rows that tell of an event; services write those with the event itself. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { originOf, type ToldEvent } from '../domain/webhook.ts';
import { findNaming } from '../db/deliveries.ts';
import type { Database } from '../db/connect.ts';
import { newId } from '../db/ids.ts';
import type { Office } from '../db/offices.ts';
import type { Sealer } from './sealing.ts';
import type { Write } from './writes.ts';

const hookSchema = z.object({
  id: z.string(),
  url: z.string(),
  /** The newest first; one that was replaced signs beside it until then, ISO. */
  secrets: z.array(z.object({ sealed: z.string(), until: z.string().nullable() })),
  /** The receiver said by 410 that it wants no more. */
  gone: z.boolean(),
  createdAt: z.string(),
});
const outsideSchema = z.object({ names: z.boolean(), hooks: z.array(hookSchema) });

export type Hook = z.infer<typeof hookSchema>;
/** What an office lets other programs know: by position alone, or by name too, who reported; and its webhooks. */
export type Outside = z.infer<typeof outsideSchema>;

/** @returns the office's choices; what cannot be read counts as none. */
export function outsideOf({ settings }: Pick<Office, 'settings'>): Outside {
  const read = outsideSchema.safeParse(settings?.['outside']);
  return read.success ? read.data : { names: false, hooks: [] };
}

const place = (office: string, hook: string): string => `webhook ${office} ${hook}`;
const SECRET_BYTES = 32;

/** @returns `whsec_…` as the receiver keeps it, and how it is stored. */
export function newSecret(sealer: Sealer, office: string, hook: string): { secret: string; sealed: string } {
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  return { secret, sealed: sealer.seal(secret, place(office, hook)) };
}

/** @param now real time. @returns the secrets that sign now, the newest first; none where none can be opened. */
export function secretsAt(sealer: Sealer, office: string, { id, secrets }: Hook, now: Date): string[] {
  return secrets
    .filter(({ until }) => until === null || new Date(until) > now)
    .flatMap(({ sealed }) => sealer.open(sealed, place(office, id)) ?? []);
}

/** Who did what is told of: their position, and the name where the office says so. */
export interface ByWhom {
  member: string | null;
  name: string;
  position?: string;
}

/** An event's own part of what is sent, without who did it. */
export interface ToldOutside {
  event: ToldEvent;
  /** By the office's clock. */
  at: Date;
  by: ByWhom | null;
  data: Record<string, unknown>;
}

/** @returns a row for each webhook of the office that is on; stored with the event itself, so that neither is without the other. */
export function tellOutside(office: Pick<Office, 'id' | 'name' | 'settings'>, told: ToldOutside): Write[] {
  const { hooks, names } = outsideOf(office);
  return hooks.filter(({ gone }) => !gone).map((hook) => deliveryTo(office, hook, told, names));
}

/** The row of one webhook. */
export function deliveryTo(
  office: Pick<Office, 'id' | 'name'>,
  hook: Pick<Hook, 'id' | 'url'>,
  { event, at, by, data }: ToldOutside,
  names: boolean,
): Write & { insert: { _id: string } } {
  const whom = by && { position: by.position ?? '', ...(names && { name: by.name }) };
  const payload = {
    type: event,
    timestamp: at.toISOString(),
    data: { office: { id: office.id, name: office.name }, ...data, ...(whom && { by: whom }) },
  };
  return {
    to: 'deliveries',
    insert: {
      _id: `msg_${newId()}`,
      office: office.id,
      hook: hook.id,
      origin: originOf(hook.url),
      event,
      payload: JSON.stringify(payload),
      member: by?.member ?? null,
      state: 'open',
      open: true,
      // due at once, whatever the office's clock says
      nextAt: new Date(0),
      holder: null,
      fence: 0,
      attempts: 0,
      createdAt: at,
      doneAt: null,
      status: null,
      error: null,
    },
  };
}

/** What is still kept for other programs of what these members did, without saying who; erasing a person asks. */
export async function deliveriesWithout(
  { models }: Database,
  offices: readonly string[],
  members: readonly string[],
): Promise<Write[]> {
  const rows = await findNaming(models, offices, members);
  return rows.map(({ _id, payload }) => {
    const change = { $set: { member: null, payload: payload && withoutPerson(payload) } };
    // what was sent meanwhile is gone already
    return { to: 'deliveries', updateAll: { where: { _id, payload }, change } };
  });
}

function withoutPerson(payload: string): string {
  const told = JSON.parse(payload) as { data: Record<string, unknown> };
  return JSON.stringify({ ...told, data: { ...told.data, by: { position: '' } } });
}
