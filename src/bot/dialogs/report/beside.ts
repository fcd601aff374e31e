/** Words at an open question that are no answer to it: each is answered as what it is, and the question asked again; the answers of amend.ts ask it first. */
import { type FieldName, type Fields, isTextField } from '../../../domain/activity.ts';
import type { AskField, Draft } from '../../../domain/draft.ts';
import { findActivity } from '../../../domain/plan.ts';
import { baht, quantity, shortDate } from '../../../text/format.ts';
import { besideAnswer, type BesideAnswer } from '../../../text/beside-answers.ts';
import { plain } from '../../commands/command.ts';
import { smallTalkOf, smallTalkWords } from '../../small-talk.ts';
import type { RequestContext } from '../../request-context.ts';
import { moveOn, notForMe, type StepResult, stay } from './machine.ts';

/** @returns null where the words may be the answer. */
export async function besideQuestion(
  draft: Draft,
  field: AskField,
  text: string,
  isAnswer: boolean,
  request: RequestContext,
): Promise<StepResult | null> {
  const typed = plain(text);
  const chat = smallTalkOf(typed);
  // asked again: thanks are no result
  if (chat && chat !== 'complaint' && !(chat === 'later' && isAnswer))
    return stay(draft, smallTalkWords(chat, request));
  const beside = besideAnswer(typed);
  if (beside === null) return null;
  switch (beside) {
    case 'takes-back':
      return notForMe(draft);
    case 'same':
      return isAnswer && !isTextField(field)
        ? null
        : stay(moveOn(draft), await keptWords(draft, field, request));
    case 'put-off':
      return isAnswer && !isTextField(field) ? null : stay(draft, smallTalkWords('later', request));
    default: {
      const words = await answerBeside(beside, draft, field, request);
      return stay(draft, words);
    }
  }
}

type Asked = Exclude<BesideAnswer, 'takes-back' | 'same' | 'put-off'>;

/** What a question back is answered with. @param field that is asked; null on the open card. */
export async function answerBeside(
  beside: Asked,
  draft: Draft,
  field: AskField | null,
  request: RequestContext,
): Promise<string> {
  const { beside: words, files } = request.texts.chat;
  switch (beside) {
    case 'needed':
      return field === null ? words.needlessOnCard : words.needless;
    case 'stood':
      return standing(draft, field, request);
    case 'sums':
      return sums(draft, request);
    case 'photo':
      return files.howToAdd;
    case 'stored':
      return words.notStored;
    case 'how':
    case 'asks':
      return field === null ? words.asksOnCard : words.how[field];
  }
}

/** Rows that have one value each, to be told apart. */
const TOLD_BEFORE = ['status', 'percent', 'actual', 'spent', 'date'] as const;

async function standing(draft: Draft, field: AskField | null, request: RequestContext): Promise<string> {
  const { texts, context } = request;
  if (draft.activity === null) return texts.chat.beside.nothingStood;
  const before = draft.correction?.before ?? (await context.state(draft.activity));
  const names: readonly FieldName[] = field === null || field === 'evidence' ? TOLD_BEFORE : [field];
  const told = names.flatMap((name) => {
    const value = fieldInWords(name, before, request);
    return value === null ? [] : [`${texts.words.field[name]} ${value}`];
  });
  return told.length === 0 ? texts.chat.beside.nothingStood : texts.chat.beside.stood(told.join(' · '));
}

/** Left as it is: what that is. */
async function keptWords(draft: Draft, field: AskField, request: RequestContext): Promise<string> {
  const { texts, context } = request;
  if (field === 'evidence' || draft.activity === null) return texts.chat.draft.passed;
  const state = await context.state(draft.activity);
  const value = fieldInWords(field, draft.fields, request) ?? fieldInWords(field, state, request);
  return value === null
    ? texts.chat.draft.passed
    : texts.chat.beside.kept(`${texts.words.field[field]} ${value}`);
}

/** @returns a field's value in a few words; null where nothing was said of it. */
export function fieldInWords(name: FieldName, of: Fields, { texts, context }: RequestContext): string | null {
  const { words } = texts;
  const { language } = context;
  if (isTextField(name)) return of[name] === '' ? words.none : of[name] && `“${of[name]}”`;
  switch (name) {
    case 'status':
      return of.status && words.status[of.status];
    case 'percent':
      return of.percent === null ? null : `${of.percent}%`;
    case 'actual':
      return of.actual && quantity(of.actual.value, of.actual.unit);
    case 'spent':
      return of.spent === null ? null : baht(of.spent, language);
    case 'date':
      return of.date && shortDate(of.date, language);
  }
}

/** The activity's budget, what was reported as spent, and what is left. */
async function sums(draft: Draft, request: RequestContext): Promise<string> {
  const { texts, context } = request;
  const { beside } = texts.chat;
  if (draft.activity === null) return beside.nothingStood;
  const { language } = context;
  const budget = findActivity(context.plan, draft.activity)?.budget ?? null;
  const { spent } = await context.state(draft.activity);
  const left = budget !== null && spent !== null ? budget - spent : null;
  return beside.sums(
    budget === null ? null : baht(budget, language),
    spent === null ? null : baht(spent, language),
    left === null ? null : baht(left, language),
  );
}
