/** Answers what is said of leave and of the bot's reminders in one's own words with the words that do it; called by talk where nothing of the work was said. */
import type { Answer } from './commands/command.ts';
import type { RequestContext } from './request-context.ts';
import { awayCommand, daysOf } from './commands/away.ts';
import { leaveDaysWithin } from './leave-days.ts';
import type { Action } from './types.ts';
import { arabicDigits, shorten } from '../text/format.ts';
import { OWN_LEAVE, STAYS_AWAY } from '../text/typed-days.ts';
import { affairOf } from '../understand/rules/own-requests.ts';

/** Clusters of a button's label. */
const MOST_LABEL = 20;

/** @returns null where the text says nothing of the kind, and in groups: it is one person's business. */
export function ownRequest(text: string, request: RequestContext): Answer | Promise<Answer> | null {
  const { context } = request;
  if (context.chat.type !== 'user') return null;
  const affair = affairOf(text);
  if (!affair) return STAYS_AWAY.test(text.toLowerCase()) ? howToLeave(text, request) : null;
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
      return takeLeave(text, request) ?? answer(chat.away.usage, []);
  }
}

/** @returns the days of a leave of the writer's own, as the command takes them; null for other words, and where not all of its days are said. */
export function ownLeaveDays(text: string, request: RequestContext): string | null {
  if (request.context.chat.type !== 'user') return null;
  const isLeave = OWN_LEAVE.test(arabicDigits(text).trim()) || affairOf(text) === 'leave';
  const found = isLeave ? leaveDaysWithin(text, request.context.today) : null;
  return found && daysOf(found, request).trim();
}

/** "วันนี้ลาป่วยค่ะ": the same as the command. */
function takeLeave(text: string, request: RequestContext): Promise<Answer> | null {
  const found = leaveDaysWithin(text, request.context.today);
  return found && awayCommand.run(daysOf(found, request).trim(), request);
}

/** Somewhere else, not called leave: it is stored once it is typed, or tapped, as a command. @returns null where no days were said. */
function howToLeave(text: string, request: RequestContext): Answer | null {
  const found = leaveDaysWithin(text, request.context.today);
  if (!found) return null;
  const days = daysOf(found, request);
  const { chat, words } = request.texts;
  const said = words.command.leave(days);
  return answer(chat.away.howTo(days, said), [typed(shorten(said, MOST_LABEL), said)]);
}

function answer(text: string, quick: Action[]): Answer {
  const said = quick.length > 0 ? { type: 'text' as const, text, quick } : { type: 'text' as const, text };
  return { messages: [said], writes: [] };
}

function typed(label: string, text: string): Action {
  return { type: 'tap', label, say: text, tap: { do: 'say', text } };
}
