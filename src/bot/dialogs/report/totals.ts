/** Figures that belong to a running total: more of it is added to what stands, and a part is asked about where it might be all of it; begin, choose and amend of the dialog bring them here. */
import type { Fields } from '../../../domain/activity.ts';
import type { AskField, Draft, FigureTold } from '../../../domain/draft.ts';
import { MAX_SATANG } from '../../../domain/money.ts';
import { effectOn } from '../../../domain/running-total.ts';
import { arabicDigits } from '../../../text/format.ts';
import { NOT_SUMMED } from '../../../text/running-totals.ts';
import type { RequestContext } from '../../request-context.ts';
import { partCounted, sumMore, valueIn, withFigure } from './figures.ts';
import { heard } from './fill.ts';
import { moveOn, type StepResult, stay } from './machine.ts';

/** "ใช้เพิ่ม 600", "อีก 5 ต้น" where something is asked, or on the open card; null where nothing stands to add it to. */
export async function addMore(
  draft: Draft,
  text: string,
  message: string | null,
  request: RequestContext,
): Promise<StepResult | null> {
  if (draft.activity === null) return null;
  const sum = sumMore(arabicDigits(text));
  const spent: FigureTold[] = sum === null ? [] : [{ field: 'spent', told: sum, unit: '', said: 'added' }];
  const counted = partCounted(draft, text, request);
  const more = counted?.said === 'added' ? [counted, ...spent] : spent;
  const added = await settled(draft, request, draft.fields, more);
  const set = Object.fromEntries(
    more.flatMap(({ field }) =>
      added.fields[field] === draft.fields[field] ? [] : [[field, added.fields[field]]],
    ),
  );
  if (Object.keys(set).length === 0) return null;
  const next = { ...added, ...heard(draft, message, set) };
  const { step } = draft;
  // asked something else: that is still to be answered
  const stays = step.at === 'ask' && !(step.field in set);
  return stay(stays ? { ...next, rev: draft.rev + 1 } : moveOn(next));
}

/**
 * The draft, whose activity is known, with its figures put on what stands; what may be all or a part comes to be asked.
 * @param before what stood on the card until now: that is corrected, not summed up, unless it is plainly more.
 */
async function settled(
  draft: Draft,
  request: RequestContext,
  before: Fields | null = null,
  figures: readonly FigureTold[] = draft.figures ?? [],
): Promise<Draft> {
  if (draft.activity === null || figures.length === 0) return draft;
  const { context } = request;
  const stands = draft.correction?.before ?? (await context.state(draft.activity));
  // told and not stored yet
  const waiting = context.conversation.drafts.findLast(
    (one) => one.id !== draft.id && one.activity === draft.activity && !one.correction,
  )?.fields;
  let { fields, queue, because } = draft;
  const done = figures.map((one): FigureTold => {
    const { field, told, unit, said } = one;
    const onCard = valueIn(before, field, unit);
    const stood = onCard ?? valueIn(waiting, field, unit) ?? valueIn(stands, field, unit);
    const summed = field !== 'percent' && !NOT_SUMMED.test(unit);
    const effect = effectOn(stood, told, said);
    const sum = stood === null ? null : stood + told;
    const fits = sum !== null && (field !== 'spent' || sum <= MAX_SATANG);
    const known = stood === null ? {} : { stood };
    if (!summed || !fits || effect === 'replaces') return { ...one, ...known };
    const { [field]: _, ...others } = because;
    if (effect === 'adds') {
      fields = withFigure(fields, one, sum);
      queue = queue.filter((name) => name !== field);
      because = others;
      return { ...one, ...known };
    }
    if (onCard !== null || draft.correction) return { ...one, ...known };
    fields = withFigure(fields, one, null);
    because = others;
    return { ...one, ...known, asked: true };
  });
  const kept = (draft.figures ?? []).filter(({ field }) => !done.some((one) => one.field === field));
  const asked = done.flatMap((one) => (one.asked ? [one.field] : []));
  return {
    ...draft,
    fields,
    because,
    figures: [...kept, ...done],
    queue: [...asked, ...queue.filter((name) => !asked.some((one) => one === name))],
  };
}

/** The same of a draft that has just come to its activity. @param text in which more may be counted. */
export function settledOn(draft: Draft, request: RequestContext, text?: string): Promise<Draft> {
  const figures = draft.figures ?? [];
  const counted =
    text === undefined || draft.fields.actual !== null ? null : partCounted(draft, text, request);
  return settled(draft, request, null, counted ? [...figures, counted] : figures);
}

/** What words on the open card said besides: asked only where nothing was told of it yet. */
export function onCard(
  next: Draft,
  before: Draft,
  figures: readonly FigureTold[],
  request: RequestContext,
): Promise<Draft> {
  const anew = figures.filter(
    ({ field, said }) => said === 'added' || !before.figures?.some((one) => one.field === field),
  );
  return settled(next, request, before.fields, anew);
}

/** The same of a figure that was answered to its question, which asks for all of it. @param result of the answer. */
export async function checkedAnswer(
  draft: Draft,
  field: AskField,
  result: StepResult,
  request: RequestContext,
): Promise<StepResult> {
  const next = result.draft;
  if (!next || next.step === draft.step || (field !== 'spent' && field !== 'actual')) return result;
  const told = valueIn(next.fields, field);
  if (told === null) return result;
  if (draft.figures?.some((one) => one.field === field)) {
    // said as a number, it is asked no more; what else was told is
    const figures = next.figures!.map((one) => (one.field === field ? { ...one, asked: false } : one));
    return { ...result, draft: { ...next, figures } };
  }
  // what stood on the card is corrected
  if (draft.fields[field] !== null) return result;
  const unit = (field === 'actual' && next.fields.actual?.unit) || '';
  const there = await settled(next, request, null, [{ field, told, unit, said: 'whole' }]);
  const asked = there.figures!.some((one) => one.asked);
  if (!asked) return { ...result, draft: there };
  const rest = there.queue.filter((name) => name !== field);
  const queue = next.step.at === 'ask' ? [next.step.field, ...rest] : rest;
  return { ...result, draft: { ...there, step: { at: 'ask', field }, queue } };
}

/** The figures as they were told, for another activity. */
export function unsettled(draft: Draft): Draft {
  const figures = (draft.figures ?? []).map(({ field, told, unit, said }): FigureTold => ({
    field,
    told,
    unit,
    said,
  }));
  const isStill = ({ field, told, stood, asked }: FigureTold): boolean =>
    asked === true || valueIn(draft.fields, field) === told + (stood ?? 0);
  const fields = (draft.figures ?? [])
    .filter(isStill)
    .reduce((all, one) => withFigure(all, one, one.told), draft.fields);
  return { ...draft, fields, figures };
}
