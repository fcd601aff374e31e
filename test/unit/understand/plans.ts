/** The plans the tests read messages against. */
import { FIXTURES, planFrom as read, planIn } from '../../../scripts/reader-training/corpora.ts';
import type { Plan } from '../../../src/domain/activity.ts';

const ROOT = FIXTURES.slice(0, -'test/fixtures/understand/'.length);

/** @param path from the project's root. */
export function planFrom(path: string): Plan {
  return read(ROOT + path);
}

export const samplePlan = (): Plan => planFrom('samples/plan-2564.json');

/** @param activities rows as a plan's file has them, with codes; the rest of the plan is made up. */
export function planOfRows(activities: readonly object[]): Plan {
  const plan = {
    office: { name: 'สำนักงานทดสอบ' },
    fiscalYearBE: 2570,
    title: 'แผนปฏิบัติราชการ',
    period: { start: '2026-10-01', end: '2027-09-30' },
    activities,
  };
  return planIn(Buffer.from(JSON.stringify(plan)), 'a plan of the tests');
}

/** @param leaves code, name and unit of each. */
export function planOf(leaves: readonly (readonly [code: string, name: string, unit: string])[]): Plan {
  return planOfRows(
    leaves.map(([code, name, unit]) => ({
      code,
      label: code,
      name,
      indicator: `จำนวน${unit}`,
      unit,
      target: 100,
    })),
  );
}
