/** What a tap on a card's button comes to; a button of an overtaken card is answered and changes nothing. */
import { savedFrom, storedFrom } from '../services/reports.ts';
import { moment } from '../text/format.ts';
import { commands } from './commands/index.ts';
import { answerConfirmation } from './confirmation-answers.ts';
import { type Answer, matchCommand } from './commands/command.ts';
import { fromForm } from './dialogs/report/begin-form.ts';
import { drive, open, showAgain } from './dialogs/report/drive.ts';
import type { Input } from './dialogs/report/machine.ts';
import { say, show } from './bot-result.ts';
import { type Concluded, conclude } from './outcome.ts';
import { withDrafts } from './resume-drafts.ts';
import { answerReminder } from './reminder-actions.ts';
import { askUndo } from './taking-back.ts';
import { runCommand } from './run-command.ts';
import { decodeTap } from './tap.ts';
import { isSameActivity, refOfCode, type RequestContext } from './request-context.ts';
import type { Tap } from './types.ts';

export function answerTap(
  data: string,
  params: { date?: string },
  request: RequestContext,
): Promise<Concluded> {
  return withDrafts(request, async (current) => {
    const tap = decodeTap(data);
    if (tap?.do === 'confirm') return answerConfirmation(tap.ask, tap.value, current);
    const answer = tap ? await effect(tap, params, current) : say(current.texts.chat.draft.gone);
    return conclude(answer, current);
  });
}

async function effect(
  tap: Exclude<Tap, { do: 'confirm' }>,
  params: { date?: string },
  request: RequestContext,
): Promise<Answer> {
  switch (tap.do) {
    case 'save':
    case 'cancel':
    case 'back':
    case 'skip':
      return onDraft(tap, { kind: 'control', do: tap.do }, request);
    case 'edit':
      return onDraft(tap, { kind: 'edit', field: tap.field }, request);
    case 'details':
      return (await storedTogether(tap.draft, request)) ?? onDraft(tap, { kind: 'details' }, request);
    case 'item':
      return onDraft(tap, { kind: 'item', at: tap.at }, request);
    case 'drop':
      return onDraft(tap, { kind: 'drop', field: tap.field }, request);
    case 'answer':
      return onDraft(tap, { kind: 'answer', value: params.date ?? tap.value }, request);
    case 'undo':
      return askUndo([tap.update], request);
    case 'report': {
      if (!isSameActivity(tap, request)) return say(request.texts.chat.planChanged);
      const begun = await fromForm(tap.code, tap.status ?? null, request);
      if (!begun.ok) return say(begun.why);
      return open(begun.draft, begun.note, request);
    }
    case 'reminded':
      return answerReminder(tap, request);
    case 'accept-notice':
      return say(request.texts.chat.accepted);
    // decided before anything of an office is looked at
    case 'office':
      return say(request.texts.chat.draft.gone);
    case 'say': {
      const found = matchCommand(tap.text, commands, request);
      return found ? runCommand(found, request) : say(request.texts.chat.draft.gone);
    }
  }
}

async function onDraft(
  tap: Extract<Tap, { draft: string }>,
  input: Input,
  request: RequestContext,
): Promise<Answer> {
  const { drafts } = request.context.conversation;
  const draft = drafts.find((one) => one.id === tap.draft);
  if (!draft) return gone(tap.draft, request);
  if (draft.rev !== tap.rev) return showAgain(draft, request.texts.chat.draft.stale, request);
  return (await drive(draft, input, request)) ?? say(request.texts.chat.draft.gone);
}

/** @returns all that this person stored together, to take single reports back; null while it is still a draft. */
async function storedTogether(id: string, request: RequestContext): Promise<Answer | null> {
  const { context } = request;
  if (context.conversation.drafts.some((one) => one.id === id)) return null;
  const updates = (await storedFrom(context, id)).filter(
    ({ by, voided, plan }) => by.member === context.member.id && !voided && plan === context.plan.id,
  );
  const [first, second] = updates;
  if (!first || !second) return null;
  const items = updates.map((one) => ({
    update: one.id,
    activity: refOfCode(request, one.activity),
    fields: one.said,
  }));
  return show({
    type: 'card',
    card: { kind: 'receipts', draft: id, items, at: first.at, late: false, full: true },
  });
}

/** The draft is no more: saved, then it says when; cancelled or forgotten, then that nothing was stored. */
async function gone(id: string, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  const saved = await savedFrom(request.context, id);
  if (!saved) return say(chat.draft.gone);
  return say(
    chat.draft.alreadySaved(
      refOfCode(request, saved.activity).label,
      moment(saved.at, request.context.language),
    ),
  );
}
