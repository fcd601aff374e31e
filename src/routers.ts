/** The listener's own routes: health, files, charts and the pages; app.ts hands them to the listener. */
import type { Router } from 'express';
import type { AppOptions } from './app-options.ts';
import type { Timers } from './clock.ts';
import { apiRouter } from './http/api/router.ts';
import { chartsRouter } from './http/charts.ts';
import { filesRouter } from './http/files.ts';
import { healthRouter } from './http/health.ts';
import { missThrottle } from './http/miss-throttle.ts';
import { shownEndpoint } from './load-assistant.ts';
import { openLink } from './services/file-links.ts';
import { readChart } from './services/summaries-charts.ts';
import { type WebDeps, webRouter } from './web/router.ts';

interface Parts
  extends
    Pick<
      AppOptions,
      'database' | 'clock' | 'log' | 'metricsToken' | 'trial' | 'assistant' | 'dataDir' | 'ledger'
    >,
    Pick<WebDeps, 'address' | 'channels' | 'connection' | 'sending' | 'webhooks' | 'downloads'>,
    Required<Pick<Parameters<typeof healthRouter>[0], 'draining' | 'standing' | 'metrics'>> {
  desk: WebDeps['line'];
  now: () => Date;
  timers: Timers;
}

export function routersOf(parts: Parts): { path: string; router: Router }[] {
  const { database, clock, log, desk, now, timers, draining, standing, metrics } = parts;
  const health = healthRouter({
    metricsToken: parts.metricsToken ?? null,
    ping: () => database.ping(900),
    draining,
    standing,
    metrics,
  });
  const files = filesRouter({
    open: (token) => openLink(database, token, clock.now()),
    slowly: missThrottle({ now, timers }),
    log,
  });
  const api = apiRouter({ database, now, slowly: missThrottle({ now, timers }), metrics, log });
  const web = webRouter({
    database,
    clock,
    log,
    address: parts.address,
    channels: parts.channels,
    connection: parts.connection,
    dataDir: parts.dataDir ?? null,
    ledger: parts.ledger ?? null,
    trial: parts.trial ?? null,
    line: desk,
    sending: parts.sending,
    webhooks: parts.webhooks,
    downloads: parts.downloads,
    assistant: shownEndpoint(parts.assistant),
  });
  return [
    { path: '/', router: health },
    { path: '/', router: files },
    { path: '/', router: api },
    { path: '/charts', router: chartsRouter({ find: (id) => readChart(database, id, now()) }) },
    { path: '/', router: web },
  ];
}
