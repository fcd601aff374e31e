/** Unfinished reports over time: doubled taps, what was left behind for a day or a month, another plan; answers typed to questions. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { jpeg } from '../helpers/evidence-files.ts';
import { countUpdates, owns, stateOf } from '../helpers/fresh-office.ts';
import { GROUP, PRASERT, SOMSRI, wordsIn } from '../helpers/office.ts';
import { encodeTap } from '../../src/bot/tap.ts';
import type { Tap } from '../../src/bot/types.ts';
import { nameMark } from '../../src/domain/name-mark.ts';
import { makeCurrent, previewUse } from '../../src/services/current-plan.ts';
import { inUse, storeNextYear, workBy } from '../helpers/next-plan.ts';

const office = officeOfTalks(import.meta.url, ['1.1.1', '1.2.1', '1.3', '1.4']);

const say = async (text: string, user = SOMSRI): Promise<string> => wordsIn(await office.say(user, text));
const post = async (tap: Tap): Promise<string> =>
  wordsIn(await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data: encodeTap(tap) }, SOMSRI));
const photo = async (): Promise<string> =>
  wordsIn(
    await office.act(
      {
        act: 'image',
        user: SOMSRI,
        chat: SOMSRI,
        base64: jpeg(400).toString('base64'),
        contentType: 'image/jpeg',
      },
      SOMSRI,
    ),
  );
const state = (code: string) => stateOf(office, code);
const later = (days: number): void =>
  office.clock.moveTo(new Date(office.clock.now().getTime() + days * 86_400_000));
const drafts = async (): Promise<{ activity: string; evidence: string[] }[]> =>
  (await office.database.models.conversations
    .findOne({ userId: SOMSRI })
    .lean<{ drafts: { activity: string; evidence: string[] }[] }>())!.drafts;

describe('the same report opened twice', () => {
  test('by two taps on a reminder is stored once', async () => {
    await post({ do: 'reminded', code: '1.2.1', answer: 'done' });
    await post({ do: 'reminded', code: '1.2.1', answer: 'done' });
    expect(await say('บันทึก')).not.toContain('ยังไม่ได้บันทึก');
    expect(await say('บันทึก')).toContain('ไม่มีรายงานที่กำลังกรอก');
    expect(await countUpdates(office)).toBe(1);
  });

  test('by the command is gone on with, photo and all', async () => {
    await post({ do: 'report', code: '1.2.1' });
    await say('กำลังดำเนินการ');
    await photo();
    for (const typed of ['รายงาน 1.2', 'รายงาน 1.2 1)', 'รายงาน 1.2.1'])
      expect(await say(typed)).toContain('สรุปผลการดำเนินงาน');
    expect(await drafts()).toMatchObject([{ activity: '1.2.1', evidence: [expect.any(String)] }]);
    expect(await say('ยกเลิก')).not.toContain('ยังไม่ได้บันทึก');
  });

  test('by a sentence from beneath another is one card with what both said', async () => {
    await say('1.2 1) กำลังดำเนินการ');
    await photo();
    await say('1.1 1) เสร็จแล้ว');
    const card = await say('1.2 1) ใช้งบ 500 บาท');
    expect(card).toContain('500 บาท');
    await say('บันทึก');
    await say('ทำรายงานต่อ');
    expect(await say('บันทึก')).toContain('บันทึกแล้ว');
    expect(await state('1.2.1')).toMatchObject({ status: 'in_progress', spent: 50_000, seq: 1 });
    expect((await state('1.2.1'))['evidence']).toHaveLength(1);
    expect(await countUpdates(office)).toBe(2);
  });

  test('a sixth unfinished one closes the oldest, and says so', async () => {
    for (const code of ['1.1 1)', '1.2 1)', '1.3 1)', '1.3 2)', '1.4 1)']) await say(`${code} กำลังดำเนินการ`);
    await owns(office, SOMSRI, ['1', '2']);
    expect(await say('2. กำลังดำเนินการ')).toContain('ปิดรายการที่เก่าที่สุด (1.1 1))');
  });
});

describe('a button of an overtaken card', () => {
  test('shows the card of its own report, and that is what is stored next', async () => {
    await say('1.2 1) เสร็จแล้ว');
    const [{ id }] = (await drafts()) as unknown as [{ id: string }];
    await say('งบ 500 บาท');
    await say('1.1 1) เสร็จแล้ว ใช้งบ 100 บาท');
    const stale = await post({ do: 'save', draft: id, rev: 0 });
    expect(stale).toContain('การ์ดนี้เก่าแล้ว');
    expect(stale).toContain('500 บาท');
    await say('บันทึก');
    expect(await state('1.2.1')).toMatchObject({ spent: 50_000 });
    expect(await state('1.1.1')).toMatchObject({ seq: 0 });
  });
});

describe('left for a day', () => {
  beforeEach(async () => {
    await say('1.1 1) กำลังดำเนินการ');
    later(2);
  });

  test('a report is not what a later sentence or photo is about', async () => {
    expect(await say('เสร็จแล้ว ใช้งบ 28,500 บาท')).toContain('ต้องการรายงานกิจกรรมใด');
    await say('1.2 1)');
    const saved = await say('บันทึก');
    expect(saved).toContain('บันทึกแล้ว');
    expect(saved).toContain('มีรายงานกิจกรรม 1.1 1) ค้างไว้ตั้งแต่');
    expect(await state('1.2.1')).toMatchObject({ status: 'completed', spent: 2_850_000 });
    // right after a report a photo belongs to it
    expect(await photo()).toContain('แนบหลักฐานแล้ว');
  });

  test('it is offered once a day, and gone on with when asked for', async () => {
    const first = await say('งานของฉัน');
    expect(first).toContain('พิมพ์ “รายงานค้าง” เพื่อทำต่อ');
    expect(first).not.toContain('ต่อจากรายงานที่กำลังกรอก');
    expect(await say('งานของฉัน')).not.toContain('รายงานค้าง');
    later(1);
    expect(await say('งานของฉัน')).toContain('รายงานค้าง');
    expect(await say('รายงานค้าง')).toContain('ค้างไว้ตั้งแต่');
    await say('บันทึก');
    expect(await state('1.1.1')).toMatchObject({ status: 'in_progress' });
  });

  test.each(['บันทึก', 'ยกเลิก'])('“%s” shows it before anything is done with it', async (typed) => {
    expect(await say(typed)).toContain('ค้างไว้ตั้งแต่');
    expect(await countUpdates(office)).toBe(0);
    await say(typed);
    expect(await countUpdates(office)).toBe(typed === 'บันทึก' ? 1 : 0);
    expect(await drafts()).toEqual([]);
  });

  test('a new report on it takes it along, and says so', async () => {
    expect(await say('1.1 1) ใช้งบ 500 บาท')).toContain('รวมกับรายงานที่ค้างไว้ตั้งแต่');
    await say('บันทึก');
    expect(await state('1.1.1')).toMatchObject({ status: 'in_progress', spent: 50_000 });
  });

  test('it is closed after a month, and that is said once', async () => {
    later(30);
    expect(await say('งานของฉัน')).toContain('1.1 1) ค้างไว้เกิน 30 วัน');
    expect(await say('งานของฉัน')).not.toContain('ค้างไว้');
    expect(await drafts()).toEqual([]);
  });
});

describe('when the office works by another plan', () => {
  test('an unfinished report is closed, and said, and its button stores nothing', async () => {
    await say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
    const [{ id }] = (await drafts()) as unknown as [{ id: string }];
    await office.database.models.conversations.collection.updateMany(
      {},
      { $set: { 'drafts.$[].plan': 'last-year' } },
    );
    const answer = await post({ do: 'save', draft: id, rev: 0 });
    expect(answer).toContain('เป็นของแผนเดิม จึงปิดไปโดยไม่บันทึก');
    expect(answer).toContain('ปิดไปแล้ว');
    expect(await countUpdates(office)).toBe(0);
    expect(await say('งานของฉัน')).not.toContain('แผนเดิม');
  });

  test('a question asked before does nothing any more', async () => {
    await say('ประกาศ ทดสอบ', PRASERT);
    await office.database.models.conversations.collection.updateMany(
      { userId: PRASERT },
      { $set: { 'pending.plan': 'last-year' } },
    );
    expect(wordsIn(await office.tap(PRASERT, 'ส่งทั้งหมด'))).toContain('ปิดไปแล้ว');
  });

  describe('of the year to come', () => {
    const BOOKS = 'จัดซื้อหนังสือเข้าห้องสมุด';
    const member = () => office.database.models.members.findOne({ userId: SOMSRI }).lean();
    let plans: { before: string; next: string };
    const change = async (): Promise<void> => {
      plans = await storeNextYear(office, { '1.2.1': BOOKS }, true);
    };
    afterEach(async () => {
      await workBy(office, plans.before);
      await office.database.models.members.updateMany({}, { $unset: { formerActivities: 1 } });
    });

    test('stored alone changes nothing for anybody', async () => {
      await say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
      plans = await storeNextYear(office, { '1.2.1': BOOKS }, false);
      expect(await say('บันทึก')).not.toContain('แผนเดิม');
      expect(await state('1.2.1')).toMatchObject({ status: 'completed' });
      expect((await member())!.activities).toContain('1.2.1');
    });

    test('closes what was begun, and its owner is told what it was and what to do, once', async () => {
      await say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
      await change();
      const told = await say('บันทึก');
      expect(told).toMatch(/เปลี่ยนไปใช้ “.*2565” \(ปีงบประมาณ 2565\) แล้ว รายงานกิจกรรม 1\.2 1\) การประชุม/);
      expect(told).toContain('กรุณาแจ้งผู้ดูแลระบบของหน่วยงาน');
      expect(await countUpdates(office)).toBe(0);
      expect(await say('งานของฉัน')).not.toContain('แผนเดิม');
    });

    test('a code typed as before is said to mean another work, and waits for a yes', async () => {
      await say('1.2 1) เสร็จแล้ว ใช้งบ 500 บาท');
      await change();
      await owns(office, SOMSRI, ['1.2.1']);
      const told = await say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
      expect(told).toMatch(new RegExp(`รหัส 1\\.2 1\\) ในแผนเดิมคือ “การประชุม.*” แต่ในแผนนี้คือ “${BOOKS}”`));
      expect(await countUpdates(office)).toBe(0);
      await say('ยกเลิก');
      expect(await say('1.2 1) เสร็จแล้ว')).not.toContain('แผนเดิม');
    });

    test.each([
      ['words without a code', () => say('เสร็จแล้ว ใช้งบ 500 บาท')],
      ['a photo', () => photo()],
    ])('what was talked of last is not what %s is about', async (_what, send) => {
      await owns(office, SOMSRI, ['1', '2']);
      await say('สถานะ 1.2 1)');
      await change();
      await send();
      const begun = (await drafts()).map(({ activity }) => activity);
      expect(begun).not.toContain('1.2.1');
    });

    test('a message that is changed later opens nothing on the activity of that code', async () => {
      // LINE has it in groups alone
      await office.say(SOMSRI, '1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท', { chat: GROUP, mentionBot: true });
      const message = office.simulator.state().messages.findLast((one) => one.from === SOMSRI)!.id;
      await change();
      const text = 'เสร็จแล้ว ใช้งบ 28,900 บาท';
      const told = wordsIn(await office.act({ act: 'edit', user: SOMSRI, message, text }, GROUP));
      expect(told).toMatch(/รายงานที่กรอกค้างไว้เป็นของแผนเดิม จึงปิดไปโดยไม่บันทึก/);
      expect(told).not.toContain('28,900');
    });

    test('people, invitations and learned names keep the same works only, and have the others again with their plan', async () => {
      const { models } = office.database;
      const { office: own } = await inUse(office);
      const invite = { office: own.id, role: 'officer', owner: null, uses: 1, used: 0 } as const;
      const dates = { createdAt: office.clock.now(), expiresAt: new Date('2030-01-01') };
      await models.invites.create({
        _id: 'open',
        activities: ['1.2.1', '2'],
        ...invite,
        ...dates,
      });
      await models.members.updateOne(
        { userId: SOMSRI },
        { $set: { aliases: { เขตสุจริต: '1.2.1', วันเด็ก: '1.1.1' } } },
      );
      await change();
      expect(await member()).toMatchObject({
        activities: ['1.1.1', '1.3', '1.4'],
        aliases: { วันเด็ก: '1.1.1' },
      });
      const codes = async () => (await models.invites.findById('open').lean())!.activities;
      expect(await codes()).toEqual(['2']);
      await workBy(office, plans.before);
      expect((await member())!.activities).toEqual(['1.1.1', '1.2.1', '1.3', '1.4']);
      expect(await codes()).toEqual(['1.2.1', '2']);
      await workBy(office, plans.next);
      expect((await member())!.activities).toEqual(['1.1.1', '1.3', '1.4']);
    });

    test('who had their activities changed meanwhile is looked at anew', async () => {
      plans = await storeNextYear(office, { '1.2.1': BOOKS }, false);
      const now = office.clock.now();
      const shown = await previewUse(office.database, plans.next, now);
      await owns(office, SOMSRI, ['1.2.1', '2']);
      expect(shown.ok && (await makeCurrent(office.database, shown, now))).toMatchObject({
        ok: false,
        reason: 'conflict',
      });
      const again = await previewUse(office.database, plans.next, now);
      expect(again.ok && shown.ok && again.seen !== shown.seen).toBe(true);
    });
  });

  test('a quoted card of what that code meant is about nothing', async () => {
    await say('สถานะ 1.2 1)');
    const quote = office.simulator
      .state()
      .messages.filter((one) => one.chat === SOMSRI && one.from === 'bot')
      .at(-1)!.id;
    const quoted = (text: string) => office.say(SOMSRI, text, { quote });
    expect(wordsIn(await quoted('เสร็จแล้ว ใช้งบ 500 บาท'))).toContain('1.2 1)');
    await say('ยกเลิก');
    await office.database.models.outbox.collection.updateMany(
      { 'sent.id': quote },
      { $set: { 'sent.$[].about': `1.2.1#${nameMark('กิจกรรมของปีก่อน')}` } },
    );
    await office.database.models.conversations.updateMany({}, { $set: { lastActivity: null } });
    expect(wordsIn(await quoted('เสร็จแล้ว ใช้งบ 500 บาท'))).not.toContain('1.2 1)');
  });

  test.each([
    { do: 'report', code: '1.2.1', mark: nameMark('กิจกรรมของปีก่อน') },
    { do: 'reminded', code: '1.2.1', answer: 'done', mark: nameMark('กิจกรรมของปีก่อน') },
  ] as const)('a button for what that code meant opens nothing: $do', async (tap) => {
    expect(await post(tap)).toContain('แผนเปลี่ยนไปแล้ว');
    expect(await say('บันทึก')).toContain('ไม่มีรายงานที่กำลังกรอก');
  });
});

describe('whom a report without a code is about', () => {
  test('what is finished is not asked about', async () => {
    await owns(office, SOMSRI, ['1.1.1', '1.2.1']);
    await say('1.1 1) เสร็จแล้ว');
    await say('บันทึก');
    await say('เสร็จแล้ว ใช้งบ 500 บาท');
    await say('บันทึก');
    expect(await state('1.2.1')).toMatchObject({ status: 'completed', spent: 50_000 });
    await say('แก้งบเป็น 600');
    await say('บันทึก');
    expect(await state('1.2.1')).toMatchObject({ spent: 60_000 });
  });

  test('a correction is of what was reported last, not of what is left to do', async () => {
    await owns(office, SOMSRI, ['1.1.1', '1.2.1']);
    await say('1.1 1) เสร็จแล้ว ใช้งบ 500 บาท');
    await say('บันทึก');
    expect(await say('แก้งบเป็น 600')).toContain('1.1 1)');
  });
});

describe('a question asked before something is done', () => {
  test.each(['โอนให้คนเดียว', 'เพิ่มเป็นผู้ร่วม'])('takes “%s” typed', async (typed) => {
    await owns(office, PRASERT, ['2']);
    await say('มอบหมาย 2 ให้ สมศรี', PRASERT);
    expect(await say(typed, PRASERT)).toContain('มอบหมายกิจกรรม 2. ให้ สมศรี');
    const prasert = await office.database.models.members
      .findOne({ userId: PRASERT })
      .lean<{ activities: string[] }>();
    expect(prasert!.activities).toEqual(typed === 'โอนให้คนเดียว' ? [] : ['2']);
    await owns(office, PRASERT, []);
  });

  test('is answered by its button alone after words that nothing was made of', async () => {
    await say('เตือน 1.2', PRASERT);
    await say('อืมมม', PRASERT);
    expect(await say('ส่ง', PRASERT)).not.toContain('ส่งข้อความถึง');
    expect(wordsIn(await office.tap(PRASERT, 'ส่ง (1'))).toContain('ส่งข้อความถึง สมศรี ใจดี แล้ว');
  });
});
