/** What officers and anyone type, in both languages, and what happens when they slip: whole conversations. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { wiphaJoins } from '../helpers/fresh-office.ts';
import { chipsIn, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await office.say(SOMSRI, '1.1.1 เสร็จแล้ว ใช้งบ 3,000 บาท');
  await office.say(SOMSRI, 'บันทึก');
});
afterAll(() => office.close());
beforeEach(() =>
  office.database.models.conversations.updateMany({}, { $set: { drafts: [] } }).then(() => undefined),
);

const member = (userId: string) =>
  office.database.models.members.findOne({ userId }).lean<Record<string, unknown>>();

describe('each command', () => {
  test.each([
    ['งานของฉัน', 'งานของฉัน'],
    ['งานของฉัน หน้า 1', 'งานของฉัน'],
    ['รายงาน', 'ต้องการรายงานกิจกรรมใด'],
    ['รายงาน 1.2', 'ถึงขั้นใดแล้ว'],
    ['รายงาน ๑.๒ ๑)', 'ถึงขั้นใดแล้ว'],
    ['ประวัติ 1.1.1', 'โดย สมศรี ใจดี'],
    ['ประวัติ', 'ประวัติการรายงาน'],
    ['แก้งบ 1.1.1 เป็น 2,500', '2,500'],
    ['สถานะ', 'งานของฉัน'],
    ['สถานะ 1.1.1', 'ดำเนินการเสร็จสิ้น'],
    ['ช่วยเหลือ', 'รายงานได้ด้วยประโยคเดียว'],
    ['เมนู', 'คำสั่งทั้งหมด'],
    ['ช่วยเหลือ รายละเอียด', 'คำสั่งที่ใช้ได้'],
    ['ภาษา', 'Choose a language'],
    ['ลาถึง', 'วันสุดท้ายที่ลา'],
    ['กลับมาแล้ว', 'ไม่มีวันลา'],
    ['ลงทะเบียน', 'ลงทะเบียนไว้แล้ว'],
    ['บันทึก', 'ไม่มีรายงานที่กำลังกรอก'],
    // of what was just stored, and asked first
    ['ยกเลิก', 'ยกเลิกรายงานกิจกรรม 1.1 1) ที่บันทึกเมื่อ'],
  ])('%s', async (typed, answer) => {
    expect(wordsIn(await office.say(SOMSRI, typed))).toContain(answer);
  });

  test('in English', async () => {
    expect(wordsIn(await office.say(SOMSRI, 'language english'))).toContain('answered in English');
    expect((await member(SOMSRI))!['language']).toBe('en');
    const table: [string, string][] = [
      ['mine', 'My activities'],
      ['report 1.2', 'How far is this activity?'],
      ['cancel', 'Nothing was saved'],
      ['history 1.1.1', 'Report history'],
      ['status 1.1.1', 'Completed'],
      ['help', 'Report in one sentence'],
      ['menu', 'All commands'],
      ['help details', 'ready to tap'],
      ['away', 'last day you are away'],
      ['back at work', 'No absence'],
      ['summary', 'for managers'],
      ['language', 'Choose a language'],
    ];
    for (const [typed, answer] of table) expect(wordsIn(await office.say(SOMSRI, typed))).toContain(answer);
    expect(wordsIn(await office.tap(SOMSRI, 'ไทย'))).toContain('เปลี่ยนเป็นภาษาไทยแล้ว');
    expect((await member(SOMSRI))!['language']).toBe('th');
  });

  test.each(['สรุป', 'ล่าช้า', 'ยังไม่รายงาน', 'งบประมาณ', 'เตือน 1.2', 'มอบหมาย 1.2 ให้ วิภา', 'ประกาศ ประชุม'])(
    '%s is refused to an officer',
    async (typed) => {
      expect(wordsIn(await office.say(SOMSRI, typed))).toContain('คำสั่งนี้สำหรับผู้บริหาร');
    },
  );

  test('a manager’s words are an officer’s answer in the middle of a form', async () => {
    await office.say(SOMSRI, 'รายงาน 1.2');
    await office.tap(SOMSRI, 'กำลังดำเนินการ');
    expect(wordsIn(await office.say(SOMSRI, 'ประกาศ เจตนารมณ์ทั้งสำนักงาน'))).toContain('ใช้งบประมาณไปแล้ว');
  });
});

describe('history', () => {
  test('shows who changed what, before and after', async () => {
    await office.say(SOMSRI, '1.1.1 ขอแก้งบเป็น 2,800');
    await office.say(SOMSRI, 'บันทึก');
    const history = wordsIn(await office.say(PRASERT, 'ประวัติ 1.1.1 รายละเอียด'));
    expect(history).toContain('เปลี่ยนจากเดิม: ใช้งบแล้ว 3,000 บาท → 2,800 บาท');
    expect(history).not.toContain('[ยกเลิกรายงานนี้]');
  });

  test('takes back any of one’s own reports, not only the last', async () => {
    await office.say(SOMSRI, 'ประวัติ 1.1.1');
    const found = await office.database.models.updates
      .findOne({ activity: '1.1.1', seq: 1 })
      .lean<{ _id: string }>();
    const data = `do=undo&update=${found!._id}`;
    const asked = await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data }, SOMSRI);
    expect(wordsIn(asked)).toContain('ยกเลิกรายงานกิจกรรม 1.1 1) ที่บันทึกเมื่อ');
    expect(wordsIn(await office.tap(SOMSRI, 'ยืนยันการยกเลิก'))).toContain('ข้อมูลกลับเป็นดังก่อนรายงานนั้น');
    const others = await office.act({ act: 'postback', user: PRASERT, chat: PRASERT, data }, PRASERT);
    expect(wordsIn(others)).toContain('ของผู้อื่น');
    expect(wordsIn(await office.say(SOMSRI, 'ประวัติ 1.1.1 รายละเอียด'))).toContain('ยกเลิกแล้ว');
  });
});

describe('away', () => {
  test('asks who stands in, tells them, and lets them report', async () => {
    await wiphaJoins(office);
    expect(wordsIn(await office.say(WIPHA, '1.2 เสร็จแล้ว ใช้ 100 บาท'))).toContain('ไม่อยู่ในความรับผิดชอบ');
    const asked = wordsIn(await office.say(SOMSRI, 'ลาถึง 20 มี.ค.'));
    expect(asked).toContain('ลาถึง 20 มี.ค. 64 ต้องการให้ผู้ใดปฏิบัติแทน');
    expect(asked).toContain('วิภา รักเรียน');
    expect(wordsIn(await office.tap(SOMSRI, 'วิภา รักเรียน'))).toContain('ส่งถึง วิภา รักเรียน');
    const wipha = await member(WIPHA);
    expect((await member(SOMSRI))!['away']).toMatchObject({ until: '2021-03-20', delegate: wipha!['_id'] });
    const told = wordsIn(await office.say(WIPHA, '1.2 เสร็จแล้ว ใช้ 100 บาท'));
    expect(told).toContain('สมศรี ใจดี ให้ท่านปฏิบัติแทนถึง 20 มี.ค. 64');
    expect(told).toContain('กรุณาตรวจสอบก่อนบันทึก');
    expect(wordsIn(await office.say(WIPHA, 'บันทึก'))).toContain('บันทึกแล้ว');
    expect(wordsIn(await office.say(SOMSRI, 'กลับมาแล้ว'))).toContain('ยินดีต้อนรับกลับ');
    expect((await member(SOMSRI))!['away']).toBeNull();
    expect(wordsIn(await office.say(WIPHA, '1.3.1 เสร็จแล้ว ใช้ 100 บาท'))).toContain('ไม่อยู่ในความรับผิดชอบ');
  });

  test.each([
    ['ลาถึง 1 ก.พ.', 'ผ่านไปแล้ว'],
    ['ลาถึง 20 มี.ค. 2570', 'ไม่เกิน 1 ปี'],
    ['ลาถึงเมื่อไรดี', 'พิมพ์วันสุดท้าย'],
    ['ลาถึงพรุ่งนี้ค่ะ', 'ลาถึง 16 ก.พ. 64'],
    ['away until 20 Mar', 'ลาถึง 20 มี.ค. 64'],
  ])('%s', async (typed, answer) => {
    expect(wordsIn(await office.say(SOMSRI, typed))).toContain(answer);
    await office.say(SOMSRI, 'ยกเลิก');
  });

  test('nobody need stand in, and it can be typed', async () => {
    await office.say(SOMSRI, 'ลาถึง 20 มีนาคม');
    expect(wordsIn(await office.say(SOMSRI, 'ไม่มี'))).toContain('จะไม่ส่งการแจ้งเตือน');
    expect((await member(SOMSRI))!['away']).toMatchObject({ until: '2021-03-20', delegate: null });
    await office.say(SOMSRI, 'กลับมาแล้ว');
  });
});

describe('two officers on one activity', () => {
  test('both reports are kept, and both people are told', async () => {
    await office.database.models.members.updateOne({ userId: WIPHA }, { $push: { activities: '1.4' } });
    await office.say(SOMSRI, '1.4 ทำไปแล้ว 40%');
    await office.say(WIPHA, '1.4 ทำไปแล้ว 60%');
    await office.say(SOMSRI, 'บันทึก');
    expect(wordsIn(await office.say(WIPHA, 'บันทึก'))).toContain('ระหว่างนี้ สมศรี ใจดี รายงานกิจกรรมเดียวกัน');
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('วิภา รักเรียน รายงานกิจกรรม 1.4');
    expect(await office.database.models.updates.countDocuments({ activity: '1.4.1' })).toBe(2);
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).not.toContain('วิภา รักเรียน รายงานกิจกรรม');
  });
});

describe('slips', () => {
  test.each([
    [PRASERT, 'สรูป', 'สรุป'],
    [PRASERT, 'สถานนะ 1.2', 'สถานะ 1.2'],
    [SOMSRI, 'งานชองฉัน', 'งานของฉัน'],
    [PRASERT, 'sumary', 'summary'],
    [PRASERT, 'งบประมาน', 'งบประมาณ'],
    [SOMSRI, 'ประวัต 1.2', 'ประวัติ 1.2'],
    [SOMSRI, 'hlep', 'help'],
    [SOMSRI, 'สถา', 'สถานะ'],
  ])('%s %s is asked back as %s', async (person, typed, meant) => {
    const asked = wordsIn(await office.say(person, typed));
    expect(asked).toContain('หมายถึง');
    expect(asked).toContain(`[${meant}]`);
    const answer = wordsIn(await office.tap(person, meant));
    expect(answer).not.toContain('หมายถึง');
    expect(answer.length).toBeGreaterThan(20);
  });

  test.each(['สวัสดีค่ะ', 'ขอบคุณมากค่ะ', 'วันนี้อากาศดี', 'กินข้าวหรือยัง', 'สู้ๆ นะ'])(
    '“%s” is no slip',
    async (typed) => {
      expect(wordsIn(await office.say(SOMSRI, typed))).not.toContain('หมายถึงคำสั่ง');
    },
  );

  test('of a manager’s command is not offered to an officer', async () => {
    expect(wordsIn(await office.say(SOMSRI, 'สรูป'))).not.toContain('[สรุป]');
  });
});

describe('in the middle of a form', () => {
  test('a command is answered, then the form goes on', async () => {
    await office.say(SOMSRI, 'รายงาน 1.2');
    const answer = await office.say(SOMSRI, 'ประวัติ 1.1.1');
    expect(wordsIn(answer)).toContain('ประวัติการรายงาน');
    expect(wordsIn(answer)).not.toContain('ถึงขั้นใดแล้ว');
    expect(chipsIn(answer)).toEqual(['ทำรายงานต่อ']);
    expect(wordsIn(await office.tap(SOMSRI, 'ทำรายงานต่อ'))).toContain('ถึงขั้นใดแล้ว');
  });

  test('what asks something comes first, and then the form again', async () => {
    await office.say(SOMSRI, 'รายงาน 1.2');
    expect(wordsIn(await office.say(SOMSRI, 'ลาถึง 20 มี.ค.'))).not.toContain('ถึงขั้นใดแล้ว');
    expect(chipsIn(await office.say(SOMSRI, 'ยกเลิก'))).toEqual(['ทำรายงานต่อ']);
    expect(wordsIn(await office.say(SOMSRI, 'ยกเลิก'))).toContain('ไม่มีการบันทึก');
  });
});
