/** The job of closing periods: managers hear of it once, free; an office that says so has its half closed by itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DryRunEntry } from '../../src/jobs/job.ts';
import { periodClose } from '../../src/jobs/period-close.ts';
import { findOffices } from '../../src/db/offices.ts';
import { checkReportSettings, storeReportSettings } from '../../src/services/report-settings.ts';
import { testDatabase } from '../helpers/database.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const at = (day: string): Date => new Date(`${day}T08:30:00+07:00`);
const deps = () => jobDeps(office.database, { limit: null, used: 0 });
const run = (day: string) => periodClose.run(deps(), at(day));
const lookAt = async (day: string): Promise<DryRunEntry[]> => {
  const entries: DryRunEntry[] = [];
  await periodClose.run({ ...deps(), dryRun: (entry) => entries.push(entry) }, at(day));
  return entries;
};
const versions = () => office.database.models.periods.find({}).lean();

test('before a half is over nothing happens', async () => {
  expect(await run('2021-03-31')).toEqual({ offices: 1 });
  expect(await versions()).toEqual([]);
});

test('a dry run names who would be told, and tells nobody', async () => {
  const told = expect.stringContaining('ยังไม่ได้ปิดงวด') as string;
  expect(await lookAt('2021-04-01')).toMatchObject([
    { channel: 'free ride', quota: 0, held: false, text: told },
  ]);
  expect(await office.database.models.outbox.countDocuments({ purpose: 'period-close' })).toBe(0);
});

test('managers are told once, with their next answer, and nothing is closed', async () => {
  office.clock.moveTo(at('2021-04-01'));
  expect(await run('2021-04-01')).toEqual({ offices: 1, told: 1 });
  expect(await run('2021-04-02')).toEqual({ offices: 1, told: 0 });
  const told = 'สิ้นสุดแล้วเมื่อ 31 มี.ค. 64 และยังไม่ได้ปิดงวด';
  expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).not.toContain(told);
  expect(wordsIn(await office.say(PRASERT, 'สรุป'))).toContain(told);
  expect(wordsIn(await office.say(PRASERT, 'สรุป'))).not.toContain(told);
  expect(await versions()).toEqual([]);
});

test('an office that wants it so has its half closed so many days after, once', async () => {
  const [found] = (await findOffices(office.database.models)).offices;
  const checked = checkReportSettings({ closeAfterDays: 10 });
  if (!found || !checked.ok) throw new Error('no office');
  expect(await storeReportSettings(office.database, found, checked.settings, at('2021-04-02'))).toBe(true);
  expect(await run('2021-04-09')).toEqual({ offices: 1, told: 0 });
  expect(await lookAt('2021-04-10')).toMatchObject([
    { does: 'close', half: 1, fiscalYear: 2564, version: 1 },
    { does: 'send', text: expect.stringContaining('ระบบปิดงวดรอบ 6 เดือน') },
  ]);
  expect(await versions()).toEqual([]);
  const both = await Promise.all([run('2021-04-10'), run('2021-04-10')]);
  expect(both.filter((result) => result['closed'] === 1)).toHaveLength(1);
  expect(await versions()).toMatchObject([{ half: 1, version: 1, closedBy: { member: null, name: '' } }]);
  office.clock.moveTo(at('2021-04-11'));
  expect(wordsIn(await office.say(PRASERT, 'สรุป'))).toContain('ระบบปิดงวดรอบ 6 เดือน');
  expect(wordsIn(await office.say(PRASERT, 'ปิดงวด 6 เดือน'))).toContain('ฉบับที่ 1 โดย ระบบ');
  expect(await run('2021-10-11')).toMatchObject({ closed: 1 });
  expect((await versions()).map(({ half, version }) => [half, version])).toEqual([
    [1, 1],
    [2, 1],
  ]);
});
