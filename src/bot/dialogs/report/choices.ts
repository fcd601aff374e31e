/** Which activities the step that asks for one offers, and on which page; the card shows them, typed answers count them. */
import type { Step } from '../../../domain/draft.ts';
import { coveredLeaves } from '../../../domain/plan.ts';
import { mayReport } from '../../../services/reports.ts';
import { ownRows } from '../../activity-rows.ts';
import { paged } from '../../commands/arguments.ts';
import type { RequestContext } from '../../request-context.ts';

type Choice = Extract<Step, { at: 'choose' }>;

/** Rows of one page of activities to choose from. */
const PAGE_ROWS = 8;

/** @returns one page of the codes, and of how many. */
export async function pageOfChoices(step: Choice, request: RequestContext) {
  return paged(await choices(step.candidates, request), Math.max(1, step.page), PAGE_ROWS);
}

/** What the words could mean; else this person's own, urgent first; else the whole plan for a manager. */
async function choices(candidates: string[], request: RequestContext): Promise<string[]> {
  const { context } = request;
  const meant = coveredLeaves(context.plan, candidates)
    .map((leaf) => leaf.code)
    .filter((code) => mayReport(context, code));
  if (meant.length > 0) return meant.toSorted((a, b) => candidates.indexOf(a) - candidates.indexOf(b));
  const own = (await ownRows(request)).map((row) => row.code);
  if (own.length > 0) return own;
  return context.plan.activities
    .filter((one) => one.leaf && mayReport(context, one.code))
    .map((one) => one.code);
}
