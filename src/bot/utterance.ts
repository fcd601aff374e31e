/** A member's words with what several interpreters need of them; the router makes one for each text. */
import type { Draft } from '../domain/draft.ts';
import { understand } from '../understand/index.ts';
import type { UnderstandContext, Understood } from '../understand/types.ts';
import { ownLeaves } from './activity-rows.ts';
import { plain } from './commands/command.ts';
import { openDraft } from './dialogs/report/drive.ts';
import type { RequestContext } from './request-context.ts';

export interface MemberWords {
  text: string;
  messageId: string;
  /** Activity of the card that was quoted. */
  about: string | null;
}

export interface Utterance extends MemberWords {
  /** Without what does not matter: case, particles, Thai digits. */
  typed: string;
  /** The form they are for: of the quoted card's activity, else the one on top. */
  draft: Draft | null;
  /** What they say by themselves, read once. */
  read(): Understood;
  /** What they are read by. */
  readBy(): UnderstandContext;
}

export function utter(words: MemberWords, request: RequestContext): Utterance {
  const { context } = request;
  let read: Understood | null = null;
  const readBy = (): UnderstandContext => ({
    plan: context.plan,
    today: context.today,
    quoted: words.about,
    own: ownLeaves(request).map((leaf) => leaf.code),
  });
  return {
    ...words,
    typed: plain(words.text),
    draft: formFor(words, request),
    read() {
      read ??= understand(words.text, readBy());
      return read;
    },
    readBy,
  };
}

function formFor({ about }: MemberWords, request: RequestContext): Draft | null {
  const top = openDraft(request);
  if (!about || !top || top.activity === about || top.activity === null) return top;
  return request.context.conversation.drafts.findLast((one) => one.activity === about) ?? null;
}
