/** A fake LINE Messaging API on its own loopback port, for the unmodified SDK; opened by the simulator. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LIMITS } from '../line/limits.ts';
import { accountRoutes } from './api-account.ts';
import { contentRoutes } from './api-content.ts';
import { messageRoutes } from './api-messages.ts';
import { peopleRoutes } from './api-people.ts';
import { menuLinkRoutes } from './api-rich-menu-links.ts';
import { richMenuRoutes } from './api-rich-menus.ts';
import { fault, findRoute } from './api-router.ts';
import type { ApiAnswer, ApiParts, ApiCall, ApiRoute } from './api-router.ts';
import { tokenRoutes } from './api-tokens.ts';
import { isKnownToken } from './tokens.ts';
import type { SimSwitches } from './types.ts';

export interface Api {
  url: string;
  close(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limit) parts.push(part);
  }
  return size <= limit ? Buffer.concat(parts) : null;
}

/** @returns the parsed body, or the answer that refuses it. */
function parseBody(
  route: ApiRoute,
  contentType: string,
  raw: Buffer,
): { body: unknown } | { refusal: ApiAnswer } {
  if (route.takes === 'bytes' || route.method === 'GET' || raw.length === 0) return { body: undefined };
  if (route.takes === 'form') return { body: Object.fromEntries(new URLSearchParams(raw.toString())) };
  if (!contentType.startsWith('application/json')) {
    return { refusal: fault(415, `The content type, ${contentType || 'none'}, is not supported`) };
  }
  try {
    return { body: JSON.parse(raw.toString()) };
  } catch {
    const message = 'The request body could not be parsed as JSON (line: 1, column: 1)';
    return { refusal: fault(400, message) };
  }
}

/** What the weather answers before LINE looks at a send. */
function storm(route: ApiRoute, failApi: SimSwitches['failApi']): ApiAnswer | null {
  if (!route.sends) return null;
  if (failApi === '500') return fault(500, 'Internal error');
  if (failApi === '429-rate') return fault(429, 'The API rate limit has been exceeded. Try again later.');
  if (failApi === '429-monthly' && route.sends === 'counted') {
    return fault(429, 'You have reached your monthly limit.');
  }
  return null;
}

function checkRetryKey(route: ApiRoute, key: string | string[] | undefined): ApiAnswer | null {
  if (key === undefined) return null;
  if (route.sends !== 'counted') return fault(400, "The header 'X-Line-Retry-Key' is not supported here");
  if (typeof key === 'string' && UUID.test(key)) return null;
  return fault(400, "The header 'X-Line-Retry-Key' must be a UUID");
}

/** What the log shows of a body: JSON as it is, bytes as their size. */
function logged(call: Pick<ApiCall, 'body' | 'raw'>): unknown {
  if (call.body !== undefined) return call.body;
  return call.raw.length > 0 ? { bytes: call.raw.length } : null;
}

/** @param port 0 takes a free one. @returns where it listens, `http://127.0.0.1:PORT`. */
export async function openApi(parts: ApiParts, port: number): Promise<Api> {
  const { world, channel, wait } = parts;
  const routes: ApiRoute[] = [
    ...messageRoutes(parts),
    ...contentRoutes(parts),
    ...peopleRoutes(parts),
    ...accountRoutes(parts),
    ...richMenuRoutes(parts),
    ...menuLinkRoutes(parts),
    ...tokenRoutes(parts),
  ];

  async function answer(route: ApiRoute, call: ApiCall): Promise<ApiAnswer> {
    const bearer = /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1];
    if (!route.open && !isKnownToken(world, channel, bearer ?? '')) {
      const why = bearer === undefined ? 'missing authorization header' : 'invalid token';
      return fault(401, `Authentication failed due to the following reason: ${why}`);
    }
    const refusal = checkRetryKey(route, call.headers['x-line-retry-key']);
    return refusal ?? storm(route, world.data.switches.failApi) ?? (await route.handle(call));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
    const method = request.method ?? 'GET';
    const requestId = world.ids.request();
    const raw = await readBytes(request, LIMITS.requestBytes);
    const found = findRoute(routes, method, pathname);
    const parsed =
      found && raw ? parseBody(found.route, request.headers['content-type'] ?? '', raw) : { body: undefined };
    const body = 'body' in parsed ? parsed.body : undefined;
    const line = world.beginLog(
      'api',
      `${method} ${pathname}`,
      logged({ body, raw: raw ?? Buffer.alloc(0) }),
    );

    if (world.data.switches.slowApi > 0) await wait(world.data.switches.slowApi);
    if (found?.route.sends && world.data.switches.failApi === 'reset') {
      world.endLog(line, 'reset', null);
      request.socket.destroy();
      return;
    }
    const result = await outcome();
    const { failApi } = world.data.switches;
    if (found?.route.sends && failApi === 'timeout-after-accept' && result.status < 300) {
      // Accepted, but the answer is lost on its way: the bot's own time-out must end the call.
      world.endLog(line, 'timeout', result.body ?? null);
      return;
    }
    world.endLog(line, result.status, result.bytes ? { bytes: result.bytes.length } : (result.body ?? null));
    const bytes = result.bytes ?? Buffer.from(JSON.stringify(result.body ?? {}));
    response.writeHead(result.status, {
      'content-type': 'application/json',
      'content-length': bytes.length,
      'x-line-request-id': requestId,
      ...result.headers,
    });
    response.end(bytes);

    async function outcome(): Promise<ApiAnswer> {
      if (!found) return fault(404, `Not found: ${method} ${pathname}`);
      if (!raw) return fault(413, 'Request Entity Too Large');
      if ('refusal' in parsed) return parsed.refusal;
      const { route, params } = found;
      return answer(route, { params, query: searchParams, headers: request.headers, raw, body, requestId });
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(JSON.stringify({ message: String(error) }));
    });
  });
  server.listen(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port: taken } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
