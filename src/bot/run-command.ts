/** Runs a command for somebody who may use it there; typed words, buttons and questions in one's own words end here. */
import { may } from '../domain/policy.ts';
import { say } from './bot-result.ts';
import type { Answer, CommandCall, Command } from './commands/command.ts';
import type { Message } from './types.ts';
import { mightDo, permits, type RequestContext } from './request-context.ts';

export async function runCommand(
  { command, argument, full }: CommandCall,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  if (!mayUse(command, request)) {
    const ofManagers = may({ roles: ['manager'], works: [] }, command.name, 'user');
    return say(ofManagers ? chat.noRight : chat.adminOnly);
  }
  if (!permits(request, command.name)) return say(chat.inPrivate);
  const asked = command.asks && { asked: { command: command.name, argument } };
  const answer: Answer = { ...(await command.run(argument, request)), ...asked };
  return full ? answerInFull(answer) : answer;
}

/** @returns the same answer with all there is to its cards. */
export function answerInFull(answer: Answer): Answer {
  return { ...answer, messages: answer.messages.map(messageInFull) };
}

function messageInFull(message: Message): Message {
  return message.type === 'card' ? { ...message, card: { ...message.card, full: true } } : message;
}

/** Whether it is a command of this person's, be it in private alone. */
export function mayUse(command: Command, request: RequestContext): boolean {
  return mightDo(request, command.name);
}
