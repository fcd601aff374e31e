/** What unsending takes out of messages the bot still owes somebody; unsend.ts commits it with the rest. */
import type { Database } from '../db/connect.ts';
import { type OutboxDocument, packMessages, unpackMessages } from '../db/outbox.ts';
import { blankWords, blankWhole, type Unsent } from './unsend-words.ts';
import type { Write } from './writes.ts';
import { moveRow } from '../queue/states.ts';

type Kept = Pick<OutboxDocument, '_id' | 'messages' | 'about'>;

/** A word as short as “ok” stands in many messages that have nothing to do with the one that was unsent. */
const SENTENCE = 12;

/**
 * Answers in that chat are dropped where they were not sent yet; in all other messages the words are blanked, short ones only
 * where they are all a card of the same activity says in one place.
 */
export async function forgetOutbox(
  database: Database,
  office: string,
  chat: string,
  unsent: Unsent & { activities: readonly string[] },
): Promise<Write[]> {
  const kept = { office, messages: { $ne: null } };
  const answers = { ...kept, to: chat, purpose: 'answer' };
  const notices = unsent.evidence.map((id) => `evidence:${id}`);
  const unsaid = moveRow('outbox', 'waiting', 'cancelled', { error: 'unsent' });
  const writes: Write[] = [
    {
      to: 'outbox',
      updateAll: {
        where: { office, to: chat, purpose: 'answer', ...unsaid.from },
        change: unsaid.change,
      },
    },
    // one that is under way ends as it would have, without leaving its text behind
    { to: 'outbox', updateAll: { where: answers, change: { $set: { messages: null } } } },
    ...notices.map((id): Write => {
      const where = { office, _id: { $gte: id, $lt: `${id}\uffff` }, ...unsaid.from };
      return { to: 'outbox', updateAll: { where, change: unsaid.change } };
    }),
  ];
  if (unsent.words.length === 0) return writes;
  const rows = await database.models.outbox
    .find({ ...kept, purpose: { $ne: 'answer' } }, { messages: 1, about: 1 })
    .lean<Kept[]>();
  const foreign = await database.models.outbox
    .find({ ...kept, purpose: 'answer', to: { $ne: chat } }, { messages: 1, about: 1 })
    .lean<Kept[]>();
  const sentences = unsent.words.filter((word) => word.length >= SENTENCE);
  for (const { _id, messages, about } of [...rows, ...foreign]) {
    const kept = unpackMessages(messages);
    const ofActivity = (about ?? []).some((code) => code !== null && unsent.activities.includes(code));
    const blanked = blankWords(ofActivity ? blankWhole(kept, unsent.words) : kept, sentences);
    if (blanked === kept) continue;
    const where = { _id, office, messages: { $ne: null } };
    writes.push({
      to: 'outbox',
      updateAll: { where, change: { $set: { messages: packMessages(blanked) } } },
    });
  }
  return writes;
}
