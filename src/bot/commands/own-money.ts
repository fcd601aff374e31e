/** What an officer's own activities have spent and have left, one line each, for who asks about money; the router's sentence interpreters ask. */
import { moneyByNode } from '../../domain/budget.ts';
import { coveredLeaves } from '../../domain/plan.ts';
import { baht } from '../../text/format.ts';
import { askedOf, nameInMoney } from '../../text/questions.ts';
import type { ActivityWithState } from '../../services/context.ts';
import { ownLeaves } from '../activity-rows.ts';
import { say } from '../bot-result.ts';
import { findByWords } from '../find-activity.ts';
import { mightDo, type RequestContext } from '../request-context.ts';
import type { Utterance } from '../utterance.ts';
import type { Answer } from './command.ts';

/** Lines that fit on the screen. */
const MOST_LINES = 7;

/** @returns the codes that are asked about; null where it is no such question, or a manager's, who sees the whole plan. */
export function ownMoneyAsked(words: Utterance, request: RequestContext): string[] | null {
  if (request.context.chat.type !== 'user' || mightDo(request, 'summary')) return null;
  if (askedOf(words.typed) !== 'budget') return null;
  const own = ownLeaves(request).map(({ code }) => code);
  const name = nameInMoney(words.typed);
  const found = name === '' ? null : findByWords(request, name);
  const named = words.read().activity ?? (found?.ok ? found.activity.code : null);
  const meant = named === null ? own : coveredLeaves(request.context.plan, [named]).map(({ code }) => code);
  const codes = meant.filter((code) => own.includes(code));
  return codes.length > 0 ? codes : null;
}

export async function showOwnMoney(codes: readonly string[], request: RequestContext): Promise<Answer> {
  const { cards } = request.texts;
  const states = (await request.context.states()).filter(({ code }) => codes.includes(code));
  const lines = states.map((one) => lineOf(one, request));
  const all = moneyByNode(states, (leaf) => states.find(({ code }) => code === leaf)!.state.spent).get(null);
  const total =
    states.length > 1 && all
      ? [cards.money.total(states.length, leftOf(all.budget, all.spent, request))]
      : [];
  const more = lines.length - MOST_LINES;
  return say(
    [...total, ...lines.slice(0, MOST_LINES), ...(more > 0 ? [cards.activitiesMore(more)] : [])].join('\n'),
  );
}

function lineOf({ label, budget, state }: ActivityWithState, request: RequestContext): string {
  const { managing, cards } = request.texts;
  const { language } = request.context;
  const { spent } = state;
  const words =
    budget === null
      ? managing.money.unfunded(spent ? baht(spent, language) : null)
      : spent === null
        ? cards.money.unsaidOf(baht(budget, language))
        : leftOf(budget, spent, request);
  return managing.money.of(label, words);
}

function leftOf(
  budget: number,
  spent: number,
  { texts: { cards }, context: { language } }: RequestContext,
): string {
  const [allotted, used] = [baht(budget, language), baht(spent, language)];
  return spent > budget
    ? cards.money.overOf(used, allotted, baht(spent - budget, language))
    : cards.money.leftOf(used, allotted, baht(budget - spent, language));
}
