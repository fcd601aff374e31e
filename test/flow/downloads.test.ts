/** Files made in the background: taken up where an instance died, an office's export for its own administrator alone, gone when somebody in it is erased. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDump } from '../../src/db/dump.ts';
import { fileStore } from '../../src/db/files.ts';
import { quietLog } from '../../src/log.ts';
import { realTimers } from '../../src/clock.ts';
import {
  beginDownload,
  clearDownloads,
  downloadStanding,
  officesOwn,
  openDownload,
  operatorsOwn,
  takeUpDownload,
} from '../../src/services/downloads.ts';
import { erasePersonSurely } from '../../src/services/erase-person.ts';
import { makeJointDownload } from '../../src/web/offices/joint-making.ts';
import { downloadWorker } from '../../src/downloads/worker.ts';
import { endLeases } from '../../src/queue/leases/ended.ts';
import { testDatabase } from '../helpers/database.ts';
import { fillOffices } from '../helpers/many-offices.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import {
  openLink,
  visitAs,
  visitAsOperator,
  visitByHandedLink,
  visitFromTerminal,
  type WebVisitor,
} from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
const OWN = 'นกแต้วแล้วท้องดำ';
const OTHERS = 'นกกระเรียนพันธุ์ไทย';
const WISH = { fiscalYear: 2564, half: 1, format: 'xlsx', language: 'th' } as const;
const real = () => new Date();
let office: TestOffice;
let operator: WebVisitor;
let demo: string;

beforeAll(async () => {
  office = await openOffice(uri);
  const { models } = office.database;
  demo = (await models.offices.find().lean())[0]!._id;
  await fillOffices(office.database, { offices: 1, activities: 2, officers: 1 }, 7);
  await models.activities.collection.updateMany({ office: 'office-7' } as never, { $set: { name: OTHERS } });
  operator = await visitAsOperator(office);
  await office.say(SOMSRI, `1.2 เสร็จแล้ว ผลคือ ${OWN}`);
  await office.tap(SOMSRI, 'บันทึก');
});
afterAll(() => office.close());

const file = (text: string) => ({ name: 'a.xlsx', contentType: 'text/plain', content: Buffer.from(text) });
const begin = (operatorId: string) =>
  beginDownload(office.database, operatorsOwn(operatorId), {
    by: operatorId,
    now: office.clock.now(),
    realNow: real(),
    wish: WISH,
  });
const stored = () => fileStore(office.database, 'downloads').idsFrom('');

describe('an instance that dies at it', () => {
  test('leaves it to another, and what it stores later is nobody’s', async () => {
    const { database } = office;
    const id = (await begin('op-1'))!;
    const dead = (await takeUpDownload(database, 'dead', real))!;
    expect(await dead.move({ state: 'laying', done: 3, of: 9 })).toBe(true);
    expect(await takeUpDownload(database, 'other', real)).toBeNull();
    expect(await begin('op-1')).toBeNull();
    expect(await endLeases(database, ['dead'], real())).toMatchObject({ ended: 1 });
    const other = (await takeUpDownload(database, 'other', real))!;
    expect(other.row).toMatchObject({ _id: id, tries: 2, wish: WISH });
    await other.end(file('of the other'));
    await dead.end(file('of the dead'));
    expect(await dead.move({})).toBe(false);
    expect(await downloadStanding(database, operatorsOwn('op-1'))).toMatchObject({
      state: 'done',
      bytes: 12,
    });
    expect(await stored()).toEqual([`${id}.2`]);
    expect(await openDownload(database, operatorsOwn('op-2'), id, real())).toBeNull();
  });

  test('three times is given up, and what is over goes with its file', async () => {
    const { database } = office;
    const id = (await begin('op-3'))!;
    for (const holder of ['a', 'b', 'c']) {
      expect((await takeUpDownload(database, holder, real))?.row._id).toBe(id);
      await endLeases(database, [holder], real());
    }
    expect(await takeUpDownload(database, 'd', real)).toBeNull();
    expect(await clearDownloads(database, real())).toBe(1);
    expect(await downloadStanding(database, operatorsOwn('op-3'))).toMatchObject({ state: 'failed' });
    expect(await clearDownloads(database, new Date(Date.now() + 25 * 3_600_000))).toBe(0);
    expect([await stored(), await database.models.downloads.countDocuments({})]).toEqual([[], 0]);
  });

  test('is followed by a worker, which makes the report', async () => {
    const { database, clock } = office;
    const id = (await begin('op-4'))!;
    await takeUpDownload(database, 'dead', real);
    await endLeases(database, ['dead'], real());
    const worker = downloadWorker({
      database,
      holder: 'heir',
      now: real,
      timers: realTimers,
      makers: {
        'joint-report': (held, progress) =>
          makeJointDownload({ database, clock, log: quietLog }, held, progress),
        export: () => Promise.reject(new Error('none was asked for')),
      },
      log: quietLog,
    });
    const own = operatorsOwn('op-4');
    const state = async () => (await downloadStanding(database, own))?.state;
    await expect.poll(state, { timeout: 90_000, interval: 200 }).toBe('done');
    await worker.stop();
    expect((await openDownload(database, own, id, real()))!.name).toContain('.xlsx');
  });

  test('in the middle of stopping gives back what it is at', async () => {
    const { database } = office;
    const id = (await begin('op-5'))!;
    const worker = downloadWorker({
      database,
      holder: 'stopping',
      now: real,
      timers: realTimers,
      makers: {
        'joint-report': (_, progress) => {
          progress('reading', 1, 2);
          return new Promise(() => undefined);
        },
        export: () => Promise.reject(new Error('none was asked for')),
      },
      log: quietLog,
    });
    const own = operatorsOwn('op-5');
    const state = async () => (await downloadStanding(database, own))?.state;
    await expect.poll(state, { timeout: 10_000, interval: 50 }).toBe('reading');
    await worker.stop();
    expect(await state()).toBe('waiting');
    expect((await takeUpDownload(database, 'next', real))?.row._id).toBe(id);
  });
});

describe('an office’s export', () => {
  interface Told {
    made: { id: string; state: string } | null;
  }
  const standing = async (visitor: WebVisitor, path: string) =>
    ((await (await visitor.get(path)).json()) as Told).made;
  let admin: WebVisitor;
  let id: string;

  test('is made for an operator, who sees how far it is and no more', async () => {
    admin = await visitAs(office, PRASERT, ['admin']);
    expect(await standing(admin, '/web/console/export')).toBeNull();
    expect((await operator.post('/web/offices/export', { office: 'nobody’s' })).status).toBe(409);
    expect((await operator.post('/web/offices/export', { office: demo })).status).toBe(200);
    await expect
      .poll(async () => (await standing(operator, `/web/offices/export/${demo}`))?.state, { timeout: 30_000 })
      .toBe('done');
    id = (await standing(admin, '/web/console/export'))!.id;
    for (const path of [`/web/console/export/${id}`, '/web/console/export', `/web/offices/report/${id}/file`])
      expect([path, (await operator.get(path)).status >= 400]).toEqual([path, true]);
  });

  test('is fetched by a member who administers that office, and nobody else', async () => {
    const path = `/web/console/export/${id}`;
    const others = {
      manager: await visitAs(office, PRASERT, ['manager']),
      officer: await visitAs(office, SOMSRI),
      terminal: await visitFromTerminal(office, demo),
    };
    for (const [name, visitor] of Object.entries(others))
      expect([name, (await visitor.get(path)).status]).toEqual([name, 403]);
    const handed = await visitByHandedLink(office, 'office-7');
    for (const one of [path, '/web/console/export']) expect((await handed.get(one)).status).toBe(403);
    expect(await openDownload(office.database, officesOwn('office-7'), id, real())).toBeNull();
    admin = await visitAs(office, PRASERT, ['admin']);
    const answer = await admin.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/gzip']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const seen: string[] = [];
    const read = await readDump(Readable.from([bytes]).pipe(createGunzip()), {
      collection: ({ name }) => Promise.resolve(void seen.push(name)),
      document: (bson) => Promise.resolve(void seen.push(bson.toString('utf8'))),
    });
    expect(read.ok).toBe(true);
    const all = seen.join('\n');
    expect([all.includes(OWN), all.includes(OTHERS), seen.includes('downloads')]).toEqual([
      true,
      false,
      false,
    ]);
    const acts = await office.database.models.audit
      .find({ office: demo, act: /export$|export-office/ })
      .lean();
    expect(acts.map(({ act }) => act).toSorted()).toEqual(['export-office', 'fetch-export']);
  });

  test('is made and fetched by its office while that is suspended, which opens nothing else', async () => {
    const path = `/web/console/export/${id}`;
    await operator.post('/web/offices/suspend', { office: demo, suspended: true });
    const said = await office.say(PRASERT, 'สรุป');
    expect(wordsIn(said)).toMatch(/หยุดใช้งานชั่วคราว[^]*พิมพ์ “จัดการ”/);
    for (const again of [1, 2]) {
      const [, token] = /\/open\/([\w-]{43})/.exec(JSON.stringify(await office.say(PRASERT, 'จัดการ'))) ?? [];
      expect([again, token]).toEqual([again, expect.any(String)]);
      admin = await openLink(office.app.url, token!);
    }
    expect((await (await admin.get('/web/me')).json()) as object).toMatchObject({
      suspended: true,
      rights: ['anyone', 'signed-in', 'console', 'export'],
    });
    expect((await admin.get('/console')).status).toBe(200);
    for (const closed of [
      '/web/console',
      '/web/console/operation',
      '/web/console/people',
      '/form',
      '/dashboard',
    ])
      expect([closed, (await admin.get(closed)).status]).toEqual([closed, 403]);
    expect((await admin.post('/web/console/people/invite', {})).status).toBeGreaterThanOrEqual(403);
    expect((await admin.get(path)).status).toBe(200);
    expect((await admin.post('/web/console/export', {})).status).toBe(200);
    await expect
      .poll(async () => (await standing(admin, '/web/console/export'))?.state, { timeout: 30_000 })
      .toBe('done');
    id = (await standing(admin, '/web/console/export'))!.id;
    expect((await admin.get(`/web/console/export/${id}`)).status).toBe(200);
    const manager = await visitAs(office, PRASERT, ['manager']);
    expect((await manager.get(`/web/console/export/${id}`)).status).toBe(403);
    expect(wordsIn(await office.say(PRASERT, 'จัดการ'))).toBe('');
    await operator.post('/web/offices/suspend', { office: demo, suspended: false });
  });

  test('goes when somebody in it is erased', async () => {
    const path = `/web/console/export/${id}`;
    admin = await visitAs(office, PRASERT, ['admin']);
    expect((await admin.get(path)).status).toBe(200);
    const { database, clock } = office;
    await erasePersonSurely(database, SOMSRI, 'ผู้รายงาน', () => clock.now());
    expect((await admin.get(path)).status).toBe(410);
    expect(await standing(admin, '/web/console/export')).toBeNull();
    expect((await stored()).filter((one) => one.startsWith(id))).toEqual([]);
  });
});
