/** A plan written into the form and read back is the same plan, in either language; and what two plans differ in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activity.ts';
import { fiscalYearPeriod } from '../../../src/domain/fiscal-year.ts';
import type { PlanDraft } from '../../../src/plan-import/draft.ts';
import { diffPlans, isSamePlan } from '../../../src/plan-import/diff.ts';
import { fiscalMonths } from '../../../src/plan-import/months.ts';
import { writePlanTemplate } from '../../../src/plan-import/template.ts';
import { drafted } from './open.ts';
import { goodDraft } from './read.ts';

const letters = 'กขคงเแโาูำ่้ABCabc 0123456789๐๑๒.,()/&<>"\'=+“”'.split('');
// a tone mark behind a space is torn off its letter, and the reader puts it back
const words = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 }).map((text) =>
  `ก${text}ข`
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(/ (?=[่้])/g, ''),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

const node = fc.record({
  under: fc.nat(1000),
  name: words,
  indicator: maybe(words),
  unit: maybe(words),
  target: maybe(fc.integer({ min: 0, max: 1e6 }).map((cents) => cents / 100)),
  budget: maybe(fc.integer({ min: 0, max: 1e13 })),
  owner: maybe(words),
  months: fc.integer({ min: 0, max: 4095 }),
  ownRoot: fc.boolean(),
});

/** Any tree, its codes dotted or by named parents. */
const plans: fc.Arbitrary<PlanDraft> = fc
  .record({
    fiscalYear: fc.integer({ min: 2543, max: 2599 }),
    nodes: fc.array(node, { minLength: 1, maxLength: 25 }),
    title: words,
    officeName: words,
    programme: maybe(words),
    project: maybe(words),
    targetGroup: maybe(words),
    parentAgencies: fc.array(words, { maxLength: 3 }),
    sections: fc.array(
      fc.record({ heading: words, text: fc.tuple(words, words).map((two) => two.join('\n')) }),
      { maxLength: 3 },
    ),
  })
  .map(({ nodes, ...head }) => ({
    ...head,
    period: fiscalYearPeriod(head.fiscalYear),
    activities: treeOf(nodes, fiscalMonths(head.fiscalYear)),
  }));

interface TypedNode extends Omit<
  Activity,
  'code' | 'label' | 'parent' | 'order' | 'level' | 'leaf' | 'months' | 'ownerGroup'
> {
  under: number;
  owner: string | null;
  months: number;
  ownRoot: boolean;
}

function treeOf(nodes: readonly TypedNode[], year: readonly string[]): Activity[] {
  const made: (Activity & { children: number })[] = [];
  for (const { under, ownRoot, owner, months, ...rest } of nodes) {
    const parent = made[under % (made.length + 1)];
    const usable = parent && parent.level < 8 ? parent : undefined;
    if (usable) usable.children += 1;
    const roots = made.filter(({ parent: above }) => above === null).length;
    const code = usable && !ownRoot ? `${usable.code}.${usable.children}` : `${100 + roots + made.length}`;
    made.push({
      ...rest,
      code,
      label: usable && !ownRoot ? `${usable.code} ${usable.children})` : `${code}.`,
      parent: usable?.code ?? null,
      order: 0,
      level: usable ? usable.level + 1 : 0,
      leaf: true,
      months: year.filter((_month, index) => (months >> index) & 1),
      ownerGroup: owner,
      children: 0,
    });
  }
  const ordered: Activity[] = [];
  const walk = (parent: string | null): void => {
    for (const { children, ...activity } of made.filter((one) => one.parent === parent)) {
      ordered.push({ ...activity, order: ordered.length, leaf: children === 0 });
      walk(activity.code);
    }
  };
  walk(null);
  return ordered;
}

describe('the form', () => {
  it('gives back the plan that was written into it', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.constantFrom('th' as const, 'en' as const), async (plan, language) => {
        const outcome = await drafted(await writePlanTemplate(plan, language));
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
        expect(outcome.plan).toEqual(plan);
      }),
      { numRuns: 12 },
    );
  });
});

describe('differences', () => {
  const before = goodDraft([
    { label: '1.', name: 'ก', budget: 100 },
    { label: '2.', name: 'ข', months: 'ม.ค. 64' },
    { label: '3.', name: 'ค' },
  ]);
  const stored = { ...before, id: 'p', office: 'o' };

  it('are none between a plan and itself, whatever the plan', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const diff = diffPlans({ ...plan, id: 'p', office: 'o' }, structuredClone(plan));
        expect(diff).toEqual({ added: [], changed: [], removed: [], head: [], reordered: false });
      }),
    );
  });

  it('name what is added, changed and removed, old and new', () => {
    const after = goodDraft(
      [
        { label: '1.', name: 'ก', budget: 250 },
        { label: '3.', name: 'ค' },
        { label: '3.1', name: 'ค1' },
      ],
      { project: 'โครงการ' },
    );
    const diff = diffPlans(stored, after);
    expect(diff.added.map(({ code }) => code)).toEqual(['3.1']);
    expect(diff.removed.map(({ code }) => code)).toEqual(['2']);
    expect(diff.changed.map(({ code, fields }) => ({ code, fields }))).toEqual([
      { code: '1', fields: [{ field: 'budget', from: 10_000, to: 25_000 }] },
      { code: '3', fields: [{ field: 'leaf', from: true, to: false }] },
    ]);
    expect(diff.head).toEqual(['project']);
    expect(diff.reordered).toBe(false);
  });

  it('notice another order, and take everything as new when nothing was stored', () => {
    const turned = goodDraft([
      { label: '2.', name: 'ข', months: 'ม.ค. 64' },
      { label: '1.', name: 'ก', budget: 100 },
      { label: '3.', name: 'ค' },
    ]);
    expect(diffPlans(stored, turned)).toMatchObject({ added: [], changed: [], removed: [], reordered: true });
    expect(diffPlans(null, before).added).toHaveLength(3);
  });

  it('know a retitled plan from another one', () => {
    expect(isSamePlan(stored, { ...before, title: 'ชื่อใหม่' })).toBe(true);
    expect(isSamePlan(stored, goodDraft([{ label: '1.', name: 'อื่น' }], { title: 'แผนอื่น' }))).toBe(false);
  });
});
