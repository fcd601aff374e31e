/** What can be typed next, as quick replies, when words were no report and no command; not-understood and small talk offer it. */
import { findActivity } from '../domain/plan.ts';
import type { Understood } from '../understand/types.ts';
import { ownLeaves } from './activity-rows.ts';
import { permits, type RequestContext } from './request-context.ts';
import type { Action } from './types.ts';

/** The nearest readings as buttons: activities the words may mean, then what people do most; a manager without work of their own asks. */
export async function suggestions(read: Understood, request: RequestContext): Promise<Action[]> {
  const { words } = request.texts;
  const codes = read.activity ? [read.activity] : read.candidates;
  const near = codes.slice(0, 3).flatMap((code): Action[] => {
    const activity = findActivity(request.context.plan, code);
    return activity
      ? [typed(`${words.button.report} ${activity.label}`, words.command.report(activity.code))]
      : [];
  });
  if (permits(request, 'summary') && ownLeaves(request).length === 0)
    return [
      typed(words.button.summary, words.command.summary),
      typed(words.button.missing, words.command.missing),
      typed(words.button.obstacles, words.command.obstacles),
      typed(words.button.budget, words.command.budget),
      typed(words.button.help, words.command.help),
    ];
  return [
    ...near,
    typed(words.button.report, words.command.reportAny),
    ...(permits(request, 'mine') ? [typed(words.button.mine, words.command.mine)] : []),
    typed(words.button.help, words.command.help),
  ];
}

/** As a postback it reaches the bot from groups too, where typed words would need a mention. */
function typed(label: string, text: string): Action {
  return { type: 'tap', label, say: text, tap: { do: 'say', text } };
}
