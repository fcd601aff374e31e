/** Words that once led nowhere: a code typed twice, a code the plan does not have, a branch, a period, a day and a sum there are not. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { previewImport, storeImport } from '../../src/services/import-plan.ts';
import { readFile } from 'node:fs/promises';
import { draftPlan } from '../../src/plan-import/draft.ts';
import { readPlanJson } from '../../src/plan-import/plan-json.ts';
import { planWords } from '../../src/text/plan-words.ts';
import { countUpdates, owns, stateOf } from '../helpers/fresh-office.ts';
import { INVITE, PRASERT, SOMSRI, WIPHA, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1']);

const hear = async (user: string, text: string): Promise<string> => wordsIn(await office.say(user, text));
const tap = async (user: string, label: string): Promise<string> => wordsIn(await office.tap(user, label));

describe('an invite typed again by who used it', () => {
  test('shows the notice again, and after that says that they are registered', async () => {
    expect(await hear(WIPHA, `ลงทะเบียน ${INVITE}`)).toContain('[รับทราบและยินยอม]');
    expect(await hear(WIPHA, `ลงทะเบียน ${INVITE}`)).toContain('[รับทราบและยินยอม]');
    await hear(WIPHA, 'ยอมรับ');
    expect(await hear(WIPHA, `ลงทะเบียน ${INVITE}`)).toContain('ท่านลงทะเบียนไว้แล้ว');
    await owns(office, WIPHA, []);
    expect(await hear(WIPHA, `ลงทะเบียน ${INVITE}`)).toContain('ท่านลงทะเบียนไว้แล้ว');
  });

  test('is used up for everybody else', async () => {
    expect(await hear(PRASERT, `ลงทะเบียน ${INVITE}`)).toContain('ถูกใช้ครบจำนวนแล้ว');
  });
});

describe('a command', () => {
  test.each(['สถานะ 9.9', 'สถานะ หมา', 'เตือน 9.9', 'มอบหมาย 9.9 ให้ สมศรี', 'งบประมาณ 9', 'งบประมาณ ๙'])(
    '“%s” says that there is no such activity, and offers those there are',
    async (typed) => {
      const said = await hear(PRASERT, typed);
      expect(said).toMatch(/ไม่พบกิจกรรม “(?:9\.9|หมา|9|๙)”/);
      expect(said).toContain('1. กิจกรรม');
      expect(
        await office.database.models.conversations.countDocuments({ 'drafts.0': { $exists: true } }),
      ).toBe(0);
    },
  );

  test.each(['ประวัติ', 'หลักฐาน'])('“%s” of a branch offers what is in it', async (typed) => {
    const said = await hear(SOMSRI, `${typed} 1.3`);
    expect(said).toContain('1.3 2)');
    expect(said).not.toContain('ต้องการรายงาน');
    const one = await tap(SOMSRI, '1.3 2)');
    expect(one).toContain('1.3 2)');
    expect(one).not.toContain('1.3 1)');
  });

  test('of a branch that is somebody else’s says so', async () => {
    await owns(office, SOMSRI, ['1.2']);
    expect(await hear(SOMSRI, 'ประวัติ 1.3')).toContain('ไม่อยู่ในความรับผิดชอบของท่าน');
    expect(await hear(SOMSRI, 'ประวัติ 2')).toContain('(ผู้รับผิดชอบตามแผนคือ กลุ่ม');
  });
});

describe('a report on a code that is not in the plan', () => {
  test('says so before it asks which activity was meant', async () => {
    const said = await hear(SOMSRI, '9.9 เสร็จแล้ว');
    expect(said).toContain('ไม่พบกิจกรรม “9.9” ในแผน');
    expect(said).toContain('ต้องการรายงานกิจกรรมใด');
    await hear(SOMSRI, '1.2 1)');
    await hear(SOMSRI, 'บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed' });
    // the code is not taken for a name of that activity from now on
    expect(await hear(SOMSRI, '9.9 เสร็จแล้ว')).toContain('ไม่พบกิจกรรม “9.9” ในแผน');
  });

  test.each(['1.9 1)', '1.3 9)', '๑.๙ ๑)'])(
    'is one report with all that was said of it: %s',
    async (code) => {
      const said = await hear(SOMSRI, `${code} เสร็จแล้ว ใช้งบ 100`);
      expect(said).toContain(`ไม่พบกิจกรรม “${code}” ในแผน`);
      expect(said).not.toContain('ยังไม่ชัดเจน');
      const card = await hear(SOMSRI, '1.2 1)');
      expect(card).toContain('100 บาท');
      expect(card).toContain('กรุณาตรวจสอบก่อนบันทึก');
    },
  );
});

describe('a period of other than 6 or 12 months', () => {
  test.each(['ปิดงวด 3 เดือน', 'ปิดงวดรอบ 9 เดือน', 'ปิดงวด 3'])('“%s” cannot be closed', async (typed) => {
    const said = await hear(PRASERT, typed);
    expect(said).toContain('มีเฉพาะรอบ 6 เดือนและรอบ 12 เดือน');
    expect(said).not.toContain('หมายถึง');
    expect(await tap(PRASERT, 'ปิดงวด 6 เดือน')).toContain('ปิดงวดรอบ 6 เดือน');
  });

  test.each(['รายงาน 3 เดือน', 'รายงาน 9 เดือน', 'ขอรายงานรอบ 3 เดือน', 'report 9 months'])(
    '“%s” has no report',
    async (typed) => {
      const said = await hear(PRASERT, typed);
      expect(said).toBe('มีเฉพาะรอบ 6 เดือนและรอบ 12 เดือน กรุณาเลือกรอบที่ต้องการ');
      expect(await hear(SOMSRI, typed)).toContain('คำสั่งนี้สำหรับผู้บริหาร');
    },
  );

  test('what a command would not take is never suggested', async () => {
    expect(await hear(PRASERT, 'ปิดงวดด 3 คน')).not.toContain('หมายถึง');
  });
});

describe('the budget', () => {
  test('says whose overrun it is where the branch has money left', async () => {
    await hear(SOMSRI, '1.3 1) เสร็จแล้ว ใช้งบ 99,000 บาท');
    await hear(SOMSRI, 'บันทึก');
    const card = await hear(PRASERT, 'งบประมาณ');
    expect(card).toContain('กิจกรรมที่เกินงบ รวม');
    expect(card).not.toMatch(/เกินงบ 96,000/);
    expect(card).not.toMatch(/^เกินงบ$/m);
    expect(await hear(PRASERT, 'งบประมาณ 1.3 รายละเอียด')).toMatch(
      /ใช้ 99,000 บาท จาก 3,000 บาท เกินงบ 96,000 บาท/,
    );
  });
});

describe('an activity that a new import took out of the plan', () => {
  test('is not stored; another can be chosen for what was said', async () => {
    await hear(SOMSRI, '1.3 2) เสร็จแล้ว ใช้งบ 100');
    await importWithout('1.3.2');
    const said = await tap(SOMSRI, 'บันทึก');
    expect(said).toContain('กิจกรรม 1.3.2 ไม่อยู่ในแผนแล้ว');
    expect(said).toContain('ต้องการรายงานกิจกรรมใด');
    expect(said).toContain('[ยกเลิก]');
    expect(said).not.toContain('[บันทึก]');
    await hear(SOMSRI, '1.2 1)');
    await hear(SOMSRI, 'บันทึก');
    expect(await countUpdates(office)).toBe(1);
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', spent: 10_000 });
    expect(await hear(SOMSRI, '1.3 2) เสร็จแล้ว')).toContain('ไม่พบกิจกรรม “1.3 2)” ในแผน');
  });

  test('is left out of several, and the rest waits to be checked', async () => {
    await hear(SOMSRI, '1.1 1) เสร็จแล้ว\n1.1 2) เสร็จแล้ว');
    await importWithout('1.1.2');
    expect(await hear(SOMSRI, 'สวัสดี')).toContain('กิจกรรม 1.1.2 ไม่อยู่ในแผนแล้ว');
    const said = await tap(SOMSRI, 'ทำรายงานต่อ');
    expect(said).toContain('1.1 1)');
    expect(said).not.toContain('1.1 2)');
  });
});

describe('what cannot be', () => {
  test('all of the budget, without a sum, is asked for by its button', async () => {
    const asked = await hear(SOMSRI, '1.2 ใช้งบหมดแล้ว');
    expect(asked).toContain('ใช้งบประมาณไปแล้วรวมทั้งสิ้นกี่บาท');
    expect(await tap(SOMSRI, 'ใช้เต็มวงเงิน')).toContain('กรุณาตรวจสอบก่อนบันทึก');
  });

  test.each(['ลาถึง 31 ก.พ.', 'ลาถึงวันที่ 32 มีนาคม', 'ลาถึง 31/2', 'ลาถึง 31 เม.ย. 64'])(
    '“%s”: the calendar has no such day',
    async (typed) => {
      expect(await hear(SOMSRI, typed)).toMatch(/ไม่มีวันที่ 3[12].+ ในปฏิทิน/);
    },
  );

  test.each(['แก้งบเป็น -5', '1.2 ใช้งบ -500 บาท'])('“%s”: a sum is not negative', async (typed) => {
    await hear(SOMSRI, '1.2 เสร็จแล้ว ใช้งบ 100 บาท');
    expect(await hear(SOMSRI, typed)).toContain('จำนวนเงินติดลบไม่ได้');
    await hear(SOMSRI, 'ข้าม');
    await hear(SOMSRI, 'บันทึก');
    expect(await hear(SOMSRI, typed)).toContain('จำนวนเงินติดลบไม่ได้');
  });
});

/** The demo's plan once more, without some of its activities. */
async function importWithout(...codes: string[]): Promise<void> {
  const read = readPlanJson(await readFile(new URL('../../samples/plan-2564.json', import.meta.url)));
  const drafted = read.ok && draftPlan(read.raw, planWords);
  if (!drafted || !drafted.ok) throw new Error('the sample plan has faults');
  const activities = drafted.plan.activities.filter(({ code }) => !codes.includes(code));
  const any = { office: null, newOffice: false, plan: null };
  const found = await previewImport(
    office.database,
    { ...drafted.plan, activities },
    any,
    office.clock.now(),
  );
  if (!found.ok) throw new Error(found.reason);
  const stored = await storeImport(office.database, found.preview, office.clock.now());
  if (!stored.ok) throw new Error(stored.reason);
}
