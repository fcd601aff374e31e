/** The product's processing: inbox worker, answers, transactions, outbox worker and sends; arguments: MongoDB's address, LINE's address. */
import { answerer } from '../../src/bot/answer.ts';
import { realTimers, systemClock } from '../../src/clock.ts';
import { lineClient } from '../../src/line/client.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { contextLoader } from '../../src/services/loaders.ts';
import { inboxWorker } from '../../src/queue/inbox/worker.ts';
import { outboxWorker } from '../../src/queue/outbox/worker.ts';
import { TOKEN } from '../lib/bodies.ts';
import { fillInbox, HOLDER, openOffice, settled } from '../lib/office.ts';
import { answerQuestions } from '../lib/variant.ts';

const [uri = '', lineUrl = ''] = process.argv.slice(2);
const database = await openOffice(uri);
const common = {
  database,
  now: () => systemClock.now(),
  timers: realTimers,
  holder: HOLDER,
  metrics: createMetrics(),
  log: createLog({ level: 'warn' }),
};
const client = lineClient({
  token: { kind: 'long-lived', value: TOKEN },
  apiUrl: lineUrl,
  dataApiUrl: lineUrl,
  timers: realTimers,
  now: common.now,
  allowLoopbackHttp: true,
});
const answer = answerer({
  load: contextLoader(database),
  clock: systemClock,
  line: () => ({ names: { person: () => Promise.resolve(null), group: () => Promise.resolve(null) } }),
});

/** @returns milliseconds until all events were answered and marked so, processor time of one event. */
async function run({ count, concurrency }: { count: number; concurrency: number }) {
  const rows = await fillInbox(database, count);
  const outbox = outboxWorker({ ...common, client });
  const inbox = inboxWorker({ ...common, outbox, answer, concurrency });
  const started = performance.now();
  const cpu = process.cpuUsage();
  for (const row of rows) inbox.accept(row);
  await inbox.idle();
  await outbox.idle();
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const microseconds = (user + system) / count;
  await inbox.stop();
  await outbox.stop();
  return { milliseconds, microseconds, ...(await settled(database)) };
}

answerQuestions(run);
process.send?.({});
