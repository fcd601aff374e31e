/** Where a figure or letter is no code, and where a code has the last word. */
import { expect, test } from 'vitest';
import { planIn } from '../../../scripts/reader-training/corpora.ts';
import { understand } from '../../../src/understand/index.ts';

const leaf = (code: string, label: string, parent: string, name: string) => ({
  code,
  label,
  parent,
  name,
  unit: 'ครั้ง',
  target: 10,
});
const plan = planIn(
  Buffer.from(
    JSON.stringify({
      office: { name: 'สำนักงานทดสอบ' },
      fiscalYearBE: 2570,
      title: 'แผนปฏิบัติราชการ',
      period: { start: '2026-10-01', end: '2027-09-30' },
      activities: [
        { code: '1', label: 'วก', parent: null, name: 'งานวิชาการ' },
        leaf('1.1', 'วก.3/1', '1', 'ค่ายวิทยาศาสตร์'),
        leaf('1.2', 'วก.3/2', '1', 'ค่ายคณิตศาสตร์'),
        { code: '2', label: 'ค', parent: null, name: 'งานชุมชน' },
        leaf('2.1', 'ค.1', '2', 'สนับสนุนเงินทุนแม่บ้านเกษตรกร'),
        leaf('2.2', 'ค.2', '2', 'สำรวจความพึงพอใจผู้รับบริการ'),
      ],
    }),
  ),
  'a plan with letters',
);
const read = (text: string) => understand(text, { plan, today: '2027-03-15' });

test.each([
  ['วก31 เสร็จแล้วครับ', '1.1'],
  ['วก32 ยังไม่ได้เริ่มเลยค่ะ', '1.2'],
])('%s is written without its signs', (text, activity) => {
  expect(read(text)).toMatchObject({ intent: 'report', activity });
});

test('months are no codes, whatever letters the plan has', () => {
  const got = read('ค.2 สำรวจแล้ว 3 ครั้ง (ต.ค. 69 – ก.พ. 70)');
  expect(got).toMatchObject({ intent: 'report', activity: '2.2', multiple: null });
});

test('a session’s number is no code beside the one that opens the text', () => {
  expect(read('วก.3/1: mentor session #2 done')).toMatchObject({ activity: '1.1', multiple: null });
});

test('a code that opens the message wins over a name after it', () => {
  const got = read('ค.2 ไปต่อไม่ได้แล้วครับ แม่บ้านเขาไม่มากัน บอกว่าแดดร้อนเกิน');
  expect(got).toMatchObject({ intent: 'report', activity: '2.2', multiple: null });
});
