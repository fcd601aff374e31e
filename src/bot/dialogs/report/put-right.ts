/** Words that put right what stands on the open card: another activity, a row by its name, or only that something is wrong; the card asks it for what tells nothing new. */
import { type FieldName, type Fields, isTextField } from '../../../domain/activity.ts';
import type { Draft, Step } from '../../../domain/draft.ts';
import { findActivity } from '../../../domain/plan.ts';
import { arabicDigits } from '../../../text/format.ts';
import { obstacleOver } from '../../../text/over.ts';
import { OTHER_ACTIVITY, rightOneIn, SOMETHING_WRONG } from '../../../text/typed-corrections.ts';
import { ordinalIn } from '../../../text/typed.ts';
import { activityBeside } from '../../activity-beside.ts';
import { ownRows } from '../../activity-rows.ts';
import { looksLikeCode } from '../../commands/arguments.ts';
import { plain } from '../../commands/command.ts';
import { findByWords } from '../../find-activity.ts';
import type { RequestContext } from '../../request-context.ts';
import { understand } from '../../../understand/index.ts';
import { reportable } from './begin.ts';
import { chosen, MOST_PARTICLE, restOf } from './choose.ts';
import { shownChoices } from './choices.ts';
import { hasValues, heard, withoutField } from './fill.ts';
import { type Input, moveOn, moveTo, type StepResult, stay } from './machine.ts';
import { type Correction, correctionIn } from './named-field.ts';

type Typed = Extract<Input, { kind: 'text' }>;

/** A row that is to be asked again or left out: said in so many words, it comes before anything is read of them. */
export async function rowAgain(
  draft: Draft,
  input: Typed,
  request: RequestContext,
): Promise<StepResult | null> {
  const row = rowIn(draft, input, request);
  if (row?.does === 'ask')
    return stay(moveTo({ ...draft, queue: [] }, { at: 'ask', field: row.field }), row.why);
  return row?.does === 'drop' ? leaveOut(draft, row.field, request) : null;
}

/** "ปัญหาแก้แล้ว", "เรื่องชาวบ้านเคลียร์แล้ว" on the card of that activity: there is none. */
export async function obstacleGone(
  draft: Draft,
  input: Typed,
  request: RequestContext,
): Promise<StepResult | null> {
  const { code, rest } = activityBeside(plain(input.text), request);
  const said = obstacleOver(rest);
  if (!said || draft.activity === null || (code !== null && code !== draft.activity)) return null;
  const { matter } = said;
  const stands = draft.fields.obstacle ?? (await request.context.state(draft.activity)).obstacle;
  if (matter !== null && !stands?.includes(matter)) return null;
  return stay(moveOn(withRow(draft, { obstacle: '' }, input.message)));
}

/** What was told leaves the card; a text that was stored before is said to be none. */
export async function leaveOut(draft: Draft, field: FieldName, request: RequestContext): Promise<StepResult> {
  const { beside } = request.texts.chat;
  const name = request.texts.words.field[field];
  if (draft.fields[field] !== null) return stay(withoutField(draft, field), beside.leftOff(name));
  const stored = draft.activity && (await request.context.state(draft.activity))[field];
  if (stored === null || stored === '') return stay(draft, beside.notThere(name));
  if (!isTextField(field)) {
    const cleared = [...(draft.cleared ?? []), field];
    return stay({ ...draft, rev: draft.rev + 1, cleared }, beside.leftOff(name));
  }
  const fields = { ...draft.fields, [field]: '' };
  return stay({ ...draft, rev: draft.rev + 1, fields }, beside.leftOff(name));
}

/** A row with another value: the words it was read from before are not behind that. */
export function withRow(draft: Draft, said: Partial<Fields>, message: string | null): Draft {
  const because = Object.fromEntries(Object.entries(draft.because).filter(([name]) => !(name in said)));
  return {
    ...draft,
    rev: draft.rev + 1,
    fields: { ...draft.fields, ...said },
    because,
    ...heard(draft, message, said),
  };
}

/** @returns null where the words put nothing right. */
export async function putRight(
  draft: Draft,
  input: Typed,
  request: RequestContext,
): Promise<StepResult | null> {
  const { chat, words } = request.texts;
  const typed = plain(input.text);
  if ([words.button.details, words.button.inFull].some((label) => plain(label) === typed))
    return stay(rowsInFull(draft));
  if (SOMETHING_WRONG.test(typed)) return stay(rowsInFull(draft), chat.draft.whatIsWrong);
  const row = rowIn(draft, input, request);
  if (row?.does === 'set') {
    return stay(moveOn(withRow(draft, row.fields, input.message)));
  }
  // what is corrected is of its activity
  return draft.correction ? null : anotherActivity(draft, typed, request);
}

function rowIn({ activity, fields }: Draft, { text }: Typed, request: RequestContext): Correction | null {
  return activity === null ? null : correctionIn(text, activity, fields, request);
}

/** Every row of a card, to be tapped; a question stays as it is. */
export function rowsInFull(draft: Draft): Draft {
  const { at } = draft.step;
  return at === 'review' || at === 'review-many'
    ? { ...draft, rev: draft.rev + 1, step: { at, full: true } }
    : draft;
}

async function anotherActivity(
  draft: Draft,
  typed: string,
  request: RequestContext,
): Promise<StepResult | null> {
  const { chat, words } = request.texts;
  if (OTHER_ACTIVITY.test(typed) || typed === plain(words.button.changeActivity))
    return stay(await askActivity(draft, request));
  const nth = ordinalIn(arabicDigits(typed));
  if (nth !== null)
    return (await nthOfChoice(draft, nth, request)) ?? stay(await askActivity(draft, request), chat.which);
  const right = rightOneIn(typed);
  if (!right || !isName(right.name, request) || !(right.says || isBeside(right.name, draft, request)))
    return null;
  const found = findByWords(request, right.name);
  const possible = found.ok
    ? reportable([found.activity.code], request)
    : reportable(found.candidates, request);
  if (possible.length === 0) return null;
  const [only] = possible;
  if (possible.length === 1 && only !== undefined) return chosen(draft, only, request);
  return stay(choosing(draft, possible), chat.which);
}

/** Nothing but what an activity is called by: a question about one, or what is to be done with it, is no name. */
function isName(words: string, request: RequestContext): boolean {
  const { plan, today } = request.context;
  const read = understand(words, { plan, today });
  return looksLikeCode(words, request) || (!hasValues(read) && restOf(read, words).length <= MOST_PARTICLE);
}

/** A name alone is the activity's where it is one of the same part of the plan: "รุ่นที่ 2" on the card of the first. */
function isBeside(name: string, draft: Draft, request: RequestContext): boolean {
  if (looksLikeCode(name, request)) return false;
  const { plan } = request.context;
  const found = findByWords(request, name);
  const codes = found.ok ? [found.activity.code] : found.candidates;
  const parentOf = (code: string | null): string | null =>
    code === null ? null : (findActivity(plan, code)?.parent ?? null);
  return codes.length > 0 && codes.every((code) => parentOf(code) === parentOf(draft.activity));
}

/** The choice that led to this card, answered once more. */
async function nthOfChoice(draft: Draft, nth: number, request: RequestContext): Promise<StepResult | null> {
  const step = draft.trail.findLast((one) => one.step.at === 'choose')?.step;
  if (step?.at !== 'choose') return null;
  const { rows } = await shownChoices({ ...draft, step }, request);
  const code = rows.at(nth > 0 ? nth - 1 : nth);
  return code === undefined ? null : chosen({ ...draft, step }, code, request);
}

function choosing(draft: Draft, candidates: string[]): Draft & { step: Extract<Step, { at: 'choose' }> } {
  return {
    ...moveTo(draft, { at: 'choose', candidates, page: 1 }),
    step: { at: 'choose', candidates, page: 1 },
  };
}

/** The draft at the choice of another activity: those of the same part of the plan first, the most alike before the others. */
export async function askActivity(draft: Draft, request: RequestContext): Promise<Draft> {
  const { plan } = request.context;
  const now = draft.activity === null ? null : findActivity(plan, draft.activity);
  const own = (await ownRows(request)).filter(({ code }) => code !== draft.activity);
  if (!now) return choosing(draft, []);
  const alike = (code: string): number => {
    const { parent, name } = findActivity(plan, code)!;
    if (parent !== now.parent) return -1;
    const differs = [...name].findIndex((letter, at) => letter !== now.name[at]);
    return differs < 0 ? name.length : differs;
  };
  return choosing(
    draft,
    own.map(({ code }) => code).toSorted((a, b) => alike(b) - alike(a)),
  );
}
