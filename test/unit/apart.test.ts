/** Where two texts differ, as the lists of changed activities mark it. */
import { expect, it } from 'vitest';
import { apartIn } from '../../src/web/page/apart.ts';

const NAME = 'กิจกรรมประชุมชี้แจงแนวทางการประเมินคุณธรรมและความโปร่งใส';

it.each<[string, string, string, string, string]>([
  ['what was added at the end', NAME, `${NAME} (ปรับปรุง)`, '', ' (ปรับปรุง)'],
  ['what was added in front', NAME, `โครงการ${NAME}`, '', 'โครงการ'],
  ['another word in the middle', `${NAME} ปี 2563 ของเขต`, `${NAME} ปี 2564 ของเขต`, '3', '4'],
  ['a letter with its vowel and tone', `${NAME}ที่ดี`, `${NAME}ที่ดี้`, 'ดี', 'ดี้'],
  ['what is said twice, once', `${NAME} ${NAME}`, NAME, ` ${NAME}`, ''],
])('marks %s', (_, one, other, own, others) => {
  const [a, b] = apartIn(one, other);
  expect([a[1], b[1]]).toEqual([own, others]);
  expect([a.join(''), b.join('')]).toEqual([one, other]);
});

it.each([
  ['short texts', '3,000 บาท', '4,500 บาท'],
  ['texts that have little in common', NAME, 'จำนวนบุคลากรที่เข้าร่วมประชุมชี้แจงและเห็นชอบร่วมกัน'],
  ['a text that was not there', '(ว่าง)', NAME],
  ['texts that are the same', NAME, NAME],
])('marks nothing of %s', (_, one, other) => {
  expect(apartIn(one, other).map(([, apart]) => apart)).toEqual(['', '']);
});
