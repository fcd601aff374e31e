/** Who needs help first, and with what: each need by itself, their order, and the suspended last. */
import { expect, test } from 'vitest';
import {
  answeredShare,
  byNeed,
  needsOf,
  type OfficeStanding,
  type WorkFigures,
} from '../../../src/domain/office-standing.ts';

const WORK: WorkFigures = {
  total: 10,
  completed: 4,
  overdue: 0,
  answered: 3,
  unanswered: 1,
  budget: 100,
  spent: 50,
  lastReportAt: new Date('2021-02-10T03:00:00Z'),
};
const FINE: OfficeStanding = {
  suspended: false,
  connected: true,
  plan: { fiscalYear: 2564, begun: true },
  people: { officers: 2, managers: 1, admins: 1 },
  work: WORK,
  errors: 0,
};
const TODAY = '2021-02-15';
const work = (change: Partial<WorkFigures>): Partial<OfficeStanding> => ({ work: { ...WORK, ...change } });

test('an office that goes well needs nothing', () => {
  expect(needsOf(FINE, TODAY)).toEqual([]);
});

test.each<[string, Partial<OfficeStanding>]>([
  ['errors', { errors: 1 }],
  ['no-admin', { people: { ...FINE.people, admins: 0 } }],
  ['no-plan', { plan: null }],
  ['no-channel', { connected: false }],
  ['no-people', { people: { ...FINE.people, officers: 0 } }],
  ['silent', work({ lastReportAt: new Date('2020-12-31T03:00:00Z') })],
  ['silent', work({ lastReportAt: null })],
  ['late', work({ overdue: 1 })],
  ['unanswered', work({ answered: 1, unanswered: 2 })],
])('%s is told, and alone', (need, change) => {
  expect(needsOf({ ...FINE, ...change }, TODAY)).toEqual([need]);
});

test('an office whose work has not begun is not silent, and a suspended one needs nothing', () => {
  const waiting = { ...FINE, plan: { fiscalYear: 2564, begun: false }, ...work({ lastReportAt: null }) };
  expect(needsOf(waiting, TODAY)).toEqual([]);
  expect(needsOf({ ...FINE, suspended: true, errors: 9 }, TODAY)).toEqual([]);
});

test('half of what was asked is enough, and nothing asked is no share', () => {
  expect(needsOf({ ...FINE, ...work({ answered: 1, unanswered: 1 }) }, TODAY)).toEqual([]);
  expect(answeredShare({ ...WORK, answered: 0, unanswered: 0 })).toBeNull();
});

test('the most pressing stands first, then what is later, then names, then the suspended', () => {
  const row = (name: string, change: Partial<OfficeStanding>) => {
    const standing = { ...FINE, ...change };
    return { ...standing, name, needs: needsOf(standing, TODAY) };
  };
  const rows = [
    row('หยุด', { suspended: true, errors: 3 }),
    row('ข ปกติ', {}),
    row('ก ปกติ', {}),
    row('ช้าน้อย', work({ overdue: 1 })),
    row('ช้ามาก', work({ overdue: 5 })),
    row('ไม่มีแผน', { plan: null }),
    row('ล้มเหลว', { errors: 1, plan: null }),
  ];
  expect(rows.toSorted(byNeed).map(({ name }) => name)).toEqual([
    'ล้มเหลว',
    'ไม่มีแผน',
    'ช้ามาก',
    'ช้าน้อย',
    'ก ปกติ',
    'ข ปกติ',
    'หยุด',
  ]);
});
