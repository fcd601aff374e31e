/** Thanks, greetings, "รับทราบ", "เดี๋ยวตอบนะคะ", a lone emoji: what is neither report nor answer; the router and the form's open questions ask. */
import { COMPLAINS, GOODBYE } from '../text/asides.ts';
import { IMPATIENT } from '../text/typed-answers.ts';
import { ACKNOWLEDGED, GREETING, LATER, THANKS } from '../text/typed.ts';
import { suggestions } from './suggestions.ts';
import type { Answer } from './commands/command.ts';
import type { RequestContext } from './request-context.ts';
import type { Action } from './types.ts';
import type { Understood } from '../understand/types.ts';

export type SmallTalk = 'thanks' | 'acknowledged' | 'greeting' | 'later' | 'goodbye' | 'complaint';

/** Longer texts tell something, however they begin. */
const MOST_TEXT = 60;

/** @param typed plain words. @returns null when they are something else. */
export function smallTalkOf(typed: string): SmallTalk | null {
  if (typed === '') return 'acknowledged';
  if (typed.length > MOST_TEXT) return null;
  if (LATER.test(typed)) return 'later';
  if (GOODBYE.test(typed)) return 'goodbye';
  if (IMPATIENT.test(typed) || COMPLAINS.test(typed)) return 'complaint';
  if (THANKS.test(typed)) return 'thanks';
  if (ACKNOWLEDGED.test(typed)) return 'acknowledged';
  return GREETING.test(typed) ? 'greeting' : null;
}

/** One of several wordings: the conversation is written with each, so that the next one differs. */
export function smallTalkWords(kind: SmallTalk, { context, texts }: RequestContext): string {
  const ways = texts.chat[kind];
  return ways[context.conversation.rev % ways.length] as string;
}

export async function answerSmallTalk(
  kind: SmallTalk,
  read: Understood | null,
  request: RequestContext,
): Promise<Answer> {
  const text = smallTalkWords(kind, request);
  const quick =
    (kind === 'greeting' || kind === 'complaint') && read
      ? await suggestions(read, request)
      : kind === 'later'
        ? putOff(request)
        : [];
  return { messages: [{ type: 'text', text, ...(quick.length > 0 && { quick }) }], writes: [] };
}

/** Whoever will report later may want to be reminded then. */
function putOff({ texts: { reminders }, context }: RequestContext): Action[] {
  if (context.chat.type !== 'user') return [];
  const text = reminders.command.tomorrow;
  return [{ type: 'tap', label: reminders.button.tomorrow, say: text, tap: { do: 'say', text } }];
}
