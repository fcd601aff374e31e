/** What a person is told who writes for the first time since another plan is used: which one, what became of a report they had begun, and that a code means another work now; resume-drafts calls it. */
import type { Plan } from '../domain/activity.ts';
import type { Draft } from '../domain/draft.ts';
import { findActivity } from '../domain/plan.ts';
import { loadPlan } from '../services/loaders.ts';
import { otherWork } from '../services/plan-switch.ts';
import { shorten } from '../text/format.ts';
import type { RequestContext } from './request-context.ts';

/** Letters of an activity's name that tell it apart. */
const NAME_LETTERS = 60;

/** @returns the plan that was used when this person last wrote; null where it is the one used now, or is not known. */
export async function planBefore({ context }: RequestContext): Promise<Plan | null> {
  const { conversation, plan, database, office } = context;
  const [draft] = conversation.drafts.filter((one) => one.plan !== plan.id);
  const before = conversation.leftPlan ?? draft?.plan ?? plan.id;
  return before === plan.id ? null : loadPlan(database, office.id, before);
}

/** @param closed drafts of another plan than the one used now. @param before as planBefore gives it. */
export function toldOfChange(
  closed: readonly Draft[],
  before: Plan | null,
  { context, texts }: RequestContext,
): string[] {
  const { title, fiscalYear } = context.plan;
  const { draft: words } = texts.chat;
  if (closed.length === 0) return before ? [words.planNow(title, fiscalYear)] : [];
  const codes = closed.flatMap(({ items, activity }) => [
    ...items.map((one) => one.activity),
    activity ?? '',
  ]);
  const labels = codes.flatMap((code) => {
    const found = before && findActivity(before, code);
    return found ? [`${found.label} ${shorten(found.name, NAME_LETTERS)}`] : [];
  });
  const shown = context.chat.type === 'user' && labels.length > 0 ? labels.join(', ') : null;
  return [words.otherPlan(title, fiscalYear, shown)];
}

/** @param begun what the answer opened. @returns for each code that meant another work in the plan before, that it did. */
export function toldOfCodes(
  begun: readonly Draft[],
  before: Plan | null,
  { context: { plan }, texts }: RequestContext,
): string[] {
  if (!before) return [];
  const codes = begun.flatMap(({ items, activity }) => [...items.map((one) => one.activity), activity ?? '']);
  return [...new Set(codes)].flatMap((code) => {
    const [was, is] = [otherWork(before, plan, code), findActivity(plan, code)];
    if (!was || !is) return [];
    const [old, now] = [was, is].map(({ name }) => shorten(name, NAME_LETTERS));
    return [texts.chat.draft.otherWork(is.label, old!, now!)];
  });
}
