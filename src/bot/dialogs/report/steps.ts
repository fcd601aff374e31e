/** One handler for each step of the report dialog; the compiler names a step that has none. */
import type { AskField, Draft, Step } from '../../../domain/draft.ts';
import type { RequestContext } from '../../request-context.ts';
import { amend, answer, reply } from './amend.ts';
import { fieldInWords } from './beside.ts';
import { takeChoice, chooseByName } from './choose.ts';
import { withoutField } from './fill.ts';
import {
  closeDraft,
  type Input,
  moveBack,
  moveOn,
  moveTo,
  notForMe,
  type StepResult,
  stay,
} from './machine.ts';
import type { StepHandler } from './machine.ts';
import { amendMany, takeApart } from './many.ts';
import { askActivity } from './put-right.ts';
import { saveDraft, saveItems } from './save.ts';
import { answered, answerTotal } from './total-question.ts';
import { checkedAnswer } from './totals.ts';

export const steps: { readonly [At in Step['at']]: StepHandler<At> } = {
  async choose(draft, input, request) {
    const { chat } = request.texts;
    switch (input.kind) {
      case 'control':
        return control(draft, input.do, request, chat.draft.cannotSkip);
      case 'answer':
        return takeChoice(draft, input.value, request);
      case 'text':
        return chooseByName(draft, input, request);
      case 'edit':
      case 'drop':
      case 'item':
      case 'details':
        return stay(draft, chat.draft.chooseFirst);
      case 'evidence':
        return stay(withEvidence(draft, input.id));
    }
  },

  async ask(draft, input, request) {
    const { field } = draft.step;
    switch (input.kind) {
      case 'control':
        if (input.do === 'skip') return stay(moveOn(answered(draft)));
        if (input.do === 'save' && draft.activity) return unanswered(draft, field, request);
        return control(draft, input.do, request);
      case 'edit':
        return edit(draft, input.field, request);
      case 'drop':
        return stay(withoutField(draft, input.field));
      case 'details':
      case 'item':
        return stay(draft);
      case 'evidence': {
        const kept = withEvidence(draft, input.id);
        // asked for it: on to the next; otherwise the question is still to be answered
        return stay(field === 'evidence' ? moveOn(kept) : kept, request.texts.chat.photoAdded);
      }
      case 'text':
        return reply(draft, field, input, request);
      case 'answer':
        return (
          answerTotal(draft, input.value, null) ??
          checkedAnswer(draft, field, answer(draft, field, input.value, null, request), request)
        );
    }
  },

  async review(draft, input, request) {
    switch (input.kind) {
      case 'control':
        if (input.do === 'save') return saveDraft(draft, request);
        if (input.do === 'skip') return stay(draft);
        return control(draft, input.do, request);
      case 'edit':
        return edit(draft, input.field, request);
      case 'drop':
        return stay(withoutField(draft, input.field));
      case 'details':
        return stay({ ...draft, rev: draft.rev + 1, step: { at: 'review', full: true } });
      case 'evidence':
        return stay({ ...withEvidence(draft, input.id), rev: draft.rev + 1 }, request.texts.chat.photoAdded);
      case 'answer':
      case 'item':
        return stay(draft, request.texts.chat.draft.stale);
      case 'text':
        return amend(draft, input, request);
    }
  },

  async 'review-many'(draft, input, request) {
    if (input.kind === 'control' && input.do === 'save') return saveItems(draft, request);
    if (input.kind === 'control') return control(draft, input.do, request);
    // a photo shows one activity; which of them is asked beside this card
    if (input.kind === 'text') return amendMany(draft, input, request);
    if (input.kind === 'evidence') return notForMe(draft);
    if (input.kind === 'item') return takeApart(draft, input.at, request);
    if (input.kind !== 'details') return stay(draft);
    return stay({ ...draft, rev: draft.rev + 1, step: { at: 'review-many', full: true } });
  },
};

function withEvidence(draft: Draft, id: string): Draft {
  return { ...draft, evidence: [...draft.evidence, id] };
}

function control(
  draft: Draft,
  what: 'save' | 'cancel' | 'back' | 'skip',
  { texts }: RequestContext,
  noSkip?: string,
): StepResult {
  const { chat } = texts;
  switch (what) {
    case 'cancel':
      return closeDraft([{ type: 'text', text: chat.draft.cancelled }]);
    case 'back': {
      const back = moveBack(draft);
      return back ? stay(back) : stay(draft, chat.draft.firstStep);
    }
    case 'skip':
      return stay(draft, noSkip);
    case 'save':
      // in the middle of the form: what is there so far goes to the card, and is stored from it
      if (!draft.activity) return stay(draft, chat.draft.chooseFirst);
      return stay(moveTo({ ...draft, queue: [] }, { at: 'review' }));
  }
}

/** บันทึก where something is asked: the card comes, and says that it is as it was. */
function unanswered(draft: Draft, field: AskField, request: RequestContext): StepResult {
  const { beside } = request.texts.chat;
  const card = moveTo({ ...answered(draft), queue: [] }, { at: 'review' });
  // the guided form is left whenever one likes
  if (field === 'evidence' || draft.queue.length > 0) return stay(card);
  const name = request.texts.words.field[field];
  return stay(card, beside.unanswered(name, fieldInWords(field, draft.fields, request)));
}

async function edit(
  draft: Draft,
  field: Extract<Input, { kind: 'edit' }>['field'],
  request: RequestContext,
): Promise<StepResult> {
  if (field === 'activity') return stay(await askActivity(draft, request));
  return stay(moveTo({ ...draft, queue: [] }, { at: 'ask', field }));
}
