/** The figures of a reading and how each is put: more of what stands, all of it, a part; totals.ts puts them on what stands. */
import type { Fields } from '../../../domain/activity.ts';
import type { Draft, FigureTold } from '../../../domain/draft.ts';
import { MAX_SATANG, type Satang } from '../../../domain/money.ts';
import { findActivity } from '../../../domain/plan.ts';
import { arabicDigits } from '../../../text/format.ts';
import { figureSaid, NOT_SUMMED, partOf, PRICE_OF } from '../../../text/running-totals.ts';
import { ADDS_TO_SPENT, SAYS_TOTAL } from '../../../text/told.ts';
import { readAmount, readNumber } from '../../../understand/answers.ts';
import type { Reading } from '../../../understand/types.ts';
import type { RequestContext } from '../../request-context.ts';
import { unsureFields } from './fill.ts';

const FIELDS = ['percent', 'actual', 'spent'] as const;

export type FigureField = FigureTold['field'];

/** @returns the figures of a reading, with how each was put; a sum that is unsure only where it is plainly more. */
export function figuresTold(read: Reading, text: string): FigureTold[] {
  const typed = arabicDigits(text);
  const all = FIELDS.flatMap((field): FigureTold[] => {
    const unsure = unsureFields(read).includes(field);
    const told = unsure ? null : valueIn(read.fields, field);
    const span = read.because[field]?.at(-1);
    const said = span ? figureSaid(typed, ...digitsIn(typed, span)) : 'plain';
    const unit = (field === 'actual' && read.fields.actual?.unit) || '';
    if (told !== null) return [{ field, told, unit, said }];
    const more = field === 'spent' ? moreSpent(typed, read, said === 'added') : null;
    return more === null ? [] : [{ field, told: more, unit, said: 'added' }];
  });
  const counted = all.find(({ field }) => field === 'actual') ?? partOf(typed, null);
  return all.map((one) => {
    if (one.field !== 'spent' || one.said !== 'plain' || !counted) return one;
    if (counted.said === 'month') return { ...one, said: 'month' };
    if (counted.said !== 'added') return one;
    // the price of what was bought besides
    const [span] = read.because.spent ?? [];
    const isPrice = span !== undefined && PRICE_OF.test(typed.slice(0, digitsIn(typed, span)[0]));
    return { ...one, said: isPrice ? 'added' : 'month' };
  });
}

/** Where the figure itself stands in the words it was read from. */
function digitsIn(typed: string, { start, end }: { start: number; end: number }): [number, number] {
  const found = [...typed.slice(start, end).matchAll(/[0-9][0-9,.]*/g)].at(-1);
  return found ? [start + found.index, start + found.index + found[0].length] : [start, end];
}

/** "เบิกเพิ่มอีก 22,000", of which it is not sure that it is all that was spent. */
function moreSpent(typed: string, read: Reading, added: boolean): number | null {
  if (!unsureFields(read).includes('spent')) return null;
  const likely = added ? (read.fields.spent ?? read.likely.spent?.[0]?.value ?? null) : null;
  return sumMore(typed) ?? (likely !== null && likely > 0 ? likely : null);
}

/** @returns satang; null where no sum is added, or the total is told as well. */
export function sumMore(typed: string): Satang | null {
  const [, sum] = SAYS_TOTAL.test(typed) ? [] : (ADDS_TO_SPENT.exec(typed) ?? []);
  const told = sum === undefined ? null : readAmount(sum);
  return told !== null && told > 0 && told <= MAX_SATANG ? told : null;
}

/** The count in "เพิ่มอีกร้อยห้าสิบป้าย", whatever a reader makes of it. */
export function partCounted(draft: Draft, text: string, request: RequestContext): FigureTold | null {
  const unit = draft.activity && findActivity(request.context.plan, draft.activity)?.unit;
  if (!unit || NOT_SUMMED.test(unit)) return null;
  const found = partOf(arabicDigits(text), unit);
  const told = found && readNumber(found.number);
  return !found || !told || told <= 0 ? null : { field: 'actual', told, unit, said: found.said };
}

export function valueIn(fields: Fields | null | undefined, field: FigureField, unit?: string): number | null {
  if (!fields) return null;
  if (field !== 'actual') return fields[field];
  const { actual } = fields;
  return actual && (unit === undefined || unit === actual.unit) ? actual.value : null;
}

export function withFigure(fields: Fields, { field, unit }: FigureTold, value: number | null): Fields {
  const set = field === 'actual' && value !== null ? { value, unit } : value;
  return { ...fields, [field]: set };
}
