/** GET /files/TOKEN: hands evidence and reports to the person a link was made for; everything else gets a short page. */
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { Log } from '../log.ts';
import type { OpenedLink } from '../services/file-links.ts';
import { moment, printable } from '../text/format.ts';
import { texts } from '../text/index.ts';

export interface FilesDeps {
  /** What the link of that token opens now. */
  open(token: string): Promise<OpenedLink>;
  /** Lets an answer to a link that leads nowhere wait its time; false when too many do. */
  slowly(): Promise<boolean>;
  log: Log;
}

const STATUS = { unknown: 404, expired: 410, withdrawn: 410 } as const;

export function filesRouter(deps: FilesDeps): Router {
  const router = Router();
  // the path as it came: nothing in it is decoded, so nothing in it can lead elsewhere
  router.use('/files', (request, response, next) => {
    answer(request, response).catch(next);
  });
  return router;

  async function answer(request: Request, response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'private, no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      response.status(405).end();
      return;
    }
    const opened = await deps.open(request.path.slice(1));
    if (!opened.ok) {
      if (opened.reason === 'unknown' && !(await deps.slowly())) return void response.status(429).end();
      return sorry(response, opened.reason);
    }
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Type', opened.contentType);
    response.setHeader('Content-Length', opened.bytes);
    response.setHeader('Content-Disposition', disposition(opened));
    if (request.method === 'HEAD') return void response.end();
    await pipeline(opened.open(), response).catch((error: unknown) => {
      // the reader went away, or the bytes did: either way there is nobody to tell any more
      deps.log.info('file-not-finished', { error });
      response.destroy();
    });
  }
}

/** The name twice: in Thai as RFC 5987 writes it, and in letters every browser knows. */
function disposition(opened: Extract<OpenedLink, { ok: true }>): string {
  const { extension, sentAt } = opened;
  const day = sentAt.toISOString().slice(0, 10);
  const name = fileName(opened.name ?? texts('th').files.savedAs(moment(sentAt)), extension);
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  const way = opened.inline ? 'inline' : 'attachment';
  return `${way}; filename="kuebna-${day}.${extension}"; filename*=UTF-8''${encoded}`;
}

const LONGEST_NAME = 120;

/** What the sender called it, without any path and with the ending of what it really is. */
export function fileName(given: string, extension: string): string {
  const last = printable(given).split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[<>:"|?*\n\u00A0]/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${[...bare].slice(0, LONGEST_NAME).join('') || 'file'}.${extension}`;
}

function sorry(response: Response, reason: 'unknown' | 'expired' | 'withdrawn'): void {
  const [th, en] = [texts('th').files.page[reason], texts('en').files.page[reason]];
  const style = 'font:18px/1.6 sans-serif;max-width:32em;margin:15vh auto;padding:0 1.2em;color:#1a2129';
  response
    .status(STATUS[reason])
    .setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${STATUS[reason]}</title><body style="${style}"><p>${th}</p><p lang="en">${en}</p></body></html>\n`,
    );
}
