/** Unsending: whatever the order of things, no word and no byte of the message stays anywhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileStore } from '../../src/db/files.ts';
import { packMessages } from '../../src/db/outbox.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { clearReports, makeLink, storeReportFile } from '../../src/services/file-links.ts';
import { testDatabase } from '../helpers/database.ts';
import { picture } from '../helpers/evidence-files.ts';
import { lastMessageOf, residueOf, unsentInAnyOrder } from '../faults/unsent.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const lastOf = (user: string): string => lastMessageOf(office, user);
const unsend = (message: string, user = SOMSRI) => office.act({ act: 'unsend', user, message }, user);
const photo = (bytes: Buffer) =>
  office.act(
    { act: 'image', user: SOMSRI, chat: SOMSRI, base64: bytes.toString('base64'), contentType: 'image/png' },
    SOMSRI,
  );
const state = async (code: string) =>
  (await office.database.models.activities.findOne({ code }).lean())!.state;

const residue = (words: string, bytes: Buffer | null) => residueOf(office, words, bytes);

describe('after it was stored', () => {
  test('an update keeps its figures, loses its words, and says that they were withdrawn', async () => {
    await office.say(SOMSRI, '1.1 1) กำลังดำเนินการ ผลคือ ประชุมชี้แจงแล้ว');
    await office.say(SOMSRI, 'บันทึก');
    await office.say(SOMSRI, '1.1 1) เสร็จแล้ว ใช้งบ 2,000 บาท ปัญหา ถ้อยคำที่ถอนคืน');
    const message = lastOf(SOMSRI);
    await office.say(SOMSRI, 'บันทึก');
    expect((await state('1.1.1')).obstacle).toContain('ถ้อยคำที่ถอนคืน');
    await unsend(message);
    expect(await state('1.1.1')).toMatchObject({
      status: 'completed',
      spent: 200_000,
      obstacle: null,
      result: expect.stringContaining('ประชุมชี้แจงแล้ว') as string,
    });
    expect(await residue('ถ้อยคำที่ถอนคืน', null)).toEqual([]);
    expect(wordsIn(await office.say(PRASERT, 'ประวัติ 1.1 1)'))).toContain('ผู้ส่งยกเลิกข้อความต้นทาง');
  });

  test('one answer of a form takes its own words and no others', async () => {
    await office.say(SOMSRI, 'รายงาน 1.2');
    await office.say(SOMSRI, 'เสร็จแล้ว');
    await office.say(SOMSRI, 'จัดประชุมแล้วหนึ่งครั้ง');
    await office.say(SOMSRI, '28,500');
    await office.say(SOMSRI, 'วิทยากรมาช้ากว่ากำหนด');
    const message = lastOf(SOMSRI);
    await office.say(SOMSRI, 'บันทึก');
    await office.say(SOMSRI, 'บันทึก');
    expect((await state('1.2.1')).obstacle).toBe('วิทยากรมาช้ากว่ากำหนด');
    await unsend(message);
    expect(await state('1.2.1')).toMatchObject({ result: 'จัดประชุมแล้วหนึ่งครั้ง', obstacle: null });
    expect(await residue('วิทยากรมาช้ากว่ากำหนด', null)).toEqual([]);
  });

  test('a photo is gone from the activity, from the bucket and behind its link', async () => {
    const bytes = picture(77);
    await office.say(SOMSRI, '1.2 เสร็จแล้ว');
    await photo(bytes);
    const message = lastOf(SOMSRI);
    await office.say(SOMSRI, 'บันทึก');
    const card = JSON.stringify(await office.say(SOMSRI, 'หลักฐาน 1.2'));
    const url = /"uri":"([^"]+)"/.exec(card)![1]!;
    expect((await fetch(url)).status).toBe(200);
    expect(await residue('no such words', bytes.subarray(20))).not.toEqual([]);
    await unsend(message);
    expect(await residue('no such words', bytes.subarray(20))).toEqual([]);
    // its small copies neither
    expect(await fileStore(office.database, 'evidence').idsFrom('')).toEqual([]);
    const gone = await fetch(url);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('ผู้ส่งอาจยกเลิกการส่ง');
    expect((await state('1.2.1')).evidence).toEqual([]);
    expect(wordsIn(await office.say(SOMSRI, 'หลักฐาน 1.2'))).toContain('ยังไม่มีหลักฐาน');
  });
});

describe('elsewhere', () => {
  test('a card in a group goes with its sentence', async () => {
    const text = '1.1 2) กำลังดำเนินการ ปัญหา คำที่พูดในกลุ่ม';
    const card = wordsIn(await office.say(SOMSRI, text, { chat: GROUP, mentionBot: true }));
    expect(card).toContain('คำที่พูดในกลุ่ม');
    expect(await residue('คำที่พูดในกลุ่ม', null)).not.toEqual([]);
    await office.act({ act: 'unsend', user: SOMSRI, message: lastOf(SOMSRI) }, GROUP);
    expect(await residue('คำที่พูดในกลุ่ม', null)).toEqual([]);
  });

  test('a name that was learned for the activity is forgotten', async () => {
    const { members } = office.database.models;
    await office.say(SOMSRI, '1.2 เสร็จแล้ว ปัญหา ไม่มีห้องประชุม');
    const message = lastOf(SOMSRI);
    await office.say(SOMSRI, 'บันทึก');
    const aliases = { ชื่อที่เรียกกันเอง: '1.2.1', อีกชื่อ: '1.1.1' };
    await members.updateOne({ userId: SOMSRI }, { aliases });
    await unsend(message);
    const somsri = await members.findOne({ userId: SOMSRI }).lean();
    expect(somsri!.aliases).toEqual({ อีกชื่อ: '1.1.1' });
  });

  test('a report that was made is no longer handed out', async () => {
    const { filelinks, members } = office.database.models;
    const { _id: member, office: id } = (await members.findOne({ userId: PRASERT }).lean())!;
    await office.say(SOMSRI, '1.2 เสร็จแล้ว ปัญหา คำที่อยู่ในรายงาน');
    const message = lastOf(SOMSRI);
    await office.say(SOMSRI, 'บันทึก');
    const bytes = Buffer.from('รายงาน: คำที่อยู่ในรายงาน');
    const now = office.clock.now();
    const expiresAt = new Date(now.getTime() + 86_400_000);
    const facts = { office: id, name: 'รายงาน.txt', contentType: 'text/plain; charset=utf-8' };
    const report = await storeReportFile(office.database, { ...facts, bytes, expiresAt });
    const link = makeLink(id, member, { kind: 'report', id: report }, now);
    await commit(office.database, [link.write]);
    const open = () => fetch(`${office.app.url}/files/${link.token}`);
    expect((await open()).status).toBe(200);
    await photo(picture(500));
    await unsend(lastOf(SOMSRI));
    await unsend(message);
    expect((await open()).status).toBe(410);
    expect(await filelinks.countDocuments({ 'target.id': report })).toBe(1);
    await clearReports(office.database, office.clock.now(), new Date());
    expect(await fileStore(office.database, 'reports').find(report)).toBeNull();
  });
});

describe('before it was stored', () => {
  test('an open card goes with its sentence, and its button stores nothing', async () => {
    await office.say(SOMSRI, '1.3 2) กำลังดำเนินการ ปัญหา คำที่ยังไม่บันทึก');
    await unsend(lastOf(SOMSRI));
    expect(await residue('คำที่ยังไม่บันทึก', null)).toEqual([]);
    expect(wordsIn(await office.tap(SOMSRI, 'บันทึก'))).toContain('ไม่มีการบันทึก');
  });

  test('an event that was given up keeps no text', async () => {
    const { inbox } = office.database.models;
    await office.say(SOMSRI, 'คำที่ค้างอยู่ในกล่อง');
    const message = lastOf(SOMSRI);
    const event = JSON.stringify({ type: 'message', message: { id: message, text: 'คำที่ค้างอยู่ในกล่อง' } });
    const row = await inbox.findOne().sort({ receivedAt: -1 }).lean();
    await inbox.collection.insertOne({ ...row!, _id: 'dead', state: 'dead', event } as never);
    await unsend(message);
    expect(await residue('คำที่ค้างอยู่ในกล่อง', null)).toEqual([]);
  });

  test('a message to somebody else that is still to be sent loses the words, not itself', async () => {
    const { outbox } = office.database.models;
    await office.say(SOMSRI, '1.3 2) กำลังดำเนินการ ปัญหา คำในข้อความถึงผู้อื่น');
    const message = lastOf(SOMSRI);
    await office.say(SOMSRI, 'บันทึก');
    const { obstacle } = await state('1.3.2');
    const row = await outbox.findOne({ to: SOMSRI }).lean();
    const messages = packMessages([{ type: 'text', text: `สรุป: ${obstacle} (1.3 2)` }]);
    await outbox.collection.insertOne({
      ...row!,
      _id: 'digest',
      to: PRASERT,
      purpose: 'digest',
      state: 'waiting',
      messages,
    } as never);
    await unsend(message);
    expect(await residue('คำในข้อความถึงผู้อื่น', null)).toEqual([]);
    expect(wordsIn(await office.say(PRASERT, 'สรุป'))).toContain('สรุป: – (1.3 2)');
  });
});

describe('what was asked after it', () => {
  const pending = async (user: string): Promise<unknown> =>
    (await office.database.models.conversations.findOne({ chat: user }).lean<{ pending: unknown }>())!
      .pending;

  test('an announcement that waits for its button is forgotten', async () => {
    await office.say(PRASERT, 'ประกาศ ถ้อยคำประกาศที่ถอนคืน');
    await unsend(lastOf(PRASERT), PRASERT);
    expect(await residue('ถ้อยคำประกาศที่ถอนคืน', null)).toEqual([]);
    expect(await pending(PRASERT)).toBeNull();
    const { used } = office.simulator.state().quota;
    expect(wordsIn(await office.tap(PRASERT, 'ส่งทั้งหมด'))).toContain('ปิดไปแล้ว');
    expect(office.simulator.state().quota.used).toBe(used);
  });

  test('an assignment goes with its first message, however far it got', async () => {
    await office.say(PRASERT, 'มอบหมาย 1.2');
    const message = lastOf(PRASERT);
    expect(wordsIn(await office.say(PRASERT, 'ประเสริฐ'))).toContain('ให้ ประเสริฐ');
    await unsend(message, PRASERT);
    expect(await pending(PRASERT)).toBeNull();
    expect(wordsIn(await office.tap(PRASERT, 'โอนให้คนเดียว'))).toContain('ปิดไปแล้ว');
  });

  test('another question stays', async () => {
    await office.say(PRASERT, 'ประกาศ ข้อความแรก');
    const first = lastOf(PRASERT);
    await office.say(PRASERT, 'ประกาศ ข้อความที่สอง');
    await unsend(first, PRASERT);
    expect(await pending(PRASERT)).toMatchObject({ subject: { text: 'ข้อความที่สอง' } });
  });
});

describe('a short word', () => {
  test('is blanked on cards of its activity, and in nobody else’s words', async () => {
    const { outbox } = office.database.models;
    await office.say(SOMSRI, '1.3 2) กำลังดำเนินการ ปัญหา อบรม');
    const message = lastOf(SOMSRI);
    await office.say(SOMSRI, 'บันทึก');
    expect((await state('1.3.2')).obstacle).toBe('อบรม');
    const row = await outbox.findOne({ to: SOMSRI }).lean();
    const insert = (id: string, text: string, about: string | null) =>
      outbox.collection.insertOne({
        ...row!,
        _id: id,
        to: 'U0',
        purpose: 'broadcast',
        state: 'waiting',
        messages: packMessages([{ type: 'text', text }]),
        about: [about],
      } as never);
    await insert('invitation', 'ขอเชิญอบรมวันศุกร์', null);
    await insert('title', 'อบรม', '1.2.1');
    await insert('card', 'อบรม', '1.3.2');
    await unsend(message);
    const left = async (id: string) => (await outbox.findOne({ _id: id }).lean())!.messages;
    expect(await left('invitation')).toContain('ขอเชิญอบรมวันศุกร์');
    expect(await left('title')).toContain('อบรม');
    expect(await left('card')).not.toContain('อบรม');
  });
});

describe('in any order', () => {
  test('of sending, unsending, saving, undoing and redelivery nothing stays', { timeout: 480_000 }, () =>
    unsentInAnyOrder(office, 25),
  );
});
