/** The questions of the report form: for each field its likely answers and how an answer is read, typed or tapped alike. */
import {
  type Activity,
  type Fields,
  type Status,
  STATUSES,
  type TextField,
  textsOf,
} from '../../../domain/activity.ts';
import type { AskField, Doubt, Draft } from '../../../domain/draft.ts';
import { hasBudget } from '../../../domain/budget.ts';
import { addDays } from '../../../domain/fiscal-year.ts';
import { MAX_SATANG } from '../../../domain/money.ts';
import { arabicDigits, baht } from '../../../text/format.ts';
import type { Texts } from '../../../text/index.ts';
import { OVER_FIRST } from '../../../text/over.ts';
import { SPOKEN_STATUS } from '../../../text/told.ts';
import {
  COUNTS_PEOPLE,
  COUNTS_THINGS,
  OF_PEOPLE,
  PER_ONE,
  SAYS_BAHT,
  SAYS_WHICH,
} from '../../../text/typed-answers.ts';
import { POLITE, SAID_NONE } from '../../../text/typed.ts';
import { readAmount, readDay, readNumber, readTypedStatus } from '../../../understand/answers.ts';
import { plain } from '../../commands/command.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Action } from '../../types.ts';

export type FieldAnswer = { ok: true; set: Partial<Fields> } | { ok: false; why: string };

export interface FieldQuestion {
  /** Likely answers, the likeliest first. */
  options(request: RequestContext, draft: Draft, activity: Activity | null): Action[];
  read(text: string, request: RequestContext, activity: Activity | null): FieldAnswer;
}

/** Longest text of a report's cell; what is longer belongs into an attached file. */
export const MOST_TEXT = 2000;
/** Said that there is none: the word as a button's value, whatever the language. */
const NONE = '-';

/** Order in which the guided form asks. */
export const GUIDED: readonly AskField[] = ['status', 'result', 'spent', 'obstacle', 'evidence'];

function answer(draft: Draft, label: string, value: string): Action {
  return { type: 'tap', label, say: label, tap: { do: 'answer', draft: draft.id, rev: draft.rev, value } };
}

const refused = (why: string): FieldAnswer => ({ ok: false, why });

function textQuestion(field: TextField): FieldQuestion {
  return {
    options: (request, draft) =>
      field === 'result' || (field === 'obstacle' && draft.troubled)
        ? []
        : [answer(draft, request.texts.words.none, NONE)],
    read(text, { texts }) {
      const value = text.trim();
      if (value === '') return refused(texts.chat.answer.empty);
      if (value.length > MOST_TEXT) return refused(texts.chat.answer.textTooLong(MOST_TEXT));
      const over = field === 'obstacle' ? OVER_FIRST.exec(plain(value)) : null;
      const none = isNone(value, texts.words.none) || (over !== null && over[1] === undefined);
      return { ok: true, set: { [field]: none ? '' : value } };
    },
  };
}

const OFFERED: readonly Status[] = ['completed', 'in_progress', 'not_started', 'cancelled'];
const DOUBTED: Readonly<Record<Doubt, readonly Status[]>> = {
  'not-done': ['not_started', 'cancelled'],
  'half-done': ['completed', 'in_progress'],
  turned: OFFERED,
  begun: ['in_progress', 'completed', 'not_started'],
};

/** Where it is asked whether something was given up, its everyday name would say the same again. */
function labelOf(status: Status, doubt: Doubt | undefined, { words }: Texts): string {
  const { notDone } = words;
  return doubt === 'not-done' && (status === 'not_started' || status === 'cancelled')
    ? notDone[status]
    : words.statusShort[status];
}

/** A button's words are that button, whatever else they could mean; what follows them is why. */
function labelled(text: string, { texts: { words } }: RequestContext): Status | null {
  const typed = plain(text);
  const is = (label: string): boolean => plain(label) === typed;
  const found = OFFERED.find((one) => is(words.statusShort[one]) || is(words.status[one]));
  if (found) return found;
  if (is(words.notDone.not_started)) return 'not_started';
  if (is(words.notDone.cancelled)) return 'cancelled';
  const spoken = OFFERED.find((one) => SPOKEN_STATUS[one].some((word) => word === typed));
  return spoken ?? (typed.startsWith(plain(words.status.cancelled)) ? 'cancelled' : null);
}

function isNone(value: string, word: string): boolean {
  const bare = value.toLowerCase().replace(/[\s.]/g, '').replace(POLITE, '');
  return SAID_NONE.test(bare) || bare === word.toLowerCase();
}

/** True for a number that says something else than what is asked: people are no baht, and neither is "ครั้งที่ 2". */
function isOfAnother(text: string, field: 'percent' | 'actual' | 'spent', unit = ''): boolean {
  const typed = arabicDigits(text).toLowerCase();
  const people = COUNTS_PEOPLE.test(typed);
  const baht = SAYS_BAHT.test(typed);
  if (field === 'actual')
    return (baht && !SAYS_BAHT.test(unit)) || (people && unit !== '' && !OF_PEOPLE.test(unit));
  const other = people || COUNTS_THINGS.test(typed) || SAYS_WHICH.test(typed);
  return field === 'percent' ? other || baht : other || PER_ONE.test(typed);
}

export const questions: { readonly [Field in AskField]: FieldQuestion } = {
  status: {
    options: ({ texts }, draft) =>
      (draft.doubt ? DOUBTED[draft.doubt] : OFFERED).map((status) =>
        answer(draft, labelOf(status, draft.doubt, texts), status),
      ),
    read(text, request) {
      const status =
        STATUSES.find((one) => one === text) ??
        labelled(text, request) ??
        readTypedStatus(text, request.context.plan);
      return status ? { ok: true, set: { status } } : refused(request.texts.chat.answer.status);
    },
  },
  percent: {
    options: (_, draft) => [25, 50, 75, 90].map((percent) => answer(draft, `${percent}%`, String(percent))),
    read(text, { texts }) {
      const percent = isOfAnother(text, 'percent') ? null : readNumber(text);
      if (percent === null || percent < 0 || percent > 100) return refused(texts.chat.answer.percent);
      return { ok: true, set: { percent } };
    },
  },
  actual: {
    options: () => [],
    read(text, { texts }, activity) {
      const unit = activity?.unit ?? '';
      const value = isOfAnother(text, 'actual', unit) ? null : readNumber(text);
      if (value === null || value < 0 || value > 1e12) return refused(texts.chat.answer.actual(unit));
      return { ok: true, set: { actual: { value, unit } } };
    },
  },
  spent: {
    options({ texts, context }, draft, activity) {
      const funded = activity !== null && hasBudget(context.plan.activities, activity.code);
      const all = activity?.budget
        ? [answer(draft, texts.chat.answer.wholeBudget, String(activity.budget / 100))]
        : [];
      const told = (draft.sums ?? [])
        .filter((sum) => sum !== activity?.budget)
        .map((sum) => answer(draft, baht(sum, context.language), String(sum / 100)));
      const none = funded ? texts.chat.answer.nothingSpent : texts.words.noBudget;
      return [...told, ...all, answer(draft, none, '0')];
    },
    read(text, { texts, context }) {
      const day = !SAYS_BAHT.test(text) && readDay(text, context.today, context.plan) !== null;
      const sum = day || isOfAnother(text, 'spent') ? null : readAmount(text);
      if (sum === null) return refused(texts.chat.answer.spent);
      if (sum < 0) return refused(texts.chat.answer.negative);
      if (sum > MAX_SATANG) return refused(texts.chat.answer.tooMuch);
      return { ok: true, set: { spent: sum } };
    },
  },
  ...textsOf(textQuestion),
  date: {
    options({ texts, context }, draft) {
      const { start, end } = context.plan.period;
      const initial = context.today < start ? start : context.today > end ? end : context.today;
      return [
        answer(draft, texts.chat.answer.today, context.today),
        answer(draft, texts.chat.answer.yesterday, addDays(context.today, -1)),
        {
          type: 'date',
          label: texts.words.button.pickDate,
          tap: { do: 'answer', draft: draft.id, rev: draft.rev, value: '' },
          initial,
          min: start,
          max: end,
        },
      ];
    },
    read(text, { texts, context }) {
      const date = readDay(text, context.today, context.plan);
      return date ? { ok: true, set: { date } } : refused(texts.chat.answer.date);
    },
  },
  evidence: {
    options: ({ texts }) => [
      { type: 'camera', label: texts.words.button.camera },
      { type: 'album', label: texts.words.button.album },
    ],
    // photos come as messages of their own; words are no evidence, or say that there is none
    read: (text, { texts }) =>
      isNone(text, texts.words.none) ? { ok: true, set: {} } : refused(texts.chat.answer.evidence),
  },
};
