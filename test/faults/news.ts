/** Pushes as jobs put them into the outbox, each with words of its own, and what LINE showed of them: whom it told, and how often. */
import type { Database } from '../../src/db/connect.ts';
import type { OutboxDocument } from '../../src/db/outbox.ts';
import { findOffices } from '../../src/db/offices.ts';
import { pushRows } from '../../src/queue/outbox/outgoing.ts';
import type { StandInLine } from '../helpers/stand-in-line.ts';
import { userId } from './ledger.ts';

const WORDS = /news-\d{6}/g;
let sequence = 0;

/** Puts pushes to those officers by turns into the outbox. @returns the words of each. */
export async function announce(
  database: Database,
  count: number,
  people: number,
  more: Partial<OutboxDocument> = {},
): Promise<string[]> {
  const [office] = (await findOffices(database.models)).offices;
  const now = new Date();
  const words = Array.from({ length: count }, () => `news-${String((sequence += 1)).padStart(6, '0')}`);
  const rows = words.flatMap((text, index) => {
    const to = { key: text, to: userId(index % people), office: office!.id, purpose: 'broadcast', cost: 1 };
    const reply = { language: 'th', messages: [{ type: 'text', text }] } as const;
    const lease = { holder: null, nextAt: now, createdAt: now };
    return pushRows({ ...to, reply: { ...reply, messages: [...reply.messages] } }, lease);
  });
  await database.models.outbox.collection.insertMany(rows.map((row) => ({ ...row, ...more })) as never[]);
  return words;
}

/** @returns how often each was shown, by a push or along with an answer. */
export function timesShown({ taken }: StandInLine): Map<string, number> {
  const times = new Map<string, number>();
  for (const { messages } of taken)
    for (const [words] of messages.matchAll(WORDS)) times.set(words, (times.get(words) ?? 0) + 1);
  return times;
}
