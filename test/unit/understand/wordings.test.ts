/** Kinds of wording, each in several wordings of its own: what one writer says so, another says otherwise. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { samplePlan } from './plans.ts';

const plan = samplePlan();
const read = (text: string) => understand(text, { plan, today: '2021-03-15' });

test.each(['กิจกรม 3', 'กิจกรมม 3', 'กิจกรรรมที่ 3', 'กิจกกรม 3', 'กจ.3', 'No.3'])(
  '%s names an activity',
  (named) => {
    expect(read(`${named} เสร็จแล้วค่ะ`)).toMatchObject({ intent: 'report', activity: '3', ambiguous: false });
  },
);

test.each([
  'จึงเรียนมาเพื่อโปรดทราบ',
  'จึงเรียนมาเพื่อโปรดพิจารณาค่ะ',
  'จึงขอรายงานมาเพื่อทราบครับ',
  'ขอแสดงความนับถือ',
  'ขอบคุณค่ะ',
])('%s closes a letter and is no part of what was told', (closing) => {
  expect(read(`1.2 เสร็จแล้ว ปัญหาคือรถติดมาก ${closing}`).fields.obstacle).toBe('รถติดมาก');
  expect(read(`1.2 เสร็จแล้ว เสนอให้เพิ่มวันอบรม ${closing}`).fields.suggestion).toBe('เสนอให้เพิ่มวันอบรม');
});

describe('a correction', () => {
  test.each([
    ['แก้ไขค่ะ 1.2 ใช้ไป 27,000 ไม่ใช่ 28,000', { spent: 2_700_000 }],
    ['1.2 ใช้ไป 27,000 ไม่ใช่ 28,000', { spent: 2_700_000 }],
    ['แก้ข้อ 1.2 คืบหน้า 60% ไม่ใช่ 80%', { percent: 60 }],
    ['แก้ค่ะ 1.2 วันที่ 24 มิ.ย. ไม่ใช่ 10 มิ.ย.', { date: '2021-06-24' }],
    ['แก้ไขใหม่ 1.2 ยังไม่เสร็จ', { status: 'in_progress' }],
  ])('%s', (text, fields) => {
    expect(read(text)).toMatchObject({ intent: 'undo', activity: '1.2.1', fields });
  });

  test.each(['ข้อ 2 แก้ไขเครื่องมือตามผู้ทรงแล้ว เสร็จเรียบร้อย', '2. ไม่ใช่ว่าไม่ทำ กำลังทำ 50%'])('%s is none', (text) => {
    expect(read(text).intent).toBe('report');
  });
});

describe('a text put otherwise', () => {
  test.each([
    ['แก้ผลการดำเนินงานเป็น อบรมโรงเรียนวัดใต้ 120 คน', { result: 'อบรมโรงเรียนวัดใต้ 120 คน', actual: null }],
    ['แก้ผลการดำเนินงานเป็นอบรมครู เสร็จเรียบร้อย', { result: 'อบรมครู เสร็จเรียบร้อย', status: null }],
    ['ขอแก้ไขผล 1.2 เป็น จัดที่วัดใต้ค่ะ', { result: 'จัดที่วัดใต้' }],
    ['แก้ผลการดำเนินงานจาก อบรมวัดเหนือ เป็น อบรมวัดใต้', { result: 'อบรมวัดใต้' }],
    ['เปลี่ยนผลที่ได้เป็น ประชุม 1.1 1) แล้ว', { result: 'ประชุม 1.1 1) แล้ว' }],
    ['แก้อุปสรรคเป็น ติดฝน', { obstacle: 'ติดฝน' }],
    ['แก้ปัญหา/อุปสรรคเป็น รถติด', { obstacle: 'รถติด' }],
    ['ขอแก้ปัญหาและอุปสรรค เป็นงบโอนมาช้าครับ', { obstacle: 'งบโอนมาช้า' }],
    ['แก้ปัญหาเป็น ไม่มี', { obstacle: '' }],
    ['แก้ไขข้อเสนอแนะเป็น ควรเพิ่มวัน', { suggestion: 'ควรเพิ่มวัน' }],
    ['แก้ผลการดำเนินงานเป็น อบรมวัดใต้\nแก้งบเป็น 25,000', { result: 'อบรมวัดใต้', spent: 2_500_000 }],
    ['ผลการดำเนินงาน แก้เป็น อบรม 2 รุ่น', { result: 'อบรม 2 รุ่น' }],
    ['แก้ที่ผลการดำเนินงานค่ะ ที่ถูกคือ อบรม 2 รุ่น', { result: 'อบรม 2 รุ่น' }],
    ['ขอแก้ผลการดำเนินงานนะคะ เป็น อบรม 2 รุ่น', { result: 'อบรม 2 รุ่น' }],
    ['change result to trained 40 staff', { result: 'trained 40 staff' }],
  ])('%s', (text, fields) => {
    expect(read(text)).toMatchObject({ intent: 'undo', fields });
  });

  test.each(['1.2 แก้ปัญหาเป็นที่เรียบร้อยแล้ว', 'ข้อ 2 แก้ไขปัญหาเสร็จแล้ว', '1.2 แก้ไขปัญหาเป็นการด่วนแล้ว เสร็จสิ้น'])(
    '%s tells of work',
    (text) => {
      expect(read(text)).toMatchObject({ intent: 'report', fields: { status: 'completed', obstacle: null } });
    },
  );
});

test.each([
  ['ข้อ 5 ไม่ไปแล้ว', 'cancelled'],
  ['ข้อ 5 ยังไม่ได้ไปเลยค่ะ', 'not_started'],
  ['ข้อ 5 ลากยาวไปเดือนหน้า', 'not_started'],
  ['ข้อ 5 อยู่ในขั้นเก็บข้อมูล', 'in_progress'],
  ['ข้อ 5 ทำไปบ้างแล้ว', 'in_progress'],
  ['ข้อ 5 เบิกจ่ายเรียบร้อยแล้ว 9,000 บาท', null],
])('%s is %s', (text, status) => {
  expect(read(text)).toMatchObject({ intent: 'report', fields: { status } });
});

test.each([
  'รีบๆ ทำข้อ 4 ให้เสร็จหน่อย',
  'ทำข้อ 4 ให้เรียบร้อยด้วยนะคะ',
  'ข้อ 4 ขอให้เสร็จภายในศุกร์นี้นะ',
  'อยากให้ข้อ 4 เสร็จเร็วๆ',
])('%s asks for work and reports none', (text) => {
  expect(read(text).intent).toBe('other');
});

test.each([
  'ยกเลิกนัดประชุมบ่ายนี้นะคะ หมอติดเคส',
  'เลื่อนประชุมทีมเป็นพฤหัสนะคะ',
  'งดน้ำงดอาหารหลังเที่ยงคืนนะคะ',
  'เลื่อนนัดหมอฟันเป็นวันศุกร์',
  'ยกเลิกเบิกค่าเดินทางค่ะ',
  'ขับรถอยู่ค่ะ',
  'ครูใหญ่ให้ไปพบค่ะ เสร็จแล้วค่อยกลับ',
  'งบปีหน้าตัดเหลือ 20% นะครับ',
  'ดีใจด้วยนะคะที่เสร็จ',
  'เบิกค่าน้ำมันรถได้ไหมครับ 500 บาท',
  'ใครยืมกล้องไปคะ จะใช้ถ่ายงานข้อ 5',
])('%s reports and takes back nothing', (text) => {
  expect(['other', 'status']).toContain(read(text).intent);
});

test.each(['ยกเลิกแล้วค่ะ', 'เลื่อนไปก่อนนะคะ', 'ยกเลิกกิจกรรมนี้ค่ะ', 'ขอเลื่อนการอบรมออกไปก่อน'])(
  '%s asks for the activity',
  (text) => {
    expect(read(text)).toMatchObject({ intent: 'report', activity: null, ambiguous: true });
  },
);

test.each([
  ['ข้อ 3 เก็บข้อมูลอยู่ค่ะ', 'in_progress'],
  ['ข้อ 3 ติดต่อวิทยากรอยู่', 'in_progress'],
  ['ข้อ 3 ผอ.ไม่อยู่ เลยยังไม่ได้เสนอ', null],
  ['ข้อ 4 ยังไม่ได้ทำสัญญาเลยครับ', 'not_started'],
])('%s is %s', (text, status) => {
  expect(read(text).fields.status).toBe(status);
});

test.each([
  ['ข้อ 4 ติดตั้งชิงช้าเสร็จแล้ว', { obstacle: null }],
  ['ข้อ 4 สำรวจแล้ว 500 หลัง', { spent: null }],
  ['ข้อ 4 เจาะเลือดไปแล้ว เสร็จ 60%', { status: 'in_progress' }],
  ['ข้อ 4 เริ่มเมษา', { status: 'not_started' }],
  ['ข้อ 4 เริ่มเดือนหน้า', { status: 'not_started' }],
  ['ข้อ 4 เริ่มแล้ว', { status: 'in_progress' }],
  ['ข้อ 4 เลื่อนไม่มีกำหนด', { status: 'not_started', obstacle: null }],
  ['ข้อ 4 จัดไปเมื่อวันที่ 9 มี.ค. 64', { status: 'completed', date: '2021-03-09' }],
])('words are read whole: %s', (text, fields) => {
  expect(read(text)).toMatchObject({ fields });
});

test.each([
  ['ข้อ 4 คืบหน้าจาก 40% เป็น 65% ค่ะ', { percent: 65 }],
  ['1.2 จัดวันที่ 20 ถึง 22 มี.ค. 64 เลื่อนจากเดิม 10 มี.ค.', { status: 'not_started', date: '2021-03-20' }],
  ['1.2 ขอเลื่อน จากวันที่ 20 มีนา ไปเป็นสัปดาห์หน้า', { status: 'not_started', date: null }],
  ['1.2 จัดแล้ว คนเข้า 85 คน ขาด 5 คน', { status: 'completed', actual: { value: 85, unit: 'คน' } }],
])('what holds now is read, not what was before or is wanting: %s', (text, fields) => {
  expect(read(text)).toMatchObject({ fields });
});

test('who does not know reports nothing', () => {
  expect(read('1.2 เสร็จแล้วรึยังก็ไม่รู้ ถามพี่แดงดู').intent).toBe('status');
});

test('another word with the same beginning is no name', () => {
  expect(read('เครื่องพิมพ์เสียค่ะ ใครซ่อมได้บ้าง').intent).not.toBe('report');
});

test('what is named without a fact is no report', () => {
  expect(read('เว็บไซต์สวยมากค่ะ')).toMatchObject({ intent: 'other', activity: null });
});

test('what was told before is amended with the activity in between, too', () => {
  expect(read('ที่รายงาน 1.2 ว่าเสร็จแล้ว จริงๆ แค่ 80%')).toMatchObject({
    intent: 'undo',
    activity: '1.2.1',
    fields: { status: 'in_progress', percent: 80 },
  });
  expect(read('ตามที่รายงาน 1.2 เสร็จแล้วค่ะ').intent).toBe('report');
});

test('where something has got to is asked, whatever it is called', () => {
  expect(read('ทำป้ายถึงไหนแล้วคะ').intent).toBe('status');
});

describe('one’s own leave and reminders', () => {
  test.each([
    'ขอยกเลิกวันลา',
    'ขอ ยกเลิก วันลา ค่ะ',
    'ยกเลิกใบลาวันที่ 18 ค่ะ',
    'ไม่ลาแล้วค่ะ',
    'ยกเลิกการแจ้งเตือน',
    'ไม่ต้องส่งข้อความมาเตือนแล้วนะคะ',
    'ยกเลิกการเตือนข้อ 3 ก่อนนะคะ',
    'งดแจ้งเตือนช่วงนี้ก่อนได้ไหมคะ ไม่ว่างจริงๆ',
    'พรุ่งนี้ลากิจนะคะ ฝากดูข้อ 4 ด้วย',
    'ลาป่วยวันนี้กับพรุ่งนี้ค่ะ ฝากงาน 1.2 ด้วยนะ',
    'please stop reminding me',
  ])('%s reports nothing', (text) => {
    expect(read(text).intent).toBe('other');
  });

  test.each([
    ['ข้อ 4 เสร็จแล้วครับ ไม่ต้องเตือนแล้วนะ', { status: 'completed' }],
    ['ผมลาป่วยวันนี้ครับ ข้อ 4 เสร็จแล้วครับ', { status: 'completed', obstacle: null, date: null }],
    ['ข้อ 4 เลื่อนไปก่อน วิทยากรลาป่วย', { status: 'not_started', obstacle: 'วิทยากรลาป่วย' }],
    ['ข้อ 4 ยกเลิกการลาดยางแล้วครับ', { status: 'cancelled' }],
    ['ข้อ 4 ลาป่วย 2 คน ยังไม่เสร็จ', { status: 'in_progress' }],
    ['ข้อ 4 ติดตั้งระบบแจ้งเตือนภัยเสร็จแล้ว', { status: 'completed' }],
  ])('beside the work, or in its words: %s', (text, fields) => {
    expect(read(text)).toMatchObject({ intent: 'report', activity: '4', fields });
  });
});

test.each(['1.2 ใช้เงินไปเท่าไหร่แล้ว', '1.2 เบิกหมดหรือยัง', 'อยากรู้ว่า 1.2 เบิกไปกี่บาทแล้ว', '1.2 ใครดูแล'])(
  '%s asks',
  (text) => {
    expect(read(text)).toMatchObject({ intent: 'status', activity: '1.2.1' });
  },
);

describe('numbers of a list', () => {
  test('are no codes where each line names its activity', () => {
    const { multiple } = read('1) กิจกรรม 2 เสร็จแล้ว\n2) กิจกรรม 3 ยังไม่เริ่ม');
    expect(multiple?.map(({ activity, fields }) => [activity, fields.status])).toEqual([
      ['2', 'completed'],
      ['3', 'not_started'],
    ]);
  });

  test('are no codes in a form', () => {
    const { activity, multiple, fields } = read(
      '1. ชื่อกิจกรรม พัฒนาเว็บไซต์\n2. สถานะ กำลังทำ\n3. ปัญหา เน็ตช้า\n4. ข้อเสนอแนะ เพิ่มความเร็ว',
    );
    expect([activity, multiple]).toEqual(['4', null]);
    expect(fields).toMatchObject({
      status: 'in_progress',
      obstacle: 'เน็ตช้า',
      suggestion: 'เพิ่มความเร็ว',
    });
  });

  test('are codes where nothing else names the activities', () => {
    const { multiple } = read('2. เสร็จแล้ว\n3. ยังไม่เริ่ม');
    expect(multiple?.map(({ activity }) => activity)).toEqual(['2', '3']);
  });
});

test.each(['คืบหน้า 40-50%', 'ใช้งบ 20,000-25,000 บาท'])('%s is a range and is asked for', (range) => {
  const { ambiguous, fields } = read(`1.2 ${range}`);
  expect([ambiguous, fields.percent, fields.spent]).toEqual([true, null, null]);
});
