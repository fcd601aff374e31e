/** A random plan in a random layout comes in equal; a column that is dropped is always named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalMonths } from '../../../src/plan-import/months.ts';
import { type Item, type LaidOut, layOut, type Layout, LAYOUTS } from './layouts.ts';
import { fault, understood } from './open.ts';

const NAMES = [
  'อบรมครู',
  'นิเทศภายใน',
  'ค่ายคุณธรรม',
  'จัดซื้อครุภัณฑ์',
  'โครงการวันสำคัญ',
  'พัฒนาระบบข้อมูล',
  'ปรับปรุงอาคาร',
  'ศึกษาดูงาน',
];
const OWNERS = ['กลุ่มนิเทศ', 'นายวิชัย ใจกล้า', 'ครูสมศรี', 'กองช่าง'];

const item: fc.Arbitrary<Item> = fc.record({
  name: fc.tuple(fc.constantFrom(...NAMES), fc.nat(99)).map(([name, number]) => `${name} ระยะ ${number}`),
  budget: fc.integer({ min: 1, max: 9_000_000 }).map((number) => number + 1000),
  months: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], { minLength: 1 }),
  owner: fc.constantFrom(...OWNERS),
  target: fc.integer({ min: 1, max: 90 }),
});
const plan: fc.Arbitrary<LaidOut> = fc
  .record({
    year: fc.integer({ min: 2560, max: 2575 }),
    groups: fc.array(fc.array(item, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ year, groups }) => ({
    office: 'สำนักงานตัวอย่าง',
    year,
    groups: groups.map((items, index) => ({ name: `ยุทธศาสตร์ที่ ${index + 1} พัฒนางาน`, items })),
  }));

/** Months as a layout can tell them: quarters round up. */
function monthsIn(layout: Layout, months: readonly number[]): number[] {
  if (layout !== 'quarters') return [...months];
  const quarters = new Set(months.map((index) => Math.floor(index / 3)));
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((index) => quarters.has(Math.floor(index / 3)));
}

describe('a random plan', () => {
  it('comes in equal from any layout', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom(...LAYOUTS), async (laid, layout) => {
        const { bytes } = await layOut(laid, layout);
        const outcome = await understood(bytes);
        const year = fiscalMonths(laid.year);
        const leaves = outcome.form.activities.filter(({ name }) => !name.startsWith('ยุทธศาสตร์'));
        expect(
          leaves.map(({ name, budget, months, ownerGroup, target }) => ({
            name,
            budget,
            months,
            ownerGroup,
            target,
          })),
        ).toEqual(
          laid.groups.flatMap(({ items }) =>
            items.map((one) => ({
              name: one.name,
              budget: one.budget * 100,
              months: monthsIn(layout, one.months).map((index) => year[index]),
              ownerGroup: one.owner,
              target: one.target,
            })),
          ),
        );
        expect(outcome.form.fiscalYear).toBe(laid.year);
        expect(outcome.sums.filter(({ difference }) => difference !== 0)).toEqual([]);
        expect(outcome.findings.filter(({ weight }) => weight === 'money')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a column that is dropped', () => {
  const laid: LaidOut = {
    office: 'สำนักงานตัวอย่าง',
    year: 2568,
    groups: [
      {
        name: 'ยุทธศาสตร์ที่ 1',
        items: [
          { name: 'อบรมครู', budget: 12_000, months: [0, 1], owner: 'กลุ่มนิเทศ', target: 30 },
          { name: 'นิเทศภายใน', budget: 8000, months: [4], owner: 'กลุ่มนิเทศ', target: 5 },
        ],
      },
    ],
  };
  const whole = async (layout: Layout, drop: number | null): Promise<string[]> => {
    const { bytes } = await layOut(laid, layout, drop);
    if ((await fault(bytes)) !== 'read') return [await fault(bytes)];
    const { findings, drafted } = await understood(bytes);
    const problems = drafted.ok ? [] : drafted.problems.map(({ at, reason }) => `${at} ${reason}`);
    return [...findings.map(({ at, kind, value }) => `${at} ${kind} ${value}`), ...problems];
  };

  it.each(LAYOUTS)('is named in the layout of %s, whichever it is', async (layout) => {
    const { headings } = await layOut(laid, layout);
    const before = await whole(layout, null);
    for (let drop = 0; drop < headings.length; drop += 1) {
      const said = await whole(layout, drop);
      expect([layout, headings[drop], said.filter((one) => !before.includes(one)).length > 0]).toEqual([
        layout,
        headings[drop],
        true,
      ]);
    }
  });
});
