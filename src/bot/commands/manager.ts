/** The managers' questions: the whole office, one activity, one branch. */
import { commandWords } from '../../text/typed.ts';
import { FIELD_NAMES, type Fields, NO_TEXTS } from '../../domain/activity.ts';
import { leavesOf } from '../../domain/plan.ts';
import { type Money, moneyByNode } from '../../domain/budget.ts';
import { isFinished } from '../../domain/status.ts';
import { countByStatus } from '../../domain/tally.ts';
import type { ActivityWithState } from '../../services/context.ts';
import { say, show } from '../bot-result.ts';
import { byUrgency, planRows, rowOf } from '../activity-rows.ts';
import { mightDo, permits, refOf, type RequestContext } from '../request-context.ts';
import type { Card } from '../types.ts';
import { readStatus } from '../../understand/answers.ts';
import { activityOf, namesActivity, pageOf } from './arguments.ts';
import { notFound } from './not-found.ts';
import { mine } from './officer.ts';
import { workOf } from './overview.ts';
import type { Answer, Command } from './command.ts';

export const summary: Command = {
  name: 'summary',
  asks: true,
  words: commandWords.summary,
  argument: 'none',
  run: (_, request) => officeSummary(request),
};

export const status: Command = {
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
      return chat.type === 'user' ? mine.run('', request) : say(request.texts.chat.inPrivate);
    }
    const person = mayNameSomebody(argument, request) ? await workOf(argument, request) : null;
    if (person) return person;
    const asked = pageOf(argument);
    const found = activityOf(asked.rest, request);
    return found.ok
      ? showStatus(found.activity.code, request)
      : notFound(found, asked, request.texts.words.command.status, request);
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

/** The card of one leaf, as this member may see and use it: figures for all, words and names for those who work on it and managers. */
export async function statusCard(
  code: string,
  request: RequestContext,
): Promise<Extract<Card, { kind: 'activity-status' }>> {
  const { context } = request;
  const one = (await context.states()).find((activity) => activity.code === code)!;
  const { state } = one;
  const responsible = permits(request, 'report', code);
  const sees = permits(request, 'see-words', code);
  const said = Object.fromEntries(FIELD_NAMES.map((name) => [name, state[name]])) as unknown as Fields;
  return {
    kind: 'activity-status',
    activity: {
      ...rowOf(one, state, context.plan.period.end, context.today),
      indicator: one.indicator,
      unit: one.unit,
      target: one.target,
      ownerGroup: one.ownerGroup,
    },
    fields: sees ? said : { ...said, ...NO_TEXTS },
    reportedBy: sees ? (state.reportedBy?.name ?? null) : null,
    reportedAt: state.reportedAt,
    evidence: sees ? state.evidence.length : 0,
    mayReport: responsible,
    maySeeHistory: sees,
    mayNudge: permits(request, 'nudge', code) && !isFinished(state.status),
  };
}

/** Whose names stand in that card when it is sent on in this member's name. */
export async function namesIn(code: string, { context }: RequestContext): Promise<string[]> {
  const { reportedBy } = await context.state(code);
  return [context.member.id, ...(reportedBy?.member ? [reportedBy.member] : [])];
}

/** A manager may ask by name; figures and whole reports are no names. */
function mayNameSomebody(argument: string, request: RequestContext): boolean {
  if (!mightDo(request, 'see-person') || /[0-9]/.test(pageOf(argument).rest) || argument.length > 60)
    return false;
  // "สถานะ เสร็จแล้ว" says how far it is
  return readStatus(argument, request.context.plan) === null;
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
    activity: refOf(activity),
    counts: countByStatus(rows.map((row) => row.status)),
    ...moneyOf(await request.context.states(), code),
    rows,
  };
  return show({ type: 'card', card });
}

/** @param code a branch, null for the whole plan. */
function moneyOf(states: readonly ActivityWithState[], code: string | null): Pick<Money, 'budget' | 'spent'> {
  const spent = new Map(states.map((one) => [one.code, one.state.spent]));
  const money = moneyByNode(states, (leaf) => spent.get(leaf) ?? null).get(code);
  return { budget: money?.budget ?? 0, spent: money?.spent ?? 0 };
}
