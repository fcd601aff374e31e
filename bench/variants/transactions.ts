/** Anchor: the very writes of the same events, known beforehand, in one plain transaction an event; argument: MongoDB's address. */
import { answerer } from '../../src/bot/answer.ts';
import { systemClock } from '../../src/clock.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import type { Write } from '../../src/db/unit-of-work.ts';
import { readEvent, toIncoming } from '../../src/line/inbound.ts';
import { contextLoader } from '../../src/services/loaders.ts';
import { outgoing } from '../../src/queue/outbox/outgoing.ts';
import { fillInbox, HOLDER, openOffice } from '../lib/office.ts';
import { percentile } from '../lib/stats.ts';
import { answerQuestions } from '../lib/variant.ts';

const database = await openOffice(process.argv[2] ?? '');
const client = database.connection.getClient();
const answer = answerer({
  load: contextLoader(database),
  clock: systemClock,
  line: () => ({ names: { person: () => Promise.resolve(null), group: () => Promise.resolve(null) } }),
});

async function writesOf(row: InboxDocument): Promise<Write[]> {
  const incoming = toIncoming(row._id, readEvent(JSON.parse(row.event ?? '{}'))!, row.receivedAt)!;
  const handled = (await answer(incoming, row.office))!;
  const sends = await outgoing(database, incoming, handled, {
    holder: HOLDER,
    now: new Date(),
    receivedAt: row.receivedAt,
    riders: Promise.resolve(null),
  });
  const done = {
    $set: { state: 'done', doneAt: new Date(), event: null, holder: null },
    $unset: { open: 1 },
  };
  return [
    ...handled.writes,
    ...sends.writes,
    { to: 'inbox', update: { where: { _id: row._id, fence: row.fence, open: true }, change: done } },
  ];
}

async function transact(writes: readonly Write[]): Promise<void> {
  const session = client.startSession();
  await session.withTransaction(
    async () => {
      for (const write of writes) {
        const { collection } = database.models[write.to];
        if (write.insert) await collection.insertOne(write.insert as never, { session });
        else if (write.update)
          await collection.updateOne(write.update.where as never, write.update.change, { session });
        else if (write.updateAll)
          await collection.updateMany(write.updateAll.where as never, write.updateAll.change, { session });
        else throw new Error(`a write to ${write.to} that neither inserts nor updates`);
      }
    },
    { writeConcern: { w: 'majority', journal: true }, readConcern: { level: 'majority' } },
  );
  await session.endSession();
}

/** @returns milliseconds for all, processor time of one, its median, and how many writes each has. */
async function run({ count, concurrency }: { count: number; concurrency: number }) {
  const rows = await fillInbox(database, count);
  const units = await Promise.all(rows.map(writesOf));
  const latencies: number[] = [];
  const started = performance.now();
  const cpu = process.cpuUsage();
  let next = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let unit = units[next++]; unit !== undefined; unit = units[next++]) {
        const began = performance.now();
        await transact(unit);
        latencies.push(performance.now() - began);
      }
    }),
  );
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const microseconds = (user + system) / count;
  const done = await database.models.inbox.countDocuments({ state: 'done' });
  return { milliseconds, microseconds, p50: percentile(latencies, 0.5), done, writes: units[0]?.length ?? 0 };
}

answerQuestions(run);
process.send?.({});
