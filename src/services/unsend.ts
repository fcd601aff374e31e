/** Unsending: the words and pictures of a message are taken out of everywhere they are kept. */
import type { Context } from './context.ts';
import { type Write, writeConversation } from './writes.ts';

/** Drafts from that message go, an update made of it loses its words and is marked as withdrawn, evidence is erased. */
export async function forget(context: Context, messageId: string): Promise<{ writes: Write[] }> {
  const { conversation, office, now } = context;
  const writes: Write[] = [];
  const drafts = conversation.drafts.filter((draft) => draft.message !== messageId);
  if (drafts.length < conversation.drafts.length)
    writes.push(writeConversation(conversation, { ...conversation, drafts }, now));
  if (!office) return { writes };
  const withdrawn = {
    withdrawn: true,
    'said.result': null,
    'said.obstacle': null,
    'said.suggestion': null,
    'said.remark': null,
  };
  writes.push(
    {
      to: 'updates',
      updateAll: { where: { office: office.id, message: messageId }, change: { $set: withdrawn } },
    },
    {
      to: 'evidence',
      updateAll: {
        where: { office: office.id, message: messageId },
        change: { $set: { state: 'erased', fileName: null, work: null } },
      },
    },
  );
  return { writes };
}
