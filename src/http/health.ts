/** GET /healthz, /readyz and /metrics: whether to restart the bot, whether to send it traffic, and how it fares. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { isFromThisMachine } from '../loopback.ts';
import type { Metrics } from '../metrics.ts';

/** How long the database may take to answer before the bot counts as not ready. */
const PING_LIMIT = 1_000;

/**
 * @param deps.ping asks the database for a sign of life; rejects when there is none.
 * @param deps.metricsToken what a reader of the metrics from elsewhere shows; null lets nobody from elsewhere.
 * @param deps.draining true once the bot is shutting down.
 */
export function healthRouter(deps: {
  ping: () => Promise<unknown>;
  draining: () => boolean;
  /** What the watch over the workers saw last. */
  standing?: () => { standsStill: boolean; oldestSeconds: number; laneSeconds: number };
  metricsToken: string | null;
  metrics: Metrics;
}): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    plain(response, 200, 'alive');
  });
  router.get('/readyz', async (_request, response) => {
    const { ready, why } = await readiness();
    plain(response, ready ? 200 : 503, why);
  });
  router.get('/metrics', async (request, response) => {
    if (!isFromThisMachine(request) && !shows(request, deps.metricsToken))
      return plain(response.set('www-authenticate', 'Bearer'), 401, 'not from here, and no token');
    deps.metrics.ready((await readiness()).ready);
    response.setHeader('content-type', deps.metrics.contentType).end(await deps.metrics.text());
  });
  return router;

  async function readiness(): Promise<{ ready: boolean; why: string }> {
    if (deps.draining()) return { ready: false, why: 'draining' };
    const reached = await within(PING_LIMIT, deps.ping);
    if (!reached) return { ready: false, why: 'database does not answer' };
    const seen = deps.standing?.();
    if (!seen) return { ready: true, why: 'ready' };
    const [oldest, lane] = [seen.oldestSeconds.toFixed(0), seen.laneSeconds.toFixed(0)];
    const ages = `oldest event ${oldest} s, oldest lane ${lane} s`;
    return { ready: !seen.standsStill, why: `${seen.standsStill ? 'stands still' : 'ready'}\n${ages}` };
  }
}

function plain(response: Response, status: number, text: string): void {
  response.status(status).set('cache-control', 'no-store').type('text/plain').send(`${text}\n`);
}

function shows({ headers }: Request, token: string | null): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** @returns whether it was fulfilled in time; how it failed does not matter here. */
function within(milliseconds: number, ask: () => Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    // A throw and a rejection both end here.
    void Promise.resolve()
      .then(ask)
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });
}
