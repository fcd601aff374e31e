/** A day that is still to come is said to be expected on every card that shows it; one that is over, or of finished work, stands as it is. */
import { expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));

test.each([
  ['1.2 1) กำลังทำ คาดว่าน่าจะเสร็จสิ้นเดือนนี้', 'คาดว่าเสร็จ 28 ก.พ. 64'],
  ['1.2 1) ยังไม่ได้ทำ เลื่อนไปวันที่ 3 มี.ค.', 'คาดว่าจะดำเนินการ 3 มี.ค. 64'],
])('“%s” is shown as expected on the card, its receipt and in the history', async (typed, shown) => {
  expect(await say(typed)).toContain(shown);
  expect(await say('บันทึก')).toContain(shown);
  expect(await say('ประวัติ 1.2 1) ละเอียด')).toContain(shown);
});

test.each(['1.2 1) กำลังทำ ประชุมไปเมื่อวันที่ 10 ก.พ.', '1.2 1) เสร็จแล้ว จัดเมื่อวันที่ 10 ก.พ.'])(
  '“%s” is a day as it was',
  async (typed) => {
    const card = await say(typed);
    expect(card).toContain('10 ก.พ. 64');
    expect(card).not.toContain('คาดว่า');
  },
);

test('what lay ahead when it was told reads so in the history afterwards', async () => {
  await say('1.2 1) กำลังทำ คาดว่าจะเสร็จวันที่ 20 ก.พ.');
  await say('บันทึก');
  office.clock.moveTo(new Date('2021-03-05T09:00:00+07:00'));
  expect(await say('ประวัติ 1.2 1) ละเอียด')).toContain('คาดว่าเสร็จ 20 ก.พ. 64');
});
