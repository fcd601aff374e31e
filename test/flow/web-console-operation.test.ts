/** The console's operation page over real HTTP: what gave up, who did what, a person's own data; nothing of another office. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLedger } from '../../src/services/erasure-ledger.ts';
import type { Operation } from '../../src/services/operation.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { visitFromTerminal, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let admin: WebVisitor;
let folder: string;
let ledger: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kuebna-ledger-'));
  ledger = join(folder, 'erasures.jsonl');
  office = await openOffice(uri, { ledger });
  await office.say(SOMSRI, 'งานของฉัน');
  admin = await visitFromTerminal(office);
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const data = async () => (await (await admin.get('/web/console/operation')).json()) as Operation;
const dead = (id: string, act: string) => admin.post('/web/console/operation/dead', { id, act });

it('tries again or drops what gave up, of this office alone', async () => {
  const { inbox } = office.database.models;
  const row = (await inbox.findOne({}).lean<{ _id: string; office: string }>())!;
  const gaveUp = { $set: { state: 'dead', error: 'broken', receivedAt: office.clock.now() } };
  await inbox.collection.updateOne({ _id: row._id as never }, gaveUp);
  const { dead: listed } = await data();
  expect(listed).toEqual([expect.objectContaining({ id: row._id, error: 'broken', purpose: null })]);
  expect((await dead('none', 'drop')).status).toBe(409);
  expect((await dead(row._id, 'burn')).status).toBe(400);
  // what came for no office in particular is this one's, what came for another is not
  expect(row.office).toBe('-');
  await inbox.collection.updateOne({ _id: row._id as never }, { $set: { office: 'other' } });
  expect((await dead(row._id, 'drop')).status).toBe(409);
  await inbox.collection.updateOne({ _id: row._id as never }, { $set: { office: row.office } });
  // on an account that another office shares, it is hers whose person wrote it
  const { offices, links } = office.database.models;
  const [own] = await offices.collection.find().toArray();
  await offices.collection.insertOne({ ...own, _id: 'other' as never, name: 'other' });
  admin = await visitFromTerminal(office, String(own!._id));
  expect((await data()).dead).toHaveLength(1);
  await links.collection.updateOne({ _id: SOMSRI as never }, { $set: { office: 'other' } });
  expect((await data()).dead).toHaveLength(0);
  await links.collection.updateOne({ _id: SOMSRI as never }, { $set: { office: own!._id } });
  expect((await dead(row._id, 'drop')).status).toBe(200);
  await offices.collection.deleteOne({ _id: 'other' as never });
  const { dead: left, audit } = await data();
  expect(left).toEqual([]);
  expect(audit[0]).toMatchObject({ act: 'drop-inbox', by: 'set-up' });
});

it('hands out a person’s data, and notes that it did', async () => {
  const somsri = (await data()).people.find(({ name }) => name.startsWith('สมศรี'))!;
  const answer = await admin.post('/web/console/operation/export', { id: somsri.id });
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  expect(await answer.json()).toMatchObject({ userId: SOMSRI });
  expect((await data()).audit[0]).toMatchObject({ act: 'export-person' });
  expect((await admin.post('/web/console/operation/export', { id: 'U-nobody' })).status).toBe(404);
});

describe('erasing a person', () => {
  const erase = (id: string) => admin.post('/web/console/operation/erase', { id });
  const somsri = async () => (await data()).people.find(({ name }) => name.startsWith('สมศรี'))!;

  it('is left to whoever looks after all offices where another has them too', async () => {
    const { members } = office.database.models;
    const { id } = await somsri();
    const row = (await members.collection.findOne({ _id: id as never }))!;
    await members.collection.insertOne({ ...row, _id: 'elsewhere' as never, office: 'other' });
    expect((await erase(id)).status).toBe(409);
    await members.collection.deleteOne({ _id: 'elsewhere' as never });
    expect((await erase('elsewhere')).status).toBe(404);
    await expect(stat(ledger)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is written to the ledger, leaves nothing of them, and is done once', async () => {
    const { id } = await somsri();
    const answer = await erase(id);
    expect([answer.status, ((await answer.json()) as { rows: number }).rows > 0]).toEqual([200, true]);
    const { members, links } = office.database.models;
    expect(await members.countDocuments({ userId: SOMSRI })).toBe(0);
    expect(await links.countDocuments({ _id: SOMSRI })).toBe(0);
    expect(await readLedger(ledger)).toMatchObject({
      ok: true,
      erasures: [{ person: expect.any(String) as unknown }],
    });
    expect((await data()).audit[0]).toMatchObject({ act: 'erase-person', by: 'set-up' });
    expect((await erase(id)).status).toBe(404);
  });
});
