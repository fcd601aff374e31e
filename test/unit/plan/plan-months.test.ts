/** Named months, quarters and halves: what the words name, and which months of the fiscal year that is. */
import { describe, expect, test } from 'vitest';
import { isPlannedIn, monthsMeant, quarterOf } from '../../../src/domain/plan-months.ts';
import { stretchNamed } from '../../../src/text/named-months.ts';

const plan = { fiscalYear: 2564 };
const meant = (typed: string, today = '2021-02-15'): string | null => {
  const found = stretchNamed(typed);
  if (!found) return null;
  const months = monthsMeant(found.named, plan, today);
  return months.length === 1 ? months[0]! : `${months[0]}..${months.at(-1)}`;
};

describe('named', () => {
  test.each([
    ['มีนาคม', '2021-03'],
    ['งานเดือนมีนาคม', '2021-03'],
    ['เดือนมีนา', '2021-03'],
    ['มี.ค', '2021-03'],
    ['กิจกรรมมี.ค. 64', '2021-03'],
    ['มีค มีงานอะไร', '2021-03'],
    ['ต.ค. มีอะไร', '2020-10'],
    ['เดือน ต.ค. 64', '2021-10'],
    ['ธันวาคม 2565', '2022-12'],
    ['march 2021', '2021-03'],
    ['due in may', '2021-05'],
    ['sept', '2021-09'],
    ['ม.ค.-มี.ค.', '2021-01..2021-03'],
    ['ต.ค.ถึงก.พ. 64', '2020-10..2021-02'],
    ['ต.ค. 63–มี.ค. 64', '2020-10..2021-03'],
    ['ไตรมาส 1', '2020-10..2020-12'],
    ['ไตรมาสที่ 2', '2021-01..2021-03'],
    ['ไตรมาสสาม', '2021-04..2021-06'],
    ['ไตรมาสสุดท้าย', '2021-07..2021-09'],
    ['ไตรมาศแรก', '2020-10..2020-12'],
    ['ไตรมาส 2/2565', '2022-01..2022-03'],
    ['q3', '2021-04..2021-06'],
    ['the second quarter', '2021-01..2021-03'],
    ['ไตรมาสนี้', '2021-01..2021-03'],
    ['ไตรมาสหน้า', '2021-04..2021-06'],
    ['ไตรมาสที่แล้ว', '2020-10..2020-12'],
    ['เดือนหน้า', '2021-03'],
    ['เดือนที่แล้ว', '2021-01'],
    ['ครึ่งปีแรก', '2020-10..2021-03'],
    ['ครึ่งปีหลัง', '2021-04..2021-09'],
  ])('%s is %s', (typed, months) => {
    expect(meant(typed)).toBe(months);
  });

  test.each([
    'มีคน 40 คน',
    'มีครูมา',
    'may i ask',
    'ไตรมาส',
    'ไตรมาส 5',
    'เดือนละครั้ง',
    'ส่งพ.ร.บ.',
    '1.2',
    'marching on',
  ])('%s names none', (typed) => {
    expect(meant(typed)).toBeNull();
  });

  test('goes over the turn of a year', () => {
    expect(meant('ไตรมาสหน้า', '2021-09-30')).toBe('2021-10..2021-12');
    expect(meant('เดือนหน้า', '2020-12-31')).toBe('2021-01');
  });
});

test('months that begin no quarter are none', () => {
  expect(quarterOf(['2021-01', '2021-02', '2021-03'])).toEqual({ number: 2, fiscalYear: 2564 });
  expect(quarterOf(['2020-10', '2020-11', '2020-12'])).toEqual({ number: 1, fiscalYear: 2564 });
  for (const months of [[], ['2021-01'], ['2021-02', '2021-03', '2021-04']])
    expect(quarterOf(months)).toBeNull();
});

test('an activity without months is planned for the end of the plan', () => {
  expect(isPlannedIn(['2021-09'], { months: [] }, '2021-09-30')).toBe(true);
  expect(isPlannedIn(['2021-08'], { months: [] }, '2021-09-30')).toBe(false);
  expect(isPlannedIn(['2021-02'], { months: ['2021-02', '2021-03'] }, '2021-09-30')).toBe(true);
});
