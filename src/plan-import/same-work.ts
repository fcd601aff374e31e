/** Whether an activity of one plan is the same work as the one of that code in another, and which of somebody's codes go over; services/plan-switch asks. */
import type { Activity, Plan } from '../domain/activity.ts';
import { leafFinder } from '../domain/plan.ts';
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
 * must be the same, and years as far from their own plan's: a name with 2564 in the plan of 2564 is the same with 2565 in the next.
 */
export function isAlike(name: string, year: number, other: string, otherYear: number): boolean {
  const [one, two] = [nameParts(name, year), nameParts(other, otherYear)];
  if (one.marks !== two.marks) return false;
  if (one.letters === two.letters) return true;
  if (Math.min(one.letters.length, two.letters.length) < LONG) return false;
  return (
    Math.abs(one.letters.length - two.letters.length) <= 1 && lettersApart(one.letters, two.letters) <= 1
  );
}

function nameParts(name: string, year: number): { marks: string; letters: string } {
  const text = plainDigits(tidy(name)).replaceAll('\u0e40\u0e40', '\u0e41').toLowerCase();
  const marks = (text.match(MARK) ?? []).map((mark) =>
    /^2[4-6]\d\d$/.test(mark) ? `year${Number(mark) - year}` : mark,
  );
  const letters = text
    .replace(MARK, '')
    .replace(TONES, '')
    .replace(/[^\p{L}\p{M}]/gu, '');
  return { marks: marks.join(' '), letters };
}

/** An activity as it is told: of a code that the plan left has not either, the name is ''. */
export type Lost = Pick<Activity, 'code' | 'label' | 'name'>;

export interface CodesGoingOver {
  kept: string[];
  lost: Lost[];
}

/**
 * Codes mean something within one plan only. One whose name is another in the plan to come is lost; of a branch that is
 * named otherwise, the leaves that are the same work are kept.
 * @returns for codes of leaves and branches, what is left of them in the plan to come.
 */
export function codesGoingOver(
  from: ComparedPlan,
  to: ComparedPlan,
): (codes: readonly string[]) => CodesGoingOver {
  const old = new Map(from.activities.map((one) => [one.code, one]));
  const coming = new Map(to.activities.map((one) => [one.code, one]));
  const leaves = leafFinder(from);
  const goesOver = ({ code, name }: Activity): boolean => {
    const found = coming.get(code);
    return found !== undefined && isAlike(name, from.fiscalYear, found.name, to.fiscalYear);
  };
  return (codes) => {
    const kept = new Set<string>();
    const lost = new Map<string, Lost>();
    for (const code of codes) {
      const known = old.get(code);
      if (!known) lost.set(code, { code, label: code, name: '' });
      else if (goesOver(known)) kept.add(code);
      else
        for (const leaf of leaves(code))
          if (goesOver(leaf)) kept.add(leaf.code);
          else lost.set(leaf.code, leaf);
    }
    return {
      kept: [...kept],
      lost: [...lost.values()].map(({ code, label, name }) => ({ code, label, name })),
    };
  };
}
