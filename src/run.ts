/** The server's life from start to stop; main.ts calls it once. */
import { mkdir } from 'node:fs/promises';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { type Clock, movableClock, realTimers, systemClock } from './clock.ts';
import {
  type Config,
  embeddedIn,
  explainProblems,
  lineAtWork,
  type LineConfig,
  readConfig,
  secretsOf,
  worldIn,
} from './config.ts';
import { connectDatabase, type Database } from './db/connect.ts';
import type { Listener } from './http-listener.ts';
import type { Log } from './log.ts';
import { admitOffices } from './services/trial.ts';
import { explainDatabase, explainFault } from './start-faults.ts';
import { giveUp, leave, onSignal, type Part, stopAll } from './stopping.ts';
// these alone: a start does not wait for every sentence to be loaded
import { demo as greets } from './text/th/demo.ts';

/** The simulator's module, loaded only where there are no LINE credentials. */
type LoadSimulator = () => Promise<typeof import('./simulator/index.ts')>;

/** What every way of running has. */
interface Running {
  config: Config;
  database: Database;
  log: Log;
  openListener: typeof import('./http-listener.ts').openListener;
  /** Stopped in reverse order of their start. */
  parts: Part[];
}

type Opened = { ok: true; database: Database } | { ok: false; message: string };

export async function run(loadSimulator: LoadSimulator): Promise<void> {
  const read = readConfig();
  if (!read.ok) return refuse(explainProblems(read.problems));
  const { config } = read;
  const { mongodb } = config;
  const connecting = mongodb.kind === 'uri' ? openDatabase(mongodb.uri, config) : null;
  // loaded while the database answers
  const [{ createLog }, { openListener }] = await Promise.all([
    import('./log.ts'),
    import('./http-listener.ts'),
  ]);
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  const parts: Part[] = [];
  const opened = await (mongodb.kind === 'uri' ? connecting! : openEmbedded(config, log, parts));
  if (!opened.ok) {
    await stopAll(parts, log);
    return refuse(opened.message);
  }
  const { database } = opened;
  parts.push({ stop: () => database.close() });
  const running = { config, database, log, openListener, parts };
  try {
    const mixed = await admitOffices(database, lineAtWork(config));
    if (mixed) {
      await stopAll(parts, log);
      return refuse(greets.mixed[mixed.reason](mixed.names.join(', '), embeddedIn(config)));
    }
    await (config.line.kind === 'line' ? runWithLine(running, config.line) : runDemo(running, loadSimulator));
  } catch (error) {
    await stopAll(parts, log);
    const why = explainFault(error, config);
    if (why === null) throw error;
    refuse(why);
  }
}

/** Says why on standard error and leaves with exit code 1. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function openEmbedded(config: Config, log: Log, parts: Part[]): Promise<Opened> {
  const { startEmbedded } = await import('./db/embedded.ts');
  const embedded = await startEmbedded({ dataDir: config.dataDir, log });
  if (!embedded.ok) return embedded;
  parts.push(embedded);
  return openDatabase(embedded.uri, config);
}

async function openDatabase(uri: string, config: Config): Promise<Opened> {
  const connected = await connectDatabase(uri, { selectionMs: 20_000 });
  if (connected.ok) return connected;
  return { ok: false, message: explainDatabase(connected, config) };
}

/** Events are taken and stored as soon as the listener is open; what answers them is loaded behind it. */
async function runWithLine(running: Running, settings: LineConfig): Promise<void> {
  const { config, database, log, openListener, parts } = running;
  const { channelSecret, token, apiUrl, dataApiUrl } = settings;
  const { host, port, publicUrl, metricsToken, assistant } = config;
  const listener = await openListener({ database, channelSecret, clock: systemClock, log, host, port });
  parts.push(listener);
  stopOnSignal(parts, log);
  if (lineAtWork(config) === 'line' && !publicUrl.startsWith('https:'))
    process.stderr.write(`${greets.linksStayHere(publicUrl)}\n`);
  sayListening(listener.url, greets.readyForLine(`${publicUrl}/webhook`), log);
  const { startApp } = await loadApp(listener);
  if (listener.draining()) return;
  const line = {
    channelSecret,
    token: token.kind === 'stateless' ? { ...token, channelSecret } : token,
    apiUrl,
    dataApiUrl,
    allowLoopbackHttp: isLoopback(apiUrl),
  };
  const clock = systemClock;
  parts.push(
    await startApp({
      database,
      log,
      at: listener,
      publicUrl,
      metricsToken,
      assistant,
      clock,
      clockwork: true,
      giveUp: () => giveUp(parts, log),
      trial: lineAtWork(config) === 'line' ? null : 'import',
      line,
    }),
  );
  const { tellSetUp } = await import('./set-up.ts');
  await tellSetUp(database, publicUrl).catch((error: unknown) => log.warn('set-up-link-failed', { error }));
}

/** The app in pieces: between two of them, what is at the listener is let in. */
const PIECES = [
  () => import('./line/tokens.ts'),
  () => import('./http/pages.ts'),
  () => import('./text/index.ts'),
  () => import('./services/loaders.ts'),
  () => import('./understand/index.ts'),
  () => import('./bot/commands/index.ts'),
  () => import('./bot/answer.ts'),
  () => import('./workers/inbox-worker.ts'),
  () => import('./jobs/index.ts'),
];

async function loadApp(listener: Listener): Promise<typeof import('./app.ts')> {
  for (const load of PIECES) {
    await load();
    await nextTurn();
    // a webhook needs a few turns; more than this nothing waits for a busy listener
    for (let waits = 0; listener.underWay() > 0 && waits < 20; waits++) await pause(2);
  }
  return import('./app.ts');
}

function sayListening(url: string, hello: string, log: Log): void {
  log.info('listening', { url, pid: process.pid });
  process.stdout.write(hello);
  process.send?.({ listening: url });
}

/** The demo says where to look only once everything is there. */
async function runDemo(
  { config, database, log, parts }: Running,
  loadSimulator: LoadSimulator,
): Promise<void> {
  const [{ createSimulator }, demo, { startApp }, { lineAccess }] = await Promise.all([
    loadSimulator(),
    import('./demo.ts'),
    import('./app.ts'),
    import('./line/tokens.ts'),
  ]);
  const clock = movableClock(demo.DEMO_START);
  const { dataDir } = config;
  await mkdir(dataDir, { recursive: true });
  const channelSecret = 'simulator-channel-secret';
  const channelAccessToken = 'simulator-channel-access-token';
  const simulator = await createSimulator({
    clock,
    webhookUrl: '',
    channelSecret,
    channelAccessToken,
    botName: greets.bot,
    people: demo.demoPeople.map(({ userId, displayName, about, tries }) => ({
      userId,
      displayName,
      role: about,
      tries,
      friend: true,
      blocked: false,
    })),
    groups: demo.demoGroups(),
    saveFile: worldIn(config),
    log: (line) => log.debug('simulator', { reason: line }),
  });
  parts.push({ stop: () => simulator.close() });
  await demo.prepareDemo(database, clock.now());
  const line = {
    channelSecret,
    token: { kind: 'long-lived' as const, value: channelAccessToken },
    apiUrl: simulator.apiUrl,
    dataApiUrl: simulator.apiUrl,
    allowLoopbackHttp: true,
  };
  const app = await startApp({
    database,
    log,
    at: { host: config.host, port: config.port, localOnly: true },
    publicUrl: config.publicUrl,
    metricsToken: config.metricsToken,
    assistant: config.assistant,
    clock: clock satisfies Clock,
    clockwork: true,
    giveUp: () => giveUp(parts, log),
    trial: 'import',
    chatPage: `${config.publicUrl}/simulator`,
    line,
    routers: [{ path: '/simulator', router: simulator.handler }],
  });
  parts.push(app);
  simulator.setWebhook(`${app.url}/webhook`);
  // drawing takes a second or two: nobody waits for it, and the demo works without
  const access = lineAccess({ ...line, timers: realTimers, now: () => systemClock.now() });
  void demo
    .showDemoMenus(database, access)
    .catch((error: unknown) => log.debug('demo-menus-failed', { error }));
  const sentence = await demo.firstSentence(database);
  stopOnSignal(parts, log);
  sayListening(app.url, greets.ready(`${app.url}/simulator`, sentence), log);
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** The first signal drains, a later one does not wait. */
function stopOnSignal(parts: Part[], log: Log): void {
  const drain = (signal: string): void => {
    log.info('stopping', { signal });
    leave(parts, log, 0);
  };
  const stop = onSignal({ drain, leave: () => process.exit(1), now: () => performance.now() });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
