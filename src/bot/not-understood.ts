/** The answer when words were no report and no command: never the same one twice in a row. */
import { findActivity } from '../domain/plan.ts';
import { GREETING, THANKS } from '../text/typed.ts';
import { type Answer, plain } from './commands/command.ts';
import { showHelp } from './commands/everyone.ts';
import { ownRows } from './rows.ts';
import type { Turn } from './turn.ts';
import type { Action, Message } from './types.ts';
import type { Understood } from './understand/types.ts';

export async function notUnderstood(text: string, read: Understood, turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  const typed = plain(text);
  const misses = turn.context.conversation.misses + 1;
  if (THANKS.test(typed) && misses === 1) return answer([{ type: 'text', text: chat.thanks }], misses);
  const quick = await suggestions(read, turn);
  if (GREETING.test(typed) && misses === 1)
    return answer([{ type: 'text', text: chat.greeting, quick }], misses);
  const [first] = await ownRows(turn);
  if (misses % 2 === 1) {
    const example = chat.notUnderstood.example(first?.label ?? firstLeaf(turn));
    return answer([{ type: 'text', text: chat.notUnderstood.first(example), quick }], misses);
  }
  const { messages } = await showHelp(turn);
  return answer([{ type: 'text', text: chat.notUnderstood.again }, ...messages], misses);
}

function answer(messages: Message[], misses: number): Answer {
  return { messages, writes: [], conversation: { misses } };
}

function firstLeaf(turn: Turn): string {
  return turn.context.plan.activities.find((one) => one.leaf)?.label ?? '1';
}

/** The nearest readings as buttons: activities the words may mean, then what people do most. */
async function suggestions(read: Understood, turn: Turn): Promise<Action[]> {
  const { words } = turn.texts;
  const codes = read.activity ? [read.activity] : read.candidates;
  const near = codes.slice(0, 3).flatMap((code): Action[] => {
    const activity = findActivity(turn.context.plan, code);
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
