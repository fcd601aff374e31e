/** What of an answer stands: numbers in every written form, words letter by letter, and all that people themselves read in an office's messages. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FIXTURES, messagesFrom, planFrom } from '../../../scripts/reader-training/corpora.ts';
import { ANSWER_FIELDS, parseAnswer } from '../../../src/assistant/answer.ts';
import { check, type Checked } from '../../../src/assistant/check.ts';
import { hide } from '../../../src/assistant/hide.ts';
import { merge } from '../../../src/assistant/merge.ts';
import { MOST_LISTED, nearestActivities } from '../../../src/assistant/nearest.ts';
import type { Plan } from '../../../src/domain/activity.ts';
import { understand } from '../../../src/understand/index.ts';
import type { Understood } from '../../../src/understand/types.ts';

const sample = planFrom('samples/plan-2564.json');

function checked(text: string, items: object[], plan: Plan = sample, today = '2021-02-15'): Checked {
  const context = { plan, today };
  const reportable = plan.activities.filter((one) => one.leaf);
  const local = understand(text, context);
  const question = { event: null, office: 'o', sender: 's', text, context, reportable, local };
  return check(parseAnswer(JSON.stringify({ report: true, items }))!, question, hide(text, [], ''));
}

const fieldsOf = (text: string, item: object) => checked(text, [item]).readings[0]!.fields;
const refusedIn = (text: string, item: object) =>
  checked(text, [item]).refusals.map(({ field, reason }) => `${field} ${reason}`);

describe('a number stands in the message', () => {
  it.each<[string, number]>([
    ['ใช้ไป 28,500 บาท', 28_500],
    ['ใช้ไป ๒๘,๕๐๐ บาท', 28_500],
    ['หมดไปสองหมื่นแปดพันห้าร้อยบาท', 28_500],
    ['เบิกหมื่นห้า', 15_000],
    ['เบิกแล้ว 1.2 แสน', 120_000],
    ['จ่าย 3.0367 ล้านบาท', 3_036_700],
    ['ใช้ 17.5k', 17_500],
    ['ยังไม่ได้เบิกเงินเลย', 0],
  ])('%s', (text, spent) => {
    expect(fieldsOf(text, { spent }).spent).toBe(spent * 100);
    expect(refusedIn(text, { spent: spent + 1 })).toEqual(['spent absent']);
  });

  it.each<[string, object, string]>([
    ['ใช้ไปราวๆ 28,500 บาท', { spent: 28_500 }, 'spent vague'],
    ['ใช้ไป 28,500 กว่าบาท', { spent: 28_500 }, 'spent vague'],
    ['โทร 081-234-5678', { spent: 812_345_678 }, 'spent absent'],
    ['คนมา 40 คน', { percent: 140 }, 'percent form'],
    ['คนมา 40 คน', { actual: { value: 40, unit: 'ลัง' } }, 'actual unknown'],
    ['จัดแล้ว 40', { actual: 40 }, 'actual form'],
    ['จัดเมื่อ 5 ก.พ.', { date: '2021-02-06' }, 'date absent'],
    ['จัดเมื่อ 5 ก.พ.', { date: '5 ก.พ.' }, 'date form'],
  ])('%s: %o is refused', (text, item, why) => {
    expect(refusedIn(text, item)).toEqual([why]);
  });

  it.each<[string, object, object]>([
    ['เหลืออีก 20%', { percent: 80 }, { percent: 80 }],
    ['ทำไปครึ่งนึงแล้ว', { percent: 50 }, { percent: 50 }],
    ['คืบหน้า ๔๕%', { percent: '45' }, { percent: 45 }],
    ['คนมาร้อยยี่สิบคน', { actual: { value: 120, unit: 'คน' } }, { actual: { value: 120, unit: 'คน' } }],
    ['จัดเมื่อ 5 ก.พ.', { date: '2021-02-05' }, { date: '2021-02-05' }],
    ['ส่งมอบ 10/2', { date: '2021-02-10' }, { date: '2021-02-10' }],
    ['นัดใหม่ศุกร์ที่ 26', { date: '2021-02-26' }, { date: '2021-02-26' }],
  ])('%s: %o stands', (text, item, fields) => {
    expect(fieldsOf(text, item)).toMatchObject(fields);
  });
});

test('words stand as they were written, whatever spelling they are answered in', () => {
  const text = 'ติดที่ฝนตกหนัก  ทํางานไม่ได้ ๓ วันค่ะ';
  expect(fieldsOf(text, { obstacle: 'ฝนตกหนัก  ทำงานไม่ได้ 3 วันค่ะ' }).obstacle).toBe('ฝนตกหนัก  ทํางานไม่ได้ ๓ วัน');
  expect(fieldsOf(text, { obstacle: 'ไม่มี', suggestion: '-' })).toMatchObject({
    obstacle: null,
    suggestion: null,
  });
  expect(refusedIn(text, { obstacle: 'ฝนตกหนักมาก' })).toEqual(['obstacle absent']);
});

test('a code that was said is not read as another activity, be it in no plan', () => {
  expect(refusedIn('9.9 เสร็จแล้ว', { activity: '1.2.1', status: 'completed' })).toEqual(['activity other']);
  expect(refusedIn('1.1 1) เสร็จแล้ว', { activity: '1.2.1', status: 'completed' })).toEqual(['activity other']);
});

test('what is answered of one activity in two items is one', () => {
  const items = [
    { activity: '1.1.1', status: 'completed', spent: 5_000 },
    { activity: '1.1.1', status: 'cancelled', spent: 5_000 },
  ];
  expect(checked('1.1 1) เสร็จแล้ว ใช้ไป 5,000 บาท', items).readings).toMatchObject([
    { activity: '1.1.1', fields: { status: 'completed', spent: 500_000 } },
  ]);
});

test('one sum said of two activities is neither’s', () => {
  const items = ['1.1.1', '1.1.2'].map((activity) => ({ activity, status: 'completed', spent: 5_000 }));
  const { readings } = checked('1.1 1) กับ 1.1 2) เสร็จแล้ว ใช้งบรวม 5,000 บาท', items);
  expect(readings.map(({ activity, fields }) => [activity, fields.spent])).toEqual([
    ['1.1.1', null],
    ['1.1.2', null],
  ]);
});

test('nearly all that people read in an office’s messages stands up to the check', () => {
  const plan = planFrom(`${FIXTURES}train/school-plan.json`);
  let given = 0;
  let refused = 0;
  for (const { text, expect: read } of messagesFrom(`${FIXTURES}train/school.jsonl`)) {
    if (read.intent !== 'report') continue;
    const items = read.multiple ?? [read];
    given += items.flatMap((item) => ANSWER_FIELDS.filter((field) => item[field] !== null)).length;
    refused += checked(text, items, plan, '2027-03-15').refusals.length;
  }
  expect(given).toBeGreaterThan(300);
  expect(refused / given).toBeLessThan(0.03);
});

describe('beside what was read without it', () => {
  const merged = (text: string, ...items: object[]): Understood | null => {
    const local = understand(text, { plan: sample, today: '2021-02-15' });
    return merge(local, checked(text, items).readings);
  };
  it.each<[string, string, object, object]>([
    [
      'the activity is filled in',
      'งานประชุมเสร็จเรียบร้อยแล้วค่ะ',
      { activity: '1.1.1' },
      { activity: '1.1.1', ambiguous: false, fields: { status: 'completed' } },
    ],
    [
      'what was sure stays where nothing is answered',
      'งานประชุมเสร็จเรียบร้อยแล้วค่ะ',
      { activity: '1.1.1', status: null },
      { fields: { status: 'completed' } },
    ],
    [
      'two readings of a field are asked about',
      'งานประชุมเสร็จเรียบร้อยแล้วค่ะ',
      { activity: '1.1.1', status: 'in_progress' },
      { unsure: ['status'], ambiguous: true },
    ],
  ])('%s', (_, text, item, wanted) => {
    expect(merged(text, item)).toMatchObject(wanted);
  });

  it('nothing comes of nothing, nor of talk without an activity', () => {
    expect(merged('งานประชุมเสร็จเรียบร้อยแล้วค่ะ', {})).toBeNull();
    expect(merged('งานประชุมเสร็จเรียบร้อยแล้วค่ะ', { status: 'completed' })).toBeNull();
    expect(merged('วันนี้แดดแรงมากเลยนะ', { status: 'completed' })).toBeNull();
  });

  it('a name that was seen and another activity are both offered', () => {
    expect(merged('งานประชุมเสร็จเรียบร้อยแล้วค่ะ', { activity: '1.3.2' })).toMatchObject({
      activity: null,
      candidates: ['1.3.2', '1.1.1', '1.1.2'],
      unsure: ['activity'],
    });
  });
});

test('whatever is answered, nothing stands that does not stand in the message and the plan', () => {
  const text = '1.1 1) จัดแล้ว ๔๐ คน ใช้ไป 12,500 บาท แต่ห้องประชุมแคบ เมื่อ 5 ก.พ.';
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(40, 12_500, 60, '2021-02-05', 'ห้องประชุมแคบ'),
  );
  const codes = fc.constantFrom('1.1.1', '1.1.2', '1.1', '9', '1.1 1)', null);
  const item = fc.record(
    {
      activity: fc.oneof(codes, anything),
      status: fc.oneof(fc.constantFrom('completed', 'finished'), anything),
      ...Object.fromEntries(ANSWER_FIELDS.slice(2).map((field) => [field, anything])),
    },
    { requiredKeys: [] },
  );
  const leaves = sample.activities.filter((one) => one.leaf).map(({ code }) => code);
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      for (const { activity, fields } of checked(text, items).readings) {
        expect([...leaves, null]).toContain(activity);
        expect([40, 5, 1, null]).toContain(fields.percent);
        expect([12_500_00, 40_00, 500_00, null]).toContain(fields.spent);
        expect([40, 12_500, 5, 1, null]).toContain(fields.actual?.value ?? null);
        expect(['2021-02-05', null]).toContain(fields.date);
        for (const words of [fields.obstacle, fields.suggestion, fields.result])
          expect(text).toContain(words ?? '');
      }
    }),
  );
});

test('of a large plan the assistant is shown what comes near', () => {
  const plan = planFrom(`${FIXTURES}plan-200.json`);
  const leaves = plan.activities.filter((one) => one.leaf);
  const wanted = leaves.at(-7)!;
  const shown = nearestActivities(`${wanted.name.slice(0, 24)} เสร็จแล้ว`, leaves, [leaves[3]!.code]);
  expect(shown).toHaveLength(MOST_LISTED);
  expect(shown).toContain(wanted);
  expect(shown).toContain(leaves[3]);
  expect(shown).toEqual(leaves.filter((one) => shown.includes(one)));
});
