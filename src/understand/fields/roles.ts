/** Weighs the role each number of a part plays: spent, reached, progress, left to do, or none of these. */
import { satangFromBaht } from '../../domain/money.ts';
import { type Linear, probabilities } from '../learn/linear.ts';
import type { NumberToken } from '../tokens.ts';
import { figureBag } from './figures.ts';
import type { Intent } from '../types.ts';
import type { PartText } from './part.ts';

export const ROLES = ['other', 'spent', 'actual', 'percent', 'left'] as const;
export type Role = (typeof ROLES)[number];

export interface Weighed {
  token: NumberToken;
  at: number;
  chances: Record<Role, number>;
}

export function named<T extends string>(classes: readonly T[], all: readonly number[]): Record<T, number> {
  return Object.fromEntries(classes.map((one, at) => [one, all[at] ?? 0])) as Record<T, number>;
}

export function weighFigures(part: PartText, intent: Intent, model: Linear): Weighed[] {
  const found: Weighed[] = [];
  for (const [at, token] of part.tokens.entries()) {
    if (token.kind !== 'number' || token.start < part.from || token.end > part.to) continue;
    if (found.length >= MOST_FIGURES) break;
    const bag = figureBag(part, at, intent);
    found.push({ token, at, chances: named(ROLES, probabilities(model, bag)) });
  }
  return found;
}

/** No report names more. */
const MOST_FIGURES = 60;

export function likeliest(figures: readonly Weighed[], role: Role, least: number): Weighed | null {
  return (
    figures
      .filter(({ chances }) => chances[role] >= least)
      .sort((a, b) => b.chances[role] - a.chances[role])[0] ?? null
  );
}

/** "แก้งบเป็น 183" names its field: that figure is the sum, however small, and whatever the activity counts in. */
export function amendedSum({ rules }: PartText, figures: readonly Weighed[]): readonly Weighed[] {
  const is = ({ token }: Weighed): boolean => satangFromBaht(token.value) === rules.fields.spent;
  if (figures.filter(is).length !== 1) return figures;
  return figures.map((one) =>
    is(one) ? { ...one, chances: { other: 0, spent: 1, actual: 0, percent: 0, left: 0 } } : one,
  );
}
