/** Who may do what: every command and every kind of tap against every role, checked by the server; one that is missing here fails. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/bot/commands/index.ts';
import { matchCommand } from '../../src/bot/commands/command.ts';
import { encodeTap } from '../../src/bot/tap.ts';
import { NO_ACCOUNT, type RequestContext } from '../../src/bot/request-context.ts';
import type { Tap } from '../../src/bot/types.ts';
import { POLICY } from '../../src/domain/policy.ts';
import { ROLES, type Role } from '../../src/domain/member.ts';
import { contextLoader } from '../../src/services/loaders.ts';
import { asMember } from '../../src/services/context.ts';
import { texts } from '../../src/text/index.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.database.models.conversations.updateMany(
    {},
    { $set: { drafts: [], pending: null } },
    { strict: false },
  );
});

const REFUSED = 'คำสั่งนี้สำหรับผู้บริหาร';
const ALL: readonly Role[] = ROLES;
const MANAGERS: readonly Role[] = ['manager', 'admin'];

/** Command → who may use it, and how it is typed. */
const table: Record<string, { roles: readonly Role[]; typed: string }> = {
  report: { roles: ALL, typed: 'รายงาน 1.2' },
  mine: { roles: ALL, typed: 'งานของฉัน' },
  history: { roles: ALL, typed: 'ประวัติ 1.2' },
  evidence: { roles: ALL, typed: 'หลักฐาน 1.2' },
  undo: { roles: ALL, typed: 'ยกเลิกรายงานล่าสุด' },
  restore: { roles: ALL, typed: 'คืนรายงาน' },
  resume: { roles: ALL, typed: 'รายงานค้าง' },
  snooze: { roles: ALL, typed: 'เตือนพรุ่งนี้' },
  away: { roles: ALL, typed: 'ลาถึง 20 มี.ค.' },
  return: { roles: ALL, typed: 'กลับมาแล้ว' },
  status: { roles: ALL, typed: 'สถานะ 1.2' },
  language: { roles: ALL, typed: 'ภาษา' },
  help: { roles: ALL, typed: 'ช่วยเหลือ' },
  menu: { roles: ALL, typed: 'เมนู' },
  form: { roles: ALL, typed: 'กรอกในหน้าเว็บ' },
  summary: { roles: MANAGERS, typed: 'สรุป' },
  overdue: { roles: MANAGERS, typed: 'ล่าช้า' },
  planned: { roles: ALL, typed: 'กิจกรรมตามแผน ไตรมาส 2' },
  soon: { roles: ALL, typed: 'ใกล้ครบกำหนด' },
  urgent: { roles: ALL, typed: 'งานเร่งด่วน' },
  missing: { roles: MANAGERS, typed: 'ยังไม่รายงาน' },
  unreported: { roles: MANAGERS, typed: 'กิจกรรมที่ยังไม่รายงาน' },
  obstacles: { roles: MANAGERS, typed: 'ปัญหา' },
  units: { roles: MANAGERS, typed: 'สรุปรายฝ่าย' },
  budget: { roles: MANAGERS, typed: 'งบประมาณ' },
  'six-months': { roles: MANAGERS, typed: 'รายงาน 6 เดือน' },
  'twelve-months': { roles: MANAGERS, typed: 'รายงาน 12 เดือน' },
  'close-period': { roles: MANAGERS, typed: 'ปิดงวด' },
  publish: { roles: MANAGERS, typed: 'เผยแพร่' },
  withdraw: { roles: MANAGERS, typed: 'ถอนการเผยแพร่' },
  nudge: { roles: MANAGERS, typed: 'เตือน 1.2' },
  assign: { roles: MANAGERS, typed: 'มอบหมาย 1.2 ให้ ประเสริฐ' },
  announce: { roles: MANAGERS, typed: 'ประกาศ ทดสอบระบบ' },
  quota: { roles: MANAGERS, typed: 'โควต้า' },
  dashboard: { roles: MANAGERS, typed: 'แดชบอร์ด' },
  console: { roles: ['admin'], typed: 'จัดการ' },
  members: { roles: ['admin'], typed: 'สมาชิก' },
  invite: { roles: ['admin'], typed: 'เชิญ' },
};

async function become(user: string, roles: readonly Role[]): Promise<void> {
  await office.database.models.members.updateOne({ userId: user }, { $set: { roles } });
}

describe('commands', () => {
  test('are all in the table, and nothing else is', () => {
    expect(Object.keys(table).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  });

  const cells = Object.entries(table).flatMap(([name, row]) => ALL.map((role) => ({ name, role, ...row })));
  test.each(cells)('$name as $role', async ({ role, roles, typed }) => {
    await become(SOMSRI, [role]);
    const answer = wordsIn(await office.say(SOMSRI, typed));
    const { noRight, adminOnly } = texts('th').chat;
    if (roles.includes(role)) expect([noRight, adminOnly]).not.toContain(answer);
    else expect(answer).toBe(roles.includes('manager') ? noRight : adminOnly);
    expect(answer).not.toBe('');
  });

  test.each(Object.entries(table))('%s is nothing to a stranger', async (_, { typed }) => {
    expect(wordsIn(await office.say(WIPHA, typed))).toContain('สำหรับบุคลากรของหน่วยงาน');
  });

  test('a person with several roles has the commands of all', async () => {
    await become(SOMSRI, ['officer', 'manager']);
    const help = wordsIn(await office.say(SOMSRI, 'ช่วยเหลือ รายละเอียด'));
    for (const command of ['งานของฉัน', 'ยกเลิกรายงานล่าสุด', 'สรุป', 'ประกาศ']) expect(help).toContain(command);
    await become(SOMSRI, ['officer']);
    expect(wordsIn(await office.say(SOMSRI, 'ช่วยเหลือ รายละเอียด'))).not.toContain('ประกาศ');
  });
});

interface Row {
  tap: Tap;
  officer: string;
  other: string;
}

describe('taps', () => {
  const taps: { readonly [Do in Tap['do']]: Row } = {
    save: { tap: { do: 'save', draft: 'x', rev: 0 }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    cancel: { tap: { do: 'cancel', draft: 'x', rev: 0 }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    back: { tap: { do: 'back', draft: 'x', rev: 0 }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    skip: { tap: { do: 'skip', draft: 'x', rev: 0 }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    edit: { tap: { do: 'edit', draft: 'x', rev: 0, field: 'spent' }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    details: { tap: { do: 'details', draft: 'x', rev: 0 }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    item: { tap: { do: 'item', draft: 'x', rev: 0, at: 0 }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    drop: { tap: { do: 'drop', draft: 'x', rev: 0, field: 'result' }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    answer: { tap: { do: 'answer', draft: 'x', rev: 0, value: '5' }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    undo: { tap: { do: 'undo', update: 'x' }, officer: 'ไม่พบรายงาน', other: 'ไม่พบรายงาน' },
    report: { tap: { do: 'report', code: '2' }, officer: 'ไม่อยู่ในความรับผิดชอบ', other: 'ถึงขั้นใดแล้ว' },
    reminded: {
      tap: { do: 'reminded', code: '2', answer: 'done' },
      officer: 'ไม่อยู่ในความรับผิดชอบ',
      other: 'กรุณาตรวจสอบ',
    },
    'accept-notice': { tap: { do: 'accept-notice', version: '1' }, officer: 'การยินยอม', other: 'การยินยอม' },
    confirm: { tap: { do: 'confirm', ask: 'x', value: 'yes' }, officer: 'ปิดไปแล้ว', other: 'ปิดไปแล้ว' },
    office: {
      tap: { do: 'office', office: 'x' },
      officer: 'ยังไม่ได้ลงทะเบียนกับหน่วยงานอื่น',
      other: 'ยังไม่ได้ลงทะเบียนกับหน่วยงานอื่น',
    },
    say: { tap: { do: 'say', text: 'สรุป' }, officer: REFUSED, other: 'เสร็จแล้ว 0 จาก 11' },
  };

  test('are all in the table under their own names', () => {
    for (const [name, { tap }] of Object.entries(taps)) expect(tap.do).toBe(name);
  });

  test.each(Object.entries(taps))('%s', async (_, { tap, officer, other }) => {
    await become(SOMSRI, ['officer']);
    const data = encodeTap(tap);
    const act = (user: string) => office.act({ act: 'postback', user, chat: user, data }, user);
    expect(wordsIn(await act(SOMSRI))).toContain(officer);
    expect(wordsIn(await act(PRASERT))).toContain(other);
    expect(wordsIn(await act(WIPHA))).toContain('สำหรับบุคลากรของหน่วยงาน');
    expect(await office.database.models.updates.countDocuments({})).toBe(0);
  });

  test('a manager’s card does nothing any more once the role is gone', async () => {
    await become(SOMSRI, ['manager']);
    await office.say(SOMSRI, 'ประกาศ ทดสอบระบบ');
    await become(SOMSRI, ['officer']);
    const before = office.simulator.state().quota.used;
    expect(wordsIn(await office.tap(SOMSRI, 'ส่งทั้งหมด'))).toContain(REFUSED);
    expect(office.simulator.state().quota.used).toBe(before);
  });

  test('another office’s reports and activities are out of reach', async () => {
    const mine = (await office.database.models.members
      .findOne({ userId: SOMSRI })
      .lean<{ office: string }>())!;
    await office.database.models.updates.collection.insertOne({
      _id: 'theirs',
      office: 'another',
      plan: 'their-plan',
      activity: '9.9',
      seq: 1,
      by: { member: 'x', name: 'ผู้อื่น', position: '' },
      at: new Date('2021-02-01'),
      voided: null,
    } as never);
    await become(SOMSRI, ['admin']);
    const data = encodeTap({ do: 'undo', update: 'theirs' });
    const answer = await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data }, SOMSRI);
    expect(wordsIn(answer)).toContain('ไม่พบรายงาน');
    for (const typed of ['สถานะ 9.9', 'ประวัติ 9.9', 'เตือน 9.9', 'มอบหมาย 9.9 ให้ ประเสริฐ', 'รายงาน 9.9'])
      expect(wordsIn(await office.say(SOMSRI, typed))).toContain('ไม่พบกิจกรรม');
    expect(mine.office).not.toBe('another');
  });
});

describe('help', () => {
  test.each(['th', 'en'] as const)(
    'lists in %s only what exists, to those who may use it',
    async (language) => {
      const { help } = texts(language).cards;
      const load = contextLoader(office.database);
      const lists: [Role, readonly { say: string }[]][] = [
        ['officer', [...help.officer, ...help.anyone]],
        ['manager', [...help.manager, ...help.managing, ...help.anyone]],
      ];
      for (const [role, list] of lists) {
        const user = role === 'officer' ? SOMSRI : PRASERT;
        await become(user, [role]);
        const loaded = await load(
          { event: null, office: '-', chat: { type: 'user', id: user }, userId: user, message: null },
          office.clock.now(),
        );
        const turn: RequestContext = {
          context: asMember(loaded!)!,
          texts: texts(language),
          account: NO_ACCOUNT,
        };
        const found = list.map(({ say }) => ({ say, command: matchCommand(say, commands, turn)?.command }));
        for (const { say, command } of found) expect(POLICY[command!.name]![role], say).not.toBe('none');
        const listed = new Set(found.map(({ command }) => command?.name));
        expect(listed.size).toBe(list.length);
      }
    },
  );
});
