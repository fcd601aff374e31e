/** Names that are misspelt or cut off are found all the same. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { indexOf } from '../../../src/understand/plan-index.ts';
import { loadedWeights } from '../../../src/understand/learn/weights.ts';
import { alikeness, sharedWith } from '../../../src/understand/names/alike.ts';
import { samplePlan } from './plans.ts';

const plan = samplePlan();

test.each([
  ['พัฒนาเวปไซต์หน่วยงานเสร็จแล้วค่ะ', '4'],
  ['ศึกษาดูงานสพปกำแพงเพดเสร็จแล้ว', '5'],
  ['พัตนาเครื่องมือ ITA ออนไลเสร็จแล้ว', '2'],
  ['ผลปโยชน์ทับซ้อน จัดแล้วค่ะ 45 คน', '1.4.1'],
])('%s names %s', (text, activity) => {
  expect(understand(text, { plan, today: '2021-03-15' })).toMatchObject({ intent: 'report', activity });
});

test('letters in a row that everybody writes tell less than rare ones', () => {
  const { heard } = loadedWeights().names;
  const alike = alikeness('กำแพงเพด', indexOf(plan), heard);
  expect(sharedWith(alike, '5')).toBeGreaterThan(0);
  expect(sharedWith(alike, '4')).toBeLessThan(sharedWith(alike, '5') / 4);
  const common = alikeness('กิจกรรมการ', indexOf(plan), heard);
  expect(sharedWith(common, '5')).toBeLessThan(sharedWith(alike, '5') / 2);
});
