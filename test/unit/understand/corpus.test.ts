/** Files of messages with their right reading, and what share of them must be understood wholly. */
import { describe, expect, test } from 'vitest';
import { messagesFrom, planFrom } from './plans.ts';
import { scoreMessages, table } from './score.ts';

const FIXTURES = 'test/fixtures/understand';
const SAMPLE = 'samples/plan-2564.json';

/** `floor`: share of messages of which every scored field must be right. */
const CORPORA = [
  { name: 'dev', plan: SAMPLE, floor: 0.98 },
  { name: 'set-1', plan: SAMPLE, floor: 0.96 },
  { name: 'set-2', plan: SAMPLE, floor: 0.96 },
  { name: 'set-3', plan: SAMPLE, floor: 0.95 },
  { name: 'set-4', plan: SAMPLE, floor: 0.96 },
  { name: 'plan-b', plan: `${FIXTURES}/plan-b.json`, floor: 0.95 },
  { name: 'set-5', plan: SAMPLE, floor: 0.94 },
  { name: 'plan-b-2', plan: `${FIXTURES}/plan-b.json`, floor: 0.86 },
  { name: 'plan-hospital', plan: `${FIXTURES}/plan-hospital.json`, floor: 0.94 },
  { name: 'plan-works', plan: `${FIXTURES}/plan-works.json`, floor: 0.94 },
  { name: 'plan-200', plan: `${FIXTURES}/plan-200.json`, floor: 0.95 },
] as const;

describe.each(CORPORA)('$name', ({ name, plan, floor }) => {
  const score = scoreMessages(messagesFrom(`${FIXTURES}/${name}.jsonl`), planFrom(plan));

  test(`at least ${floor * 100} % of the messages are wholly right`, () => {
    const failures = score.failures.map(
      ({ id, field, expected, got }) =>
        `${id} ${field}: ${JSON.stringify(expected)} but ${JSON.stringify(got)}`,
    );
    expect(score.right / score.total, `${table(name, score)}\n${failures.join('\n')}`).toBeGreaterThanOrEqual(
      floor,
    );
  });

  test('no question, order, greeting or promise is read as a report', () => {
    expect(score.falseReports).toEqual([]);
  });
});
