/** Runs a command for somebody who may use it there; typed words, buttons and questions in one's own words end here. */
import { may } from '../domain/policy.ts';
import { say } from './bot-result.ts';
import type { Answer, Command } from './commands/command.ts';
import { mightDo, permits, type RequestContext } from './request-context.ts';

export function runCommand(command: Command, argument: string, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  if (!mayUse(command, request)) {
    const ofManagers = may({ roles: ['manager'], works: [] }, command.name, 'user');
    return Promise.resolve(say(ofManagers ? chat.noRight : chat.adminOnly));
  }
  if (!permits(request, command.name)) return Promise.resolve(say(chat.inPrivate));
  return command.run(argument, request);
}

/** Whether it is a command of this person's, be it in private alone. */
export function mayUse(command: Command, request: RequestContext): boolean {
  return mightDo(request, command.name);
}
