/** Routes of sign-in: a personal link shows one button, which makes a session; sign-out ends it; who am I. */
import { endWebSession, type LinkRefusal, openWebSession, readWebLink } from '../services/web-sessions.ts';
import { pagesVersion } from './assets.ts';
import { notePage } from './note.ts';
import { RIGHTS, mayVisit } from './rights.ts';
import type { Route, WebRequest } from './route.ts';

const STATUS: Record<LinkRefusal, number> = { unknown: 404, expired: 410, used: 410 };

export const signIn: readonly Route[] = [
  {
    method: 'GET',
    path: '/open/:token',
    may: 'anyone',
    async answer(request) {
      const token = request.params['token'] ?? '';
      const read = await readWebLink(request.database, token, request.clock.now());
      if (!read.ok) return refusal(read, request);
      const { open } = request.texts.web;
      return { html: await notePage(open.ready, { label: open.button, action: `/open/${token}` }) };
    },
  },
  {
    // the browser's own form; what makes it ours is the secret in its address
    method: 'POST',
    path: '/open/:token',
    may: 'anyone',
    async answer(request) {
      const { database, params, clock } = request;
      const opened = await openWebSession(database, params['token'] ?? '', clock.now());
      if (!opened.ok) return refusal(opened, request);
      return { redirect: opened.page, cookie: opened.cookie };
    },
  },
  {
    method: 'GET',
    path: '/web/me',
    may: 'signed-in',
    async answer({ visitor, clock }) {
      return {
        json: {
          name: visitor?.member?.name ?? null,
          office: visitor?.office?.name ?? null,
          language: visitor?.member?.language ?? 'th',
          csrf: visitor?.csrf,
          rights: RIGHTS.filter((right) => mayVisit(visitor, right)),
          now: clock.now().toISOString(),
          version: await pagesVersion(),
        },
      };
    },
  },
  {
    method: 'POST',
    path: '/web/sign-out',
    may: 'signed-in',
    async answer({ database, visitor }) {
      if (visitor) await endWebSession(database, visitor.session);
      return { json: {}, cookie: null };
    },
  },
];

async function refusal({ reason, setUp }: { reason: LinkRefusal; setUp: boolean }, { texts }: WebRequest) {
  const { open } = texts.web;
  const text = `${open[reason]} ${setUp ? open.askTerminal : open.askChat}`;
  return { html: await notePage(text), status: STATUS[reason] };
}
