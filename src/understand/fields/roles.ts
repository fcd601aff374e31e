/** Weighs the role each number of a part plays: spent, reached, progress, left to do, or none of these. */
import { satangFromBaht } from '../../domain/money.ts';
import { type Linear, probabilities } from '../learn/linear.ts';
import { chancesIn, type Trees } from '../learn/trees.ts';
import type { NumberToken } from '../tokens.ts';
import { roleByColumn } from './columns.ts';
import { figureSigns, figuresIn } from './figure-signs.ts';
import { figureBag } from './figures.ts';
import type { Intent } from '../types.ts';
import type { PartText } from './part.ts';

export const FIGURE_ROLES = ['other', 'spent', 'actual', 'percent', 'left'] as const;
export type FigureRole = (typeof FIGURE_ROLES)[number];

export interface Weighed {
  token: NumberToken;
  at: number;
  chances: Record<FigureRole, number>;
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
    found.push({ token, at, chances: named(FIGURE_ROLES, probabilities(model, bag)) });
  }
  return found;
}

/** No report names more. */
const MOST_FIGURES = 60;

/** @param linear as the linear model weighed them. @returns the same, weighed beside one another. */
export function weighBeside(
  part: PartText,
  linear: readonly Weighed[],
  intent: Intent,
  trees: Trees,
): Weighed[] {
  const known = figuresIn(linear);
  return linear.map((one, place) => ({
    ...one,
    chances: named(
      FIGURE_ROLES,
      chancesIn(
        trees,
        FIGURE_ROLES.map((role) => one.chances[role]),
        figureSigns(part, linear, place, known, intent),
      ),
    ),
  }));
}

/** In a table with headings the column says what a figure is. */
export function underHeadings({ text }: PartText, figures: readonly Weighed[]): Weighed[] {
  return figures.map((one) => {
    const role = roleByColumn(text, one.token.start);
    return role === null ? one : { ...one, chances: certainly(role) };
  });
}

export function certainly(role: FigureRole): Weighed['chances'] {
  return { other: 0, spent: 0, actual: 0, percent: 0, left: 0, [role]: 1 };
}

export function likeliest(figures: readonly Weighed[], role: FigureRole, least: number): Weighed | null {
  return (
    figures
      .filter(({ chances }) => chances[role] >= least)
      .sort((a, b) => b.chances[role] - a.chances[role])[0] ?? null
  );
}

const OF_MONEY = /(?:งบ|เงิน|เบิก|จ่าย|ยอด|ใช้|ค่า)[^\d\n]{0,24}$/;

/** "แก้งบเป็น 183" names its field: that figure is the sum, however small, and whatever the activity counts in. */
export function amendedSum({ rules, text }: PartText, figures: readonly Weighed[]): readonly Weighed[] {
  const is = ({ token }: Weighed): boolean =>
    satangFromBaht(token.value) === rules.fields.spent && OF_MONEY.test(text.slice(0, token.start));
  if (figures.filter(is).length !== 1) return figures;
  return figures.map((one) => (is(one) ? { ...one, chances: certainly('spent') } : one));
}
