/** What becomes of unfinished reports that were left behind: closed with the plan they belong to or after a month, asked about once their activity is gone, offered once a day before that. */
import { type Draft, isOver, wantsOffer } from '../domain/draft.ts';
import { findActivity } from '../domain/plan.ts';
import { moment } from '../text/format.ts';
import { labelOf } from './dialogs/report/drive.ts';
import type { Concluded } from './outcome.ts';
import { planBefore, toldOfChange, toldOfCodes } from './plan-changed.ts';
import type { RequestContext } from './request-context.ts';
import type { Action, Message } from './types.ts';

/** Answers with the drafts that still count, says which were closed, and points at one that waits. */
export async function withDrafts(
  request: RequestContext,
  then: (request: RequestContext) => Promise<Concluded>,
): Promise<Concluded> {
  const { conversation, now, plan } = request.context;
  const ofPlan = conversation.drafts.filter((one) => one.plan === plan.id);
  const current = ofPlan.filter((one) => !isOver(one, now));
  const { drafts, notes } = withoutGone(current, request);
  const isAsBefore = conversation.leftPlan === null && current.length === conversation.drafts.length;
  if (isAsBefore && notes.length === 0) return offered(await then(request), request);
  const { draft: words } = request.texts.chat;
  const over = ofPlan.filter((one) => isOver(one, now));
  const closed = conversation.drafts.filter((one) => one.plan !== plan.id);
  const before = await planBefore(request);
  const told = [
    ...toldOfChange(closed, before, request),
    ...(over.length > 0 ? [words.over(labelsFor(over, request))] : []),
    ...notes,
  ];
  const changed: RequestContext = {
    ...request,
    context: { ...request.context, conversation: { ...conversation, drafts } },
  };
  const answer = offered(await then(changed), changed);
  const begun = (answer.conversation.drafts ?? []).filter((one) => !drafts.includes(one));
  const all = [...told, ...toldOfCodes(begun, before, request)];
  return {
    ...answer,
    messages: [...all.map((text): Message => ({ type: 'text', text })), ...answer.messages],
    conversation: { drafts, leftPlan: null, ...answer.conversation },
  };
}

/** Drafts on activities that a new import took out of the plan, or divided: which one is meant instead is asked. */
function withoutGone(
  drafts: readonly Draft[],
  request: RequestContext,
): { drafts: Draft[]; notes: string[] } {
  const { plan, chat } = request.context;
  const { draft: words, branchNeedsLeaf } = request.texts.chat;
  const gone = new Set<string>();
  let choose = false;
  const notes: string[] = [];
  const isLeft = (code: string): boolean => findActivity(plan, code)?.leaf ?? false;
  const kept = drafts.flatMap((draft): Draft[] => {
    const items = draft.items.filter(({ activity }) => isLeft(activity));
    for (const { activity } of draft.items) if (!isLeft(activity)) gone.add(activity);
    const rev = draft.rev + 1;
    if (items.length < draft.items.length) return items.length > 0 ? [{ ...draft, rev, items }] : [];
    if (draft.activity === null || isLeft(draft.activity)) return [draft];
    const branch = findActivity(plan, draft.activity);
    if (branch && chat.type === 'user') notes.push(branchNeedsLeaf(branch.label));
    else gone.add(draft.activity);
    // a correction is of one report on one activity
    if (draft.correction) return [];
    choose = true;
    const step: Draft['step'] = { at: 'choose', candidates: branch ? [branch.code] : [], page: 1 };
    return [{ ...draft, rev, step, trail: [], activity: null, baseSeq: null }];
  });
  if (gone.size > 0)
    notes.push(words.activityGone(chat.type === 'user' ? [...gone].join(', ') : null, choose));
  return { drafts: kept, notes };
}

/** Adds to an answer that a report was left behind: never to a question, and not more than once a day. */
function offered(answer: Concluded, request: RequestContext): Concluded {
  const { context, texts } = request;
  const drafts = answer.conversation.drafts ?? context.conversation.drafts;
  const top = drafts.at(-1);
  if (
    !top ||
    !wantsOffer(top, context.now) ||
    answer.outcome?.kind === 'asks' ||
    answer.messages.length === 0
  )
    return answer;
  const { button, command } = texts.words;
  const go: Action = {
    type: 'tap',
    label: button.goOn,
    say: command.resume,
    tap: { do: 'say', text: command.resume },
  };
  const text = texts.chat.draft.waiting(labelsFor([top], request), moment(top.changedAt, context.language));
  // only the last message's quick replies are shown
  const quick = [...(answer.messages.at(-1)?.quick ?? []), go];
  return {
    ...answer,
    messages: [...answer.messages, { type: 'text', text, quick }],
    conversation: {
      ...answer.conversation,
      drafts: [...drafts.slice(0, -1), { ...top, offeredAt: context.now }],
    },
  };
}

/** In a group nobody else learns what somebody has not reported yet. */
function labelsFor(drafts: readonly Draft[], request: RequestContext): string | null {
  return request.context.chat.type === 'user' ? drafts.map((one) => labelOf(one, request)).join(', ') : null;
}
