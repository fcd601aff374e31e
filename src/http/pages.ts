/** Everything over HTTP but the webhook: the routers behind one Express application; the app hands it to the listener. */
import type { RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type Router } from 'express';
import { inOffice } from '../current-office.ts';
import type { Log } from '../log.ts';

/**
 * @param deps.routers in the order they are asked. @param deps.https whether people reach it by https: then never by less.
 */
export function pages(deps: {
  routers: { path: string; router: Router }[];
  https: () => boolean;
  log: Log;
}): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    // of whatever says nothing else: nothing runs, nothing is loaded, nobody frames it
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    if (deps.https()) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    next();
  });
  for (const { path, router } of deps.routers) app.use(path, router);
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('not found\n');
  });
  const failed: ErrorRequestHandler = (error, request, response, next) => {
    const status = (error as { status?: number }).status ?? 500;
    // the first step of the path alone: what follows opens a file to whoever knows it
    const [, route = ''] = request.path.split('/');
    if (status >= 500)
      deps.log.error('request-failed', { method: request.method, route: `/${route}`, error });
    if (response.headersSent) return next(error);
    response
      .status(status)
      .type('text/plain')
      .send(status >= 500 ? 'internal error\n' : 'bad request\n');
  };
  app.use(failed);
  return (request, response) => inOffice(null, () => void app(request, response));
}
