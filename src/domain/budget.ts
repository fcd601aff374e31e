/** Money over the tree of a plan: allotted, spent and gone over, for every node and for all; commands, summaries and the report use it. */
import type { Activity } from './activity.ts';
import type { Satang } from './money.ts';

export interface Money {
  /** What stands below, or a branch's own figure where that is more; nothing where no figure is set. */
  budget: Satang;
  spent: Satang;
  /** Spent beyond a figure that is set; what has none of its own is covered by its branch, or by nothing that could be exceeded. */
  over: Satang;
}

type Node = Pick<Activity, 'code' | 'parent' | 'leaf' | 'budget'>;

/** Whether the plan gives money for an activity: to itself, or to a branch it stands under. */
export function hasBudget(activities: readonly Node[], code: string): boolean {
  const node = activities.find((one) => one.code === code);
  if (!node) return false;
  return (node.budget ?? 0) > 0 || (node.parent !== null && hasBudget(activities, node.parent));
}

/**
 * @param spentOf what a leaf spent to date, null where nobody said.
 * @param counts which leaves to look at, all when left out; a branch's own figure holds only where all its leaves count.
 * @returns money by code, and under `null` for the whole plan.
 */
export function moneyByNode(
  activities: readonly Node[],
  spentOf: (leaf: string) => Satang | null,
  counts: (leaf: string) => boolean = () => true,
): Map<string | null, Money> {
  const codes = new Set(activities.map(({ code }) => code));
  const children = Map.groupBy(activities, ({ parent }) =>
    parent !== null && codes.has(parent) ? parent : null,
  );
  const money = new Map<string | null, Money>();
  const sumUp = (code: string | null, own: Satang | null): { money: Money; whole: boolean } => {
    const parts = (children.get(code) ?? []).map((child) => (child.leaf ? leaf(child) : branch(child)));
    const whole = parts.every((part) => part.whole);
    const total = (of: keyof Money): Satang => parts.reduce((sum, part) => sum + part.money[of], 0);
    const spent = total('spent');
    const below = total('budget');
    // as the report has it: a branch covers what its leaves do not name
    const set = whole && own !== null ? Math.max(own, below) : null;
    const sum = {
      budget: set ?? below,
      spent,
      over: Math.max(total('over'), set === null ? 0 : spent - set),
    };
    money.set(code, sum);
    return { money: sum, whole };
  };
  const branch = (node: Node): ReturnType<typeof sumUp> => sumUp(node.code, node.budget);
  const leaf = ({ code, budget }: Node): ReturnType<typeof sumUp> => {
    if (!counts(code)) return { money: { budget: 0, spent: 0, over: 0 }, whole: false };
    const spent = spentOf(code) ?? 0;
    const own = { budget: budget ?? 0, spent, over: budget === null ? 0 : Math.max(0, spent - budget) };
    money.set(code, own);
    return { money: own, whole: true };
  };
  sumUp(null, null);
  return money;
}
