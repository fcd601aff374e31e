/** The HTTP server: webhooks go straight to their handler, everything else to the pages. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Log } from '../log.ts';

type Webhook = (request: IncomingMessage, response: ServerResponse, office?: string) => Promise<void>;

export interface ServerDeps {
  webhook: Webhook;
  /** Answers whatever is no webhook. */
  pages: RequestListener;
  /** True once the server is going down: new webhooks are left to LINE's redelivery. */
  draining(): boolean;
  log: Log;
}

const WEBHOOK_PATH = /^\/webhook(?:\/([A-Za-z0-9_-]{1,64}))?\/?(?:\?.*)?$/;

export function httpServer(deps: ServerDeps): Server {
  const server = createServer((request, response) => {
    const match = WEBHOOK_PATH.exec(request.url ?? '');
    if (!match) return deps.pages(request, response);
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
