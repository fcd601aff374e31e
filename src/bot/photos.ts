/** Photos and files sent in a private chat: evidence of the report at hand, or of the activity that is chosen for them. */
import { type ReceivedFile, noteEvidence } from '../services/evidence.ts';
import type { Answer } from './commands/command.ts';
import type { Draft, Item } from '../domain/draft.ts';
import { emptyDraft, on } from './dialogs/report/begin.ts';
import { drive, open, openDraft } from './dialogs/report/drive.ts';
import { say } from './handled.ts';
import { withDrafts } from './left-behind.ts';
import { ownLeaves } from './rows.ts';
import { isManager, type Turn } from './turn.ts';
import type { Content } from './types.ts';

type FileContent = Extract<Content, { kind: 'image' | 'video' | 'audio' | 'file' }>;

export function receivedFile(content: FileContent, turn: Turn): Promise<Answer> {
  const { kind, messageId, fileName } = content;
  if (kind === 'video' || kind === 'audio') return Promise.resolve(say(turn.texts.chat.notSupported));
  return withDrafts(turn, (current) => received({ kind, messageId, fileName }, current));
}

async function received(file: ReceivedFile, turn: Turn): Promise<Answer> {
  const draft = openDraft(turn);
  if (!draft) return alone(file, [], turn);
  const { id, write } = noteEvidence(turn.context, file, draft.activity);
  const result = await drive(draft, { kind: 'evidence', id }, turn);
  // several activities on one card: which of them it shows is asked, the card waits
  if (!result.taken) return alone(file, draft.items, turn);
  const { said, conversation } = result;
  return { messages: said.messages, writes: [write, ...said.writes], conversation };
}

/** A photo no report at hand can take: a draft holds it until it is said what it shows. */
async function alone(file: ReceivedFile, shown: readonly Item[], turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  const own = ownLeaves(turn);
  if (own.length === 0 && !isManager(turn)) return say(chat.noWork);
  const [only] = own;
  const activity = own.length === 1 && only ? only.code : null;
  const { id, write } = noteEvidence(turn.context, file, activity);
  const candidates = shown.map((item) => item.activity);
  const empty: Draft = {
    ...emptyDraft(turn, 'chat', null),
    step: { at: 'choose', candidates, page: 1 },
    evidence: [id],
  };
  const begun = activity ? await on(empty, activity, turn) : empty;
  const { said, conversation } = await open(begun, activity ? chat.photoAdded : chat.photoWhere, turn);
  return { messages: said.messages, writes: [write, ...said.writes], conversation };
}
