/** The embedded database: kept data, refusals, and coming back from every way of dying. */
import { expect, it } from 'vitest';
import mongoose from 'mongoose';
import { testDatabase } from '../helpers/database.ts';

const { uri, name } = testDatabase(import.meta.url);
it('gives a file its own database with transactions', async () => {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await client.db().collection('a').insertOne({ a: 1 }, { session });
    }),
  );
  expect(await client.db(name).collection('a').countDocuments()).toBe(1);
  await client.close();
});
