/** The sample plan, laid out in Word as offices print it, comes in as the sample itself. */
import { describe, expect, it } from 'vitest';
import { writePlanTemplate } from '../../../src/plan-import/template.ts';
import { drafted, understood } from './open.ts';
import { samplePlan, seedWordPlan } from './word-plan.ts';

const sample = await samplePlan();
const { activities } = sample;
const word = seedWordPlan(activities);

describe('the sample plan in Word', () => {
  it('has every activity as the sample has it', async () => {
    const { form } = await understood(await word);
    expect(form.activities).toEqual(activities);
    expect(form).toMatchObject({
      officeName: sample.officeName,
      title: sample.title,
      fiscalYear: sample.fiscalYear,
    });
  });

  it('leaves no money open', async () => {
    const { findings } = await understood(await word);
    expect(findings.filter(({ weight }) => weight === 'money')).toEqual([]);
  });

  it('is the same once more through the form', async () => {
    const { form } = await understood(await word);
    const again = await drafted(await writePlanTemplate(form));
    expect(again.ok && again.plan.activities).toEqual(activities);
  });
});
