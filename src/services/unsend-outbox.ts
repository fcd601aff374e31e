/** What unsending takes out of messages the bot still owes somebody; unsend.ts commits it with the rest. */
import type { Database } from '../db/connect.ts';
import { type OutboxDocument, packMessages, unpackMessages } from '../db/outbox.ts';
import { blankWords, type Unsent } from './unsend-words.ts';
import type { Write } from './writes.ts';

/** Answers in that chat are dropped where they were not sent yet; in all other messages the words are blanked. */
export async function forgetOutbox(
  database: Database,
  office: string,
  chat: string,
  unsent: Unsent,
): Promise<Write[]> {
  const kept = { office, messages: { $ne: null } };
  const answers = { ...kept, to: chat, purpose: 'answer' };
  const notices = unsent.evidence.map((id) => `evidence:${id}`);
  const writes: Write[] = [
    // one that is under way ends as it would have, without leaving its text behind
    { to: 'outbox', updateAll: { where: answers, change: { $set: { messages: null } } } },
    ...notices.map((id): Write => {
      const where = { office, _id: { $gte: id, $lt: `${id}\uffff` }, state: 'waiting' };
      return { to: 'outbox', updateAll: { where, change: { $set: { state: 'cancelled', messages: null } } } };
    }),
  ];
  if (unsent.words.length === 0) return writes;
  const rows = await database.models.outbox
    .find({ ...kept, purpose: { $ne: 'answer' } }, { messages: 1 })
    .lean<Pick<OutboxDocument, '_id' | 'messages'>[]>();
  const foreign = await database.models.outbox
    .find({ ...kept, purpose: 'answer', to: { $ne: chat } }, { messages: 1 })
    .lean<Pick<OutboxDocument, '_id' | 'messages'>[]>();
  for (const { _id, messages } of [...rows, ...foreign]) {
    const kept = unpackMessages(messages);
    const blanked = blankWords(kept, unsent.words);
    if (blanked === kept) continue;
    const where = { _id, office, messages: { $ne: null } };
    writes.push({
      to: 'outbox',
      updateAll: { where, change: { $set: { messages: packMessages(blanked) } } },
    });
  }
  return writes;
}
