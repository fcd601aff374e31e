/** The console's operation page over real HTTP: what gave up, who did what, a person's own data; nothing of another office. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation } from '../../src/services/operation.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { visitFromTerminal, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let admin: WebVisitor;
beforeAll(async () => {
  office = await openOffice(uri);
  await office.say(SOMSRI, 'งานของฉัน');
  admin = await visitFromTerminal(office);
});
afterAll(() => office.close());

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
  expect((await dead(row._id, 'drop')).status).toBe(200);
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
