/** What a push costs and what is left of the month is said before it goes out, as LINE gives the numbers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerer } from '../../src/bot/answer.ts';
import type { BotResult } from '../../src/bot/bot-result.ts';
import type { Account } from '../../src/bot/request-context.ts';
import type { Card } from '../../src/bot/types.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { contextLoader } from '../../src/services/loaders.ts';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

let events = 0;

/** Answers one text of the manager with this account; what it writes is stored, nothing is sent. */
async function answer(text: string, account: Account): Promise<BotResult> {
  const { database, clock } = office;
  const names = { person: () => Promise.resolve(null), group: () => Promise.resolve(null) };
  const handle = answerer({ load: contextLoader(database), clock, line: () => ({ names, account }) });
  const id = `quota-${events++}`;
  const content = { kind: 'text' as const, messageId: id, text, quotedMessageId: null, mentionsBot: false };
  const chat = { type: 'user' as const, id: PRASERT };
  const at = clock.now();
  const handled = await handle(
    { id, at, redelivered: false, chat, userId: PRASERT, replyToken: 'token', content },
    '-',
  );
  if (!handled) throw new Error('not its turn');
  expect(await commit(database, handled.writes)).toEqual({ ok: true });
  return handled;
}

function cardOf(handled: BotResult): Extract<Card, { kind: 'confirm' }> {
  const message = handled.reply?.messages[0];
  if (message?.type !== 'card' || message.card.kind !== 'confirm') throw new Error('no question was asked');
  return message.card;
}

const account = (limit: number | null, used: number, size: number | null): Account => ({
  quota: () => Promise.resolve({ limit, used }),
  groupSize: () => Promise.resolve(size),
});
const values = (handled: BotResult): string[] => cardOf(handled).rows.map((row) => row.value);
const labels = (handled: BotResult): string[] => cardOf(handled).options.map((option) => option.label);

test('a nudge costs one of what is left', async () => {
  const asked = await answer('เตือน 1.2', account(300, 120, 3));
  expect(values(asked)).toEqual(['สมศรี ใจดี', '1 ข้อความ (เดือนนี้เหลือ 180)']);
  expect(labels(asked)[0]).toBe('ส่ง (1 ข้อความ)');
  const sent = await answer('ตกลง', account(300, 120, 3));
  expect(sent.pushes.map(({ to, cost, purpose }) => ({ to, cost, purpose }))).toEqual([
    { to: SOMSRI, cost: 1, purpose: 'nudge' },
  ]);
});

test('an announcement to a group costs its members', async () => {
  const asked = await answer('ประกาศ ประชุมวันจันทร์', account(300, 120, 30));
  expect(values(asked).slice(1)).toEqual(['31 ข้อความ (เดือนนี้เหลือ 180)']);
  expect(labels(asked)).toEqual([
    'ส่งทั้งหมด (31)',
    'ส่งรายบุคคล (1)',
    'ส่งในกลุ่ม (30)',
    'แจ้งเมื่อผู้รับทักมา (ฟรี)',
    'ยกเลิก',
  ]);
  const sent = await answer('ส่ง', account(300, 120, 30));
  expect(sent.pushes.map(({ to, cost }) => ({ to, cost }))).toEqual([
    { to: SOMSRI, cost: 1 },
    { to: GROUP, cost: 30 },
  ]);
});

test('where the month has no room, that is said and the free way comes first', async () => {
  const asked = await answer('ประกาศ ประชุมวันจันทร์', account(300, 290, 30));
  expect(cardOf(asked).caution).toContain('ไม่พอ');
  expect(labels(asked)[0]).toBe('แจ้งเมื่อผู้รับทักมา (ฟรี)');
});

test('a quota LINE does not tell is left out, and a group of unknown size is said to be one', async () => {
  const broken: Account = {
    quota: () => Promise.reject(new Error('LINE is away')),
    groupSize: () => Promise.reject(new Error('LINE is away')),
  };
  const asked = await answer('ประกาศ ประชุมวันจันทร์', broken);
  expect(values(asked).slice(1)).toEqual(['2 ข้อความ']);
  expect(cardOf(asked).caution).toContain('ไม่ทราบจำนวนสมาชิก');
  expect(values(await answer('เตือน 1.2', account(null, 50, 3)))).toEqual(['สมศรี ใจดี', '1 ข้อความ']);
});
