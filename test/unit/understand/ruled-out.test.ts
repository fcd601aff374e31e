/** Roles no number can play where it stands, however probable the weights find them, and sums that are nobody's own. */
import { expect, test } from 'vitest';
import { type FigureRole, FIGURE_ROLES, type Weighed } from '../../../src/understand/fields/roles.ts';
import { ruledOut } from '../../../src/understand/fields/ruled-out.ts';
import { understand } from '../../../src/understand/index.ts';
import { loadedWeights } from '../../../src/understand/learn/weights.ts';
import { prepare } from '../../../src/understand/prepare.ts';
import type { Intent } from '../../../src/understand/types.ts';
import { planOf } from './plans.ts';

const plan = planOf([
  ['1', 'ปลูกต้นไม้', 'ต้น'],
  ['2', 'อบรมเกษตรกร', 'คน'],
  ['3', 'ซ่อมเตาเผาที่ 2', 'ครั้ง'],
]);
const today = '2027-03-15';

/** @returns the roles each number of the text is left with, where the weights find all of them likely. */
function left(text: string, intent: Intent): FigureRole[][] {
  const { told } = prepare(text, { plan, today }, loadedWeights().names);
  const [part] = told;
  const likely = { other: 0, spent: 0.9, actual: 0.9, percent: 0.9, left: 0.9 };
  const figures = part!.tokens.flatMap((token, at): Weighed[] =>
    token.kind === 'number' ? [{ token, at, chances: likely }] : [],
  );
  return ruledOut(part!, intent, figures).map(({ chances }) =>
    FIGURE_ROLES.filter((role) => role !== 'left' && chances[role] > 0),
  );
}

test.each<[string, Intent, FigureRole[][]]>([
  ['1 ปลูกไป 3,010 ต้น', 'report', [['actual']]],
  ['1 มา 12 คน', 'report', [['actual']]],
  ['1 จ่ายไป 3,010 บาท', 'report', [['spent', 'actual']]],
  ['1 แจกไป 60', 'report', [['spent', 'actual']]],
  ['1 คืบหน้า 60', 'report', [['spent', 'actual', 'percent']]],
  ['1 ร้อยละ 60', 'report', [['spent', 'actual', 'percent']]],
  ['1 คืบหน้าเกือบ 80%', 'report', [['actual']]],
  ['1 โอนเงินค่าปุ๋ย 20,000 ไปโปะค่ารถ', 'report', [['actual']]],
  ['1 โอนแล้ว 20,000 บาท', 'report', [['spent', 'actual']]],
  ['1 ยอดขาย 38,450 บาท', 'report', [['actual']]],
  ['1 ราคารวม 58,800', 'report', [['actual']]],
  ['1 เซ็นสัญญากันแล้ว 662,000 บาท', 'report', [['actual']]],
  ['1 ประหยัดไป 4,000 จ่ายแล้ว 9,000', 'report', [['actual'], ['spent', 'actual']]],
  ['1 ราคา 4,000 บาท เบิกแล้ว 4,000 บาท', 'report', [['actual'], ['spent', 'actual']]],
  ['2 สมัครแล้ว 43 คน', 'report', [[]]],
  ['2 เชิญ 50 คน มา 43 คน', 'report', [[], ['actual']]],
  ['2 ตอบรับแล้ว มาจริง 31 คน', 'report', [['actual']]],
  ['1 ผู้เข้าอบรมพึงพอใจ 94%', 'report', [['actual']]],
  ['1 เบิกจ่ายไปแล้ว 58%', 'report', [[]]],
  ['1 ใช้ไป 60% ของงบ', 'report', [['percent']]],
  ['1 คืบหน้า 58%', 'report', [['actual', 'percent']]],
  ['1 งอกดีประมาณ 80%', 'report', [['actual']]],
  ['3 เตาเผา 2 ซ่อมอีก 4 ครั้ง', 'report', [['other'], ['actual']]],
  ['3 เตาเผา 2 ครั้ง', 'report', [['actual']]],
  ['1 ไม่ใช่ 31,876', 'undo', [['other']]],
  ['1 ที่จ่าย 8,000 จริงๆ เป็น 8,560', 'undo', [['other'], ['spent', 'actual', 'percent']]],
  ['ขอถอนรายงานปลูกต้นไม้ 70 ต้น ครับ วัดใหม่ได้ 31', 'undo', [['other'], ['spent', 'actual', 'percent']]],
])('%s (%s) leaves %j', (text, intent, roles) => {
  expect(left(text, intent)).toEqual(roles);
});

test.each([
  ['1 กับ 2 เสร็จแล้ว จ่ายทั้งสองงานรวม 20,000 บาท', [null, null]],
  ['1 เสร็จแล้ว 2 เสร็จแล้ว ใช้เงินรวมกันไป 20,000 บาท', [null, null]],
  ['1 ปลูกได้ 24 ต้น\n2 เสร็จแล้ว ใช้เงินรวมกันไป 9,800 บาท', [null, null]],
  ['1 ปลูกได้ 24 ต้น\n2 เสร็จแล้ว จ่ายรวมสองงาน 9,800 บาท', [null, null]],
  ['1 เสร็จแล้ว จ่ายไป 5,000 บาท\n2 เสร็จแล้ว จ่ายไป 20,000 บาท', [500_000, 2_000_000]],
])('%s gives each %j satang', (text, spent) => {
  const got = understand(text, { plan, today });
  expect(got.multiple?.map(({ fields }) => fields.spent)).toEqual(spent);
  expect(got.ambiguous).toBe(spent.includes(null as never));
});

test('where only one of two was found the sum of both is asked for', () => {
  const got = understand('1 เสร็จแล้ว สองงานใช้เงินไป 161,070 บาทค่ะ', { plan, today });
  expect(got.fields.spent ?? null).toBeNull();
});

test.each([
  ['1 แนวกันไฟทำได้ 8 กิโลครึ่ง', null],
  ['1 ถมดินไปสองคันครึ่ง', null],
  ['1 ทำไปได้ครึ่งหนึ่งแล้ว', 50],
])('%s is %s per cent of the work', (text, percent) => {
  expect(understand(text, { plan, today }).fields.percent).toBe(percent);
});
