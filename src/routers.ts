/** The listener's own routes: health, files, charts and the pages; app.ts hands them to the listener. */
import type { Router } from 'express';
import type { AppOptions } from './app.ts';
import type { Timers } from './clock.ts';
import { chartsRouter } from './http/charts.ts';
import { filesRouter } from './http/files.ts';
import { healthRouter } from './http/health.ts';
import { missThrottle } from './http/miss-throttle.ts';
import { shownOf } from './load-assistant.ts';
import { openLink } from './services/file-links.ts';
import { findChart } from './services/summaries-charts.ts';
import { type WebDeps, webRouter } from './web/router.ts';

interface Parts
  extends
    Pick<AppOptions, 'database' | 'clock' | 'log' | 'metricsToken' | 'trial' | 'assistant'>,
    Required<Pick<Parameters<typeof healthRouter>[0], 'draining' | 'standing' | 'metrics'>> {
  publicUrl: string;
  desk: WebDeps['line'];
  sending: WebDeps['sending'];
  now: () => Date;
  timers: Timers;
}

export function routersOf(parts: Parts): { path: string; router: Router }[] {
  const { database, clock, log, publicUrl, desk, sending, now, timers, draining, standing, metrics } = parts;
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
  const web = webRouter({
    database,
    clock,
    publicUrl,
    log,
    trial: parts.trial ?? null,
    line: desk,
    sending,
    assistant: shownOf(parts.assistant),
  });
  return [
    { path: '/', router: health },
    { path: '/', router: files },
    { path: '/charts', router: chartsRouter({ find: (id) => findChart(database, id, now()) }) },
    { path: '/', router: web },
  ];
}
