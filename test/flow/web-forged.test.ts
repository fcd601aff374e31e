/** Ids of another office in every route there is: nothing of it is shown, nothing of it changes; the list is made from the routes themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../src/web/routes.ts';
import { testDatabase } from '../helpers/database.ts';
import { fillOffices } from '../helpers/many-offices.ts';
import { openOffice, PRASERT, type TestOffice } from '../helpers/office.ts';
import { visitAs, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
const OTHER = 'office-7';
/** Stands in everything the other office has. */
const SECRET = 'ของหน่วยงานอื่นเท่านั้น';
let office: TestOffice;
let admin: WebVisitor;
let ids: string[];

beforeAll(async () => {
  office = await openOffice(uri);
  admin = await visitAs(office, PRASERT, ['admin']);
  const { models } = office.database;
  await fillOffices(office.database, { offices: 1, activities: 2, officers: 1 }, 7);
  const mine = { office: OTHER };
  await models.offices.updateOne({ _id: OTHER }, { $set: { name: SECRET } });
  await models.plans.updateMany(mine, { $set: { title: SECRET } });
  await models.activities.collection.updateMany(mine, { $set: { name: SECRET } });
  await models.members.updateMany(mine, { $set: { name: SECRET } });
  const at = office.clock.now();
  const evidence = { state: 'stored', fileName: SECRET, plan: 'plan-7', activity: '1', at, file: 'photo:1' };
  await models.evidence.collection.insertOne({ _id: 'photo-of-another', ...mine, ...evidence } as never);
  const update = { plan: 'plan-7', activity: '1', seq: 1, at, by: { name: SECRET }, voided: null };
  await models.updates.collection.insertOne({ _id: 'update-of-another', ...mine, ...update } as never);
  const invite = { role: 'officer', owner: SECRET, activities: [], uses: 1, expiresAt: null, createdAt: at };
  await models.invites.collection.insertOne({ _id: 'invite-of-another', ...mine, ...invite } as never);
  const dead = { state: 'dead', purpose: 'nudge', to: 'U', messages: [SECRET], attempts: 9, createdAt: at };
  await models.outbox.collection.insertOne({ _id: 'letter-of-another', ...mine, ...dead } as never);
  const members = await models.members.find(mine).lean<{ _id: string }[]>();
  ids = ['photo', 'update', 'invite', 'letter'].map((what) => `${what}-of-another`);
  ids.push('plan-7', members[0]!._id);
});
afterAll(() => office.close());

async function everythingOfTheOther(): Promise<string> {
  const all = Object.values(office.database.models).map((model) =>
    model.collection
      .find({ $or: [{ office: OTHER }, { _id: OTHER }] } as never)
      .sort({ _id: 1 })
      .toArray(),
  );
  return JSON.stringify(await Promise.all(all));
}

/** Every field under which some route takes an id, and what stands beside it there. */
const bodyWith = (id: string) => ({
  id,
  to: id,
  from: id,
  member: id,
  plan: id,
  draft: id,
  seen: id,
  office: OTHER,
  act: 'drop',
  rev: 0,
  name: 'x',
  parts: 1,
  roles: ['officer'],
  officialName: 'x',
  activities: [],
  whom: { member: id },
  value: 'yes',
  changes: [{ field: 'result', value: 'x', was: '' }],
  file: { id, parts: 1 },
  choice: { overrides: [], head: {}, unit: null },
  consent: { seen: id, accept: true, remove: true },
});

/** Ends the session, or asks LINE and takes no id. */
const APART = /^\/web\/(?:sign-out|console\/connection)/;

test('no route shows or changes what is another office’s', async () => {
  const before = await everythingOfTheOther();
  expect(before).toContain(SECRET);
  // what anyone may read without a session is of nobody alone
  const asked = routes.filter(({ may, path }) => may !== 'anyone' && !APART.test(path));
  const shown: string[] = [];
  for (const { method, path } of asked) {
    const ask = async (id: string): Promise<void> => {
      const address = path.replace(/:\w+/g, encodeURIComponent(id));
      const query = `?member=${id}&plan=${id}&office=${OTHER}`;
      const answer =
        method === 'GET' ? await admin.get(address + query) : await admin.post(address, bodyWith(id));
      const text = await answer.text();
      if (text.includes(SECRET) || answer.status >= 500) shown.push(`${method} ${address}: ${answer.status}`);
    };
    const takesId = path.includes('/:') || method === 'POST';
    await Promise.all((takesId ? ids : ids.slice(0, 1)).map(ask));
  }
  expect(shown).toEqual([]);
  expect(await everythingOfTheOther()).toBe(before);
  expect((await admin.get('/web/me')).status).toBe(200);
});
