/** Judges what was measured by bench/goals.json; run.ts prints the verdicts. */
import { type Spread, spread } from './stats.ts';

/** One value for each round, by name: rates per second, milliseconds, megabytes or ratios of the same round. */
export type Measurements = Record<string, number[]>;

export interface Goal {
  /** Name in Measured; its median is judged. */
  metric: string;
  atLeast?: number;
  atMost?: number;
  says: string;
}

export interface GoalVerdict {
  goal: Goal;
  result: 'met' | 'missed' | 'not-measured';
  found: Spread | null;
}

/** @throws TypeError when a goal has no limit, or two: then it would always be met. */
export function judgeGoals(goals: readonly Goal[], measured: Measurements): GoalVerdict[] {
  return goals.map((goal) => {
    if ((goal.atLeast === undefined) === (goal.atMost === undefined))
      throw new TypeError(`goal ${goal.metric} needs one limit`);
    const values = measured[goal.metric];
    if (!values || values.length === 0) return { goal, result: 'not-measured', found: null };
    const found = spread(values);
    const met =
      goal.atLeast === undefined ? found.median <= (goal.atMost ?? -Infinity) : found.median >= goal.atLeast;
    return { goal, result: met ? 'met' : 'missed', found };
  });
}

/** One line a goal: what is wanted, what was found, with the least and the most of all rounds. */
export function verdictLine({ goal, result, found }: GoalVerdict): string {
  const limit = goal.atLeast === undefined ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`;
  const was = found
    ? `${short(found.median)} [${short(found.least)}–${short(found.most)}], ${found.rounds} rounds`
    : 'not measured';
  return `${result === 'met' ? 'met   ' : result === 'missed' ? 'MISSED' : '-     '} ${goal.says}: ${was} (goal ${limit})`;
}

/** Three digits that matter. */
export function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 });
}
