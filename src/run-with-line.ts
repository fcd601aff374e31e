/** The bot with LINE: one channel from the environment, or each office's own as the console connects them; run.ts starts it. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { type ByOffice, embeddedIn, isUnderNpm, ledgerIn, lineAtWork, type LineConfig } from './config.ts';
import type { Listener } from './http-listener.ts';
import { isLoopback } from './config-schema.ts';
import { type Running, sayListening, stopOnSignal } from './running.ts';
import { secretKeyOf } from './secret-key.ts';
import { channelKeeper } from './services/channel-keeper.ts';
import { publicAddress } from './services/public-address.ts';
import { sealer } from './services/sealing.ts';
import { giveUp } from './stopping.ts';
// these alone: a start does not wait for every sentence to be loaded
import { demo as greets } from './text/th/demo.ts';

/** Events are taken and stored as soon as the listener is open; what answers them is loaded behind it. */
export async function runWithLine(running: Running, settings: LineConfig | ByOffice): Promise<void> {
  const { config, database, log, openListener, parts } = running;
  const { apiUrl, dataApiUrl } = settings;
  const { host, port, metricsToken, assistant, webhooks } = config;
  const { clock } = database;
  const real = (): Date => clock.now();
  const key = await secretKeyOf(config);
  const channels = channelKeeper(database, {
    common:
      settings.kind === 'line' ? { channelSecret: settings.channelSecret, token: settings.token } : null,
    sealer: key === null ? null : sealer(key),
    now: real,
  });
  const listener = await openListener({ database, channels, clock, log, host, port });
  parts.push(listener);
  stopOnSignal(parts, log, isUnderNpm());
  const address = publicAddress(database, {
    given: config.publicUrlGiven || channels.common ? config.publicUrl : null,
    fallback: () => config.publicUrl,
    real,
  });
  await address.load().catch((error: unknown) => log.warn('address-unknown', { error }));
  const publicUrl = address.now();
  if (channels.common && lineAtWork(config) === 'line' && !publicUrl.startsWith('https:'))
    process.stderr.write(`${greets.linksStayHere(publicUrl)}\n`);
  const hello = channels.common ? greets.readyForLine(`${publicUrl}/webhook`) : greets.pagesAt(publicUrl);
  sayListening(listener.url, hello, log);
  const { startApp } = await loadApp(listener);
  if (listener.draining()) return;
  parts.push(
    await startApp({
      database,
      log,
      at: listener,
      address,
      metricsToken,
      assistant,
      webhooks,
      dataDir: embeddedIn(config),
      ledger: ledgerIn(config),
      clock,
      realClock: clock,
      clockwork: true,
      giveUp: () => giveUp(parts, log),
      trial: lineAtWork(config) === 'line' ? null : 'import',
      line: { apiUrl, dataApiUrl, allowLoopbackHttp: isLoopback(apiUrl) },
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
  () => import('./queue/inbox/worker.ts'),
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
