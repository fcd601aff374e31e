/** Answers what people ask about what they sent, what comes next, and their photos, with the command that shows it; the router's interpreter calls it. */
import { type OwnQuestion, ownQuestionIn } from '../text/own-questions.ts';
import { ownLeaves } from './activity-rows.ts';
import { say } from './bot-result.ts';
import type { Answer, CommandCall } from './commands/command.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { historyCommand } from './commands/history.ts';
import { mineCommand } from './commands/officer.ts';
import { questionOfAll } from './commands/questions.ts';
import type { RequestContext } from './request-context.ts';
import { runCommand } from './run-command.ts';

/** @returns what is asked by plain words; null for anything else, and in groups: it is one person's business. */
export function ownQuestion(typed: string, { context }: RequestContext): OwnQuestion | null {
  return context.chat.type === 'user' ? ownQuestionIn(typed) : null;
}

export function answerOwnQuestion(question: OwnQuestion, request: RequestContext): Answer | Promise<Answer> {
  const { files } = request.texts.chat;
  const works = ownLeaves(request).length > 0;
  const shows = (command: CommandCall['command']): Promise<Answer> =>
    runCommand(works ? { command, argument: '' } : questionOfAll(request), request);
  switch (question) {
    case 'sent':
      return shows(historyCommand);
    case 'next':
      return shows(mineCommand);
    case 'photos':
      return shows(evidenceCommand);
    case 'remove-photo':
      return say(files.howToRemove);
    case 'add-photo':
      return say(files.howToAdd);
  }
}
