/** The answer when words were no report and no command, never the same one twice in a row; thanks and greetings are answered as what they are. */
import type { Draft } from '../domain/draft.ts';
import { findActivity } from '../domain/plan.ts';
import { baht, shortenUnits } from '../text/format.ts';
import { ACKNOWLEDGED, GREETING, THANKS } from '../text/typed.ts';
import { type Answer, plain } from './commands/command.ts';
import { showHelp } from './commands/everyone.ts';
import { openDraft, reshow } from './dialogs/report/drive.ts';
import { showDraft } from './dialogs/report/view.ts';
import { ownRows } from './activity-rows.ts';
import type { RequestContext } from './request-context.ts';
import type { Action, Message } from './types.ts';
import type { Understood } from '../understand/types.ts';

export async function notUnderstood(
  text: string,
  read: Understood,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  const typed = plain(text);
  const { rev, misses: before } = request.context.conversation;
  // the conversation is written with each, so that the next one is worded otherwise
  const worded = (ways: readonly string[]): string => ways[rev % ways.length] as string;
  if (THANKS.test(typed))
    return answer([{ type: 'text', text: worded(chat.thanks) }, ...(await reshow(request))], before);
  if (ACKNOWLEDGED.test(typed))
    return answer([{ type: 'text', text: worded(chat.acknowledged) }, ...(await reshow(request))], before);
  const quick = await suggestions(read, request);
  if (GREETING.test(typed))
    return answer([{ type: 'text', text: worded(chat.greeting), quick }, ...(await reshow(request))], before);
  const misses = before + 1;
  const draft = openDraft(request);
  if (draft) return onDraft(draft, text, misses, request);
  const [first] = await ownRows(request);
  if (misses % 2 === 1) {
    const about = first ?? request.context.plan.activities.find((one) => one.leaf);
    const sum = about?.budget ? baht(about.budget, request.context.language) : null;
    const example = chat.notUnderstood.example(about?.label ?? '1', sum);
    return answer([{ type: 'text', text: chat.notUnderstood.first(example), quick }], misses);
  }
  const { messages } = await showHelp(request);
  return answer([{ type: 'text', text: chat.notUnderstood.again }, ...messages], misses);
}

/** While something is open, that is shown once more: it says what can be typed or tapped. */
async function onDraft(draft: Draft, text: string, misses: number, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  const why =
    draft.step.at === 'choose'
      ? chat.noSuchActivity(shortenUnits(text, MOST_REPEATED))
      : chat.notUnderstood.onCard;
  return answer([{ type: 'text', text: why }, await showDraft(draft, request)], misses);
}

/** Letters of a text that are repeated to say that it was not found. */
const MOST_REPEATED = 60;

function answer(messages: Message[], misses: number): Answer {
  return { messages, writes: [], conversation: { misses } };
}

/** The nearest readings as buttons: activities the words may mean, then what people do most. */
async function suggestions(read: Understood, request: RequestContext): Promise<Action[]> {
  const { words } = request.texts;
  const codes = read.activity ? [read.activity] : read.candidates;
  const near = codes.slice(0, 3).flatMap((code): Action[] => {
    const activity = findActivity(request.context.plan, code);
    return activity
      ? [typed(`${words.button.report} ${activity.label}`, words.command.report(activity.code))]
      : [];
  });
  return [
    ...near,
    typed(words.button.report, words.command.reportAny),
    typed(words.button.mine, words.command.mine),
    typed(words.button.help, words.command.help),
  ];
}

/** As a postback it reaches the bot from groups too, where typed words would need a mention. */
function typed(label: string, text: string): Action {
  return { type: 'tap', label, say: text, tap: { do: 'say', text } };
}
