/** The card of the step a draft stands at: the question, the choice, or everything for review. */
import { type FieldName, FIELD_NAMES, NO_FIELDS } from '../../../domain/activity.ts';
import type { Draft, Step } from '../../../domain/draft.ts';
import { findActivity } from '../../../domain/plan.ts';
import { isFinished } from '../../../domain/status.ts';
import { shortDate, shortenUnits } from '../../../text/format.ts';
import { planRows } from '../../activity-rows.ts';
import { withExpected } from '../../expected-day.ts';
import { refOf, refOfCode, type RequestContext } from '../../request-context.ts';
import type { Action, ActivityRow, Message } from '../../types.ts';
import { PAGE_VALUE } from '../../commands/arguments.ts';
import { clearedBy } from './fill.ts';
import { shownChoices, understoodSoFar } from './choices.ts';
import { questions } from './questions.ts';
import { figureLines, totalOptions, totalTold } from './total-question.ts';

type Choice = Extract<Step, { at: 'choose' }>;

export async function showDraft(draft: Draft, request: RequestContext): Promise<Message> {
  switch (draft.step.at) {
    case 'choose':
      return choice(draft, draft.step, request);
    case 'ask':
      return question(draft, draft.step.field, request);
    case 'review':
      return review(draft, draft.step.full === true, request);
    case 'review-many':
      return {
        type: 'card',
        card: {
          kind: 'drafts',
          draft: draft.id,
          rev: draft.rev,
          full: draft.step.full ?? false,
          items: draft.items.map((item) => ({
            activity: withExpected(refOfCode(request, item.activity), item.fields, request.context.today),
            fields: item.fields,
          })),
        },
        quick: draft.step.full ? [] : [control(draft, request, 'cancel')],
      };
  }
}

function control(draft: Draft, { texts }: RequestContext, what: 'back' | 'skip' | 'cancel'): Action {
  const label = texts.words.button[what];
  return { type: 'tap', label, say: label, tap: { do: what, draft: draft.id, rev: draft.rev } };
}

function changeActivity(draft: Draft, { texts }: RequestContext): Action {
  const label = texts.words.button.changeActivity;
  const tap = { do: 'edit', draft: draft.id, rev: draft.rev, field: 'activity' } as const;
  return { type: 'tap', label, say: label, tap };
}

/** The same report on the page, with every field and several photos at once. */
function onPage(label: string, { texts: { words } }: RequestContext): Action {
  const text = words.command.onPage(label);
  return { type: 'tap', label: words.button.onPage, say: text, tap: { do: 'say', text } };
}

async function choice(draft: Draft, step: Choice, request: RequestContext): Promise<Message> {
  const { words } = request.texts;
  const { rows: shown, page, pages, total } = await shownChoices({ ...draft, step }, request);
  const full = step.full ?? false;
  const states = new Map((await planRows(request)).map((row) => [row.code, row]));
  const answer = (label: string, say: string, value: string): Action => ({
    type: 'tap',
    label,
    say,
    tap: { do: 'answer', draft: draft.id, rev: draft.rev, value },
  });
  const options = shown.map((code): Action => {
    const { label, name } = refOfCode(request, code);
    const row = states.get(code);
    return {
      ...answer(shortenUnits(label, 20), shortenUnits(`${label} ${name}`, 250), code),
      ...(row && { note: dueOf(row, request) }),
    };
  });
  const more = !full ? total > shown.length : page < pages;
  const turns = [
    ...(page > 1 ? [answer(words.button.earlier, words.button.earlier, `${PAGE_VALUE}${page - 1}`)] : []),
    ...(more ? [answer(words.button.more, words.button.more, `${PAGE_VALUE}${full ? page + 1 : page}`)] : []),
  ];
  const steps = [...turns, ...(draft.trail.length > 0 ? [control(draft, request, 'back')] : [])];
  return {
    type: 'card',
    card: {
      kind: 'question',
      full,
      ask: 'activity',
      activity: null,
      step: null,
      hint: null,
      options,
      understood: understoodSoFar(draft, request),
      // three fit; what has no room can be typed, giving up always has
      controls: [...steps.slice(0, 2), control(draft, request, 'cancel')],
    },
  };
}

/** When it is due, and whether that is over; what is finished says so. */
function dueOf(
  row: ActivityRow,
  { texts: { cards, words }, context }: RequestContext,
): NonNullable<Extract<Action, { type: 'tap' }>['note']> {
  if (isFinished(row.status)) return { words: words.status[row.status], tone: 'plain' };
  const day = shortDate(row.due, context.language);
  return row.overdue
    ? { words: `! ${cards.overdueSince(day)}`, tone: 'overdue' }
    : { words: cards.due(day), tone: 'plain' };
}

function question(draft: Draft, field: FieldName | 'evidence', request: RequestContext): Message {
  const activity = draft.activity ? findActivity(request.context.plan, draft.activity) : null;
  const total = totalTold(draft, request);
  const options = total ? totalOptions(draft, request) : questions[field].options(request, draft, activity);
  const asked = draft.trail.filter(({ step }) => step.at === 'ask').length + 1;
  // an edit from the card is a question beside the form, not one more of it
  const edits = draft.trail.some(({ step }) => step.at === 'review');
  const guided = !edits && (draft.queue.length > 0 || asked > 1);
  const controls = [
    ...(draft.trail.length > 0 ? [control(draft, request, 'back')] : []),
    control(draft, request, 'skip'),
    control(draft, request, 'cancel'),
  ];
  return {
    type: 'card',
    card: {
      kind: 'question',
      ask: total ? 'total' : field === 'obstacle' && draft.troubled ? 'trouble' : field,
      activity: activity && refOf(activity),
      step: guided && draft.through === 'form' ? { at: asked, of: asked + draft.queue.length } : null,
      hint: total ? null : hint(field, activity),
      options,
      ...(total && { understood: total }),
      controls,
    },
    about: draft.activity,
  };
}

function hint(field: FieldName | 'evidence', activity: ReturnType<typeof findActivity>) {
  if (!activity) return null;
  const { indicator, unit, target, budget } = activity;
  if (field === 'actual') return { indicator, unit, target, budget: null };
  return field === 'spent' ? { indicator: null, unit: null, target: null, budget } : null;
}

function review(draft: Draft, full: boolean, request: RequestContext): Message {
  const activity = draft.activity ? findActivity(request.context.plan, draft.activity) : null;
  const ref = activity ? refOfCode(request, activity.code) : { code: '', label: '', name: '' };
  const shown = withExpected(ref, draft.fields, request.context.today);
  const { spent } = draft.fields;
  const overBudget =
    activity?.budget !== null && activity !== null && spent !== null && spent > (activity.budget ?? 0);
  return {
    type: 'card',
    card: {
      kind: 'draft',
      draft: draft.id,
      rev: draft.rev,
      activity: { ...shown, budget: activity?.budget ?? null },
      fields: { ...NO_FIELDS, ...draft.fields },
      before: draft.correction?.before ?? null,
      evidence: draft.evidence.length,
      because: Object.fromEntries(
        FIELD_NAMES.flatMap((name) => (draft.because[name] ? [[name, draft.because[name]]] : [])),
      ),
      cleared: clearedBy(draft),
      figures: figureLines(draft, request),
      correction: draft.correction !== null,
      full,
      proposed: draft.proposed ?? false,
      // a correction shows old and new instead
      resultFromMessage: draft.through === 'chat' && !draft.correction && Boolean(draft.fields.result),
      overBudget,
    },
    // what the card has no button for
    quick: [
      ...(draft.correction || request.context.chat.type !== 'user' ? [] : [onPage(ref.label, request)]),
      ...(draft.correction || draft.proposed || full ? [] : [changeActivity(draft, request)]),
      ...(full ? [] : [control(draft, request, 'cancel')]),
    ],
    about: draft.activity,
  };
}
