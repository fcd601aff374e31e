/** Routes of the console for what other programs are told: webhooks, and whether they get names. */
import { z } from 'zod';
import { addressFault } from '../../domain/webhook.ts';
import {
  addHook,
  MOST_HOOKS,
  removeHook,
  rotateSecret,
  sendTest,
  shownHooks,
  storeNames,
  switchOn,
} from '../../services/webhook-settings.ts';
import { markOfSettings } from '../../services/seen-settings.ts';
import { outsideOf } from '../../services/webhooks.ts';
import type { Route, WebAnswer, WebRequest } from '../route.ts';
import { type Admin, changeRoute, readRoute } from './change.ts';

const seen = z.string().max(64);

export const consoleOutside: readonly Route[] = [
  readRoute('/web/console/outside', async ({ database, channels, sending }, { office }) => ({
    json: {
      names: outsideOf(office).names,
      seen: markOfSettings(office, 'outside'),
      hooks: await shownHooks(database, office, sending.realNow()),
      hasKey: channels.sealer !== null,
    },
  })),
  changeRoute(
    '/web/console/outside/names',
    z.object({ seen, on: z.boolean() }),
    async (request, { office, by }, form) => {
      const fresh = markOfSettings(office, 'outside') === form.seen;
      const act = { by, now: request.clock.now() };
      const done = fresh && (await storeNames(request.database, office, form.on, act));
      return done ? { json: {} } : conflict(request);
    },
  ),
  changeRoute('/web/console/outside/hooks', z.object({ url: z.string().max(2_000) }), add),
  changeRoute(
    '/web/console/outside/hooks/change',
    z.object({ id: z.string().max(64), act: z.enum(['rotate', 'switch-on', 'test', 'remove']) }),
    changeHook,
  ),
];

const conflict = ({ texts }: WebRequest): WebAnswer => ({ refused: 409, why: texts.web.refused.conflict });

async function add(request: WebRequest, { office, by }: Admin, form: { url: string }): Promise<WebAnswer> {
  const { texts, channels, webhooks, database, clock } = request;
  const say = texts.console.outside;
  if (!channels.sealer) return { refused: 409, why: texts.console.connection.noKey };
  const url = form.url.trim();
  const fault = addressFault(url, webhooks.rules);
  if (fault) return { refused: 422, why: say.fault[fault] };
  const { hooks } = outsideOf(office);
  if (hooks.length >= MOST_HOOKS) return { refused: 422, why: say.tooMany(MOST_HOOKS) };
  if (hooks.some((one) => one.url === url)) return { refused: 422, why: say.known };
  const added = await addHook(database, channels.sealer, office, url, { by, now: clock.now() });
  return added ? { json: added } : conflict(request);
}

async function changeHook(
  request: WebRequest,
  { office, by }: Admin,
  { id, act }: { id: string; act: 'rotate' | 'switch-on' | 'test' | 'remove' },
): Promise<WebAnswer> {
  const { texts, channels, webhooks, database, clock, sending } = request;
  const hook = outsideOf(office).hooks.find((one) => one.id === id);
  if (!hook) return { refused: 404, why: texts.web.refused.unknown };
  const how = { by, now: clock.now() };
  if (act === 'test') {
    if (hook.gone) return { refused: 409, why: texts.console.outside.isGone };
    await sendTest(database, office, hook, how.now);
    await webhooks.deliveries.tryNow(id);
    return { json: {} };
  }
  if (act === 'rotate') {
    if (!channels.sealer) return { refused: 409, why: texts.console.connection.noKey };
    const real = sending.realNow();
    const rotated = await rotateSecret(database, channels.sealer, office, hook, { ...how, real });
    return rotated ? { json: rotated } : conflict(request);
  }
  const change = act === 'remove' ? removeHook : switchOn;
  return (await change(database, office, hook, how)) ? { json: {} } : conflict(request);
}
