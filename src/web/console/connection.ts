/** Routes of the console's set-up: the office, its LINE account, the address of this installation, the webhook, the menus. */
import { z } from 'zod';
import { credentialFault } from '../../domain/channel.ts';
import { cleanName } from '../../domain/names.ts';
import { connectChannel, readChannels, withdrawChannel } from '../../services/channels.ts';
import { makeOffice } from '../../services/make-office.ts';
import { countOffices } from '../../services/set-up.ts';
import { adminOf, type Route, SET_UP, type WebAnswer, type WebRequest } from '../route.ts';
import { type Admin, changeRoute } from './change.ts';
import { installMenuStep } from './menus.ts';

/** What one pastes: LINE's own have 32 and some 170 letters. */
const pasted = z.string().max(2_000).transform(bare);

export const consoleConnection: readonly Route[] = [
  { method: 'GET', path: '/web/console/connection', may: 'console', answer: (request) => state(request) },
  { method: 'POST', path: '/web/console/office', may: 'console', takes: 'json', answer: newOffice },
  changeRoute('/web/console/connection', z.object({ secret: pasted, token: pasted }), connect),
  changeRoute('/web/console/connection/withdraw', z.object({}), async (request, { office, by }) => {
    if (request.channels.common) return { refused: 409, why: request.texts.console.connection.fromOutside };
    await withdrawChannel(request.database, office.id, { by, now: request.clock.now() });
    request.channels.forget(office.id);
    return { json: {} };
  }),
  changeRoute('/web/console/connection/address', z.object({ url: z.string().max(500) }), tellAddress),
  changeRoute('/web/console/connection/webhook', z.object({}), async (request, { office }) => {
    const asked = await request.connection.setWebhook(office.id, webhookOf(request, office));
    const say = request.texts.console.connection;
    if (!asked.ok) return { refused: 502, why: say.lineSays(asked.detail) };
    const { success, detail } = asked.value;
    return success ? { json: {} } : { refused: 502, why: say.notReached(detail) };
  }),
  changeRoute('/web/console/connection/menus', z.object({ step: z.int().min(0).max(100) }), installMenuStep),
];

/** What was copied with it: spaces and signs without width. */
function bare(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
}

/** Where LINE is to send what people of this office say. */
export function webhookOf({ publicUrl, channels }: WebRequest, { id }: Admin['office']): string {
  return channels.common ? `${publicUrl}/webhook` : `${publicUrl}/webhook/${id}`;
}

/** Everybody's links begin with it: with several offices only whoever has the terminal may say so. */
async function mayTellAddress({ address, database, visitor }: WebRequest): Promise<boolean> {
  if (address.given) return false;
  return visitor?.terminal || (await countOffices(database)) === 1;
}

async function state(request: WebRequest): Promise<WebAnswer> {
  const { channels, connection, database, publicUrl, address } = request;
  const office = adminOf(request)?.office ?? null;
  const stored =
    office && !channels.common && channels.sealer
      ? (await readChannels(database, channels.sealer, [office.id])).get(office.id)
      : undefined;
  return {
    json: {
      office: office && { name: office.name, parentAgencies: office.parentAgencies },
      line: connection.at,
      source: channels.common ? 'outside' : stored ? 'console' : 'none',
      readable: stored?.readable ?? true,
      account: stored ? { name: stored.bot.displayName, basicId: stored.bot.basicId } : null,
      publicUrl,
      addressGiven: address.given,
      mayTellAddress: await mayTellAddress(request),
      isReachable: publicUrl.startsWith('https:') || connection.at !== 'line',
      webhook: office && webhookOf(request, office),
    },
  };
}

const officeForm = z.object({
  name: z.string().trim().min(1).max(200),
  parentAgencies: z.array(z.string().trim().min(1).max(200)).max(5),
});

/** Of whoever has the terminal, and has no office before them. */
async function newOffice(request: WebRequest): Promise<WebAnswer> {
  const { visitor, texts, database, clock, trial } = request;
  const say = texts.console.connection;
  const form = officeForm.safeParse(request.body);
  if (!form.success) return { refused: 400, why: say.needsName };
  if (!visitor?.terminal || visitor.office) return { refused: 409, why: say.hasOffice };
  const name = cleanName(form.data.name);
  if (name === null) return { refused: 422, why: say.needsName };
  const done = await makeOffice(
    database,
    { name, parentAgencies: form.data.parentAgencies },
    { by: SET_UP, now: clock.now(), trial, session: visitor.session },
  );
  return done.ok ? { json: {} } : { refused: 409, why: say.knownOffice };
}

async function connect(
  request: WebRequest,
  { office, by }: Admin,
  { secret: channelSecret, token: value }: { secret: string; token: string },
): Promise<WebAnswer> {
  const { channels, connection, database, clock, texts } = request;
  const say = texts.console.connection;
  if (channels.common) return { refused: 409, why: say.fromOutside };
  if (!channels.sealer) return { refused: 409, why: say.noKey };
  for (const [which, given] of [
    ['secret', channelSecret],
    ['token', value],
  ] as const) {
    const fault = given === '' ? 'form' : credentialFault(which, given, connection.at === 'line');
    if (fault) return { refused: 422, why: say.fault[which][fault], details: { field: which } };
  }
  const credentials = { channelSecret, token: { kind: 'long-lived' as const, value } };
  const tried = await connection.tryOut(credentials);
  if (!tried.ok) {
    const why = say.refused[tried.reason];
    return {
      refused: 422,
      why: tried.detail ? `${why} (${tried.detail})` : why,
      details: { field: tried.reason },
    };
  }
  const act = { by, now: clock.now() };
  const done = await connectChannel(database, channels.sealer, office.id, credentials, tried.bot, act);
  if (!done.ok) return { refused: 409, why: say.taken };
  channels.forget(office.id);
  return { json: { name: tried.bot.displayName, basicId: tried.bot.basicId } };
}

/** As one copies it, with what stands behind it. @returns null for what LINE cannot be told. */
export function addressIn(text: string, httpsOnly: boolean): string | null {
  const typed = bare(text);
  const whole = /^[\w.-]+\.\w+(?:[:/]|$)/.test(typed) ? `https://${typed}` : typed;
  if (!URL.canParse(whole)) return null;
  const { protocol, origin, pathname, username } = new URL(whole);
  const isWeb = protocol === 'https:' || (!httpsOnly && protocol === 'http:');
  if (!isWeb || username !== '') return null;
  return origin + pathname.replace(/\/(?:webhook|console|dashboard|open)(?:\/.*)?$/, '').replace(/\/+$/, '');
}

async function tellAddress(
  request: WebRequest,
  { office, by }: Admin,
  form: { url: string },
): Promise<WebAnswer> {
  const { address, connection, clock, texts } = request;
  const say = texts.console.connection;
  if (address.given) return { refused: 409, why: say.addressFromOutside };
  if (!(await mayTellAddress(request))) return { refused: 403, why: say.addressOfAll };
  const url = addressIn(form.url, connection.at === 'line');
  if (url === null) return { refused: 422, why: say.badAddress };
  await address.tell(url, office.id, { by, now: clock.now() });
  return { json: { url } };
}
