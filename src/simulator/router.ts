/** The simulator's own routes under /simulator: page, state, changes, acts, pictures; mounted by the server, loopback only. */
import { randomBytes } from 'node:crypto';
import express from 'express';
import type { Response, Router } from 'express';
import { isFromThisMachine } from '../loopback.ts';
import type { ActOutcome } from './act-outcome.ts';
import { readAct } from './act-schema.ts';
import type { Media, MediaStore } from './media.ts';
import { fontFile, pageBundle, pageHtml, pagePolicy } from './page-files.ts';
import type { SimAct, SimState } from './types.ts';
import type { World } from './world.ts';

/** What the page is told of; the world keeps more. */
const SHOWN_MESSAGES = 500;
const SHOWN_LOG = 150;
const HEARTBEAT = 15_000;
/** Changes come in bursts: one line for all within this many milliseconds. */
const GATHER = 30;

export interface RouterParts {
  world: World;
  media: MediaStore;
  act: (what: SimAct) => Promise<ActOutcome>;
}

/** Sends uploaded bytes so that they can be shown but never run. */
function sendMedia(response: Response, media: Media | null): void {
  if (!media) {
    response.sendStatus(404);
    return;
  }
  response.set({
    'content-type': media.contentType,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  });
  response.end(media.bytes);
}

function shown(state: SimState): SimState {
  return {
    ...state,
    messages: state.messages.slice(-SHOWN_MESSAGES),
    log: state.log.slice(-SHOWN_LOG),
  };
}

/** @returns the router, and a function that ends the streams of changes. */
export function createRouter({ world, media, act }: RouterParts): {
  router: Router;
  end: () => void;
} {
  const router = express.Router();
  const streams = new Set<Response>();
  let gathering = false;

  world.onChange(() => {
    if (gathering || streams.size === 0) return;
    gathering = true;
    setTimeout(() => {
      gathering = false;
      for (const stream of streams) stream.write(`data: ${world.state().version}\n\n`);
    }, GATHER).unref();
  });
  const heart = setInterval(() => {
    for (const stream of streams) stream.write(': still here\n\n');
  }, HEARTBEAT).unref();

  router.use((request, response, next) => {
    if (!isFromThisMachine(request)) {
      response.status(403).json({ ok: false, reason: 'loopback-only' });
      return;
    }
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    next();
  });

  router.get('/', (_request, response) => {
    const nonce = randomBytes(16).toString('base64url');
    response.set('content-security-policy', pagePolicy(nonce)).type('html').send(pageHtml(nonce));
  });
  router.get('/page.js', async (_request, response) => {
    response.type('js').send((await pageBundle()).script);
  });
  router.get('/page.css', async (_request, response) => {
    response.type('css').send((await pageBundle()).style);
  });
  router.get('/font/:name', async (request, response) => {
    const font = await fontFile(request.params.name);
    if (font) response.type('font/ttf').set('cache-control', 'public, max-age=86400').send(font);
    else response.sendStatus(404);
  });

  router.get('/state', (_request, response) => {
    response.json(shown(world.state()));
  });
  router.get('/events', (_request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    response.flushHeaders();
    response.write(`data: ${world.state().version}\n\n`);
    streams.add(response);
    response.on('close', () => streams.delete(response));
  });
  // Only application/json is read: other sites cannot send that here without asking first.
  router.post('/act', express.json({ limit: '20mb' }), async (request, response) => {
    const what = readAct(request.body);
    if (what) response.json(await act(what));
    else response.status(400).json({ ok: false, reason: 'not-an-act' });
  });

  router.get('/media/:id', (request, response) => sendMedia(response, media.get(request.params.id)));
  router.get('/richmenu/:id', (request, response) => sendMedia(response, media.get(request.params.id)));
  return {
    router,
    end() {
      clearInterval(heart);
      for (const stream of streams) stream.end();
    },
  };
}
