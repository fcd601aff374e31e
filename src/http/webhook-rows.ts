/** What the events of one webhook body become: rows of the inbox, or reasons why nothing is kept of them. The webhook calls it slice by slice. */
import { createHash } from 'node:crypto';
import type { InboxDocument } from '../db/inbox.ts';
import { type Ignored, orderKey, readEvent, whyIgnored } from '../line/inbound.ts';

export interface RowOptions {
  /** Office of the route, '-' for the common one. */
  office: string;
  receivedAt: Date;
  /** The first lease on an event of that order key; null leaves it to the next claimer. */
  lease(office: string, key: string): { holder: string; until: Date } | null;
  /** Names an event that came without an id, by its place in the body. */
  nameless(index: number): string;
}

/** @returns a row for what may be answered, else why it is ignored: nobody will ever miss it. */
export function toRow(raw: unknown, index: number, options: RowOptions): InboxDocument | Ignored {
  const event = readEvent(raw);
  if (!event) return 'no-event';
  const ignored = whyIgnored(event);
  if (ignored) return ignored;
  const text = asText(raw);
  if (text === null) return 'too-deep';
  const key = orderKey(event);
  const lease = options.lease(options.office, key);
  const { office, receivedAt } = options;
  return {
    _id: event.webhookEventId ?? options.nameless(index),
    office,
    key,
    at: new Date(event.timestamp ?? receivedAt),
    receivedAt,
    event: text,
    state: 'open',
    open: true,
    nextAt: lease?.until ?? receivedAt,
    holder: lease?.holder ?? null,
    fence: lease ? 1 : 0,
    attempts: 0,
    error: null,
    doneAt: null,
  };
}

/** Events without an id are told apart by the body they came in, hashed once however many they are. */
export function namelessIn(body: Buffer): (index: number) => string {
  let start: string | null = null;
  return (index) => {
    start ??= createHash('sha256').update(body).digest('hex');
    return `${start}:${index}`;
  };
}

/** @returns null for what is nested deeper than it can be written: LINE sends nothing like it. */
function asText(raw: unknown): string | null {
  try {
    return JSON.stringify(raw);
  } catch {
    return null;
  }
}
