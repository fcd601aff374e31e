/** The plans the tests read messages against. */
import { FIXTURES, planFrom as read } from '../../../scripts/reader-training/corpora.ts';
import type { Plan } from '../../../src/domain/activity.ts';

const ROOT = FIXTURES.slice(0, -'test/fixtures/understand/'.length);

/** @param path from the project's root. */
export function planFrom(path: string): Plan {
  return read(ROOT + path);
}

export const samplePlan = (): Plan => planFrom('samples/plan-2564.json');
