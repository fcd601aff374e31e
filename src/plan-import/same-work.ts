/** Whether an activity of one plan is the same work as the one of that code in another, and which of somebody's codes go over; services/plan-switch asks. */
import type { Activity, Plan } from '../domain/activity.ts';
import { plainDigits, tidy } from './cells.ts';
import { lettersApart } from './nearest-word.ts';

/** What is compared of a plan. */
export type ComparedPlan = Pick<Plan, 'fiscalYear' | 'activities'>;

/** From so many letters on, one wrong letter makes no other name. */
const LONG = 10;
/** Tone marks and the mark of silence. */
const TONES = /[\u0e47-\u0e4c]/g;
/** What tells two works of nearly one name apart: numbers, years, short Latin words, a consonant that stands alone. */
const MARK = /\d+(?:\.\d+)*|\b[a-z]{1,4}\b|(?<=^|[\s(])[\u0e01-\u0e2e](?=\.?(?:[\s)]|$))/g;

/**
 * Blanks, punctuation, tone marks, kinds of digits and case make no other name, nor does one slip in a long one. Numbers
 * must be the same; years may be as far from their own plan's instead: 2564 in the plan of 2564 is 2565 in the next.
 */
export function isAlike(name: string, year: number, other: string, otherYear: number): boolean {
  const [one, two] = [nameParts(name, year), nameParts(other, otherYear)];
  if (one.marks !== two.marks && one.fromYear !== two.fromYear) return false;
  if (one.letters === two.letters) return true;
  if (Math.min(one.letters.length, two.letters.length) < LONG) return false;
  return (
    Math.abs(one.letters.length - two.letters.length) <= 1 && lettersApart(one.letters, two.letters) <= 1
  );
}

function nameParts(name: string, year: number): { marks: string; fromYear: string; letters: string } {
  const text = plainDigits(tidy(name)).replaceAll('\u0e40\u0e40', '\u0e41').toLowerCase();
  const marks = text.match(MARK) ?? [];
  const fromYear = marks.map((mark) => (/^2[4-6]\d\d$/.test(mark) ? `year${Number(mark) - year}` : mark));
  const letters = text
    .replace(MARK, '')
    .replace(TONES, '')
    .replace(/[^\p{L}\p{M}]/gu, '');
  return { marks: marks.join(' '), fromYear: fromYear.join(' '), letters };
}

/** An activity as it is told: of a code that the plan left has not either, the name is ''. */
export type Lost = Pick<Activity, 'code' | 'label' | 'name'>;

export interface CodesGoingOver {
  kept: string[];
  lost: Lost[];
}

/**
 * Codes mean something within one plan only: one whose name is another in the plan to come is lost. A branch is kept whole
 * while no code below it means another work; else what is the same below it.
 * @returns for codes of leaves and branches, what is left of them in the plan to come.
 */
export function codesGoingOver(
  from: ComparedPlan,
  to: ComparedPlan,
): (codes: readonly string[]) => CodesGoingOver {
  const old = new Map(from.activities.map((one) => [one.code, one]));
  const coming = new Map(to.activities.map((one) => [one.code, one]));
  const children = Map.groupBy(from.activities, ({ parent }) => parent);
  const below = ({ code }: Activity): Activity[] => children.get(code) ?? [];
  const isSame = ({ code, name }: Activity): boolean => {
    const found = coming.get(code);
    return found !== undefined && isAlike(name, from.fiscalYear, found.name, to.fiscalYear);
  };
  const meansOther = (one: Activity): boolean => coming.has(one.code) && !isSame(one);
  const isWhole = (one: Activity): boolean =>
    isSame(one) &&
    below(one).every((child) => !meansOther(child) && (!coming.has(child.code) || isWhole(child)));
  return (codes) => {
    const kept = new Set<string>();
    const lost = new Map<string, Lost>();
    const goOver = (one: Activity): void => {
      if (isWhole(one)) kept.add(one.code);
      else if (below(one).length > 0) below(one).forEach(goOver);
      else lost.set(one.code, one);
    };
    for (const code of codes) {
      const known = old.get(code);
      if (known) goOver(known);
      else lost.set(code, { code, label: code, name: '' });
    }
    return {
      kept: [...kept],
      lost: [...lost.values()].map(({ code, label, name }) => ({ code, label, name })),
    };
  };
}
