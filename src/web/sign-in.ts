/** Routes of sign-in: a personal link shows one button, which makes a session; sign-out ends it; who am I. */
import { OPERATORS_PAGE } from '../services/operators.ts';
import {
  endWebSession,
  holderOf,
  type LinkRefusal,
  type LinkSource,
  openWebSession,
  readWebLink,
} from '../services/web-sessions.ts';
import { arabicDigits } from '../text/format.ts';
import { pagesVersion } from './assets.ts';
import { notePage } from './note.ts';
import { isSuspended, RIGHTS, type Right, mayVisit } from './rights.ts';
import { languageOf, nameOf, type Route, type WebRequest } from './route.ts';

const STATUS: Record<LinkRefusal, number> = {
  unknown: 404,
  expired: 410,
  used: 410,
  locked: 410,
  administered: 410,
  code: 403,
};
/** A code is short; the browser's form sends nothing else. */
const FORM_BYTES = 1_000;

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
      return askToOpen(read, request, 200);
    },
  },
  {
    // the browser's own form; what makes it ours is the secret in its address
    method: 'POST',
    path: '/open/:token',
    may: 'anyone',
    takes: { bytes: FORM_BYTES },
    async answer(request) {
      const { database, params, clock, visitor, query, bytes } = request;
      const token = params['token'] ?? '';
      const read = await readWebLink(database, token, clock.now());
      if (!read.ok) return refusal(read, request);
      const other = isSomebodyElses(read, request);
      if (other && query.get(INSTEAD) !== visitor?.session) return instead(read, request, 409);
      const code = arabicDigits(new URLSearchParams(bytes.toString('utf8')).get(CODE) ?? '').replace(
        /\s/g,
        '',
      );
      const opened = await openWebSession(database, token, clock.now(), code);
      if (!opened.ok) {
        if (opened.reason !== 'code') return refusal(opened, request);
        return askToOpen(read, request, STATUS.code, request.texts.web.open.code.wrong);
      }
      if (other && visitor) await endWebSession(database, visitor.session);
      return { redirect: opened.page, cookie: opened.cookie };
    },
  },
  {
    method: 'GET',
    path: '/web/me',
    may: 'signed-in',
    async answer({ visitor, clock, texts }) {
      const holder = visitor && holderOf(visitor);
      return {
        json: {
          who: holder?.id ?? null,
          name: holder && nameOf(holder, texts),
          office: visitor?.office?.name ?? null,
          language: visitor?.member?.language ?? visitor?.operator?.language ?? 'th',
          csrf: visitor?.csrf,
          rights: RIGHTS.filter((right) => mayVisit(visitor, right) && isOpen(right, visitor)),
          suspended: isSuspended(visitor),
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

/** A page shows no way to what a suspended office refuses; its console has the office's data and no more. */
function isOpen(right: Right, visitor: WebRequest['visitor']): boolean {
  return !isSuspended(visitor) || ['anyone', 'signed-in', 'console', 'export'].includes(right);
}

/** Names the session that is to end: who saw another name asks again. */
const INSTEAD = 'instead';
/** What the form brings of an administrator who was handed a link. */
const CODE = 'code';

type ReadLink = Extract<Awaited<ReturnType<typeof readWebLink>>, { ok: true }>;

/** A browser has one session: a link that came by a forwarded message, or on a shared machine, would end another's unseen. */
function isSomebodyElses({ holder }: ReadLink, { visitor }: WebRequest): boolean {
  return visitor !== null && holderOf(visitor)?.id !== holder?.id;
}

const fieldOf = ({ asksCode }: ReadLink, { texts }: WebRequest) =>
  asksCode ? { field: { name: CODE, label: texts.web.open.code.label } } : {};

async function askToOpen(read: ReadLink, request: WebRequest, status: number, wrong = '') {
  const { open } = request.texts.web;
  const ready = read.asksCode ? open.code.ready(nameOf(read.holder, request.texts)) : open.ready;
  const action = `/open/${request.params['token'] ?? ''}`;
  const button = { label: open.button, action, ...fieldOf(read, request) };
  const text = wrong ? `${wrong} ${ready}` : ready;
  return { html: await notePage(text, { language: languageOf(request), button }), status };
}

/** Asks before it does, saying whose session is here and whose the link is. */
async function instead(read: ReadLink, request: WebRequest, status: number) {
  const { texts, visitor, params } = request;
  const { open } = texts.web;
  const [here, there] = [nameOf(visitor && holderOf(visitor), texts), nameOf(read.holder, texts)];
  const action = `/open/${params['token'] ?? ''}?${INSTEAD}=${visitor?.session ?? ''}`;
  const stay = RIGHTS.find((right) => right in PAGES && mayVisit(visitor, right));
  const back = stay ? { label: open.stay(here), address: PAGES[stay as keyof typeof PAGES] } : undefined;
  return {
    html: await notePage(open.instead(here, there), {
      language: languageOf({ visitor }),
      button: { label: open.as(there), action, ...fieldOf(read, request) },
      ...(back && { link: back }),
    }),
    status,
  };
}

/** Where somebody goes on who keeps the session that is here. */
const PAGES = {
  form: '/form',
  dashboard: '/dashboard',
  console: '/console',
  'offices-figures': OPERATORS_PAGE,
} as const;

async function refusal(
  { reason, from }: { reason: LinkRefusal; from: LinkSource },
  { texts, visitor }: WebRequest,
) {
  const { open } = texts.web;
  const again = { chat: open.askChat, terminal: open.askTerminal, operators: open.askOperators };
  const why = reason === 'code' ? open.code.wrong : open[reason];
  return {
    html: await notePage(`${why} ${again[from]}`, { language: languageOf({ visitor }) }),
    status: STATUS[reason],
  };
}
