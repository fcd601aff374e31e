/** The HTTP server: webhooks go straight to their handler, everything else through Express. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type Router } from 'express';
import type { Log } from '../log.ts';

type Webhook = (request: IncomingMessage, response: ServerResponse, office?: string) => Promise<void>;

export interface ServerDeps {
  webhook: Webhook;
  /** Routers in the order they are asked. */
  routers: { path: string; router: Router }[];
  /** True once the server is going down: new webhooks are left to LINE's redelivery. */
  draining(): boolean;
  log: Log;
}

const WEBHOOK_PATH = /^\/webhook(?:\/([A-Za-z0-9_-]{1,64}))?\/?(?:\?.*)?$/;

export function httpServer(deps: ServerDeps): Server {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    next();
  });
  for (const { path, router } of deps.routers) app.use(path, router);
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('not found\n');
  });
  const failed: ErrorRequestHandler = (error, request, response, next) => {
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500)
      deps.log.error('request-failed', { method: request.method, path: request.path, error });
    if (response.headersSent) return next(error);
    response
      .status(status)
      .type('text/plain')
      .send(status >= 500 ? 'internal error\n' : 'bad request\n');
  };
  app.use(failed);

  const server = createServer((request, response) => {
    const match = WEBHOOK_PATH.exec(request.url ?? '');
    if (!match) return void app(request, response);
    if (request.method !== 'POST') {
      response.writeHead(405, { Allow: 'POST' }).end();
      return;
    }
    if (deps.draining()) {
      response.writeHead(503, { Connection: 'close' }).end();
      return;
    }
    deps.webhook(request, response, match[1]).catch((error: unknown) => {
      deps.log.error('webhook-failed', { error });
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  // shorter than the usual proxies' patience, so that a dead client frees its socket
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  return server;
}
