/** Photos and files sent in a private chat: evidence of the report at hand, or of the activity that is chosen for them. */
import { type ReceivedFile, noteEvidence } from '../services/evidence.ts';
import type { Answer } from './commands/command.ts';
import type { Draft, Item } from '../domain/draft.ts';
import { emptyDraft, on } from './dialogs/report/begin.ts';
import { drive, open, openDraft } from './dialogs/report/drive.ts';
import { say } from './bot-result.ts';
import { lastTalkedOf } from './obvious-activity.ts';
import { type Concluded, conclude } from './outcome.ts';
import { withDrafts } from './resume-drafts.ts';
import { hasWork, ownLeaves } from './activity-rows.ts';
import type { RequestContext } from './request-context.ts';
import type { Content } from './types.ts';

type FileContent = Extract<Content, { kind: 'image' | 'video' | 'audio' | 'file' }>;

export function receivedFile(content: FileContent, request: RequestContext): Promise<Concluded> {
  const { kind, messageId, fileName } = content;
  return withDrafts(request, async (current) => {
    const taken = kind === 'image' || kind === 'file';
    const answer = taken
      ? await received({ kind, messageId, fileName }, current)
      : say(current.texts.chat.notSupported);
    return conclude(answer, current);
  });
}

async function received(file: ReceivedFile, request: RequestContext): Promise<Answer> {
  const draft = openDraft(request);
  if (!draft) return alone(file, [], request);
  const { id, write } = noteEvidence(request.context, file, draft.activity);
  const answer = await drive(draft, { kind: 'evidence', id }, request);
  // several activities on one card: which of them it shows is asked, the card waits
  if (!answer) return alone(file, draft.items, request);
  return { ...answer, writes: [write, ...answer.writes] };
}

/** A photo no report at hand can take: a draft holds it until it is said what it shows. */
async function alone(file: ReceivedFile, shown: readonly Item[], request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  const own = ownLeaves(request);
  if (own.length === 0 && !hasWork(request)) return say(chat.noWork);
  const [only] = own;
  // right after a report it belongs to that one, with เปลี่ยนกิจกรรม at hand
  const talkedOf = shown.length === 0 ? lastTalkedOf(request) : null;
  const activity = own.length === 1 && only ? only.code : talkedOf;
  const { id, write } = noteEvidence(request.context, file, activity);
  const candidates = shown.map((item) => item.activity);
  const empty: Draft = {
    ...emptyDraft(request, 'chat', null),
    step: { at: 'choose', candidates, page: 1 },
    evidence: [id],
  };
  const begun = activity
    ? { ...(await on(empty, activity, request)), proposed: activity === talkedOf }
    : empty;
  const opened = await open(begun, activity ? chat.photoAdded : chat.photoWhere, request);
  return { ...opened, writes: [write, ...opened.writes] };
}
