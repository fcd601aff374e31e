/** One handler for each step of the report dialog; the compiler names a step that has none. */
import { findActivity, leavesOf } from '../../../domain/plan.ts';
import { applyFields } from '../../../domain/update.ts';
import { FIELD_NAMES, type Fields, NO_FIELDS } from '../../../domain/activity.ts';
import type { Draft, Step } from '../../../domain/draft.ts';
import { mayReport } from '../../../services/reports.ts';
import { findByWords } from '../../find-activity.ts';
import type { Turn } from '../../turn.ts';
import { understand } from '../../understand/index.ts';
import {
  closed,
  go,
  type Input,
  moveBack,
  moveOn,
  moveTo,
  type Outcome,
  stay,
  type StepHandler,
} from './machine.ts';
import { questions } from './questions.ts';
import { saveDraft, saveItems } from './save.ts';

export const steps: { readonly [At in Step['at']]: StepHandler<At> } = {
  async choose(draft, input, turn) {
    const { chat } = turn.texts;
    switch (input.kind) {
      case 'control':
        return control(draft, input.do, turn, chat.draft.cannotSkip);
      case 'answer':
        if (input.value.startsWith('page:')) {
          const page = Number(input.value.slice(5)) || 1;
          return go({ ...draft, rev: draft.rev + 1, step: { ...draft.step, page } });
        }
        return chosen(draft, input.value, turn);
      case 'text': {
        const found = findByWords(turn, input.text);
        if (found.ok) return chosen(draft, found.activity.code, turn);
        // a whole sentence rather than a name: let it be understood as a report of its own
        if (found.reason === 'unknown' && input.text.length > 40) return { ...stay(draft), notForMe: true };
        if (found.reason === 'several') {
          const candidates = found.candidates.filter((code) => mayReport(turn.context, code));
          if (candidates.length > 0) {
            return go(
              { ...draft, rev: draft.rev + 1, step: { at: 'choose', candidates, page: 1 } },
              chat.which,
            );
          }
        }
        return stay(draft, chat.noSuchActivity(input.text.slice(0, 60)));
      }
      case 'edit':
        return stay(draft, chat.draft.chooseFirst);
      case 'evidence':
        return stay({ ...draft, evidence: [...draft.evidence, input.id] });
    }
  },

  async ask(draft, input, turn) {
    const { field } = draft.step;
    switch (input.kind) {
      case 'control':
        if (input.do === 'skip') return go(moveOn(draft));
        return control(draft, input.do, turn);
      case 'edit':
        return edit(draft, input.field);
      case 'evidence': {
        const kept = { ...draft, evidence: [...draft.evidence, input.id] };
        // several photos often come at once: the question stays until it is skipped or answered otherwise
        return field === 'evidence'
          ? go(moveOn(kept), turn.texts.chat.photoAdded)
          : stay(kept, turn.texts.chat.photoAdded);
      }
      case 'text':
      case 'answer': {
        const activity = draft.activity ? findActivity(turn.context.plan, draft.activity) : null;
        const words = input.kind === 'text' ? input.text : input.value;
        const read = questions[field].read(words, turn, activity);
        if (!read.ok) return stay(draft, read.why);
        const fields = { ...draft.fields, ...read.set };
        const { [field as keyof Fields]: _, ...because } = draft.because;
        return go(moveOn({ ...draft, fields, because, ...heard(draft, messageOf(input), read.set) }));
      }
    }
  },

  async review(draft, input, turn) {
    switch (input.kind) {
      case 'control':
        if (input.do === 'save') return saveDraft(draft, turn);
        if (input.do === 'skip') return stay(draft);
        return control(draft, input.do, turn);
      case 'edit':
        return edit(draft, input.field);
      case 'evidence':
        return go(
          { ...draft, rev: draft.rev + 1, evidence: [...draft.evidence, input.id] },
          turn.texts.chat.photoAdded,
        );
      case 'answer':
        return stay(draft, turn.texts.chat.draft.stale);
      case 'text':
        return amend(draft, input, turn);
    }
  },

  async 'review-many'(draft, input, turn) {
    if (input.kind === 'control' && input.do === 'save') return saveItems(draft, turn);
    if (input.kind === 'control') return control(draft, input.do, turn);
    if (input.kind === 'evidence') return stay({ ...draft, evidence: [...draft.evidence, input.id] });
    if (input.kind === 'text') return { ...stay(draft), notForMe: true };
    return stay(draft);
  },
};

/** Remembers which message a field's words came from, so that unsending it takes those words and no others. */
function heard(
  draft: Draft,
  message: string | null,
  said: Partial<Fields>,
): Pick<Draft, 'message' | 'sources'> {
  const fields = FIELD_NAMES.filter((field) => (said[field] ?? null) !== null);
  const kept = (draft.sources ?? []).filter((one) => !fields.includes(one.field));
  const added = message ? fields.map((field) => ({ field, message })) : [];
  return { message: draft.message ?? message, sources: [...kept, ...added] };
}

function messageOf(input: Input): string | null {
  return input.kind === 'text' ? input.message : null;
}

function control(
  draft: Draft,
  what: 'save' | 'cancel' | 'back' | 'skip',
  { texts }: Turn,
  noSkip?: string,
): Outcome {
  const { chat } = texts;
  switch (what) {
    case 'cancel':
      return closed([{ type: 'text', text: chat.draft.cancelled }]);
    case 'back': {
      const back = moveBack(draft);
      return back ? go(back) : stay(draft, chat.draft.firstStep);
    }
    case 'skip':
      return stay(draft, noSkip);
    case 'save':
      // in the middle of the form: what is there so far goes to the card, and is stored from it
      if (!draft.activity) return stay(draft, chat.draft.chooseFirst);
      return go(moveTo({ ...draft, queue: [] }, { at: 'review' }));
  }
}

function edit(draft: Draft, field: Extract<Input, { kind: 'edit' }>['field']): Outcome {
  if (field === 'activity') return go(moveTo(draft, { at: 'choose', candidates: [], page: 1 }));
  return go(moveTo({ ...draft, queue: [] }, { at: 'ask', field }));
}

async function chosen(draft: Draft & { step: { at: 'choose' } }, code: string, turn: Turn): Promise<Outcome> {
  const { chat } = turn.texts;
  const activity = findActivity(turn.context.plan, code);
  if (!activity) return stay(draft, chat.noSuchActivity(code.slice(0, 60)));
  if (!activity.leaf) {
    const candidates = leavesOf(turn.context.plan, code).flatMap((leaf) =>
      mayReport(turn.context, leaf.code) ? leaf.code : [],
    );
    const [only] = candidates;
    if (candidates.length === 1 && only) return chosen(draft, only, turn);
    if (candidates.length === 0) return stay(draft, chat.notYours(activity.label));
    const step: Step = { at: 'choose', candidates, page: 1 };
    return go({ ...draft, rev: draft.rev + 1, step }, chat.branchNeedsLeaf(activity.label));
  }
  if (!mayReport(turn.context, code)) return stay(draft, chat.notYours(activity.label));
  const state = await turn.context.state(code);
  return go(moveOn({ ...draft, activity: code, baseSeq: state.seq }));
}

/** Words typed while the card is open change it: "งบ 25,000" corrects the sum, a photo's caption becomes nothing. */
async function amend(draft: Draft, input: Extract<Input, { kind: 'text' }>, turn: Turn): Promise<Outcome> {
  const read = understand(input.text, {
    plan: turn.context.plan,
    today: turn.context.today,
    quoted: draft.activity,
    aliases: turn.context.member.aliases,
  });
  const about = read.activity === null || read.activity === draft.activity;
  const values = FIELD_NAMES.some((name) => read.fields[name] !== null);
  const fits = (read.intent === 'report' || read.intent === 'undo') && about && values && !read.multiple;
  if (!fits) return { ...stay(draft), notForMe: true };
  const fields = applyFields({ ...NO_FIELDS, ...draft.fields }, read.fields);
  const queue = read.unsure.flatMap((field) => (field === 'activity' ? [] : field));
  return go(moveOn({ ...draft, fields, queue, ...heard(draft, input.message, read.fields) }));
}
