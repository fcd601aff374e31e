/** Which row of a card a short text names, and what it says of it; the open card and what was just stored are put right by it. */
import { type FieldName, type Fields, isTextField } from '../../../domain/activity.ts';
import type { AskField } from '../../../domain/draft.ts';
import { findActivity } from '../../../domain/plan.ts';
import { arabicDigits } from '../../../text/format.ts';
import { IN_PERCENT, OF_PEOPLE, COUNTED_PEOPLE, SAYS_BAHT } from '../../../text/typed-answers.ts';
import { figureOff, numberInstead, rowSaid, WISH_LED_BY } from '../../../text/typed-corrections.ts';
import { plain } from '../../commands/command.ts';
import type { RequestContext } from '../../request-context.ts';
import { standsInstead } from './instead.ts';
import { questions } from './questions.ts';

export type Correction =
  | { does: 'ask'; field: AskField; why?: string }
  | { does: 'drop'; field: FieldName }
  | { does: 'set'; fields: Partial<Fields> };

/** Rows with one number each. */
const NUMBERS = ['spent', 'actual', 'percent'] as const;

/** @param stands what the card, or the stored report, says now: a number alone is for the only number there. */
export function correctionIn(
  text: string,
  code: string,
  stands: Fields,
  request: RequestContext,
): Correction | null {
  const activity = findActivity(request.context.plan, code);
  const typed = plain(text);
  const instead = standsInstead(typed, stands, request);
  if (instead) return { does: 'set', fields: instead };
  const off = figureOff(typed);
  if (off) return offOf(off, stands);
  const number = numberInstead(typed);
  if (number !== null) {
    const [only, ...others] = NUMBERS.filter((name) => stands[name] !== null);
    const read = only && others.length === 0 ? questions[only].read(number, request, activity) : null;
    return read?.ok ? { does: 'set', fields: read.set } : null;
  }
  const counts = activity?.unit ?? null;
  const bare = typed.replace(WISH_LED_BY, '');
  const led = bare === typed ? null : rowSaid(bare, counts);
  const said = led?.does === 'drop' ? led : rowSaid(typed, counts);
  if (said === null) return null;
  const { field } = said;
  if (field === 'evidence') return said.does === 'drop' ? null : { does: 'ask', field };
  if (said.does !== 'set') return said.does === 'drop' ? { does: 'drop', field } : { does: 'ask', field };
  const value = isTextField(field) ? asTyped(said.value, text) : said.value;
  const counted = activity && { ...activity, unit: unitMeant(typed, stands, activity.unit) };
  const read = questions[field].read(value, request, field === 'actual' ? counted : activity);
  if (read.ok) return { does: 'set', fields: read.set };
  return said.wants ? { does: 'ask', field, why: read.why } : null;
}

/** The row in which that figure stands, and only there. */
function offOf(off: NonNullable<ReturnType<typeof figureOff>>, stands: Fields): Correction | null {
  const { percent, actual, spent } = stands;
  const [only, ...others] = NUMBERS.filter((name) => {
    if (name === 'percent') return percent === off.value && (off.unit === '' || IN_PERCENT.test(off.unit));
    if (name === 'spent') return spent === off.value * 100 && (off.unit === '' || SAYS_BAHT.test(off.unit));
    return actual?.value === off.value && (off.unit === '' || actual.unit.startsWith(off.unit));
  });
  return only && others.length === 0 ? { does: 'drop', field: only } : null;
}

/** What a number is counted by: people where they are named, else as what stands there, else as the indicator. */
function unitMeant(typed: string, { actual }: Fields, unit: string | null): string | null {
  if (IN_PERCENT.test(typed)) return unit;
  return actual?.unit || (OF_PEOPLE.test(typed) && !OF_PEOPLE.test(unit ?? '') ? COUNTED_PEOPLE : unit);
}

/** Words as they were typed, of which only a plain form was read. */
function asTyped(value: string, text: string): string {
  const whole = text.normalize('NFC');
  const at = arabicDigits(whole).toLowerCase().lastIndexOf(value);
  return at < 0 ? value : whole.slice(at, at + value.length);
}
