/** One office whose stored document this version cannot mean: it stands still and is named; everything over all offices goes on without it, and nobody takes it for one that is not there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersScript } from '../../scripts/members.ts';
import { reportScript } from '../../scripts/report.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { officesAtWork } from '../../src/jobs/offices.ts';
import { createLog } from '../../src/log.ts';
import { jointContent, JOINT_SETTINGS } from '../../src/reports/joint-content.ts';
import { databaseFindings } from '../../src/services/doctor.ts';
import { previewImport } from '../../src/services/import-plan.ts';
import { collectJointReport } from '../../src/services/joint-report.ts';
import { makeOffice } from '../../src/services/make-office.ts';
import { makeOffices } from '../../src/services/make-offices.ts';
import { readOffices } from '../../src/services/offices-overview.ts';
import { readDeadLetters } from '../../src/services/operation.ts';
import { differencesFrom, giveTemplate, storeTemplate } from '../../src/services/template-plan.ts';
import { admitOffices } from '../../src/services/trial.ts';
import { needsSetUp } from '../../src/services/web-sessions.ts';
import type { PlanDraft } from '../../src/plan-import/draft.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { fillOffices, NOW } from '../helpers/many-offices.ts';

const { uri } = testDatabase(import.meta.url);
const ACT = { by: 'test', now: NOW };
const BROKEN = 'สำนักงานที่ 1';
let database: Database;

beforeAll(async () => {
  const connected = await connectDatabase(uri, { poolSize: 2, appName: 'kuebna test' });
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  await fillOffices(database, { offices: 3, activities: 2, officers: 1 });
  // as a later version might have it
  await database.models.offices.collection.updateOne({ _id: 'office-1' } as never, {
    $set: { language: ['th'], planRev: 'seven' },
  });
  process.env['MONGODB_URI'] = uri;
});
afterAll(async () => {
  delete process.env['MONGODB_URI'];
  await database.close();
});

const draft = (officeName: string): PlanDraft => ({
  officeName,
  parentAgencies: [],
  fiscalYear: 2564,
  title: 'แผน',
  programme: null,
  project: null,
  targetGroup: null,
  period: { start: '2020-10-01', end: '2021-09-30' },
  sections: [],
  activities: [],
});

describe('an office that cannot be read', () => {
  test('keeps no bot from starting, and is named in the log', async () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', to: { write: (line) => void lines.push(line) } });
    const said = (error: unknown): void => log.error('office-unreadable', { error });
    expect(await admitOffices(database, 'line', said)).toBeNull();
    expect(lines.join('')).toContain('offices office-1: language');
    lines.length = 0;
    expect((await officesAtWork({ database, log })).map(({ office }) => office.id)).toEqual([
      'office-0',
      'office-2',
    ]);
    expect(lines.join('')).toContain('offices office-1: language');
  });

  test('counts as one in earnest: the simulator works off nothing of it', async () => {
    const found = await admitOffices(database, 'simulator', () => undefined);
    expect(found?.names).toContain(BROKEN);
  });

  test('is counted where it matters whether an office is the only one', async () => {
    await database.models.offices.updateOne({ _id: 'office-2' }, { $set: { deletedAt: NOW } });
    const came = { key: 'chat:U1', receivedAt: NOW, payload: null, state: 'dead', attempts: 5 };
    await database.models.inbox.collection.insertOne({ _id: 'e1', office: '-', ...came } as never);
    expect(await readDeadLetters(database, 'office-0')).toEqual([]);
    expect(
      (
        await runAdmin(reportScript, ['--fiscal-year', '2564', '--half', '1', '--format', 'json', '--json'])
      ).json(),
    ).toMatchObject({ error: 'many-offices' });
    await database.models.members.updateMany({ office: 'office-1' }, { $set: { roles: ['admin'] } });
    expect(await needsSetUp(database)).toBe(false);
    await database.models.offices.updateOne({ _id: 'office-2' }, { $unset: { deletedAt: 1 } });
  });

  test('is neither made a second time nor given a plan', async () => {
    const choice = { office: null, plan: null, newOffice: true };
    for (const one of [choice, { ...choice, office: 'office-1' }])
      expect(await previewImport(database, draft(BROKEN), one, new Date())).toMatchObject({
        ok: false,
        reason: 'office-unreadable',
      });
    expect(await previewImport(database, draft('สำนักงานที่ 0'), choice, new Date())).toMatchObject({
      ok: true,
    });
    const wish = { name: BROKEN, parentAgencies: [] };
    expect(await makeOffices(database, [wish], { ...ACT, trial: null })).toEqual([
      { ...wish, id: 'office-1', made: false },
    ]);
    expect(await makeOffice(database, wish, { ...ACT, trial: null, session: 's' })).toEqual({
      ok: false,
      reason: 'known',
    });
    const template = await storeTemplate(database, { ...draft(''), fiscalYear: 2570 }, ACT);
    expect(await giveTemplate(database, template, ['office-1', 'office-2'], ACT)).toMatchObject([
      { office: 'office-1', reason: 'unreadable' },
      { office: 'office-2', reason: 'kept' },
    ]);
    expect(await differencesFrom(database, template)).toMatchObject([
      { office: 'office-0', unreadable: false },
      { office: 'office-1', unreadable: true },
      { office: 'office-2', unreadable: false },
    ]);
  });

  test('stands apart in the overview, in doctor and in commands over all', async () => {
    const told: string[] = [];
    const at = { now: NOW, realNow: NOW, common: true };
    const { offices, unreadable } = await readOffices(database, at, ({ id }) => void told.push(id));
    expect(offices.map(({ id }) => id).toSorted()).toEqual(['office-0', 'office-2']);
    expect([unreadable, told]).toEqual([[{ id: 'office-1', name: BROKEN }], ['office-1']]);
    const findings = await databaseFindings(database, () => new Date(), 'line');
    expect(findings).toContainEqual(
      expect.objectContaining({
        reason: 'office-unreadable',
        values: [BROKEN, expect.stringContaining('language')],
      }),
    );
    const { code, out, err } = await runAdmin(membersScript, []);
    expect([code, out.includes('สำนักงานที่ 2'), out.includes(BROKEN), err.includes(BROKEN)]).toEqual([
      0,
      true,
      false,
      true,
    ]);
  });

  test('or whose plan or frozen report cannot be read, is missing from the joint report and stops none', async () => {
    const frozen = {
      plan: 'plan-0',
      fiscalYear: 2564,
      half: 1,
      version: 1,
      closedAt: NOW,
      hash: 'h',
      seen: [],
    };
    await database.models.periods.collection.insertOne({
      _id: 'plan-0/1/1',
      office: 'office-0',
      ...frozen,
      closedBy: { member: null, name: '' },
      report: Buffer.from('no zip'),
    } as never);
    const told: string[] = [];
    const collect = () =>
      collectJointReport(database, { fiscalYear: 2564, half: 1, now: NOW }, ({ message }) =>
        told.push(message),
      );
    const report = await collect();
    expect(report.missing.unreadable).toEqual(['สำนักงานที่ 0', BROKEN]);
    expect(report.missing.plan).toEqual([]);
    expect(report.offices.map(({ id, plan }) => [id, plan !== null])).toEqual([
      ['office-0', false],
      ['office-1', false],
      ['office-2', true],
    ]);
    expect(told).toHaveLength(2);
    const content = JSON.stringify(jointContent(report, JOINT_SETTINGS));
    expect(content).toContain('อ่านข้อมูลไม่ได้');
    await database.models.plans.collection.updateOne({ _id: 'plan-2' } as never, { $set: { title: 5 } });
    expect((await collect()).missing.unreadable).toHaveLength(3);
  });
});
