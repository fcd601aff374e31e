/** The status card of one leaf as a member may see and use it; the status command shows it, nudges and assignments send it on. */
import { FIELD_NAMES, type Fields, NO_TEXTS } from '../domain/activity.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import { covers } from '../domain/plan.ts';
import { isFinished, percentOf } from '../domain/status.ts';
import { ownCodes } from '../services/away.ts';
import { ownersToAsk } from '../services/nudge.ts';
import { rowOf } from './activity-rows.ts';
import { withExpected } from './expected-day.ts';
import type { ManagerStep } from './manager-cards.ts';
import { mightDo, permits, type RequestContext } from './request-context.ts';
import type { Card } from './types.ts';

/** Figures for all, words and names for those who work on it and managers. */
export async function statusCard(
  code: string,
  request: RequestContext,
): Promise<Extract<Card, { kind: 'activity-status' }>> {
  const { context } = request;
  const one = (await context.states()).find((activity) => activity.code === code)!;
  const { state } = one;
  const manages = mightDo(request, 'nudge');
  // a manager's step is to ask, unless the work is their own
  const reports = permits(request, 'report', code) && (!manages || covers(ownCodes(context), code));
  const sees = permits(request, 'see-words', code);
  const saidOn = state.reportedAt ? dayInBangkok(state.reportedAt) : context.today;
  const said = Object.fromEntries(FIELD_NAMES.map((name) => [name, state[name]])) as unknown as Fields;
  return {
    kind: 'activity-status',
    activity: {
      ...withExpected(rowOf(one, state, context.plan.period.end, context.today), state, saidOn),
      indicator: one.indicator,
      unit: one.unit,
      target: one.target,
      ownerGroup: one.ownerGroup,
    },
    fields: { ...said, percent: percentOf(state), ...(sees ? {} : NO_TEXTS) },
    reportedBy: sees ? (state.reportedBy?.name ?? null) : null,
    reportedAt: state.reportedAt,
    evidence: sees ? state.evidence.length : 0,
    mayReport: reports,
    maySeeHistory: sees,
    manage:
      permits(request, 'nudge', code) && !isFinished(state.status) ? await managerStep(code, request) : null,
  };
}

async function managerStep(code: string, { context }: RequestContext): Promise<ManagerStep> {
  const { present, away } = await ownersToAsk(context, code);
  return { owners: [...present, ...away].map(({ name }) => name), messages: present.length };
}

/** Whose names stand in that card when it is sent on in this member's name. */
export async function findNamesOnCard(code: string, { context }: RequestContext): Promise<string[]> {
  const { reportedBy } = await context.state(code);
  return [context.member.id, ...(reportedBy?.member ? [reportedBy.member] : [])];
}
