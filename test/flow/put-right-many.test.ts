/** Words typed at the card of several activities: they change what stands there, so that nothing is stored twice and otherwise. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { countUpdates, forgetAll, owns, stateOf } from '../helpers/fresh-office.ts';
import { openOffice, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
beforeEach(async () => {
  await forgetAll(office);
  await owns(office, SOMSRI, ['1', '2', '3']);
  expect(await say('1.1 1) เสร็จแล้ว\n1.2 1) เสร็จแล้ว')).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
});

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));

describe('one of them', () => {
  test.each([
    ['1.1 1) ยังไม่เสร็จ', { status: 'in_progress' }],
    ['1.1 1) ใช้งบ 500 บาท', { status: 'completed', spent: 50_000 }],
  ])('is changed by “%s”, and stored once', async (typed, stands) => {
    expect(await say(typed)).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed' });
    expect(await stateOf(office, '1.1.1')).toMatchObject(stands);
    expect(await countUpdates(office)).toBe(2);
  });

  test('of which something has to be asked gets its own card, and the others follow', async () => {
    expect(await say('1.1 1) ไม่ได้ดำเนินการ')).toContain('ดำเนินการถึงขั้นใดแล้ว');
    await say('ยกเลิกกิจกรรม');
    await say('บันทึก');
    await say('บันทึก');
    expect(await stateOf(office, '1.1.1')).toMatchObject({ status: 'cancelled' });
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed' });
    expect(await countUpdates(office)).toBe(2);
  });

  test.each(['เอา 1.1 1) ออก', 'ตัด 1.1 1) ออกก่อนค่ะ', 'ไม่เอา 1.1 1)'])(
    'is left out by “%s”',
    async (typed) => {
      expect(await say(typed)).not.toContain('1.1 1)');
      await say('บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed' });
      expect((await stateOf(office, '1.1.1'))['seq']).toBe(0);
    },
  );

  test('gets its own card by its place', async () => {
    expect(await say('อันแรก')).toMatch(/^✓ ดำเนินการเสร็จสิ้น\n1\.1 1\)/);
  });
});

test('that something is wrong shows all of them, to be changed one by one', async () => {
  const said = await say('ไม่ใช่ค่ะ');
  expect(said).toContain('รายการใดไม่ถูกต้อง');
  expect(said).toContain('แก้ไข');
});

test('another activity is told beside them', async () => {
  expect(await say('3 กำลังทำ')).toContain('3.');
  await say('บันทึก');
  expect(await countUpdates(office)).toBe(1);
});
