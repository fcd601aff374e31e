/** Runs a command for somebody who may use it there; typed words, buttons and questions in one's own words end here. */
import { say } from './bot-result.ts';
import type { Answer, Command } from './commands/command.ts';
import type { RequestContext } from './request-context.ts';

export function runCommand(command: Command, argument: string, request: RequestContext): Promise<Answer> {
  const { chat } = request.context;
  if (!mayUse(command, request)) return Promise.resolve(say(request.texts.chat.noRight));
  if (chat.type !== 'user' && !command.inGroups) return Promise.resolve(say(request.texts.chat.inPrivate));
  return command.run(argument, request);
}

export function mayUse(command: Command, { context }: RequestContext): boolean {
  return command.roles.some((role) => context.member.roles.includes(role));
}
