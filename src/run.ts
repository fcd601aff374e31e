/** The server's life from start to stop; main.ts calls it once. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, startApp } from './app.ts';
import { type Clock, movableClock, realTimers, systemClock } from './clock.ts';
import { type Config, explainProblems, readConfig, secretsOf } from './config.ts';
import { connectDatabase, type Database } from './db/connect.ts';
import { lineAccess } from './line/tokens.ts';
import { createLog, type Log } from './log.ts';
import { texts } from './text/index.ts';

/** The simulator's module, loaded only where there are no LINE credentials. */
type LoadSimulator = () => Promise<typeof import('./simulator/index.ts')>;

/** What is still running then is left to leases and redelivery. */
const DRAIN_MS = 25_000;

interface Part {
  stop(): Promise<void>;
}

export async function run(loadSimulator: LoadSimulator): Promise<void> {
  const read = readConfig();
  if (!read.ok) return refuse(explainProblems(read.problems));
  const { config } = read;
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  /** Stopped in reverse order of their start. */
  const parts: Part[] = [];
  const opened = await openDatabase(config, log, parts);
  if (!opened.ok) {
    await stopAll(parts, log);
    return refuse(opened.message);
  }
  try {
    const { app, hello } = await open(config, opened.database, log, loadSimulator, parts);
    parts.push(app);
    stopOnSignal(parts, log);
    log.info('listening', { url: app.url, pid: process.pid });
    process.stdout.write(hello);
    process.send?.({ listening: app.url });
  } catch (error) {
    await stopAll(parts, log);
    const code = (error as { code?: string }).code;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    refuse(texts('th').demo.portTaken(config.port));
  }
}

/** Says why on standard error and leaves with exit code 1. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function openDatabase(
  config: Config,
  log: Log,
  parts: Part[],
): Promise<{ ok: true; database: Database } | { ok: false; message: string }> {
  let uri: string;
  if (config.mongodb.kind === 'embedded') {
    const { startEmbedded } = await import('./db/embedded.ts');
    const embedded = await startEmbedded({ dataDir: config.mongodb.dataDir, log });
    if (!embedded.ok) return embedded;
    parts.push(embedded);
    uri = embedded.uri;
  } else {
    uri = config.mongodb.uri;
  }
  const connected = await connectDatabase(uri, { selectionMs: 20_000 });
  if (!connected.ok) {
    const { databaseStandalone, databaseUnreachable } = texts('th').admin.command;
    const message =
      connected.reason === 'standalone' ? databaseStandalone : databaseUnreachable(connected.detail);
    return { ok: false, message };
  }
  parts.push({ stop: () => connected.database.close() });
  return { ok: true, database: connected.database };
}

async function open(
  config: Config,
  database: Database,
  log: Log,
  loadSimulator: LoadSimulator,
  parts: Part[],
): Promise<{ app: App; hello: string }> {
  const { publicUrl } = config;
  const common = { database, log, host: config.host, port: config.port, publicUrl };
  if (config.line.kind === 'line') {
    const { channelSecret, token, apiUrl, dataApiUrl } = config.line;
    const line = {
      channelSecret,
      token: token.kind === 'stateless' ? { ...token, channelSecret } : token,
      apiUrl,
      dataApiUrl,
      allowLoopbackHttp: isLoopback(apiUrl),
    };
    const app = await startApp({ ...common, clock: systemClock, clockwork: true, line });
    return { app, hello: texts('th').demo.readyForLine(`${config.publicUrl}/webhook`) };
  }
  return openDemo(config, database, log, loadSimulator, parts);
}

async function openDemo(
  config: Config,
  database: Database,
  log: Log,
  loadSimulator: LoadSimulator,
  parts: Part[],
): Promise<{ app: App; hello: string }> {
  const [{ createSimulator }, demo] = await Promise.all([loadSimulator(), import('./demo.ts')]);
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
    botName: texts('th').demo.bot,
    people: demo.demoPeople.map(({ userId, displayName, about, tries }) => ({
      userId,
      displayName,
      role: about,
      tries,
      friend: true,
      blocked: false,
    })),
    groups: demo.demoGroups(),
    saveFile: join(dataDir, 'simulator.json'),
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
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    clock: clock satisfies Clock,
    clockwork: true,
    line,
    routers: [{ path: '/simulator', router: simulator.handler }],
  });
  simulator.setWebhook(`${app.url}/webhook`);
  // drawing takes a second or two: nobody waits for it, and the demo works without
  const access = lineAccess({ ...line, timers: realTimers, now: () => systemClock.now() });
  void demo
    .showDemoMenus(database, access)
    .catch((error: unknown) => log.debug('demo-menus-failed', { error }));
  const sentence = demo.demoPeople[0]!.tries[0]!;
  return { app, hello: texts('th').demo.ready(`${app.url}/simulator`, sentence) };
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** The first signal drains, a second one does not wait. */
function stopOnSignal(parts: Part[], log: Log): void {
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('stopping', { signal });
    const late = setTimeout(() => {
      log.warn('stopped-late', { milliseconds: DRAIN_MS });
      process.exit(1);
    }, DRAIN_MS);
    late.unref();
    void stopAll(parts, log).then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function stopAll(parts: Part[], log: Log): Promise<void> {
  for (const part of parts.toReversed()) {
    await part.stop().catch((error: unknown) => log.warn('stop-failed', { error }));
  }
}
