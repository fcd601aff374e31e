/** "อันที่สอง": which place in what is shown is meant, and which words mean none. */
import { expect, test } from 'vitest';
import { placesIn } from '../../../src/text/follow-ups.ts';
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

test.each<[string, (number | string)[]]>([
  ['1 เสร็จ 2 ยัง', ['1?', '2?']],
  ['1. เสร็จแล้ว 2. กำลังทำ', ['1?', '2?']],
  ['1 กับ 2 เสร็จแล้ว', ['1?', '2?']],
  ['ข้อ 2', ['2?']],
  ['ข้อสองยังไม่ได้ทำ', ['2?']],
  ['อันแรกเสร็จแล้วค่ะ อันที่สองกำลังทำ', [1, 2]],
  ['ขอรายละเอียดอันที่ ๒', [2]],
  ['งานสุดท้ายเสร็จแล้ว', [-1]],
  ['the second one', [2]],
  // no places: codes, people, sums, days
  ['1.2 เสร็จแล้ว', []],
  ['2 คนยังไม่มา', []],
  ['มา 2 คน', []],
  ['อบรมคน 40 คน', []],
  ['งาน 3 วันเสร็จแล้ว', []],
  ['3 ขยายเวลาได้ไหม', []],
  ['วันแรกคนมาน้อย', []],
])('places in “%s”', (text, places) => {
  expect(placesIn(text).map(({ place, perhapsCode }) => (perhapsCode ? `${place}?` : place))).toEqual(places);
});
