/** An obstacle that was cleared, or that was told before the work was completed, does not stand in the report as if it were in the way now. */
import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/activity.ts';
import { toPublicReport } from '../../../src/domain/public-report.ts';
import type { Update } from '../../../src/domain/update.ts';
import { cellOf } from '../../../src/reports/columns.ts';
import { hindrances } from '../../../src/reports/said.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { activityOf, modelOf, planOf, updateOf } from './sample.ts';

type Step = [day: string, said: Partial<Fields>, more?: Partial<Update>];
const PLAN = planOf([activityOf('1')]);
function model(steps: Step[]) {
  const updates = steps.map(([day, said, more], index) =>
    updateOf('1', `2021-${day}T03:00:00Z`, said, { id: `u${index}`, seq: index + 1, ...more }),
  );
  return modelOf({ plan: PLAN, updates });
}
const cell = (steps: Step[]): string => {
  const made = model(steps);
  return cellOf(made.rows[0]!, 'obstacle', made, DEFAULT_SETTINGS).text;
};

const RAIN = { obstacle: 'ฝนตกหนัก' };
const NONE = { obstacle: '' };
const DONE = { status: 'completed' } as const;

test.each<[string, Step[], string]>([
  ['in the way', [['02-10', RAIN]], 'ฝนตกหนัก'],
  [
    'cleared later',
    [
      ['02-10', RAIN],
      ['03-01', NONE],
    ],
    'ฝนตกหนัก (แก้ไขแล้ว)',
  ],
  [
    'cleared as the work was completed',
    [
      ['02-10', RAIN],
      ['03-01', { ...NONE, ...DONE }],
    ],
    'ฝนตกหนัก (แก้ไขแล้ว)',
  ],
  [
    'told before the work was completed',
    [
      ['02-10', RAIN],
      ['03-01', DONE],
    ],
    '(ณ 10 กุมภาพันธ์ 2564) ฝนตกหนัก',
  ],
  [
    'told as it was completed',
    [
      ['02-10', { percent: 50 }],
      ['03-01', { ...RAIN, ...DONE }],
    ],
    'ฝนตกหนัก',
  ],
  [
    'told after it was completed',
    [
      ['02-10', DONE],
      ['03-01', RAIN],
    ],
    'ฝนตกหนัก',
  ],
  [
    'completed, and taken up again',
    [
      ['02-10', RAIN],
      ['03-01', DONE],
      ['03-05', { status: 'in_progress' }],
    ],
    'ฝนตกหนัก',
  ],
  [
    'another one since',
    [
      ['02-10', RAIN],
      ['03-01', NONE],
      ['03-05', { obstacle: 'ปูนขาดตลาด' }],
    ],
    '(10 กุมภาพันธ์ 2564) ฝนตกหนัก (แก้ไขแล้ว)\n(5 มีนาคม 2564) ปูนขาดตลาด',
  ],
  [
    'back again',
    [
      ['02-10', RAIN],
      ['03-01', NONE],
      ['03-05', RAIN],
    ],
    'ฝนตกหนัก',
  ],
  [
    'a slip that was taken back',
    [
      ['02-10', RAIN],
      ['02-10', NONE, { corrects: 'u0' }],
    ],
    'ไม่มี',
  ],
  [
    'put right when it was over',
    [
      ['02-10', RAIN],
      ['03-01', NONE, { corrects: 'u0' }],
    ],
    'ฝนตกหนัก (แก้ไขแล้ว)',
  ],
  ['never any', [['02-10', NONE]], 'ไม่มี'],
  [
    'cleared, and something is suggested',
    [
      ['02-10', RAIN],
      ['03-01', { ...NONE, suggestion: 'ขยายเวลา' }],
    ],
    'ปัญหาอุปสรรค: ฝนตกหนัก (แก้ไขแล้ว)\nข้อเสนอแนะ: ขยายเวลา',
  ],
])('%s', (_what, steps, expected) => {
  expect(cell(steps)).toBe(expected);
});

test('a cleared one loses names too where everybody may read it, and rows frozen before there were any are read', () => {
  const made = model([
    ['02-10', { obstacle: 'สมศรี ใจดี ลาป่วย' }],
    ['03-01', NONE],
  ]);
  const open = toPublicReport(made, [{ name: 'สมศรี ใจดี', position: 'ครู' }], 'เจ้าหน้าที่');
  expect(hindrances(open.rows[0]!, DEFAULT_SETTINGS)).toBe('ครู ลาป่วย (แก้ไขแล้ว)');
  expect(made.rows[0]).toMatchObject({ obstacle: [] });
  const { solved: _solved, ...frozen } = made.rows[0]!;
  expect(hindrances(frozen, DEFAULT_SETTINGS)).toBe('ไม่มี');
});
