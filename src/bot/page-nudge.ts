/** Asking for reports from a page: the same question as in chat, with what it costs, and the same sending. web/nudge calls it. */
import { colleagues } from '../services/broadcast.ts';
import { askAllFirst, sendToAll } from './commands/ask-all.ts';
import { askOwnersFirst, sendNudge } from './commands/nudge.ts';
import type { Answer } from './commands/command.ts';
import { say } from './bot-result.ts';
import type { RequestContext } from './request-context.ts';

/** Whom: everybody who has not reported what is due, one of them, or the owners of one activity. */
export type Whom = { all: true } | { member: string } | { activity: string };

/** What is asked before anything is sent; a sentence alone where there is nobody to ask. */
export type NudgeQuestion =
  | { text: string }
  | {
      title: string;
      question: string;
      rows: { heading: string; value: string }[];
      caution: string | null;
      options: { value: string; label: string }[];
    };

export async function askNudgeOnPage(whom: Whom, request: RequestContext): Promise<NudgeQuestion> {
  const asked = await firstOf(whom, request);
  const [message] = asked.messages;
  if (message?.type !== 'card' || message.card.kind !== 'confirm') return { text: textOf(asked) };
  const { title, question, rows, caution, options } = message.card;
  return {
    title,
    question,
    rows,
    caution,
    options: options.flatMap((one) =>
      one.type === 'tap' && one.tap.do === 'confirm' ? [{ value: one.tap.value, label: one.label }] : [],
    ),
  };
}

async function firstOf(whom: Whom, request: RequestContext): Promise<Answer> {
  if ('activity' in whom) return askOwnersFirst(whom.activity, request);
  if ('all' in whom) return askAllFirst(null, request);
  const person = (await colleagues(request.context)).find(({ id }) => id === whom.member);
  return person ? askAllFirst([person], request) : say(request.texts.chat.personGone);
}

/** @param value of an option of the question: it is looked at once more what can be sent now. @returns what was done, to be stored and sent. */
export async function sendAsked(
  whom: Whom,
  value: string,
  request: RequestContext,
): Promise<{ text: string } & Pick<Answer, 'writes' | 'pushes'>> {
  const sent =
    'activity' in whom
      ? await sendNudge({ about: 'nudge', activity: whom.activity }, value, request)
      : await sendToAll(
          { about: 'ask-all', members: 'member' in whom ? [whom.member] : null },
          value,
          request,
        );
  const { writes, pushes } = sent;
  return { text: textOf(sent), writes, ...(pushes && { pushes }) };
}

function textOf({ messages }: Answer): string {
  return messages.flatMap((one) => (one.type === 'text' ? [one.text] : [])).join('\n');
}
