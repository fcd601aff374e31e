/** The sample plan, laid out in Word as offices print it, comes in as the sample itself. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { writePlanTemplate } from '../../../src/plan-import/template.ts';
import { planWords } from '../../../src/text/plan-words.ts';
import { money } from '../../../src/text/format.ts';
import { drafted, understood } from './open.ts';
import { planRow, wordPlan } from './word-plan.ts';

const read = readPlanJson(await readFile('samples/plan-2564.json'));
const sample = read.ok ? draftPlan(read.raw, planWords) : null;
if (!sample?.ok) throw new Error('the sample cannot be read');
const { activities } = sample.plan;

const word = wordPlan([
  activities.map((one) => {
    const label = one.label.split(' ').at(-1)!;
    return planRow(`${label} ${one.name}`, {
      indicator: one.indicator ?? '',
      unit: one.unit ?? '',
      target: one.target === null ? '' : String(one.target),
      budget: one.budget === null ? '' : money(one.budget),
      owner: one.ownerGroup ?? '',
      marks: Object.fromEntries(one.months.map((month) => [Number(month.slice(5)), '✓'])),
    });
  }),
]);

describe('the sample plan in Word', () => {
  it('has every activity as the sample has it', async () => {
    const { form } = await understood(await word);
    expect(form.activities).toEqual(activities);
    expect(form).toMatchObject({
      officeName: sample.plan.officeName,
      title: sample.plan.title,
      fiscalYear: sample.plan.fiscalYear,
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
