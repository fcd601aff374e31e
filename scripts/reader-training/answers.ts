/** Tells which reading of an annotated message each of its parts should come to, and which role each number; asked by the making of examples. */
import { PER_HUNDRED } from '../../src/understand/numbers/context.ts';
import type { PartText } from '../../src/understand/fields/part.ts';
import { inUnit } from '../../src/understand/fields/units.ts';
import type { FigureRole } from '../../src/understand/fields/roles.ts';
import type { Prepared } from '../../src/understand/prepare.ts';
import { isWord } from '../../src/understand/tokens.ts';
import type { AnnotatedMessage, ExpectedItem } from './corpora.ts';

/** Parts of a message whose right reading is known. */
export function pairsOf(
  { told, normal, tokens, index }: Prepared,
  { expect }: AnnotatedMessage,
  blind: boolean,
): [PartText, ExpectedItem][] {
  if (expect.multiple) {
    const { multiple } = expect;
    return told.flatMap((part): [PartText, ExpectedItem][] => {
      const item = multiple.find(({ activity }) => activity !== null && activity === part.activity?.code);
      return item ? [[{ ...part, blind }, item]] : [];
    });
  }
  const [first] = told;
  if (!first) return [];
  const whole = told.length === 1 ? first : { ...first, from: 0, to: normal.text.length };
  const activity = expect.activity === null ? first.activity : (index.byCode.get(expect.activity) ?? null);
  const units = activity === first.activity ? first.units : activity?.unit ? [activity.unit] : [];
  return [[{ ...whole, tokens, activity, units, blind: blind || told.length > 1 }, expect]];
}

export function roleOf(
  { tokens }: PartText,
  at: number,
  { spent, actual, percent }: ExpectedItem,
): FigureRole {
  const token = tokens[at];
  if (token?.kind !== 'number') return 'other';
  const next = tokens[at + 1];
  const beside = next && next.start - token.end <= 1 ? next : undefined;
  const { value } = token;
  const baht = isWord(beside, 'baht');
  const hundredth = isWord(beside, 'percent');
  if (
    actual !== null &&
    Math.abs(actual.value - inUnit(value, actual.unit)) < 1e-6 &&
    !(spent === value && baht) &&
    !(percent === value && actual.unit !== PER_HUNDRED)
  )
    return 'actual';
  if (spent === value && value !== 0) return 'spent';
  if (percent === value) return 'percent';
  return percent !== null && value === 100 - percent && hundredth ? 'left' : 'other';
}
