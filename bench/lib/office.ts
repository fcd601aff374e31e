/** An office with many officers, and their sentences in the inbox; the processing section's variants work on it. */
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import { findOffices } from '../../src/db/offices.ts';
import { commit, type Write } from '../../src/db/unit-of-work.ts';
import { prepareDemo } from '../../src/demo.ts';
import { NOTICE_VERSION } from '../../src/services/notice.ts';
import { newMember } from '../../src/services/registration.ts';
import { LEASE_MS } from '../../src/queue/timing.ts';
import { textEvent } from './bodies.ts';

export const PEOPLE = Array.from({ length: 600 }, (_, index) => `Ub${String(index).padStart(31, '0')}`);
export const SENTENCE = '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท';
export const HOLDER = 'bench';

/**
 * Opens an empty database and makes the office in it.
 * @param activities codes everybody there reports on. @throws when it cannot be connected to.
 */
export async function openOffice(uri: string, activities: readonly string[] = ['1.2.1']): Promise<Database> {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  const now = new Date();
  await prepareDemo(database, now);
  const [office] = (await findOffices(database.models)).offices;
  const writes = PEOPLE.flatMap((userId, index): Write[] => {
    const made = newMember(office!, userId, `person ${index}`, 'officer', [...activities], now);
    const { id, ...document } = { ...made, consent: { version: NOTICE_VERSION, at: now } };
    return [
      { to: 'members', insert: { _id: id, ...document } },
      { to: 'links', insert: { _id: userId, office: office!.id, kind: 'user', target: id } },
    ];
  });
  const done = await commit(database, writes);
  if (!done.ok) throw new Error('the office was there already');
  return database;
}

/** Empties inbox, outbox and conversations, then puts one sentence of each of `count` people into the inbox. */
export async function fillInbox(database: Database, count: number): Promise<InboxDocument[]> {
  const { inbox, outbox, conversations } = database.models;
  await Promise.all([inbox.deleteMany({}), outbox.deleteMany({}), conversations.deleteMany({})]);
  const now = new Date();
  const rows = PEOPLE.slice(0, count).map((user): InboxDocument => {
    const event = textEvent({ user, text: SENTENCE });
    return {
      _id: event.webhookEventId,
      office: '-',
      key: user,
      at: now,
      receivedAt: now,
      event: JSON.stringify(event),
      state: 'open',
      open: true,
      nextAt: new Date(now.getTime() + LEASE_MS),
      holder: HOLDER,
      fence: 1,
      attempts: 0,
      error: null,
      doneAt: null,
    };
  });
  await inbox.collection.insertMany(rows as never[], { writeConcern: { w: 'majority', journal: true } });
  return rows;
}

/** Rows by their state: all must have come through. */
export async function settled(database: Database): Promise<{ done: number; sent: number }> {
  const [done, sent] = await Promise.all([
    database.models.inbox.countDocuments({ state: 'done' }).readConcern('local'),
    database.models.outbox.countDocuments({ state: 'sent' }).readConcern('local'),
  ]);
  return { done, sent };
}
