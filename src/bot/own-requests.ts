/** Answers what is said of leave and of the bot's reminders in one's own words with the words that do it; called by talk where nothing of the work was said. */
import type { Answer } from './commands/command.ts';
import type { RequestContext } from './request-context.ts';
import type { Action } from './types.ts';
import { affairOf } from '../understand/affairs.ts';

/** @returns null where the text says nothing of the kind, and in groups: it is one person's business. */
export function ownRequest(text: string, request: RequestContext): Answer | null {
  const { context } = request;
  const affair = context.chat.type === 'user' ? affairOf(text) : null;
  if (!affair) return null;
  const { chat, reminders, words } = request.texts;
  switch (affair) {
    case 'mute':
      return answer(reminders.mute, [typed(reminders.button.tomorrow, reminders.command.tomorrow)]);
    case 'back':
      return context.member.away
        ? answer(chat.away.howBack(words.command.comeBack), [
            typed(words.command.comeBack, words.command.comeBack),
          ])
        : answer(chat.away.notAway, []);
    case 'leave':
      return answer(chat.away.usage, []);
  }
}

function answer(text: string, quick: Action[]): Answer {
  const said = quick.length > 0 ? { type: 'text' as const, text, quick } : { type: 'text' as const, text };
  return { messages: [said], writes: [] };
}

function typed(label: string, text: string): Action {
  return { type: 'tap', label, say: text, tap: { do: 'say', text } };
}
