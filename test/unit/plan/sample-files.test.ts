/** The sample plan in Word and in Excel, for trying the import by: each comes in as the sample itself, whole and without a question of money. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { samplePlans } from '../../../scripts/sample-plans.ts';
import { understood } from './open.ts';
import { samplePlan } from './word-plan.ts';

const sample = await samplePlan();
const made = await samplePlans();

it.each(['docx', 'xlsx'] as const)(
  'samples/plan-2564.%s is the sample, and so is one made anew',
  async (ending) => {
    for (const bytes of [await readFile(`samples/plan-2564.${ending}`), made[ending]]) {
      const { form, layout, findings } = await understood(bytes);
      expect(layout).toBe('document');
      expect(form.activities).toEqual(sample.activities);
      const { officeName, title, fiscalYear } = sample;
      expect(form).toMatchObject({ officeName, title, fiscalYear });
      expect(findings.filter(({ weight }) => weight !== 'note')).toEqual([]);
    }
  },
);
