/** Commands for anyone: help and the menu. */
import { commandWords } from '../../text/command-words.ts';
import { findActivity } from '../../domain/plan.ts';
import { otherOffices } from '../../services/context.ts';
import { show } from '../bot-result.ts';
import { ownRows } from '../activity-rows.ts';
import { refOf, type RequestContext } from '../request-context.ts';
import type { Answer, Command } from './command.ts';

export const helpCommand: Command = {
  name: 'help',
  asks: true,
  words: commandWords.help,
  argument: 'none',
  run: (_, request) => showHelp(request),
};

export const menuCommand: Command = {
  name: 'menu',
  asks: true,
  words: commandWords.menu,
  argument: 'none',
  run: (_, request) => showHelp(request),
};

/** The words each role can use, with an example of this person's own. */
export async function showHelp(request: RequestContext): Promise<Answer> {
  const { context } = request;
  const [first] = await ownRows(request);
  const example = first && findActivity(context.plan, first.code);
  const card = {
    kind: 'help',
    roles: context.member.roles,
    example: example ? { ...refOf(example), budget: example.budget } : null,
    chat: context.chat.type === 'user' ? 'user' : 'group',
    inSeveral: otherOffices(context).length > 0,
  } as const;
  return show({ type: 'card', card });
}
