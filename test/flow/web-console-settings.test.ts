/** The console's settings over real HTTP: what is saved is what jobs and reports use, what is wrong is said, and nobody overwrites anybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import { findOffices } from '../../src/db/offices.ts';
import { wantsAssistant } from '../../src/services/assistant-settings.ts';
import { officeCalendar, reminderSettings } from '../../src/services/reminders-settings.ts';
import { quotaChoice } from '../../src/services/quota-settings.ts';
import { limitedTo } from '../../src/services/quota.ts';
import { applyRetention, keeping } from '../../src/services/retention.ts';
import { reportSettingsOf } from '../../src/services/report-settings.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, type TestOffice } from '../helpers/office.ts';
import { visitFromTerminal, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let admin: WebVisitor;
beforeAll(async () => {
  office = await openOffice(uri, {
    assistant: { url: 'http://127.0.0.1:9/v1', model: 'local-model', key: 'secret-key' },
  });
  admin = await visitFromTerminal(office);
});
afterAll(() => office.close());

interface Data {
  report: Record<string, unknown>;
  reminders: Record<string, unknown>;
  days: { day: string }[];
  seen: Record<'report' | 'reminders' | 'days' | 'assistant' | 'retention' | 'quota', string>;
  assistant: { on: boolean; goesTo: { host: string; model: string } | null };
  holidays: { day: string; name: string }[];
  quota: { limit: number | null; used: number } | null;
}
const data = async () => (await (await admin.get('/web/console/settings')).json()) as Data;
const stored = async () => (await findOffices(office.database.models)).offices[0]!;
const post = async (path: string, form: object) => {
  const answer = await admin.post(`/web/console/settings/${path}`, form);
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
};
const SIGNER = { role: 'ผู้รายงาน', name: 'นางมาลี ศรีสุข', position: 'ครู' };

it('shows what holds now, the year’s holidays and what LINE counts', async () => {
  const { report, reminders, holidays, quota } = await data();
  expect(report).toMatchObject({ columns: 'seed', closeAfterDays: null });
  expect(reminders).toMatchObject({ at: '08:30' });
  expect(holidays).toContainEqual(expect.objectContaining({ day: '2021-04-13', name: 'วันสงกรานต์' }));
  expect(quota).toMatchObject({ used: expect.any(Number) });
});

describe('the report’s form', () => {
  it('shows its report before it is saved, and stores what was shown', async () => {
    const settings = {
      columns: 'full',
      headingLines: ['รายงานของเรา'],
      items: { 1: 'O30' },
      signatures: [SIGNER],
    };
    const { json } = await post('report/preview', { settings });
    expect(json).toMatchObject({ heading: ['รายงานของเรา'], item: expect.stringContaining('O30') });
    expect(JSON.stringify(json['signatures'])).toContain('นางมาลี ศรีสุข');
    expect((json['heads'] as string[]).length).toBeGreaterThan(6);
    expect(reportSettingsOf(await stored())).toEqual({});
    const { seen } = await data();
    expect((await post('report', { seen: seen.report, settings })).status).toBe(200);
    expect(reportSettingsOf(await stored())).toEqual(settings);
  });

  it.each([
    { signatures: [{ name: 'ไม่มีฐานะ' }] },
    { headingLines: [''] },
    { columns: 'all' },
    { __proto__x: 1 },
  ])('refuses %o in Thai', async (settings) => {
    const { seen } = await data();
    const told = await post('report', { seen: seen.report, settings });
    expect([told.status, told.json['why']]).toEqual([422, expect.stringContaining('กรอกไม่ถูกต้อง')]);
    expect((await post('report/preview', { settings })).status).toBe(422);
  });
});

it('reminds as the form says, or says what is wrong', async () => {
  const { seen, reminders } = await data();
  const settings = { ...reminders, at: '09:15', overdueEvery: 5 };
  expect((await post('reminders', { seen: seen.reminders, settings })).status).toBe(200);
  expect(reminderSettings(await stored())).toMatchObject({ at: '09:15', overdueEvery: 5 });
  const again = (await data()).seen.reminders;
  for (const wrong of [{ at: '25:00' }, { overdueEvery: -1 }, { quiet: { from: '18:00' } }])
    expect((await post('reminders', { seen: again, settings: { ...settings, ...wrong } })).status).toBe(422);
});

it('takes days of the office by date, never one of another era', async () => {
  const add = async (day: string, more: object = {}) =>
    post('days', { seen: (await data()).seen.days, day, name: 'วันก่อตั้ง', kind: 'closed', ...more });
  expect((await add('2021-06-15')).status).toBe(200);
  expect(isWorkingDay(officeCalendar(await stored()), '2021-06-15')).toBe(false);
  for (const day of ['2564-06-15', '1999-01-01']) expect((await add(day)).status).toBe(422);
  for (const day of ['2021-02-30', '15/6/2564', '']) expect((await add(day)).status).toBe(400);
  expect((await add('2021-06-16', { name: ' ' })).status).toBe(422);
  expect((await add('2021-06-15', { name: null })).status).toBe(200);
  expect((await data()).days).toEqual([]);
});

it.each(['report', 'reminders'] as const)('tells the second of two who save %s', async (part) => {
  const { seen } = await data();
  const forms =
    part === 'report' ? [{ thaiDigits: true }, { annex: false }] : [{ at: '10:00' }, { at: '11:00' }];
  expect((await post(part, { seen: seen[part], settings: forms[0] })).status).toBe(200);
  const second = await post(part, { seen: seen[part], settings: forms[1] });
  expect([second.status, second.json['why']]).toEqual([409, expect.stringContaining('มีผู้อื่นบันทึก')]);
  const now = await data();
  const both = await Promise.all(forms.map((settings) => post(part, { seen: now.seen[part], settings })));
  expect(both.map(({ status }) => status)).toContain(200);
});

it('switches the assistant on and off, shows where messages go, and never its key', async () => {
  const before = await data();
  expect(before.assistant).toEqual({ on: false, goesTo: { host: '127.0.0.1:9', model: 'local-model' } });
  expect(JSON.stringify(before)).not.toContain('secret-key');
  expect((await post('assistant', { seen: before.seen.assistant, on: true })).status).toBe(200);
  expect((await data()).assistant.on).toBe(true);
  expect((await post('assistant', { seen: before.seen.assistant, on: false })).status).toBe(409);
  expect((await post('assistant', { seen: (await data()).seen.assistant, on: false })).status).toBe(200);
  expect(wantsAssistant(await stored())).toBe(false);
});

describe('how long things are kept, and the month’s messages', () => {
  it('are stored within their bounds, and only over what was shown', async () => {
    const { seen } = await data();
    const kept = (settings: object) => post('keeping', { seen: seen.retention, settings });
    for (const bad of [{ inboxDone: 3 }, { inboxDead: 30 }, { nothing: 30 }])
      expect((await kept(bad)).status).toBe(422);
    expect((await kept({ inboxDone: 7 })).status).toBe(200);
    expect((await kept({ inboxDone: 9 })).status).toBe(409);
    const days = new Map(keeping(await stored()).map((one) => [one.name, one.days]));
    expect([days.get('inboxDone'), days.get('audit')]).toEqual([7, 730]);
    const spending = { most: 100, dailyWriter: 9, regularWriter: 4, rideUntil: '14:00' };
    expect((await post('quota', { seen: seen.quota, settings: { ...spending, most: -1 } })).status).toBe(422);
    expect((await post('quota', { seen: seen.quota, settings: spending })).status).toBe(200);
    expect(quotaChoice(await stored())).toEqual(spending);
  });

  it('remove an office’s rows by its own days, and spare by its own limit', async () => {
    const { id } = await stored();
    const { database, clock } = office;
    const doneAt = new Date(clock.now().getTime() - 10 * 86_400_000);
    const row = { key: 'x', state: 'done', doneAt };
    await database.models.inbox.collection.insertMany([
      { ...row, _id: 'own', office: id },
      { ...row, _id: 'of another', office: 'other' },
    ] as never);
    await applyRetention(database, clock.now());
    const left = await database.models.inbox.find({ key: 'x' }).lean<{ _id: string }[]>();
    expect(left.map(({ _id }) => _id)).toEqual(['of another']);
    expect(limitedTo({ limit: 300, used: 20 }, 100, 60)).toEqual({ limit: 60, used: 20 });
    expect(limitedTo({ limit: null, used: 20 }, 100, 120)).toEqual({ limit: 20, used: 20 });
    expect(limitedTo({ limit: 300, used: 20 }, null, 60)).toEqual({ limit: 300, used: 20 });
  });
});
