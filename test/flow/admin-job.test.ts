/** `npm run job`: what a dry run says of a job is what the job itself comes to. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { jobScript } from '../../scripts/job.ts';
import { worldIn } from '../../src/config.ts';
import { findOffices } from '../../src/db/offices.ts';
import { type OutboxDocument, packMessages } from '../../src/db/outbox.ts';
import { checkReportSettings, storeReportSettings } from '../../src/services/report-settings.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, SOMSRI, type TestOffice } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'job-'));
  vi.stubEnv('MONGODB_URI', uri);
  vi.stubEnv('DATA_DIR', dataDir);
  office = await openOffice(uri);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** A message that waits for the next answer to an officer: till a moment, or too long already. */
function waiting(of: string, text: string, until: Date | null): Partial<OutboxDocument> {
  return {
    _id: text,
    office: of,
    kind: 'push',
    purpose: 'broadcast',
    to: SOMSRI,
    messages: packMessages([{ type: 'text', text }]),
    cost: 1,
    state: 'waiting',
    fence: 0,
    createdAt: until ? new Date('2021-03-14') : new Date('2020-12-01'),
    expiresAt: null,
    ...(until ? { until } : {}),
  };
}

interface Entry {
  name: string;
  channel: string;
  quota: number;
}

/** What a summary to the demo's group would cost. */
async function groupCost(): Promise<number | undefined> {
  const args = ['monthly-summary', '--at', '2021-03-01T09:00', '--dry-run', '--json'];
  const entries = (await runAdmin(jobScript, args)).json<Entry[]>();
  const { name } = (await office.database.models.groups.findOne({ groupId: GROUP }).lean())!;
  return entries.find((one) => one.name === name)?.quota;
}

/** Leaves the file that a simulator with these people in the group leaves when it ends. */
async function leaveWorld(members: string[]): Promise<void> {
  await rm(worldIn({ dataDir }), { force: true });
  const simulator = await createSimulator({
    clock: office.clock,
    webhookUrl: '',
    channelSecret: 'secret',
    channelAccessToken: 'token',
    botName: 'คืบหน้า',
    people: [],
    groups: [{ groupId: GROUP, name: 'กลุ่ม', members, botInside: true }],
    saveFile: worldIn({ dataDir }),
  });
  await simulator.close();
}

it('counts a group of the demo by its members, as the simulator does', async () => {
  const people = Array.from({ length: 7 }, (_, at) => `U${String(at).repeat(32)}`);
  await leaveWorld(people);
  expect(await groupCost()).toBe(7);
  await leaveWorld(people.slice(2));
  expect(await groupCost()).toBe(5);
});

it('charges what it said once the job is run', async () => {
  await leaveWorld(['a', 'b', 'c', 'd']);
  expect(await runAdmin(jobScript, ['monthly-summary', '--at', '2021-03-01T09:00'])).toMatchObject({
    code: 0,
  });
  const row = await office.database.models.outbox.findOne({ to: GROUP }).lean();
  expect(row).toMatchObject({ cost: 4 });
});

it('counts one where no simulator left its world, or none that can be read', async () => {
  await office.database.models.slots.deleteMany({});
  await rm(worldIn({ dataDir }));
  expect(await groupCost()).toBe(1);
  await writeFile(worldIn({ dataDir }), '{');
  expect(await groupCost()).toBe(1);
});

it('says without --at that the plan is of another fiscal year', async () => {
  const now = await runAdmin(jobScript, ['reminders', '--dry-run', '--json']);
  expect(now.err).toMatch(/2564.*--at/);
  expect(now.json<Entry[]>()).toBeInstanceOf(Array);
  expect((await runAdmin(jobScript, ['reminders', '--dry-run', '--at', '2021-03-15T08:30'])).err).toBe('');
});

it('does nothing ahead of time unless it is said', async () => {
  const { slots } = office.database.models;
  const asked = ['retention', '--at', '2200-01-01'];
  const count = (): Promise<number> => slots.countDocuments({});
  await slots.collection.insertOne({ _id: 'old', job: 'reminders', at: new Date('2021-01-01') } as never);
  const before = await count();
  expect(await runAdmin(jobScript, asked)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('--yes'),
  });
  expect((await runAdmin(jobScript, asked, false)).err).toContain('ไม่ได้ทำอะไร');
  const looked = (await runAdmin(jobScript, [...asked, '--dry-run'])).out;
  expect(looked).toContain(`ลบบันทึกการทำงานตามเวลา ${before} รายการ`);
  expect(looked).toContain('ยังไม่ได้ทำอะไร');
  expect(await count()).toBe(before);
  const { code, out } = await runAdmin(jobScript, asked, true);
  expect([code, out]).toEqual([0, expect.stringContaining('ลบบันทึกการทำงานตามเวลา')]);
  // the names are Thai, and nothing is said of what there was nothing of
  expect(out.replace('retention', '')).not.toMatch(/[a-z]| 0 /i);
  expect(await count()).toBeLessThan(before);
});

it.each<[job: string, at: string, says: RegExp[]]>([
  [
    'reminders',
    '2021-03-15T08:30',
    [/สมศรี.*: [\d., ]+ \((ส่งทันที|รอแจ้งเมื่อผู้รับทักมา), โควตา [01]\)/, /^รวม \d+ ราย/m],
  ],
  [
    'monthly-summary',
    '2021-03-01T09:00',
    [/สมศรี.*: [\d., ]+ \(/, /กลุ่ม.*: “ความก้าวหน้าตามแผน.*” \(ส่งทันที, โควตา \d/, /^รวม \d+ ราย/m],
  ],
  ['period-close', '2021-04-01T08:30', [/ประเสริฐ.*: “รอบ 6 เดือน ปีงบประมาณ 2564 สิ้นสุดแล้วเมื่อ 31 มี.ค. 64/]],
  ['period-close', '2021-04-20T08:30', [/^ {2}ปิดงวดรอบ 6 เดือน ปีงบประมาณ 2564\n {2}ประเสริฐ.*“ระบบปิดงวด/]],
  [
    'free-rides',
    '2021-03-15T10:00',
    [/สมศรี.*: “รออยู่” \(ส่งทันที, โควตา 1\)/, /สมศรี.*: “เก่าแล้ว” \(รอนานเกินไป จะไม่ส่งแล้ว\)/],
  ],
  ['retention', '2200-01-01T03:15', [/^ {2}ลบ.+ \d+ รายการ/m]],
])('tells in a dry run of %s at %s what it would do, and does nothing', async (job, at, says) => {
  const { models } = office.database;
  await models.slots.deleteMany({});
  await models.outbox.deleteMany({});
  const [found] = (await findOffices(models)).offices;
  const days = at.startsWith('2021-04-20') ? { closeAfterDays: 10 } : { closeAfterDays: null };
  const checked = checkReportSettings(days);
  if (!found || !checked.ok) throw new Error('no office');
  await storeReportSettings(office.database, found, checked.settings, new Date('2021-03-01'));
  await models.outbox.collection.insertMany([
    waiting(found.id, 'รออยู่', new Date('2021-03-15T02:00:00Z')),
    waiting(found.id, 'เก่าแล้ว', null),
  ] as never);
  const stored = () =>
    Promise.all([models.outbox, models.periods, models.slots].map((one) => one.collection.find().toArray()));
  const before = await stored();
  const { code, out } = await runAdmin(jobScript, [job, '--at', at, '--dry-run']);
  expect(code).toBe(0);
  for (const each of says) expect(out).toMatch(each);
  expect(out).toMatch(/ตรวจเท่านั้น ยังไม่ได้ทำอะไร$/);
  expect(await stored()).toEqual(before);
});
