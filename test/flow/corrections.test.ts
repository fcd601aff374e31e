/** A text that was reported wrongly and is put otherwise, typed or tapped: what is stored, and what the official report prints. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadReport } from '../../src/services/official-report.ts';
import type { ReportRow } from '../../src/domain/report-model.ts';
import { loadPlan } from '../../src/services/loaders.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));

async function reported(code: string): Promise<ReportRow> {
  const [row] = await office.database.models.offices.find({}).lean<Record<string, unknown>[]>();
  const { _id, ...rest } = row!;
  const own = { id: String(_id), ...rest } as unknown as Parameters<typeof loadReport>[0]['office'];
  const plan = (await loadPlan(office.database, own.id, own.currentPlan!))!;
  const now = office.clock.now();
  const loaded = await loadReport({ database: office.database, office: own, plan, half: 1, now });
  if (!loaded.ok) throw new Error('no report');
  return loaded.model.rows.find((one) => one.code === code)!;
}

const texts = (said: ReportRow['result']): string[] => (said ?? []).map(({ text }) => text);

describe('what was said of 1.2 1)', () => {
  beforeEach(async () => {
    await office.database.models.updates.deleteMany({});
    await office.database.models.conversations.updateMany({}, { $set: { drafts: [] } });
    await hear('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท ผลการดำเนินงาน: อบรมครูโรงเรียนวัดเหนือ ปัญหา: ฝนตกหนัก');
    expect(await hear('บันทึก')).toContain('บันทึกแล้ว');
    expect(texts((await reported('1.2.1')).result)).toEqual(['อบรมครูโรงเรียนวัดเหนือ']);
  });

  test.each([
    ['แก้ผลการดำเนินงานเป็น อบรมครูโรงเรียนวัดใต้', 'result', ['อบรมครูโรงเรียนวัดใต้']],
    ['ขอแก้ผล 1.2 เป็น อบรมครูโรงเรียนวัดใต้ค่ะ', 'result', ['อบรมครูโรงเรียนวัดใต้']],
    ['แก้อุปสรรคเป็น ถนนขาด', 'obstacle', ['ถนนขาด']],
    ['แก้ปัญหา/อุปสรรคเป็น ถนนขาด', 'obstacle', ['ถนนขาด']],
    ['แก้ปัญหาเป็น ไม่มี', 'obstacle', []],
  ] as const)(
    '“%s” is shown old and new, and the report prints the new alone',
    async (typed, field, printed) => {
      const card = await hear(typed);
      expect(card).toContain('กรุณาตรวจสอบรายการที่แก้ไข');
      expect(card).toContain(field === 'result' ? 'วัดเหนือ' : 'ฝนตกหนัก');
      await hear('บันทึก');
      const [first, second] = await office.database.models.updates
        .find({})
        .sort({ seq: 1 })
        .lean<{ _id: string; corrects?: string; said: Record<string, unknown> }[]>();
      expect(second!.corrects).toBe(first!._id);
      expect(second!.said['spent']).toBeNull();
      expect(texts((await reported('1.2.1'))[field])).toEqual(printed);
    },
  );
});
