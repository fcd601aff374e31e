/** The managers' questions: the whole office, one activity, one branch. */
import { commandWords } from '../../text/command-words.ts';
import { NAMES_UNIT } from '../../text/questions-of-parts.ts';
import { leavesOf } from '../../domain/plan.ts';
import { type Money, moneyByNode } from '../../domain/budget.ts';
import { isFinished } from '../../domain/status.ts';
import { countByStatus } from '../../domain/tally.ts';
import type { ActivityWithState } from '../../services/context.ts';
import { say, show } from '../bot-result.ts';
import { byUrgency, planRows } from '../activity-rows.ts';
import { partNamed, partOrChoice, type PlanPart } from '../plan-part.ts';
import { mightDo, permits, type RequestContext } from '../request-context.ts';
import { statusCard } from '../status-card.ts';
import type { Card } from '../types.ts';
import { activityOf, mayNameSomebody, namesActivity, pageOf } from './arguments.ts';
import { notFound } from './not-found.ts';
import { mineCommand } from './officer.ts';
import { askWhoseInstead, isNearSomebody, workOf } from './overview.ts';
import type { Answer, Command } from './command.ts';

export const summaryCommand: Command = {
  name: 'summary',
  asks: true,
  words: commandWords.summary,
  argument: 'none',
  run: (_, request) => officeSummary(request),
};

export const statusCommand: Command = {
  name: 'status',
  asks: true,
  words: commandWords.status,
  argument: 'optional',
  accepts: (argument, request, apart) =>
    namesActivity(pageOf(argument).rest, request) || (apart && mayNameSomebody(argument, request)),
  async run(argument, request) {
    const { chat } = request.context;
    if (argument === '') {
      if (permits(request, 'summary')) return officeSummary(request);
      return chat.type === 'user' ? mineCommand.run('', request) : say(request.texts.chat.inPrivate);
    }
    const person = mayNameSomebody(argument, request) ? await workOf(argument, request) : null;
    if (person) return person;
    const asked = pageOf(argument);
    const found = activityOf(asked.rest, request);
    // a name nobody has, and no activity either
    const { status: typed } = request.texts.words.command;
    if (mightDo(request, 'summary')) {
      const isUnit = NAMES_UNIT.test(asked.rest);
      const unit =
        isUnit && !found.ok
          ? await partOrChoice(asked.rest, typed, request)
          : isUnit || !found.ok
            ? await partNamed(asked.rest, typed, request)
            : null;
      if (unit) return unit.ok ? showUnit(unit.part, request) : unit.answer;
    }
    const isPerson = !found.ok && found.reason === 'unknown' && mayNameSomebody(asked.rest, request);
    if (isPerson && (await isNearSomebody(asked.rest, request))) return askWhoseInstead(asked.rest, request);
    return found.ok ? showStatus(found.activity.code, request) : notFound(found, asked, typed, request);
  },
};

export async function officeSummary(request: RequestContext): Promise<Answer> {
  const { context } = request;
  const rows = await planRows(request);
  const states = await context.states();
  const unreported = states.filter((one) => one.leaf && one.state.reportedAt === null).length;
  const card: Card = {
    kind: 'office-summary',
    office: context.office.name,
    planTitle: context.plan.title,
    asOf: context.now,
    counts: countByStatus(rows.map((row) => row.status)),
    total: rows.length,
    overdue: rows.filter((row) => row.overdue).length,
    unreported,
    ...moneyOf(states, null),
    rows: rows
      .filter((row) => !isFinished(row.status))
      .toSorted(byUrgency)
      .slice(0, 5),
  };
  return show({ type: 'card', card });
}

/** The state of one leaf, or of a branch with its leaves. */
export async function showStatus(code: string, request: RequestContext): Promise<Answer> {
  const { context } = request;
  const states = await context.states();
  const one = states.find((activity) => activity.code === code);
  if (!one) return say(request.texts.chat.noSuchActivity(code));
  if (!one.leaf) return branch(code, request);
  return {
    ...show({ type: 'card', card: await statusCard(code, request), about: code }),
    outcome: { kind: 'shows', activity: code },
  };
}

/** What the plan gives to a unit, as a branch is shown. */
async function showUnit(part: PlanPart, request: RequestContext): Promise<Answer> {
  const rows = (await planRows(request)).filter(({ code }) => part.leaves.has(code));
  const states = await request.context.states();
  return show({
    type: 'card',
    card: {
      kind: 'branch-status',
      label: null,
      name: part.name,
      command: request.texts.words.command.status(part.typed),
      counts: countByStatus(rows.map((row) => row.status)),
      ...moneyOf(states, null, (leaf) => part.leaves.has(leaf)),
      rows,
    },
  });
}

async function branch(code: string, request: RequestContext): Promise<Answer> {
  const { plan } = request.context;
  const activity = plan.activities.find((one) => one.code === code)!;
  const leaves = new Set(leavesOf(plan, code).map((leaf) => leaf.code));
  const rows = (await planRows(request)).filter((row) => leaves.has(row.code));
  const [only] = rows;
  // a branch of one leaf is that leaf, as people say it
  if (rows.length === 1 && only) return showStatus(only.code, request);
  const card: Card = {
    kind: 'branch-status',
    label: activity.label,
    name: activity.name,
    command: request.texts.words.command.status(activity.code),
    counts: countByStatus(rows.map((row) => row.status)),
    ...moneyOf(await request.context.states(), code),
    rows,
  };
  return show({ type: 'card', card });
}

/** @param code a branch, null for the whole plan. */
function moneyOf(
  states: readonly ActivityWithState[],
  code: string | null,
  counts?: (leaf: string) => boolean,
): Pick<Money, 'budget' | 'spent'> {
  const spent = new Map(states.map((one) => [one.code, one.state.spent]));
  const money = moneyByNode(states, (leaf) => spent.get(leaf) ?? null, counts).get(code);
  return { budget: money?.budget ?? 0, spent: money?.spent ?? 0 };
}
