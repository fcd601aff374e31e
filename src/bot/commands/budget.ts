/** Money for managers: allotted, spent, left and over, by branch of the plan. */
import { type Money, moneyByNode } from '../../domain/budget.ts';
import { childrenOf, findActivity } from '../../domain/plan.ts';
import { arabicDigits } from '../../text/format.ts';
import { commandWords } from '../../text/typed.ts';
import { openDraft } from '../dialogs/report/drive.ts';
import { show } from '../bot-result.ts';
import { findByWords } from '../find-activity.ts';
import { refOf, type RequestContext } from '../request-context.ts';
import { isPage, looksLikeCode, paged, pageOf } from './arguments.ts';
import type { Command } from './command.ts';
import { notFound } from './not-found.ts';
import { showStatus } from './manager.ts';

export const budget: Command = {
  name: 'budget',
  asks: true,
  words: commandWords.budget,
  argument: 'optional',
  accepts: (argument, request) => isPage(argument) || isNode(pageOf(argument).rest, request),
  async run(argument, request) {
    const { context, texts } = request;
    const { page, rest } = pageOf(argument);
    const found = rest === '' ? null : findByWords(request, rest);
    if (found && !found.ok) return notFound(found, { rest, page }, texts.words.command.budgetOf, request);
    const activity = found && found.activity;
    if (activity?.leaf) return showStatus(activity.code, request);
    const states = await context.states();
    const spent = new Map(states.map((one) => [one.code, one.state.spent]));
    const money = moneyByNode(states, (leaf) => spent.get(leaf) ?? null);
    const moneyOf = (code: string | null): Money => money.get(code) ?? { budget: 0, spent: 0, over: 0 };
    const { rows, ...pages } = paged(childrenOf(context.plan, activity?.code ?? null), page);
    const { command } = texts.words;
    return show({
      type: 'card',
      card: {
        kind: 'budget',
        activity: activity && refOf(activity),
        ...moneyOf(activity?.code ?? null),
        rows: rows.map((node) => ({
          ...refOf(node),
          leaf: node.leaf,
          ...moneyOf(node.code),
        })),
        ...pages,
        command: activity ? command.budgetOf(activity.code) : command.budget,
      },
    });
  },
};

/** A sum after the word ("งบประมาณ 25000") is part of a report, a code of the plan is not. */
function isNode(argument: string, request: RequestContext): boolean {
  if (!looksLikeCode(argument, request)) return false;
  const found = findActivity(request.context.plan, arabicDigits(argument).replace(/\s/g, ''));
  if (found !== null || /^(?:[0-9]{1,2}[.)\s]+)+[0-9]{0,2}[.)]?$/.test(arabicDigits(argument))) return true;
  // nobody spends nine baht; in a form it may be the answer nevertheless
  return /^[0-9]{1,2}$/.test(arabicDigits(argument)) && openDraft(request) === null;
}
