/** export-person and erase-person against a real office: everything about a person comes out, and nothing of them stays. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseScript } from '../../scripts/erase-person.ts';
import { exportScript } from '../../scripts/export-person.ts';
import { packMessages } from '../../src/db/outbox.ts';
import { findFrozen, packReport } from '../../src/db/periods.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { buildReport } from '../../src/domain/report.ts';
import { hashReport } from '../../src/domain/report-versions.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { fileStore } from '../../src/db/files.ts';
import { findPlanUpdates } from '../../src/db/updates.ts';
import { loadPlan } from '../../src/services/loaders.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew } from '../helpers/fresh-office.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
const NAME = 'สมศรี ใจดี';
let office: TestOffice;
let folder: string;
let ledger: string;
let member: string;
let officeId: string;

type Row = Record<string, unknown> & { _id: unknown };

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  office = await openOffice(uri);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
});
/** Somsri has reported, undone, sent, closed and left traces wherever a person can leave any. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'privacy-'));
  ledger = join(folder, 'erasures.jsonl');
  const { database } = office;
  await beginAnew(office);
  const [somsri] = await database.models.members.find({ userId: SOMSRI }).lean();
  member = somsri!._id;
  officeId = somsri!.office;
  await office.say(SOMSRI, '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
  await office.tap(SOMSRI, 'บันทึก');
  await office.say(SOMSRI, 'รายงาน 1.1 1)');
  await leaveTraces();
  return () => rm(folder, { recursive: true, force: true });
});

async function leaveTraces(): Promise<void> {
  const { database } = office;
  const { models } = database;
  const now = office.clock.now();
  const prasert = (await models.members.findOne({ userId: PRASERT }).lean())!;
  const update = (await models.updates.findOne({ 'by.member': member }).lean())!;
  const evidence = {
    office: officeId,
    plan: update.plan,
    activity: '1.2.1',
    by: member,
    at: now,
    kind: 'image',
    state: 'stored',
    contentType: 'image/png',
    bytes: 3,
    hash: null,
    sameAs: null,
    error: null,
    work: null,
  };
  await fileStore(database, 'evidence').remove(['loose-bytes']);
  await fileStore(database, 'evidence').remove(['loose-bytes:thumb']);
  await fileStore(database, 'evidence').put('loose-bytes', Buffer.from('abc'), {});
  await fileStore(database, 'evidence').put('loose-bytes:thumb', Buffer.from('ab'), {});
  const insert = async (name: keyof typeof models, rows: object[]): Promise<void> => {
    await models[name].collection.insertMany(rows as never[]);
  };
  await insert('evidence', [
    { _id: 'used', ...evidence, message: 'm1', fileName: `${NAME}.png`, file: null },
    { _id: 'loose', ...evidence, message: 'm2', fileName: null, file: 'loose-bytes' },
  ]);
  await models.updates.collection.updateOne({ _id: update._id as never }, { $set: { evidence: ['used'] } });
  await insert('outbox', [
    {
      _id: 'to-her',
      office: officeId,
      to: SOMSRI,
      kind: 'push',
      purpose: 'reminder',
      state: 'waiting',
      messages: packMessages([{ type: 'text', text: `ถึง ${NAME}` }]),
      fence: 0,
      createdAt: now,
    },
    {
      _id: 'about-her',
      office: officeId,
      to: PRASERT,
      kind: 'push',
      purpose: 'summary',
      state: 'waiting',
      messages: packMessages([{ type: 'text', text: `${NAME} รายงานแล้ว` }]),
      fence: 0,
      createdAt: now,
    },
  ]);
  await insert('inbox', [
    {
      _id: 'stuck',
      office: '-',
      key: `Cgroup:${SOMSRI}`,
      at: now,
      receivedAt: now,
      state: 'dead',
      event: JSON.stringify({ source: { userId: SOMSRI } }),
      fence: 1,
      doneAt: now,
    },
    {
      _id: 'named',
      office: '-',
      key: 'Cgroup',
      at: now,
      receivedAt: now,
      state: 'dead',
      event: SOMSRI,
      fence: 1,
    },
  ]);
  await models.members.collection.updateOne({ _id: prasert._id as never }, {
    $set: { away: { until: '2021-03-01', delegate: member } },
  } as never);
  await models.groups.collection.updateMany({}, { $set: { linkedBy: member } });
  await models.invites.collection.updateMany({}, { $set: { owner: NAME } });
  await models.filelinks.collection.insertOne({
    _id: 'link',
    office: officeId,
    member,
    target: {
      kind: 'evidence',
      id: 'used',
    },
    expiresAt: now,
  } as never);
  const plan = (await loadPlan(database, officeId, update.plan))!;
  const { name, parentAgencies } = (await models.offices.findById(officeId).lean())!;
  const model = buildReport({
    office: {
      name,
      parentAgencies,
    },
    plan,
    half: 1,
    now,
    frozen: true,
    evidence: [],
    updates: await findPlanUpdates(models, officeId, plan.id),
  });
  await models.periods.collection.insertOne({
    _id: `${plan.id}/1/1`,
    office: officeId,
    plan: plan.id,
    fiscalYear: 2564,
    half: 1,
    version: 1,
    seen: [],
    closedAt: now,
    closedBy: {
      member,
      name: NAME,
    },
    hash: hashReport(model),
    report: packReport(model),
  } as never);
  await models.publications.collection.insertOne({
    _id: `${plan.id}/1/1`,
    office: officeId,
    plan: plan.id,
    fiscalYear: 2564,
    half: 1,
    version: 1,
    publishedAt: now,
    publishedBy: { member, name: NAME },
    withdrawnAt: null,
    settings: {},
    report: packReport(model),
  } as never);
  await commit(database, [
    {
      to: 'audit',
      insert: {
        _id: 'act',
        office: officeId,
        at: now,
        by: member,
        act: 'hand-over',
        about: { from: member },
      },
    },
  ]);
}

/** Every row of every collection, GridFS included, that says one of the words. */
async function rowsSaying(...words: string[]): Promise<string[]> {
  const { connection } = office.database;
  const db = connection.getClient().db(connection.name);
  const found: string[] = [];
  for (const { name } of await db.listCollections().toArray())
    for (const row of await db.collection(name).find().toArray()) {
      const text = JSON.stringify(row, (_key, value: unknown) =>
        Buffer.isBuffer(value) ? value.toString('utf8') : value,
      );
      if (words.some((word) => text.includes(word))) found.push(`${name}: ${text.slice(0, 300)}`);
    }
  const [period] = await office.database.models.periods.find({}).lean();
  if (period) {
    const frozen = await findFrozen(office.database.models, period.office, period.plan, 1, 1);
    if (words.some((word) => JSON.stringify(frozen).includes(word))) found.push('the frozen report');
  }
  return found;
}

function erase(...args: string[]) {
  return runAdmin(eraseScript, ['--json', '--ledger', ledger, ...args]);
}

describe('export-person', () => {
  it('gives everything about the person, and nothing that is the bot’s own secret', async () => {
    const data = (await runAdmin(exportScript, [member, '--json'])).json<Record<string, Row[]>>();
    expect(data['memberships']).toMatchObject([{ _id: member, name: NAME, userId: SOMSRI }]);
    expect(data['updates']).toMatchObject([{ activity: '1.2.1' }]);
    expect(data['evidence']!.map(({ _id }) => _id)).toEqual(['loose', 'used']);
    expect(data['messages']!.map(({ _id }) => _id)).toContain('to-her');
    expect(data['messages']!.map(({ _id }) => _id)).not.toContain('about-her');
    expect(data['events']!.map(({ _id }) => _id)).toContain('stuck');
    expect(data['audit']!.map(({ _id }) => _id)).toContain('act');
    expect(data['conversations']).toHaveLength(1);
    expect(data['fileLinks']).toHaveLength(1);
    expect(JSON.stringify(data)).not.toMatch(/replyToken|retryKey/);
    const noted = await office.database.models.audit.findOne({ act: 'export-person' }).lean();
    expect(noted).toMatchObject({ by: 'command', about: { member } });
  });

  it('writes a file nobody else can read, and never over another', async () => {
    const file = join(folder, 'somsri.json');
    expect(await runAdmin(exportScript, [SOMSRI, '--out', file])).toMatchObject({ code: 0 });
    expect((JSON.parse(await readFile(file, 'utf8')) as { userId: string }).userId).toBe(SOMSRI);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await runAdmin(exportScript, [SOMSRI, '--out', file])).toMatchObject({ code: 1 });
  });

  it.each([
    [[], 2],
    [['a', 'b'], 2],
    [['nobody'], 1],
    [['a', '--out'], 2],
  ])('refuses %j', async (args, code) => {
    const ran = await runAdmin(exportScript, args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).not.toBe('');
  });
});

describe('erase-person', () => {
  it('leaves no trace of the person anywhere, and every official figure', async () => {
    expect((await rowsSaying(SOMSRI, NAME)).length).toBeGreaterThan(8);
    const before = await office.database.models.updates.findOne({}).lean();
    const ran = await erase(member, '--yes');
    expect(ran.json()).toMatchObject({ erased: [member], mentions: [], ledger });
    expect(await rowsSaying(SOMSRI, NAME)).toEqual([]);

    const { models } = office.database;
    const after = await models.updates.findOne({}).lean();
    expect(after).toMatchObject({ said: before!.said, at: before!.at, evidence: ['used'] });
    expect(after!.by).toEqual({ member: null, name: 'ผู้รายงาน (ลบข้อมูลแล้ว)', position: '' });
    const activity = await models.activities.findOne({ code: '1.2.1' }).lean();
    expect(activity!.state).toMatchObject({
      status: 'completed',
      spent: 2_850_000,
      reportedBy: { member: null },
    });
    expect((await models.evidence.find({}).lean()).map(({ _id }) => _id)).toEqual(['used']);
    expect(await fileStore(office.database, 'evidence').idsFrom('loose-bytes')).toEqual([]);
    expect((await models.members.findOne({ userId: PRASERT }).lean())!.away).toMatchObject({
      delegate: null,
    });
    // only acts and numbers are left of who did what
    expect(await rowsSaying(member)).toEqual([]);
  });

  it('keeps a frozen half year whole, with the fingerprint it now has', async () => {
    const { models } = office.database;
    const [before] = await models.periods.find({}).lean();
    await erase(member, '--yes');
    const frozen = await findFrozen(models, officeId, before!.plan, 1, 1);
    const row = frozen!.model.rows.find(({ code }) => code === '1.2.1')!;
    expect(row).toMatchObject({ status: 'completed', reportedBy: { name: 'ผู้รายงาน (ลบข้อมูลแล้ว)' } });
    expect(frozen!.closing.hash).not.toBe(before!.hash);
    const noted = await models.audit.findOne({ act: 'erase-person' }).lean();
    expect(noted!.about).toMatchObject({ periods: [{ before: before!.hash, after: frozen!.closing.hash }] });
  });

  it('makes the person a stranger to the bot', async () => {
    await erase(member, '--yes');
    await office.say(SOMSRI, 'งานของฉัน');
    expect(await office.database.models.members.countDocuments({ userId: SOMSRI })).toBe(0);
  });

  it('is done again after a backup was restored, by the ledger alone', async () => {
    const { connection, models } = office.database;
    const db = connection.getClient().db(connection.name);
    const backup = new Map<string, Row[]>();
    for (const name of Object.keys(models))
      backup.set(name, (await db.collection(name).find().toArray()) as never);
    await erase(member, '--yes');
    for (const [name, rows] of backup) {
      await db.collection(name).deleteMany({});
      if (rows.length > 0) await db.collection(name).insertMany(rows as never[]);
    }
    expect((await rowsSaying(SOMSRI, NAME)).length).toBeGreaterThan(8);
    expect((await erase('--reapply')).json()).toMatchObject({ people: 1, erasedAgain: 1 });
    expect(await rowsSaying(SOMSRI, NAME)).toEqual([]);
    expect((await erase('--reapply')).json()).toMatchObject({ people: 1, erasedAgain: 0 });
    const text = await readFile(ledger, 'utf8');
    expect(text).not.toContain(SOMSRI);
    expect(text).not.toContain(NAME);
  });

  it('points out official words that say the name, and leaves them', async () => {
    const { models } = office.database;
    const change = { $set: { 'said.result': `${NAME} เป็นวิทยากร` } };
    await models.updates.collection.updateMany({}, change);
    expect((await erase(member, '--yes')).json()).toMatchObject({ mentions: ['1.2.1'] });
  });

  it('leaves other offices alone, and words that merely contain a short name', async () => {
    const { models } = office.database;
    await models.members.collection.updateOne({ userId: SOMSRI }, { $set: { name: 'Al' } });
    const file = { kind: 'file', by: 'x', at: new Date(), state: 'stored' };
    const waiting = { to: 'U0', kind: 'push', purpose: 'broadcast', state: 'waiting', fence: 0 };
    const said = (text: string) => packMessages([{ type: 'text', text }]);
    await models.evidence.collection.insertMany([
      { _id: 'ours', message: 'of-ours', office: officeId, fileName: 'Al.pdf', ...file },
      { _id: 'agenda', message: 'of-agenda', office: officeId, fileName: 'Alagenda.pdf', ...file },
      { _id: 'theirs', message: 'of-theirs', office: 'another', fileName: 'Al.pdf', ...file },
    ] as never[]);
    await models.outbox.collection.insertMany([
      { _id: 'ours', office: officeId, messages: said('ALL staff, Always: Al'), ...waiting },
      { _id: 'theirs', office: 'another', messages: said('Al and ALL'), ...waiting },
    ] as never[]);
    await models.invites.collection.insertOne({ _id: 'theirs', office: 'another', owner: 'Al' } as never);
    await models.updates.collection.insertOne({
      _id: 'theirs',
      office: 'another',
      plan: 'p',
      activity: '9.9',
      seq: 1,
      by: { member: 'x', name: 'x', position: '' },
      said: { result: 'Al spoke' },
      voided: null,
    } as never);
    expect((await erase(member, '--yes')).json()).toMatchObject({ mentions: [] });
    const names = await models.evidence.find({ kind: 'file' }).sort({ _id: 1 }).lean();
    expect(names.map(({ fileName }) => fileName)).toEqual(['Alagenda.pdf', null, 'Al.pdf']);
    expect((await models.outbox.findById('theirs').lean())!.messages).toBe(said('Al and ALL'));
    expect((await models.outbox.findById('ours').lean())!.messages).toBe(
      said('ALL staff, Always: ผู้รายงาน (ลบข้อมูลแล้ว)'),
    );
    expect((await models.invites.findById('theirs').lean())!.owner).toBe('Al');
    await models.updates.collection.deleteOne({ _id: 'theirs' } as never);
  });

  it.each(['ก', '🌸'])('drops what was made with a name that no search can find: %s', async (name) => {
    const { database } = office;
    const { models } = database;
    for (const queue of [models.inbox, models.outbox, models.conversations])
      await queue.collection.deleteMany({});
    const named = { $set: { name, activities: ['1'] } };
    await models.members.collection.updateOne({ userId: SOMSRI }, named);
    await office.say(SOMSRI, 'ลาถึง 20 มี.ค.');
    await office.tap(SOMSRI, 'ประเสริฐ');
    await models.members.collection.updateOne({ userId: SOMSRI }, { $set: { away: null } });
    await reminders.run(jobDeps(database, { limit: 0, used: 0 }), new Date('2021-03-15T09:00:00+07:00'));
    const said = (text: string) => packMessages([{ type: 'text', text }]);
    const answer = { office: officeId, to: 'U0', kind: 'reply', purpose: 'answer', state: 'dead', fence: 1 };
    const other = { ...answer, kind: 'push', purpose: 'broadcast', state: 'waiting' };
    await models.outbox.collection.insertMany([
      { _id: 'status', ...answer, messages: said(`รายงานโดย ${name}`) },
      { _id: 'another status', ...answer, messages: said('รายงานโดย กมล') },
      { _id: 'label', ...other, messages: said('กิจกรรม ก.1 และ 🌸') },
      { _id: 'theirs', ...other, messages: said('ประกาศ'), names: ['another'] },
    ] as never[]);
    const about = await models.outbox.find({ names: member, to: PRASERT, state: 'waiting' }).lean();
    expect(new Set(about.map(({ purpose }) => purpose))).toEqual(new Set(['delegation', 'held', 'reminder']));
    const ids = about.map(({ _id }) => _id);

    expect(await erase(member, '--yes')).toMatchObject({ code: 0 });
    const dropped = await models.outbox.find({ _id: { $in: ids } }).lean();
    for (const row of dropped)
      expect(row).toMatchObject({ state: 'cancelled', error: 'erased', messages: null });
    expect(dropped).toHaveLength(ids.length);
    expect(await models.outbox.countDocuments({ names: member })).toBe(0);
    const left = await models.outbox.find({ to: 'U0' }).sort({ _id: 1 }).lean();
    expect(left.map(({ _id, state, messages }) => [_id, state, messages !== null])).toEqual([
      ['another status', 'dead', true],
      ['label', 'waiting', true],
      ['status', 'dead', false],
      ['theirs', 'waiting', true],
    ]);
    const again = (await erase(member, '--yes')).json();
    expect(again).toMatchObject({ error: 'person-unknown' });
  });

  it('asks first', async () => {
    expect(await erase(member)).toMatchObject({ code: 1 });
    const declined = await runAdmin(eraseScript, [member, '--ledger', ledger], false);
    expect(declined.err).toContain(NAME);
    expect(await office.database.models.members.countDocuments({ userId: SOMSRI })).toBe(1);
    expect(await runAdmin(eraseScript, [member, '--ledger', ledger], true)).toMatchObject({ code: 0 });
    expect(await office.database.models.members.countDocuments({ userId: SOMSRI })).toBe(0);
  });

  it('erases nothing that the ledger could not take, and stops at a ledger it cannot read', async () => {
    const bad = await runAdmin(eraseScript, ['--json', member, '--yes', '--ledger', folder]);
    expect(bad.json()).toMatchObject({ error: 'ledger-unwritable' });
    expect(await office.database.models.members.countDocuments({ userId: SOMSRI })).toBe(1);
    await writeFile(ledger, '{"at":"2021-03-01T00:00:00Z","person":"somsri"}\n');
    expect((await erase('--reapply')).json()).toMatchObject({ error: 'ledger-broken' });
  });

  it.each([
    [[], 2],
    [['a', '--reapply'], 2],
    [['nobody', '--yes'], 1],
  ])('refuses %j', async (args, code) => {
    expect(await erase(...args)).toMatchObject({ code });
  });
});
