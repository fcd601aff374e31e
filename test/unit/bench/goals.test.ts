/** The bench's verdicts: medians against limits, in both directions, and never met by what was not measured. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Goal, judgeGoals, verdictLine } from '../../../bench/lib/goals.ts';

const goals: Goal[] = [
  { metric: 'rate', atLeast: 0.6, says: 'rate' },
  { metric: 'wait', atMost: 1.15, says: 'wait' },
  { metric: 'memory', atMost: 60, says: 'memory' },
];
const results = (measured: Record<string, number[]>) => judgeGoals(goals, measured).map((one) => one.result);

describe('a goal', () => {
  test('is judged by the median, whatever the outliers', () => {
    expect(results({ rate: [0.1, 0.7, 0.7], wait: [1, 1.1, 99], memory: [12] })).toEqual([
      'met',
      'met',
      'met',
    ]);
    expect(results({ rate: [9, 0.5, 0.5], wait: [1.2, 1.2, 0.1], memory: [61] })).toEqual([
      'missed',
      'missed',
      'missed',
    ]);
  });

  test('is met on its limit', () => {
    expect(results({ rate: [0.6], wait: [1.15], memory: [60] })).toEqual(['met', 'met', 'met']);
  });

  test('is not met by what was not measured', () => {
    expect(results({ rate: [] })).toEqual(['not-measured', 'not-measured', 'not-measured']);
  });

  test('with no limit or with two is refused', () => {
    expect(() => judgeGoals([{ metric: 'rate', says: '' }], {})).toThrow(TypeError);
    expect(() => judgeGoals([{ metric: 'rate', atMost: 1, atLeast: 1, says: '' }], {})).toThrow(TypeError);
  });

  test('is told in one line with its spread', () => {
    const [first, second, third] = judgeGoals(goals, { rate: [0.5, 0.4, 0.9], wait: [1] }).map(verdictLine);
    expect(first).toBe('MISSED rate: 0.5 [0.4–0.9], 3 rounds (goal >= 0.6)');
    expect(second).toBe('met    wait: 1 [1–1], 1 rounds (goal <= 1.15)');
    expect(third).toBe('-      memory: not measured (goal <= 60)');
  });
});

test('goals.json can be judged, each goal once', () => {
  const file = new URL('../../../bench/goals.json', import.meta.url);
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Goal[];
  expect(judgeGoals(kept, {}).every((one) => one.result === 'not-measured')).toBe(true);
  expect(new Set(kept.map((goal) => goal.metric)).size).toBe(kept.length);
  expect(kept.length).toBeGreaterThanOrEqual(10);
});
