/** People and groups that come, go and change: another office begins with nothing open, and leaving is heard however late. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerer } from '../../src/bot/answer.ts';
import type { Content, Incoming } from '../../src/bot/types.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { contextLoader } from '../../src/services/loaders.ts';
import { testDatabase } from '../helpers/database.ts';
import { addSecondOffice, codeOf, SECOND } from '../helpers/second-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const conversationOf = (user: string, of: string) =>
  office.database.models.conversations.findOne({ chat: user, office: of }).lean<Record<string, unknown>>();

const HOUR = 3_600_000;
/** What the bot makes of an event of so many hours ago; its writes are stored. */
const hear = async (content: Content, hoursAgo: number, chat: Incoming['chat'], user: string | null) => {
  const answer = answerer({
    load: contextLoader(office.database),
    clock: office.clock,
    line: () => ({ names: { person: () => Promise.resolve(null), group: () => Promise.resolve(null) } }),
  });
  const at = new Date(office.clock.now().getTime() - hoursAgo * HOUR);
  const id = `late-${content.kind}-${hoursAgo}`;
  const event = { id, at, chat, userId: user, content, replyToken: 'x', mode: 'active', redelivery: true };
  const handled = (await answer(event as unknown as Incoming, '-'))!;
  await commit(office.database, handled.writes);
  return handled;
};

test('a code of one’s own office leaves what is open; that of another asks, and begins anew there', async () => {
  const first = await addSecondOffice(office);
  await office.say(SOMSRI, 'ลาถึง 20 มี.ค.');
  await office.say(SOMSRI, '1.2 เสร็จแล้ว ใช้งบ 28,500 บาท');
  await office.say(SOMSRI, 'ลงทะเบียน K7QM-3XWD-9R');
  const open = { drafts: [{ activity: '1.2.1' }], pending: { subject: { about: 'away' } } };
  expect(await conversationOf(SOMSRI, first)).toMatchObject(open);

  await office.say(SOMSRI, `ลงทะเบียน ${await codeOf(office, SECOND)}`);
  const welcome = wordsIn(await office.tap(SOMSRI, 'ลงทะเบียน'));
  expect(welcome).toContain('หน่วยงานที่สอง');
  await office.say(SOMSRI, 'ยอมรับ');
  expect(wordsIn(await office.say(SOMSRI, 'บันทึก'))).toContain('ไม่มีรายงานที่กำลังกรอก');
  expect(await conversationOf(SOMSRI, first)).toMatchObject(open);
  expect(await office.database.models.updates.countDocuments({})).toBe(0);
});

test('who gets more work in another office is welcomed with the work there, as it stands there', async () => {
  const { models } = office.database;
  const first = (await models.offices.findOne({ _id: { $ne: SECOND } }).lean())!;
  await models.activities.updateMany({ office: SECOND }, { $set: { 'state.status': 'completed' } });
  await office.say(SOMSRI, `ลงทะเบียน ${await codeOf(office, first._id, 'officer', ['2'])}`);
  const welcome = wordsIn(await office.tap(SOMSRI, 'ลงทะเบียน'));
  expect(welcome).toContain('ลงทะเบียนเรียบร้อยแล้ว');
  expect(welcome).not.toContain('หน่วยงานที่สอง');
  expect(welcome).toContain('กิจกรรมของท่าน 8 รายการ');
  expect(welcome).not.toContain('ดำเนินการเสร็จสิ้น');
});

test('a chat of several people that is no group is told so, and nothing else', async () => {
  const handled = (await hear(
    { kind: 'text', messageId: 'room', text: 'สรุป', mentionsBot: true, quotedMessageId: null } as Content,
    0,
    { type: 'room', id: 'R1' },
    PRASERT,
  ))!;
  expect(JSON.stringify(handled.reply)).toContain('เชื่อมกับหน่วยงานไม่ได้');
  expect(JSON.stringify(handled.reply)).not.toContain('จาก 11');
});

describe('an event that is a day late', () => {
  const prasert = () => office.database.models.members.findOne({ userId: PRASERT }).lean();
  const seen = (hoursAgo: number) =>
    office.database.models.members.updateOne(
      { userId: PRASERT },
      {
        $set: { lastSeenAt: new Date(office.clock.now().getTime() - hoursAgo * HOUR) },
        $unset: { stateAt: 1 },
      },
    );

  test('still says that a person blocked the bot, and came back', async () => {
    const chat = { type: 'user', id: PRASERT } as const;
    await seen(40);
    expect((await hear({ kind: 'unfollow' }, 30, chat, PRASERT)).reply).toBeNull();
    expect((await prasert())!.state).toBe('blocked');
    expect((await hear({ kind: 'follow' }, 29, chat, PRASERT)).reply).toBeNull();
    expect((await prasert())!.state).toBe('active');
  });

  test('blocks nobody who has written since', async () => {
    await seen(2);
    await hear({ kind: 'unfollow' }, 31, { type: 'user', id: PRASERT }, PRASERT);
    expect((await prasert())!.state).toBe('active');
  });

  test('does not block who followed since, in whatever order it is heard', async () => {
    const chat = { type: 'user', id: PRASERT } as const;
    await seen(40);
    await hear({ kind: 'follow' }, 3, chat, PRASERT);
    await hear({ kind: 'unfollow' }, 4, chat, PRASERT);
    expect((await prasert())!.state).toBe('active');
    await hear({ kind: 'unfollow' }, 2, chat, PRASERT);
    expect((await prasert())!.state).toBe('blocked');
  });

  test('is forgotten once the person writes in their own chat, not in a group', async () => {
    const words = { kind: 'text', messageId: 'm', text: 'สรุป', mentionsBot: true, quotedMessageId: null };
    const says = (hoursAgo: number, chat: Incoming['chat']) =>
      hear(words as unknown as Content, hoursAgo, chat, PRASERT);
    const own = { type: 'user', id: PRASERT } as const;
    await seen(40);
    await hear({ kind: 'unfollow' }, 2, own, PRASERT);
    await says(1, { type: 'group', id: GROUP });
    // sent before, heard after
    await says(3, own);
    expect((await prasert())!.state).toBe('blocked');
    await says(1, own);
    expect((await prasert())!.state).toBe('active');
  });

  test('still says that a group took the bot out', async () => {
    await hear({ kind: 'leave' }, 30, { type: 'group', id: GROUP }, null);
    expect(await office.database.models.links.countDocuments({ _id: GROUP })).toBe(0);
    expect((await office.database.models.groups.findOne({ groupId: GROUP }).lean())!.state).toBe('left');
  });

  test('is not answered when it is words or a stranger’s', async () => {
    const chat = { type: 'user', id: PRASERT } as const;
    const words = { kind: 'text', messageId: 'm', text: 'สรุป', mentionsBot: false, quotedMessageId: null };
    expect(await hear(words as unknown as Content, 30, chat, PRASERT)).toMatchObject({
      reply: null,
      writes: [],
    });
    const stranger = { type: 'user', id: 'U-nobody' } as const;
    expect(await hear({ kind: 'follow' }, 32, stranger, 'U-nobody')).toMatchObject({
      reply: null,
      writes: [],
    });
  });
});
