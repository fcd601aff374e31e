/** When people want to be reminded, as they say it, and what that comes to by the office's calendar. */
import { expect, test } from 'vitest';
import { plain } from '../../../src/bot/commands/command.ts';
import { readReminderWish } from '../../../src/bot/reminder-wish.ts';
import { calendarOf } from '../../../src/domain/calendar.ts';
import { decideWish, type WishOutcome } from '../../../src/domain/reminder-wish.ts';
import { REMINDER_SETTINGS } from '../../../src/domain/reminder-rules.ts';

/** A Monday at half past nine; the 26th is a holiday, Makha Bucha. */
const NOW = new Date('2021-02-15T09:30:00+07:00');
const OFFICE = { calendar: calendarOf(), quiet: REMINDER_SETTINGS.quiet, now: NOW };

function outcomeOf(typed: string): WishOutcome | null {
  const wish = readReminderWish(plain(typed), '2021-02-15');
  return wish && decideWish(wish, { hour: 9, days: null, snoozedUntil: null }, OFFICE);
}

test.each([
  ['เตือนวันจันทร์', '2021-02-22'],
  ['เตือนวันพุธ', '2021-02-17'],
  ['ช่วยเตือนอีกทีวันจันทร์หน้าด้วยค่ะ', '2021-02-22'],
  ['โอเคค่ะ เตือนอีกทีวันพุธนะคะ', '2021-02-17'],
  ['เลื่อนการเตือนไปวันศุกร์', '2021-02-19'],
  ['ไว้ค่อยเตือนสัปดาห์หน้า', '2021-02-22'],
  ['เตือนอีกที 3 วัน', '2021-02-18'],
  ['อีกสามวันค่อยเตือนนะคะ', '2021-02-18'],
  ['พรุ่งนี้เช้าเตือนอีกทีนะคะ', '2021-02-16'],
  ['เตือนวันที่ 25', '2021-02-25'],
  ['เตือน 3 มี.ค.', '2021-03-03'],
  ['เตือนสิ้นเดือน', '2021-03-01'],
  ['เตือนวันเสาร์', '2021-02-22'],
  ['เตือนบ่ายสาม', '2021-02-15T15:00'],
  ['เตือนอีกทีบ่ายสาม', '2021-02-15T15:00'],
  ['เตือนบ่าย 3 โมงครึ่ง', '2021-02-15T15:30'],
  ['เตือน 15.00 น.', '2021-02-15T15:00'],
  // as the bot writes it, copied
  ['เตือน 15.00\u00A0น.', '2021-02-15T15:00'],
  ['เตือน 4 โมงเย็น', '2021-02-15T16:00'],
  ['เตือนเที่ยง', '2021-02-15T12:00'],
  ['เตือน 9 โมง', '2021-02-16T09:00'],
  ['เตือนพรุ่งนี้บ่ายสอง', '2021-02-16T14:00'],
  ['เตือนวันศุกร์ 10.30', '2021-02-19T10:30'],
  ['เตือนอีก 2 ชั่วโมง', '2021-02-15T11:30'],
  ['เตือนอีกครึ่งชั่วโมง', '2021-02-15T10:00'],
  ['เตือนวันนี้อีกที', '2021-02-15T11:30'],
  ['เตือนอีก 9 ชั่วโมง', '2021-02-16'],
  ['ไม่ต้องเตือนวันนี้', '2021-02-16'],
  ['อย่าเตือนจนถึงวันศุกร์', '2021-02-19'],
  ['งดเตือน 3 วัน', '2021-02-18'],
  ['remind me on Monday', '2021-02-22'],
  ['please remind me again at 3 pm', '2021-02-15T15:00'],
  ['remind me in 2 hours', '2021-02-15T11:30'],
])('%s: once', (typed, at) => {
  expect(outcomeOf(typed)).toMatchObject({ kind: 'once', at });
});

test.each([
  ['อย่าเตือนตอนเช้า', 13, null],
  ['ไม่ต้องเตือนตอนบ่าย', null, null],
  ['เตือนทุกวันตอนบ่าย', 13, null],
  ['เตือนทุกวัน 10 โมง', 10, null],
  ['เตือนทุกวันจันทร์', 9, [1]],
  ['เตือนเฉพาะวันจันทร์กับวันพฤหัส', 9, [1, 4]],
  ['เตือนจันทร์และพุธ', 9, [1, 3]],
  ['อย่าเตือนวันศุกร์', 9, [1, 2, 3, 4]],
  ['เตือนทุกวัน', 9, null],
  ['เตือนตามปกติ', null, null],
  ['remind me as usual', null, null],
])('%s: from now on', (typed, hour, days) => {
  expect(outcomeOf(typed)).toMatchObject({ kind: 'always', preferences: { hour, days } });
});

test.each([
  ['เตือนสองทุ่ม', 'at-night'],
  ['เตือน 6 โมงเช้า', 'at-night'],
  ['เตือนวันที่ 3 ก.พ.', 'past'],
  ['เตือน 1 พ.ย. 64', 'too-far'],
])('%s: not granted', (typed, why) => {
  expect(outcomeOf(typed)).toEqual({ kind: 'refused', why });
});

test.each([
  'เตือน',
  'เตือน 3',
  'เตือน 1.2',
  'เตือน 1.2 1)',
  'เตือน 3 อีกที',
  'เตือนสมศรี',
  'เตือนสมศรีพรุ่งนี้',
  'เตือนทั้งหมด',
  'เตือนภัยน้ำท่วมวันจันทร์',
  'เตือนแม่บ้านทำความสะอาดทุกวันจันทร์',
  'ไม่ต้องเตือนข้อ 3 แล้วค่ะ',
  'อย่าเพิ่งเตือน',
  'ยกเลิกการแจ้งเตือนค่ะ',
  'วันจันทร์',
])('%s: no wish of the kind', (typed) => {
  expect(outcomeOf(typed)).toBeNull();
});
