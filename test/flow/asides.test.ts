/** What people ask beside their reports: a place in a list, who can help, more time, goodbye, a complaint; and who has no work yet. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { countUpdates, owns } from '../helpers/fresh-office.ts';
import { INVITE, PRASERT, SOMSRI, WIPHA, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2']);

const hear = async (user: string, text: string): Promise<string> => wordsIn(await office.say(user, text));
const say = (text: string): Promise<string> => hear(SOMSRI, text);

describe('a place in a list', () => {
  test.each(['อันที่สอง', 'เอาอันแรก', 'อันที่ 3 เลย', 'the second one'])(
    '“%s”: what stands there; where nothing was shown it is asked about',
    async (typed) => {
      expect(await say(typed)).toContain('หมายถึงกิจกรรมใด');
      expect(await say('อันที่สอง')).toContain('ดำเนินการถึงขั้นใดแล้ว');
      await say('ยกเลิก');
      await say('งานของฉัน');
      expect(await say(typed)).toContain('ดำเนินการถึงขั้นใดแล้ว');
    },
  );
});

describe('more time', () => {
  test.each(['1.2 1) ขยายเวลาได้ไหม', '1.2 1) ไม่ทันสิ้นเดือนแน่ๆ ขอขยายเวลา', 'เลื่อนกำหนดส่งได้ไหมคะ'])(
    '“%s” hears who gives it',
    async (typed) => {
      expect(await say(typed)).toContain('กำหนดในแผนไม่เปลี่ยนตามรายงาน');
    },
  );

  test.each(['เลื่อนการเตือน', '1.2 1) เสร็จแล้ว เลื่อนขั้นครูแล้ว'])('is not heard of after “%s”', async (typed) => {
    expect(await say(typed)).not.toContain('กำหนดในแผน');
  });
});

describe('who can help', () => {
  const asked = ['ใครเป็นผู้ดูแลระบบ', 'ติดต่อผู้ดูแลระบบ', 'ขอคุยกับเจ้าหน้าที่', 'แอดมินคือใคร', 'ขอสิทธิ์รายงาน 5'];

  test.each(asked)('“%s” is told by name', async (typed) => {
    await office.database.models.members.collection.updateOne(
      { userId: PRASERT },
      { $set: { roles: ['admin'] } },
    );
    expect(await say(typed)).toBe('ผู้ดูแลระบบของหน่วยงาน: ประเสริฐ ตั้งมั่น');
    await office.database.models.members.collection.updateOne(
      { userId: PRASERT },
      { $set: { roles: ['manager'] } },
    );
    expect(await say(typed)).toContain('ยังไม่มีผู้ดูแลระบบ');
  });

  test.each(['คุยกับคนได้ไหม', 'ใช้ยากจัง', 'ทำไมต้องถามด้วย', 'งงไปหมด', 'รำคาญ'])(
    '“%s” is answered with an apology or a name, never with an example',
    async (typed) => {
      expect(await say(typed)).toMatch(/ขออภัย.*ติดต่อผู้ดูแลระบบ|ผู้ดูแลระบบ/);
    },
  );
});

test.each(['ลาก่อนค่ะ', 'บาย', 'ฝันดีนะคะ', 'เลิกงานแล้ว', 'ไปก่อนนะคะ', 'bye'])(
  '“%s” is a goodbye',
  async (typed) => {
    expect(await say(typed)).toContain('แล้วพบกันใหม่');
  },
);

test.each(['แล้วต้องทำยังไง', 'ฮัลโหลๆ', 'ทำเรียบร้อยแล้วค่ะ'])(
  'who has no work yet is told so after “%s”, without an example',
  async (typed) => {
    await owns(office, SOMSRI, []);
    const said = await say(typed);
    expect(said).not.toContain('เสร็จแล้ว');
    expect(said).toContain('กรุณาแจ้งผู้ดูแลระบบ');
  },
);

test.each(['เตือนเค้าหน่อย', 'ตามเค้าหน่อย', 'เตือนเค้าเลย', 'ตามให้ที', 'ทวงหน่อย'])(
  'a manager’s “%s” is of what was just looked at',
  async (typed) => {
    await hear(PRASERT, 'สถานะ 1.2 1)');
    expect(await hear(PRASERT, typed)).toContain('ขอความคืบหน้ากิจกรรม 1.2 1)');
    await hear(PRASERT, 'ยกเลิก');
    await hear(PRASERT, '2 ใครทำ');
    expect(await hear(PRASERT, typed)).toContain('ขอความคืบหน้ากิจกรรม 2.');
    expect(await countUpdates(office)).toBe(0);
  },
);

test.each(['ประชุมพรุ่งนี้ 9 โมง แจ้งทุกคนด้วย', 'แจ้งทุกคนว่าประชุมพรุ่งนี้ 9 โมง'])(
  'a manager’s “%s” is an announcement, and leaves the open card alone',
  async (typed) => {
    await hear(PRASERT, '1.2 1) เสร็จแล้ว');
    const asked = await hear(PRASERT, typed);
    expect(asked).toContain('ส่งประกาศนี้หรือไม่');
    expect(asked).toContain('ประชุมพรุ่งนี้ 9 โมง');
    await hear(PRASERT, 'ยกเลิก');
    expect(await hear(PRASERT, 'บันทึก')).toContain('ดำเนินการเสร็จสิ้น');
  },
);

test('a newcomer who nods at the notice is told to tap, and has not agreed yet', async () => {
  await hear(WIPHA, `ลงทะเบียน ${INVITE}`);
  for (const nod of ['โอเคค่ะ', 'ได้เลยค่ะ', 'ใช่ค่ะ'])
    expect(await hear(WIPHA, nod)).toContain('กรุณาแตะ “รับทราบและยินยอม”');
  expect(await hear(WIPHA, 'งานของฉัน')).not.toContain('กรุณาแตะ');
});
