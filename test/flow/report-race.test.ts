/** A report that was decided before something was taken back, and is stored after it, brings nothing of it back. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerer } from '../../src/bot/answer.ts';
import type { BotResult } from '../../src/bot/bot-result.ts';
import type { Incoming } from '../../src/bot/types.ts';
import { commit, type Write } from '../../src/db/unit-of-work.ts';
import { detachEvidence } from '../../src/services/evidence.ts';
import { erasePerson } from '../../src/services/erase-person.ts';
import { contextLoader } from '../../src/services/loaders.ts';
import { findPerson } from '../../src/services/person.ts';
import { testDatabase } from '../helpers/database.ts';
import { forgetAll, owns, stateOf } from '../helpers/fresh-office.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await owns(office, SOMSRI, ['1.1', '1.2']);
});
afterAll(() => office.close());
beforeEach(() => forgetAll(office));

const say = async (user: string, text: string): Promise<string> => wordsIn(await office.say(user, text));
const CODE = '1.2.1';
const HERS = 'รอใบเสร็จจากร้านค้า';

/** What another instance makes of words at this moment; it is left to the test when that is stored. */
async function decided(user: string, text: string): Promise<Write[]> {
  return (await madeOf(user, text)).writes;
}

async function madeOf(user: string, text: string): Promise<BotResult> {
  const answer = answerer({
    load: contextLoader(office.database),
    clock: office.clock,
    line: () => ({ names: { person: () => Promise.resolve(null), group: () => Promise.resolve(null) } }),
  });
  const incoming: Incoming = {
    id: `elsewhere-${text}`,
    at: office.clock.now(),
    redelivered: false,
    chat: { type: 'user', id: user },
    userId: user,
    replyToken: null,
    content: { kind: 'text', messageId: 'elsewhere', text, quotedMessageId: null, mentionsBot: false },
  };
  return (await answer(incoming, '-'))!;
}

const byEvidence = { $set: { 'state.evidence': ['photo'] } };

test.each([
  [
    'an undo',
    async () => void (await say(SOMSRI, 'ยกเลิกรายงานล่าสุด'), await say(SOMSRI, 'ยืนยันการยกเลิก')),
    { obstacle: null, status: null },
  ],
  [
    'an unsending',
    async () => {
      const { messages } = office.simulator.state();
      const message = messages.findLast(
        ({ from, message }) => from === SOMSRI && String(message['text']).includes(HERS),
      )!.id;
      await office.act({ act: 'unsend', user: SOMSRI, message }, SOMSRI);
    },
    { obstacle: null, status: 'completed' },
  ],
  [
    'a picture that proves unreadable',
    async () => {
      const { office: id } = (await office.database.models.activities.findOne({ code: CODE }).lean())!;
      await commit(office.database, detachEvidence(id, 'photo'));
    },
    { evidence: [] },
  ],
])('%s', async (_, takeBack, left) => {
  await say(SOMSRI, `1.2 1) เสร็จแล้ว ปัญหา ${HERS}`);
  await say(SOMSRI, 'บันทึก');
  await office.database.models.activities.collection.updateOne({ code: CODE }, byEvidence);
  await say(PRASERT, '1.2 1) ใช้งบ 5,000 บาท');
  const report = await decided(PRASERT, 'บันทึก');
  await takeBack();
  expect(await commit(office.database, report)).toEqual({ ok: false, reason: 'conflict' });
  expect(await stateOf(office, CODE)).toMatchObject({ ...left, spent: null });
  await say(PRASERT, 'บันทึก');
  expect(await stateOf(office, CODE)).toMatchObject({ ...left, spent: 500_000 });
});

test('an undo that was decided before a report, an erasure before an undo: likewise', async () => {
  await say(SOMSRI, `1.2 1) กำลังดำเนินการ`);
  await say(SOMSRI, 'บันทึก');
  await say(PRASERT, '1.2 1) ใช้งบ 5,000 บาท');
  await say(PRASERT, 'บันทึก');
  await say(PRASERT, 'ยกเลิกรายงานล่าสุด');
  const undo = await decided(PRASERT, 'ยืนยันการยกเลิก');
  const { name } = (await stateOf(office, CODE))['reportedBy'] as { name: string };
  await say(SOMSRI, '1.2 1) 60%');
  await say(SOMSRI, 'บันทึก');
  expect(await commit(office.database, undo)).toEqual({ ok: false, reason: 'conflict' });
  expect(await stateOf(office, CODE)).toMatchObject({ percent: 60, spent: 500_000, seq: 3 });
  // his undo would let hers stand: it may not bring her name back
  const again = await decided(PRASERT, 'ยืนยันการยกเลิก');
  const person = (await findPerson(office.database, SOMSRI))!;
  expect(name).not.toBe(person.members[0]!.name);
  expect(await erasePerson(office.database, person, 'ผู้ถูกลบ', office.clock.now())).toMatchObject({ ok: true });
  expect(await commit(office.database, again)).toEqual({ ok: false, reason: 'conflict' });
  expect(JSON.stringify(await stateOf(office, CODE))).not.toContain(person.members[0]!.name);
});

test.each(['บันทึก', 'ยกเลิก', 'ไม่เอาแล้ว'])(
  '“%s” is early where no card is open, and only there',
  async (word) => {
    expect((await madeOf(PRASERT, word)).early).toBe(true);
    await say(PRASERT, '1.2 1) ใช้งบ 5,000 บาท');
    expect((await madeOf(PRASERT, word)).early).toBeUndefined();
  },
);
