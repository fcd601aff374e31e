/** The question whether a figure is a part of a running total or all of it, its answers, and the line by which the card shows how it came; amend, steps and view of the dialog ask it. */
import { soonerWhole } from '../../../domain/running-total.ts';
import type { Draft, FigureTold } from '../../../domain/draft.ts';
import { baht, decimal, money, quantity } from '../../../text/format.ts';
import { IS_PART, IS_WHOLE } from '../../../text/running-totals.ts';
import { readAmount, readNumber } from '../../../understand/answers.ts';
import { plain } from '../../commands/command.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Action } from '../../types.ts';
import { type FigureField, valueIn, withFigure } from './figures.ts';
import { heard } from './fill.ts';
import { moveOn, type StepResult, stay } from './machine.ts';

export function askedFigures({ figures = [], step }: Draft): FigureTold[] {
  const asked = figures.filter((one) => one.asked);
  return step.at === 'ask' && asked.some(({ field }) => field === step.field) ? asked : [];
}

/** @returns null where the words say neither that it is a part nor that it is all of it. */
export function answerTotal(draft: Draft, words: string, message: string | null): StepResult | null {
  const asked = askedFigures(draft);
  if (asked.length === 0) return null;
  const typed = plain(words);
  const part =
    words === 'part' || IS_PART.test(typed) || isNumber(typed, asked, (one) => one.told + one.stood!);
  const whole = words === 'whole' || IS_WHOLE.test(typed) || isNumber(typed, asked, (one) => one.told);
  if (part === whole) return null;
  const fields = asked.reduce(
    (all, one) => withFigure(all, one, whole ? one.told : one.told + one.stood!),
    draft.fields,
  );
  const set = Object.fromEntries(asked.map(({ field }) => [field, fields[field]]));
  return stay(moveOn(answered(draft), { fields, ...heard(draft, message, set) }));
}

/** The number that one of them would be. */
function isNumber(typed: string, asked: readonly FigureTold[], value: (one: FigureTold) => number): boolean {
  return asked.some((one) => {
    const number = one.field === 'spent' ? readAmount(typed) : readNumber(typed);
    return number !== null && number === value(one);
  });
}

/** The draft with nothing of its figures asked any more. */
export function answered(draft: Draft): Draft {
  const asked = askedFigures(draft);
  if (asked.length === 0) return draft;
  const figures = draft.figures!.map(({ asked: _, ...one }): FigureTold => one);
  const queue = draft.queue.filter((field) => !asked.some((one) => one.field === field));
  return { ...draft, figures, queue };
}

/** The two answers, the likelier first, with what each comes to. */
export function totalOptions(draft: Draft, { texts: { chat } }: RequestContext): Action[] {
  const asked = askedFigures(draft);
  const [first, ...others] = asked;
  if (!first) return [];
  const month = asked.some(({ said }) => said === 'month');
  const amount = (whole: boolean): string | null =>
    others.length > 0 ? null : bare(first.field, whole ? first.told : first.told + first.stood!);
  const of = (value: 'part' | 'whole', label: string): Action => ({
    type: 'tap',
    label,
    say: label,
    tap: { do: 'answer', draft: draft.id, rev: draft.rev, value },
  });
  const options = [
    of('part', chat.beside.total.part(month, amount(false))),
    of('whole', chat.beside.total.whole(amount(true))),
  ];
  return asked.some(({ said }) => soonerWhole(said)) ? options.toReversed() : options;
}

/** What was told and what stood, beside the question. */
export function totalTold(draft: Draft, request: RequestContext): string | null {
  const asked = askedFigures(draft);
  if (asked.length === 0) return null;
  const words = (value: (one: FigureTold) => number): string =>
    asked.map((one) => shown(one, value(one), request)).join(' · ');
  return request.texts.chat.beside.total.told(
    words((one) => one.told),
    words((one) => one.stood!),
  );
}

/** How each figure on the card came, or what stood in its place. */
export function figureLines(draft: Draft, request: RequestContext): Partial<Record<FigureField, string>> {
  const lines = (draft.figures ?? []).flatMap((one): [FigureField, string][] => {
    const { field, told, stood } = one;
    const value = valueIn(draft.fields, field);
    if (stood === undefined || value === null || value === stood) return [];
    const { total } = request.texts.chat.beside;
    if (value === stood + told && told > 0)
      return [[field, total.added(bare(field, stood), bare(field, told), shown(one, value, request))]];
    return value < stood || one.said === 'month' ? [[field, total.stood(shown(one, stood, request))]] : [];
  });
  return Object.fromEntries(lines);
}

function bare(field: FigureField, value: number): string {
  return field === 'spent' ? money(value) : decimal(value);
}

function shown({ field, unit }: FigureTold, value: number, { context }: RequestContext): string {
  if (field === 'spent') return baht(value, context.language);
  return field === 'percent' ? `${value}%` : quantity(value, unit);
}
