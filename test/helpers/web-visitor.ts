/** Somebody with a browser and no scripts: opens a personal link, keeps the cookie, asks and changes over real HTTP. */
import type { Role } from '../../src/domain/member.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { handLinks } from '../../src/services/handed-links.ts';
import { makeOperatorLink } from '../../src/services/operators.ts';
import { makeSetUpLink, makeWebLink, NO_OFFICE } from '../../src/services/web-sessions.ts';
import type { TestOffice } from './office.ts';

export interface WebVisitor {
  cookie: string;
  csrf: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** @param lifetimeMs below 0 for a link that has expired. @returns the link's token. */
export async function linkFor(
  { database, clock }: TestOffice,
  userId: string,
  page = '/dashboard',
  lifetimeMs?: number,
): Promise<string> {
  const member = await database.models.members.findOne({ userId }).lean<{ _id: string; office: string }>();
  const { token, write } = makeWebLink(member!.office, member!._id, page, clock.now(), lifetimeMs);
  await commit(database, [write]);
  return token;
}

/** Signs a person of the demo in, with exactly these roles. */
export async function visitAs(office: TestOffice, userId: string, roles?: Role[]): Promise<WebVisitor> {
  if (roles) await office.database.models.members.updateOne({ userId }, { $set: { roles } });
  return openLink(office.app.url, await linkFor(office, userId));
}

/** Signs whoever has the terminal in: for the office there is, or will be. */
export async function visitFromTerminal(
  { app, database, clock }: TestOffice,
  office = NO_OFFICE,
): Promise<WebVisitor> {
  const { token } = await makeSetUpLink(database, office, clock.now());
  return openLink(app.url, token);
}

/** Signs an operator in, who looks after all offices. */
export async function visitAsOperator(
  { app, database, clock }: TestOffice,
  name = 'กองนโยบาย',
): Promise<WebVisitor> {
  const { token } = await makeOperatorLink(database, name, clock.now());
  return openLink(app.url, token);
}

/** Signs in whoever was handed an office by an operator. */
export async function visitByHandedLink(
  { app, database, clock }: TestOffice,
  office: string,
): Promise<WebVisitor> {
  const act = { operator: 'operator', now: clock.now() };
  const [link] = await handLinks(database, [{ office, owner: 'มาลี' }], act);
  return openLink(app.url, link!.token, link!.code);
}

/** @param url of the server. @param code for a link that asks for one. */
export async function openLink(url: string, token: string, code?: string): Promise<WebVisitor> {
  const body = code === undefined ? null : new URLSearchParams({ code });
  const opened = await fetch(`${url}/open/${token}`, { method: 'POST', redirect: 'manual', body });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const me = (await (await fetch(`${url}/web/me`, { headers: { cookie } })).json()) as { csrf: string };
  return {
    cookie,
    csrf: me.csrf,
    get: (path, headers = {}) => fetch(url + path, { headers: { cookie, ...headers }, redirect: 'manual' }),
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { cookie, 'x-csrf': me.csrf, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        redirect: 'manual',
      }),
  };
}
