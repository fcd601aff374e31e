/** The vocabulary of the fake API (call, answer, route) and its table look-up; used by api and its route files. */
import type { IncomingHttpHeaders } from 'node:http';
import type { MediaStore } from './media.ts';
import type { Pause, Webhook } from './webhook.ts';
import type { World } from './world.ts';

/** The channel as LINE's console shows it. */
export interface Channel {
  id: string;
  secret: string;
  accessToken: string;
}

export interface ApiParts {
  world: World;
  media: MediaStore;
  webhook: Webhook;
  channel: Channel;
  wait: Pause;
  /** How many more times content is answered 202, as LINE does while it prepares it. */
  preparing: { left: number };
}

export interface ApiCall {
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  raw: Buffer;
  /** Parsed JSON or form; undefined for other bodies. */
  body: unknown;
  requestId: string;
}

export interface ApiAnswer {
  status: number;
  /** Sent as JSON. */
  body?: unknown;
  bytes?: Buffer;
  headers?: Record<string, string>;
}

export interface ApiRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `:name` matches one segment. */
  path: string;
  /** json is the default; oauth endpoints take forms, picture uploads take bytes. */
  takes?: 'json' | 'form' | 'bytes';
  /** No bearer token needed. */
  open?: true;
  /** Sends messages: bad weather strikes these. `counted` ones cost quota and take a retry key. */
  sends?: 'free' | 'counted';
  handle(call: ApiCall): ApiAnswer | Promise<ApiAnswer>;
}

export interface ErrorDetail {
  message: string;
  property: string;
}

/** An error as LINE words it. */
export function fault(status: number, message: string, details: ErrorDetail[] = []): ApiAnswer {
  return { status, body: details.length > 0 ? { message, details } : { message } };
}

export const ok = (body: unknown = {}): ApiAnswer => ({ status: 200, body });
export const accepted = (): ApiAnswer => ({ status: 202, body: {} });
export const answerNotFound = (): ApiAnswer => fault(404, 'Not found');

export function invalidProperty(name: string): ApiAnswer {
  return fault(400, `The property, '${name}', in the request body is invalid (line: -, column: -)`);
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return null;
    } else if (value === '') return null;
    else params[part.slice(1)] = decoded(value);
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @returns the first route of the table that fits; fixed paths must therefore stand before those with names. */
export function findRoute(
  routes: readonly ApiRoute[],
  method: string,
  path: string,
): { route: ApiRoute; params: Record<string, string> } | null {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = paramsOf(route.path, path);
    if (params) return { route, params };
  }
  return null;
}
