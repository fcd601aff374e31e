/** The server's life from start to stop; main.ts calls it once. */
import { mkdir } from 'node:fs/promises';
import { type Clock, movableClock, realTimers, systemClock } from './clock.ts';
import {
  type Config,
  embeddedIn,
  ledgerIn,
  explainProblems,
  isUnderNpm,
  lineAtWork,
  lineHosts,
  readConfig,
  secretsOf,
  worldIn,
} from './config.ts';
import { runWithLine } from './run-with-line.ts';
import { type Running, sayListening, stopOnSignal } from './running.ts';
import { connectDatabase, type Database } from './db/connect.ts';
import type { Log } from './log.ts';
import { refusedPort } from './port-check.ts';
import { secretKeyOf } from './secret-key.ts';
import { hasChannels } from './services/channels.ts';
import { admitOffices } from './services/trial.ts';
import { explainDatabase, explainFault } from './start-faults.ts';
import { simulatorPage } from './simulator-page.ts';
import { giveUp, type Stoppable, stopAll } from './stopping.ts';
// these alone: a start does not wait for every sentence to be loaded
import { demo as greets } from './text/th/demo.ts';

/** The simulator's module, loaded only where there are no LINE credentials. */
type LoadSimulator = () => Promise<typeof import('./simulator/index.ts')>;

type Opened = { ok: true; database: Database } | { ok: false; message: string };

/** @param how.ownOffice `npm run set-up`: for an office's own LINE account, which its pages connect, in place of the demo. */
export async function run(loadSimulator: LoadSimulator, how = { ownOffice: false }): Promise<void> {
  const read = readConfig();
  if (!read.ok) return refuse(explainProblems(read.problems));
  let { config } = read;
  if (how.ownOffice && config.line.kind === 'simulator') config = { ...config, line: byOffice() };
  const noPort = await refusedPort(config);
  if (noPort !== null) return refuse(noPort);
  const { mongodb } = config;
  const connecting = mongodb.kind === 'uri' ? openDatabase(mongodb.uri, config) : null;
  // loaded while the database answers
  const [{ createLog }, { openListener }] = await Promise.all([
    import('./log.ts'),
    import('./http-listener.ts'),
  ]);
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  const parts: Stoppable[] = [];
  const opened = await (mongodb.kind === 'uri' ? connecting! : openEmbedded(config, log, parts));
  if (!opened.ok) {
    await stopAll(parts, log);
    return refuse(opened.message);
  }
  const { database } = opened;
  parts.push({ stop: () => database.close() });
  try {
    // what was connected on the console is no trial any more, whatever the environment leaves out
    if (config.line.kind === 'simulator' && (await hasChannels(database)))
      config = { ...config, line: byOffice() };
    const running = { config, database, log, openListener, parts };
    const mixed = await admitOffices(database, lineAtWork(config), (error) =>
      log.error('office-unreadable', { error }),
    );
    if (mixed) {
      await stopAll(parts, log);
      const dataDir = embeddedIn(config);
      if (how.ownOffice && mixed.reason === 'trial-with-line' && dataDir) {
        const { moveTrialAside } = await import('./set-up.ts');
        process.stdout.write(greets.trialMoved(await moveTrialAside(dataDir)));
        return await run(loadSimulator, how);
      }
      return refuse(greets.mixed[mixed.reason](mixed.names.join(', '), embeddedIn(config)));
    }
    await (config.line.kind === 'simulator'
      ? runDemo(running, loadSimulator)
      : runWithLine(running, config.line));
  } catch (error) {
    await stopAll(parts, log);
    const why = explainFault(error, config);
    if (why === null) throw error;
    refuse(why);
  }
}

const byOffice = (): Config['line'] => ({ kind: 'by-office', ...lineHosts() });

/** Says why on standard error and leaves with exit code 1. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function openEmbedded(config: Config, log: Log, parts: Stoppable[]): Promise<Opened> {
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

/** The demo says where to look only once everything is there. */
async function runDemo(
  { config, database, log, parts }: Running,
  loadSimulator: LoadSimulator,
): Promise<void> {
  const [{ createSimulator }, demo, { startApp }, { lineAccess }, { sealer }] = await Promise.all([
    loadSimulator(),
    import('./demo.ts'),
    import('./app.ts'),
    import('./line/tokens.ts'),
    import('./services/sealing.ts'),
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
    about: demo.aboutPerson,
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
  const key = await secretKeyOf(config);
  const app = await startApp({
    database,
    log,
    at: { host: config.host, port: config.port, localOnly: true },
    publicUrl: config.publicUrl,
    metricsToken: config.metricsToken,
    assistant: config.assistant,
    webhooks: config.webhooks,
    ...(key !== null && { sealer: sealer(key) }),
    dataDir: embeddedIn(config),
    ledger: ledgerIn(config),
    clock: clock satisfies Clock,
    clockwork: true,
    giveUp: () => giveUp(parts, log),
    trial: 'import',
    chatPage: simulatorPage(config),
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
  stopOnSignal(parts, log, isUnderNpm());
  sayListening(app.url, greets.ready(simulatorPage(config), sentence), log);
}
