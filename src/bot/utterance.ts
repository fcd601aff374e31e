/** A member's words with what several interpreters need of them; the router makes one for each text. */
import type { Draft } from '../domain/draft.ts';
import { understand } from '../understand/index.ts';
import type { Understood } from '../understand/types.ts';
import { ownLeaves } from './activity-rows.ts';
import { plain } from './commands/command.ts';
import { openDraft } from './dialogs/report/drive.ts';
import type { RequestContext } from './request-context.ts';

export interface Words {
  text: string;
  messageId: string;
  /** Activity of the card that was quoted. */
  about: string | null;
}

export interface Utterance extends Words {
  /** Without what does not matter: case, particles, Thai digits. */
  typed: string;
  /** The form they are for: of the quoted card's activity, else the one on top. */
  draft: Draft | null;
  /** What they say by themselves, read once. */
  read(): Understood;
}

export function utter(words: Words, request: RequestContext): Utterance {
  const { context } = request;
  let read: Understood | null = null;
  return {
    ...words,
    typed: plain(words.text),
    draft: formFor(words, request),
    read() {
      read ??= understand(words.text, {
        plan: context.plan,
        today: context.today,
        quoted: words.about,
        own: ownLeaves(request).map((leaf) => leaf.code),
        aliases: context.member.aliases,
      });
      return read;
    },
  };
}

function formFor({ about }: Words, request: RequestContext): Draft | null {
  const top = openDraft(request);
  if (!about || !top || top.activity === about || top.activity === null) return top;
  return request.context.conversation.drafts.findLast((one) => one.activity === about) ?? null;
}
