/** The pages' Express router, made from the list of routes alone: session, rights, cross-site protection, body, answer; app mounts it. */
import express, { type Request, type Response, Router } from 'express';
import { nameOffice } from '../current-office.ts';
import type { Language } from '../domain/member.ts';
import { contextLoader, type LoadContext } from '../services/loaders.ts';
import { findVisitor, holderOf, type Visitor } from '../services/web-sessions.ts';
import { texts } from '../text/index.ts';
import { pageShell } from './assets.ts';
import { readCookie, writeCookie } from './cookie.ts';
import { notePage } from './note.ts';
import { isSuspended, mayVisit, WHILE_SUSPENDED } from './rights.ts';
import { languageOf, nameOf, type Route, type WebAnswer, type WebDeps, type WebRequest } from './route.ts';
import { routes } from './routes.ts';
import { PAGE_POLICY, sendFile, sendStream } from './send-file.ts';

export type { WebDeps } from './route.ts';

/** A change from a page is small; uploads say their own limit. */
const JSON_LIMIT = 256 * 1024;

export function webRouter(deps: WebDeps, list: readonly Route[] = routes): Router {
  const router = Router();
  const load = contextLoader(deps.database, () => deps.address.now());
  for (const route of list) {
    const handlers = [...bodyReaders(route), answering(route, { ...deps, load })];
    if (route.method === 'GET') router.get(route.path, ...handlers);
    else router.post(route.path, ...handlers);
  }
  for (const path of new Set(list.map((route) => route.path))) {
    const methods = list.filter((route) => route.path === path).map(({ method }) => method);
    router.all(path, (_request, response) => {
      response.setHeader('Allow', methods.join(', '));
      response.status(405).type('text/plain').send('method not allowed\n');
    });
  }
  return router;
}

function bodyReaders({ takes }: Route): express.RequestHandler[] {
  if (takes === 'json') return [express.json({ limit: JSON_LIMIT, strict: true })];
  // bytes are read only once it is known that the person may bring them
  return [];
}

type Deps = WebDeps & { load: LoadContext };

function answering(route: Route, deps: Deps): express.RequestHandler {
  return (request, response, next) => {
    respond(route, deps, request, response).catch((error: unknown) => {
      const { status = 500 } = error as { status?: number };
      if (status < 500) return next(error);
      deps.log.error('page-failed', { method: route.method, route: route.path, error });
      // whose language it was may be just what could not be read
      const why = texts('th').web.refused.away;
      send(response, { refused: 503, why }, { secure: false, language: 'th', asPage: isNavigation(request) });
    });
  };
}

async function respond(route: Route, deps: Deps, request: Request, response: Response): Promise<void> {
  const publicUrl = deps.address.now();
  const secure = publicUrl.startsWith('https:');
  const visitor = await visitorOf(deps, request.headers.cookie, secure);
  nameOffice(visitor?.office?.id ?? null);
  const language = languageOf({ visitor });
  const say = texts(language);
  const refuse = (status: number, why: string): void =>
    send(response, { refused: status, why }, { secure, language, asPage: isNavigation(request) });
  if (!mayVisit(visitor, route.may)) {
    const { signedOut, operatorOut, forbidden } = say.web.refused;
    if (visitor) return refuse(403, forbidden);
    return refuse(401, route.may.startsWith('offices-') ? operatorOut : signedOut);
  }
  if (isSuspended(visitor) && !(route.whileSuspended || WHILE_SUSPENDED.includes(route.may)))
    return refuse(403, say.web.refused.suspended);
  if (route.method === 'POST' && !isOwnOrigin(request, publicUrl)) {
    return refuse(403, say.web.refused.foreign);
  }
  if (!isOfThisSession(route, request, visitor)) {
    const why = say.web.refused.otherSession(nameOf(visitor && holderOf(visitor), say));
    return send(response, { refused: 403, why, details: OTHER_SESSION }, { secure, language, asPage: false });
  }
  const limit = typeof route.takes === 'object' ? route.takes.bytes : 0;
  const bytes = limit > 0 ? await readBytes(request, limit) : Buffer.alloc(0);
  if (bytes === null) return refuse(413, say.web.refused.tooLarge(Math.floor(limit / (1024 * 1024))));
  const answer = await route.answer({
    ...deps,
    publicUrl,
    visitor,
    params: request.params as Record<string, string>,
    query: new URL(request.url, 'http://page').searchParams,
    body: request.body as unknown,
    bytes,
    header: (name) => single(request.headers[name]),
    texts: say,
  } satisfies WebRequest);
  send(response, answer, { secure, language, asPage: isNavigation(request) });
}

/** Whoever sets the installation up came before it had its https address, and stays signed in when it gets one. */
async function visitorOf(
  { database, clock }: WebDeps,
  cookies: string | undefined,
  secure: boolean,
): Promise<Visitor | null> {
  const find = async (cookie: string | null): Promise<Visitor | null> =>
    cookie ? findVisitor(database, cookie, clock.now()) : null;
  const visitor = await find(readCookie(cookies, secure));
  if (visitor || !secure) return visitor;
  const early = await find(readCookie(cookies, false));
  return early?.terminal ? early : null;
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** A person went to that address; else a page's script asked. */
function isNavigation(request: Request): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

/** A change comes from our own page: by its origin, where the browser tells one. */
function isOwnOrigin(request: Request, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  // some browsers send `null` where the page before sent no referrer
  if (origin && origin !== 'null' && origin !== new URL(publicUrl).origin) {
    if (!URL.canParse(origin) || new URL(origin).host !== host) return false;
  }
  return single(request.headers['sec-fetch-site']) !== 'cross-site';
}

/** Told to a page whose session has made way for another in the same browser. */
const OTHER_SESSION = 'session';

/**
 * A change brings what only the session's page knows; the forms that anyone may send carry a secret of their own in
 * their address. What is read brings it too: a page that is open in one person's name never shows another's.
 */
function isOfThisSession({ may, method }: Route, request: Request, visitor: Visitor | null): boolean {
  if (may === 'anyone') return true;
  const brought = single(request.headers['x-csrf']);
  return brought === visitor?.csrf || (method === 'GET' && brought === undefined);
}

/** @returns null when more came than the limit; the rest is not read. */
function readBytes(request: Request, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.removeAllListeners('data').resume();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(Object.assign(new Error('the upload broke off'), { status: 400 }));
    });
  });
}

interface Sending {
  secure: boolean;
  language: Language;
  asPage: boolean;
}

function send(response: Response, answer: WebAnswer, { secure, language, asPage }: Sending): void {
  if (response.headersSent || response.destroyed) return;
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Security-Policy', PAGE_POLICY);
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  if ('cookie' in answer && answer.cookie !== undefined) {
    response.setHeader('Set-Cookie', writeCookie(answer.cookie, secure));
  }
  if ('json' in answer) response.status(answer.status ?? 200).json(answer.json);
  else if ('page' in answer) sendHtml(response, 200, pageShell(answer.page));
  else if ('html' in answer)
    response
      .status(answer.status ?? 200)
      .type('html')
      .send(answer.html);
  else if ('redirect' in answer) response.redirect(303, answer.redirect);
  else if ('file' in answer) sendFile(response, answer);
  else if ('stream' in answer) sendStream(response, answer.stream);
  else if (asPage) sendHtml(response, answer.refused, notePage(answer.why, { language }));
  else response.status(answer.refused).json({ why: answer.why, details: answer.details });
}

/** What cannot be bundled is said as what it is: not there for now. */
function sendHtml(response: Response, status: number, html: Promise<string>): void {
  html.then(
    (page) => response.status(status).type('html').send(page),
    () => response.status(503).type('text/plain').send('not available\n'),
  );
}
