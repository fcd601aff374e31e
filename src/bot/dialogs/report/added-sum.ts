/** "ใช้เพิ่ม 600": a sum that comes on top of what was spent before; cards show both and their total, to be agreed to. */
import type { Draft } from '../../../domain/draft.ts';
import { MAX_SATANG, type Satang } from '../../../domain/money.ts';
import { arabicDigits, money } from '../../../text/format.ts';
import { ADDS_TO_SPENT, SAYS_TOTAL } from '../../../text/told.ts';
import { readAmount } from '../../../understand/answers.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Begun } from './begin.ts';
import { heard } from './fill.ts';
import { moveOn, type StepResult, stay } from './machine.ts';

/** @returns satang; null where no sum is added, or the total is told as well. */
function addedIn(text: string): Satang | null {
  const typed = arabicDigits(text);
  const [, sum] = ADDS_TO_SPENT.exec(typed) ?? [];
  if (sum === undefined || SAYS_TOTAL.test(typed)) return null;
  const added = readAmount(sum);
  return added !== null && added > 0 && added <= MAX_SATANG ? added : null;
}

/** @returns the draft with the total in the place of the sum, and the sentence that shows how it came; null for other words, and where no sum is known to add to. */
async function withAdded(
  draft: Draft,
  text: string,
  message: string | null,
  request: RequestContext,
): Promise<{ draft: Draft; note: string } | null> {
  const added = draft.activity === null ? null : addedIn(text);
  if (added === null || draft.activity === null) return null;
  const stored = draft.correction?.before.spent ?? (await request.context.state(draft.activity)).spent;
  const before = draft.fields.spent ?? stored;
  if (before === null || before + added > MAX_SATANG) return null;
  const spent = before + added;
  const because = { ...draft.because, spent: text.trim() };
  const next = { ...draft, fields: { ...draft.fields, spent }, because, ...heard(draft, message, { spent }) };
  const note = request.texts.chat.beside.added(money(before), money(added), money(spent));
  return { draft: next, note };
}

function asks({ step }: Draft): boolean {
  return step.at === 'ask' && step.field === 'spent';
}

/** At the question of the sum, or on the open card. */
export async function addSum(
  draft: Draft,
  text: string,
  message: string | null,
  request: RequestContext,
): Promise<StepResult | null> {
  const added = await withAdded(draft, text, message, request);
  if (!added) return null;
  const queue = draft.queue.filter((field) => field !== 'spent');
  // asked something else: that is still to be answered
  const stays = draft.step.at === 'ask' && !asks(draft);
  const next = { ...added.draft, queue };
  return stay(stays ? { ...next, rev: draft.rev + 1 } : moveOn(next), added.note);
}

/** The same where a report begins with it. */
export async function withAddedSum(begun: Begun, text: string, request: RequestContext): Promise<Begun> {
  if (!begun.ok || begun.draft.items.length > 0 || !asks(begun.draft)) return begun;
  const added = await withAdded(begun.draft, text, null, request);
  if (!added) return begun;
  const { sources: _, ...draft } = moveOn(added.draft);
  return { ...begun, draft: { ...draft, rev: 0, trail: [] }, note: added.note };
}
