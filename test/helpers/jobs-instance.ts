/** One of several instances of the bot, as a process whose clocks stand where it is told; the fault of the jobs starts them and kills some. */
import { startApp } from '../../src/app.ts';
import { realTimers } from '../../src/clock.ts';
import { connectDatabase } from '../../src/db/connect.ts';
import { quietLog } from '../../src/log.ts';

const [mongoUri, lineUrl, begin] = process.argv.slice(2) as [string, string, string];
let now = new Date(begin);

const connected = await connectDatabase(mongoUri);
if (!connected.ok) throw new Error(connected.detail);
const { database } = connected;
const clock = { now: () => now };
const app = await startApp({
  database,
  clock,
  realClock: clock,
  timers: realTimers,
  clockwork: true,
  log: quietLog,
  at: { host: '127.0.0.1', port: 0 },
  line: {
    channelSecret: 'fault-test-channel-secret',
    token: { kind: 'long-lived', value: 'fault-test-token' },
    apiUrl: lineUrl,
    dataApiUrl: lineUrl,
    allowLoopbackHttp: true,
  },
});

process.on('message', (at: string) => {
  now = new Date(at);
  const { outbox, clockwork } = app;
  void clockwork!
    .catchUp()
    .then(() => outbox.flush())
    .then(() => process.send!(at));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
