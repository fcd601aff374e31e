/** The step that asks which activity is meant: a tap, a code, a name, or a whole report that names it. */
import { NO_FIELDS } from '../../../domain/activity.ts';
import { findActivity, leavesOf } from '../../../domain/plan.ts';
import type { Draft, Step } from '../../../domain/draft.ts';
import { mayReport } from '../../../services/reports.ts';
import { arabicDigits, quantity, shortenUnits } from '../../../text/format.ts';
import { UNFINISHED } from '../../../text/turned.ts';
import { ordinalIn, WITHIN_NAME } from '../../../text/typed.ts';
import { ANY_WILL_DO, DOES_NOT_KNOW } from '../../../text/typed-answers.ts';
import { allOfThese, namedTogether, NONE_OF_THESE } from '../../../text/typed-corrections.ts';
import { withDoubts } from '../../doubt.ts';
import { findByWords } from '../../find-activity.ts';
import { ownLeaves } from '../../activity-rows.ts';
import { looksLikeCode, pageIn } from '../../commands/arguments.ts';
import { plain } from '../../commands/command.ts';
import { refOfCode, type RequestContext } from '../../request-context.ts';
import { understand } from '../../../understand/index.ts';
import type { Understood } from '../../../understand/types.ts';
import { reportable } from './begin.ts';
import { figuresTold } from './figures.ts';
import { filled, hasValues, saysNothing } from './fill.ts';
import { shownChoices, understoodSoFar } from './choices.ts';
import { type Input, moveOn, moveTo, notForMe, type StepResult, stay } from './machine.ts';
import { settledOn, unsettled } from './totals.ts';

type Choosing = Draft & { step: Extract<Step, { at: 'choose' }> };

/** Letters beside a name that ask nothing: "1.2 นะจ๊ะ". */
export const MOST_PARTICLE = 4;

export async function takeChoice(
  draft: Choosing,
  value: string,
  request: RequestContext,
): Promise<StepResult> {
  const page = pageIn(value);
  return page === null ? chosen(draft, value, request) : stay(turned(draft, page));
}

export async function chooseByName(
  draft: Choosing,
  input: Extract<Input, { kind: 'text' }>,
  request: RequestContext,
): Promise<StepResult> {
  const { page, full } = draft.step;
  const { button } = request.texts.words;
  const typed = plain(input.text);
  if (typed === plain(button.more)) return stay(turned(draft, full ? page + 1 : page));
  if (typed === plain(button.earlier)) return stay(turned(draft, Math.max(1, page - 1)));
  if (DOES_NOT_KNOW.test(typed) || ANY_WILL_DO.test(typed))
    return stay(draft, request.texts.chat.draft.cannotSkip);
  if (NONE_OF_THESE.test(typed)) return stay(choosing(draft, [], 1), request.texts.chat.which);
  const several = await severalOf(draft, typed, request);
  if (several) return allOf(draft, several, request);
  const nth = ordinalIn(arabicDigits(typed));
  if (nth !== null) {
    const { rows } = await shownChoices(draft, request);
    const code = rows.at(nth > 0 ? nth - 1 : nth);
    return code === undefined ? stay(draft, request.texts.chat.which) : chosen(draft, code, request);
  }
  const read = understand(input.text, {
    plan: request.context.plan,
    today: request.context.today,
    quoted: input.about,
    own: ownLeaves(request).map(({ code }) => code),
  });
  const asked = withDoubts(read, input.text);
  const tells = read.intent === 'report' || read.intent === 'other';
  if (tells && hasValues(asked.read) && !read.multiple)
    return otherwise(
      draft,
      told({ ...draft, ...asked.marks }, asked.read, input, request),
      asked.read,
      input.text,
      request,
    );
  if (read.multiple || read.intent === 'undo' || asksOf(read, input.text)) return notForMe(draft);
  const part = await byPart(draft, typed, request);
  if (part !== null) return otherwise(draft, chosen(draft, part, request), read, input.text, request);
  const found = findByWords(request, typed);
  if (found.ok)
    return otherwise(draft, chosen(draft, found.activity.code, request), read, input.text, request);
  if (found.reason === 'unknown') return input.about ? chosen(draft, input.about, request) : notForMe(draft);
  const possible = reportable(found.candidates, request);
  if (possible.length === 0) return notForMe(draft);
  return stay(choosing(draft, possible, 1), request.texts.chat.which);
}

/** The choice, with words beside the name that say otherwise than what was told before: which holds is asked. */
async function otherwise(
  draft: Choosing,
  choosing: Promise<StepResult>,
  read: Understood,
  text: string,
  request: RequestContext,
): Promise<StepResult> {
  const result = await choosing;
  const spans = read.because.activity ?? [];
  const beside = spans.reduce((left, { text: words }) => left.replace(words, ' '), text);
  const stands = draft.fields.status === 'completed' && read.fields.status === null;
  if (!result.draft?.activity || !stands || !UNFINISHED.test(beside)) return result;
  const asked = moveTo({ ...result.draft, queue: [], doubt: 'turned' }, { at: 'ask', field: 'status' });
  return stay(asked, request.texts.chat.unsure.turned);
}

/** Letters of the shortest part that tells names apart. */
const LEAST_PART = 4;

/** "ทั้งสองอัน", "2 เรื่องครับ เตา 1 กับ เตา 2": which of those to choose from. */
async function severalOf(
  draft: Choosing,
  typed: string,
  request: RequestContext,
): Promise<readonly string[] | null> {
  if (draft.step.candidates.length < 2) return null;
  const { rows, total } = await shownChoices({ ...draft, step: { ...draft.step, full: true } }, request);
  const count = allOfThese(typed);
  if (count !== null) return total === rows.length && (count === Infinity || count === total) ? rows : [];
  const named = await Promise.all(namedTogether(typed).map((name) => byPart(draft, name, request)));
  const codes = [...new Set(named.filter((code) => code !== null))];
  return codes.length > 1 && codes.length === named.length ? codes : null;
}

/** "รุ่นที่ 1", where one alone of those to choose from is called so. */
async function byPart(draft: Choosing, typed: string, request: RequestContext): Promise<string | null> {
  const { rows } = await shownChoices({ ...draft, step: { ...draft.step, full: true } }, request);
  const found = looksLikeCode(typed, request) ? findByWords(request, typed) : null;
  if (found) return found.ok && rows.includes(found.activity.code) ? found.activity.code : null;
  const bare = (text: string): string => plain(text).replace(WITHIN_NAME, '');
  if (bare(typed).length < LEAST_PART) return null;
  const called = rows.filter((code) =>
    bare(findActivity(request.context.plan, code)?.name ?? '').includes(bare(typed)),
  );
  return called.length === 1 ? called[0]! : null;
}

/** What was said is of each of them; a sum or a count is of one, and to be told once more. */
async function allOf(draft: Choosing, rows: readonly string[], request: RequestContext): Promise<StepResult> {
  const { multiple } = request.texts.chat;
  const { spent, actual } = draft.fields;
  const fields = { ...draft.fields, spent: null, actual: null };
  if (rows.length < 2 || saysNothing(fields) || draft.evidence.length > 0)
    return stay(draft, multiple.oneByOne);
  const left = understoodSoFar({ fields: { ...NO_FIELDS, spent, actual }, evidence: [] }, request);
  const items = await Promise.all(
    rows.map(async (activity) => ({
      activity,
      fields,
      baseSeq: (await request.context.state(activity)).seq,
    })),
  );
  const both = { ...draft, queue: [], figures: [], items, alias: null };
  const note = left === null ? undefined : multiple.sumOfOne(left, refOfCode(request, rows[0]!).label);
  return stay(moveTo(both, { at: 'review-many' }), note);
}

/** A whole report where only its activity was asked for: all of it goes into the draft. */
async function told(
  draft: Choosing,
  read: Understood,
  input: Extract<Input, { kind: 'text' }>,
  request: RequestContext,
): Promise<StepResult> {
  const { chat } = request.texts;
  const activity = read.activity === null ? null : findActivity(request.context.plan, read.activity);
  if (activity && !mayReport(request.context, activity.code))
    return stay(draft, chat.notYours(activity.label, activity.ownerGroup));
  // told in a sentence, it needs no guided questions any more
  const bare: Choosing = draft.through === 'form' ? { ...draft, queue: [] } : draft;
  const figures = [...(draft.figures ?? []), ...figuresTold(read, input.text)];
  const next = { ...filled(bare, read, input.message), figures, step: draft.step };
  if (activity) return chosen(next, activity.code, request);
  const possible = reportable(read.candidates, request);
  return stay(choosing(next, possible.length > 0 ? possible : draft.step.candidates, 1), chat.which);
}

/** "1.2" names an activity; "1.2 ถึงไหนแล้ว" and "ขอดูภาพรวม" ask for something. */
function asksOf(read: Understood, text: string): boolean {
  if (read.intent === 'report' || read.intent === 'other') return false;
  return !read.because.activity?.length || restOf(read, text).length > MOST_PARTICLE;
}

/** @returns the letters beside the words that name the activity. */
export function restOf(read: Understood, text: string): string {
  const spans = read.because.activity ?? [];
  const rest = spans.reduce((left, { text: words }) => left.replace(words, ''), text);
  return plain(rest).replace(/[^\p{L}]/gu, '');
}

/** "ดูต่อ": all of a page. */
function turned(draft: Choosing, page: number): Draft {
  return { ...draft, rev: draft.rev + 1, step: { ...draft.step, page, full: true } };
}

function choosing(draft: Draft, candidates: string[], page: number): Draft {
  return { ...draft, rev: draft.rev + 1, step: { at: 'choose', candidates, page } };
}

/** The draft on that activity, or asked which of those below it. */
export async function chosen(draft: Draft, code: string, request: RequestContext): Promise<StepResult> {
  const { chat } = request.texts;
  const { plan } = request.context;
  const activity = findActivity(plan, code);
  if (!activity) return stay(draft, chat.noSuchActivity(shortenUnits(code, 60)));
  if (!activity.leaf) {
    const candidates = reportable(
      leavesOf(plan, code).map((leaf) => leaf.code),
      request,
    );
    const [only] = candidates;
    if (candidates.length === 1 && only) return chosen(draft, only, request);
    if (candidates.length === 0) return stay(draft, chat.notYours(activity.label, activity.ownerGroup));
    return stay(choosing(draft, candidates, 1), chat.branchNeedsLeaf(activity.label));
  }
  if (!mayReport(request.context, code))
    return stay(draft, chat.notYours(activity.label, activity.ownerGroup));
  const { seq } = await request.context.state(code);
  const before = draft.activity === null ? null : findActivity(plan, draft.activity);
  // a number counted in another unit says nothing of this activity
  const keepsActual = !before || before.unit === activity.unit;
  const { actual } = draft.fields;
  const told = before ? unsettled(draft) : draft;
  const fields = keepsActual ? told.fields : { ...told.fields, actual: null };
  const left = keepsActual || actual === null ? undefined : quantity(actual.value, actual.unit);
  const there: Draft = {
    ...told,
    fields,
    figures: (told.figures ?? []).filter(({ field }) => keepsActual || field !== 'actual'),
    activity: code,
  };
  const { queue, because, figures, fields: summed } = await settledOn(there, request);
  const change = { activity: code, baseSeq: seq, fields: summed, proposed: false, queue, because, figures };
  return stay(moveOn(draft, change), left && chat.draft.countedOtherwise(left));
}
