/** What officers and managers say in their own words about themselves and each other: money, history, trouble, language, names nobody has; as tables of one conversation each. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/text/index.ts';
import { testDatabase } from '../helpers/database.ts';
import { countUpdates, forgetAll, owns, stateOf } from '../helpers/fresh-office.ts';
import {
  GROUP,
  INVITE,
  openOffice,
  PRASERT,
  SOMSRI,
  type TestOffice,
  WIPHA,
  wordsIn,
} from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await office.say(WIPHA, `ลงทะเบียน ${INVITE}`);
  await office.say(WIPHA, 'ยอมรับ');
});
afterAll(() => office.close());
beforeEach(async () => {
  await forgetAll(office);
  await owns(office, SOMSRI, ['1']);
});

const hear = async (text: string, user = SOMSRI): Promise<string> => wordsIn(await office.say(user, text));
const mention = async (user: string, text: string): Promise<string> =>
  wordsIn(await office.say(user, text, { chat: GROUP, mentionBot: true }));

describe('a problem or a sum that is only mentioned is asked for', () => {
  test.each(['1.2 ติดปัญหา', '1.2 มีปัญหานิดหน่อยค่ะ', '1.2 กำลังทำ แต่ติดปัญหา', 'ติดปัญหาค่ะ', '1.2 has a problem'])(
    '%s',
    async (typed) => {
      await owns(office, SOMSRI, ['1.2']);
      const asked = await hear(typed);
      expect(asked).toContain('ติดปัญหาเรื่องใด');
      // what is stuck has a reason
      expect(asked).not.toContain('[ไม่มี]');
      const card = await hear('วิทยากรติดราชการ');
      expect(card).toContain('อยู่ในระหว่างการดำเนินงาน');
      await hear('บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({
        status: 'in_progress',
        obstacle: 'วิทยากรติดราชการ',
      });
    },
  );

  test.each(['1.2 ใช้เกินงบไป 2,000', 'ค่าอาหาร 87 x 80 บาท รวม 6,960 ค่าวิทยากร 3,600 ของ 1.2'])(
    '%s',
    async (typed) => {
      const asked = await hear(typed);
      expect(asked).toContain('จำนวนเงินที่ใช้ยังไม่ชัดเจน');
      await hear('10,560');
      await hear('บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({ status: null, spent: 1_056_000 });
    },
  );

  test('the guided question still takes that there is none', async () => {
    await hear('รายงาน 1.2');
    await hear('กำลังดำเนินการ');
    await hear('ข้าม');
    expect(await hear('ข้าม')).toMatch(/มีปัญหาหรืออุปสรรคหรือไม่[^]*\[ไม่มี\]/);
  });
});

describe('ประวัติ without a code', () => {
  test('is of what was reported last, also after a choice that was left', async () => {
    await hear('1.2 1) กำลังดำเนินการ');
    await hear('บันทึก');
    await hear('รายงาน');
    await hear('ยกเลิก');
    expect(await hear('ประวัติ')).toMatch(/1\.2 1\)[^]*อยู่ในระหว่างการดำเนินงาน/);
    // looked at another one, on which nothing was reported
    await hear('สถานะ 1.3 1)');
    expect(await hear('ประวัติ')).toMatch(/1\.2 1\)[^]*อยู่ในระหว่างการดำเนินงาน/);
    expect(await hear('ประวัติ 1.3 1)')).toContain('ยังไม่มีการรายงาน');
  });
});

describe('an officer asks for the money of their own', () => {
  beforeEach(async () => {
    await hear('1.2 กำลังดำเนินการ ใช้งบ 12,000 บาท');
    await hear('บันทึก');
  });
  const LEFT = 'ใช้ 12,000 บาท จาก 30,000 บาท เหลือ 18,000 บาท';
  test.each([
    ['งบ 1.2 เหลือเท่าไหร่', `1.2 1) ${LEFT}`],
    ['1.2 เหลืองบเท่าไหร่คะ', `1.2 1) ${LEFT}`],
    ['งบ 1.1 1) เหลือเท่าไร', '1.1 1) ยังไม่แจ้งยอดใช้ จาก 3,000 บาท'],
    ['ใช้งบไปแล้วเท่าไหร่คะ', 'งบของท่านรวม 7 กิจกรรม'],
    ['งบเหลือเท่าไหร่', LEFT],
    ['how much money is left', LEFT],
  ])('%s', async (typed, shown) => {
    expect(await hear(typed)).toContain(shown);
  });

  test('and sees nobody else’s; a manager the whole plan', async () => {
    await owns(office, SOMSRI, ['1.2']);
    expect(await hear('งบ 3 เหลือเท่าไหร่')).not.toContain('เหลือ 0');
    expect(await hear('งบเหลือเท่าไหร่')).toBe(`1.2 1) ${LEFT}`);
    expect(await hear('งบเหลือเท่าไหร่', PRASERT)).toContain('คงเหลือ');
  });
});

describe('an officer asks about what they sent and what comes next', () => {
  beforeEach(async () => {
    await hear('1.2 กำลังดำเนินการ');
    await hear('บันทึก');
  });
  const HOW_REMOVED = texts('th').chat.files.howToRemove;
  test.each([
    ['ส่งแล้วใช่ไหมคะ', 'ประวัติการรายงาน'],
    ['บันทึกหรือยังคะ', 'ประวัติการรายงาน'],
    ['เมื่อกี้ส่งอะไรไปบ้าง', 'ประวัติการรายงาน'],
    ['ต้องทำอะไรบ้างคะ', 'งานของฉัน'],
    ['แล้วอันต่อไปล่ะ', 'งานของฉัน'],
    ['เหลืออะไรอีกบ้าง', 'งานของฉัน'],
    ['what is next?', 'งานของฉัน'],
    ['ดูรูปที่ส่ง', 'ยังไม่มีหลักฐาน'],
    ['เอารูปลงยังไง', texts('th').chat.files.howToAdd],
    ['ลบรูปยังไงคะ', HOW_REMOVED],
    ['รูปสุดท้ายผิดค่ะ ลบได้ไหม', HOW_REMOVED],
    // the photo alone is meant, so nobody is asked whether the report goes
    ['ลบรูปที่ส่งผิดให้หน่อยค่ะ', HOW_REMOVED],
  ])('%s', async (typed, shown) => {
    expect(await hear(typed)).toContain(shown);
  });

  test.each(['ทำอะไรไม่ทันเลยค่ะ งานเยอะ', '1.2 ส่งรายงานแล้ว ใช้งบ 500 บาท', 'ถ่ายรูปกิจกรรมแล้ว'])(
    '“%s” is no such question',
    async (typed) => {
      expect(await hear(typed)).not.toMatch(/ประวัติการรายงาน|ลบรูปได้|งานของฉัน\n/);
    },
  );
});

describe('what follows a report is about the same activity', () => {
  const said = async (...words: string[]): Promise<void> => {
    for (const one of words) await hear(one);
  };

  test.each(['ใช้งบไป 950 บาทค่ะ', 'ใช้ไปเก้าร้อยห้าสิบบาท'])('%s, after it was finished', async (money) => {
    await said('1.3 1) เสร็จแล้ว', 'บันทึก', 'ข้าม', money, 'บันทึก');
    expect(await stateOf(office, '1.3.1')).toMatchObject({ status: 'completed', spent: 95_000 });
  });

  test('money that no reader makes anything of is asked for', async () => {
    await said('1.3 1) เสร็จแล้ว', 'บันทึก', 'ข้าม');
    expect(await hear('งบใช้หมดเลยค่ะ 3000')).toMatch(/1\.3 1\)[^]*กี่บาท/);
    await said('3000', 'บันทึก');
    expect(await stateOf(office, '1.3.1')).toMatchObject({ spent: 300_000 });
  });

  test.each(['ใช่ค่ะ', 'ถูกต้องค่ะ', 'โอเคค่ะ', 'yes'])(
    '“%s” stores the card that asks to be looked over',
    async (yes) => {
      await said('1.2 กำลังดำเนินการ', yes);
      expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'in_progress' });
      // and nothing where a question is open
      await said('รายงาน 1.3 1)', yes);
      expect(await stateOf(office, '1.3.1')).toMatchObject({ status: null });
    },
  );
});

describe('somebody else in one’s place', () => {
  test.each(['ฝากพี่วิภารายงานแทนได้ไหม', 'ให้คนอื่นส่งแทนได้มั้ยคะ', 'ขอให้สมชายทำแทนได้ไหมครับ'])(
    '%s: how',
    async (typed) => {
      const said = await hear(typed);
      for (const way of ['ลาถึง', 'ผู้บริหารให้มอบหมาย']) expect(said).toContain(way);
    },
  );

  test('colleagues are offered before the director', async () => {
    const said = await hear('ลาถึง 20 มี.ค.');
    expect(said.indexOf('วิภา')).toBeLessThan(said.indexOf('ประเสริฐ'));
    await hear('ไม่');
    await hear('กลับมาแล้ว');
  });
});

describe('the language', () => {
  test.each([
    'เปลี่ยนเป็นภาษาอังกฤษ',
    'ขอภาษาอังกฤษหน่อยค่ะ',
    'switch to English',
    'in English please',
    'ภาษาอังกฤษ',
  ])('%s is English from then on', async (typed) => {
    expect(await hear(typed)).toBe(texts('en').chat.language.set);
    expect(await hear('เปลี่ยนเป็นภาษาไทย')).toBe(texts('th').chat.language.set);
  });
  test.each(['English', 'ไทย', 'ภาษา'])('%s: which', async (typed) => {
    expect(await hear(typed)).toContain('Choose a language');
  });
});

describe('English words of every day', () => {
  test.each([
    ['what is the status of 3?', '3. กิจกรรม'],
    ['status', 'งานของฉัน'],
    ['help', 'วิธีใช้งาน'],
    ['my work', 'งานของฉัน'],
    ['undo my last report', 'ไม่พบรายงานของท่าน'],
    ['report', 'ต้องการรายงานกิจกรรมใด'],
    ['ok', 'ยังไม่มี|ไม่มีรายงานที่กำลังกรอก'],
    ['thank you', 'ยินดี'],
  ])('%s', async (typed, shown) => {
    expect(await hear(typed)).toMatch(new RegExp(shown));
    expect(await countUpdates(office)).toBe(0);
  });
});

describe('somebody nobody is called', () => {
  test.each([
    ['งานของสมสี', 'สมศรี ใจดี'],
    ['งานของคุณวิพา', 'วิภา รักเรียน'],
    ['สถานะ ปรเสิฐ', 'ประเสริฐ ตั้งมั่น'],
    ['ความคืบหน้าของวิพาเป็นอย่างไรบ้าง', 'วิภา รักเรียน'],
    ['ตามคุณสมสีหน่อย', 'สมศรี ใจดี'],
  ])('%s: is %s meant', async (typed, near) => {
    const asked = await hear(typed, PRASERT);
    expect(asked).toMatch(/ไม่พบ “[^”]+” ในหน่วยงาน หมายถึงท่านใด/);
    expect(asked).toContain(near);
    expect(asked.match(/ประเสริฐ ตั้งมั่น|สมศรี ใจดี|วิภา รักเรียน/g)).toEqual([near]);
    expect(wordsIn(await office.tap(PRASERT, near))).toContain(near);
  });

  test.each(['งานของสมหมาย', 'ตามสมหมายหน่อย', 'คุณสมหมายส่งหรือยัง'])(
    '%s: everybody to choose from',
    async (typed) => {
      const asked = await hear(typed, PRASERT);
      expect(asked).toContain('หมายถึงท่านใด');
      for (const name of ['สมศรี ใจดี', 'วิภา รักเรียน']) expect(asked).toContain(name);
    },
  );

  test.each(['งานของเดือนนี้', 'งานของกลุ่มนโยบาย', 'รายงานของปีที่แล้ว', 'งานของฉัน'])(
    '%s names nobody',
    async (typed) => {
      expect(await hear(typed, PRASERT)).not.toContain('หมายถึงท่านใด');
    },
  );

  test('is nothing to an officer, and no list of people in a group', async () => {
    expect(await hear('งานของสมหมาย')).not.toContain('หมายถึงท่านใด');
    for (const typed of ['งานของสมสี', 'งานของสมหมาย', 'ตามสมสีหน่อย'])
      expect(await mention(PRASERT, typed)).not.toContain('สมศรี');
  });
});

describe('a manager’s bare words open what they are for', () => {
  test.each([
    ['เตือน', 'ใครยังไม่รายงาน'],
    ['มอบหมาย', 'กรุณาเลือกกิจกรรม'],
    ['ขอรายงาน', 'กรุณาเลือกรอบที่ต้องการ'],
  ])('%s', async (typed, shown) => {
    await office.database.models.activities.updateOne({ code: '1.2.1' }, { $set: { months: ['2021-02'] } });
    expect(await hear(typed, PRASERT)).toContain(shown);
  });

  test('the choice of what to assign has its pages, and leads on', async () => {
    await hear('มอบหมาย', PRASERT);
    await office.tap(PRASERT, 'ดูต่อ');
    expect(wordsIn(await office.tap(PRASERT, '5. '))).toContain('ให้ผู้ใด');
    await hear('ยกเลิก', PRASERT);
  });

  test('an officer’s “ขอรายงาน” is their own', async () => {
    expect(await hear('ขอรายงาน')).toContain('ต้องการรายงานกิจกรรมใด');
  });
});

describe('questions of the whole plan in everyday words', () => {
  beforeEach(async () => {
    await hear('1.1 1) เสร็จแล้ว');
    await hear('บันทึก');
  });

  test.each([
    ['เดือนนี้มีกิจกรรมอะไร', 'กิจกรรมเดือนนี้'],
    ['เดือนหน้ามีอะไรต้องทำ', 'กิจกรรมเดือนหน้า'],
    ['อาทิตย์หน้ามีอะไรครบกำหนดบ้าง', 'กิจกรรมอาทิตย์หน้า'],
    ['what is due this month', 'กิจกรรมthis month'],
    ['งานที่เสร็จแล้วมีอะไรบ้าง', 'กิจกรรมที่เสร็จแล้ว'],
    ['มีกิจกรรมไหนเสร็จแล้วบ้าง', 'กิจกรรมที่เสร็จแล้ว'],
    ['ใครดูแล 1.2', 'ผู้รับผิดชอบกิจกรรม 1.2 1\\): สมศรี ใจดี'],
    ['3 ใครรับผิดชอบ', 'ผู้รับผิดชอบกิจกรรม 3.:|ยังไม่มีผู้รับผิดชอบ'],
    ['แล้วสมศรีล่ะ', 'งานของ สมศรี ใจดี'],
    ['ช่วยบอกสมศรีให้รีบส่งหน่อย', 'สมศรี ใจดี'],
    ['บอกทุกคนว่าประชุมพรุ่งนี้ 9 โมง', 'ส่งประกาศนี้หรือไม่[^]*ประชุมพรุ่งนี้ 9 โมง'],
    ['เปลี่ยนคนรับผิดชอบ 2 เป็นสมศรี', 'มอบหมายกิจกรรม 2. ให้ สมศรี ใจดี'],
    ['ดูรูป 1.1 1)', 'หลักฐาน'],
    ['ช่วยพิมพ์รายงานให้หน่อย', 'กรุณาเลือกรอบที่ต้องการ'],
  ])('%s', async (typed, shown) => {
    expect(await hear(typed, PRASERT)).toMatch(new RegExp(shown));
    await hear('ยกเลิก', PRASERT);
  });

  test('in a group a manager’s list of a month shows activities alone', async () => {
    const shown = await mention(PRASERT, 'เดือนนี้มีกิจกรรมอะไร');
    expect(shown).toContain('กิจกรรมเดือนนี้');
    expect(shown).not.toMatch(/สมศรี|ทำรายการนี้ในกลุ่มไม่ได้/);
    expect(await mention(PRASERT, 'ใครดูแล 1.2')).not.toContain('สมศรี');
    expect(await mention(PRASERT, 'บอกทุกคนว่าประชุม')).not.toContain('ส่งประกาศ');
  });

  test('an officer sees their own, and reaches nobody with them', async () => {
    const own = await hear('เดือนนี้มีกิจกรรมอะไร');
    expect(own).toContain('1.1 2)');
    expect(own).not.toMatch(/^2\. /m);
    expect(await hear('บอกทุกคนว่าประชุมพรุ่งนี้')).not.toContain('ส่งประกาศ');
    expect(await hear('ใครดูแล 3')).not.toContain('วิภา');
    for (const told of ['เดือนนี้ 1.2 เสร็จแล้ว ใช้งบ 500 บาท', '1.2 ทำเสร็จแล้วเดือนนี้'])
      expect(await hear(told)).toContain('กรุณาตรวจสอบก่อนบันทึก');
  });
});

test.each(['นำเข้าแผนใหม่ยังไง', 'เพิ่มคนใหม่ยังไงคะ', 'เพิ่มวันหยุด', 'เปลี่ยนเวลาเตือน'])(
  '%s: an administrator’s page, and nobody else’s',
  async (typed) => {
    const roles = (all: string[]) =>
      office.database.models.members.updateOne({ userId: PRASERT }, { $set: { roles: all } });
    expect(await hear(typed, PRASERT)).not.toContain('เปิดหน้าจัดการ');
    await roles(['manager', 'admin']);
    expect(await hear(typed, PRASERT)).toMatch(/จัดการ/);
    await roles(['manager']);
  },
);

test('help in a group lists what can be used there, and nothing else', async () => {
  await office.database.models.members.updateOne({ userId: PRASERT }, { $set: { activities: ['2'] } });
  await mention(PRASERT, '2 กำลังดำเนินการ');
  await mention(PRASERT, 'บันทึก');
  const refused = texts('th').chat.inPrivate;
  const { officer, manager, managing, anyone } = texts('th').cards.help;
  for (const { say, inGroups } of [...officer, ...manager, ...managing, ...anyone] as {
    say: string;
    inGroups?: true;
  }[]) {
    const answer = await mention(PRASERT, say);
    expect([refused, texts('th').chat.group.refused].includes(answer), `${say}: ${answer}`).toBe(!inGroups);
  }
  const all = await mention(PRASERT, 'ช่วยเหลือ รายละเอียด');
  for (const closed of ['งานของฉัน', 'ลาถึง', 'มอบหมาย']) expect(all).not.toContain(closed);
  await office.database.models.members.updateOne({ userId: PRASERT }, { $set: { activities: [] } });
});

test('a receipt in a group has no way to one’s own work', async () => {
  await mention(SOMSRI, '1.2 กำลังดำเนินการ');
  expect(await mention(SOMSRI, 'บันทึก')).not.toContain('[งานของฉัน]');
});
