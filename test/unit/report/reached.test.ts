/** Where the indicator counts how much of the work is done, the progress that was told is what was reached; of any other it is not. */
import { expect, test } from 'vitest';
import type { Activity, Fields } from '../../../src/domain/activity.ts';
import { cellOf } from '../../../src/reports/columns.ts';
import { makeCsv } from '../../../src/reports/csv.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { activityOf, modelOf, planOf, updateOf } from './sample.ts';

function report(indicator: string, said: Partial<Fields>, more: Partial<Activity> = {}) {
  const plan = planOf([activityOf('1', { indicator, unit: 'ร้อยละ', target: 100, ...more })]);
  const model = modelOf({ plan, updates: [updateOf('1', '2021-03-01T03:00:00Z', said)] });
  const cell = (columns: 'seed' | 'full', key: 'actual' | 'result') =>
    cellOf(model.rows[0]!, key, model, { ...DEFAULT_SETTINGS, columns }).text;
  return {
    actual: cell('full', 'actual'),
    result: cell('seed', 'result'),
    csv: makeCsv(model, DEFAULT_SETTINGS),
  };
}

test.each<[string, Partial<Fields>, string]>([
  ['ร้อยละความสำเร็จของการซ่อมแซม', { status: 'in_progress', percent: 20 }, 'ร้อยละ 20'],
  ['ร้อยละความก้าวหน้าของงาน', { status: 'completed', percent: 100 }, 'ร้อยละ 100'],
  ['ร้อยละของความสำเร็จในการก่อสร้าง', { status: 'completed' }, 'ร้อยละ 100'],
  ['ความคืบหน้าของงาน', { percent: 55 }, 'ร้อยละ 55'],
  ['Percentage of completion', { percent: 55 }, 'ร้อยละ 55'],
  ['ร้อยละความสำเร็จ', { percent: 20, actual: { value: 25, unit: 'ร้อยละ' } }, 'ร้อยละ 25'],
])('“%s” %j is %s', (indicator, said, reached) => {
  const { actual, result, csv } = report(indicator, said);
  expect(actual).toBe(reached);
  expect(result).toContain(`ผลที่ได้ ${reached} (เป้าหมาย ร้อยละ 100)`);
  expect(csv.toString()).toContain(`,${reached.replace(/\D/g, '')},`);
});

test.each<[string, Partial<Activity>?]>([
  ['ร้อยละความพึงพอใจของผู้เข้าร่วมประชุม'],
  ['ร้อยละของผู้ผ่านการอบรม'],
  ['ร้อยละของบุคลากรที่ดำเนินการตามแผน'],
  ['ความสำเร็จของงาน', { unit: 'ครั้ง' }],
])('the progress is not what “%s” counts', (indicator, more) => {
  const { actual, result } = report(indicator, { status: 'completed', percent: 100 }, more);
  expect(actual).toBe('ไม่ได้ระบุ');
  expect(result).toBe('ดำเนินการเสร็จสิ้น');
});
