/** What is read of a collection is what its schema declares: anything else stops whoever asked, and nobody besides. */
import type { Model } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findByIds } from '../../../src/db/by-ids.ts';
import { coalesce } from '../../../src/db/coalesce.ts';
import { connectDatabase, type Database } from '../../../src/db/connect.ts';
import { UnreadableDocument } from '../../../src/db/stored.ts';
import { testDatabase } from '../../helpers/database.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
});
afterAll(() => database.close());
beforeEach(() => database.models.members.collection.deleteMany({}));

const MEMBER = {
  _id: 'm1',
  office: 'o1',
  userId: 'U1',
  name: 'สมศรี ใจดี',
  position: '',
  roles: ['officer'],
  activities: ['1.2'],
  language: 'th',
  consent: { version: '1', at: new Date(0) },
  away: null,
  aliases: {},
  preferences: null,
  state: 'active',
  joinedAt: new Date(0),
  lastSeenAt: null,
};
const store = (...changes: object[]) =>
  database.models.members.collection.insertMany(
    changes.map((change, at) => ({ ...MEMBER, userId: `U${at}`, ...change })) as never[],
  );

describe('a member', () => {
  test.each([
    ['as it is written', {}],
    ['without what has a default', { officialName: undefined, wroteOn: undefined, preferences: undefined }],
    ['with a field that a later version added', { shoeSize: 42 }],
    ['on leave without a first day', { away: { until: '2021-03-20', delegate: null } }],
  ])('%s is read', async (_, change) => {
    await store(change);
    expect(await database.models.members.findOne({ _id: 'm1' }).lean()).toMatchObject({ name: 'สมศรี ใจดี' });
  });

  test.each([
    ['a day for a text', { away: { until: new Date(0), delegate: null } }, 'away.until'],
    ['a role nobody has', { roles: ['king'] }, 'roles.0'],
    ['no name', { name: undefined }, 'name'],
    ['a number for an activity', { activities: [1.2] }, 'activities.0'],
    ['consent without a version', { consent: { at: new Date(0) } }, 'consent.version'],
  ])('with %s is not, and it is said where', async (_, change, path) => {
    await store(change);
    const { members } = database.models;
    for (const look of [
      () => members.findOne({ _id: 'm1' }).lean(),
      () => members.find({ office: 'o1' }).lean(),
      () => members.findOneAndUpdate({ _id: 'm1' }, { $set: { position: 'ครู' } }).lean(),
      () => findByIds(members, ['m1']),
    ])
      await expect(look()).rejects.toThrow(`members m1: ${path}`);
  });

  test('is held only against what was asked of it', async () => {
    await store({ away: 5 });
    const { members } = database.models;
    expect(await members.findOne({ _id: 'm1' }, { name: 1 }).lean()).toMatchObject({ name: 'สมศรี ใจดี' });
    await expect(members.findOne({ _id: 'm1' }, { away: 1 }).lean()).rejects.toThrow(UnreadableDocument);
  });
});

test('of several looked up at once only the one that cannot be read fails', async () => {
  await store({}, { _id: 'm2', roles: 'officer' }, { _id: 'm3' });
  const { members } = database.models;
  const look = coalesce(async (ids: readonly string[]) => {
    const found = await findByIds(members, ids);
    return new Map(found.map((one) => [one._id, one.name]));
  });
  const [first, broken, third, none] = await Promise.allSettled(['m1', 'm2', 'm3', 'm4'].map(look));
  const read = (value: string | null) => ({ status: 'fulfilled', value });
  expect([first, third, none]).toEqual([read(MEMBER.name), read(MEMBER.name), read(null)]);
  expect(broken).toMatchObject({ status: 'rejected', reason: { name: 'UnreadableDocument' } });
});

test('every field of every collection has a shape', async () => {
  // a look-up makes it, and refuses a field without
  for (const model of Object.values(database.models) as Model<object>[])
    expect(await model.find({}).lean()).toEqual([]);
});
