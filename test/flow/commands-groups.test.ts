/** In groups: silent unless mentioned, nothing of one person's before the others, no trace of strangers; floods and other offices. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeInvite } from '../../src/services/invites.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const mention = (user: string, text: string) => office.say(user, text, { chat: GROUP, mentionBot: true });
const invited = async (of?: string): Promise<string> => {
  const { _id } = (await office.database.models.offices.findOne().lean<{ _id: string }>())!;
  const made = makeInvite(
    {
      office: of ?? _id,
      role: 'group',
      owner: null,
      activities: [],
      uses: 1,
      expiresAt: new Date('2022-01-01'),
    },
    office.clock.now(),
    'test',
  );
  expect(await commit(office.database, made.writes)).toEqual({ ok: true });
  return made.code;
};

describe('in a group', () => {
  test('the bot keeps silent unless it is mentioned', async () => {
    for (const text of ['สรุป', '1.2 เสร็จแล้ว', 'เชื่อมกลุ่ม ABC'])
      expect(await office.say(PRASERT, text, { chat: GROUP })).toEqual([]);
  });

  test.each([
    [PRASERT, 'สรุป', 'เสร็จแล้ว 0 จาก 11'],
    [PRASERT, 'สถานะ 1.2', '1.2 1)'],
    [PRASERT, 'ล่าช้า', 'เลยกำหนด'],
    [PRASERT, 'งบประมาณ', 'คงเหลือ'],
    [PRASERT, 'ช่วยเหลือ', 'กรุณากล่าวถึง'],
    [PRASERT, 'สถานะ สมศรี', 'แชทส่วนตัว'],
    [PRASERT, 'เตือน 1.2', 'แชทส่วนตัว'],
    [PRASERT, 'มอบหมาย 1.2 ให้ สมศรี', 'แชทส่วนตัว'],
    [PRASERT, 'ประกาศ ทดสอบ', 'แชทส่วนตัว'],
    [SOMSRI, 'งานของฉัน', 'แชทส่วนตัว'],
    [SOMSRI, 'สถานะ', 'แชทส่วนตัว'],
    [SOMSRI, 'ประวัติ 1.2', 'แชทส่วนตัว'],
    [SOMSRI, 'ลาถึง 20 มี.ค.', 'แชทส่วนตัว'],
    [SOMSRI, 'ภาษา อังกฤษ', 'แชทส่วนตัว'],
  ])('%s %s', async (user, typed, answer) => {
    const said = wordsIn(await mention(user, typed));
    expect(said).toContain(answer);
    expect(said).not.toContain('[เตือนผู้รับผิดชอบ]');
  });

  test('what only managers may ask is refused as it is in private', async () => {
    expect(wordsIn(await mention(SOMSRI, 'สรุป'))).toBe(wordsIn(await office.say(SOMSRI, 'สรุป')));
  });

  test.each(['กิจกรรมที่ 2 เสร็จแล้ว ใช้ 500 บาท', 'รายงาน 2', 'ยกเลิกรายงานล่าสุด'])(
    'a refusal of “%s” tells the others nothing',
    async (typed) => {
      const said = wordsIn(await mention(SOMSRI, typed));
      expect(said).toBe('ทำรายการนี้ในกลุ่มไม่ได้ กรุณาทักแชทส่วนตัวกับบอต');
    },
  );

  test('an officer reports by mention; the draft is that person’s in that group', async () => {
    expect(wordsIn(await mention(SOMSRI, '1.2 เสร็จแล้ว ใช้งบ 28,500 บาท'))).toContain('กรุณาตรวจสอบก่อนบันทึก');
    expect(wordsIn(await office.say(SOMSRI, 'บันทึก'))).toContain('ไม่มีรายงานที่กำลังกรอก');
    const others = wordsIn(await office.tap(PRASERT, 'บันทึก', GROUP));
    expect(others).toContain('ของผู้อื่น');
    expect(await office.database.models.updates.countDocuments({})).toBe(0);
    const receipt = wordsIn(await mention(SOMSRI, 'บันทึก'));
    expect(receipt).toContain('บันทึกแล้ว');
    expect(receipt).not.toContain('กิจกรรมถัดไป');
    expect(await office.database.models.updates.countDocuments({})).toBe(1);
  });

  test('of a stranger nothing is kept but the number of the event', async () => {
    expect(wordsIn(await mention(WIPHA, 'กิจกรรมที่ 2 เสร็จแล้ว'))).toContain('ยังไม่ได้ลงทะเบียน');
    await mention(WIPHA, 'ลงทะเบียน WRONG-CODE');
    await mention(WIPHA, 'เชื่อมกลุ่ม WRONG-CODE');
    for (const name of ['conversations', 'members', 'links', 'audit', 'updates'] as const) {
      const kept = JSON.stringify(await office.database.models[name].collection.find({}).toArray());
      expect(kept, name).not.toContain(WIPHA);
    }
    const inbox = await office.database.models.inbox
      .find({ key: { $regex: WIPHA } })
      .lean<{ event: unknown }[]>();
    expect(inbox.every((row) => row.event === null)).toBe(true);
  });
});

describe('linking', () => {
  test('ends when the bot is taken out, and what was open there is forgotten', async () => {
    await mention(SOMSRI, 'รายงาน 1.3 1)');
    await office.act({ act: 'bot-leave', group: GROUP }, GROUP);
    expect(await office.database.models.conversations.countDocuments({ chat: GROUP })).toBe(0);
    expect(await office.database.models.links.countDocuments({ _id: GROUP })).toBe(0);
  });

  test('begins again with a code that a manager types, and nobody else', async () => {
    expect(wordsIn(await office.act({ act: 'bot-join', group: GROUP }, GROUP))).toContain('เชื่อมกลุ่ม');
    const code = await invited();
    for (const user of [SOMSRI, WIPHA])
      expect(wordsIn(await mention(user, `เชื่อมกลุ่ม ${code}`))).toContain('โดยผู้บริหารหรือผู้ดูแลระบบ');
    expect(wordsIn(await office.say(PRASERT, `เชื่อมกลุ่ม ${code}`))).toContain('ในกลุ่มไลน์');
    expect(wordsIn(await mention(PRASERT, `เชื่อมกลุ่ม ${await invited('somewhere-else')}`))).toContain(
      'ไม่พบรหัส',
    );
    expect(wordsIn(await mention(PRASERT, `เชื่อมกลุ่ม ${code}`))).toContain('เชื่อมกลุ่มนี้กับ');
    expect(wordsIn(await mention(PRASERT, `เชื่อมกลุ่ม ${code}`))).toContain('เชื่อมไว้แล้ว');
    expect(wordsIn(await mention(PRASERT, 'link group'))).toContain('เชื่อมไว้แล้ว');
    expect(wordsIn(await mention(PRASERT, 'สรุป'))).toContain('เสร็จแล้ว 1 จาก 11');
  });

  test('a member who leaves takes an unfinished form along', async () => {
    await mention(SOMSRI, 'รายงาน 1.3 1)');
    expect(await office.database.models.conversations.countDocuments({ chat: GROUP, userId: SOMSRI })).toBe(
      1,
    );
    expect(await office.act({ act: 'member-leave', group: GROUP, user: SOMSRI }, GROUP)).toEqual([]);
    expect(await office.database.models.conversations.countDocuments({ chat: GROUP, userId: SOMSRI })).toBe(
      0,
    );
    expect(await office.act({ act: 'member-join', group: GROUP, user: SOMSRI }, GROUP)).toEqual([]);
  });
});

describe('too much at once', () => {
  test('50 commands in a row are all answered, in order', async () => {
    const before = office.simulator.state().messages.length;
    const typed = Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? 'งานของฉัน' : 'ช่วยเหลือ'));
    for (const text of typed) {
      // LINE gives its events milliseconds: those of the same one have no order
      office.clock.moveTo(new Date(office.clock.now().getTime() + 5));
      await office.simulator.act({ act: 'text', user: SOMSRI, chat: SOMSRI, text });
    }
    await office.simulator.waitIdle();
    await office.app.idle();
    const answers = office.simulator
      .state()
      .messages.slice(before)
      .filter((one) => one.chat === SOMSRI && one.from === 'bot');
    const told = answers.map((one) => (wordsIn([one]).startsWith('งานของฉัน') ? 'งานของฉัน' : 'ช่วยเหลือ'));
    // a tall card is followed by its gist
    expect(told.filter((one, at) => one !== told[at - 1])).toEqual(typed);
  });

  test('300 taps at once store one report, and the bot goes on', async () => {
    await office.say(SOMSRI, '1.4 เสร็จแล้ว ใช้ 900 บาท');
    const card = office.simulator
      .state()
      .messages.filter((one) => one.chat === SOMSRI)
      .at(-1)!;
    const data = JSON.stringify(card.message).match(/do=save[^"]*/)![0];
    await Promise.all(
      Array.from({ length: 300 }, () =>
        office.simulator.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data }),
      ),
    );
    await office.simulator.waitIdle();
    await office.app.idle();
    expect(await office.database.models.updates.countDocuments({ activity: '1.4.1' })).toBe(1);
    expect(await office.database.models.inbox.countDocuments({ open: true })).toBe(0);
    expect(await office.database.models.inbox.countDocuments({ state: 'dead' })).toBe(0);
    expect(wordsIn(await office.say(PRASERT, 'สรุป'))).toContain('เสร็จแล้ว');
  }, 180_000);
});
