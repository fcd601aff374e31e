/** Where the text of an obstacle or suggestion begins: not amid a number and what it counts. */
import { expect, test } from 'vitest';
import { behindNumber } from '../../../src/understand/clauses/decide.ts';
import { loadedWeights } from '../../../src/understand/learn/weights.ts';
import { prepare } from '../../../src/understand/prepare.ts';
import { planOf } from './plans.ts';

const plan = planOf([['1', 'ฝึกงานนอกสถานที่', 'โรง']]);

/** @param given the text with `|` where the stretch was found to begin. @returns the stretch. */
function stretchOf(given: string): string {
  const text = given.replace('|', '');
  const { normal, told } = prepare(text, { plan, today: '2027-03-15' }, loadedWeights().names);
  const stretch = { start: given.indexOf('|'), end: text.length };
  return normal.text.slice(behindNumber(normal.text, told[0]!.tokens, stretch));
}

test.each([
  ['ยังไม่คืบ เท่าเดิม |38 ฝนลงทุกวันเทปูนไม่ได้', 'ฝนลงทุกวันเทปูนไม่ได้'],
  ['ออกไป 14 |โรง ที่เหลือไม่มีรถไปส่ง', 'ที่เหลือไม่มีรถไปส่ง'],
  ['รับสมัครได้ 31 |คน เอกสารไม่ครบ', 'เอกสารไม่ครบ'],
  // what is counted is what is in the way
  ['ฝึกครบแล้ว |2 คนป่วยต้องซ่อม', '2 คนป่วยต้องซ่อม'],
  ['ลาออก 3 |ร้าน เพราะเครื่องเสีย', 'ร้าน เพราะเครื่องเสีย'],
  ['ฝึกครบ 56 คน |อีก 2 คนป่วย', 'อีก 2 คนป่วย'],
  ['|38 ฝนลงทุกวันเทปูนไม่ได้', '38 ฝนลงทุกวันเทปูนไม่ได้'],
  ['ได้แค่ |38 ฝนลง', '38 ฝนลง'],
])('%s: %s', (given, stretch) => {
  expect(stretchOf(given)).toBe(stretch);
});
