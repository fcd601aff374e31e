/** People in several offices of one LINE account: never moved unasked, told where they are, and nothing of one office is done in another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reminders } from '../../src/jobs/reminders.ts';
import { shortNames } from '../../src/bot/choosing-office.ts';
import { findMember } from '../../src/db/members.ts';
import { revokeMember } from '../../src/services/members.ts';
import { decideFor } from '../../src/services/page-work.ts';
import { contextLoader } from '../../src/services/loaders.ts';
import { testDatabase } from '../helpers/database.ts';
import {
  findAction,
  GROUP,
  openOffice,
  PRASERT,
  SOMSRI,
  type TestOffice,
  WIPHA,
  wordsIn,
} from '../helpers/office.ts';
import { addSecondOffice, codeOf, SECOND, SECOND_NAME } from '../helpers/second-office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let first: string;
let firstName: string;
beforeAll(async () => {
  office = await openOffice(uri);
  first = await addSecondOffice(office);
  firstName = (await office.database.models.offices.findById(first).lean())!.name;
});
afterAll(() => office.close());

const linkOf = (user: string) => office.database.models.links.findById(user).lean();
const memberIn = async (user: string, of: string) =>
  (await office.database.models.members.findOne({ userId: user, office: of }).lean())!;
const say = async (user: string, text: string) => wordsIn(await office.say(user, text));
const go = async (user: string, to: string) => {
  const said = await say(user, `เปลี่ยนหน่วยงาน ${to}`);
  expect(said).toContain(`เปลี่ยนไปที่${to}`);
};

describe('a code of another office', () => {
  it('asks, names both offices, and moves nobody until it is agreed to', async () => {
    const code = await codeOf(office, SECOND);
    for (let times = 0; times < 2; times += 1) {
      const asked = await say(SOMSRI, `ลงทะเบียน ${code}`);
      expect(asked).toContain(SECOND_NAME);
      expect(asked).toContain(firstName);
      expect(await linkOf(SOMSRI)).toMatchObject({ office: first });
      expect(await office.database.models.members.countDocuments({ userId: SOMSRI })).toBe(1);
    }
    expect(wordsIn(await office.tap(SOMSRI, 'อยู่ที่เดิม'))).toContain(`ขณะนี้ท่านอยู่ที่${firstName} อยู่แล้ว`);
    expect(await linkOf(SOMSRI)).toMatchObject({ office: first });
    expect(await say(SOMSRI, '1.2 กำลังดำเนินการ 40%')).toContain('40%');
    expect(wordsIn(await office.tap(SOMSRI, 'ลงทะเบียน'))).toContain(SECOND_NAME);
    expect(await linkOf(SOMSRI)).toMatchObject({ office: SECOND, others: [{ office: first }] });
    // the notice of the new office is accepted by its button, which is that office’s
    expect(wordsIn(await office.tap(SOMSRI, 'รับทราบและยินยอม'))).toContain(SECOND_NAME);
  });

  it('that is no news says where one is, and stays there', async () => {
    const code = await codeOf(office, first);
    const said = await say(SOMSRI, `ลงทะเบียน ${code}`);
    expect(said).toContain(firstName);
    expect(said).toContain(SECOND_NAME);
    expect(await linkOf(SOMSRI)).toMatchObject({ office: SECOND });
  });
});

describe('เปลี่ยนหน่วยงาน', () => {
  it.each([
    'เปลี่ยนหน่วยงาน',
    'เปลี่ยน หน่วยงาน',
    'สลับหน่วยงาน',
    'ขอเปลี่ยนหน่วยงานหน่อยค่ะ',
    '📍 อยู่หน่วยงานไหน',
    'change office',
  ])('%s shows where one is and where one can go', async (typed) => {
    const card = await say(SOMSRI, typed);
    expect(card).toContain(`ขณะนี้ท่านอยู่ที่${SECOND_NAME}`);
    expect(card).toContain(firstName);
  });

  it('goes there by the card, by name, and nowhere by a name that is none', async () => {
    await say(SOMSRI, 'เปลี่ยนหน่วยงาน');
    expect(wordsIn(await office.tap(SOMSRI, firstName))).toContain(`เปลี่ยนไปที่${firstName}`);
    expect(await linkOf(SOMSRI)).toMatchObject({ office: first, others: [{ office: SECOND }] });
    await go(SOMSRI, SECOND_NAME);
    expect(await say(SOMSRI, `เปลี่ยนหน่วยงานเป็น${SECOND_NAME}`)).toContain('อยู่แล้ว');
    expect(await say(SOMSRI, 'เปลี่ยนหน่วยงาน กรมอื่น')).toContain('ไม่พบหน่วยงานชื่อนี้');
    expect(await linkOf(SOMSRI)).toMatchObject({ office: SECOND });
  });

  it('says so to who is in one office only, and leaves other words to the report', async () => {
    expect(await say(PRASERT, 'เปลี่ยนหน่วยงาน')).toContain('ยังไม่ได้ลงทะเบียนกับหน่วยงานอื่น');
    expect(await say(PRASERT, 'เปลี่ยนหน่วยงานวิทยากรแล้ว')).not.toContain('ลงทะเบียนกับหน่วยงานอื่น');
    expect(await say(WIPHA, 'เปลี่ยนหน่วยงาน')).toContain('สำหรับบุคลากรของหน่วยงาน');
  });

  it('stands in the help of who is in several, and of nobody else', async () => {
    expect(await say(SOMSRI, 'คำสั่งทั้งหมด')).toContain('เปลี่ยนหน่วยงาน');
    expect(await say(PRASERT, 'คำสั่งทั้งหมด')).not.toContain('เปลี่ยนหน่วยงาน');
  });

  it('keeps what was begun in each office there', async () => {
    await go(SOMSRI, firstName);
    // begun before the code came
    expect(await say(SOMSRI, 'รายงานค้าง')).toContain('40%');
    await go(SOMSRI, SECOND_NAME);
    await say(SOMSRI, '1.2 กำลังดำเนินการ 70%');
    await office.tap(SOMSRI, 'บันทึก');
    const rows = await office.database.models.updates.find({}).lean();
    expect(rows.map((one) => one.office)).toEqual([SECOND]);
    await go(SOMSRI, firstName);
    expect(await say(SOMSRI, 'สถานะ 1.2')).not.toContain('70%');
    expect(await say(SOMSRI, 'รายงานค้าง')).toContain('40%');
  });

  it('tells where one is after an hour, and not in between', async () => {
    expect(await say(SOMSRI, 'งานของฉัน')).not.toContain('ขณะนี้ท่านอยู่ที่');
    office.clock.moveTo(new Date(office.clock.now().getTime() + 2 * 3_600_000));
    expect(await say(SOMSRI, 'งานของฉัน')).toContain(`ขณะนี้ท่านอยู่ที่${firstName}`);
    expect(await say(PRASERT, 'งานของฉัน')).not.toContain('ขณะนี้ท่านอยู่ที่');
  });
});

describe('what comes from another office than the one a person is in', () => {
  it('a reminder names its office, and its buttons and quotes do nothing elsewhere', async () => {
    const theirs = { userId: SOMSRI, office: SECOND };
    await office.database.models.members.updateOne(theirs, { $set: { activities: ['1', '2'] } });
    await office.database.models.activities.updateMany(
      { office: SECOND, leaf: true },
      { $set: { months: ['2020-12'], 'state.status': 'not_started', 'state.at': null } },
    );
    await office.database.models.outbox.deleteMany({});
    const before = office.simulator.state().messages.length;
    await reminders.run(office.app.jobDeps, office.clock.now());
    await office.app.outbox.flush();
    await office.app.idle();
    const sent = office.simulator
      .state()
      .messages.slice(before)
      .filter(({ chat }) => chat === SOMSRI);
    expect(wordsIn(sent)).toContain(`การเตือนจาก${SECOND_NAME}`);
    // the office they are in reminds them too, and either may be sent first
    const theirCards = sent.filter(({ message }) => /in(?:=|%3D)second/.test(JSON.stringify(message)));
    const button = findAction(theirCards, 'เสร็จแล้ว');
    expect(button).not.toBeNull();
    const { updates } = office.database.models;
    const stored = await updates.countDocuments({});
    const answer = wordsIn(
      await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data: button!.data! }, SOMSRI),
    );
    expect(answer).toContain(`ข้อความนั้นเป็นของ${SECOND_NAME}`);
    expect(answer).toContain(firstName);
    expect(theirCards).toHaveLength(1);
    const quoted = wordsIn(await office.say(SOMSRI, 'เสร็จแล้ว', { quote: theirCards[0]!.id }));
    expect(quoted).toContain(`ข้อความนั้นเป็นของ${SECOND_NAME}`);
    expect(await updates.countDocuments({})).toBe(stored);
    // one tap goes there, and then the button is taken
    await office.tap(SOMSRI, 'เปลี่ยนไปที่นั่น');
    const there = wordsIn(
      await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data: button!.data! }, SOMSRI),
    );
    expect(there).not.toContain('ข้อความนั้นเป็นของ');
  });

  it('a page goes on in the office it was opened for', async () => {
    await go(SOMSRI, firstName);
    const member = await memberIn(SOMSRI, SECOND);
    const deps = { database: office.database, load: contextLoader(office.database) };
    const seen = await decideFor(deps, { office: { id: SECOND }, member }, office.clock.now(), (context) =>
      Promise.resolve({
        answer: [context.office.id, context.member.id, context.conversation.office],
        writes: [],
      }),
    );
    expect(seen).toEqual([SECOND, member._id, SECOND]);
  });

  it('a group belongs to one office: who is in that one too speaks there for it', async () => {
    await go(SOMSRI, SECOND_NAME);
    const said = wordsIn(await office.say(SOMSRI, 'สถานะ 1.2', { chat: GROUP, mentionBot: true }));
    expect(said).not.toContain('70%');
    expect(said).not.toContain('ยังไม่ได้ลงทะเบียน');
  });
});

describe('leaving', () => {
  it('blocking a shared account is heard by every office, and so is coming back', async () => {
    await office.act({ act: 'block', user: SOMSRI } as never, SOMSRI);
    await office.app.idle();
    for (const of of [first, SECOND]) expect((await memberIn(SOMSRI, of)).state).toBe('blocked');
    await office.act({ act: 'unblock', user: SOMSRI } as never, SOMSRI);
    await office.app.idle();
    for (const of of [first, SECOND]) expect((await memberIn(SOMSRI, of)).state).toBe('active');
  });

  it('taken out of the office they are in, a person goes on in the other', async () => {
    const { _id } = await memberIn(SOMSRI, SECOND);
    const member = (await findMember(office.database.models, SECOND, _id))!;
    expect(await revokeMember(office.database, member, office.clock.now())).toEqual({ ok: true });
    expect(await linkOf(SOMSRI)).toMatchObject({ office: first, others: [] });
    expect(await say(SOMSRI, 'งานของฉัน')).toContain('1.1 1)');
  });
});

it('offices that begin alike are told apart by what differs', () => {
  const all = ['เชียงใหม่', 'เชียงราย', 'กระบี่'].map((name) => `สำนักงานเกษตรจังหวัด${name}`);
  expect(shortNames(all)).toEqual(['เชียงใหม่', 'เชียงราย', 'กระบี่']);
  expect(shortNames(['หน่วยงานที่สอง', 'กรมป่าไม้'])).toEqual(['หน่วยงานที่สอง', 'กรมป่าไม้']);
});
