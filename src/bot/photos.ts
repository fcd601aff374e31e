/** Photos and files sent in a private chat: evidence of the report at hand, or of the activity that is chosen for them. */
import { type ReceivedFile, noteEvidence } from '../services/evidence.ts';
import type { Answer } from './commands/command.ts';
import { emptyDraft } from './dialogs/report/begin.ts';
import { drive, open } from './dialogs/report/drive.ts';
import { moveOn } from './dialogs/report/machine.ts';
import { say } from './handled.ts';
import { ownRows } from './rows.ts';
import type { Turn } from './turn.ts';
import type { Content } from './types.ts';

type FileContent = Extract<Content, { kind: 'image' | 'video' | 'audio' | 'file' }>;

export async function receivedFile(content: FileContent, turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  if (content.kind === 'video' || content.kind === 'audio') return say(chat.notSupported);
  const file: ReceivedFile = { kind: content.kind, messageId: content.messageId, fileName: content.fileName };
  const draft = turn.context.conversation.drafts.at(-1);
  if (draft) {
    const { id, write } = noteEvidence(turn.context, file, draft.activity);
    const result = await drive(draft, { kind: 'evidence', id }, turn);
    if (!result.taken) return say(chat.notSupported);
    return {
      messages: result.said.messages,
      writes: [write, ...result.said.writes],
      conversation: result.conversation,
    };
  }
  // nothing is being reported: a draft holds the photo until it is said what it shows
  const own = await ownRows(turn);
  if (own.length === 0 && turn.context.member.roles.every((role) => role === 'officer'))
    return say(chat.noWork);
  const [only] = own;
  const activity = own.length === 1 && only ? only.code : null;
  const { id, write } = noteEvidence(turn.context, file, activity);
  const empty = { ...emptyDraft(turn, 'chat', null), evidence: [id] };
  const begun = activity
    ? {
        ...moveOn({ ...empty, activity, baseSeq: (await turn.context.state(activity)).seq }),
        rev: 0,
        trail: [],
      }
    : empty;
  const { said, conversation } = await open(begun, activity ? chat.photoAdded : chat.photoWhere, turn);
  return { messages: said.messages, writes: [write, ...said.writes], conversation };
}
