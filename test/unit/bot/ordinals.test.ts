/** "อันที่สอง": which place in what is shown is meant, and which words mean none. */
import { expect, test } from 'vitest';
import { ordinalIn } from '../../../src/text/typed.ts';

test.each<[string, number | null]>([
  ['อันที่สอง', 2],
  ['อันแรก', 1],
  ['เอาอันที่ 3', 3],
  ['คนที่สอง', 2],
  ['รายการที่หนึ่ง', 1],
  ['อันสุดท้าย', -1],
  ['the second one', 2],
  ['last', -1],
  // an activity's label, a sum, a sentence
  ['ข้อ 2', null],
  ['2', null],
  ['อันที่สองเสร็จแล้ว', null],
  ['รายการอาหาร', null],
])('%s', (typed, place) => {
  expect(ordinalIn(typed)).toBe(place);
});
