/** The HTTP server: webhooks go straight to their handler, everything else to the pages. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { inOffice } from '../current-office.ts';
import type { Log } from '../log.ts';

type Webhook = (request: IncomingMessage, response: ServerResponse, office?: string) => Promise<void>;

export interface ServerDeps {
  webhook: Webhook;
  /** Answers whatever is no webhook. */
  pages: RequestListener;
  /** Whether its sender may post webhooks at all. */
  admits(request: IncomingMessage): boolean;
  /** True once the server is going down: new webhooks are left to LINE's redelivery. */
  draining(): boolean;
  log: Log;
}

const WEBHOOK_PATH = /^\/webhook(?:\/([A-Za-z0-9_-]{1,64}))?\/?(?:\?.*)?$/;

/** How long one request may take to arrive, headers and body: a slow sender must not hold a connection for ever. */
const ARRIVAL_MS = 10_000;

/** @param arrivalMs after at most 1.5 times as long an unfinished request is answered with 408 and its connection closed. */
export function httpServer(deps: ServerDeps, arrivalMs = ARRIVAL_MS): Server {
  const timeouts = {
    headersTimeout: arrivalMs,
    requestTimeout: arrivalMs,
    connectionsCheckingInterval: arrivalMs / 2,
  };
  return createServer(timeouts, (request, response) => {
    const match = WEBHOOK_PATH.exec(request.url ?? '');
    if (!match) return deps.pages(request, response);
    if (request.method !== 'POST') {
      response.writeHead(405, { Allow: 'POST' }).end();
      return;
    }
    if (!deps.admits(request)) {
      response.writeHead(403, { Connection: 'close' }).end();
      return;
    }
    if (deps.draining()) {
      response.writeHead(503, { Connection: 'close' }).end();
      return;
    }
    const [, office] = match;
    void inOffice(office ?? null, () =>
      deps.webhook(request, response, office).catch((error: unknown) => {
        deps.log.error('webhook-failed', { error });
        if (!response.headersSent) response.writeHead(500).end();
      }),
    );
  });
}
