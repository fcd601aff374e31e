/** How the units of an office stand beside each other, and in which order they are shown; the command that compares them asks. */
import type { Status } from './activity.ts';
import type { Money } from './budget.ts';

export interface UnitStanding extends Pick<Money, 'budget' | 'spent'> {
  /** As the plan names it; null for what it gives to none. */
  name: string | null;
  total: number;
  done: number;
  overdue: number;
  /** At work this month, and nothing reported in it. */
  unreported: number;
}

export type UnitOrder = {
  /** What is looked at; `plan` for everything, in plan order. */
  by: 'plan' | 'spent' | 'left' | 'overdue' | 'unreported' | 'done';
  first: 'most' | 'least';
};

/** @param leaves those of the unit. @param unreported codes. */
export function unitStanding(
  name: string | null,
  leaves: readonly { code: string; status: Status; overdue: boolean }[],
  { budget, spent }: Pick<Money, 'budget' | 'spent'>,
  unreported: ReadonlySet<string>,
): UnitStanding {
  return {
    name,
    budget,
    spent,
    total: leaves.length,
    done: leaves.filter(({ status }) => status === 'completed').length,
    overdue: leaves.filter((leaf) => leaf.overdue).length,
    unreported: leaves.filter(({ code }) => unreported.has(code)).length,
  };
}

/** @returns what is asked for on top; what cannot be compared, as a unit without a budget by what it spent, below; of equals the plan's order. */
export function inOrder(units: readonly UnitStanding[], { by, first }: UnitOrder): UnitStanding[] {
  if (by === 'plan') return [...units];
  const sign = first === 'most' ? -1 : 1;
  const value = (unit: UnitStanding): number | null => valueOf(unit, by);
  return units.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

/** Money spent and work done are compared by their share: a small unit has little of both. */
function valueOf(unit: UnitStanding, by: Exclude<UnitOrder['by'], 'plan'>): number | null {
  switch (by) {
    case 'spent':
      return unit.budget > 0 ? unit.spent / unit.budget : null;
    case 'left':
      return unit.budget > 0 ? unit.budget - unit.spent : null;
    case 'done':
      return unit.total > 0 ? unit.done / unit.total : null;
    case 'overdue':
    case 'unreported':
      return unit[by];
  }
}
