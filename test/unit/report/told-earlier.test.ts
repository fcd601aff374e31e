/** A text is old news where a figure was told after it and it, or what was told along with it, names another one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/activity.ts';
import { type FiguresNow, isOldNews } from '../../../src/domain/told-earlier.ts';
import { cellOf } from '../../../src/reports/columns.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { thaiDigits } from '../../../src/text/format.ts';
import { activityOf, modelOf, planOf, updateOf } from './sample.ts';

const NOTHING = { actual: null, percent: null };
const figure = (value: number, unit: string, since: number): FiguresNow => ({
  actual: { value: { value, unit }, since },
  percent: null,
});

describe('of any figures', () => {
  const number = fc.integer({ min: 0, max: 9_999_999 });
  const unit = fc.constantFrom('ชนิด', 'คน', 'ลิตร', 'เดือน');
  const seq = fc.integer({ min: 1, max: 99 });
  const written = fc
    .tuple(number, fc.boolean(), fc.boolean(), fc.constantFrom('', ' '))
    .map(([value, commas, thai, space]) => {
      const digits = commas ? value.toLocaleString('en-US') : String(value);
      return { value, space, digits: thai ? thaiDigits(digits) : digits };
    });

  test('another number of the unit is old news once the figure was told later, and only then', () => {
    fc.assert(
      fc.property(written, number, unit, seq, seq, (told, now, counted, at, since) => {
        const text = `เก็บได้ ${told.digits}${told.space}${counted}แล้ว ออกสำรวจ 3 รอบ`;
        const old = isOldNews({ text, seq: at, with: NOTHING }, figure(now, counted, since), null);
        expect(old).toBe(at < since && told.value !== now);
      }),
    );
  });

  test('so is what was told along with another figure, in whatever words', () => {
    fc.assert(
      fc.property(number, number, unit, seq, seq, (then, now, counted, at, since) => {
        const along = { actual: { value: then, unit: counted }, percent: null };
        const told = { text: 'ปลูกแล้วสองร้อยห้าสิบต้น', seq: at, with: along };
        expect(isOldNews(told, figure(now, counted, since), counted)).toBe(at < since && then !== now);
        const percent = { value: now, since };
        const some = { ...told, with: { actual: null, percent: then } };
        expect(isOldNews(some, { actual: null, percent }, null)).toBe(at < since && then !== now);
      }),
    );
  });

  test('numbers of another unit, and words without one, never are', () => {
    fc.assert(
      fc.property(written, number, seq, seq, (told, now, at, since) => {
        const text = `ขุดหลุม ${told.digits}${told.space}หลุม`;
        expect(isOldNews({ text, seq: at, with: NOTHING }, figure(now, 'ต้น', since), 'ต้น')).toBe(false);
      }),
    );
  });
});

const PLAN = planOf([activityOf('1', { indicator: 'จำนวนชนิด', unit: 'ชนิด', target: 60 })]);
function cell(first: Partial<Fields>, then: Partial<Fields>, columns: 'seed' | 'full' = 'seed'): string {
  const updates = [
    updateOf('1', '2021-02-10T03:00:00Z', first, { seq: 1 }),
    updateOf('1', '2021-03-10T03:00:00Z', then, { seq: 2 }),
  ];
  const model = modelOf({ plan: PLAN, updates });
  return cellOf(model.rows[0]!, 'result', model, { ...DEFAULT_SETTINGS, columns }).text;
}
const kinds = (value: number) => ({ value, unit: 'ชนิด' });

test.each<[string, Partial<Fields>, Partial<Fields>, string]>([
  [
    'the figure leads, the text has its day',
    { result: 'ขิงข่าเก็บได้ 41 ชนิดแล้ว ออกสำรวจ 3 รอบ', actual: kinds(41) },
    { actual: kinds(47) },
    'อยู่ในระหว่างการดำเนินงาน\nผลที่ได้ 47 ชนิด (เป้าหมาย 60 ชนิด)\n(ณ 10 กุมภาพันธ์ 2564) ขิงข่าเก็บได้ 41 ชนิดแล้ว ออกสำรวจ 3 รอบ',
  ],
  [
    'nothing but the old figure is left out',
    { result: 'ได้ 41 ชนิดแล้ว', actual: kinds(41) },
    { actual: kinds(47) },
    'อยู่ในระหว่างการดำเนินงาน\nผลที่ได้ 47 ชนิด (เป้าหมาย 60 ชนิด)',
  ],
  [
    'a percentage that was passed',
    { result: 'ช่างเทปูนพื้นแล้ว ได้ 85% ละ', percent: 85 },
    { status: 'completed' },
    'ดำเนินการเสร็จสิ้น\n(ณ 10 กุมภาพันธ์ 2564) ช่างเทปูนพื้นแล้ว ได้ 85%',
  ],
  [
    'the same figure told again',
    { result: 'ขิงข่าเก็บได้ 41 ชนิดแล้ว', actual: kinds(41) },
    { actual: kinds(41), status: 'completed' },
    'ขิงข่าเก็บได้ 41 ชนิดแล้ว\nผลที่ได้ 41 ชนิด (เป้าหมาย 60 ชนิด)',
  ],
  [
    'the same text told again with the new figure',
    { result: 'ออกสำรวจพื้นที่ภูเขาหินปูน', actual: kinds(41) },
    { result: 'ออกสำรวจพื้นที่ภูเขาหินปูน', actual: kinds(47) },
    'ออกสำรวจพื้นที่ภูเขาหินปูน\nผลที่ได้ 47 ชนิด (เป้าหมาย 60 ชนิด)',
  ],
  [
    'a text that came later',
    { actual: kinds(41) },
    { result: 'ปีก่อนเก็บได้ 30 ชนิด' },
    'ปีก่อนเก็บได้ 30 ชนิด\nผลที่ได้ 41 ชนิด (เป้าหมาย 60 ชนิด)',
  ],
  [
    'several texts',
    { result: 'ขิงข่าเก็บได้ 41 ชนิดแล้ว', actual: kinds(41) },
    { result: 'ออกสำรวจรอบสุดท้ายแล้ว', actual: kinds(47) },
    'อยู่ในระหว่างการดำเนินงาน\nผลที่ได้ 47 ชนิด (เป้าหมาย 60 ชนิด)\n(10 กุมภาพันธ์ 2564) ขิงข่าเก็บได้ 41 ชนิดแล้ว\n(10 มีนาคม 2564) ออกสำรวจรอบสุดท้ายแล้ว',
  ],
])('%s', (_what, first, then, expected) => {
  expect(cell(first, then)).toBe(expected);
  const bare = expected.split('\n').filter((line) => !line.startsWith('ผลที่ได้'));
  expect(cell(first, then, 'full')).toBe(bare.join('\n'));
});

test('a text that is not old news bears no mark, as those of reports that were frozen before there was one', () => {
  const updates = [updateOf('1', '2021-02-10T03:00:00Z', { result: 'เก็บได้ 41 ชนิด', actual: kinds(47) })];
  const model = modelOf({ plan: PLAN, updates });
  expect(Object.keys(model.rows[0]!.result![0]!)).toEqual(['text', 'day']);
});
