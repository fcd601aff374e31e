/** The answer when words were no report and no command, never the same one twice in a row. */
import type { Draft } from '../domain/draft.ts';
import { baht, shortenUnits } from '../text/format.ts';
import type { Answer } from './commands/command.ts';
import { showHelp } from './commands/everyone.ts';
import { openDraft } from './dialogs/report/drive.ts';
import { showDraft } from './dialogs/report/view.ts';
import { hasWork, ownRows } from './activity-rows.ts';
import { permits, type RequestContext } from './request-context.ts';
import { suggestions } from './suggestions.ts';
import type { Message } from './types.ts';
import type { Understood } from '../understand/types.ts';

export async function notUnderstood(
  text: string,
  read: Understood,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  const draft = openDraft(request);
  if (draft) return onDraft(draft, text, request);
  if (request.context.conversation.misses % 2 === 0) {
    const quick = await suggestions(read, request);
    const [first] = await ownRows(request);
    if (!first && permits(request, 'summary'))
      return missed([{ type: 'text', text: request.texts.managing.ask, quick }]);
    // an example of what cannot be done would lead nowhere
    if (!first && !hasWork(request)) return missed([{ type: 'text', text: chat.noWork }]);
    const about = first ?? request.context.plan.activities.find((one) => one.leaf);
    const sum = about?.budget ? baht(about.budget, request.context.language) : null;
    const example = chat.notUnderstood.example(about?.label ?? '1', sum);
    return missed([{ type: 'text', text: chat.notUnderstood.first(example), quick }]);
  }
  const { messages } = await showHelp(request);
  return missed([{ type: 'text', text: chat.notUnderstood.again }, ...messages]);
}

/** While something is open, that is shown once more: it says what can be typed or tapped. */
async function onDraft(draft: Draft, text: string, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  const why =
    draft.step.at === 'choose'
      ? chat.noSuchActivity(shortenUnits(text, MOST_REPEATED))
      : chat.notUnderstood.onCard;
  return missed([{ type: 'text', text: why }, await showDraft(draft, request)]);
}

/** Letters of a text that are repeated to say that it was not found. */
const MOST_REPEATED = 60;

function missed(messages: Message[]): Answer {
  return { messages, writes: [], outcome: { kind: 'missed' } };
}
