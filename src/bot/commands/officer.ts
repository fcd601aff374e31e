/** The officers' commands: report, go on with one, my work, take back, bring back. */
import { commandWords } from '../../text/command-words.ts';
import { chooseFrom, fromForm } from '../dialogs/report/begin-form.ts';
import { open, resume } from '../dialogs/report/drive.ts';
import { say, show } from '../bot-result.ts';
import { ownRows } from '../activity-rows.ts';
import { restoreLast, undoLatest } from '../taking-back.ts';
import type { RequestContext } from '../request-context.ts';
import { activityOf, isPage, looksLikeCode, paged, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';

export const reportCommand: Command = {
  name: 'report',
  words: commandWords.report,
  argument: 'optional',
  accepts: (argument, request) => looksLikeCode(argument, request),
  async run(argument, request) {
    if (argument === '') return begin(null, request);
    const found = activityOf(argument, request);
    if (found.ok) return begin(found.activity.code, request);
    // what cannot be found is chosen from what there is
    const begun = chooseFrom(found.candidates, argument, request);
    if (!begun.ok) return say(begun.why);
    return open(begun.draft, begun.note, request);
  },
};

export const resumeCommand: Command = {
  name: 'resume',
  words: commandWords.resume,
  argument: 'none',
  async run(_, request) {
    return (await resume(request)) ?? say(request.texts.chat.draft.none);
  },
};

async function begin(code: string | null, request: RequestContext): Promise<Answer> {
  const begun = await fromForm(code, null, request);
  if (!begun.ok) return say(begun.why);
  return open(begun.draft, begun.note, request);
}

export const mineCommand: Command = {
  name: 'mine',
  asks: true,
  words: commandWords.mine,
  argument: 'optional',
  accepts: isPage,
  async run(argument, request) {
    const all = await ownRows(request);
    if (all.length === 0) return say(request.texts.chat.noWork);
    const part = paged(all, pageOf(argument).page);
    return show({ type: 'card', card: { kind: 'work', ...part, own: true } });
  },
};

export const undoCommand: Command = {
  name: 'undo',
  words: commandWords.undo,
  argument: 'none',
  run: (_, request) => undoLatest(request),
};

export const restoreCommand: Command = {
  name: 'restore',
  words: commandWords.restore,
  argument: 'none',
  run: (_, request) => restoreLast(request),
};
