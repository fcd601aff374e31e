/** Which interpreter takes what: the order of the router's table, a row for each and for texts that several could take. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { interpreterOf } from '../../../src/bot/explain-routing.ts';
import { interpreters } from '../../../src/bot/router.ts';
import type { Plan } from '../../../src/domain/activity.ts';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { planWords } from '../../../src/text/plan-words.ts';

const read = readPlanJson(readFileSync(new URL('../../../samples/plan-2564.json', import.meta.url)));
if (!read.ok) throw new Error('the sample cannot be read');
const drafted = draftPlan(read.raw, planWords);
if (!drafted.ok) throw new Error('the sample is no plan');
const plan: Plan = { ...drafted.plan, id: 'plan', office: 'office' };

const table: readonly (readonly [text: string, interpreter: string])[] = [
  ['บันทึก', 'control-word'],
  ['ไม่เอาแล้ว', 'giving-up'],
  ['งานของฉัน', 'command'],
  // a report begins with a command's word
  ['รายงาน 1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท', 'report'],
  ['1.2 1) เสร็จแล้วค่ะ', 'report'],
  ['1.2 1) เสร็จแล้ว ขอบคุณค่ะ', 'report'],
  ['ยกเลิกรายงานที่ส่งไป', 'taking-back'],
  ['แก้งบเป็น 25,000', 'taking-back'],
  ['ยกเลิก 1.2 1)', 'cancels-by-name'],
  ['ขอรายงานรอบ 6 เดือนหน่อยค่ะพี่', 'half-year-request'],
  ['ประวัต 1.2', 'slip-with-code'],
  ['1.2 ถึงไหนแล้ว', 'activity-question'],
  ['เตือนวันจันทร์', 'reminder-wish'],
  ['หนูลา 1-5 เม.ย. ค่ะ', 'leave'],
  ['เดี๋ยวส่งรูปงาน 1.3 1) นะคะ', 'photos-to-come'],
  ['อันที่สอง', 'place-in-list'],
  ['ไม่ๆ ไม่ยกเลิก', 'keeps-all'],
  ['1.2 1) ขยายเวลาได้ไหม', 'more-time'],
  ['ใครเป็นผู้ดูแลระบบ', 'admin-question'],
  ['ส่งแล้วใช่ไหมคะ', 'own-question'],
  ['เดือนนี้มีกิจกรรมอะไร', 'time-question'],
  ['อะไรใกล้ถึงกำหนดบ้าง', 'own-due'],
  ['ทำไม 3 ยังไม่เสร็จ', 'reason-question'],
  ['งบ 1.2 เหลือเท่าไหร่', 'own-money'],
  ['ฝากพี่วิภารายงานแทนได้ไหม', 'stand-in-question'],
  ['โครงการทั้งหมดไปถึงไหนแล้วคะ', 'plan-question'],
  ['มีกิจกรรมอะไรบ้าง', 'list-request'],
  ['รายงานยังไงคะ', 'how-to'],
  ['ไม่ต้องเตือนแล้วได้ไหม', 'own-request'],
  ['งานของฉับ', 'slip'],
  ['ขอบคุณค่ะ', 'small-talk'],
  ['สวัสดีค่ะ', 'small-talk'],
  ['อากาศดีจัง', 'fallback'],
];

describe('a text of somebody who is in the middle of nothing', () => {
  test.each(table)('%s → %s', async (text, interpreter) => {
    expect(await interpreterOf(text, plan, '2021-03-15')).toBe(interpreter);
  });

  test('whatever was left out needs something open, a manager, a reader in doubt, or the assistant', () => {
    const shown = new Set(table.map(([, name]) => name));
    const rest = interpreters.map(({ name }) => name).filter((name) => !shown.has(name));
    expect(rest).toEqual([
      'confirmation',
      'saves-all',
      'giving-up-quoted',
      'brings-back',
      'chases-them',
      'more-of-list',
      'same-of-other',
      'hands-over',
      'tells-all',
      'asks-if-saved',
      'says-of-all',
      'photos-elsewhere',
      'open-form',
      'beside-result',
      'moves-stored',
      'closes-obstacle',
      'removes-stored',
      'puts-stored-right',
      'result-answer',
      'admin-work',
      'quota-question',
      'units-question',
      'owner-question',
      'manager-question',
      'person-question',
      'unknown-person',
      'assisted-report',
      'perhaps-report',
    ]);
  });
});
