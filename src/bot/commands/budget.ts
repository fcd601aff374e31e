/** Money for managers: allotted, spent, left and over, by branch of the plan. */
import type { Activity, Plan } from '../../domain/activity.ts';
import { type Money, moneyByNode } from '../../domain/budget.ts';
import { dueDay } from '../../domain/fiscal-year.ts';
import { elapsedShare } from '../../domain/plan-overview.ts';
import { childrenOf, findActivity, leavesOf } from '../../domain/plan.ts';
import { arabicDigits } from '../../text/format.ts';
import { commandWords } from '../../text/command-words.ts';
import { openDraft } from '../dialogs/report/drive.ts';
import { show } from '../bot-result.ts';
import { findByWords } from '../find-activity.ts';
import type { TimeGone } from '../manager-cards.ts';
import { mayNamePart, partBehind, type PlanPart } from '../plan-part.ts';
import { refOf, type RequestContext } from '../request-context.ts';
import { isPage, looksLikeCode, paged, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { notFound } from './not-found.ts';

export const budgetCommand: Command = {
  name: 'budget',
  asks: true,
  words: commandWords.budget,
  argument: 'optional',
  accepts: (argument, request) => {
    const { rest } = pageOf(argument);
    return isPage(argument) || isNode(rest, request) || mayNamePart(rest, request);
  },
  async run(argument, request) {
    const { context, texts } = request;
    const { page, rest } = pageOf(argument);
    const named = await partBehind(rest, typedOf(request), request);
    if (named) return named.ok ? moneyOfPart(named.part, page, request) : named.answer;
    const found = rest === '' ? null : findByWords(request, rest);
    if (found && !found.ok) return notFound(found, { rest, page }, texts.words.command.budgetOf, request);
    const activity = found && covered(found.activity, context.plan);
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
        time: timeGone(activity, request),
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

function typedOf({ texts: { words } }: RequestContext): (name: string) => string {
  return (name) => words.command.ofPart(words.command.budget, name);
}

/** The same of somebody's part of the plan, or a unit's: a row for each leaf of it. */
async function moneyOfPart(part: PlanPart, page: number, request: RequestContext): Promise<Answer> {
  const { context } = request;
  const states = await context.states();
  const spent = new Map(states.map((one) => [one.code, one.state.spent]));
  const isHere = (leaf: string): boolean => part.leaves.has(leaf);
  const money = moneyByNode(states, (leaf) => spent.get(leaf) ?? null, isHere);
  const { rows, ...pages } = paged(
    states.filter(({ leaf, code }) => leaf && isHere(code)),
    page,
  );
  return show({
    type: 'card',
    card: {
      kind: 'budget',
      activity: null,
      whose: part.name,
      ...money.get(null)!,
      rows: rows.map((leaf) => ({ ...refOf(leaf), leaf: true, ...money.get(leaf.code)! })),
      ...pages,
      command: typedOf(request)(part.typed),
    },
  });
}

/** A leaf without a sum of its own is in that of the nearest branch which has one. */
function covered(activity: Activity, plan: Plan): Activity {
  if (!activity.leaf || activity.budget !== null) return activity;
  let branch = activity.parent === null ? null : findActivity(plan, activity.parent);
  while (branch && !branch.budget) branch = branch.parent === null ? null : findActivity(plan, branch.parent);
  return branch ?? activity;
}

/** Of an activity its planned months, from the first to the last; of the plan its whole period. */
function timeGone(activity: Activity | null, { context: { plan, today } }: RequestContext): TimeGone {
  const leaves = activity ? leavesOf(plan, activity.code) : [];
  const months = leaves.flatMap((leaf) => leaf.months).toSorted();
  const start = months[0] ? `${months[0]}-01` : plan.period.start;
  const period = { start, end: dueDay(months, plan.period.end) };
  return { percent: Math.round(elapsedShare(period, today) * 100), until: period.end };
}

/** A sum after the word ("งบประมาณ 25000") is part of a report, a code of the plan is not. */
function isNode(argument: string, request: RequestContext): boolean {
  if (!looksLikeCode(argument, request)) return false;
  const found = findActivity(request.context.plan, arabicDigits(argument).replace(/\s/g, ''));
  if (found !== null || /^(?:[0-9]{1,2}[.)\s]+)+[0-9]{0,2}[.)]?$/.test(arabicDigits(argument))) return true;
  // nobody spends nine baht; in a form it may be the answer nevertheless
  return /^[0-9]{1,2}$/.test(arabicDigits(argument)) && openDraft(request) === null;
}
