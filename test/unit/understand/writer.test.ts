/** Whose activities are meant sooner: the same words, said by people who report on different ones. */
import { describe, expect, test } from 'vitest';
import { ownFeatures, writerOf } from '../../../src/understand/names/writer.ts';
import { understand } from '../../../src/understand/index.ts';
import { indexOf } from '../../../src/understand/plan-index.ts';
import { planOf, planOfRows, samplePlan } from './plans.ts';

const plan = planOf([
  ['1', 'อบรมเกษตรกรผู้ปลูกข้าวอินทรีย์', 'คน'],
  ['2', 'อบรมผู้นำชุมชนด้านสิ่งแวดล้อม', 'คน'],
  ['3', 'ปลูกต้นไม้ริมทางหลวง', 'ต้น'],
  ['4', 'ซ่อมแซมถนนสายใน', 'เมตร'],
  ['5', 'จัดซื้อครุภัณฑ์สำนักงาน', 'ชิ้น'],
  ['6', 'ตรวจสุขภาพประจำปีของบุคลากร', 'คน'],
]);
const read = (text: string, own: string[]): ReturnType<typeof understand> =>
  understand(text, { plan, today: '2027-03-15', own });

describe('words that fit two activities', () => {
  test.each([
    [['1', '4'], '1'],
    [['2', '5'], '2'],
  ])('are of the one that is the writer’s: %j', (own, activity) => {
    expect(read('อบรมเสร็จแล้ว มา 40 คน', own)).toMatchObject({ intent: 'report', activity });
  });

  test('are asked about where nothing is known of the writer, or both are theirs', () => {
    for (const own of [[], ['1', '2']]) {
      const got = read('อบรมเสร็จแล้ว มา 40 คน', own);
      expect(got).toMatchObject({ intent: 'report', activity: null, ambiguous: true });
      expect(got.candidates.toSorted()).toEqual(['1', '2']);
    }
  });
});

test.each([
  ['3 เสร็จแล้ว', '3'],
  ['ปลูกต้นไม้ริมทางหลวงไปแล้ว 60 ต้น', '3'],
  ['ซ่อมแซมถนนสายในเสร็จแล้ว 200 เมตร', '4'],
])('%s names another’s activity all the same', (text, activity) => {
  expect(read(text, ['1', '2'])).toMatchObject({ intent: 'report', activity });
});

test.each(['วันนี้ต้นไม้หน้าบ้านสวยจัง', 'ใครมีเบอร์ร้านซ่อมแอร์บ้าง', 'ถนนวันนี้รถติดมาก'])(
  '%s stays talk, whose ever activities it sounds like',
  (text) => {
    for (const own of [[], ['3', '4'], ['3']]) expect(read(text, own).intent).toBe('other');
  },
);

test('two of the writer’s activities, named in few words, are told of by themselves', () => {
  const got = understand('ดูงานกำแพงเพชรยกเลิกแล้ว เว็บไซต์กำลังทำ', {
    plan: samplePlan(),
    today: '2021-03-15',
    own: ['3', '4', '5'],
  });
  expect(got.multiple?.map(({ activity, fields }) => [activity, fields.status])).toEqual([
    ['5', 'cancelled'],
    ['4', 'in_progress'],
  ]);
});

describe('what is known of a writer', () => {
  const index = indexOf(
    planOfRows([
      { code: '1', label: '1', name: 'งานหนึ่ง' },
      { code: '1.1', label: '1.1', parent: '1', name: 'งานย่อยหนึ่ง', target: 1, unit: 'ครั้ง', indicator: 'ครั้ง' },
      { code: '1.2', label: '1.2', parent: '1', name: 'งานย่อยสอง', target: 1, unit: 'ครั้ง', indicator: 'ครั้ง' },
      { code: '2', label: '2', name: 'งานสอง', target: 1, unit: 'ครั้ง', indicator: 'ครั้ง' },
    ]),
  );

  test.each([[undefined], [[]], [['1', '9']], [['1.1', '1.2', '2']]])('is nothing for %j', (own) => {
    expect(writerOf(own, index)).toBeNull();
  });

  test('counts leaves alone, and a branch with one of them is theirs too', () => {
    const writer = writerOf(['1.1'], index);
    expect(writer).toEqual({ own: new Set(['1.1']), share: 1 / 3 });
    const kinds = ['1', '1.1', '1.2', '2'].map((code) => ownFeatures(writer, code, index).slice(0, 2));
    expect(kinds).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    expect(ownFeatures(null, '1', index)).toEqual([0, 0, 0]);
  });
});
