/** The read API for other programs: token, allowance, parameters, answer with its ETag, problems after RFC 9457; routers.ts mounts it. */
import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { nameOffice } from '../../current-office.ts';
import { tokenMayRead } from '../../domain/policy.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { openToken } from '../../services/api-tokens.ts';
import type { OpenScope } from '../../services/open-data.ts';
import { texts } from '../../text/index.ts';
import { allowance } from './allowance.ts';
import { apiDocument } from './document.ts';
import { API, type DataRoute, apiRoutes, type ApiQuery, type ReadFault } from './routes.ts';
import { parameters } from './shapes.ts';

export interface ApiDeps {
  database: OpenScope['database'];
  /** Real time. */
  now(): Date;
  /** Lets an answer to a token that opens nothing wait its time; false when too many do. */
  slowly(): Promise<boolean>;
  metrics: Pick<Metrics, 'apiAnswered'>;
  log: Log;
}

type ProblemCode =
  ReadFault | 'no-token' | 'suspended' | 'too-many' | 'bad-parameter' | 'unknown' | 'read-only' | 'away';

const STATUS: Record<ProblemCode, number> = {
  'bad-cursor': 400,
  'bad-parameter': 400,
  'no-token': 401,
  suspended: 403,
  'no-plan': 404,
  unknown: 404,
  'read-only': 405,
  'too-many': 429,
  away: 503,
};

export const DOCUMENT = `${API}/openapi.json`;

export function apiRouter(deps: ApiDeps): Router {
  const router = Router();
  const count = allowance(() => deps.now());
  const document = JSON.stringify(apiDocument());
  router.get(DOCUMENT, (request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=300');
    sendJson(request, response, document);
  });
  for (const route of apiRoutes)
    router.get(route.path, (request, response) => {
      answer(route, request, response).catch((error: unknown) => {
        deps.log.error('api-failed', { route: route.path, error });
        problem(response, 'away');
      });
    });
  for (const path of [DOCUMENT, ...apiRoutes.map((route) => route.path)])
    router.all(path, (_request, response) => problem(response.set('Allow', 'GET, HEAD'), 'read-only'));
  router.use(API, (_request, response) => problem(response, 'unknown'));
  return router;

  async function answer(route: DataRoute, request: Request, response: Response): Promise<void> {
    response.on('finish', () => deps.metrics.apiAnswered(response.statusCode));
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('Vary', 'Authorization');
    const shown = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const opened = tokenMayRead(route.may) ? await openToken(deps.database, shown, deps.now()) : null;
    if (!opened) {
      if (!(await deps.slowly())) return problem(response.set('Retry-After', '60'), 'too-many');
      return problem(response.set('WWW-Authenticate', 'Bearer'), 'no-token');
    }
    const { office } = opened;
    nameOffice(office.id);
    const wait = count(opened.id);
    if (wait !== null) return problem(response.set('Retry-After', String(wait)), 'too-many', office);
    if (office.suspendedAt) return problem(response, 'suspended', office);
    const asked = readParameters(route, request);
    if (!asked) return problem(response, 'bad-parameter', office);
    const { nameless } = texts(office.language).publication;
    const read = await route.read({ database: deps.database, office, nameless }, asked);
    if (!read.ok) return problem(response, read.reason, office);
    // nothing goes out that the document does not name
    sendJson(request, response, JSON.stringify(route.shape.parse(read.value)));
  }
}

/** Those the route takes and no others: a slip in a name is said, not passed over. @returns null for what cannot be read. */
function readParameters({ takes }: DataRoute, request: Request): ApiQuery | null {
  const given = new URL(request.url, 'http://api').searchParams;
  if ([...given.keys()].some((name) => given.getAll(name).length > 1)) return null;
  const shape = z.strictObject(Object.fromEntries(takes.map((name) => [name, parameters[name]])));
  const read = shape.safeParse(Object.fromEntries(given));
  return read.success ? (read.data as unknown as ApiQuery) : null;
}

function sendJson(request: Request, response: Response, body: string): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  response.setHeader('ETag', etag);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return void response.status(304).end();
  response.type('application/json').send(body);
}

function problem(response: Response, code: ProblemCode, office: OpenScope['office'] | null = null): void {
  if (response.headersSent) return;
  const status = STATUS[code];
  const detail = texts(office?.language ?? 'th').api.problem[code];
  const said = { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, code, detail };
  response.status(status).type('application/problem+json').send(JSON.stringify(said));
}
