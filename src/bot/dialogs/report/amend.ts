/** Words typed at a question or on the open card: an answer, a change of what stands there, or something of its own. */
import { type Activity, type FieldName, isTextField, TEXT_FIELDS } from '../../../domain/activity.ts';
import type { AskField, Draft } from '../../../domain/draft.ts';
import { findActivity } from '../../../domain/plan.ts';
import { besideAnswer } from '../../../text/beside-answers.ts';
import { arabicDigits, shortenUnits } from '../../../text/format.ts';
import { ASKS } from '../../../text/told.ts';
import { figureOff } from '../../../text/typed-corrections.ts';
import { UNFINISHED } from '../../../text/turned.ts';
import { BEGINS_WITH_CODE } from '../../../text/typed.ts';
import { DOES_NOT_KNOW, ENOUGH, IMPATIENT } from '../../../text/typed-answers.ts';
import { plain } from '../../commands/command.ts';
import { doubtOf, withDoubt } from '../../doubt.ts';
import { leftOutOfChange, sumOnCard } from '../../left-out.ts';
import { turning } from '../../turned.ts';
import type { RequestContext } from '../../request-context.ts';
import { readAmount } from '../../../understand/answers.ts';
import { understand } from '../../../understand/index.ts';
import type { Understood } from '../../../understand/types.ts';
import { answerBeside, besideQuestion } from './beside.ts';
import { figuresTold } from './figures.ts';
import { filled, hasValues, heard, whyAsked } from './fill.ts';
import { keptAsTold } from './kept-as-told.ts';
import { type Input, moveOn, moveTo, notForMe, type StepResult, stay } from './machine.ts';
import { ofAnotherRow, toAnotherActivity } from './other-row.ts';
import { obstacleGone, putRight, rowAgain } from './put-right.ts';
import { questions } from './questions.ts';
import { besides } from './told-besides.ts';
import { answerTotal } from './total-question.ts';
import { addMore, checkedAnswer, onCard } from './totals.ts';

type Typed = Extract<Input, { kind: 'text' }>;

/** The answer to the open question; a sentence that names an activity by its code is about that activity. */
export async function reply(
  draft: Draft,
  field: AskField,
  input: Typed,
  request: RequestContext,
): Promise<StepResult> {
  const total = answerTotal(draft, input.text, input.message);
  if (total) return total;
  const added = isTextField(field) ? null : await addMore(draft, input.text, input.message, request);
  if (added) return added;
  const told = answer(draft, field, input.text, input.message, request);
  const answered = await checkedAnswer(draft, field, told, request);
  // no answer to this question
  const refused = answered.draft?.step === draft.step;
  const beside = await besideQuestion(draft, field, input.text, !refused, request);
  if (beside) return beside;
  const passed = passedOver(draft, input.text, request);
  if (passed) return passed;
  const another = await toAnotherActivity(draft, field, input, request);
  if (another) return another;
  const coded = byCode(input.text, field, request);
  if (coded) {
    if (!isAbout(coded, draft) || !hasValues(coded)) return notForMe(draft);
    const next = filled(draft, coded, input.message);
    const done = field !== 'evidence' && next.fields[field] !== null;
    const queue = next.queue.filter((one) => one !== field);
    return stay(done ? moveOn(next, { queue }) : { ...next, queue, rev: draft.rev + 1 });
  }
  const other = await ofAnotherRow(draft, field, input, refused, request);
  return other ?? (refused ? (keptAsTold(draft, field, input, request) ?? answered) : answered);
}

/** Who does not know, or has had enough, is asked no more of it. */
function passedOver(draft: Draft, text: string, { texts: { chat } }: RequestContext): StepResult | null {
  const typed = plain(text);
  if (DOES_NOT_KNOW.test(typed)) return stay(moveOn(draft), chat.draft.passed);
  if (!ENOUGH.test(typed) && !IMPATIENT.test(typed)) return null;
  return stay(moveTo({ ...draft, queue: [] }, { at: 'review' }), chat.draft.passedAll);
}

/** An answer typed or tapped. */
export function answer(
  draft: Draft,
  field: AskField,
  words: string,
  message: string | null,
  request: RequestContext,
): StepResult {
  const activity = draft.activity ? findActivity(request.context.plan, draft.activity) : null;
  const read = questions[field].read(words, request, activity);
  if (!read.ok) {
    const why = draft.refused ? otherWords(field, read.why, activity, request) : read.why;
    return stay({ ...draft, refused: !draft.refused }, why);
  }
  const more = message === null ? draft : besides(draft, field, words, message, request);
  const { percent } = more.fields;
  const half = read.set.status === 'completed' && percent !== null && percent < 100;
  // said in one breath it is asked; chosen, it is finished
  if (half && percent !== draft.fields.percent)
    return stay({ ...more, rev: draft.rev + 1, doubt: 'half-done' }, request.texts.chat.unsure['half-done']);
  const { [field as FieldName]: _, ...because } = more.because;
  const fields = { ...more.fields, ...read.set, ...(half && { percent: null }) };
  const doubt = field === 'status' ? undefined : draft.doubt;
  const sure = field === 'status' ? draft.doubt === 'begun' : draft.sure;
  return stay(moveOn(draft, { ...more, fields, doubt, sure, because, ...heard(more, message, read.set) }));
}

/** The same refusal in other words: the same twice helps nobody. */
function otherWords(
  field: AskField,
  why: string,
  activity: Activity | null,
  { texts }: RequestContext,
): string {
  const { answer: words } = texts.chat;
  if (isTextField(field)) return why;
  const first = field === 'actual' ? words.actual(activity?.unit ?? '') : words[field];
  if (why !== first) return why;
  return field === 'actual' ? words.again.actual(activity?.unit ?? '') : words.again[field];
}

/** What a text says that names an activity by its code: anywhere in a short answer, at the beginning of a free text. */
function byCode(text: string, field: AskField, { context }: RequestContext): Understood | null {
  // all of a free text is its answer, the numbers of a list included: only a whole code begins something else
  if (isTextField(field) && !BEGINS_WITH_CODE.test(arabicDigits(text))) return null;
  const { plan, today } = context;
  const read = understand(text, { plan, today });
  if (read.intent !== 'report' && read.intent !== 'undo') return null;
  const [span] = (read.multiple?.[0] ?? read).because.activity ?? [];
  return span && /[0-9]/.test(arabicDigits(span.text)) ? read : null;
}

function isAbout(read: Understood, draft: Draft): boolean {
  if (read.multiple || draft.activity === null) return false;
  return read.activity === draft.activity || read.candidates.includes(draft.activity);
}

/** Words typed while the card is open change it: "งบ 25,000" corrects the sum. */
export async function amend(draft: Draft, input: Typed, request: RequestContext): Promise<StepResult> {
  const { plan, today } = request.context;
  const bare = bareSum(input.text);
  if (bare !== null) {
    const fields = { ...draft.fields, spent: bare };
    const because = { ...draft.because, spent: input.text.trim() };
    return stay(moveOn(draft, { fields, because, ...heard(draft, input.message, { spent: bare }) }));
  }
  const over = await obstacleGone(draft, input, request);
  if (over) return over;
  const again = await rowAgain(draft, input, request);
  const rest = figureOff(plain(input.text))?.rest;
  if (again?.draft && rest) {
    const more = await amend(again.draft, { ...input, text: rest }, request);
    if (!more.notForMe) return { ...more, messages: [...again.messages, ...more.messages] };
  }
  if (again) return again;
  const added = await addMore(draft, input.text, input.message, request);
  if (added) return added;
  const read = understand(input.text, { plan, today, quoted: draft.activity });
  const named = read.because.activity !== undefined;
  const fits = (read.intent === 'report' || read.intent === 'undo') && hasValues(read) && !read.multiple;
  if (!fits || (named && !isAbout(read, draft)))
    return (
      (await putRight(draft, input, request)) ??
      (await besideCard(draft, input, read, request)) ??
      unfinished(draft, read, input.text, request)
    );
  const turn = turning(read, draft.fields, input.text);
  const doubt = doubtOf(turn.read, input.text) ?? turn.doubt;
  const doubted = withDoubt(turn.read, doubt);
  const next = { ...filled(draft, doubted, input.message), ...(doubt && { doubt }) };
  const why = doubt ? request.texts.chat.unsure[doubt] : whyAsked(read, input.text, request);
  const notes = [
    why,
    replacedBy(draft, next, request),
    leftOutOfChange(input.text, read, draft.activity, request),
  ];
  const there = await onCard(next, draft, figuresTold(doubted, input.text), request);
  return stay(moveOn(there), notes.filter((note) => note !== null).join('\n') || undefined);
}

/** A text in the place of another one: the one that goes is said. */
function replacedBy(before: Draft, next: Draft, { texts }: RequestContext): string | null {
  const gone = TEXT_FIELDS.filter((name) => {
    const [old, now] = [before.fields[name], next.fields[name]];
    return old && now !== null && !now.includes(old);
  });
  if (gone.length === 0) return null;
  return gone
    .map((name) =>
      texts.chat.beside.replaced(texts.words.field[name], shortenUnits(before.fields[name]!, MOST_QUOTED)),
    )
    .join('\n');
}

/** Letters of a text that are repeated. */
const MOST_QUOTED = 60;
/** Questions back that the card answers; whatever else is asked is understood by itself. */
const ANSWERED_ON_CARD = ['needed', 'stood', 'photo', 'stored', 'how'] as const;

/** A question back, or a sum of which it is not said that it was spent. */
async function besideCard(
  draft: Draft,
  { text }: Typed,
  read: Understood,
  request: RequestContext,
): Promise<StepResult | null> {
  const beside = besideAnswer(plain(text));
  const asked = ANSWERED_ON_CARD.find((one) => one === beside);
  if (asked) return stay(draft, await answerBeside(asked, draft, null, request));
  if (read.intent !== 'other' && read.intent !== 'report') return null;
  const left = sumOnCard(text, read, request);
  return left === null ? null : stay(draft, left);
}

/** "ผอ.ยังไม่ลงนาม รออยู่" on a card that says it is finished: of which nothing else is read, and which holds is asked. */
function unfinished(draft: Draft, read: Understood, text: string, request: RequestContext): StepResult {
  const asks =
    read.intent === 'status' || read.intent === 'list' || read.intent === 'help' || ASKS.test(text);
  const named = read.because.activity !== undefined && !isAbout(read, draft);
  if (draft.fields.status !== 'completed' || asks || named || read.multiple || !UNFINISHED.test(text))
    return notForMe(draft);
  const asked = moveTo({ ...draft, queue: [], doubt: 'turned' }, { at: 'ask', field: 'status' });
  return stay(asked, request.texts.chat.unsure.turned);
}

/** A number of three or more digits and nothing else can only be a sum. */
function bareSum(text: string): number | null {
  return /^\d{3,10}(\.\d{1,2})?$/.test(plain(text)) ? readAmount(text) : null;
}
