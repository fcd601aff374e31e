/** Routes of sign-in: a personal link shows one button, which makes a session; sign-out ends it; who am I. */
import { endWebSession, type LinkRefusal, openWebSession, readWebLink } from '../services/web-sessions.ts';
import { pagesVersion } from './assets.ts';
import { notePage } from './note.ts';
import { RIGHTS, mayVisit } from './rights.ts';
import { languageOf, type Route, type WebRequest } from './route.ts';

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
      if (isSomebodyElses(read, request)) return instead(read, request, 200);
      const { open } = request.texts.web;
      const button = { label: open.button, action: `/open/${token}` };
      return { html: await notePage(open.ready, { language: languageOf(request), button }) };
    },
  },
  {
    // the browser's own form; what makes it ours is the secret in its address
    method: 'POST',
    path: '/open/:token',
    may: 'anyone',
    async answer(request) {
      const { database, params, clock, visitor, query } = request;
      const token = params['token'] ?? '';
      const read = await readWebLink(database, token, clock.now());
      if (!read.ok) return refusal(read, request);
      const other = isSomebodyElses(read, request);
      if (other && query.get(INSTEAD) !== visitor?.session) return instead(read, request, 409);
      const opened = await openWebSession(database, token, clock.now());
      if (!opened.ok) return refusal(opened, request);
      if (other && visitor) await endWebSession(database, visitor.session);
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
          who: visitor?.member?.id ?? null,
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

/** Names the session that is to end: who saw another name asks again. */
const INSTEAD = 'instead';

type ReadLink = Extract<Awaited<ReturnType<typeof readWebLink>>, { ok: true }>;

/** A browser has one session: a link that came by a forwarded message, or on a shared machine, would end another's unseen. */
function isSomebodyElses({ owner }: ReadLink, { visitor }: WebRequest): boolean {
  return visitor !== null && visitor.member?.id !== owner?.id;
}

/** Asks before it does, saying whose session is here and whose the link is. */
async function instead({ owner }: ReadLink, { texts, visitor, params }: WebRequest, status: number) {
  const { open, setUpPerson } = texts.web;
  const [here, there] = [visitor?.member?.name ?? setUpPerson, owner?.name ?? setUpPerson];
  const action = `/open/${params['token'] ?? ''}?${INSTEAD}=${visitor?.session ?? ''}`;
  const stay = RIGHTS.find((right) => right in PAGES && mayVisit(visitor, right));
  const back = stay ? { label: open.stay(here), address: PAGES[stay as keyof typeof PAGES] } : undefined;
  return {
    html: await notePage(open.instead(here, there), {
      language: languageOf({ visitor }),
      button: { label: open.as(there), action },
      ...(back && { link: back }),
    }),
    status,
  };
}

/** Where somebody goes on who keeps the session that is here. */
const PAGES = { form: '/form', dashboard: '/dashboard', console: '/console' } as const;

async function refusal(
  { reason, setUp }: { reason: LinkRefusal; setUp: boolean },
  { texts, visitor }: WebRequest,
) {
  const { open } = texts.web;
  const text = `${open[reason]} ${setUp ? open.askTerminal : open.askChat}`;
  return { html: await notePage(text, { language: languageOf({ visitor }) }), status: STATUS[reason] };
}
