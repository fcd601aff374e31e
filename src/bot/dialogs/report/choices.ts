/** Which activities the step that asks for one shows, and what is understood so far beside them; the card shows them, typed answers count them. */
import { TEXT_FIELDS } from '../../../domain/activity.ts';
import type { Draft, Step } from '../../../domain/draft.ts';
import { coveredLeaves } from '../../../domain/plan.ts';
import { mayReport } from '../../../services/reports.ts';
import { ownRows } from '../../activity-rows.ts';
import { paged } from '../../commands/arguments.ts';
import { baht, quantity, shortDate } from '../../../text/format.ts';
import type { RequestContext } from '../../request-context.ts';

type Choosing = Draft & { step: Extract<Step, { at: 'choose' }> };

/** Rows of one page of activities to choose from. */
const PAGE_ROWS = 8;
/** Rows beside the question, before "ดูต่อ"; what was understood takes the room of one. */
const FIRST_ROWS = 3;

/** @returns the codes that are seen, on which page, and of how many. */
export async function shownChoices(draft: Choosing, request: RequestContext) {
  const { candidates, page, full } = draft.step;
  const found = paged(await choices(candidates, request), Math.max(1, page), PAGE_ROWS);
  if (full) return found;
  const seen = understoodSoFar(draft, request) === null ? FIRST_ROWS : FIRST_ROWS - 1;
  return { ...found, rows: found.rows.slice(0, seen) };
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

/** What stands on the draft already: status, figures, texts, photos; null for nothing. */
export function understoodSoFar(
  { fields, evidence }: Pick<Draft, 'fields' | 'evidence'>,
  { texts, context }: RequestContext,
): string | null {
  const { words, cards } = texts;
  const { status, percent, spent, actual } = fields;
  const parts = [
    status && words.status[status],
    percent === null ? null : `${percent}%`,
    actual && quantity(actual.value, actual.unit),
    spent === null ? null : baht(spent, context.language),
    fields.date && shortDate(fields.date, context.language),
    ...TEXT_FIELDS.map((name) => fields[name]),
    evidence.length > 0 ? `${words.field.evidence} ${cards.photos(evidence.length)}` : null,
  ].filter((part) => part !== null && part !== '');
  return parts.length > 0 ? parts.join(' · ') : null;
}
